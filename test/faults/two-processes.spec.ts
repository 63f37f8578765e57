import { type ApiProcess, startApi } from '../support/api-process'
import { Client } from '../support/client'
import { describeWithRedis, freshDatabase, redisUrl, type TestDatabase } from '../support/databases'
import { addPeople, addPerson, addUnits, knowDatabase, type Person, type Units } from '../support/people'
import { makeContest, newHolder, type Story } from '../support/story'
import {
  type BoardWatcher,
  boardByDatabase,
  closeSockets,
  openSocket,
  plainRows,
  watchBoard,
} from './support/board-watcher'
import { checkHistories, type Choice, Contestant, draws } from './support/history'
import { type RoundRobin, startRoundRobin } from './support/round-robin'
import { until } from './support/until'

const CONTESTANT_COUNT = 20
const GRACE_MS = 3_000

describeWithRedis('two API processes, every request to the other one than the last', () => {
  let database: TestDatabase
  let apis: ApiProcess[] = []
  let proxy: RoundRobin
  let units: Units
  let staff: Client
  let story: Story
  let people: Person[]
  let contestants: Contestant[]
  const watchers: BoardWatcher[] = []

  beforeAll(async () => {
    database = await freshDatabase()
    const env = { DATABASE_URL: database.url, REDIS_URL: redisUrl() as string }
    apis = await Promise.all([startApi(env), startApi(env)])
    proxy = await startRoundRobin(apis.map(({ url }) => url))
    for (const { url } of [...apis, proxy]) knowDatabase(url, database.pool)
    units = await addUnits(database.pool)
    staff = new Client(proxy.url, (await addPerson(database.pool, 'organizer')).token)
    people = await addPeople(database.pool, CONTESTANT_COUNT, { unitIds: units.communes })
  })

  afterAll(async () => {
    closeSockets()
    await proxy?.stop()
    await Promise.all(apis.map((api) => api.stop()))
    await database?.drop()
  })

  const urls = () => apis.map(({ url }) => url)
  const both = (client: Client) => urls().map((url) => client.twin(url))

  /** Well before what a process remembers for itself is forgotten. */
  async function knownEverywhere(state: string) {
    for (const client of both(staff))
      await until(
        `both processes know the round as ${state}`,
        async () => (await client.get('round', { params: { roundId: story.roundId } })).round.state === state,
        { withinMs: 700, everyMs: 20 },
      )
  }

  it('lets the organizer make, publish and open a round; both processes know it as open', async () => {
    story = await makeContest(staff, { opensInS: 3_600, itemCount: 8 })
    await knownEverywhere('scheduled')
    await staff.get('openRound', { params: { roundId: story.roundId } })
    await knownEverywhere('open')
  })

  it('starts one attempt for each of twenty people who knock at both processes at once', async () => {
    for (const url of [...urls(), proxy.url]) watchers.push(await watchBoard(url, story.roundId))
    await Promise.all(
      people.map(async (person) => {
        const holder = newHolder()
        const replies = await Promise.all(
          [...urls(), ...urls()].map((url) =>
            new Client(url, person.token).get('startAttempt', {
              params: { roundId: story.roundId },
              body: { holder },
            }),
          ),
        )
        expect(new Set(replies.map(({ attempt }) => attempt.attemptId)).size).toBe(1)
        // The same paper from both: nobody can choose between two draws.
        expect(new Set(replies.map(({ items }) => JSON.stringify(items))).size).toBe(1)
      }),
    )
    const { rows } = await database.pool.query(
      `SELECT count(*)::int AS attempts, count(DISTINCT account_id)::int AS people FROM attempt WHERE round_id = $1`,
      [story.roundId],
    )
    expect(rows[0]).toEqual({ attempts: CONTESTANT_COUNT, people: CONTESTANT_COUNT })
  })

  it('keeps every answer once, however its requests are reordered, repeated and spread', async () => {
    // Another tab of each person takes over what the race above has started, and goes on through the proxy.
    contestants = await Promise.all(
      people.map(async (person, index) => {
        const client = new Client(proxy.url, person.token)
        const { attempts } = await client.get('myAttempts')
        return Contestant.takeOver(proxy.url, person, attempts[0]?.attemptId as string, story, `two ${index}`)
      }),
    )
    const before = [...proxy.served]
    await Promise.all(
      contestants.map(async (contestant, index) => {
        const random = draws(`order ${index}`)
        const choices = Array.from({ length: 12 }, () => contestant.choose())
        const requests: Choice[][] = random.shuffled([
          ...choices.map((choice) => [choice]),
          ...random.sample(choices, 4).map((choice) => [choice]),
          random.shuffled(choices).slice(0, 5),
        ])
        const replies = await Promise.all(requests.map((request) => contestant.save(request)))
        expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200))
        expect(contestant.acked.size).toBe(choices.length)
      }),
    )
    const served = proxy.served.map((count, index) => count - (before[index] ?? 0))
    expect(Math.abs((served[0] ?? 0) - (served[1] ?? 0))).toBeLessThanOrEqual(1)
    expect(Math.min(...served)).toBeGreaterThanOrEqual((CONTESTANT_COUNT * 17) / 2 - 1)
    expect(await checkHistories(database.pool, contestants)).toMatchObject({
      faults: [],
      ackedCount: CONTESTANT_COUNT * 12,
      storedCount: CONTESTANT_COUNT * 12,
    })
  })

  it('tells the tab on the other process that the attempt was taken over, and takes nothing more from it', async () => {
    const [person] = await addPeople(database.pool, 1, { unitIds: units.communes })
    const first = await Contestant.start(apis[0]?.url as string, person as Person, story, 'take-over')
    const socket = await openSocket(apis[0]?.url as string, person?.token)
    const lost: unknown[] = []
    socket.on('attempt:taken-over', (event) => lost.push(event))
    const { attemptId, holder } = first
    expect(await socket.timeout(5_000).emitWithAck('attempt:watch', { attemptId, holder })).toEqual({ ok: true })
    await first.save([first.choose()])

    await Contestant.takeOver(apis[1]?.url as string, person as Person, attemptId, story, 'taken over')
    await until('the first tab hears of it', () => lost.length > 0, { withinMs: 5_000 })
    expect(lost).toEqual([{ attemptId }])
    for (const client of both(first.client)) {
      const reply = await first.save([first.choose()], client)
      expect([reply.status, reply.code]).toEqual([409, 'ATTEMPT.HELD_ELSEWHERE'])
    }
    expect((await checkHistories(database.pool, [first])).storedCount).toBe(1)
  })

  it('gives one receipt for submissions to both processes at once', async () => {
    await Promise.all(
      contestants.map(async (contestant) => {
        const replies = await Promise.all(
          [...urls(), proxy.url].map((url) => contestant.submit(new Client(url, contestant.person.token))),
        )
        expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1)
        expect(replies[0]?.body).toMatchObject({ attemptId: contestant.attemptId, submitKind: 'by_participant' })
        const again = await contestant.submit()
        expect(again.body).toEqual(replies[0]?.body)
      }),
    )
    const { faults, submittedCount } = await checkHistories(database.pool, contestants)
    expect({ faults, submittedCount }).toEqual({ faults: [], submittedCount: CONTESTANT_COUNT })
  })

  it('leads the watchers of both processes by patches to the board that everybody can ask for', async () => {
    const expected = await boardByDatabase(database.pool, story.roundId)
    expect(expected).toHaveLength(CONTESTANT_COUNT)
    for (const client of both(staff))
      await until('the board of the database', async () => {
        const board = await client.get('board', { params: { roundId: story.roundId } })
        expect(plainRows(board)).toEqual(expected)
        return true
      })
    for (const watcher of watchers) {
      await until('the watchers show it', () => {
        expect(plainRows(watcher.board())).toEqual(expected)
        return true
      })
      expect(watcher.board().participantCount).toBe(CONTESTANT_COUNT)
      expect(watcher.patchCount()).toBeGreaterThan(0)
      expect(watcher.steps).toEqual([])
      const asked = await staff.get('board', { params: { roundId: story.roundId } })
      expect(watcher.board()).toEqual(asked)
    }
  })

  it('knows on one process at once who signed out on the other', async () => {
    const person = await addPerson(database.pool, 'contestant', units.communes[0] ?? null)
    const [here, there] = both(new Client(proxy.url, person.token)) as [Client, Client]
    // Both believe the session from now on.
    for (const client of [here, there]) expect((await client.get('me')).account?.id).toBe(person.accountId)
    await here.twin().get('signOut')
    await until('the other process forgets the session', async () => (await there.get('me')).account === null, {
      withinMs: 3_000,
    })
    expect(await there.refusal('myAttempts')).toBe('AUTH.SIGN_IN_NEEDED')
  })

  it('stops answers and starts on one process when the round is closed by hand on the other', async () => {
    const late = await addPeople(database.pool, 4, { unitIds: units.communes })
    const writers = await Promise.all(
      late.slice(0, 3).map((person, index) => Contestant.start(apis[1]?.url as string, person, story, `late ${index}`)),
    )
    const heard: unknown[] = []
    const socket = await openSocket(apis[1]?.url as string)
    socket.on('round:changed', (event) => heard.push(event))
    for (const writer of writers) expect((await writer.save([writer.choose()])).status).toBe(200)

    await new Client(apis[0]?.url as string, [...staff.cookies.values()][0]).get('closeRound', {
      params: { roundId: story.roundId },
    })
    const closedAt = performance.now()
    await until('the other process refuses starts', async () => {
      const client = new Client(apis[1]?.url as string, late[3]?.token)
      const reply = await client.call('startAttempt', {
        params: { roundId: story.roundId },
        body: { holder: newHolder() },
      })
      return reply.code === 'ROUND.CLOSED'
    })
    expect(performance.now() - closedAt).toBeLessThan(2_000)
    await until('the other process says so to its sockets', () => heard.length > 0, { withinMs: 2_000 })

    // What was on its way at the closing still counts for the grace that everybody has.
    for (const writer of writers)
      await until('the other process refuses answers', async () => {
        const reply = await writer.save([writer.choose()])
        if (reply.status === 200) return false
        expect(['ATTEMPT.DEADLINE_PASSED', 'ATTEMPT.ALREADY_SUBMITTED']).toContain(reply.code)
        return true
      })
    expect(performance.now() - closedAt).toBeLessThan(GRACE_MS + 2_000)
    const { rows } = await database.pool.query(
      `SELECT count(*)::int AS late FROM response_event e JOIN attempt a ON a.id = e.attempt_id JOIN round r ON r.id = a.round_id
       WHERE r.id = $1 AND e.received_at > r.closes_at + make_interval(secs => r.grace_ms / 1000.0)`,
      [story.roundId],
    )
    expect(rows[0]).toEqual({ late: 0 })
    await until('the attempts that were running are closed', async () => {
      const { submittedCount } = await checkHistories(database.pool, writers)
      return submittedCount === writers.length
    })
    expect((await checkHistories(database.pool, [...contestants, ...writers])).faults).toEqual([])
  })
})
