import type {
  LessonItemData,
  LessonRevealData,
  LessonStandingData,
  LessonStepData,
  SeatRowData,
  SeatViewData,
} from '@thiso/contracts'

/** The own answer to one place. */
export interface OwnAnswer {
  place: number
  line: string
  /**
   * draft: chosen here, sent to nobody; sending: on its way, or waiting for the network or the end of a pause; saved: the server has it;
   * other: the server has another answer of this seat, which one is being asked; late: it did not come in time; out: this seat does not
   * answer this place; unread: the server could not read it, so it is a draft again.
   */
  status: 'draft' | 'sending' | 'saved' | 'other' | 'late' | 'out' | 'unread'
  takenMs: number | null
}

/** What the seat was told of one place after it. */
export interface Told {
  place: number
  outcome: SeatViewData['outcome']
  standing: LessonStandingData | null
  rightCount: number
}

/** What this phone knows of its seat. */
export interface Known {
  lessonId: string
  title: string
  mode: SeatViewData['mode']
  teamName: string | null
  seat: SeatRowData
  step: LessonStepData
  /** race, homework: the own place; null where everybody goes together. */
  ownPlace: number | null
  /** The first place that this seat answers. */
  playsFrom: number
  /** Of the place now; null until it has come. */
  item: LessonItemData | null
  answer: OwnAnswer | null
  reveal: LessonRevealData | null
  told: Told | null
  /** bell: what became of the seat since the last item opened. */
  floorNews: 'out' | 'back' | null
}

export interface SeatState {
  known: Known | null
  /** Why this phone has the seat no more. */
  gone: 'removed' | 'elsewhere' | null
}

export type SeatEvent =
  | { kind: 'view'; view: SeatViewData }
  | { kind: 'step'; step: LessonStepData; item?: LessonItemData | undefined; reveal?: LessonRevealData | undefined }
  | ({ kind: 'outcome' } & Told)
  | { kind: 'own-seat'; seat: SeatRowData }
  | { kind: 'gone'; why: 'removed' | 'elsewhere' }
  | { kind: 'draft'; place: number; line: string | null }
  | { kind: 'send'; place: number; line: string }
  | { kind: 'acked'; place: number; line: string; takenMs: number }
  | { kind: 'refused'; place: number; line: string; why: 'LATE' | 'ANSWERED' | 'NOT_ALLOWED' | 'BAD_REQUEST' }

export const nothing: SeatState = { known: null, gone: null }

/** The place that this seat is at. */
export const placeNow = ({ ownPlace, step }: Pick<Known, 'ownPlace' | 'step'>): number => ownPlace ?? step.place

/** What is told of a place may be shown. */
const isTold = ({ phase, isSkipped }: LessonStepData) => (phase === 'revealed' || phase === 'board') && !isSkipped

/**
 * CR-57: what the phone knows after an event. Events may come late, twice or in another order: an older state of the lesson never takes
 * the place of a newer one, and what the server has recorded stays recorded.
 */
export function afterEvent(state: SeatState, event: SeatEvent): SeatState {
  if (event.kind === 'gone') return { ...state, gone: event.why }
  if (event.kind === 'view') return { known: withView(state.known, event.view), gone: null }
  const { known } = state
  if (!known) return state
  const after = change(known, event)
  return after === known ? state : { ...state, known: after }
}

function change(known: Known, event: Exclude<SeatEvent, { kind: 'gone' | 'view' }>): Known {
  switch (event.kind) {
    case 'step':
      return event.step.lessonId === known.lessonId ? withStep(known, event.step, event.item, event.reveal) : known
    case 'outcome':
      return withTold(known, event)
    case 'own-seat':
      return withSeat(known, event.seat)
    case 'draft':
      return isMine(known, event.place, 'draft') ? { ...known, answer: drafted(event.place, event.line) } : known
    case 'send':
      return isMine(known, event.place, 'draft')
        ? { ...known, answer: { place: event.place, line: event.line, status: 'sending', takenMs: null } }
        : known
    case 'acked':
      if (event.place !== placeNow(known)) return known
      return { ...known, answer: { place: event.place, line: event.line, status: 'saved', takenMs: event.takenMs } }
    case 'refused':
      return refused(known, event)
  }
}

const drafted = (place: number, line: string | null): OwnAnswer | null =>
  line === null ? null : { place, line, status: 'draft', takenMs: null }

/** May the answer to that place still be changed by hand, or is it the one on its way? */
function isMine({ answer, ...known }: Known, place: number, at: 'draft' | 'sending'): boolean {
  if (place !== placeNow(known)) return false
  if (at === 'sending') return answer?.status === 'sending'
  return answer === null || answer.status === 'draft' || answer.status === 'unread'
}

