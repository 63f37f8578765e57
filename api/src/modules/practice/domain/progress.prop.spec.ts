import { TOPICS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { type Answered, progressOf } from './progress.js'

const NOON = Date.parse('2026-10-05T12:00:00+07:00')
const HOUR = 3_600_000

const answered = fc.record<Answered>({
  itemId: fc.uuid(),
  topic: fc.constantFrom(...TOPICS),
  dueAt: fc.integer({ min: -48, max: 48 }).map((hours) => NOON + hours * HOUR),
  answerCount: fc.integer({ min: 1, max: 9 }),
  rightCount: fc.integer({ min: 0, max: 1 }),
})
const situation = fc.uniqueArray(answered, { selector: ({ itemId }) => itemId, maxLength: 20 }).chain((all) =>
  fc.record({
    all: fc.constant(all),
    open: fc.subarray(all),
    unseen: fc.array(fc.record({ itemId: fc.uuid(), topic: fc.constantFrom(...TOPICS) }), { maxLength: 10 }),
  }),
)

describe('PR-7: progress', () => {
  it('counts every item and every answer once, in the eight topics', () => {
    fc.assert(
      fc.property(situation, ({ all, open, unseen }) => {
        const topics = progressOf([...open, ...unseen], all, NOON)
        expect(topics.map(({ topic }) => topic)).toEqual(TOPICS)
        const sum = (name: 'itemCount' | 'seenCount' | 'answeredCount' | 'rightCount') =>
          topics.reduce((total, topic) => total + topic[name], 0)
        expect(sum('itemCount')).toBe(open.length + unseen.length)
        expect(sum('seenCount')).toBe(open.length)
        expect(sum('answeredCount')).toBe(all.reduce((total, one) => total + one.answerCount, 0))
        expect(sum('rightCount')).toBe(all.reduce((total, one) => total + one.rightCount, 0))
        for (const topic of topics) {
          expect(topic.knownCount + topic.dueCount).toBeLessThanOrEqual(topic.seenCount)
          expect(topic.seenCount).toBeLessThanOrEqual(topic.itemCount)
        }
      }),
    )
  })

  it('knows what need not be answered before midnight in Viet Nam', () => {
    const one = (hours: number): Answered => ({
      itemId: `after ${hours} hours`,
      topic: 'concepts',
      dueAt: NOON + hours * HOUR,
      answerCount: 1,
      rightCount: 1,
    })
    const all = [one(-30), one(0), one(0.2), one(11.99), one(12), one(40)]
    expect(progressOf(all, all, NOON)[0]).toEqual({
      topic: 'concepts',
      itemCount: 6,
      seenCount: 6,
      dueCount: 2,
      knownCount: 2,
      answeredCount: 6,
      rightCount: 6,
    })
  })
})
