import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { createClient, type RedisClientType } from 'redis'
import { describeWithRedis, redisUrl } from '../../../../../test/support/databases'
import { DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import { keyLayout, rankingKey } from '../domain/ranking-key.js'
import { MemoryStandingStore } from './memory-standing-store.js'
import { RedisStandingStore } from './redis-standing-store.js'
import type { StandingEntry, StandingStore } from './standing-store.js'

/** What every store must do, told by a map that is looked through from end to end. */
interface Model {
  state: 'absent' | 'loading' | 'ready'
  entries: Map<string, StandingEntry>
  /** The highest version that was seen, and whether something has changed since. */
  seen: number
  isChanged: boolean
  /** What the loader takes for the version: it grows like a clock. */
  clock: number
}
interface Real {
  store: StandingStore
  roundId: string
}

const OPENS = Date.parse('2026-11-20T01:00:00Z')
const layout = keyLayout(DEFAULT_ROUND_RULES.ranking, {
  minPoints: -3,
  maxPoints: 3,
  itemCount: 3,
  timeLimitS: 600,
  opensAtMs: OPENS,
  closesAtMs: OPENS + 7 * 86_400_000,
})
const ACCOUNTS = Array.from({ length: 9 }, (_, index) => `account-${index}`)
const entry: fc.Arbitrary<StandingEntry> = fc
  .record({
    accountId: fc.constantFrom(...ACCOUNTS),
    groupId: fc.constantFrom('', 'tien-phuoc', 'hoi-an'),
    version: fc.integer({ min: 1, max: 4 }),
    result: fc.record({
      points: fc.constantFrom(-0.5, 0, 0.25, 1, 2.33, 3),
      rightCount: fc.integer({ min: 0, max: 3 }),
      timeUsedS: fc.integer({ min: 0, max: 2 }),
      submittedAtMs: fc.integer({ min: 0, max: 2 }).map((s) => Date.parse('2026-11-23T01:00:00Z') + s * 1000),
      attemptCount: fc.integer({ min: 1, max: 4 }),
    }),
  })
  // What is put is made from the database: the same version of the same key is the same entry.
  .map((made) => {
    const key = rankingKey(layout, made.result)
    return {
      ...made,
      key,
      groupId: ['', 'tien-phuoc', 'hoi-an'][key % 3] as string,
      result: { ...made.result, rightCount: key % 4, attemptCount: made.version },
    }
  })
/** LB-4, told once more: the highest version stands, of two of the same the greater key. */
const stands = (known: StandingEntry | undefined, put: StandingEntry) =>
  !known || put.version > known.version || (put.version === known.version && put.key > known.key) ? put : known
const rowOf = ({ accountId, key, result }: StandingEntry) => ({ accountId, key, result })
const simple = (accountId: string, key: number, groupId = ''): StandingEntry => ({
  accountId,
  groupId,
  version: 1,
  key,
  result: { points: 1, rightCount: 1, timeUsedS: 1, submittedAtMs: OPENS, attemptCount: 1 },
})

const ordered = ({ entries }: Model) =>
  [...entries.values()].sort((a, b) => b.key - a.key || (a.accountId < b.accountId ? 1 : -1))

type Command = fc.AsyncCommand<Model, Real>

class BeginLoad implements Command {
  check = () => true
  async run(model: Model, { store, roundId }: Real) {
    expect(await store.beginLoad(roundId)).toBe(model.state === 'absent')
    if (model.state === 'absent') model.state = 'loading'
  }
  toString = () => 'beginLoad'
}

class EndLoad implements Command {
  check = (model: Model) => model.state !== 'ready'
  async run(model: Model, { store, roundId }: Real) {
    model.clock += 1_000
    await store.endLoad(roundId, model.clock)
    if (model.state === 'loading') model.state = 'ready'
  }
  toString = () => 'endLoad'
}

class Drop implements Command {
  check = () => true
  async run(model: Model, { store, roundId }: Real) {
    await store.drop(roundId)
    model.state = 'absent'
    model.entries.clear()
  }
  toString = () => 'drop'
}

class Put implements Command {
  constructor(private readonly list: StandingEntry[]) {}
  check = () => true
  async run(model: Model, { store, roundId }: Real) {
    expect(await store.put(roundId, this.list)).toBe(model.state !== 'absent')
    if (model.state === 'absent') return
    for (const each of this.list) {
      const known = model.entries.get(each.accountId)
      const next = stands(known, each)
      if (next === known) continue
      model.entries.set(each.accountId, next)
      model.isChanged = true
    }
  }
  toString = () => `put ${JSON.stringify(this.list)}`
}

class Look implements Command {
  constructor(
    private readonly from: number,
    private readonly count: number,
  ) {}
  check = () => true
  async run(model: Model, { store, roundId }: Real) {
    const version = await store.version(roundId)
    expect(version === null).toBe(model.state !== 'ready')
    if (version === null) return
    if (model.isChanged) expect(version).toBeGreaterThan(model.seen)
    else expect(version).toBeGreaterThanOrEqual(model.seen)
    model.seen = version
    model.isChanged = false

    const all = ordered(model)
    expect(await store.size(roundId)).toBe(all.length)
    expect(await store.range(roundId, this.from, this.count)).toEqual(
      all.slice(this.from, this.from + this.count).map(rowOf),
    )
    for (const accountId of ACCOUNTS) {
      const index = all.findIndex((each) => each.accountId === accountId)
      const key = all[index]?.key ?? 0
      const aheadCount = all.filter((each) => each.key > key).length
      expect(await store.find(roundId, accountId)).toEqual(index < 0 ? null : { index, aheadCount, key })
      if (index >= 0) expect(await store.countAhead(roundId, key)).toBe(aheadCount)
    }
    const groups = (await store.groups(roundId)).filter(({ participantCount }) => participantCount > 0)
    const byId = (list: typeof groups) => [...list].sort((a, b) => (a.groupId < b.groupId ? -1 : 1))
    expect(byId(groups)).toEqual(
      byId(
        ['', 'tien-phuoc', 'hoi-an'].flatMap((groupId) => {
          const points = all.filter((each) => each.groupId === groupId).map(({ result }) => result.points)
          if (points.length === 0) return []
          return [
            {
              groupId,
              participantCount: points.length,
              pointsSum: Math.round(points.reduce((sum, each) => sum + each, 0) * 100) / 100,
              bestPoints: Math.max(...points),
            },
          ]
        }),
      ),
    )
  }
  toString = () => `look ${this.from} ${this.count}`
}

const commands = fc.commands(
  [
    fc.constant(new BeginLoad()),
    fc.constant(new EndLoad()),
    fc.array(entry, { minLength: 1, maxLength: 6 }).map((list) => new Put(list)),
    fc.array(entry, { minLength: 1, maxLength: 6 }).map((list) => new Put(list)),
    fc.tuple(fc.nat(9), fc.nat(12)).map(([from, count]) => new Look(from, count)),
    fc.constant(new Drop()),
  ],
  { maxCommands: 40 },
)

function holdsTheContract(makeStore: () => StandingStore) {
  it('does what the map does, whatever is asked in whatever order', async () => {
    const store = makeStore()
    await fc.assert(
      fc.asyncProperty(commands, async (list) => {
        const model: Model = { state: 'absent', entries: new Map(), seen: 0, isChanged: false, clock: 1_000 }
        const roundId = randomUUID()
        await fc.asyncModelRun(() => ({ model, real: { store, roundId } }), list)
        await store.drop(roundId)
      }),
      { numRuns: 120 },
    )
  })

  it('gives the same board in whatever order, and however often, the same results are put', async () => {
    const store = makeStore()
    const results = fc.array(entry, { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(
        results.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
        ),
        async ([list, again]) => {
          const standing = new Map<string, StandingEntry>()
          for (const each of list) standing.set(each.accountId, stands(standing.get(each.accountId), each))
          const roundId = randomUUID()
          await store.beginLoad(roundId)
          for (const each of again) await store.put(roundId, [each])
          await store.endLoad(roundId, 1)
          const rows = await store.range(roundId, 0, 100)
          expect(new Map(rows.map((row) => [row.accountId, row]))).toEqual(
            new Map([...standing].map(([accountId, each]) => [accountId, rowOf(each)])),
          )
          await store.drop(roundId)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('LB-3: lets a later attempt take the place of a better one, also where the better one is told again afterwards', async () => {
    const store = makeStore()
    const roundId = randomUUID()
    await store.beginLoad(roundId)
    const first = { ...simple('a', 900, 'tien-phuoc'), result: { ...simple('a', 0).result, points: 9 } }
    const second = { ...simple('a', 100, 'tien-phuoc'), version: 2, result: { ...first.result, points: 1 } }
    const other = { ...simple('b', 400, 'tien-phuoc'), result: { ...first.result, points: 4 } }
    await store.put(roundId, [first, other])
    await store.put(roundId, [second])
    await store.put(roundId, [first, second, first])
    await store.endLoad(roundId, 1)
    expect(await store.range(roundId, 0, 9)).toEqual([rowOf(other), rowOf(second)])
    // Also what the group was best at has gone.
    expect(await store.groups(roundId)).toEqual([
      { groupId: 'tien-phuoc', participantCount: 2, pointsSum: 5, bestPoints: 4 },
    ])
    await store.drop(roundId)
  })

  it('lets one of many load a round', async () => {
    const store = makeStore()
    const roundId = randomUUID()
    const claims = await Promise.all(Array.from({ length: 20 }, () => store.beginLoad(roundId)))
    expect(claims.filter(Boolean)).toHaveLength(1)
    await store.drop(roundId)
  })

  it('keeps rounds apart', async () => {
    const store = makeStore()
    const [one, two] = [randomUUID(), randomUUID()]
    for (const roundId of [one, two]) {
      await store.beginLoad(roundId)
      await store.endLoad(roundId, 1)
    }
    await store.put(one, [simple('a', 5, 'g')])
    expect(await store.size(two)).toBe(0)
    expect(await store.groups(two)).toEqual([])
    await store.drop(one)
    expect(await store.version(two)).not.toBeNull()
    await store.drop(two)
  })

  it('takes thousands at once and holds keys of all 53 bits', async () => {
    const store = makeStore()
    const roundId = randomUUID()
    const entries = Array.from({ length: 3_000 }, (_, index) =>
      simple(`a${String(index).padStart(5, '0')}`, 2 ** 53 - 1 - (index % 1_000), `g${index % 7}`),
    )
    await store.beginLoad(roundId)
    await store.put(roundId, entries)
    await store.endLoad(roundId, 1)
    const rows = await store.range(roundId, 0, 3_000)
    expect(rows).toEqual([...entries].sort((a, b) => b.key - a.key || (a.accountId < b.accountId ? 1 : -1)).map(rowOf))
    expect(await store.countAhead(roundId, 2 ** 53 - 2)).toBe(3)
    await store.drop(roundId)
  })
}

describe('the store in memory', () => {
  holdsTheContract(() => new MemoryStandingStore())
})

describeWithRedis('the store in Redis', () => {
  let clients: RedisClientType[] = []

  beforeAll(async () => {
    clients = await Promise.all(
      [1, 2, 3].map(async () => (await createClient({ url: redisUrl() as string }).connect()) as RedisClientType),
    )
  })
  afterAll(() => {
    for (const client of clients) client.destroy()
  })

  holdsTheContract(() => new RedisStandingStore(clients[0] as RedisClientType))

  it('is one board for all processes, also while they put at the same time', async () => {
    const stores = clients.map((client) => new RedisStandingStore(client))
    const roundId = randomUUID()
    await stores[0]?.beginLoad(roundId)
    const standing = new Map<string, StandingEntry>()
    const puts = Array.from({ length: 600 }, (_, index) => {
      const each = { ...simple(`a${index % 40}`, (index * 7_919) % 100_003, 'g'), version: 1 + (index % 3) }
      standing.set(each.accountId, stands(standing.get(each.accountId), each))
      return stores[index % stores.length]?.put(roundId, [each])
    })
    await Promise.all(puts)
    await stores[1]?.endLoad(roundId, 1)
    const rows = (await stores[2]?.range(roundId, 0, 100)) ?? []
    expect(new Map(rows.map(({ accountId, key }) => [accountId, key]))).toEqual(
      new Map([...standing].map(([accountId, { key }]) => [accountId, key])),
    )
    expect(await stores[0]?.groups(roundId)).toMatchObject([{ participantCount: 40 }])
    await stores[0]?.drop(roundId)
  })

  const keysLeft = async (boardId: string) => (await clients[0]?.keys(`*${boardId}*`))?.length
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  it('forgets a board whole that nobody uses any more, also one that was dropped or whose loading broke off', async () => {
    const store = new RedisStandingStore(clients[0] as RedisClientType, 300)
    const [idle, dropped, brokenOff] = [randomUUID(), randomUUID(), randomUUID()]
    for (const boardId of [idle, dropped, brokenOff]) {
      await store.beginLoad(boardId)
      await store.put(boardId, [simple('a', 1, 'g')])
    }
    for (const boardId of [idle, dropped]) await store.endLoad(boardId, 5_000)
    await store.drop(dropped)
    expect(await Promise.all([idle, dropped, brokenOff].map(keysLeft))).toEqual([5, 1, 5])
    await pause(500)
    // What is being loaded keeps only its claim, which ends by itself too.
    expect(await Promise.all([idle, dropped, brokenOff].map(keysLeft))).toEqual([0, 0, 1])
    expect(await clients[0]?.pTTL(`thiso:board:{${brokenOff}}:state`)).toBeGreaterThan(0)
    expect(await store.version(idle)).toBeNull()
    expect(await store.put(idle, [simple('a', 1)])).toBe(false)
    await store.drop(brokenOff)
  })

  it('keeps a board whole as long as it is read or put into', async () => {
    const store = new RedisStandingStore(clients[0] as RedisClientType, 600)
    const [read, put] = [randomUUID(), randomUUID()]
    for (const boardId of [read, put]) {
      await store.beginLoad(boardId)
      await store.put(boardId, [simple('a', 1, 'g')])
      await store.endLoad(boardId, 5_000)
    }
    for (let round = 0; round < 12; round++) {
      await pause(100)
      expect(await store.version(read)).not.toBeNull()
      // The same again changes nothing, and is a use all the same.
      expect(await store.put(put, [simple('a', 1, 'g')])).toBe(true)
    }
    for (const boardId of [read, put]) {
      expect(await keysLeft(boardId)).toBe(5)
      expect(await store.range(boardId, 0, 9)).toHaveLength(1)
      await store.drop(boardId)
    }
  })

  it('goes on from a higher version than any before when Redis has lost everything', async () => {
    const store = new RedisStandingStore(clients[0] as RedisClientType)
    const roundId = randomUUID()
    await store.beginLoad(roundId)
    await store.endLoad(roundId, 5_000)
    await store.put(roundId, [simple('a', 1)])
    const before = (await store.version(roundId)) ?? 0
    await clients[0]?.flushAll()
    expect(await store.version(roundId)).toBeNull()
    expect(await store.put(roundId, [simple('a', 1)])).toBe(false)
    await store.beginLoad(roundId)
    await store.endLoad(roundId, 6_000)
    expect(await store.version(roundId)).toBeGreaterThan(before)
    await store.drop(roundId)
  })
})