function refused(known: Known, { place, line, why }: Extract<SeatEvent, { kind: 'refused' }>): Known {
  if (!isMine(known, place, 'sending') || known.answer?.line !== line) return known
  const status = ({ LATE: 'late', ANSWERED: 'other', NOT_ALLOWED: 'out', BAD_REQUEST: 'unread' } as const)[why]
  return { ...known, answer: { ...known.answer, status } }
}

/** Keeps what belongs to the place now, and lets go of the rest. */
function fitting(known: Known): Known {
  const place = placeNow(known)
  const { item, answer, reveal } = known
  return {
    ...known,
    item: item?.place === place ? item : null,
    answer: answer?.place === place ? answer : null,
    reveal: reveal?.place === place && isTold(known.step) ? reveal : null,
  }
}

function withStep(known: Known, step: LessonStepData, item?: LessonItemData, reveal?: LessonRevealData): Known {
  const isNewer = step.version > known.step.version
  const next = isNewer ? { ...known, step } : known
  const isNextPlace = step.place > known.step.place
  return fitting({
    ...next,
    item: item?.place === placeNow(next) ? item : next.item,
    reveal: reveal?.place === placeNow(next) ? reveal : next.reveal,
    floorNews: isNewer && isNextPlace && step.phase === 'open' ? null : next.floorNews,
  })
}

function withTold(known: Known, { place, outcome, standing, rightCount }: Told): Known {
  const { told, answer } = known
  if (told && place < told.place) return known
  // The board brings no outcome, the reveal no standing: neither takes back what the other told of the same place.
  const before = told?.place === place ? told : null
  // Told of the place without an answer that counted: the one still on its way did not come in time.
  const isUnanswered = isTold(known.step) && known.step.place === place && outcome === null && standing === null
  const isTooLate = isUnanswered && answer?.place === place && answer.status === 'sending'
  return {
    ...known,
    told: {
      place,
      outcome: outcome ?? before?.outcome ?? null,
      standing: standing ?? before?.standing ?? null,
      rightCount,
    },
    answer: isTooLate ? { ...answer, status: 'late' } : answer,
  }
}

function withSeat(known: Known, seat: SeatRowData): Known {
  if (seat.seat !== known.seat.seat) return known
  const [before, after] = [known.seat.floor, seat.floor]
  const news =
    before === 'on' && after === 'out' ? 'out' : before !== 'on' && before !== null && after === 'on' ? 'back' : null
  return { ...known, seat, floorNews: news ?? known.floorNews }
}

function withView(known: Known | null, view: SeatViewData): Known {
  const place = view.ownPlace ?? view.step.place
  const fresh: Known = {
    lessonId: view.lessonId,
    title: view.title,
    mode: view.mode,
    teamName: view.teamName,
    seat: view.seat,
    step: view.step,
    ownPlace: view.ownPlace,
    playsFrom: view.playsFrom,
    item: view.item,
    answer: view.isAnswered ? { place, line: view.answer ?? '', status: 'saved', takenMs: null } : null,
    reveal: view.reveal,
    told: { place, outcome: view.outcome, standing: view.standing, rightCount: view.rightCount },
    floorNews: null,
  }
  // Another seat: nothing of the one before is left.
  if (!known || known.lessonId !== fresh.lessonId || known.seat.seat !== fresh.seat.seat) return fitting(fresh)
  const seated = withSeat(known, view.seat)
  const ownPlace = fresh.ownPlace === null ? null : Math.max(fresh.ownPlace, known.ownPlace ?? 0)
  const stepped = withStep(
    { ...seated, title: fresh.title, teamName: fresh.teamName, playsFrom: fresh.playsFrom, ownPlace },
    view.step,
    view.item ?? undefined,
    view.reveal ?? undefined,
  )
  const isOlder = view.step.version < stepped.step.version
  return withAnswerOf(isOlder ? stepped : withTold(stepped, fresh.told as Told), fresh, isTold(view.step))
}

/** A recorded answer stands, whoever tells of it first. */
function withAnswerOf(known: Known, { answer: recorded, ...fresh }: Known, isOver: boolean): Known {
  const { answer } = known
  if (placeNow(fresh) !== placeNow(known)) return known
  if (recorded)
    return { ...known, answer: { ...recorded, takenMs: answer?.status === 'saved' ? answer.takenMs : null } }
  // Its time is over and nothing was recorded.
  return isOver && answer?.status === 'sending' ? { ...known, answer: { ...answer, status: 'late' } } : known
}

/** Something is missing that the server can tell: the item or the reveal of the place now, or which answer was recorded. */
export function needsView(known: Known): boolean {
  const { step, ownPlace, item, reveal, answer } = known
  if (answer?.status === 'other') return true
  if (ownPlace !== null) return step.phase === 'open' && ownPlace > 0 && ownPlace <= step.placeCount && item === null
  const isPlayed = step.phase === 'open' || step.phase === 'locked' || isTold(step)
  return step.place > 0 && isPlayed && (item === null || (isTold(step) && reveal === null))
}
