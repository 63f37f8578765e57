import { COGNITIVE_LEVELS, TOPICS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { DeterministicRandom } from '../../../kernel/deterministic-random'
import { type Candidate, suggestItems } from './suggest'

const LEVELS = ['recall', 'understand', 'apply', 'apply-high'] as const
const candidates = fc
  .array(
    fc.record({
      topic: fc.constantFrom(...TOPICS.slice(0, 3)),
      level: fc.constantFrom(...COGNITIVE_LEVELS),
      variantGroup: fc.constantFrom('', '', '', 'g1', 'g2'),
    }),
    { maxLength: 60 },
  )
  .map((rows) => rows.map((row, index): Candidate => ({ ...row, itemId: `i${index}` })))
const grade = fc.option(fc.integer({ min: 1, max: 12 }), { nil: null })
const seed = fc.uint8Array({ minLength: 32, maxLength: 32 })
const random = (bytes: Uint8Array) => new DeterministicRandom(Buffer.from(bytes))

describe('CR-62: a ready set', () => {
  it('has candidates alone, none twice, no two variants, as many as asked or as there are, the easier first', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 50 }), grade, seed, (all, count, level, bytes) => {
        const chosen = suggestItems(random(bytes), all, count, level)
        for (const item of chosen) expect(all).toContainEqual(item)
        expect(new Set(chosen.map(({ itemId }) => itemId)).size).toBe(chosen.length)
        const groups = chosen.flatMap(({ variantGroup }) => variantGroup || [])
        expect(new Set(groups).size).toBe(groups.length)
        const groupsThere = new Set(all.flatMap(({ variantGroup }) => variantGroup || []))
        const most = all.filter(({ variantGroup }) => variantGroup === '').length + groupsThere.size
        expect(chosen).toHaveLength(Math.min(count, most))
        const order = chosen.map((item) => LEVELS.indexOf(item.level))
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
    )
  })

  it('is the same by the same chance', () => {
    fc.assert(
      fc.property(candidates, grade, seed, (all, level, bytes) => {
        expect(suggestItems(random(bytes), all, 10, level)).toEqual(suggestItems(random(bytes), all, 10, level))
      }),
    )
  })

  /** Enough of everything: then a set is what the class level asks for. */
  const plenty = TOPICS.slice(0, 4).flatMap((topic) =>
    LEVELS.flatMap((level) =>
      Array.from(
        { length: 12 },
        (_, index): Candidate => ({ itemId: `${topic} ${level} ${index}`, topic, level, variantGroup: '' }),
      ),
    ),
  )

  it.each([
    [3, { recall: 7, understand: 3 }],
    [8, { recall: 4, understand: 4, apply: 2 }],
    [11, { recall: 3, understand: 3, apply: 3, 'apply-high': 1 }],
    [null, { recall: 3, understand: 3, apply: 3, 'apply-high': 1 }],
  ] as [number | null, Record<string, number>][])('for class level %s has the levels that suit it', (level, shares) => {
    fc.assert(
      fc.property(seed, (bytes) => {
        const found: Record<string, number> = {}
        for (const item of suggestItems(random(bytes), plenty, 10, level))
          found[item.level] = (found[item.level] ?? 0) + 1
        expect(found).toEqual(shares)
      }),
    )
  })

  it('takes the topics in turn', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 5 }), (bytes, rounds) => {
        const chosen = suggestItems(random(bytes), plenty, 4 * rounds, 8)
        for (const topic of TOPICS.slice(0, 4))
          expect(chosen.filter((item) => item.topic === topic)).toHaveLength(rounds)
      }),
    )
  })

  it('takes the next easier level where one is used up, then a harder one', () => {
    const only = plenty.filter(({ level }) => level === 'recall' || level === 'apply-high')
    fc.assert(
      fc.property(seed, (bytes) => {
        const levels = suggestItems(random(bytes), only, 10, 8).map(({ level }) => level)
        expect(levels).toEqual(Array(10).fill('recall'))
      }),
    )
  })
})
