/// <reference types="jest" />
import { afterHostEvent, type HostEvent, type HostState, type HostView, isBoardNext, nextAct } from './host-state'

const step: HostView['step'] = {
  lessonId: 'l',
  version: 0,
  phase: 'lobby',
  place: 0,
  placeCount: 2,
  opensAt: null,
  closesAt: null,
  pausedAt: null,
  stoodMs: 0,
  pause: null,
  isLobbyLocked: false,
  areReactionsOn: true,
  isSkipped: false,
  serverTime: '2026-10-10T01:00:00.000Z',
}
const settings: HostView['settings'] = {
  mode: 'individual',
  scoring: 'bounded-speed',
  board: 'each',
  late: 'from-next',
  names: 'nickname',
  leadS: 3,
  revealsItself: true,
  locksWhenAllAnswered: true,
  reactions: true,
  teams: { count: 4, sum: 'mean', talkS: 10 },
  bell: { floorSize: 0, rescueBelow: 5 },
  until: null,
}
const seat = (number: number, more: Partial<HostView['seats'][0]> = {}): HostView['seats'][0] => ({
  seat: number,
  name: `Bạn ${number}`,
  team: null,
  isHere: true,
  isRemoved: false,
  isLate: false,
  extraPercent: 0,
  floor: null,
  outAt: null,
  ownPlace: 0,
  ...more,
})
const view: HostView = {
  id: 'l',
  title: 'Ôn tập',
  pin: '123456',
  door: null,
  settings,
  className: null,
  step,
  item: null,
  reveal: null,
  answeredCount: 0,
  seats: [seat(1), seat(2)],
  requests: [],
  standings: [],
  teams: [],
  sections: [],
}
const item = { place: 1, kind: 'item' } as HostView['item'] & object
const reveal = { place: 1, answeredCount: 2 } as HostView['reveal'] & object
const standing = { rank: 1, name: 'Bạn 1' } as HostView['standings'][0]

const after = (...events: HostEvent[]) =>
  events.reduce<HostState | null>(afterHostEvent, afterHostEvent(null, { kind: 'view', view })) as HostState
const moved = (version: number, phase: HostView['step']['phase'], place: number, more = {}) => ({
  ...step,
  version,
  phase,
  place,
  ...more,
})
const opened: HostEvent = { kind: 'step', step: moved(1, 'open', 1), item }

describe('CR-2: what the host sees follows what the server said', () => {
  it('keeps nothing of the place before when the next one opens', () => {
    const told = after(
      opened,
      { kind: 'progress', place: 1, answeredCount: 2, seatCount: 2 },
      { kind: 'step', step: moved(2, 'locked', 1) },
      { kind: 'step', step: moved(3, 'revealed', 1), reveal },
    )
    expect(told.view).toMatchObject({ item, reveal, answeredCount: 2 })
    const next = after(opened, { kind: 'step', step: moved(5, 'open', 2), item: { ...item, place: 2 } })
    expect(next.view).toMatchObject({ item: { place: 2 }, reveal: null, answeredCount: 0, standings: [] })
    expect(next.isBehind).toBe(false)
  })

  it('asks again when an item or a reveal never came', () => {
    expect(after({ kind: 'step', step: moved(1, 'open', 1) }).isBehind).toBe(true)
    expect(after(opened, { kind: 'step', step: moved(3, 'revealed', 1) }).isBehind).toBe(true)
    expect(after(opened, { kind: 'step', step: moved(3, 'board', 1, { isSkipped: true }) }).isBehind).toBe(false)
    expect(after(opened, { kind: 'step', step: moved(3, 'podium', 2) }).isBehind).toBe(false)
  })

  it('takes no news that is older than what it has, in whatever order they come', () => {
    const late = after(opened, { kind: 'step', step: moved(0, 'lobby', 0) })
    expect(late.view.step.version).toBe(1)
    const older = afterHostEvent(late, { kind: 'view', view })
    expect(older?.view.step.version).toBe(1)
    const foreign = after({ kind: 'step', step: { ...moved(9, 'ended', 0), lessonId: 'other' } })
    expect(foreign.view.step.phase).toBe('lobby')
    expect(after(opened, { kind: 'progress', place: 7, answeredCount: 9, seatCount: 9 }).view.answeredCount).toBe(0)
  })

  it('takes the reveal away from a place that is skipped after it', () => {
    const skipped = after(
      opened,
      { kind: 'step', step: moved(3, 'revealed', 1), reveal },
      { kind: 'step', step: moved(4, 'board', 1, { isSkipped: true }) },
    )
    expect(skipped.view.reveal).toBeNull()
  })

  it('keeps seats in their order, changed ones replaced and gone ones away', () => {
    const seats = after({ kind: 'seats', changed: [seat(3), seat(1, { isRemoved: true })], gone: [2], requests: [] })
    expect(seats.view.seats.map(({ seat: number, isRemoved }) => [number, isRemoved])).toEqual([
      [1, true],
      [3, false],
    ])
    expect(seats.playingCount).toBe(1)
  })

  it('has standings only where a board is shown', () => {
    const board = after(
      opened,
      { kind: 'step', step: moved(3, 'revealed', 1), reveal },
      { kind: 'step', step: moved(4, 'board', 1) },
      { kind: 'standings', place: 1, standings: [standing] },
    )
    expect(board.view.standings).toEqual([standing])
    const next = afterHostEvent(board, { kind: 'step', step: moved(5, 'open', 2), item: { ...item, place: 2 } })
    expect(next?.view.standings).toEqual([])
  })
})

describe('CR-25: what a host does next', () => {
  const standing = (phase: HostView['step']['phase'], more: Partial<HostView> = {}): HostView => ({
    ...view,
    item: item as HostView['item'],
    step: moved(4, phase, 1),
    ...more,
  })
  it('goes item, lock, reveal, board, item', () => {
    expect(nextAct(view)).toBe('next')
    expect(nextAct({ ...view, seats: [] })).toBeNull()
    expect(nextAct(standing('open'))).toBe('lock')
    expect(nextAct(standing('locked'))).toBe('reveal')
    expect(nextAct(standing('revealed'))).toBe('board')
    expect(nextAct(standing('board'))).toBe('next')
    expect(nextAct(standing('podium'))).toBe('end')
    expect(nextAct(standing('ended'))).toBeNull()
    expect(nextAct(standing('open', { step: moved(4, 'open', 1, { pausedAt: step.serverTime }) }))).toBe('resume')
  })
  it('always looks at the floor of Rung chuông vàng', () => {
    expect(nextAct(standing('revealed', { settings: { ...settings, mode: 'bell', board: 'end' } }))).toBe('board')
  })
  it('leaves the board out where it is not shown', () => {
    const bySection = { ...settings, board: 'section' as const }
    expect(nextAct(standing('revealed', { settings: { ...settings, board: 'end' } }))).toBe('next')
    expect(nextAct(standing('revealed', { settings: bySection }))).toBe('next')
    expect(isBoardNext({ settings: bySection, step: moved(4, 'revealed', 2), sections: [] })).toBe(true)
    expect(
      isBoardNext({ settings: bySection, step: moved(4, 'revealed', 1), sections: [{ place: 2, title: 'Tăng tốc' }] }),
    ).toBe(true)
  })
})
