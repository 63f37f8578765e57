import type {
  ClassServerEvents,
  HostViewData,
  LessonItemData,
  LessonRevealData,
  LessonStandingData,
  LessonStepData,
  SeatRowData,
} from '@thiso/contracts'
import { teamName } from '@thiso/contracts/vocab'
import type { Locale } from '../text/format'

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
  /** bell: how many were called back to the floor since the place was revealed. */
  calledBack: number
}

/**
 * What the host sees after the server said something. Events of an earlier version than the view change nothing, so it does not matter
 * whether the view or an event arrives first.
 */
export function afterHostEvent(state: HostState | null, event: HostEvent): HostState | null {
  if (event.kind === 'view') {
    if (state && state.view.id === event.view.id && event.view.step.version < state.view.step.version) return state
    const { view } = event
    return { view, playingCount: playing(view.seats).length, isBehind: false, calledBack: beyondRight(view) }
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
      const back = event.changed.filter((seat) => isBack(view.seats, seat)).length
      return {
        ...state,
        view: { ...view, seats: rows, requests: event.requests },
        playingCount: playing(rows).length,
        calledBack: isToldPhase(view.step) ? state.calledBack + back : 0,
      }
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
  const isTold = isToldPhase(step) && !step.isSkipped
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
  return { ...state, view: next, isBehind: lacksItem || lacksReveal, calledBack: isTold ? state.calledBack : 0 }
}

const isToldPhase = ({ phase }: LessonStep) => phase === 'revealed' || phase === 'board'

const isBack = (before: readonly SeatRow[], { seat, floor }: SeatRow) => {
  const was = before.find((row) => row.seat === seat)?.floor
  return floor === 'on' && (was === 'out' || was === 'reserve')
}

/** Of a view, which is of one moment: right alone stays on the floor, so who stands there besides was called back. */
function beyondRight({ settings, seats, step, item, reveal }: HostView): number {
  if (settings.mode !== 'bell' || !isToldPhase(step) || !reveal || item?.kind !== 'item') return 0
  return Math.max(0, playing(seats).length - reveal.rightCount)
}

export const isHostPaced = ({ settings }: Pick<HostView, 'settings'>) => settings.until === null

/** Seats that stand in the lesson: not removed, and in Rung chuông vàng on the floor. */
export const playing = (seats: readonly SeatRow[]) =>
  seats.filter(({ isRemoved, floor }) => !isRemoved && (floor === null || floor === 'on'))

export const seated = (seats: readonly SeatRow[]) => seats.filter(({ isRemoved }) => !isRemoved)

/** Whether the host may stop the clock and lengthen it: a homework runs to a date. */
export const hasClock = ({ settings }: Pick<HostView, 'settings'>) => settings.mode !== 'homework'

/** Races run for minutes, items for seconds. */
export const addedSeconds = (view: Pick<HostView, 'settings'>) => (isHostPaced(view) ? 10 : 60)

/**
 * CR-25: whether the board stands between this place and the next. After the last one it does not: the podium tells, from the third place
 * to the first.
 */
export function isBoardNext({ settings, step, sections }: Pick<HostView, 'settings' | 'step' | 'sections'>): boolean {
  // There the floor is what everybody wants to see.
  if (settings.mode === 'bell') return true
  if (step.place >= step.placeCount || settings.board === 'end') return false
  return settings.board === 'each' || sections.some(({ place }) => place === step.place + 1)
}

/** The one thing that a host does next, for the large button and the space bar; null where only waiting or ending is left. */
export type HostStepAct = 'next' | 'lock' | 'reveal' | 'board' | 'podium' | 'resume' | 'end'

/** @param isLead everybody has the item, answers are not taken yet: locking it now would waste it */
export function nextAct(view: HostView, isLead: boolean): HostStepAct | null {
  const { step } = view
  if (step.pausedAt !== null) return 'resume'
  switch (step.phase) {
    case 'lobby':
      return seated(view.seats).length > 0 || !isHostPaced(view) ? 'next' : null
    case 'open':
      return isLead ? null : 'lock'
    case 'locked':
      return 'reveal'
    case 'revealed':
      return isHostPaced(view) && isBoardNext(view) && view.item?.kind === 'item' ? 'board' : onward(view)
    case 'board':
      return onward(view)
    case 'podium':
      return 'end'
    case 'ended':
      return null
  }
}

/** CR-33: where one is left on the floor, or nobody, the bell is played; a further item is a choice. */
function onward({ settings, seats }: HostView): 'podium' | 'next' {
  return settings.mode === 'bell' && playing(seats).length <= 1 ? 'podium' : 'next'
}

/** Whether going to the podium now leaves places unplayed: nothing takes that back, so it is asked about. */
export const isPodiumEarly = ({ step }: Pick<HostView, 'step'>) => step.place < step.placeCount

/** Whether the host is offered the podium beside the next step. */
export function canHonourNow(view: HostView): boolean {
  const { phase } = view.step
  const isBetween = phase === 'revealed' || phase === 'board'
  return isBetween && isPodiumEarly(view) && nextAct(view, false) !== 'podium'
}

/** What a hall calls a pupil: tiles have numbers there. */
export const calledIn = ({ settings }: Pick<HostView, 'settings'>, { seat, name }: Pick<SeatRow, 'seat' | 'name'>) =>
  settings.mode === 'bell' ? `${seat} · ${name}` : name

/** A team is called in the language of who reads; a pupil, or a team of one device, as they called themselves. */
export const standingName = ({ seat, team, name }: Pick<LessonStanding, 'seat' | 'team' | 'name'>, language: Locale) =>
  seat === null && team !== null ? teamName(team, language) : name

/** The title of the section that a place belongs to; '' before the first. */
export const sectionOf = ({ sections }: Pick<HostView, 'sections'>, place: number) =>
  sections.filter((section) => section.place <= place).at(-1)?.title ?? ''
