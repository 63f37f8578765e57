import { setTimeout as sleep } from 'node:timers/promises'
import { lineFor } from '../support/answer-lines'
import { type ApiProcess, startApi } from '../support/api-process'
import { closeSockets } from '../support/class-device'
import { Client } from '../support/client'
import { freshDatabase, type TestDatabase } from '../support/databases'
import { HostDevice } from '../support/host'
import { addPerson, knowDatabase } from '../support/people'
import { Pupil } from '../support/pupil'
import { type MadeLesson, makeClassLesson } from '../support/simulated-class'
import { inParts } from './support/in-parts'
import { checkLesson, podiumByDatabase, runningTime, shown } from './support/lesson-checker'
import { note, until } from './support/until'

const PUPIL_COUNT = 60
const LIMIT_S = 8
const ITEM_COUNT = 3

let database: TestDatabase
let api: ApiProcess
let lesson: MadeLesson
let host: HostDevice
let pupils: Pupil[]

beforeAll(async () => {
  database = await freshDatabase()
  api = await startApi({ DATABASE_URL: database.url })
  knowDatabase(api.url, database.pool)
  const teacher = new Client(api.url, (await addPerson(database.pool, 'teacher')).token)
  lesson = await makeClassLesson(teacher, { itemCount: ITEM_COUNT, limitS: LIMIT_S, settings: { board: 'end' } })
  host = new HostDevice(api.url, teacher, lesson.lessonId)
  pupils = await inParts(Array.from({ length: PUPIL_COUNT }), 15, (_, index) =>
    Pupil.join(new Client(api.url), lesson.pin, { name: `Học sinh ${index + 1}` }),
  )
  await until('everybody is there', () => host.isWatching && pupils.every(({ isWatching }) => isWatching))
})

afterAll(async () => {
  closeSockets()
  await api?.stop()
  await database?.drop()
})

/** Answers as pupils do: each after its own time, a third of them wrong. */
function answering(place: number, who: readonly Pupil[], withinMs: number): Promise<unknown>[] {
  return who.map(async (pupil) => {
    const item = await until('the item', () => pupil.items.get(place), { everyMs: 20 })
    await sleep(((pupil.seat * 37) % 100) * (withinMs / 100))
    return pupil.insist(place, lineFor(item, lesson.items, (pupil.seat + place) % 3 !== 0))
  })
}

