/// <reference types="jest" />
import { clockAt } from './lesson-clock'

const at = (seconds: number) => new Date(Date.UTC(2026, 9, 10, 1, 0, seconds)).toISOString()
const ms = (seconds: number) => Date.parse(at(seconds))
const open = { phase: 'open' as const, opensAt: at(3), closesAt: at(23), pausedAt: null }

describe('CR-2: the clock that devices show', () => {
  it('waits for the lead, runs, and is over', () => {
    expect(clockAt(open, ms(0))).toEqual({ stage: 'lead', leftMs: 3000, isPaused: false })
    expect(clockAt(open, ms(3))).toEqual({ stage: 'running', leftMs: 20_000, isPaused: false })
    expect(clockAt(open, ms(23))).toEqual({ stage: 'over', leftMs: 0, isPaused: false })
  })
  it('stands where the lesson stands, however long that is', () => {
    const paused = { ...open, pausedAt: at(10) }
    expect(clockAt(paused, ms(11))).toEqual({ stage: 'running', leftMs: 13_000, isPaused: true })
    expect(clockAt(paused, ms(50))).toEqual({ stage: 'running', leftMs: 13_000, isPaused: true })
    // A host may pause while everybody still reads.
    expect(clockAt({ ...open, pausedAt: at(1) }, ms(50))).toEqual({ stage: 'lead', leftMs: 2000, isPaused: true })
  })
  it('goes by a seat’s own end where it has extra time', () => {
    expect(clockAt(open, ms(25), at(33))).toEqual({ stage: 'running', leftMs: 8000, isPaused: false })
  })
  it('is none while nothing is open', () => {
    expect(clockAt({ ...open, phase: 'locked' }, ms(5)).stage).toBe('none')
    expect(clockAt({ ...open, opensAt: null }, ms(5)).stage).toBe('none')
  })
})
