/// <reference types="jest" />
import { COGNITIVE_LEVELS, ITEM_TYPES, TOPICS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { type MatrixAddress, type MatrixCell, matrixAddress, matrixParams, missingOf, totalsOf } from './matrix'

const someDay = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const someAddress: fc.Arbitrary<MatrixAddress> = fc.record({
  bankIds: fc.array(fc.uuid(), { maxLength: 4 }),
  type: fc.constantFrom('' as const, ...ITEM_TYPES),
  firstDay: fc.oneof(fc.constant(''), someDay),
  lastDay: fc.oneof(fc.constant(''), someDay),
  target: fc.integer({ min: 0, max: 999 }),
})
const someCells: fc.Arbitrary<MatrixCell[]> = fc
  .array(
    fc.record({
      usableCount: fc.nat(40),
      draftCount: fc.nat(9),
      inReviewCount: fc.nat(9),
      excluded: fc.array(
        fc.record({
          reason: fc.constant('document_ended' as const),
          name: fc.string(),
          count: fc.integer({ min: 1, max: 9 }),
        }),
        { maxLength: 2 },
      ),
    }),
    { minLength: TOPICS.length * COGNITIVE_LEVELS.length, maxLength: TOPICS.length * COGNITIVE_LEVELS.length },
  )
  .map((counts) =>
    TOPICS.flatMap((topic, row) =>
      COGNITIVE_LEVELS.map((level, column) => ({
        topic,
        level,
        ...(counts[row * COGNITIVE_LEVELS.length + column] as (typeof counts)[number]),
      })),
    ),
  )

it('what the matrix counts comes back from its address', () => {
  fc.assert(
    fc.property(someAddress, (address) => {
      expect(matrixAddress(matrixParams(address))).toEqual(address)
    }),
  )
})

it('what nobody could mean is left out of an address', () => {
  expect(matrixAddress(new URLSearchParams('ngan-hang=1,x&loai=essay&tu=2026-13-45&den=hom-nay&can=-3'))).toEqual({
    bankIds: [],
    type: '',
    firstDay: '',
    lastDay: '',
    target: 0,
  })
})

it('filling every gap leaves none, and a cell that lacks one item less than told still lacks one', () => {
  fc.assert(
    fc.property(someCells, fc.integer({ min: 1, max: 50 }), (cells, target) => {
      const missing = missingOf(cells, target)
      const filled = (more: number) =>
        cells.map((cell) => {
          const gap = missing.find(({ topic, level }) => topic === cell.topic && level === cell.level)
          return { ...cell, usableCount: cell.usableCount + (gap ? gap.count + more : 0) }
        })
      expect(missingOf(filled(0), target)).toEqual([])
      expect(missingOf(filled(-1), target)).toHaveLength(missing.length)
    }),
  )
})

it('without a target nothing is missing; totals count each item once', () => {
  fc.assert(
    fc.property(someCells, (cells) => {
      expect(missingOf(cells, 0)).toEqual([])
      const { usable, excluded } = totalsOf(cells)
      const approved = cells.reduce(
        (sum, cell) => sum + cell.usableCount + cell.excluded.reduce((own, { count }) => own + count, 0),
        0,
      )
      expect(usable + excluded).toBe(approved)
    }),
  )
})
