import { DEFAULT_ROUND_RULES, type RankingCriterion } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { LocalBus } from '../../../platform/live/bus.js'
import { shownOfEach } from '../domain/final-places.js'
import { BoardNames } from './board-names.js'
import { FinalBoard, type FinalBoardOf } from './final-board.js'
import { FinalResults, type FinalResultsSource, type FinalRow } from './final-results.js'

const AT = new Date('2026-11-24T01:00:00.400Z')
const RANKING: RankingCriterion[] = [{ by: 'points' }, { by: 'prediction-error' }, { by: 'draw' }]
const units = {
  fullName: async (id: string | null) => id,
  byId: async () => new Map(),
  groupOf: async () => 'district',
}

const names = new BoardNames(
  ...([
    {
      names: async (_: string, ids: readonly string[]) =>
        ids.map((accountId) => ({ accountId, fullName: accountId, unitId: null })),
    },
    { demand: async () => ({ contestId: 'contest' }) },
    { demand: async () => ({ nameDisplay: 'full' }) },
    units,
    { sessionSecret: 'x' },
  ] as unknown as ConstructorParameters<typeof BoardNames>),
)

/** A version as results write it: by table, ranked people first, equal points share a rank and stand by the draw. */
function versionOf(people: readonly { table: string | null; points: number; isOut: boolean }[], isDrawn = false) {
  const rows = people
    .map((person, n) => ({ ...person, n, drawOrder: people.length - n }))
    .sort(
      (a, b) =>
        (a.table ?? '').localeCompare(b.table ?? '') ||
        Number(a.isOut) - Number(b.isOut) ||
        b.points - a.points ||
        (isDrawn ? a.drawOrder - b.drawOrder : a.n - b.n),
    )
    .map(({ table, points, isOut, n, drawOrder }, index, all): FinalRow => {
      const ahead = all.filter((other) => other.table === table && !other.isOut && other.points > points).length
      return {
        accountId: `p${n}`,
        unitId: 'school',
        table,
        rank: isOut ? null : ahead + 1,
        unrankedReason: isOut ? 'excluded' : null,
        orderNo: index + 1,
        points,
        rightCount: points,
        timeUsedS: 60,
        submittedAt: AT,
        attemptCount: 1,
        predictionError: points === 0 ? null : 3,
        drawOrder: isDrawn ? drawOrder : null,
      }
    })
  const ranked = rows.filter(({ rank }) => rank !== null)
  const source: FinalResultsSource = {
    newest: async () => null,
    tables: async () =>
      [...new Set(ranked.map(({ table }) => table))].map((code) => {
        const own = ranked.filter(({ table }) => table === code)
        return { code, firstNo: own[0]?.orderNo ?? 0, rankedCount: own.length }
      }),
    rows: async (_, ranges) =>
      ranked.filter(({ orderNo }) => ranges.some(({ from, count }) => orderNo >= from && orderNo < from + count)),
    find: async (_, accountId) => rows.find((row) => row.accountId === accountId) ?? null,
    units: async () => [],
    parts: async () => [],
    points: async () => [],
  }
  const final = new FinalResults()
  final.readFrom(source)
  const board = new FinalBoard(
    final,
    names,
    units as unknown as ConstructorParameters<typeof FinalBoard>[2],
    new LocalBus(),
  )
  const round = { id: 'round', resultsPublishedAt: AT, rules: { ...DEFAULT_ROUND_RULES, ranking: RANKING } }
  const version = {
    id: 'version',
    number: 2,
    publishedAt: AT,
    inputHash: 'f'.repeat(64),
    isDrawn,
    predictionTarget: 12,
    rankedCount: ranked.length,
  }
  return { board, of: { round, version } as unknown as FinalBoardOf, rows }
}

const people = (tables: readonly (string | null)[]) =>
  fc.array(
    fc.record({ table: fc.constantFrom(...tables), points: fc.integer({ min: 0, max: 4 }), isOut: fc.boolean() }),
    { minLength: 1, maxLength: 40 },
  )

describe('LB-12: a board of final results', () => {
  it.each([
    ['without tables', [null]],
    ['by table', ['A', 'B', 'C']],
  ] as const)('%s: has everybody with a rank and nobody else, in the order of the version', async (_, tables) => {
    await fc.assert(
      fc.asyncProperty(people(tables), fc.boolean(), async (list, isDrawn) => {
        const { board, of, rows } = versionOf(list, isDrawn)
        const shown = await board.snapshot(of)
        const ranked = rows.filter(({ rank }) => rank !== null)
        const seen = new Map<string | null, number>()
        const expected = ranked.filter(({ table }) => {
          seen.set(table, (seen.get(table) ?? 0) + 1)
          return (seen.get(table) ?? 0) <= shownOfEach(new Set(ranked.map((row) => row.table)).size)
        })
        expect(shown.rows.map(({ name, rank, table }) => [name, rank, table ?? null])).toEqual(
          expected.map(({ accountId, rank, table }) => [accountId, rank, table]),
        )
        for (const row of shown.rows)
          expect(row.isTied).toBe(
            ranked.filter(({ rank, table }) => rank === row.rank && table === (row.table ?? null)).length > 1,
          )
        expect(shown.participantCount).toBe(ranked.length)
        expect(shown.rows.every((row) => (row.drawOrder !== undefined) === isDrawn)).toBe(true)
        expect(shown.rows.every((row) => row.predictionError === (row.points === 0 ? null : 3))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('tells everybody the same place with the neighbours of the same table, and who has none why', async () => {
    await fc.assert(
      fc.asyncProperty(people(['A', 'B']), async (list) => {
        const { board, of, rows } = versionOf(list)
        const { rows: shown } = await board.snapshot(of)
        for (const { accountId, rank, table } of rows) {
          const { mine, neighbours, unrankedReason } = await board.mine(of, accountId)
          const own = shown.filter((row) => row.table === table)
          const at = own.findIndex(({ name }) => name === accountId)
          expect(unrankedReason).toBe(rank === null ? 'excluded' : null)
          expect(mine).toEqual(own[at] ?? null)
          expect(neighbours).toEqual(rank === null ? [] : own.slice(Math.max(0, at - 2), at + 3))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('shows of a whole contest with many tables not more than one screen can bear', () => {
    expect([1, 2, 3, 10, 20].map(shownOfEach)).toEqual([50, 50, 33, 10, 5])
  })

  it('of many people says of the last one shown whether the place is shared beyond', async () => {
    const list = Array.from({ length: 60 }, (_, n) => ({ table: null, points: n < 49 ? 99 - n : 1, isOut: false }))
    const { board, of } = versionOf(list)
    const { rows, final } = await board.snapshot(of)
    expect(rows).toHaveLength(50)
    expect(rows.at(-1)).toMatchObject({ rank: 50, isTied: true })
    expect(final).toMatchObject({ number: 2, inputHash: 'f'.repeat(64), predictionTarget: 12 })
  })

  it('LB-5: a later version of the results is a later version of the board', () => {
    const { board, of } = versionOf([])
    const next = { ...of, version: { ...of.version, number: of.version.number + 1 } }
    expect(board.boardVersion(next)).toBeGreaterThan(board.boardVersion(of))
    // The live board before it began at the clock.
    expect(board.boardVersion(of)).toBeGreaterThan(AT.getTime() + 60_000)
  })
})

it('a name on the board of one round is not that of another', () => {
  expect(names.rowId('round-1', 'p')).not.toBe(names.rowId('round-2', 'p'))
  expect(names.rowId('round-1', 'p')).toBe(names.rowId('round-1', 'p'))
})
