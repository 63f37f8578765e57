import fc from 'fast-check'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { keyPlaces, partOrders } from './option-orders.js'
import { indices } from './place-orders.js'

const seed = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => new DeterministicRandom(Buffer.from(bytes)))
const codeCount = fc.integer({ min: 1, max: 24 })

const countOf = <T>(list: readonly T[]) => {
  const counts = new Map<T, number>()
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

describe('PP-4: where keys stand', () => {
  it('each place holds as many keys as any other, in every code over the items and for every item over the codes', () => {
    fc.assert(
      fc.property(
        seed,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 2, max: 6 }),
        codeCount,
        (random, items, places, codes) => {
          const made = keyPlaces(random, items, places, codes)
          expect(made).toHaveLength(items)
          const isEven = (list: readonly number[]) => {
            const counts = indices(places).map((place) => countOf(list).get(place) ?? 0)
            expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
          }
          for (const ofItem of made) isEven(ofItem)
          for (const code of indices(codes)) isEven(made.map((ofItem) => ofItem[code] as number))
        },
      ),
    )
  })
})

describe('PP-4: orders of the parts of one item', () => {
  const cases = fc.record({ random: seed, size: fc.integer({ min: 1, max: 7 }), codes: codeCount })
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))

  it('hold every part once, and come again only when all orders have been shown as often', () => {
    fc.assert(
      fc.property(cases, ({ random, size, codes }) => {
        const made = partOrders(random, size, codes)
        for (const order of made) expect([...order].sort((a, b) => a - b)).toEqual(indices(size))
        const uses = [...countOf(made.map((order) => order.join(' '))).values()]
        expect(Math.max(...uses)).toBe(Math.ceil(codes / factorial(size)))
      }),
    )
  })

  it('put the anchor where it is told, and still do not come again before they must', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ random, size, codes }, anchorAt) => {
        const anchor = anchorAt % size
        const [anchorPlaces] = keyPlaces(random, 1, size, codes) as [number[]]
        const made = partOrders(random, size, codes, { anchor, anchorPlaces })
        made.forEach((order, code) => {
          expect(order[anchorPlaces[code] as number]).toBe(anchor)
          expect([...order].sort((a, b) => a - b)).toEqual(indices(size))
        })
        const uses = [...countOf(made.map((order) => order.join(' '))).values()]
        expect(Math.max(...uses)).toBe(Math.ceil(codes / factorial(size)))
      }),
    )
  })

  it('are never the forbidden one', () => {
    fc.assert(
      fc.property(cases, ({ random, size, codes }) => {
        fc.pre(size > 1)
        const forbidden = random.shuffled(indices(size))
        const made = partOrders(random, size, codes, { forbidden })
        for (const order of made) expect(order).not.toEqual(forbidden)
        const uses = [...countOf(made.map((order) => order.join(' '))).values()]
        expect(Math.max(...uses)).toBe(Math.ceil(codes / (factorial(size) - 1)))
      }),
    )
  })
})
