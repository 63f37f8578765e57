import { vietnamDateTime, vietnamDay } from './vietnam-time.js'

describe('Vietnamese time', () => {
  it('is seven hours ahead of UTC, over midnight and the end of the year', () => {
    expect(vietnamDay(Date.UTC(2026, 11, 31, 16, 59, 59))).toBe('2026-12-31')
    expect(vietnamDay(Date.UTC(2026, 11, 31, 17, 0, 0))).toBe('2027-01-01')
    expect(vietnamDateTime(Date.UTC(2026, 9, 10, 1, 2, 3))).toBe('10/10/2026 08:02:03')
  })
})
