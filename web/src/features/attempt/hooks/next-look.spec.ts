/// <reference types="jest" />
import { nextLook } from './next-look'

const closesAt = Date.parse('2026-10-10T13:00:00Z')
const result = {
  score: { points: 1 } as unknown,
  standing: {} as unknown,
  review: null as unknown,
  resultVisibleAt: '2026-10-10T12:00:00Z',
  round: { closesAt: '2026-10-10T13:00:00Z' },
}

describe('when to look at a result again', () => {
  it('never, once everything is there', () => {
    expect(nextLook({ ...result, review: [] }, closesAt + 5_000, 1, 0.5)).toBe(false)
  })

  it('soon and a few times for a missing place', () => {
    expect(nextLook({ ...result, standing: null }, closesAt - 60_000, 1, 0)).toBe(5_000)
    expect(nextLook({ ...result, standing: null }, closesAt - 60_000, 6, 0)).toBe(60_500)
  })

  it('when the score or the keys are due, not all in the same instant', () => {
    expect([0, 1].map((roll) => nextLook(result, closesAt - 60_000, 1, roll))).toEqual([60_500, 64_500])
    expect(nextLook({ ...result, score: null, standing: null }, closesAt - 3_660_000, 1, 0)).toBe(60_500)
    expect(nextLook(result, closesAt - 9e8, 1, 0)).toBe(3_600_000)
  })

  it('every few seconds after the closing, but not for ever', () => {
    expect(nextLook(result, closesAt + 1_000, 1, 0.5)).toBe(8_000)
    expect(nextLook(result, closesAt + 3_600_000, 1, 0.5)).toBe(false)
  })
})
