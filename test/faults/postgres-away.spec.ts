import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { type ApiProcess, startApi } from '../support/api-process'
import { Client } from '../support/client'
import { addPeople, addUnits, PASSWORD, signedIn } from '../support/people'
import { makeContest, newHolder, type Story } from '../support/story'
import { checkHistories, Contestant } from './support/history'
import { inParts } from './support/in-parts'
import { isAlive, type OwnPostgres, startOwnPostgres } from './support/own-postgres'
import { note, until } from './support/until'

const CLIENT_COUNT = 100
/** So many of them hand in while the database dies and comes back. */
const LEAVING_COUNT = 30
const ANSWERS_BETWEEN = 300
/** What the api wrote down about its latest unforeseen error: those of the lost connections come by the hundred. */
const lastError = () =>
  api
    .log()
    .split('\n')
    .filter((line) => !/ECONNREFUSED|ECONNRESET|Connection terminated|terminating connection/.test(line))
    .at(-2)
    ?.slice(0, 1_500)

/** No request may hang: by then a page would have given up and asked again anyhow. */
const PATIENCE_MS = 8_000

let postgres: OwnPostgres
let pool: Pool
let api: ApiProcess
let story: Story
let staff: Client
let contestants: Contestant[]
let leaving: Contestant[]

beforeAll(async () => {
  postgres = await startOwnPostgres()
  api = await startApi({ DATABASE_URL: postgres.url })
  pool = new Pool({ connectionString: postgres.url, max: 4 })
  pool.on('error', () => undefined)
  const units = await addUnits(pool)
  staff = await signedIn(api.url, pool, 'organizer')
  story = await makeContest(staff, { itemCount: 10 })
  const people = await addPeople(pool, CLIENT_COUNT + LEAVING_COUNT, { unitIds: units.communes })
  const everybody = await inParts(people, 30, (person, index) =>
    Contestant.start(api.url, person, story, `postgres ${index}`),
  )
  contestants = everybody.slice(0, CLIENT_COUNT)
  leaving = everybody.slice(CLIENT_COUNT)
})

afterAll(async () => {
  await api?.stop()
  await pool?.end()
  await postgres?.stop()
})

