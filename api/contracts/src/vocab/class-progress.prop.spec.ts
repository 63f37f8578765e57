import fc from 'fast-check'
import { type ProgressCell, progressMean, progressShare, progressTrend } from './class-progress.js'

const of = (rightCount: number, askedCount = 10): ProgressCell => ({ rightCount, askedCount })
const cell = fc.option(
  fc.nat(20).chain((askedCount) => fc.nat(askedCount).map((rightCount) => ({ rightCount, askedCount }))),
  { nil: null },
)

describe('CR-72: progress of a pupil', () => {
  it('compares the latest lessons with those before them', () => {
    expect(progressTrend([of(4), of(8)])).toBe('up')
    expect(progressTrend([of(8), of(7)])).toBe('down')
    expect(progressTrend([of(7), null, of(7)])).toBe('even')
    // Only the last six count: an early bad start is forgotten.
    expect(progressTrend([of(0), of(0), of(8), of(8), of(8), of(8), of(8), of(8)])).toBe('even')
    expect(progressTrend([of(9), of(8), of(9), of(5), of(4), of(6)])).toBe('down')
  })

  it('says nothing from one lesson, or from lessons that asked nothing', () => {
    expect(progressTrend([of(9)])).toBe('unknown')
    expect(progressTrend([null, of(9), of(0, 0)])).toBe('unknown')
    expect(progressShare(of(0, 0))).toBeNull()
    expect(progressMean([null, of(0, 0)])).toBeNull()
  })

  it('weighs items, not lessons, over the year', () => {
    expect(progressMean([of(3, 3), of(0, 27)])).toBeCloseTo(0.1)
  })

  it('does not change with absences, and turns round with time', () => {
    const turned = { up: 'down', down: 'up', even: 'even', unknown: 'unknown' }
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 30 }), (cells) => {
        expect(progressTrend(cells.flatMap((each) => [null, each]))).toBe(progressTrend(cells))
        const last = cells.flatMap((each) => (progressShare(each) === null ? [] : [each])).slice(-6)
        if (last.length % 2 === 0) expect(progressTrend([...last].reverse())).toBe(turned[progressTrend(last)])
        const mean = progressMean(cells)
        if (mean !== null) expect(mean >= 0 && mean <= 1).toBe(true)
      }),
    )
  })
})
