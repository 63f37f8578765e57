import fc from 'fast-check'
import { answerPoints } from './lesson-points.js'

const right = { share: 1, limitMs: 30_000, points: 1 }
const LESSON = { leastPoints: 1, placeCount: 10 }
const total = ({ points, bonus }: { points: number; bonus: number }) => points + bonus

describe('CR-22: the classic curve', () => {
  it.each([
    [300, 30, 1000],
    [2_000, 30, 967],
    [15_000, 30, 750],
    [30_000, 30, 500],
    [5_000, 20, 875],
  ])('gives at %i ms of %i s what Kahoot! publishes: %i', (timeMs, limitS, expected) => {
    const input = { ...right, timeMs, limitMs: limitS * 1000 }
    expect(total(answerPoints('classic', input, LESSON))).toBe(expected)
  })

  it('gives between half and all for a right answer, never more for a slower one, and the sum of both parts is the published one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 5_000 }), (timeMs, later) => {
        const at = (ms: number) => total(answerPoints('classic', { ...right, timeMs: ms }, LESSON))
        expect(at(timeMs)).toBeGreaterThanOrEqual(500)
        expect(at(timeMs)).toBeLessThanOrEqual(1_000)
        expect(at(timeMs + later)).toBeLessThanOrEqual(at(timeMs))
        const published = timeMs < 500 ? 1_000 : Math.round(1_000 * (1 - Math.min(1, timeMs / 30_000) / 2))
        expect(at(timeMs)).toBe(published)
      }),
    )
  })

  it('gives nothing for a wrong answer, however fast', () => {
    expect(answerPoints('classic', { ...right, share: 0, timeMs: 100 }, LESSON)).toEqual({ points: 0, bonus: 0 })
  })
})

describe('CR-21: the bounded bonus', () => {
  it('all speed of a lesson together stays below one right item', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ timeMs: fc.integer({ min: 0, max: 30_000 }), points: fc.constantFrom(1, 1.5, 2, 5) }), {
          minLength: 1,
          maxLength: 40,
        }),
        (answers) => {
          const lesson = { leastPoints: Math.min(...answers.map(({ points }) => points)), placeCount: answers.length }
          const bonus = answers.reduce(
            (sum, answer) => sum + answerPoints('bounded-speed', { ...right, ...answer }, lesson).bonus,
            0,
          )
          expect(bonus).toBeLessThan(lesson.leastPoints)
        },
      ),
    )
  })

  it('one more right answer always beats any speed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (count) => {
        const fast = { ...right, timeMs: 0 }
        const slow = { ...right, timeMs: 30_000 }
        const ofFast = count * total(answerPoints('bounded-speed', fast, LESSON))
        const ofSlow = (count + 1) * total(answerPoints('bounded-speed', slow, LESSON))
        expect(ofSlow).toBeGreaterThan(ofFast)
      }),
    )
  })

  it('extra time costs no speed: the same part of one’s own time brings the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 100 }), (timeMs, percent) => {
        const factor = 1 + percent / 100
        const one = answerPoints('bounded-speed', { ...right, timeMs }, LESSON)
        const other = answerPoints(
          'bounded-speed',
          { ...right, timeMs: timeMs * factor, limitMs: 30_000 * factor },
          LESSON,
        )
        expect(other.bonus).toBeCloseTo(one.bonus, 9)
      }),
    )
  })
})

describe('CR-20: right answers alone', () => {
  it('bring their share of the points and no bonus', () => {
    expect(answerPoints('right-only', { ...right, share: 0.5, points: 2, timeMs: 10 }, LESSON)).toEqual({
      points: 1,
      bonus: 0,
    })
  })
})
