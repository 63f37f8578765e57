import { COGNITIVE_LEVELS, ITEM_TYPES, TOPICS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { readItems } from './read-content.js'
import { practiceCodes, roomOf } from './two-banks.js'

/** Items as a bank may hold them: a few topics, every level, many of one type, some in groups. */
const someItems = fc
  .array(
    fc.record({
      topic: fc.constantFrom(...TOPICS.slice(0, 3)),
      level: fc.constantFrom(...COGNITIVE_LEVELS),
      type: fc.oneof({ weight: 4, arbitrary: fc.constant('single-choice') }, fc.constantFrom(...ITEM_TYPES)),
      group: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.stringMatching(/^[a-z]{1,2}$/)),
    }),
    { minLength: 200, maxLength: 330 },
  )
  .map((items) =>
    items.map(({ topic, level, type, group }, index) => ({
      code: `IT-${index}`,
      topic,
      level,
      exclusionGroup: group,
      body: { type },
    })),
  )

/** A bank too small or too grouped to be divided is refused, which is no counterexample. */
function divided(items: Parameters<typeof practiceCodes>[0]): Set<string> | null {
  try {
    return practiceCodes(items)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

describe('practiceCodes', () => {
  it('takes no more of a cell than its room, keeps groups together and depends on nothing but the items', () => {
    let successes = 0
    fc.assert(
      fc.property(someItems, (items) => {
        const practice = divided(items)
        if (!practice) return
        successes++
        const room = roomOf(items)
        for (const [cell, most] of room) {
          const own = items.filter(({ topic, level }) => `${topic} ${level}` === cell)
          const taken = own.filter(({ code }) => practice.has(code)).length
          expect(taken).toBeLessThanOrEqual(most)
          expect(own.length - taken).toBeGreaterThanOrEqual(0.6 * own.length)
        }
        const groups = new Map<string, boolean>()
        for (const { code, exclusionGroup } of items) {
          if (exclusionGroup === '') continue
          const isPractice = practice.has(code)
          expect(groups.get(exclusionGroup) ?? isPractice).toBe(isPractice)
          groups.set(exclusionGroup, isPractice)
        }
        expect(divided([...items].reverse())).toEqual(practice)
      }),
      { numRuns: 25 },
    )
    expect(successes).toBeGreaterThan(5)
  })

  it('gives practice 25 items and more of every topic, of several types, and leaves contests most of every cell', () => {
    const items = readItems()
    const practice = practiceCodes(items)
    for (const topic of TOPICS) {
      const own = items.filter((item) => item.topic === topic)
      const given = own.filter(({ code }) => practice.has(code))
      expect(given.length).toBeGreaterThanOrEqual(25)
      expect(new Set(given.map(({ body }) => body.type)).size).toBeGreaterThanOrEqual(3)
      const kept = own.filter(({ code }) => !practice.has(code))
      expect(new Set(kept.map(({ body }) => body.type)).size).toBeGreaterThanOrEqual(5)
    }
  })

  it('refuses what cannot be divided', () => {
    const alike = { topic: 'concepts', level: 'recall', body: { type: 'single-choice' } } as const
    const oneGroup = Array.from({ length: 100 }, (_, index) => ({ ...alike, code: `A-${index}`, exclusionGroup: 'x' }))
    expect(() => practiceCodes(oneGroup)).toThrow(RangeError)
  })
})
