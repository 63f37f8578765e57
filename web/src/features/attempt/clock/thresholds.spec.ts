/// <reference types="jest" />
import fc from 'fast-check'
import { LAST_MS, SOON_MS, stageOf, warningBetween } from './thresholds'

describe('the stages of the clock', () => {
  it.each([
    [SOON_MS + 1, 'calm'],
    [SOON_MS, 'soon'],
    [LAST_MS + 1, 'soon'],
    [LAST_MS, 'last'],
    [1, 'last'],
    [0, 'over'],
    [-5, 'over'],
  ])('%i ms left is %s', (left, stage) => {
    expect(stageOf(left)).toBe(stage)
  })
})

describe('warnings', () => {
  it('come when a line is crossed', () => {
    expect(warningBetween(SOON_MS + 500, SOON_MS - 500)).toBe('soon')
    expect(warningBetween(LAST_MS + 500, LAST_MS - 500)).toBe('last')
  })

  it('do not come for a paper that is opened past the line', () => {
    expect(warningBetween(SOON_MS - 1, SOON_MS - 1_000)).toBeNull()
    expect(warningBetween(LAST_MS, LAST_MS - 1_000)).toBeNull()
  })

  it('after a sleep over both lines only the later one is said', () => {
    expect(warningBetween(SOON_MS * 2, LAST_MS - 10)).toBe('last')
    expect(warningBetween(SOON_MS * 2, 0)).toBeNull()
  })

  it('are said at most once each, however the time is cut into ticks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: SOON_MS * 2 }), { minLength: 2 }), (moments) => {
        const falling = [...moments].sort((a, b) => b - a)
        const said = falling.slice(1).map((left, index) => warningBetween(falling[index]!, left))
        for (const warning of ['soon', 'last']) {
          expect(said.filter((one) => one === warning).length).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
