import fc from 'fast-check'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { indices, placeOrders } from './place-orders.js'

const seed = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes))
const drawn = fc.record({
  bytes: seed,
  size: fc.integer({ min: 1, max: 40 }),
  codeCount: fc.integer({ min: 1, max: 24 }),
})

const orders = ({ bytes, size, codeCount }: { bytes: Buffer; size: number; codeCount: number }) =>
  placeOrders(new DeterministicRandom(bytes), size, codeCount)

describe('PP-3: the places of the items under each code', () => {
  it('every code shows every item once', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const made = orders(input)
        expect(made).toHaveLength(input.codeCount)
        for (const order of made) expect([...order].sort((a, b) => a - b)).toEqual(indices(input.size))
      }),
    )
  })

  it('each item stands at each place in as many codes as at any other, give or take one', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const { size, codeCount } = input
        const counts = new Array<number>(size * size).fill(0)
        for (const order of orders(input))
          order.forEach((item, place) => {
            counts[item * size + place]!++
          })
        expect(Math.min(...counts)).toBe(Math.floor(codeCount / size))
        expect(Math.max(...counts)).toBe(Math.ceil(codeCount / size))
      }),
    )
  })

  it('up to as many codes as items: no item follows the same item twice when they are even in number, at most twice when odd', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const codeCount = Math.min(input.codeCount, input.size)
        const followings = new Map<string, number>()
        for (const order of orders({ ...input, codeCount }))
          order.slice(1).forEach((item, place) => {
            const pair = `${order[place]} ${item}`
            followings.set(pair, (followings.get(pair) ?? 0) + 1)
          })
        const most = Math.max(0, ...followings.values())
        expect(most).toBeLessThanOrEqual(input.size % 2 === 0 ? 1 : 2)
      }),
    )
  })

  it('are the same for the same seed; the first code alone may be in any order', () => {
    const first = (byte: number) => placeOrders(new DeterministicRandom(Buffer.alloc(16, byte)), 3, 1).join()
    expect(first(9)).toBe(first(9))
    expect(new Set(indices(60).map(first)).size).toBe(6)
  })
})
