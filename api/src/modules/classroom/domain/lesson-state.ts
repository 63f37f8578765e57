import type { LessonPause, LessonPhase } from '@thiso/contracts/vocab'

/**
 * CR-1: where a lesson stands follows from its acts alone, each with the instant at which the database wrote it. The clock of an open
 * item is part of it, so a server that comes back after a fall knows as much as before.
 */
export interface LessonState {
  phase: LessonPhase
  /** The place that is played or was played last, from 1; 0 before the first. */
  place: number
  /** From when and until when the place takes answers, in ms since 1970; null when no place is open or was. */
  opensAt: number | null
  closesAt: number | null
  /** When the host locked it, in ms since 1970: nobody's extra time goes beyond that. null: it is open, or its time ended by itself. */
  lockedAt: number | null
  /** For how many ms the clock of the place has stood since it opened. */
  stoodMs: number
  /** Since when the clock stands; null: it runs. */
  pausedAt: number | null
  pause: LessonPause | null
  isLobbyLocked: boolean
  areReactionsOn: boolean
  /** Places that were skipped or cut off by the end; they count for nobody. */
  skipped: readonly number[]
  /** How many acts made this state. */
  version: number
}

export interface LessonFrame {
  placeCount: number
  /** Seconds of each place, from place 1 on. */
  limitsS: readonly number[]
  leadS: number
  talkS: number
  reactions: boolean
  /** race, homework: when it ends at the latest, in ms since 1970; all places are open at once then. */
  untilMs: number | null
  /** race: for how long it is open, in ms; null elsewhere. */
  raceMs: number | null
  /** From when on everything of the lesson may be deleted, in ms since 1970: no clock runs beyond it. null: the record of a lesson elsewhere. */
  goneMs: number | null
}

export type LessonAct =
  /** Opens the next place, from the lobby or after the one before; after the last one: the podium. */
  | { kind: 'next' }
  /** The item takes no more answers: its time is over, all have answered, or the host wants it so. */
  | { kind: 'lock'; why: 'time' | 'all-answered' | 'host' }
  | { kind: 'reveal' }
  | { kind: 'board' }
  /** Ends the playing with honour, before the last place: places that were not played count for nobody. */
  | { kind: 'podium' }
  | { kind: 'pause'; why: LessonPause; since?: number }
  | { kind: 'resume' }
  | { kind: 'add-time'; seconds: number }
  /** Leaves the place that is open or was just played out of every count. */
  | { kind: 'skip' }
  /** Leaves places out before anybody has seen them, or at an own pace before anybody else sees them. */
  | { kind: 'pass'; places: readonly number[] }
  | { kind: 'lock-lobby'; isLocked: boolean }
  | { kind: 'reactions'; isOn: boolean }
  /** bell: seats come back to the floor (CR-32). */
  | { kind: 'rescue'; seats: readonly number[] }
  | { kind: 'end' }

/** Why an act does not fit where the lesson stands. */
export type Misfit = 'WRONG_PHASE' | 'ENDED' | 'PAUSED' | 'NOT_PAUSED' | 'BAD_TIME' | 'TOO_EARLY' | 'TIME_OVER'

export function newLesson(frame: LessonFrame): LessonState {
  return {
    phase: 'lobby',
    place: 0,
    opensAt: null,
    closesAt: null,
    lockedAt: null,
    stoodMs: 0,
    pausedAt: null,
    pause: null,
    isLobbyLocked: false,
    areReactionsOn: frame.reactions,
    skipped: [],
    version: 0,
  }
}

/**
 * CR-1, CR-2: the state after an act.
 * @param atMs when the database wrote the act, in ms since 1970
 * @returns the new state, or why the act does not fit; a misfit changes nothing
 */
export function afterAct(
  state: LessonState,
  act: LessonAct,
  atMs: number,
  frame: LessonFrame,
): { state: LessonState } | { misfit: Misfit } {
  if (state.phase === 'ended') return { misfit: 'ENDED' }
  const changed = apply(state, act, atMs, frame)
  return typeof changed === 'string'
    ? { misfit: changed }
    : { state: { ...state, ...changed, version: state.version + 1 } }
}

