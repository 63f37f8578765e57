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
  const said = (view: HostView, isLead = false, calledBack = 0, language: 'vi' | 'en' = 'vi') =>
    hostScript({ view, calledBack }, isLead, 'thi-so.vn/lop', language).join(' ')
  it('names the PIN in the lobby and the last one at the end', () => {
    const lobby = bell(hall, { step: { ...bell(hall).step, phase: 'lobby' } })
    expect(said(lobby)).toContain('123456')
    expect(said(lobby)).toContain('5 bạn')
    expect(said(bell([seat(1, 'on'), seat(2, 'out', 3)]))).toContain('ghế 1, Bạn 1')
    expect(said(bell([seat(1, 'out', 3), seat(2, 'out', 3)]))).toContain('Không còn ai trên sàn')
    expect(said(bell(hall))).toContain('cứu trợ')
  })
  it('tells who came back, and not once more who left', () => {
    const rescued = bell([seat(1, 'on'), seat(2, 'on'), seat(3, 'on'), seat(4, 'on')])
    expect(said(rescued, false, 2)).toContain('2 bạn trở lại sàn. Trên sàn bây giờ có 4 bạn.')
    expect(said(rescued, false, 2)).not.toMatch(/rời sàn|cứu trợ:/)
  })
  it('calls nothing hard that nobody answered', () => {
    const silent = bell(hall, { reveal: { rightCount: 0, answeredCount: 0 } })
    const revealed = { ...silent, step: { ...silent.step, phase: 'revealed' } } as HostView
    expect(said(revealed)).toContain('Chưa ai trả lời câu này')
    expect(said(revealed)).not.toContain('khó')
  })
  it('tells of a race that it is over once it is', () => {
    const race = { ...bell(hall).settings, mode: 'race', until: '2026-10-10T01:00:00Z' }
    const at = (phase: string) =>
      bell(hall, { settings: race, step: { ...bell(hall).step, phase }, reveal: null, item: null })
    expect(said(at('open'))).toContain('theo nhịp của mình')
    expect(said(at('locked'))).toContain('Đã ngừng nhận bài')
    expect(said(at('revealed'))).toContain('Đã hết giờ làm bài')
  })
  it('counts one as one, and teams as teams', () => {
    const alone = bell([seat(1, 'on')], { step: { ...bell(hall).step, phase: 'lobby' } })
    expect(said(alone, false, 0, 'en')).toContain('There is 1 of you now')
    const teams = { ...alone, settings: { ...alone.settings, mode: 'team-device' } } as HostView
    expect(said(teams)).toContain('Hiện có 1 đội')
    expect(said(teams)).not.toMatch(/\d bạn/)
    expect(said(teams, false, 0, 'en')).toContain('There is 1 team now')
  })
  it('says nothing of answers while the item is open', () => {
    const open = bell(hall, { step: { ...bell(hall).step, phase: 'open' }, reveal: null })
    expect(said(open)).toBe('Thời gian đang chạy. Trên sàn còn 2 bạn.')
    expect(said(open, true)).toContain('Câu 3 trong 9 câu')
  })
  it('leaves no gap unfilled, in either language and every phase', () => {
    for (const phase of ['lobby', 'open', 'locked', 'revealed', 'board', 'podium', 'ended'] as const)
      for (const mode of ['individual', 'teams', 'team-device', 'bell', 'race', 'homework'] as const)
        for (const isLead of [true, false])
          for (const language of ['vi', 'en'] as const) {
            const before = bell(hall)
            const settings = {
              ...before.settings,
              mode,
              until: mode === 'race' || mode === 'homework' ? '2026-10-10T01:00:00Z' : null,
            }
            const view = { ...before, settings, step: { ...before.step, phase } } as HostView
            const lines = hostScript({ view, calledBack: 0 }, isLead, 'thi-so.vn/lop', language)
            expect(lines.length).toBeGreaterThan(0)
            expect(lines.join(' ')).not.toMatch(/\$\{|undefined|NaN|\[object/)
          }
  })
})
