import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { drawAll, type DrawLine, drawList, entryCode, tiedLines, unitsScopeOf } from './draw-list.js'
import { lotteryNumbers, lotteryRandomness } from './lottery-words.js'
import { selectByRfc3797, keyOf } from './rfc3797.js'
import { commitmentTo, drawnOrder, NO_SECRET, remainder, seedOf } from './verifiable-draw.js'

const bytes = (hex: string) => Buffer.from(hex, 'hex')
const SECRET = bytes('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f')
const SCOPE = 'round-2026-W40'
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('DW-1: VDRAW-1', () => {
  it('commits to the secret', () => {
    expect(commitmentTo(SCOPE, SECRET).toString('hex')).toBe(
      '7ad4c6af6ecfc492a00bcd445a00808b970c30e4ee36b94a934fba166eb423a2',
    )
  })

  it('makes its seed of secret, randomness and list', () => {
    const seed = seedOf(
      SCOPE,
      SECRET,
      bytes('610749f2d57e8ae40056f1d362344b256ae123e563eb01cabd477ea751ddc4f3'),
      bytes('8f32687e2be0065a8f78cd064d0cf207583bdc46d6b1e8dbe69bd6bdb2fef2cc'),
    )
    expect(seed.toString('hex')).toBe('4910e6fd8e6abda8b0b6eda1e8f67693abd27e9d4c413a0cd39afc115e9e1094')
    expect(drawnOrder(seed, 10, 5)).toEqual([7, 1, 9, 6, 2])
  })

  it('draws five of twenty-five with the seed of zeros', () => {
    expect(drawnOrder(Buffer.alloc(32), 25, 5)).toEqual([19, 21, 17, 23, 11])
  })

  it('refuses what is not 32 bytes long, and more than there are', () => {
    expect(() => commitmentTo(SCOPE, Buffer.alloc(31))).toThrow(RangeError)
    expect(() => seedOf(SCOPE, SECRET, Buffer.alloc(33), SECRET)).toThrow(RangeError)
    expect(() => drawnOrder(SECRET, 3, 4)).toThrow(RangeError)
  })

  it('draws everybody once, and the first ones are the same however many are drawn', () => {
    fc.assert(
      fc.property(hash, fc.integer({ min: 0, max: 200 }), fc.nat(), (seed, length, some) => {
        const all = drawnOrder(seed, length)
        expect([...all].sort((a, b) => a - b)).toEqual(Array.from({ length }, (_, index) => index))
        const count = length === 0 ? 0 : some % length
        expect(drawnOrder(seed, length, count)).toEqual(all.slice(0, count))
      }),
    )
  })

  it('divides as big numbers do', () => {
    fc.assert(
      fc.property(hash, fc.integer({ min: 1, max: 2 ** 32 }), (digits, divisor) => {
        const big = BigInt(`0x${Buffer.from(digits).toString('hex')}`)
        expect(remainder(digits, divisor)).toBe(Number(big % BigInt(divisor)))
      }),
    )
  })

  it('puts every line at every place about equally often', () => {
    const counts = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0])
    for (let n = 0; n < 5_000; n++)
      drawnOrder(createHash('sha256').update(String(n)).digest(), 5).forEach((line, place) => {
        const row = counts[line] as number[]
        row[place] = (row[place] as number) + 1
      })
    // Chi-square with 16 degrees of freedom; 39.3 is passed by chance once in a thousand times, and the seeds are fixed.
    const chi = counts.flat().reduce((sum, seen) => sum + (seen - 1_000) ** 2 / 1_000, 0)
    expect(chi).toBeLessThan(39.3)
  })
})

const people = fc
  .uniqueArray(fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 20, maxLength: 20 }), {
    minLength: 1,
    maxLength: 40,
  })
  .chain((codes) =>
    fc.tuple(
      ...codes.map((code) =>
        fc.record({
          code: fc.constant(code),
          table: fc.constantFrom(null, 'A', 'B'),
          rank: fc.integer({ min: 1, max: 5 }),
        }),
      ),
    ),
  )

