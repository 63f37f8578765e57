import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { DeterministicRandom } from './deterministic-random.js'

const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index))

/** The definition once more, word by word, without the class. */
function words(secret: Buffer, count: number): number[] {
  const list: number[] = []
  for (let block = 0; list.length < count; block++) {
    const digest = createHmac('sha256', secret)
      .update(Buffer.from([block >>> 24, (block >>> 16) & 255, (block >>> 8) & 255, block & 255]))
      .digest('hex')
    for (let at = 0; at < 64; at += 8) list.push(Number.parseInt(digest.slice(at, at + 8), 16))
  }
  return list.slice(0, count)
}

describe('golden values, computed apart from this code', () => {
  it('words', () => {
    const random = new DeterministicRandom(key)
    expect(Array.from({ length: 9 }, () => random.below(2 ** 32))).toEqual([
      2825571275, 3264974760, 1015240749, 1453888208, 4033809992, 2113218422, 2159043420, 958915525, 2571181860,
    ])
  })

  it('numbers below ten', () => {
    const random = new DeterministicRandom(key)
    expect(Array.from({ length: 12 }, () => random.below(10))).toEqual([5, 0, 9, 8, 2, 2, 0, 5, 0, 0, 6, 1])
  })

  it('numbers below a bound for which words are thrown away', () => {
    const random = new DeterministicRandom(key)
    expect(Array.from({ length: 6 }, () => random.below(3_000_000_000))).toEqual([
      2825571275, 1015240749, 1453888208, 2113218422, 2159043420, 958915525,
    ])
  })

  it('a sample and a shuffle after it', () => {
    const random = new DeterministicRandom(key)
    const numbers = Array.from({ length: 25 }, (_, index) => index + 1)
    expect(random.sample(numbers, 5)).toEqual([1, 2, 6, 18, 7])
    expect(random.shuffled([...'abcdef'])).toEqual(['c', 'b', 'd', 'a', 'e', 'f'])
  })
})

it('is the stream of its definition for every key', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 64 }), (bytes) => {
      const random = new DeterministicRandom(Buffer.from(bytes))
      expect(Array.from({ length: 20 }, () => random.below(2 ** 32))).toEqual(words(Buffer.from(bytes), 20))
    }),
  )
})

it('is even: chi square of 200,000 numbers below 10 and below 7', () => {
  for (const [bound, limit] of [
    [10, 27.88],
    [7, 22.46],
  ] as const) {
    const random = new DeterministicRandom(key)
    const counts = new Array<number>(bound).fill(0)
    for (let i = 0; i < 200_000; i++) counts[random.below(bound)]!++
    const expected = 200_000 / bound
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // One key in a thousand would exceed this by chance; this key does not.
    expect(chiSquare).toBeLessThan(limit)
  }
})

it('shuffles evenly: each of the 24 orders of four things', () => {
  const random = new DeterministicRandom(key)
  const counts = new Map<string, number>()
  for (let i = 0; i < 48_000; i++) {
    const order = random.shuffled(['a', 'b', 'c', 'd']).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(24)
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 2_000) ** 2 / 2_000, 0)
  expect(chiSquare).toBeLessThan(49.73)
})

describe('below', () => {
  it('stays in its range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (bound) => {
        const drawn = new DeterministicRandom(key).below(bound)
        return Number.isInteger(drawn) && drawn >= 0 && drawn < bound
      }),
    )
  })

  it.each([0, -1, 1.5, 2 ** 32 + 1, Number.NaN])('refuses %p', (bound) => {
    expect(() => new DeterministicRandom(key).below(bound)).toThrow(RangeError)
  })
})

describe('samples', () => {
  const list = fc.uniqueArray(fc.integer(), { maxLength: 60 })

  it('take different elements and leave the list alone', () => {
    fc.assert(
      fc.property(list, fc.nat(60), (elements, wanted) => {
        const before = [...elements]
        const count = Math.min(wanted, elements.length)
        const taken = new DeterministicRandom(key).sample(elements, count)
        expect(elements).toEqual(before)
        expect(new Set(taken).size).toBe(count)
        expect(taken.every((element) => elements.includes(element))).toBe(true)
      }),
    )
  })

  it('are the beginning of the shuffle: asking for more keeps what was drawn', () => {
    fc.assert(
      fc.property(list, fc.nat(60), (elements, wanted) => {
        const count = Math.min(wanted, elements.length)
        const whole = new DeterministicRandom(key).shuffled(elements)
        expect(new DeterministicRandom(key).sample(elements, count)).toEqual(whole.slice(0, count))
        expect([...whole].sort((a, b) => a - b)).toEqual([...elements].sort((a, b) => a - b))
      }),
    )
  })

  it('of more than there is are refused', () => {
    expect(() => new DeterministicRandom(key).sample([1, 2], 3)).toThrow(RangeError)
  })
})

it('refuses a key that is too short', () => {
  expect(() => new DeterministicRandom(Buffer.alloc(15))).toThrow(RangeError)
})
