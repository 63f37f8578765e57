import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from 'redis'
import { type ApiProcess, startApi } from '../support/api-process'
import { Client } from '../support/client'
import { describeWithRedis, freshDatabase, type TestDatabase } from '../support/databases'
import { addPeople, addPerson, addUnits, PASSWORD, type Person, signedIn } from '../support/people'
import { startRedis } from '../support/servers.mjs'
import { makeContest, type Story } from '../support/story'
import { type BoardWatcher, boardByDatabase, closeSockets, plainRows, watchBoard } from './support/board-watcher'
import { checkHistories, Contestant } from './support/history'
import { inParts } from './support/in-parts'
import { note, until } from './support/until'

const PERSON_COUNT = 60
/** Every ten seconds each process puts again what was closed in the last minute; with room for a busy machine. */
const CATCH_UP = { withinMs: 20_000 }

describeWithRedis('Redis forgets everything, and goes away, in mid-round', () => {
  let database: TestDatabase
  let folder: string
  let redis: Awaited<ReturnType<typeof startRedis>>
  let apis: ApiProcess[] = []
  let story: Story
  let people: Person[]
  let contestants: Contestant[]
  let watchers: BoardWatcher[]
  /** Who has not submitted yet; each act takes some. */
  let writing: Contestant[]
  const submitted: Contestant[] = []

  beforeAll(async () => {
    database = await freshDatabase()
    folder = await mkdtemp(path.join(os.tmpdir(), 'thiso-redis-'))
    redis = await startRedis(folder)
    const env = { DATABASE_URL: database.url, REDIS_URL: redis.url }
    apis = await Promise.all([startApi(env), startApi(env)])
    const units = await addUnits(database.pool)
    story = await makeContest(await signedIn(url(0), database.pool, 'organizer'), { itemCount: 8 })
    people = await addPeople(database.pool, PERSON_COUNT, { unitIds: units.communes })
    contestants = await inParts(people, 20, (person, index) =>
      Contestant.start(url(index), person, story, `redis ${index}`),
    )
    writing = [...contestants]
    watchers = await Promise.all([watchBoard(url(0), story.roundId), watchBoard(url(1), story.roundId)])
  })

  afterAll(async () => {
    closeSockets()
    await Promise.all(apis.map((api) => api.stop()))
    await redis?.stop()
    await database?.drop()
    await rm(folder, { recursive: true, force: true })
  })

  const url = (index: number) => apis[index % 2]?.url as string
  const ready = async (index: number) => {
    const response = await fetch(`${url(index)}/api/health/ready`)
    return { httpStatus: response.status, ...((await response.json()) as { database: string; cache: string }) }
  }

  /**
   * Everybody who is still at it answers without pause while `fault` happens, and `count` of them submit in the middle of it. All
   * of it must succeed at the first try.
   */
  async function meanwhile(count: number, fault: () => Promise<void>): Promise<void> {
    let isOver = false
    let slowestMs = 0
    const refused: string[] = []
    const timed = async (work: () => Promise<{ status: number; text: string }>) => {
      const from = performance.now()
      const { status, text } = await work()
      slowestMs = Math.max(slowestMs, performance.now() - from)
      if (status !== 200) refused.push(`${status} ${text}`)
    }
    const submitting = writing.splice(0, count)
    submitted.push(...submitting)
    const answering = Promise.all(
      writing.map(async (contestant) => {
        while (!isOver) {
          await timed(() => contestant.save([contestant.choose()]))
          await sleep(20)
        }
      }),
    )
    const handingIn = inParts(submitting, 2, async (contestant) => {
      await timed(() => contestant.save([contestant.choose(), contestant.choose()]))
      await sleep(50)
      await timed(() => contestant.submit())
    })
    try {
      await Promise.all([fault(), handingIn])
    } finally {
      isOver = true
    }
    await answering
    expect(refused).toEqual([])
    // Nothing on the way of an answer may wait for a cache.
    expect(slowestMs).toBeLessThan(3_000)
  }

  async function boardsAgree(): Promise<void> {
    const expected = await boardByDatabase(database.pool, story.roundId)
    expect(expected).toHaveLength(submitted.length)
    const from = performance.now()
    for (const index of [0, 1]) {
      await until(
        `board of process ${index} as in the database`,
        async () => {
          const board = await new Client(url(index)).get('board', { params: { roundId: story.roundId } })
          expect(plainRows(board)).toEqual(expected)
          return board.participantCount === submitted.length
        },
        CATCH_UP,
      )
      await until(
        `watcher of process ${index} shows it`,
        () => {
          expect(plainRows(watchers[index]?.board() ?? { rows: [] })).toEqual(expected)
          return true
        },
        CATCH_UP,
      )
      expect(watchers[index]?.socket.connected).toBe(true)
      expect(watchers[index]?.steps).toEqual([])
    }
    const byUnit = await new Client(url(0)).get('boardByUnit', { params: { roundId: story.roundId } })
    expect(byUnit.rows.reduce((sum, row) => sum + row.participantCount, 0)).toBe(submitted.length)
    note(`redis away: boards equal the database ${(performance.now() - from).toFixed(0)} ms after it was back`)
    expect((await checkHistories(database.pool, contestants)).faults).toEqual([])
  }

  it('begins with boards that agree', async () => {
    await meanwhile(10, async () => undefined)
    await boardsAgree()
  })

  it('FLUSHALL costs no answer, and the boards are filled again from the database', async () => {
    const client = createClient({ url: redis.url })
    await client.connect()
    await meanwhile(15, async () => {
      for (let times = 0; times < 3; times++) {
        await client.flushAll()
        await sleep(400)
      }
    })
    client.destroy()
    await boardsAgree()
  })

  it('without Redis answers, submissions, starts and signing in go on; readiness says that only the cache is down', async () => {
    const sockets = watchers.map(({ socket }) => socket.id)
    const late = await addPeople(database.pool, 2, {})
    await meanwhile(15, async () => {
      await redis.stop()
      for (const index of [0, 1])
        await until('the cache is seen as down', async () => (await ready(index)).cache === 'down')
      for (const index of [0, 1])
        expect(await ready(index)).toMatchObject({ httpStatus: 200, database: 'up', cache: 'down' })
      // A board has to wait once the remembered one is too old: in the words of the contract, not as a failure of ours.
      const seen = new Set<number>()
      await until('the board says that it has to wait', async () => {
        seen.add((await new Client(url(0)).call('board', { params: { roundId: story.roundId } })).status)
        return seen.has(503)
      })
      expect([...seen].filter((status) => status !== 200)).toEqual([503])
      expect((await new Client(url(0)).get('home')).featuredRoundId).toBe(story.roundId)
      const person = await addPerson(database.pool)
      const { login } = person
      expect((await new Client(url(1)).call('signIn', { body: { login, password: PASSWORD } })).status).toBe(200)
      contestants.push(
        ...(await Promise.all(late.map((each, index) => Contestant.start(url(index), each, story, `late ${index}`)))),
      )
      await sleep(2_500)
      expect(await ready(0)).toMatchObject({ httpStatus: 200, cache: 'down' })
      redis = await startRedis(folder, redis.port)
    })
    for (const index of [0, 1])
      await until('the cache is seen as up again', async () => (await ready(index)).cache === 'up')
    await boardsAgree()
    // The same sockets as before: nobody was thrown out.
    expect(watchers.map(({ socket }) => socket.id)).toEqual(sockets)
  })

  it('carries notices between the processes again afterwards', async () => {
    const person = await addPerson(database.pool)
    const here = new Client(url(0), person.token)
    const there = here.twin(url(1))
    for (const client of [here, there]) expect((await client.get('me')).account?.id).toBe(person.accountId)
    await here.get('signOut')
    await until('the other process hears of it', async () => (await there.get('me')).account === null, {
      withinMs: 3_000,
    })
  })

  it('lets a process start without Redis, and join the others when it comes', async () => {
    await redis.stop()
    const [, old] = apis as [ApiProcess, ApiProcess]
    await old.stop()
    const env = { DATABASE_URL: database.url, REDIS_URL: redis.url, PORT: String(old.port) }
    const lonely = await startApi(env)
    const stoppedAt = performance.now()
    await lonely.stop()
    expect(performance.now() - stoppedAt).toBeLessThan(5_000)
    apis[1] = await startApi(env)
    expect(await ready(1)).toMatchObject({ httpStatus: 200, database: 'up', cache: 'down' })
    const [contestant] = contestants.slice(-1) as [Contestant]
    const client = new Client(url(1), contestant.person.token)
    expect((await contestant.save([contestant.choose()], client)).status).toBe(200)
    redis = await startRedis(folder, redis.port)
    for (const index of [0, 1]) await until('the cache is seen as up', async () => (await ready(index)).cache === 'up')
    // Hears the others, and is heard.
    for (const from of [0, 1]) {
      const person = await addPerson(database.pool)
      const here = new Client(url(from), person.token)
      const there = here.twin(url(from + 1))
      for (const each of [here, there]) expect((await each.get('me')).account?.id).toBe(person.accountId)
      await here.get('signOut')
      await until('the other process hears of it', async () => (await there.get('me')).account === null, {
        withinMs: 5_000,
      })
    }
    expect((await checkHistories(database.pool, contestants)).faults).toEqual([])
  })
})
