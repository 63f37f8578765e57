import type { z } from 'zod'
import type { LessonItem, LessonReveal, LessonStanding, LessonStep, SeatRow } from '../http/lesson-shapes.js'
import type { HostView, SeatView } from '../http/lesson-view-shapes.js'

export type LessonStepData = z.output<typeof LessonStep>
export type LessonItemData = z.output<typeof LessonItem>
export type LessonRevealData = z.output<typeof LessonReveal>
export type LessonStandingData = z.output<typeof LessonStanding>
export type SeatRowData = z.output<typeof SeatRow>
export type HostViewData = z.output<typeof HostView>
export type SeatViewData = z.output<typeof SeatView>

export type ClassRefusal = {
  refused: 'NOT_FOUND' | 'NOT_ALLOWED' | 'BAD_REQUEST' | 'BUSY' | 'REMOVED' | 'LATE' | 'EARLY' | 'ANSWERED' | 'PAUSED'
}

/** What devices of a lesson say. The seat token and the remote key are given once when watching; then the socket has that seat. */
export interface ClassClientEvents {
  'lesson:host': (
    request: { lessonId: string; remoteKey?: string },
    reply: (answer: HostViewData | ClassRefusal) => void,
  ) => void
  /**
   * To go through a lesson again: a place that has been told, with its answers, what is right and why. NOT_FOUND: it is not told yet, or
   * counts for nobody.
   */
  'lesson:host-place': (
    request: { place: number },
    reply: (answer: { item: LessonItemData; reveal: LessonRevealData } | ClassRefusal) => void,
  ) => void
  'lesson:seat': (request: { token: string }, reply: (answer: SeatViewData | ClassRefusal) => void) => void
  /** The reply comes after the commit. The same answer again is told the same. */
  'lesson:answer': (
    request: { place: number; answer: string },
    reply: (answer: { place: number; takenMs: number } | ClassRefusal) => void,
  ) => void
  /** race, homework: the next place of this seat. */
  'lesson:own-next': (request: { place: number }, reply: (answer: SeatViewData | ClassRefusal) => void) => void
  'lesson:react': (request: { reaction: number }) => void
}

/**
 * Messages for an item grow with the number of devices, never with its square: progress goes to hosts alone. A socket that the server
 * closes for flooding does not come back by itself.
 */
export interface ClassServerEvents {
  /**
   * To all: the platform catches its breath (its database does not answer). Nothing that was acknowledged is lost; answers are refused as
   * BUSY and may be sent again as they were. When it is back, a step with pause 'outage' follows if the clock has stood, and some seconds
   * later the step with which the clock goes on.
   */
  'lesson:away': (event: { isAway: boolean }) => void
  /** To all: the lesson stands elsewhere. `item` comes with the act that opens it, `reveal` with the act that reveals it. */
  'lesson:step': (event: { step: LessonStepData; item?: LessonItemData; reveal?: LessonRevealData }) => void
  /** To one seat: what its answer brought, with the reveal; its place where the board is shown. */
  'lesson:outcome': (event: {
    place: number
    outcome: SeatViewData['outcome']
    rightCount: number
    standing: LessonStandingData | null
  }) => void
  /**
   * To one seat: something about the seat itself changed; null: this device has it no more (removed, cleared, or given to another
   * device), and showing the token again says which.
   */
  'lesson:own-seat': (event: { seat: SeatRowData | null }) => void
  /** To hosts, at most five times a second. */
  'lesson:progress': (event: { place: number; answeredCount: number; seatCount: number }) => void
  'lesson:seats': (event: { changed: SeatRowData[]; gone: number[]; requests: HostViewData['requests'] }) => void
  'lesson:standings': (event: { place: number; standings: LessonStandingData[] }) => void
  'lesson:reactions': (event: { counts: number[] }) => void
}
