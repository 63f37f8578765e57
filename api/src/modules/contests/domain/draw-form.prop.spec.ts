import { COGNITIVE_LEVELS, TOPICS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { checkBlueprint, normaliseBlueprint } from './blueprint.js'
import { drawForm, optionOfToken, optionTokens, type PoolItem, TOKEN_LENGTH } from './draw-form.js'

const secret = Buffer.from(Array.from({ length: 32 }, (_, index) => index))
const ATTEMPT = '5b1c9f0e-0000-8000-8000-000000000001'

const poolItem = fc.record({
  itemVersionId: fc.uuid(),
  topic: fc.constantFrom(...TOPICS.slice(0, 3)),
  level: fc.constantFrom(...COGNITIVE_LEVELS.slice(0, 2)),
  optionCount: fc.integer({ min: 2, max: 6 }),
})
const pool = fc.uniqueArray(poolItem, { selector: (item) => item.itemVersionId, minLength: 1, maxLength: 60 })
/** A pool with a blueprint that it can feed. */
const feedable = pool.chain((items) => {
  const { usable } = checkBlueprint([], items)
  const cells = usable.filter(({ usableCount }) => usableCount > 0)
  return fc.tuple(...cells.map(({ usableCount }) => fc.integer({ min: 0, max: usableCount }))).map((counts) => ({
    items,
    blueprint: cells.map(({ topic, level }, index) => ({ topic, level, count: counts[index] ?? 0 })),
  }))
})

describe('DR-1: the paper of an attempt', () => {
  it('has the golden value, computed apart from this code', () => {
    const items = Array.from({ length: 8 }, (_, index): PoolItem => {
      const n = index + 1
      return {
        itemVersionId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        topic: n % 2 === 1 ? 'concepts' : 'quang-nam',
        level: 'recall',
        optionCount: n % 3 === 0 ? 3 : 4,
      }
    })
    const form = drawForm(
      secret,
      ATTEMPT,
      [
        { topic: 'quang-nam', level: 'recall', count: 1 },
        { topic: 'concepts', level: 'recall', count: 2 },
      ],
      items,
    )
    expect(form.map(({ itemVersionId, optionOrder }) => [itemVersionId.slice(-2), optionOrder])).toEqual([
      ['06', [1, 0, 2]],
      ['05', [0, 1, 3, 2]],
      ['07', [1, 3, 2, 0]],
    ])
  })

  it('honours every cell of the blueprint, takes no item twice, and shuffles each item’s own options', () => {
    fc.assert(
      fc.property(feedable, fc.uuid(), ({ items, blueprint }, attemptId) => {
        const form = drawForm(secret, attemptId, blueprint, items)
        const byId = new Map(items.map((item) => [item.itemVersionId, item]))
        expect(new Set(form.map(({ itemVersionId }) => itemVersionId)).size).toBe(form.length)
        const drawn = form.map(({ itemVersionId }) => byId.get(itemVersionId) as PoolItem)
        const counted = normaliseBlueprint(drawn.map(({ topic, level }) => ({ topic, level, count: 1 })))
        expect(counted).toEqual(normaliseBlueprint(blueprint))
        for (const [index, { optionOrder }] of form.entries())
          expect([...optionOrder].sort((a, b) => a - b)).toEqual(
            Array.from({ length: drawn[index]?.optionCount ?? 0 }, (_, option) => option),
          )
      }),
    )
  })

  it('is the same again, and in whatever order the pool and the cells come', () => {
    const shuffled = feedable.chain(({ items, blueprint }) =>
      fc.record({
        items: fc.constant(items),
        blueprint: fc.constant(blueprint),
        otherItems: fc.shuffledSubarray(items, { minLength: items.length }),
        otherBlueprint: fc.shuffledSubarray(blueprint, { minLength: blueprint.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, fc.uuid(), ({ items, blueprint, otherItems, otherBlueprint }, attemptId) => {
        expect(drawForm(secret, attemptId, otherBlueprint, otherItems)).toEqual(
          drawForm(secret, attemptId, blueprint, items),
        )
      }),
    )
  })

  it('differs from attempt to attempt and from secret to secret', () => {
    const items = Array.from(
      { length: 200 },
      (_, index): PoolItem => ({
        itemVersionId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        topic: 'concepts',
        level: 'recall',
        optionCount: 4,
      }),
    )
    const blueprint = [{ topic: 'concepts' as const, level: 'recall' as const, count: 30 }]
    const papers = new Set<string>()
    for (let n = 0; n < 500; n++) papers.add(JSON.stringify(drawForm(secret, `attempt-${n}`, blueprint, items)))
    papers.add(JSON.stringify(drawForm(Buffer.alloc(32, 1), 'attempt-0', blueprint, items)))
    expect(papers.size).toBe(501)
  })

  it('gives every item of a cell the same chance', () => {
    const items = Array.from(
      { length: 20 },
      (_, index): PoolItem => ({
        itemVersionId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        topic: 'concepts',
        level: 'recall',
        optionCount: 2,
      }),
    )
    const blueprint = [{ topic: 'concepts' as const, level: 'recall' as const, count: 5 }]
    const counts = new Map<string, number>()
    const papers = 8_000
    for (let n = 0; n < papers; n++)
      for (const { itemVersionId } of drawForm(secret, `attempt-${n}`, blueprint, items))
        counts.set(itemVersionId, (counts.get(itemVersionId) ?? 0) + 1)
    // 2,000 each is expected; six standard deviations are 232.
    for (const item of items) expect(Math.abs((counts.get(item.itemVersionId) ?? 0) - 2_000)).toBeLessThan(232)
  })

  it('is refused when a cell asks for more than there is', () => {
    const items: PoolItem[] = [{ itemVersionId: 'v', topic: 'concepts', level: 'recall', optionCount: 4 }]
    expect(() => drawForm(secret, ATTEMPT, [{ topic: 'concepts', level: 'recall', count: 2 }], items)).toThrow(
      RangeError,
    )
    expect(() => drawForm(secret, ATTEMPT, [{ topic: 'concepts', level: 'apply', count: 1 }], items)).toThrow(
      RangeError,
    )
  })
})

describe('DR-2: option tokens', () => {
  const tokensOf = (joined: string) =>
    Array.from({ length: joined.length / TOKEN_LENGTH }, (_, at) =>
      joined.slice(at * TOKEN_LENGTH, (at + 1) * TOKEN_LENGTH),
    )

  it('have the golden values, computed apart from this code', () => {
    expect(tokensOf(optionTokens(secret, ATTEMPT, 1, [1, 0, 2]))).toEqual(['M4dTq0GT', 'sxN7uHkF', 'arx4QDDk'])
  })

  it('lead back to the author’s option of their own place only', () => {
    const orders = fc.integer({ min: 2, max: 6 }).chain((count) =>
      fc.shuffledSubarray(
        Array.from({ length: count }, (_, index) => index),
        { minLength: count },
      ),
    )
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 100 }), fc.uuid(), (order, position, attemptId) => {
        const joined = optionTokens(secret, attemptId, position, order)
        tokensOf(joined).forEach((token, at) => {
          expect(optionOfToken(joined, order, token)).toBe(order[at])
          const elsewhere = optionTokens(secret, attemptId, position + 1, order)
          expect(optionOfToken(elsewhere, order, token)).toBe(-1)
        })
      }),
    )
  })

  it.each(['', 'short', 'longer-than-a-token', '7Z-Gj52', '-Gj52GQo'])('%p leads nowhere', (token) => {
    const joined = optionTokens(secret, ATTEMPT, 1, [1, 0, 2])
    expect(optionOfToken(joined, [1, 0, 2], token)).toBe(-1)
  })

  it('are different within a place in 100,000 drawn places, and say nothing about the author’s order', () => {
    const order = [0, 1, 2, 3]
    const isFirst = [0, 0, 0, 0]
    for (let n = 0; n < 100_000; n++) {
      const tokens = tokensOf(optionTokens(secret, `attempt-${n >> 5}`, (n & 31) + 1, order))
      if (new Set(tokens).size !== 4) throw new Error(`two equal tokens in place ${n}`)
      const smallest = tokens.reduce((best, token, index) => (token < (tokens[best] as string) ? index : best), 0)
      isFirst[smallest]!++
    }
    // Whoever sorts the tokens finds each author index first equally often: 25,000, six standard deviations are 822.
    for (const count of isFirst) expect(Math.abs(count - 25_000)).toBeLessThan(822)
  })
})
