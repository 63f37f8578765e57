import { setTimeout as sleep } from 'node:timers/promises'
import { type ApiProcess, startApi } from '../support/api-process'
import { freshDatabase, type TestDatabase } from '../support/databases'
import { addPeople, addUnits, signedIn } from '../support/people'
import { makeContest } from '../support/story'
import { type Choice, checkHistories, Contestant } from './support/history'
import { inParts } from './support/in-parts'
import { note, until } from './support/until'

const CLIENT_COUNT = 200
const KILLS = 2
/** So many acknowledged answers between two kills: the process is in full work when it dies. */
const ANSWERS_BETWEEN = 600

let database: TestDatabase
let api: ApiProcess
let contestants: Contestant[]

beforeAll(async () => {
  database = await freshDatabase()
  api = await startApi({ DATABASE_URL: database.url })
  const units = await addUnits(database.pool)
  const story = await makeContest(await signedIn(api.url, database.pool, 'organizer'), { itemCount: 10 })
  const people = await addPeople(database.pool, CLIENT_COUNT, { unitIds: units.communes })
  contestants = await inParts(people, 40, (person, index) =>
    Contestant.start(api.url, person, story, `killed ${index}`),
  )
})

afterAll(async () => {
  await api?.stop()
  await database?.drop()
})

it('loses no acknowledged answer of 200 people when the process is killed, and again', async () => {
  let isOver = false
  let ackedCount = 0
  let lastAckAt = 0
  let unclearCount = 0
  /** Answers without pause; whatever is not acknowledged is sent again as it was, until it is. */
  const answer = async (contestant: Contestant, index: number) => {
    while (!isOver) {
      // One to three changes a request: what a page does after a gap.
      const choices: Choice[] = Array.from({ length: 1 + (index % 3) }, () => contestant.choose())
      for (;;) {
        const reply = await contestant.save(choices).catch(() => undefined)
        if (reply?.status === 200) {
          ackedCount++
          lastAckAt = performance.now()
          break
        }
        if (reply && reply.status !== 503) throw new Error(`an answer got ${reply.status}: ${reply.text}`)
        unclearCount++
        await sleep(100)
      }
    }
  }
  const working = Promise.all(contestants.map(answer))
  // A failure must end the test by its own words and not by a condition that never comes.
  let failure: unknown
  working.catch((error) => {
    failure = error
  })
  const acknowledged = async (count: number) => {
    await until(`${count} acknowledged answers`, () => failure || ackedCount >= count, { everyMs: 10 })
    if (failure) throw failure
  }
  const recoveries: { untilReadyMs: number; untilAnswerMs: number; untilEverybodyMs: number }[] = []
  try {
    for (let kill = 0; kill < KILLS; kill++) {
      await acknowledged(ackedCount + ANSWERS_BETWEEN)
      const before = contestants.map(({ acked }) => acked.size)
      const { port } = api
      const killedAt = performance.now()
      await api.kill()
      const ackedAtKill = ackedCount
      api = await startApi({ DATABASE_URL: database.url, PORT: String(port) })
      const untilReadyMs = performance.now() - killedAt
      await acknowledged(ackedAtKill + 1)
      const untilAnswerMs = lastAckAt - killedAt
      await until('everybody goes on', () => contestants.every(({ acked }, index) => acked.size > (before[index] ?? 0)))
      recoveries.push({ untilReadyMs, untilAnswerMs, untilEverybodyMs: performance.now() - killedAt })
    }
    await acknowledged(ackedCount + ANSWERS_BETWEEN)
  } finally {
    isOver = true
  }
  await working

  const running = await checkHistories(database.pool, contestants)
  expect(running.faults).toEqual([])
  expect(running.ackedCount).toBeGreaterThanOrEqual(ANSWERS_BETWEEN * (KILLS + 1))
  // Everything was sent until it was acknowledged, so nothing else may be there either.
  expect(running.storedCount).toBe(running.ackedCount)
  // Answers were under way at the kills; without that this test would have shown nothing.
  expect(unclearCount).toBeGreaterThan(KILLS)
  for (const { untilReadyMs, untilAnswerMs, untilEverybodyMs } of recoveries)
    note(
      `killed api: ready after ${untilReadyMs.toFixed(0)} ms, first answer ${untilAnswerMs.toFixed(0)} ms, all ${CLIENT_COUNT} people ${untilEverybodyMs.toFixed(0)} ms`,
    )
  note(`killed api: ${running.ackedCount} acknowledged responses, all there; ${unclearCount} requests were repeated`)
})

it('scores every attempt from exactly the events that are stored', async () => {
  const receipts = await inParts(contestants, 50, async (contestant) => (await contestant.submit()).body)
  expect(new Set(receipts.map(({ receiptCode }) => receiptCode)).size).toBe(CLIENT_COUNT)
  const { faults, submittedCount } = await checkHistories(database.pool, contestants)
  expect({ faults, submittedCount }).toEqual({ faults: [], submittedCount: CLIENT_COUNT })
})

it('would notice a lost, a changed and an invented answer', async () => {
  const [contestant] = contestants as [Contestant]
  const [first, second] = [...contestant.sent.values()] as [Choice, Choice]
  const unsent = contestant.choose()
  contestant.acked.add(unsent.seq)
  contestant.sent.set(first.seq, { ...first, position: first.position + 1 })
  contestant.sent.delete(second.seq)
  const { faults } = await checkHistories(database.pool, [contestant])
  expect(faults).toEqual([
    expect.stringMatching(`: stored .*"seq":${first.seq},`),
    expect.stringMatching(`: ${second.seq} is stored and was never sent`),
    expect.stringMatching(`: ${unsent.seq} was acknowledged and is lost`),
  ])
})