it('answers in the words of the contract while the database is away, goes on by itself and loses nothing', async () => {
  const { pid } = api
  // Each once: a person's own tries to sign in are limited, whatever becomes of them.
  const strangers = await addPeople(pool, 200)
  let isOver = false
  let failure: unknown
  let ackedCount = 0
  let busyCount = 0
  let slowestMs = 0
  const timed = async <T>(work: () => Promise<T>) => {
    const from = performance.now()
    const reply = await work()
    slowestMs = Math.max(slowestMs, performance.now() - from)
    return reply
  }
  /** 200, or 503 in the one error shape with a time to come back; anything else is a defect. */
  const isDone = (what: string, reply: { status: number; code: unknown; headers: Headers; text: string }) => {
    if (reply.status === 200) return true
    if (reply.status !== 503) throw new Error(`${what}: ${reply.status} ${reply.text}\n${lastError()}`)
    expect(reply.code).toBe('SERVER.BUSY')
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0)
    busyCount++
    return false
  }
  const again = async (contestant: Contestant, work: () => Promise<boolean>) => {
    while (!(await work())) {
      await sleep(300)
      if (failure) throw new Error(`given up for ${contestant.attemptId}`, { cause: failure })
    }
  }
  const answering = contestants.map(async (contestant) => {
    while (!isOver) {
      const choices = [contestant.choose(), contestant.choose()]
      await again(contestant, async () => isDone('saveResponses', await timed(() => contestant.save(choices))))
      ackedCount++
    }
  })
  // Everything else that people do meanwhile, each path over its own pool of connections.
  const [witness] = contestants as [Contestant]
  const { attemptId, holder, client } = witness
  const { roundId } = story
  const others: [string, () => Promise<{ status: number; code: unknown; headers: Headers; text: string }>][] = [
    ['paper', () => client.call('paper', { params: { attemptId }, query: { holder } })],
    ['takeOverAttempt', () => client.call('takeOverAttempt', { params: { attemptId }, body: { holder } })],
    ['attemptStatus', () => client.call('attemptStatus', { params: { attemptId }, query: { holder } })],
    ['startAttempt', () => client.call('startAttempt', { params: { roundId }, body: { holder } })],
    ['home', () => client.call('home')],
    ['round', () => client.call('round', { params: { roundId } })],
    ['board', () => client.call('board', { params: { roundId } })],
    ['monitor', () => staff.call('monitor', { params: { roundId } })],
    [
      'signIn',
      () =>
        new Client(api.url).call('signIn', { body: { login: strangers.pop()?.login as string, password: PASSWORD } }),
    ],
    ['createBank', () => staff.call('createBank', { body: { name: `Ngân hàng ${newHolder()}` } })],
  ]
  const asking = others.map(async ([what, call]) => {
    while (!isOver) {
      isDone(what, await timed(call))
      await sleep(what === 'signIn' ? 600 : 60)
    }
  })
  const working = Promise.all([...answering, ...asking])
  working.catch((error) => {
    // Without the process every call fails with a word about sockets; what it said last is the reason.
    failure = isAlive(pid) ? error : new Error(`the api ended by itself:\n${api.log().slice(-2_500)}`, { cause: error })
  })
  const comes = async (what: string, isSo: () => boolean) => {
    await until(what, () => failure || isSo(), { withinMs: 30_000, everyMs: 10 })
    if (failure) throw failure
  }
  const acknowledged = (count: number) => comes(`${count} acknowledged answers`, () => ackedCount >= count)
  try {
    await acknowledged(ANSWERS_BETWEEN)
    const busyBefore = busyCount
    // Their closings are transactions of several statements: some are torn in the middle.
    const handingIn = Promise.all(
      leaving.map(async (contestant, index) => {
        await again(contestant, async () =>
          isDone('saveResponses', await timed(() => contestant.save([contestant.choose()]))),
        )
        await sleep(index * 5)
        await again(contestant, async () => isDone('submitAttempt', await timed(() => contestant.submit())))
      }),
    )
    handingIn.catch((error) => {
      failure = error
    })
    await sleep(20)
    const killedAt = performance.now()
    await postgres.kill()
    // Longer than the connections' own patience takes to show.
    await comes('requests are told to come back', () => busyCount > busyBefore + CLIENT_COUNT)
    const response = await fetch(`${api.url}/api/health/ready`)
    expect([response.status, await response.json()]).toEqual([503, expect.objectContaining({ database: 'down' })])
    expect((await fetch(`${api.url}/api/health/live`)).status).toBe(200)
    await sleep(2_000)
    const ackedWhileAway = ackedCount
    const restartedAt = performance.now()
    postgres.watch(() => undefined)
    await acknowledged(ackedWhileAway + 1)
    const firstAt = performance.now()
    const before = contestants.map(({ acked }) => acked.size)
    await comes('everybody goes on', () => contestants.every(({ acked }, index) => acked.size > (before[index] ?? 0)))
    note(
      `postgres away ${(restartedAt - killedAt).toFixed(0)} ms: first answer ${(firstAt - restartedAt).toFixed(0)} ms, all ${CLIENT_COUNT} people ${(performance.now() - restartedAt).toFixed(0)} ms after its restart began; ${busyCount} requests were told to come back, slowest request ${slowestMs.toFixed(0)} ms`,
    )
    await acknowledged(ackedCount + ANSWERS_BETWEEN)
    await handingIn
  } finally {
    isOver = true
  }
  await working

  expect(api.pid).toBe(pid)
  expect(isAlive(pid)).toBe(true)
  expect(slowestMs).toBeLessThan(PATIENCE_MS)
  expect(await checkHistories(pool, leaving)).toMatchObject({ faults: [], submittedCount: LEAVING_COUNT })
  const checked = await checkHistories(pool, contestants)
  expect(checked.faults).toEqual([])
  expect(checked.ackedCount).toBeGreaterThanOrEqual(ANSWERS_BETWEEN * 2)
  expect(checked.storedCount).toBe(checked.ackedCount)
})

it('closes and scores everything afterwards, and knows of the errors', async () => {
  await inParts(contestants, 30, async (contestant) => (await contestant.submit()).body)
  const { faults, submittedCount } = await checkHistories(pool, contestants)
  expect({ faults, submittedCount }).toEqual({ faults: [], submittedCount: CLIENT_COUNT })
  // Counted while the database was away, written down as soon as it was back.
  await until('the incidents are noted', async () => {
    const { rows } = await pool.query(`SELECT code, route, sum(count)::int AS count FROM incident GROUP BY 1, 2`)
    return rows.some(({ code, route }) => code === 'SERVER.BUSY' && route.includes('/responses'))
  })
  const { rows } = await pool.query(`SELECT route, code FROM incident WHERE code <> 'SERVER.BUSY'`)
  expect(rows).toEqual([])
})
