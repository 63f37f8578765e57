import type { BoardSnapshotData } from '@thiso/contracts'
import fc from 'fast-check'
import { applyPatch, patchBetween } from './board-patch.js'

const row = fc.record({
  rowId: fc.constantFrom(...Array.from({ length: 12 }, (_, index) => `row-${index}`)),
  rank: fc.integer({ min: 1, max: 12 }),
  isTied: fc.boolean(),
  name: fc.constantFrom('An', 'Bình'),
  unitName: fc.constantFrom('Tiên Phước', 'Hội An'),
  points: fc.integer({ min: 0, max: 3 }),
  timeUsedS: fc.integer({ min: 0, max: 3 }),
  submittedAt: fc.constantFrom('2026-11-23T01:00:00.000Z', '2026-11-23T01:00:01.000Z'),
})
const snapshot = fc.record({
  roundId: fc.constant('round'),
  version: fc.integer({ min: 1, max: 100 }),
  participantCount: fc.nat(50),
  rows: fc.uniqueArray(row, { selector: (each) => each.rowId, maxLength: 12 }),
})

it('a patch applied to the board before gives the board after', () => {
  fc.assert(
    fc.property(snapshot, snapshot, (before, after) => {
      expect(applyPatch(before, patchBetween(before, after))).toEqual(after)
    }),
    { numRuns: 1_000 },
  )
})

it('a chain of patches gives the last board', () => {
  fc.assert(
    fc.property(fc.array(snapshot, { minLength: 2, maxLength: 8 }), (boards) => {
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

it('a patch that does not follow on the board is refused, never applied to the wrong one', () => {
  fc.assert(
    fc.property(snapshot, snapshot, snapshot, (before, after, other) => {
      const patch = patchBetween(before, after)
      fc.pre(other.version !== before.version)
      expect(applyPatch(other, patch)).toBeNull()
      expect(applyPatch({ ...before, roundId: 'another' }, patch)).toBeNull()
    }),
  )
})

it('a patch whose rows are not all known is refused', () => {
  const before = { roundId: 'round', version: 1, participantCount: 0, rows: [] }
  const patch = { roundId: 'round', fromVersion: 1, version: 2, participantCount: 1, order: ['row-1'], changed: [] }
  expect(applyPatch(before, patch)).toBeNull()
})
