import fc from 'fast-check'
import { applyPatch, patchBetween } from './board-patch.js'
import type { BoardSnapshotData } from './events.js'

const row = fc.record({
  rowId: fc.constantFrom(...Array.from({ length: 12 }, (_, index) => `row-${index}`)),
  rank: fc.integer({ min: 1, max: 12 }),
  isTied: fc.boolean(),
  name: fc.constantFrom('An', 'Bình'),
  unitName: fc.constantFrom('Tiên Phước', 'Hội An'),
  points: fc.integer({ min: 0, max: 3 }),
  rightCount: fc.integer({ min: 0, max: 1 }),
  timeUsedS: fc.integer({ min: 0, max: 3 }),
  submittedAt: fc.constantFrom('2026-11-23T01:00:00.000Z', '2026-11-23T01:00:01.000Z'),
  predictionError: fc.constantFrom(null, 0, 7),
  drawOrder: fc.constantFrom(undefined, 1, 2),
  table: fc.constantFrom(undefined, 'A', 'B'),
})
const final = fc.record({
  number: fc.integer({ min: 1, max: 3 }),
  publishedAt: fc.constant('2026-11-24T01:00:00.000Z'),
  inputHash: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
  isDrawn: fc.boolean(),
  predictionTarget: fc.constantFrom(null, 40),
})
const tables = fc.array(fc.record({ code: fc.constantFrom('A', 'B'), rankedCount: fc.nat(9) }), { maxLength: 2 })
const plain = fc.record({
  roundId: fc.constant('round'),
  version: fc.integer({ min: 1, max: 100 }),
  participantCount: fc.nat(50),
  frozenAt: fc.constantFrom(null, '2026-11-23T02:00:00.000Z'),
  final: fc.option(final),
  rows: fc.uniqueArray(row, { selector: (each) => each.rowId, maxLength: 12 }),
})
/** LB-13: with tables, and without a word of them. */
const snapshot = fc.oneof(
  plain,
  fc.tuple(plain, tables).map(([board, of]) => ({ ...board, tables: of })),
)

/** LB-5: versions of a board only grow. */
const newer = (before: BoardSnapshotData, after: BoardSnapshotData): BoardSnapshotData => ({
  ...after,
  version: before.version + after.version,
})

it('a patch applied to the board before gives the board after', () => {
  fc.assert(
    fc.property(snapshot, snapshot, (before, other) => {
      const after = newer(before, other)
      expect(applyPatch(before, patchBetween(before, after))).toEqual(after)
    }),
    { numRuns: 1_000 },
  )
})

it('a chain of patches gives the last board', () => {
  fc.assert(
    fc.property(fc.array(snapshot, { minLength: 2, maxLength: 8 }), (others) => {
      const boards: BoardSnapshotData[] = []
      for (const other of others)
        boards.push(boards.length === 0 ? other : newer(boards.at(-1) as BoardSnapshotData, other))
      let shown: BoardSnapshotData | null = boards[0] as BoardSnapshotData
      for (const [index, after] of boards.slice(1).entries())
        shown = shown && applyPatch(shown, patchBetween(boards[index] as BoardSnapshotData, after))
      expect(shown).toEqual(boards.at(-1))
    }),
  )
})

it('a patch brings only rows that are new or differ', () => {
  fc.assert(
    fc.property(snapshot, snapshot, (before, after) => {
      for (const changed of patchBetween(before, after).changed)
        expect(before.rows.find(({ rowId }) => rowId === changed.rowId)).not.toEqual(changed)
    }),
  )
})

it('old news changes nothing; a gap or another round is never applied to the wrong board', () => {
  fc.assert(
    fc.property(snapshot, snapshot, snapshot, (before, other, shown) => {
      const after = newer(before, other)
      const patch = patchBetween(before, after)
      fc.pre(shown.version !== before.version)
      if (patch.version <= shown.version) expect(applyPatch(shown, patch)).toBe(shown)
      else expect(applyPatch(shown, patch)).toBeNull()
      expect(applyPatch({ ...before, roundId: 'another' }, patch)).toBeNull()
    }),
  )
})
