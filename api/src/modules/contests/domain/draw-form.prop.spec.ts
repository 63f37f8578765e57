import { COGNITIVE_LEVELS, ITEM_TYPES, TOPICS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { checkBlueprint, normaliseBlueprint } from './blueprint.js'
import { exclusionSets } from './choose-apart.js'
import { drawForm, optionOfToken, optionTokens, type PoolItem, TOKEN_LENGTH } from './draw-form.js'

const secret = Buffer.from(Array.from({ length: 32 }, (_, index) => index))
const ATTEMPT = '5b1c9f0e-0000-8000-8000-000000000001'

/** What the rules of single choice need; the other types come with `poolItem`. */
const single = { type: 'single-choice' as const, choiceCount: 0, exclusionSet: '' }
const poolItem = fc.record({
  type: fc.constantFrom(...ITEM_TYPES),
  choiceCount: fc.integer({ min: 2, max: 6 }),
  exclusionSet: fc.constant(''),
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
        ...single,
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
        const all = (count: number) => Array.from({ length: count }, (_, option) => option)
        for (const [index, { type = 'single-choice', optionOrder, choiceOrder }] of form.entries()) {
          const item = drawn[index] as PoolItem
          expect(type).toBe(item.type)
          const isTyped = type === 'short-text' || type === 'number'
          const optionCount = type === 'true-false' ? 2 : isTyped ? 0 : item.optionCount
          expect([...optionOrder].sort((a, b) => a - b)).toEqual(all(optionCount))
          if (type === 'true-false') expect(optionOrder).toEqual([1, 0])
          expect(choiceOrder?.toSorted((a, b) => a - b)).toEqual(
            type === 'matching' ? all(item.choiceCount) : undefined,
          )
        }
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
        ...single,
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
        ...single,
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
    const items: PoolItem[] = [{ itemVersionId: 'v', topic: 'concepts', level: 'recall', optionCount: 4, ...single }]
    expect(() => drawForm(secret, ATTEMPT, [{ topic: 'concepts', level: 'recall', count: 2 }], items)).toThrow(
      RangeError,
    )
    expect(() => drawForm(secret, ATTEMPT, [{ topic: 'concepts', level: 'apply', count: 1 }], items)).toThrow(
      RangeError,
    )
  })
})

describe('DR-5: items that exclude each other', () => {
  const crowded = fc.uniqueArray(
    poolItem.chain((item) =>
      fc.constantFrom('', 'a', 'b', 'c', 'd').map((exclusionSet): PoolItem => ({ ...item, exclusionSet })),
    ),
    { selector: (item) => item.itemVersionId, minLength: 1, maxLength: 14 },
  )
  const asked = fc.array(
    fc.record({
      topic: fc.constantFrom(...TOPICS.slice(0, 3)),
      level: fc.constantFrom(...COGNITIVE_LEVELS.slice(0, 2)),
      count: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  /** Is there a paper at all? By trying everything. */
  const isPossible = (
    cells: readonly { topic: string; level: string; count: number }[],
    items: readonly PoolItem[],
  ): boolean => {
    const slots = cells.flatMap((cell) => Array.from({ length: cell.count }, () => cell))
    const fill = (at: number, taken: ReadonlySet<string>): boolean =>
      at === slots.length ||
      items.some((item) => {
        const name = item.exclusionSet || item.itemVersionId
        return (
          item.topic === slots[at]?.topic &&
          item.level === slots[at]?.level &&
          !taken.has(name) &&
          fill(at + 1, new Set([...taken, name]))
        )
      })
    return fill(0, new Set())
  }

  it('never stand on one paper, and a paper is drawn and promised exactly when there is one', () => {
    fc.assert(
      fc.property(crowded, asked, fc.uuid(), (items, blueprint, attemptId) => {
        const cells = normaliseBlueprint(blueprint)
        const possible = isPossible(cells, items)
        if (cells.length > 0) expect(checkBlueprint(blueprint, items).isFeasible).toBe(possible)
        if (!possible) {
          expect(() => drawForm(secret, attemptId, blueprint, items)).toThrow(RangeError)
          return
        }
        const byId = new Map(items.map((item) => [item.itemVersionId, item]))
        const drawn = drawForm(secret, attemptId, blueprint, items).map(
          ({ itemVersionId }) => byId.get(itemVersionId) as PoolItem,
        )
        const sets = drawn.map(({ exclusionSet }) => exclusionSet).filter(Boolean)
        expect(new Set(sets).size).toBe(sets.length)
        expect(normaliseBlueprint(drawn.map(({ topic, level }) => ({ topic, level, count: 1 })))).toEqual(cells)
      }),
      { numRuns: 400 },
    )
  })

  it('are one set when they share a group, also over others', () => {
    const item = (exclusionGroup: string, variantGroup: string, bankId = 'b') => ({
      bankId,
      exclusionGroup,
      variantGroup,
    })
    const [a, b, c, d, e] = exclusionSets([
      item('x', ''),
      item('x', 'v'),
      item('', 'v'),
      item('', ''),
      item('x', '', 'other'),
    ])
    expect(a).not.toBe('')
    expect([b, c]).toEqual([a, a])
    expect(d).toBe('')
    expect(e).not.toBe(a)
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
    const orders = fc.integer({ min: 2, max: 24 }).chain((count) =>
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
