/// <reference types="jest" />
import { formatPoints, withPoints } from './points'

const row = (rightCount: number, points: number) => ({ rightCount, points })

describe('CR-23: points beside right answers', () => {
  it('are shown as finely as they decide places', () => {
    expect(formatPoints(0.985, 'vi')).toBe('0,985')
    expect(formatPoints(1250, 'en')).toBe('1,250')
  })
  it('are left out where they say the same, and in Rung chuông vàng', () => {
    expect(withPoints({ mode: 'individual', scoring: 'right-only' }, [row(3, 3), row(0, 0)])).toBe(false)
    expect(withPoints({ mode: 'individual', scoring: 'right-only' }, [row(3, 3), row(2, 2.5)])).toBe(true)
    expect(withPoints({ mode: 'teams', scoring: 'right-only' }, [row(6, 1.5)])).toBe(true)
    expect(withPoints({ mode: 'race', scoring: 'classic' }, [])).toBe(true)
    expect(withPoints({ mode: 'bell', scoring: 'classic' }, [row(1, 900)])).toBe(false)
  })
})
