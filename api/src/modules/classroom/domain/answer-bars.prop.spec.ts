import type { ItemKey } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { answerBars } from './answer-bars'

const single = (option: number, order: readonly number[]) => ({
  order,
  question: { type: 'single-choice' as const },
  key: { type: 'single-choice', option } satisfies ItemKey,
})

/** Options in an order, the key, and what a class answered. */
const asked = fc.integer({ min: 2, max: 10 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    order: fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
    option: fc.nat(count - 1),
    chosen: fc.array(fc.nat(count - 1), { maxLength: 60 }),
  }),
)

describe('CR-12: bars of answers', () => {
  it('count every answer to a choice once, under the letter of the order shown, and mark the right one', () => {
    fc.assert(
      fc.property(asked, ({ count, order, option, chosen }) => {
        const answers = chosen.map((index) => ({ response: [index], isRight: index === option }))
        const bars = answerBars(single(option, order), [], answers)
        expect(bars.map(({ label }) => label)).toEqual([...'ABCDEFGHIJ'.slice(0, count)])
        expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(chosen.length)
        order.forEach((index, at) => {
          expect(bars[at]).toMatchObject({
            count: chosen.filter((one) => one === index).length,
            isRight: index === option,
          })
        })
      }),
    )
  })

  it('count each chosen option of an item with several', () => {
    fc.assert(
      fc.property(asked, fc.array(fc.subarray([0, 1], { minLength: 1 })), ({ count, order }, chosen) => {
        const key = { type: 'multiple-choice', options: [0], optionCount: count, grading: 'partial' } satisfies ItemKey
        const bars = answerBars(
          { order, question: { type: 'multiple-choice' }, key },
          [],
          chosen.map((response) => ({ response, isRight: false })),
        )
        for (const index of [0, 1])
          expect(bars[order.indexOf(index)]?.count).toBe(chosen.filter((response) => response.includes(index)).length)
      }),
    )
  })

  it('gather typed answers however they are written, by the spelling used most, the most frequent first', () => {
    const spelling = fc.constantFrom('Hà Nội', 'hà nội', 'HA NOI', 'Huế', 'huế', 'Đà Nẵng', 'da nang')
    fc.assert(
      fc.property(fc.array(spelling, { maxLength: 80 }), fc.boolean(), (said, isCloud) => {
        const answers = said.map((response) => ({ response, isRight: /^h.*i$/i.test(response) }))
        const key = { type: 'short-text', accepted: ['Hà Nội'], ignoresDiacritics: true } satisfies ItemKey
        const bars = answerBars(isCloud ? null : { order: [], question: { type: 'short-text' }, key }, [], answers)
        expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(said.length)
        expect(bars.length).toBeLessThanOrEqual(3)
        const counts = bars.map(({ count }) => count)
        expect(counts).toEqual([...counts].sort((a, b) => b - a))
        for (const { label } of bars) {
          const same = said.filter(
            (one) => one.toLowerCase()[0] === label.toLowerCase()[0] && one.length === label.length,
          )
          const most = Math.max(...same.map((one) => same.filter((other) => other === one).length))
          expect(same.filter((one) => one === label).length).toBe(most)
        }
        // The order of arrival changes nothing.
        expect(
          answerBars(isCloud ? null : { order: [], question: { type: 'short-text' }, key }, [], [...answers].reverse()),
        ).toEqual(bars)
      }),
    )
  })

  it('tell of items with many parts only right and not right, and of a poll no right choice', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (rights) => {
        const key = { type: 'ordering', order: [0, 1, 2], grading: 'partial' } satisfies ItemKey
        const bars = answerBars(
          { order: [0, 1, 2], question: { type: 'ordering' }, key },
          [],
          rights.map((isRight) => ({ response: [0, 1, 2], isRight })),
        )
        expect(bars).toEqual([
          { label: '✓', count: rights.filter(Boolean).length, isRight: true },
          { label: '✗', count: rights.filter((isRight) => !isRight).length, isRight: false },
        ])
        const poll = answerBars(
          null,
          ['Có', 'Không'],
          rights.map((isRight) => ({ response: [isRight ? 0 : 1], isRight: false })),
        )
        expect(poll.map(({ count, isRight }) => [count, isRight])).toEqual([
          [rights.filter(Boolean).length, false],
          [rights.filter((isRight) => !isRight).length, false],
        ])
      }),
    )
  })
})