describe('DW-2: the outcome hangs on published inputs only', () => {
  it('not on the order in which rows were stored', () => {
    fc.assert(
      fc.property(people, hash, hash, fc.infiniteStream(fc.nat()), (list, secret, randomness, chance) => {
        const lines = drawList(list)
        const order = [...list].map((each) => ({ each, key: chance.next().value as number }))
        const again = drawList(order.sort((a, b) => a.key - b.key).map(({ each }) => each))
        expect(again).toEqual(lines)
        const [first, second] = [lines, again].map((each) => drawAll({ scope: SCOPE, secret, randomness, lines: each }))
        expect(second).toEqual(first)
        expect([...(first?.orderOf.values() ?? [])].sort((a, b) => a - b)).toEqual(lines.map(({ n }) => n))
      }),
    )
  })

  it('changes its seed with each of secret, randomness, scope and any line of the list', () => {
    fc.assert(
      fc.property(people, hash, hash, (list, secret, randomness) => {
        const lines = drawList(list)
        const base = { scope: SCOPE, secret, randomness, lines }
        const flipped = (input: Uint8Array) => Uint8Array.from(input, (byte, index) => (index === 7 ? byte ^ 1 : byte))
        const [line, ...others] = lines as [DrawLine, ...DrawLine[]]
        const seeds = [
          base,
          { ...base, scope: 'another' },
          { ...base, secret: flipped(secret) },
          { ...base, randomness: flipped(randomness) },
          { ...base, lines: [{ ...line, rank: (line.rank ?? 0) + 1 }, ...others] },
          { ...base, lines: others },
        ].map((inputs) => drawAll(inputs).seed.toString('hex'))
        expect(new Set(seeds).size).toBe(seeds.length)
      }),
    )
  })

  it('names people by receipts that only they have', () => {
    const own = entryCode('r', ['AAAA-BBBB'])
    expect(own).toMatch(/^[0-9a-f]{20}$/)
    expect(entryCode('r', ['AAAA-BBBB'])).toBe(own)
    expect(entryCode('r2', ['AAAA-BBBB'])).not.toBe(own)
    expect(entryCode('r', ['AAAA-BBBC'])).not.toBe(own)
  })

  it('stands on a secret of zeros where nothing was committed', () => {
    expect(NO_SECRET.equals(Buffer.alloc(32))).toBe(true)
  })
})

describe('DW-3: RFC 3797', () => {
  it('selects as the reference program does', () => {
    const key = keyOf([[9319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]])
    expect(key).toBe('9319./2.5.8.10.12./9.18.26.34.41.45./')
    expect(selectByRfc3797(key, 25, 16)).toEqual([17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4])
  })

  it('serves no list that its counter cannot number', () => {
    expect(() => selectByRfc3797('1./', 65_536, 1)).toThrow(RangeError)
    expect(() => selectByRfc3797('1./', 3, 4)).toThrow(RangeError)
  })
})

describe('DW-6: lottery numbers', () => {
  it.each([
    ['01234 – 56.789', '01234 56 789'],
    ['  ０１２３４\n56 ', '01234 56'],
    ['G1: 123', null],
    ['Đặc biệt', null],
    [' – ', null],
  ])('%j', (text, expected) => {
    expect(lotteryNumbers(text)).toBe(expected)
  })

  it('mean something else with another name or day', () => {
    const all = [
      lotteryRandomness('XSMB', '2026-12-01', '1 2'),
      lotteryRandomness('XSMN', '2026-12-01', '1 2'),
      lotteryRandomness('XSMB', '2026-12-02', '1 2'),
      lotteryRandomness('XSMB', '2026-12-01', '12'),
    ]
    expect(new Set(all.map((each) => each.toString('hex'))).size).toBe(4)
  })
})

describe('DW-8: what shares its place', () => {
  it('is on the list in its order, and what stands alone or without a place is not', () => {
    const lines = drawList([
      { code: 'd', table: 'A', rank: 2 },
      { code: 'a', table: 'A', rank: 1 },
      { code: 'c', table: 'A', rank: 2 },
      { code: 'e', table: 'B', rank: 2 },
      { code: 'g', table: null, rank: null },
      { code: 'f', table: null, rank: null },
    ])
    expect(tiedLines(lines).map(({ code }) => code)).toEqual(['c', 'd'])
  })

  it('belongs to a scope of its own for units, known from the contest', () => {
    const contestId = '019a0000-0000-7000-8000-000000000001'
    expect(unitsScopeOf(contestId)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(unitsScopeOf(contestId)).toBe(unitsScopeOf(contestId))
    expect(unitsScopeOf('019a0000-0000-7000-8000-000000000002')).not.toBe(unitsScopeOf(contestId))
  })
})
