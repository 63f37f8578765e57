import { DEFAULT_ROUND_RULES, type RankingCriterion, type ResultPolicy, type RoundRules } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { LocalBus } from '../../../platform/live/bus.js'
import { cutoffOf } from '../../contests/app/round-freeze.js'
import { liveBoard, tableIndexIn } from '../domain/live-board.js'
import { rankingKey } from '../domain/ranking-key.js'
import { MemoryStandingStore } from '../infra/memory-standing-store.js'
import { BoardNames } from './board-names.js'
import { BoardService } from './board.service.js'
import { FinalBoard } from './final-board.js'
import { FinalResults } from './final-results.js'

const TOP_COUNT = 50
const OPENS = 1_749_000_000_000
const NOW = OPENS + 3_600_000

interface Setting {
  rules?: Partial<RoundRules>
  closesAt?: number
  resultPolicy?: ResultPolicy
  revealedAt?: Date | null
  pausedAt?: Date | null
  /** Codes of the contest's tables. */
  tables?: string[]
}

const roundOf = ({
  rules = {},
  closesAt = NOW + 3_600_000,
  resultPolicy = 'at_once',
  revealedAt = null,
  pausedAt = null,
}: Setting) => ({
  id: 'round',
  contestId: 'contest',
  resultPolicy,
  opensAt: new Date(OPENS),
  closesAt: new Date(closesAt),
  timeLimitS: 600,
  blueprint: [{ count: 10, points: 1 }],
  rules: { ...DEFAULT_ROUND_RULES, ...rules },
  frozenFrom: null,
  revealedAt,
  resultsPublishedAt: null,
  pausedAt,
  graceMs: 0,
})

/** The service over a store in memory; everything around it says the plainest thing. */
function boardOver(store: MemoryStandingStore, setting: Setting = {}): BoardService {
  const round = roundOf(setting)
  const keeper = { ensureLoaded: async () => liveBoard(round, cutoffOf(round), setting.tables) }
  const repository = {
    names: async (_: string, ids: readonly string[]) =>
      ids.map((accountId) => ({ accountId, fullName: accountId, unitId: null })),
  }
  const rounds = { demand: async () => round, stateOf: () => 'open' }
  const contests = { demand: async () => ({ isPublished: true, nameDisplay: 'full' }) }
  const units = { fullName: async () => null, byId: async () => new Map() }
  const names = new BoardNames(
    ...([repository, rounds, contests, units, { sessionSecret: 'x' }] as unknown as ConstructorParameters<
      typeof BoardNames
    >),
  )
  const final = new FinalBoard(
    new FinalResults(),
    names,
    units as unknown as ConstructorParameters<typeof FinalBoard>[2],
    new LocalBus(),
  )
  return new BoardService(
    ...([store, keeper, final, names, rounds, contests, units, { now: () => NOW }] as unknown as ConstructorParameters<
      typeof BoardService
    >),
  )
}

const { boardId: BOARD, layout } = liveBoard(roundOf({}), null)
const entry = (accountId: string, points: number, timeUsedS = 0) => {
  const result = { points, rightCount: points, timeUsedS, submittedAtMs: OPENS + 60_500, attemptCount: 1 }
  return { accountId, groupId: '', version: 1, key: rankingKey(layout, result), result }
}
const results = fc.array(
  fc.record({ points: fc.integer({ min: 0, max: 3 }), timeUsedS: fc.integer({ min: 0, max: 1 }) }),
  { minLength: 1, maxLength: 30 },
)

async function filled(list: readonly { points: number; timeUsedS?: number }[]): Promise<MemoryStandingStore> {
  const store = new MemoryStandingStore()
  await store.beginLoad(BOARD)
  await store.put(
    BOARD,
    list.map(({ points, timeUsedS }, n) => entry(`p${String(n).padStart(3, '0')}`, points, timeUsedS)),
  )
  await store.endLoad(BOARD, 1)
  return store
}