/** CR-1: the state from its acts. @throws Error where an act does not fit: then the record is not one of a lesson */
export function replay(acts: readonly { act: LessonAct; atMs: number }[], frame: LessonFrame): LessonState {
  return acts.reduce((state, { act, atMs }) => {
    const next = afterAct(state, act, atMs, frame)
    if ('misfit' in next) throw new Error(`act ${act.kind} does not fit: ${next.misfit}`)
    return next.state
  }, newLesson(frame))
}

function apply(state: LessonState, act: LessonAct, atMs: number, frame: LessonFrame): Partial<LessonState> | Misfit {
  const { phase, pausedAt } = state
  switch (act.kind) {
    case 'next':
      if (pausedAt !== null) return 'PAUSED'
      if (phase === 'open' || phase === 'locked' || phase === 'podium') return 'WRONG_PHASE'
      return opened(state, atMs, frame)
    case 'lock':
      if (pausedAt !== null && act.why !== 'host') return 'PAUSED'
      if (phase !== 'open') return 'WRONG_PHASE'
      // A lock before anybody could answer would take the item away; whoever wants that skips it.
      if (act.why === 'host' && (pausedAt ?? atMs) < (state.opensAt ?? 0)) return 'TOO_EARLY'
      return {
        phase: 'locked',
        closesAt: Math.min(state.closesAt ?? atMs, pausedAt ?? atMs),
        lockedAt: act.why === 'host' ? (pausedAt ?? atMs) : null,
        pausedAt: null,
        pause: null,
      }
    case 'reveal':
      return phase === 'locked' ? { phase: 'revealed' } : 'WRONG_PHASE'
    case 'board':
      return phase === 'revealed' ? { phase: 'board' } : 'WRONG_PHASE'
    case 'podium':
      return phase === 'revealed' || phase === 'board' ? honoured : 'WRONG_PHASE'
    case 'pause': {
      if (pausedAt !== null) return 'PAUSED'
      if (phase !== 'open') return 'WRONG_PHASE'
      const since = act.since ?? atMs
      if (since > atMs) return 'BAD_TIME'
      return { pausedAt: since, pause: act.why }
    }
    case 'resume': {
      if (pausedAt === null) return 'NOT_PAUSED'
      // What had not begun when the clock stopped begins after the pause; what ran goes on with what was left.
      const stood = Math.max(0, atMs - pausedAt)
      const last = lastMs(frame)
      const hadBegun = state.opensAt !== null && state.opensAt <= pausedAt
      return {
        pausedAt: null,
        pause: null,
        opensAt: state.opensAt === null || hadBegun ? state.opensAt : Math.min(state.opensAt + stood, last),
        closesAt: state.closesAt === null ? null : Math.min(state.closesAt + stood, last),
        stoodMs: hadBegun ? state.stoodMs + stood : state.stoodMs,
      }
    }
    case 'add-time':
      if (phase !== 'open' || state.closesAt === null) return 'WRONG_PHASE'
      if (!Number.isInteger(act.seconds) || act.seconds < 1 || act.seconds > 600) return 'BAD_TIME'
      return { closesAt: Math.min(state.closesAt + act.seconds * 1000, lastMs(frame)) }
    case 'skip':
      if (phase !== 'open' && phase !== 'locked' && phase !== 'revealed') return 'WRONG_PHASE'
      return {
        phase: 'board',
        pausedAt: null,
        pause: null,
        skipped: [...state.skipped, state.place],
      }
    case 'pass': {
      const isOpen = phase === 'open' || phase === 'locked'
      if (phase === 'podium' || (isOpen && frame.untilMs === null)) return 'WRONG_PHASE'
      const isFree = (place: number) =>
        place >= 1 && place <= frame.placeCount && (isOpen || place > state.place) && !state.skipped.includes(place)
      if (act.places.length === 0 || !act.places.every(isFree)) return 'WRONG_PHASE'
      return { skipped: [...state.skipped, ...act.places] }
    }
    case 'lock-lobby':
      return { isLobbyLocked: act.isLocked }
    case 'reactions':
      return { areReactionsOn: act.isOn }
    case 'rescue':
      return phase === 'revealed' || phase === 'board' ? {} : 'WRONG_PHASE'
    case 'end':
      return { phase: 'ended', pausedAt: null, pause: null, skipped: cutOff(state, frame) }
  }
}

