import fc from 'fast-check'
import { rankingKey } from '../domain/ranking-key.js'
import { MemoryStandingStore } from '../infra/memory-standing-store.js'
import { BoardService, TOP_COUNT } from './board.service.js'

const ROUND = 'round'

/** The service over a store in memory; everything around it says the plainest thing. */
function boardOver(store: MemoryStandingStore): BoardService {
  const answers = {
    keeper: { ensureLoaded: async () => undefined },
    repository: {
      names: async (_: string, ids: readonly string[]) =>
        ids.map((accountId) => ({ accountId, fullName: accountId, unitId: null })),
    },
    rounds: {
      demand: async () => ({
        contestId: 'contest',
        resultPolicy: 'at_once',
        opensAt: new Date(OPENS),
        closesAt: new Date(0),
        graceMs: 0,
      }),
      stateOf: () => 'open',
    },
    contests: { demand: async () => ({ isPublished: true, nameDisplay: 'full' }) },
    units: { fullName: async () => null, byId: async () => new Map() },
    clock: { now: () => 1_800_000_000_000 },
    settings: { sessionSecret: 'x' },
  }
  const { keeper, repository, rounds, contests, units, clock, settings } = answers
  return new BoardService(
    ...([store, keeper, repository, rounds, contests, units, clock, settings] as unknown as ConstructorParameters<
      typeof BoardService
    >),
  )
}

const OPENS = 1_749_000_000_000
const keys = fc.array(
  fc
    .record({
      points: fc.integer({ min: 0, max: 3 }),
      timeUsedS: fc.integer({ min: 0, max: 1 }),
      submittedAtMs: fc.constant(1_750_000_000_000),
    })
    .map((result) => rankingKey(result, OPENS)),
  { minLength: 1, maxLength: 30 },
)

async function filled(list: readonly number[]): Promise<MemoryStandingStore> {
  const store = new MemoryStandingStore()
  await store.beginLoad(ROUND)
  await store.put(
    ROUND,
    list.map((key, n) => ({ accountId: `p${String(n).padStart(3, '0')}`, groupId: '', key })),
  )
  await store.endLoad(ROUND, 1)
  return store
}

describe('LB-2: the own place', () => {
  it('is, with its neighbours, what the whole board says', async () => {
    await fc.assert(
      fc.asyncProperty(keys, async (list) => {
        const store = await filled(list)
        const boards = boardOver(store)
        const { rows } = await boards.freshSnapshot(ROUND)
        expect(rows).toHaveLength(list.length)
        for (const [index, row] of rows.entries()) {
          const { mine, neighbours } = await boards.mine(ROUND, row.name)
          expect(mine).toEqual(row)
          expect(neighbours).toEqual(rows.slice(Math.max(0, index - 2), index + 3))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is never somebody else’s, also when people move past while it is looked up', async () => {
    const store = await filled([90, 80, 70, 60, 50, 40, 30])
    const boards = boardOver(store)
    const range = store.range.bind(store)
    let better = 1_000
    store.range = async (...asked) => {
      // Somebody new comes out on top between the two questions.
      await store.put(ROUND, [{ accountId: `new${better}`, groupId: '', key: better++ }])
      return range(...asked)
    }
    for (const accountId of ['p000', 'p003', 'p006']) {
      const { mine, neighbours } = await boards.mine(ROUND, accountId)
      expect(mine?.name).toBe(accountId)
      expect(neighbours).toContainEqual(mine)
    }
  })

  it('of somebody without a result is none', async () => {
    expect(await boardOver(await filled([1])).mine(ROUND, 'nobody')).toMatchObject({ mine: null, neighbours: [] })
  })
})

it('the board shows its first places, and says of the last one whether it is shared beyond them', async () => {
  const store = await filled(Array.from({ length: TOP_COUNT + 5 }, (_, n) => (n < TOP_COUNT - 1 ? 1_000 - n : 10)))
  const { rows, participantCount } = await boardOver(store).freshSnapshot(ROUND)
  expect(rows).toHaveLength(TOP_COUNT)
  expect(participantCount).toBe(TOP_COUNT + 5)
  expect(rows.at(-1)).toMatchObject({ rank: TOP_COUNT, isTied: true })
})

it('a name on the board of one round is not that of another', async () => {
  const boards = boardOver(await filled([1]))
  expect(boards.rowId('round-1', 'p')).not.toBe(boards.rowId('round-2', 'p'))
  expect(boards.rowId('round-1', 'p')).toBe(boards.rowId('round-1', 'p'))
})