describe('LB-2: the own place', () => {
  it('is, with its neighbours, what the whole board says', async () => {
    await fc.assert(
      fc.asyncProperty(results, async (list) => {
        const store = await filled(list)
        const boards = boardOver(store)
        const { rows } = await boards.freshSnapshot('round')
        expect(rows).toHaveLength(list.length)
        for (const [index, row] of rows.entries()) {
          const { mine, neighbours } = await boards.mine('round', row.name)
          expect(mine).toEqual(row)
          expect(neighbours).toEqual(rows.slice(Math.max(0, index - 2), index + 3))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is never somebody else’s, also when people move past while it is looked up', async () => {
    const store = await filled([7, 6, 5, 4, 3, 2, 1].map((points) => ({ points })))
    const boards = boardOver(store)
    const range = store.range.bind(store)
    let better = 800
    store.range = async (...asked) => {
      // Somebody new comes out on top between the two questions.
      await store.put(BOARD, [entry(`new${better}`, better++ / 100)])
      return range(...asked)
    }
    for (const accountId of ['p000', 'p003', 'p006']) {
      const { mine, neighbours } = await boards.mine('round', accountId)
      expect(mine?.name).toBe(accountId)
      expect(neighbours).toContainEqual(mine)
    }
  })

  it('of somebody without a result is none', async () => {
    expect(await boardOver(await filled([{ points: 1 }])).mine('round', 'nobody')).toMatchObject({
      mine: null,
      neighbours: [],
    })
  })
})

describe('LB-13: a board by tables', () => {
  const TABLES = ['A', 'B', 'C']
  const board = liveBoard(roundOf({}), null, TABLES)
  const people = fc.array(
    fc.record({
      table: fc.constantFrom(null, ...TABLES),
      points: fc.integer({ min: 0, max: 3 }),
      timeUsedS: fc.integer({ min: 0, max: 1 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  const inTable = (accountId: string, table: string | null, points: number, timeUsedS = 0, version = 1) => {
    const one = entry(accountId, points, timeUsedS)
    return { ...one, version, key: rankingKey(board.layout, one.result, tableIndexIn(board, table)) }
  }
  const stored = async (entries: ReturnType<typeof inTable>[]) => {
    const store = new MemoryStandingStore()
    await store.beginLoad(board.boardId)
    await store.put(board.boardId, entries)
    await store.endLoad(board.boardId, 1)
    return store
  }

  it('says of each table what a board of that table alone would say, also of oneself', async () => {
    await fc.assert(
      fc.asyncProperty(people, async (list) => {
        const all = list.map((person, n) => ({ ...person, accountId: `p${String(n).padStart(3, '0')}` }))
        const boards = boardOver(
          await stored(
            all.map(({ accountId, table, points, timeUsedS }) => inTable(accountId, table, points, timeUsedS)),
          ),
          { tables: TABLES },
        )
        const shown = await boards.freshSnapshot('round')
        expect(shown.participantCount).toBe(list.length)
        expect(shown.tables).toEqual(
          TABLES.map((code) => ({ code, rankedCount: list.filter(({ table }) => table === code).length })).filter(
            ({ rankedCount }) => rankedCount > 0,
          ),
        )
        for (const table of [null, ...TABLES]) {
          const own = all.filter((person) => person.table === table)
          const alone = new MemoryStandingStore()
          await alone.beginLoad(BOARD)
          await alone.put(
            BOARD,
            own.map(({ accountId, points, timeUsedS }) => entry(accountId, points, timeUsedS)),
          )
          await alone.endLoad(BOARD, 1)
          const named = (await boardOver(alone).freshSnapshot('round')).rows.map((row) =>
            table === null ? row : { ...row, table },
          )
          const rows = shown.rows.filter((row) => (row.table ?? null) === table)
          expect(rows).toEqual(named)
          for (const [index, row] of rows.entries()) {
            const { mine, neighbours } = await boards.mine('round', row.name)
            expect(mine).toEqual(row)
            expect(neighbours).toEqual(rows.slice(Math.max(0, index - 2), index + 3))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('shows as many of each as all together can bear, and says of the last one whether it shares its place beyond them', async () => {
    const of = (table: string) =>
      Array.from({ length: 60 }, (_, n) => inTable(`${table}${n}`, table, n < 48 ? 9 - n / 100 : 1))
    const shown = await boardOver(await stored([...of('A'), ...of('B')]), { tables: TABLES }).freshSnapshot('round')
    expect(shown.rows.map(({ table }) => table)).toEqual([...Array(50).fill('A'), ...Array(50).fill('B')])
    expect(shown.tables).toEqual([
      { code: 'A', rankedCount: 60 },
      { code: 'B', rankedCount: 60 },
    ])
    for (const last of [shown.rows[49], shown.rows[99]]) expect(last).toMatchObject({ rank: 49, isTied: true })
  })

  it('has everybody in one table only: whoever comes to another leaves the old one', async () => {
    const store = await stored([inTable('p', 'A', 9), inTable('q', 'B', 1)])
    const boards = boardOver(store, { tables: TABLES })
    expect((await boards.freshSnapshot('round')).rows.map(({ table, rank, name }) => [table, rank, name])).toEqual([
      ['A', 1, 'p'],
      ['B', 1, 'q'],
    ])
    await store.put(board.boardId, [inTable('p', 'B', 2, 0, 2)])
    const after = await boards.freshSnapshot('round')
    expect(after.rows.map(({ table, rank, name }) => [table, rank, name])).toEqual([
      ['B', 1, 'p'],
      ['B', 2, 'q'],
    ])
    expect(after.tables).toEqual([{ code: 'B', rankedCount: 2 }])
  })

  it('says nothing of tables where there are none', async () => {
    const shown = await boardOver(await filled([{ points: 1 }])).freshSnapshot('round')
    expect(shown).not.toHaveProperty('tables')
    expect(shown.rows[0]).not.toHaveProperty('table')
  })
})

it('the board shows its first places, and says of the last one whether it is shared beyond them', async () => {
  const store = await filled(
    Array.from({ length: TOP_COUNT + 5 }, (_, n) => ({ points: n < TOP_COUNT - 1 ? 9 - n / 100 : 1 })),
  )
  const { rows, participantCount } = await boardOver(store).freshSnapshot('round')
  expect(rows).toHaveLength(TOP_COUNT)
  expect(participantCount).toBe(TOP_COUNT + 5)
  expect(rows.at(-1)).toMatchObject({ rank: TOP_COUNT, isTied: true })
})

describe('what a row says', () => {
  const rowWith = async (ranking: RankingCriterion[]) => {
    const round = roundOf({ rules: { ranking } })
    const { boardId } = liveBoard(round, null)
    const store = new MemoryStandingStore()
    await store.beginLoad(boardId)
    await store.put(boardId, [entry('p', 7, 61)])
    await store.endLoad(boardId, 1)
    return (await boardOver(store, { rules: { ranking } }).freshSnapshot('round')).rows[0]
  }

  it('are the values that the ranking reads, the moment to the second', async () => {
    const row = await rowWith([{ by: 'points' }, { by: 'draw' }])
    expect(row).toMatchObject({ points: 7, rightCount: 7, timeUsedS: 61 })
    expect(row?.submittedAt).toBe(new Date(OPENS + 60_000).toISOString())
    expect(row).not.toHaveProperty('attemptCount')
  })

  it('LB-8: the number of attempts where it decides', async () => {
    expect(await rowWith([{ by: 'points' }, { by: 'attempt-count' }, { by: 'draw' }])).toMatchObject({
      attemptCount: 1,
    })
  })
})

describe('LB-7, LB-11: a board that is hidden', () => {
  const prediction = { target: 'participants', unit: 'people', per: 'person', countsDisqualified: true } as const
  it.each<[string, Setting, boolean]>([
    ['at once', {}, false],
    ['after the end, before it', { resultPolicy: 'after_close' }, true],
    ['after the end, after it', { resultPolicy: 'after_close', closesAt: NOW - 60_000 }, false],
    [
      'after the end, while the clock stands',
      { resultPolicy: 'after_close', closesAt: NOW - 60_000, pausedAt: new Date(NOW) },
      true,
    ],
    ['when published, before that', { resultPolicy: 'after_publish', closesAt: NOW - 60_000 }, true],
    ['with a prediction question, while it is open', { rules: { prediction } }, true],
    ['with a prediction question, after the end', { rules: { prediction }, closesAt: NOW - 60_000 }, false],
  ])('%s', async (_, setting, isHidden) => {
    const round = roundOf(setting)
    const { boardId } = liveBoard(round, null)
    const store = new MemoryStandingStore()
    await store.beginLoad(boardId)
    await store.put(boardId, [entry('p', 7)])
    await store.endLoad(boardId, 9)
    const boards = boardOver(store, setting)
    const { rows, participantCount } = await boards.freshSnapshot('round')
    expect([rows.length, participantCount]).toEqual(isHidden ? [0, 0] : [1, 1])
    expect((await boards.mine('round', 'p')).mine === null).toBe(isHidden)
  })
})

it('LB-9: says from when on it stands still, and nothing once it is revealed', async () => {
  const rules = { freezeMinutes: 30 }
  const frozenAt = async (setting: Setting) => {
    const round = roundOf(setting)
    const store = new MemoryStandingStore()
    await store.beginLoad(liveBoard(round, cutoffOf(round)).boardId)
    return (await boardOver(store, setting).freshSnapshot('round')).frozenAt
  }
  expect(await frozenAt({})).toBeNull()
  expect(await frozenAt({ rules })).toBe(new Date(NOW + 1_800_000).toISOString())
  expect(await frozenAt({ rules, revealedAt: new Date(NOW) })).toBeNull()
})
