/// <reference types="jest" />
import {
  currentSeat,
  forgetSeat,
  keepSeat,
  keepUnsent,
  keptSeats,
  loseToken,
  newDevice,
  seatOf,
  unsentAnswer,
} from './kept-seats'

function memory(start: Record<string, string> = {}) {
  const map = new Map(Object.entries(start))
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}
const DAY = 86_400_000
const seat = (lessonId: string, token: string | null = 't') => ({
  lessonId,
  pin: '123456',
  title: 'Ôn tập',
  device: 'd'.repeat(24),
  token,
  name: 'An',
})

describe('CR-52 seats that a phone keeps', () => {
  it('CR-52 the one used last is the one shown, and each lesson has its own', () => {
    const store = memory()
    keepSeat(seat('one'), 1_000, store)
    keepSeat(seat('two'), 2_000, store)
    expect(currentSeat(3_000, store)?.lessonId).toBe('two')
    keepSeat(seat('one'), 3_000, store)
    expect(currentSeat(3_000, store)?.lessonId).toBe('one')
    expect(keptSeats(3_000, store)).toHaveLength(2)
    // The clock of a phone may stand wrong: what was used last is last all the same.
    keepSeat(seat('two'), 500, store)
    expect(currentSeat(3_000, store)?.lessonId).toBe('two')
  })

  it('CR-52 a lost token leaves the device, which gets the same seat again', () => {
    const store = memory()
    keepSeat(seat('one'), 1_000, store)
    loseToken('one', 1_000, store)
    expect(currentSeat(1_000, store)).toBeUndefined()
    expect(seatOf('one', 1_000, store)?.device).toBe('d'.repeat(24))
    forgetSeat('one', 1_000, store)
    expect(keptSeats(1_000, store)).toEqual([])
  })

  it('CR-52 old ones go, broken storage is none', () => {
    const store = memory()
    keepSeat(seat('one'), 1_000, store)
    expect(keptSeats(1_000 + 59 * DAY, store)).toHaveLength(1)
    expect(keptSeats(1_000 + 61 * DAY, store)).toEqual([])
    for (const broken of ['{', '{}', '[1, null, {"lessonId": 3}]'])
      expect(keptSeats(1_000, memory({ 'thiso.lessons': broken }))).toEqual([])
    const full = {
      ...memory(),
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(keepSeat(seat('one'), 1_000, full).lessonId).toBe('one')
  })

  it('CR-52 an unsent answer belongs to its lesson', () => {
    const store = memory()
    keepUnsent({ lessonId: 'one', place: 2, line: 'a' }, store)
    expect(unsentAnswer('one', store)).toEqual({ lessonId: 'one', place: 2, line: 'a' })
    expect(unsentAnswer('two', store)).toBeNull()
    keepUnsent(null, store)
    expect(unsentAnswer('one', store)).toBeNull()
  })

  it('CR-52 devices are names that nobody guesses and the contract takes', () => {
    const devices = Array.from({ length: 50 }, newDevice)
    expect(new Set(devices).size).toBe(50)
    for (const device of devices) expect(device).toMatch(/^[\w-]{24}$/)
  })
})