/** An item that is not revealed when the lesson ends counts for nobody: some had answered, others still had time. */
function cutOff({ phase, place, skipped }: LessonState, frame: LessonFrame): readonly number[] {
  const isCut = frame.untilMs === null && (phase === 'open' || phase === 'locked')
  return isCut ? [...skipped, place] : skipped
}

/** CR-60: what is asked then could be deleted while it is answered. */
const lastMs = ({ goneMs }: LessonFrame) => goneMs ?? Number.POSITIVE_INFINITY

const honoured = { phase: 'podium', opensAt: null, closesAt: null, lockedAt: null, stoodMs: 0 } as const

/** The next place that is not left out; one more than there are: none. */
export function placeAfter({ skipped }: Pick<LessonState, 'skipped'>, place: number, placeCount: number): number {
  let next = place + 1
  while (next <= placeCount && skipped.includes(next)) next++
  return Math.min(next, placeCount + 1)
}

function opened(state: LessonState, atMs: number, frame: LessonFrame): Partial<LessonState> | Misfit {
  const place = placeAfter(state, state.place, frame.placeCount)
  if (place > frame.placeCount) return honoured
  const last = lastMs(frame)
  if (atMs >= last) return 'TIME_OVER'
  // Each at an own pace: one opening stands for all places.
  if (frame.untilMs !== null) {
    if (atMs >= frame.untilMs) return 'TIME_OVER'
    const closesAt = Math.min(frame.untilMs, last, atMs + (frame.raceMs ?? Number.POSITIVE_INFINITY))
    return { phase: 'open', place: frame.placeCount, opensAt: atMs, lockedAt: null, stoodMs: 0, closesAt }
  }
  const opensAt = Math.min(last, atMs + (frame.leadS + frame.talkS) * 1000)
  const closesAt = Math.min(last, opensAt + (frame.limitsS[place - 1] ?? 0) * 1000)
  return { phase: 'open', place, opensAt, lockedAt: null, stoodMs: 0, closesAt }
}

/**
 * CR-3: whether an answer that arrived then counts. What arrived in time counts also while it is written after the lock; nothing is told
 * before the reveal, so it gains nobody anything.
 * @param extraPercent of the seat, on top of the place's time
 * @param graceMs for the way through the network, the same for everybody
 * @param goneMs as in the frame
 */
export function takesAnswer(
  state: LessonState,
  place: number,
  receivedAtMs: number,
  extraPercent: number,
  graceMs: number,
  goneMs: number | null,
): boolean {
  if (state.phase !== 'open' && state.phase !== 'locked') return false
  if (state.place !== place || state.opensAt === null) return false
  if (state.pausedAt !== null && receivedAtMs >= state.pausedAt) return false
  if (goneMs !== null && receivedAtMs >= goneMs) return false
  return receivedAtMs >= state.opensAt && receivedAtMs <= closesAtFor(state, extraPercent, goneMs) + graceMs
}

/**
 * CR-3: until when the place takes answers of a seat, in ms since 1970: its extra time comes on top of the time that the clock ran, ends
 * where the host locks the place, and goes no further than the lesson is kept.
 */
export function closesAtFor(state: LessonState, extraPercent: number, goneMs: number | null): number {
  if (state.opensAt === null || state.closesAt === null) return 0
  if (state.phase === 'locked' && state.lockedAt === null) return state.closesAt
  const own = state.closesAt + Math.round(((state.closesAt - state.opensAt - state.stoodMs) * extraPercent) / 100)
  return Math.min(own, state.lockedAt ?? own, goneMs ?? own)
}

/** CR-4: how long a seat took, in ms of running clock, never below 0. */
export function timeTaken(state: LessonState, receivedAtMs: number): number {
  return Math.max(0, receivedAtMs - (state.opensAt ?? receivedAtMs) - state.stoodMs)
}