it('CR-40: goes on where it stood when the server is killed in the middle of an item', async () => {
  await host.act({ kind: 'next' })
  await Promise.all(answering(1, pupils, 1_000))
  await until('the first reveal', () => pupils.every(({ reveals, outcomes }) => reveals.has(1) && outcomes.has(1)))

  await host.act({ kind: 'next' })
  // Two thirds answer before and while the server dies, the others had not made up their minds.
  const early = pupils.slice(0, (PUPIL_COUNT * 2) / 3)
  const late = pupils.slice((PUPIL_COUNT * 2) / 3)
  const earlyAnswers = answering(2, early, 3_000)
  const ackedCount = () => pupils.filter(({ sent }) => sent.get(2)?.ack).length
  await until('half of them are acknowledged', () => ackedCount() >= PUPIL_COUNT / 3, { everyMs: 5 })
  const before = host.step
  const { port } = api
  const triesBefore = pupils.reduce((sum, { tries }) => sum + tries, 0)
  const killedAt = Date.now()
  await api.kill()
  const ackedAtKill = ackedCount()
  const leftMs = Date.parse(before?.closesAt as string) - killedAt
  expect(leftMs).toBeGreaterThan(3_000)
  expect(ackedAtKill).toBeLessThan(early.length)
  await until('everybody has noticed', () => [host, ...pupils].every(({ isWatching }) => !isWatching))
  // A machine that starts it at once would leave no gap to speak of.
  await sleep(2_000)
  api = await startApi({ DATABASE_URL: database.url, PORT: String(port) })
  const readyMs = Date.now() - killedAt
  await until('host and pupils are back', () => [host, ...pupils].every(({ isWatching }) => isWatching), {
    everyMs: 20,
  })
  const backMs = Date.now() - killedAt - readyMs
  expect(backMs).toBeLessThan(10_000)
  // The word for it, on every screen: whoever comes back finds the clock standing, and hears when it goes on.
  for (const device of [host, ...pupils]) expect(device.pauses).toEqual(['outage'])

  await until('the clock goes on', () => [host, ...pupils].every(({ step }) => step?.pause === null))
  const { closesAt } = host.step as { closesAt: string }
  const { rows } = await database.pool.query<{ at: number }>(
    `SELECT (extract(epoch FROM at) * 1000)::float8 AS at FROM lesson_act WHERE lesson_id = $1 AND act->>'kind' = 'resume'`,
    [lesson.lessonId],
  )
  expect(rows).toHaveLength(1)
  const leftAfterMs = Date.parse(closesAt) - (rows[0]?.at ?? 0)
  // Nobody loses time; the last word of the server before its death is at most a second and a bit old.
  expect(leftAfterMs).toBeGreaterThanOrEqual(leftMs - 20)
  expect(leftAfterMs).toBeLessThan(leftMs + 2_000)

  await Promise.all([...earlyAnswers, ...answering(2, late, 500)])
  await until('the second reveal', () => pupils.every(({ reveals, outcomes }) => reveals.has(2) && outcomes.has(2)))
  expect(host.reveals.get(2)?.answeredCount).toBe(PUPIL_COUNT)
  // Some requests were under way when it died; without that this test would have shown nothing.
  expect(pupils.reduce((sum, { tries }) => sum + tries, 0) - triesBefore).toBeGreaterThan(PUPIL_COUNT - ackedAtKill)

  // The third item: one pupil stays silent, so that its time runs out by itself.
  await host.act({ kind: 'next' })
  await Promise.all(answering(3, pupils.slice(1), 1_000))
  await until('the third reveal', () => pupils.every(({ reveals }) => reveals.has(3)))
  expect(Math.abs((await runningTime(database.pool, lesson.lessonId, 3)) - LIMIT_S * 1000)).toBeLessThan(1_500)
  await host.act({ kind: 'next' })
  await until('the podium', () => pupils.every(({ step, standing }) => step?.phase === 'podium' && standing))
  await until('the host has it', () => host.standings.length === PUPIL_COUNT)

  const check = await checkLesson(database.pool, lesson, pupils)
  expect(check).toEqual({
    faults: [],
    ackedCount: PUPIL_COUNT * ITEM_COUNT - 1,
    storedCount: PUPIL_COUNT * ITEM_COUNT - 1,
  })
  const expected = await podiumByDatabase(database.pool, lesson, pupils)
  expect(shown(host.standings)).toEqual(expected)
  expect(shown(pupils.map(({ standing }) => standing))).toEqual(expected)
  // Pupils who come in together are seated in the order the server took them, not in that of this list.
  const rightCounts = pupils.map(({ seat, rightCount }) => ({ seat, rightCount })).sort((a, b) => a.seat - b.seat)
  expect(rightCounts).toEqual(expected.map(({ seat, rightCount }) => ({ seat, rightCount })))
  // Times are those of the running clock: no answer has the outage in its time.
  const { rows: times } = await database.pool.query<{ most: number }>(
    `SELECT max(time_ms) AS most FROM lesson_answer WHERE lesson_id = $1`,
    [lesson.lessonId],
  )
  expect(times[0]?.most).toBeLessThanOrEqual(LIMIT_S * 1000)
  note(
    `killed in class: ready after ${readyMs} ms, ${PUPIL_COUNT} pupils and the host back ${backMs} ms later; ${leftMs} ms were left, ${leftAfterMs.toFixed(0)} ms afterwards`,
  )
})

it('CR-40: the check would notice a lost, a changed and an invented answer', async () => {
  const [one, other] = pupils.slice(1) as [Pupil, Pupil]
  const item = one.items.get(1)
  const sent = one.sent.get(1)
  if (!item || !sent) throw new Error('nothing was sent')
  one.sent.set(1, { ...sent, line: item.options.find(({ token }) => token !== sent.line)?.token as string })
  one.sent.set(9, { line: 'x', ack: { takenMs: 1 }, refused: null })
  other.sent.delete(1)
  const { faults } = await checkLesson(database.pool, lesson, pupils)
  expect(faults).toEqual([
    `${one.name}, place 1: another answer is stored than was sent`,
    `${one.name}, place 9: acknowledged and lost`,
    `seat and place ${other.seat} 1: stored and never sent`,
  ])
})
