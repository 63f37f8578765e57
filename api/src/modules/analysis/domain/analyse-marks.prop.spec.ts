import fc from 'fast-check'
import { analyseMarks, type MarkAnalysis } from './analyse-marks.js'
import { tableOf } from './mark-table.js'
import { varianceComponents } from './variance-components.js'

const MARKS = [0, 0.25, 0.5, 1, 1, 2]
const sizes = fc.record({ people: fc.integer({ min: 0, max: 14 }), items: fc.integer({ min: 1, max: 6 }) })
const complete = sizes.chain(({ people, items }) =>
  fc.array(fc.array(fc.constantFrom(...MARKS), { minLength: items, maxLength: items }), {
    minLength: people,
    maxLength: people,
  }),
)
const random = sizes.chain(({ people, items }) =>
  fc.array(fc.array(fc.constantFrom(null, null, ...MARKS), { minLength: items, maxLength: items }), {
    minLength: people,
    maxLength: people,
  }),
)
const maxesOf = (matrix: readonly (readonly unknown[])[]) => (matrix[0] ?? []).map(() => 2)
const namesOf = (matrix: readonly unknown[]) => matrix.map((_, index) => `n${String(index).padStart(3, '0')}`)
const analyse = (matrix: (number | null)[][], names = namesOf(matrix)) => analyseMarks(matrix, maxesOf(matrix), names)

/** Equal up to the noise of adding in another order. */
function expectSame(a: unknown, b: unknown, path = ''): void {
  if (typeof a === 'number' && typeof b === 'number')
    expect([path, Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(a))]).toEqual([path, true])
  else if (a !== null && b !== null && typeof a === 'object' && typeof b === 'object')
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
      expectSame(a[key as keyof typeof a], b[key as keyof typeof b], `${path}.${key}`)
  else expect([path, a]).toEqual([path, b])
}

function drain<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
const componentsOf = (matrix: (number | null)[][]) => drain(varianceComponents(tableOf(matrix, maxesOf(matrix))))

