import type {
  ClassServerEvents,
  HostViewData,
  LessonItemData,
  LessonRevealData,
  LessonStandingData,
  LessonStepData,
  SeatRowData,
} from '@thiso/contracts'

type Payload<E extends keyof ClassServerEvents> = Parameters<ClassServerEvents[E]>[0]

export type HostView = HostViewData
export type LessonStep = LessonStepData
export type LessonItem = LessonItemData
export type LessonReveal = LessonRevealData
export type LessonStanding = LessonStandingData
export type SeatRow = SeatRowData

export type HostEvent =
  | { kind: 'view'; view: HostView }
  | ({ kind: 'step' } & Payload<'lesson:step'>)
  | ({ kind: 'progress' } & Payload<'lesson:progress'>)
  | ({ kind: 'seats' } & Payload<'lesson:seats'>)
  | ({ kind: 'standings' } & Payload<'lesson:standings'>)

export interface HostState {
  view: HostView
  /** How many seats may answer the open place, as the server counts them. */
  playingCount: number
  /** Something that belongs to this step never came: the view must be asked for again. */
  isBehind: boolean
}

/**
 * What the host sees after the server said something. Events of an earlier version than the view change nothing, so it does not matter
 * whether the view or an event arrives first.
 */
export function afterHostEvent(state: HostState | null, event: HostEvent): HostState | null {
  if (event.kind === 'view') {
    if (state && state.view.id === event.view.id && event.view.step.version < state.view.step.version) return state
    return { view: event.view, playingCount: playing(event.view.seats).length, isBehind: false }
  }
  if (!state) return null
  const { view } = state
  switch (event.kind) {
    case 'step':
      return afterStep(state, event)
    case 'progress':
      if (event.place !== view.step.place) return state
      return { ...state, view: { ...view, answeredCount: event.answeredCount }, playingCount: event.seatCount }
    case 'seats': {
      const seats = new Map(view.seats.map((seat) => [seat.seat, seat]))
      for (const seat of event.changed) seats.set(seat.seat, seat)
      for (const gone of event.gone) seats.delete(gone)
      const rows = [...seats.values()].sort((a, b) => a.seat - b.seat)
      return { ...state, view: { ...view, seats: rows, requests: event.requests }, playingCount: playing(rows).length }
    }
    case 'standings':
      return event.place === view.step.place ? { ...state, view: { ...view, standings: event.standings } } : state
  }
}

function afterStep(state: HostState, { step, item, reveal }: Payload<'lesson:step'>): HostState {
  const { view } = state
  if (step.lessonId !== view.id || step.version < view.step.version) return state
  const isSamePlace = step.place === view.step.place
  const isPlaced = step.place > 0 && step.phase !== 'podium' && step.phase !== 'ended'
  const isTold = (step.phase === 'revealed' || step.phase === 'board') && !step.isSkipped
  const hasBoard = step.phase === 'board' || step.phase === 'podium' || step.phase === 'ended'
  const next: HostView = {
    ...view,
    step,
    pin: step.phase === 'ended' ? null : view.pin,
    door: step.phase === 'ended' ? null : view.door,
    item: isPlaced ? (item ?? (isSamePlace ? view.item : null)) : null,
    reveal: isTold ? (reveal ?? (isSamePlace ? view.reveal : null)) : null,
    answeredCount: isSamePlace ? view.answeredCount : 0,
    standings: hasBoard ? view.standings : [],
  }
  const lacksItem = isPlaced && isHostPaced(view) && next.item === null
  const lacksReveal = isTold && isHostPaced(view) && next.reveal === null
  return { ...state, view: next, isBehind: lacksItem || lacksReveal }
}

export const isHostPaced = ({ settings }: Pick<HostView, 'settings'>) => settings.until === null

/** Seats that stand in the lesson: not removed, and in Rung chuông vàng on the floor. */
export const playing = (seats: readonly SeatRow[]) =>
  seats.filter(({ isRemoved, floor }) => !isRemoved && (floor === null || floor === 'on'))

export const seated = (seats: readonly SeatRow[]) => seats.filter(({ isRemoved }) => !isRemoved)

/** Whether the host goes by the board to the next place: where the class is shown its standings (CR-25), or the floor. */
export function isBoardNext({ settings, step, sections }: Pick<HostView, 'settings' | 'step' | 'sections'>): boolean {
  // There the floor is what everybody wants to see.
  if (settings.board === 'each' || settings.mode === 'bell') return true
  if (settings.board === 'end') return false
  return step.place >= step.placeCount || sections.some(({ place }) => place === step.place + 1)
}

/** The one thing that a host does next, for the large button and the space bar; null where only waiting or ending is left. */
export type HostStepAct = 'next' | 'lock' | 'reveal' | 'board' | 'resume' | 'end'

export function nextAct(view: HostView): HostStepAct | null {
  const { step } = view
  if (step.pausedAt !== null) return 'resume'
  switch (step.phase) {
    case 'lobby':
      return seated(view.seats).length > 0 || !isHostPaced(view) ? 'next' : null
    case 'open':
      return 'lock'
    case 'locked':
      return 'reveal'
    case 'revealed':
      return isHostPaced(view) && isBoardNext(view) && view.item?.kind === 'item' ? 'board' : 'next'
    case 'board':
      return 'next'
    case 'podium':
      return 'end'
    case 'ended':
      return null
  }
}

/** The title of the section that a place belongs to; '' before the first. */
export const sectionOf = ({ sections }: Pick<HostView, 'sections'>, place: number) =>
  sections.filter((section) => section.place <= place).at(-1)?.title ?? ''
