/// <reference types="jest" />
import {
  afterHostEvent,
  canHonourNow,
  type HostEvent,
  type HostState,
  type HostView,
  isBoardNext,
  nextAct,
  standingName,
} from './host-state'

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
  raceMinutes: 15,
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

describe('CR-32: who was called back', () => {
  const bell = {
    ...view,
    settings: { ...settings, mode: 'bell' as const },
    seats: [1, 2].map((n) => seat(n, { floor: 'on' })),
  }
  const fall: HostEvent = { kind: 'seats', changed: [seat(2, { floor: 'out', outAt: 1 })], gone: [], requests: [] }
  const rescue: HostEvent = { kind: 'seats', changed: [seat(2, { floor: 'on' })], gone: [], requests: [] }
  const told = { ...reveal, rightCount: 1 }
  const from = (...events: HostEvent[]) =>
    events.reduce<HostState | null>(afterHostEvent, afterHostEvent(null, { kind: 'view', view: bell })) as HostState
  const revealed: HostEvent[] = [opened, { kind: 'step', step: moved(3, 'revealed', 1), reveal: told }]
  it('is told from who has not left yet, and forgotten with the next place', () => {
    expect(from(...revealed).calledBack).toBe(0)
    expect(from(...revealed, fall).calledBack).toBe(0)
    const back = from(...revealed, fall, { kind: 'step', step: moved(4, 'revealed', 1) }, rescue)
    expect(back.calledBack).toBe(1)
    expect(afterHostEvent(back, { kind: 'step', step: moved(5, 'board', 1) })?.calledBack).toBe(1)
    expect(
      afterHostEvent(back, { kind: 'step', step: moved(5, 'open', 2), item: { ...item, place: 2 } })?.calledBack,
    ).toBe(0)
    // Who stands again because the place was skipped was not called back.
    expect(afterHostEvent(back, { kind: 'step', step: moved(5, 'board', 1, { isSkipped: true }) })?.calledBack).toBe(0)
  })
  it('is known of a view alone, as after a reload', () => {
    const later = { ...bell, step: moved(6, 'board', 1), item, reveal: told }
    expect(afterHostEvent(null, { kind: 'view', view: later })?.calledBack).toBe(1)
    expect(
      afterHostEvent(null, { kind: 'view', view: { ...later, seats: [seat(1, { floor: 'on' })] } })?.calledBack,
    ).toBe(0)
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
    expect(nextAct(view, false)).toBe('next')
    expect(nextAct({ ...view, seats: [] }, false)).toBeNull()
    expect(nextAct(standing('open'), false)).toBe('lock')
    // Nobody could answer yet.
    expect(nextAct(standing('open'), true)).toBeNull()
    expect(nextAct(standing('locked'), false)).toBe('reveal')
    expect(nextAct(standing('revealed'), false)).toBe('board')
    expect(nextAct(standing('board'), false)).toBe('next')
    expect(nextAct(standing('podium'), false)).toBe('end')
    expect(nextAct(standing('ended'), false)).toBeNull()
    expect(nextAct(standing('open', { step: moved(4, 'open', 1, { pausedAt: step.serverTime }) }), false)).toBe(
      'resume',
    )
  })
  it('always looks at the floor of Rung chuông vàng', () => {
    expect(nextAct(standing('revealed', { settings: { ...settings, mode: 'bell', board: 'end' } }), false)).toBe(
      'board',
    )
  })
  it('goes to the podium where one is left on the floor, and offers it beside the next step elsewhere', () => {
    const bell = { ...settings, mode: 'bell' as const }
    const floor = [seat(1, { floor: 'on' }), seat(2, { floor: 'on' })]
    const fallen = [seat(1, { floor: 'on' }), seat(2, { floor: 'out', outAt: 1 })]
    expect(nextAct(standing('board', { settings: bell, seats: floor }), false)).toBe('next')
    expect(canHonourNow(standing('board', { settings: bell, seats: floor }))).toBe(true)
    // First the class sees the floor.
    expect(nextAct(standing('revealed', { settings: bell, seats: fallen }), false)).toBe('board')
    expect(nextAct(standing('board', { settings: bell, seats: fallen }), false)).toBe('podium')
    expect(canHonourNow(standing('board', { settings: bell, seats: fallen }))).toBe(false)
    expect(canHonourNow(standing('revealed'))).toBe(true)
    expect(canHonourNow(standing('open'))).toBe(false)
    // After the last place the next step is the podium.
    expect(canHonourNow(standing('board', { step: moved(4, 'board', 2) }))).toBe(false)
  })
  it('leaves the board out where it is not shown', () => {
    const bySection = { ...settings, board: 'section' as const }
    expect(nextAct(standing('revealed', { settings: { ...settings, board: 'end' } }), false)).toBe('next')
    expect(nextAct(standing('revealed', { settings: bySection }), false)).toBe('next')
    // After the last place the podium tells, from the third place to the first.
    expect(isBoardNext({ settings, step: moved(4, 'revealed', 2), sections: [] })).toBe(false)
    expect(isBoardNext({ settings: bySection, step: moved(4, 'revealed', 2), sections: [] })).toBe(false)
    expect(
      isBoardNext({ settings: bySection, step: moved(4, 'revealed', 1), sections: [{ place: 2, title: 'Tăng tốc' }] }),
    ).toBe(true)
  })
})

describe('standingName', () => {
  it('calls a team in the language of who reads, and nobody else by another name than their own', () => {
    const team = { seat: null, team: 2, name: 'Tổ 2' }
    expect([standingName(team, 'vi'), standingName(team, 'en')]).toEqual(['Tổ 2', 'Team 2'])
    expect(standingName({ seat: 4, team: 2, name: 'An' }, 'en')).toBe('An')
    expect(standingName({ seat: 4, team: null, name: 'Tổ ong' }, 'en')).toBe('Tổ ong')
  })
})