describe('IA-2: item statistics', () => {
  it('do not depend on the order of people', () => {
    fc.assert(
      fc.property(random, fc.infiniteStream(fc.nat()), (matrix, keys) => {
        const names = namesOf(matrix)
        const order = matrix.map((_, index) => [keys.next().value as number, index] as const).sort(([a], [b]) => a - b)
        const shuffled = analyse(
          order.map(([, index]) => matrix[index] as (number | null)[]),
          order.map(([, index]) => names[index] as string),
        )
        expectSame(shuffled, analyse(matrix))
      }),
    )
  })

  it('move with the items when these stand in another order', () => {
    fc.assert(
      fc.property(random, (matrix) => {
        const turned = analyse(matrix.map((row) => [...row].reverse()))
        const straight = analyse(matrix)
        expectSame({ ...turned, items: [...turned.items].reverse() }, straight)
      }),
    )
  })

  it('stay within their bounds', () => {
    const within = (value: number | null, least: number, most: number) => {
      if (value === null) return
      expect(value).toBeGreaterThanOrEqual(least - 1e-7)
      expect(value).toBeLessThanOrEqual(most + 1e-7)
    }
    fc.assert(
      fc.property(random, (matrix) => {
        const { test, items } = analyse(matrix)
        for (const item of items) {
          within(item.facility, 0, 100)
          for (const index of [item.discriminationIndex, item.wholeDiscriminationIndex]) within(index, -100, 100)
          // The best order of two lists gives at least the covariance they have, and at least that of chance.
          for (const part of [item.discriminativeEfficiency, item.wholeDiscriminativeEfficiency])
            within(part, Number.NEGATIVE_INFINITY, 100)
          within(item.upperLower, -1, 1)
          within(item.effectiveWeight, 0, 100)
        }
        within(test.reliability.coefficient, Number.NEGATIVE_INFINITY, 1)
        within(test.meanPercent, 0, 100)
        const weights = items.map(({ effectiveWeight }) => effectiveWeight).filter((weight) => weight !== null)
        if (weights.length > 0) expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 7)
      }),
    )
  })

  it('that compare people do not change when an item gives everybody as much more', () => {
    const compared = ({ test, items }: MarkAnalysis) => ({
      alpha: test.alpha,
      sd: test.sd,
      skewness: test.skewness,
      kurtosis: test.kurtosis,
      items: items.map(({ meanMark, facility, intendedWeight, ...rest }) => rest),
    })
    fc.assert(
      fc.property(complete, fc.nat(5), (matrix, more) => {
        const raised = matrix.map((row) => row.map((mark, item) => (item === 0 ? mark + more : mark)))
        expectSame(compared(analyse(raised)), compared(analyse(matrix)))
      }),
    )
  })

  it('IA-9: are defined numbers or null, whatever was answered and struck out', () => {
    const numbers = (value: unknown): number[] =>
      typeof value === 'number'
        ? [value]
        : value !== null && typeof value === 'object'
          ? Object.values(value).flatMap(numbers)
          : []
    const marks = fc.constantFrom(null, 0, 0.1, 0.2, 0.3, -0.25, 1, 1e-13, 1e9)
    const any = sizes.chain(({ people, items }) =>
      fc.tuple(
        fc.array(fc.array(marks, { minLength: items, maxLength: items }), { minLength: people, maxLength: people }),
        fc.array(fc.constantFrom(0, 0.25, 1, 2), { minLength: items, maxLength: items }),
        fc.array(fc.boolean(), { minLength: items, maxLength: items }),
      ),
    )
    fc.assert(
      fc.property(any, ([matrix, maxes, isOutside]) => {
        for (const outside of [isOutside, undefined])
          expect(
            numbers(analyseMarks(matrix, maxes, namesOf(matrix), outside)).filter((n) => !Number.isFinite(n)),
          ).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('do not change with the unit of points, but for those in points', () => {
    const pure = ({ test, items }: MarkAnalysis) => ({
      alpha: test.alpha,
      skewness: test.skewness,
      meanPercent: test.meanPercent,
      coefficient: test.reliability.coefficient,
      items: items.map(({ meanMark, sd, ...rest }) => rest),
    })
    fc.assert(
      fc.property(random, (matrix) => {
        const tenfold = matrix.map((row) => row.map((mark) => (mark === null ? null : mark * 10)))
        const maxes = maxesOf(matrix).map((max) => max * 10)
        expectSame(pure(analyseMarks(tenfold, maxes, namesOf(matrix))), pure(analyse(matrix)))
      }),
    )
  })
})

describe('IA-3: the coefficient for random papers', () => {
  it('is alpha where everybody has the same items', () => {
    fc.assert(
      fc.property(complete, (matrix) => {
        const components = componentsOf(matrix)
        const { alpha } = analyse(matrix).test
        if (alpha === null || components === null) return
        expect(components.generalizability).toBeCloseTo(alpha, 7)
        expect(components.paper).toBeCloseTo(0, 9)
      }),
    )
  })

  it('finds the components that the marks were made of', () => {
    // Every mark is the ability of the person plus the easiness of the item, with nothing left over.
    let state = 7
    const below = (bound: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * bound)
    }
    const easiness = Array.from({ length: 30 }, () => below(100) / 100)
    const ability = Array.from({ length: 400 }, () => below(100) / 100)
    const marks = ability.map((able) => easiness.map((easy) => (below(3) === 0 ? able + easy : null)))
    const found = drain(
      varianceComponents(
        tableOf(
          marks,
          easiness.map(() => 2),
        ),
      ),
    )
    const mean = ability.reduce((sum, able) => sum + able, 0) / ability.length
    const variance = ability.reduce((sum, able) => sum + (able - mean) ** 2, 0) / (ability.length - 1)
    expect(found?.residual).toBeCloseTo(0, 12)
    expect(Math.abs((found?.person as number) / variance - 1)).toBeLessThan(0.02)
    expect(found?.paper).toBeGreaterThan(0)
  })

  it('agrees with parallel papers: how two random papers of the same people correlate', () => {
    let state = 11
    const chance = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state / 2 ** 32
    }
    const easiness = Array.from({ length: 60 }, () => 3 * chance() - 1.5)
    const people = Array.from({ length: 3_000 }, () => 4 * chance() - 2)
    const taken = people.map((able) =>
      easiness.map((easy) => (chance() < 1 / (1 + Math.exp(-able - easy)) ? 1 : 0) as number),
    )
    /** Every person an own paper of 20 of 60; the second one has none of the first. */
    const draws = people.map(() => {
      const order = easiness.map((_, item) => [chance(), item] as const).sort(([a], [b]) => a - b)
      return order.map(([, item]) => item)
    })
    const paper = (from: number) =>
      taken.map((row, person) => {
        const own = new Set((draws[person] as number[]).slice(from, from + 20))
        return row.map((mark, item) => (own.has(item) ? mark : null))
      })
    const totals = (matrix: (number | null)[][]) =>
      matrix.map((row) => row.reduce((sum: number, m) => sum + (m ?? 0), 0))
    const [first, second] = [paper(0), paper(20)]
    const { coefficient } = analyseMarks(
      first,
      easiness.map(() => 1),
    ).test.reliability
    const [a, b] = [totals(first), totals(second)]
    const pair = analyseMarks(
      a.map((total, index) => [total, b[index] as number]),
      [20, 20],
    )
    expect(Math.abs((coefficient as number) - (pair.items[0]?.itemRest as number))).toBeLessThan(0.02)
  })

  it('is not told where papers share no items', () => {
    const marks = [
      [1, 0, null, null],
      [1, 1, null, null],
      [null, null, 1, 0],
      [null, null, 0, 0],
    ]
    expect(componentsOf(marks)).toBeNull()
  })
})
