/// <reference types="jest" />
import { floorOf, hostScript, isRescueDue } from './host-script'
import type { HostView } from './host-state'

const seat = (number: number, floor: 'on' | 'out' | 'reserve', outAt: number | null = null) => ({
  seat: number,
  name: `Bạn ${number}`,
  floor,
  outAt,
  isRemoved: false,
  ownPlace: 0,
})
const bell = (seats: ReturnType<typeof seat>[], more: object = {}) =>
  ({
    pin: '123456',
    settings: { mode: 'bell', until: null, board: 'each', teams: { sum: 'mean', talkS: 10 }, bell: { rescueBelow: 2 } },
    step: { phase: 'board', place: 3, placeCount: 9, pausedAt: null, pause: null, isSkipped: false },
    item: { kind: 'item', section: '' },
    reveal: { rightCount: 2, answeredCount: 4 },
    sections: [],
    seats,
    ...more,
  }) as unknown as HostView

const hall = [seat(1, 'on'), seat(2, 'on'), seat(3, 'out', 3), seat(4, 'out', 2), seat(5, 'reserve')]

describe('CR-32: the floor as the host sees it', () => {
  it('tells who fell now from who fell before', () => {
    const { on, fellNow, fellLast, reserves } = floorOf(bell(hall))
    expect([on.length, fellNow.map((each) => each.seat), reserves.length]).toEqual([2, [3], 1])
    expect(fellLast.map((each) => each.seat)).toEqual([3])
    // Nobody fell at the fourth place: the last fall was before it.
    const later = bell(hall, { step: { ...bell(hall).step, place: 4 } })
    expect(floorOf(later).fellNow).toEqual([])
    expect(floorOf(later).fellLast.map((each) => each.seat)).toEqual([3])
  })
  it('offers a rescue when few are left, somebody can come back, and there is something to play', () => {
    expect(isRescueDue(bell(hall))).toBe(true)
    expect(isRescueDue(bell([...hall, seat(6, 'on')]))).toBe(false)
    expect(isRescueDue(bell([seat(1, 'on')]))).toBe(false)
    expect(isRescueDue(bell(hall, { step: { ...bell(hall).step, phase: 'open' } }))).toBe(false)
    expect(isRescueDue(bell(hall, { step: { ...bell(hall).step, place: 9 } }))).toBe(false)
  })
})

describe('CR-32: what the host says', () => {
  const said = (view: HostView, isLead = false) => hostScript(view, isLead, 'thi-so.vn/lop', 'vi').join(' ')
  it('names the PIN in the lobby and the last one at the end', () => {
    const lobby = bell(hall, { step: { ...bell(hall).step, phase: 'lobby' } })
    expect(said(lobby)).toContain('123456')
    expect(said(lobby)).toContain('5 bạn')
    expect(said(bell([seat(1, 'on'), seat(2, 'out', 3)]))).toContain('Bạn 1')
    expect(said(bell([seat(1, 'out', 3), seat(2, 'out', 3)]))).toContain('Không còn ai trên sàn')
    expect(said(bell(hall))).toContain('cứu trợ')
  })
  it('says nothing of answers while the item is open', () => {
    const open = bell(hall, { step: { ...bell(hall).step, phase: 'open' }, reveal: null })
    expect(said(open)).toBe('Thời gian đang chạy. Trên sàn còn 2 bạn.')
    expect(said(open, true)).toContain('Câu 3 trong 9 câu')
  })
  it('leaves no gap unfilled, in either language and every phase', () => {
    for (const phase of ['lobby', 'open', 'locked', 'revealed', 'board', 'podium', 'ended'] as const)
      for (const mode of ['individual', 'teams', 'team-device', 'bell', 'race'] as const)
        for (const isLead of [true, false])
          for (const language of ['vi', 'en'] as const) {
            const before = bell(hall)
            const settings = { ...before.settings, mode, until: mode === 'race' ? '2026-10-10T01:00:00Z' : null }
            const view = { ...before, settings, step: { ...before.step, phase } } as HostView
            const lines = hostScript(view, isLead, 'thi-so.vn/lop', language)
            expect(lines.length).toBeGreaterThan(0)
            expect(lines.join(' ')).not.toMatch(/\{\{|undefined|NaN/)
          }
  })
})
