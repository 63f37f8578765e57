/// <reference types="jest" />
import { AFTER_MS, type Asked, askAt } from './item-over'

const until = 1_800_000_000_000

describe('AT-12 going on from a place whose clock is over', () => {
  it('asks a moment after the end, at every place anew', () => {
    expect(askAt(until, null, 0.5)).toBe(until + AFTER_MS)
    expect(askAt(until, { until: until - 30_000, times: 5, at: until - 1_000 }, 0.5)).toBe(until + AFTER_MS)
  })

  it('asks a handful of times while it is refused for the whole grace, and seldom after that', () => {
    for (const roll of [0, 0.5, 1]) {
      let asked: Asked | null = null
      const moments: number[] = []
      for (let at = askAt(until, null, roll); at < until + 60_000; at = askAt(until, asked, roll)) {
        moments.push(at - until)
        asked = { until, times: moments.length, at }
      }
      expect(moments.filter((moment) => moment < 3_000).length).toBeLessThanOrEqual(4)
      expect(moments.length).toBeLessThanOrEqual(15)
      expect(moments.some((moment) => moment > 3_000 && moment < 8_000)).toBe(true)
    }
  })
})
