import { setTimeout as sleep } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import type { LessonPhase } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { afterAct, type LessonAct, type LessonFrame, type Misfit, placeAfter } from '../domain/lesson-state.js'
import { BellFloors } from './bell-floors.js'
import { ANSWER_GRACE_MS, SILENT_MS } from '../infra/lesson-answer-writer.js'
import { LessonRepository, type LessonRow } from '../infra/lesson.repository.js'
import { SeatRepository } from '../infra/seat.repository.js'
import { outageOf } from './outages.js'
import { OwnPace } from './own-pace.js'

/** Who moves a lesson: its host at the own computer or by remote, or the platform. */
export type Mover = 'host' | 'remote' | 'server'

/** What arrived in time may still be on its way to the disk when the time is over. */
export const WRITE_MS = 200

const PROBLEMS = {
  WRONG_PHASE: 'LESSON.WRONG_PHASE',
  ENDED: 'LESSON.ENDED',
  PAUSED: 'LESSON.WRONG_PHASE',
  NOT_PAUSED: 'LESSON.WRONG_PHASE',
  BAD_TIME: 'LESSON.WRONG_PHASE',
  TOO_EARLY: 'LESSON.TOO_EARLY',
  TIME_OVER: 'LESSON.TIME_OVER',
} as const satisfies Record<Misfit, string>

/** Moves lessons: each act is one transaction, decided by `afterAct` on the locked lesson. */
@Injectable()
export class LessonConductor {
  constructor(
    private readonly lessons: LessonRepository,
    private readonly floors: BellFloors,
    private readonly ownPace: OwnPace,
    private readonly seats: SeatRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * CR-2: an act of the host.
   * @param seenVersion what the host saw; if the lesson has moved on since, the act is refused: two taps never do a thing twice
   * @param also what is written in the same transaction, once the act is done
   * @throws ProblemError LESSON.NOT_FOUND, LESSON.MOVED_ON, LESSON.WRONG_PHASE, LESSON.TOO_EARLY, LESSON.TIME_OVER, LESSON.PAST_DELETION,
   *   LESSON.ENDED
   */
  async act(
    lessonId: string,
    by: Mover,
    seenVersion: number,
    act: LessonAct,
    also?: (manager: Transaction) => Promise<void>,
  ): Promise<LessonRow> {
    if (act.kind === 'reveal') await this.untilWritten(lessonId)
    let isOutage = false
    const outcome = await this.lessons.act<Misfit | 'MOVED_ON' | 'PAST_DELETION'>(
      lessonId,
      by,
      (lesson, atMs) => {
        if (lesson.state.version !== seenVersion) return { refusal: 'MOVED_ON' }
        // CR-40: first the pause that no beat has found yet; what the host saw was from before it.
        const pause = outageOf(lesson, atMs, SILENT_MS)
        isOutage = pause !== null
        if (pause) return { ...decided(lesson, pause, atMs), by: 'server' }
        if (!isForMode(lesson, act)) return { refusal: 'WRONG_PHASE' }
        const capped = withinEnd(lesson, act)
        if (capped === null) return { refusal: 'TIME_OVER' }
        return isPastDeletion(lesson, capped, atMs) ? { refusal: 'PAST_DELETION' } : decided(lesson, capped, atMs)
      },
      async (manager, before, done) => {
        await this.follow(manager, before, done)
        if (!isOutage) await also?.(manager)
      },
    )
    if (!outcome) throw new ProblemError('LESSON.NOT_FOUND')
    if (isOutage) throw new ProblemError('LESSON.MOVED_ON')
    if ('lesson' in outcome) return outcome.lesson
    if (outcome.refusal === 'MOVED_ON') throw new ProblemError('LESSON.MOVED_ON')
    if (outcome.refusal === 'PAST_DELETION') throw await this.pastDeletion(lessonId)
    throw new ProblemError(PROBLEMS[outcome.refusal])
  }

  /**
   * An act of the platform, which several processes may try at once: it is done if the lesson still stands where it was meant for.
   * @returns whether it was done now
   */
  async actIf(
    lessonId: string,
    phase: LessonPhase,
    place: number,
    actAt: (lesson: LessonRow, atMs: number) => LessonAct | null,
  ) {
    const outcome = await this.lessons.act<Misfit | 'NO_MORE'>(
      lessonId,
      'server',
      (lesson, atMs) => {
        if (lesson.state.phase !== phase || lesson.state.place !== place) return { refusal: 'NO_MORE' }
        const act = actAt(lesson, atMs)
        return act ? decided(lesson, act, atMs) : { refusal: 'NO_MORE' }
      },
      (manager, before, done) => this.follow(manager, before, done),
    )
    return outcome !== null && 'lesson' in outcome
  }

  /** CR-14: leaves out the places that a contest round holds while each goes on at an own pace; the others' pages go on. */
  async passHeld(lessonId: string, held: ReadonlySet<number>): Promise<void> {
    const lesson = await this.lessons.find(lessonId)
    if (lesson?.settings.until == null || lesson.state.phase !== 'open') return
    const toPass = ({ state }: LessonRow) => [...held].filter((place) => !state.skipped.includes(place))
    if (toPass(lesson).length === 0) return
    await this.actIf(lessonId, 'open', lesson.state.place, (fresh) => {
      const places = toPass(fresh)
      return places.length > 0 ? { kind: 'pass', places } : null
    })
  }

  /** CR-3: what arrived before the lock is on its way to the disk for a moment; a host who reveals at once does not lose it. */
  private async untilWritten(lessonId: string): Promise<void> {
    const lesson = await this.lessons.find(lessonId)
    if (lesson?.state.phase !== 'locked') return
    const leftMs = (lesson.state.lockedAt ?? lesson.state.closesAt ?? 0) + ANSWER_GRACE_MS + WRITE_MS - this.clock.now()
    if (leftMs > 0) await sleep(Math.min(leftMs, ANSWER_GRACE_MS + WRITE_MS))
  }

  private async pastDeletion(lessonId: string): Promise<ProblemError> {
    const lesson = await this.lessons.find(lessonId)
    return new ProblemError('LESSON.PAST_DELETION', { day: lesson?.deleteOn ?? '' })
  }

  /** A lesson that was forgotten, or whose day has come. */
  async endBySelf(lessonId: string): Promise<void> {
    await this.lessons.act<Misfit>(lessonId, 'server', (lesson, atMs) => decided(lesson, { kind: 'end' }, atMs))
  }

  /** What an act does to seats, in its transaction. */
  private async follow(manager: Transaction, before: LessonRow, act: LessonAct): Promise<void> {
    await this.floors.follow(manager, before, act)
    await this.ownPace.follow(manager, before, act)
    const { pause, pausedAt } = before.state
    if (act.kind === 'resume' && pause === 'outage' && pausedAt !== null)
      await this.seats.missAgain(manager, before.id, pausedAt)
  }
}

/** CR-35: the host pauses and lengthens a race, not a homework; where all places are open at once none of them is skipped. */
function isForMode({ settings, state }: LessonRow, { kind }: LessonAct): boolean {
  if (settings.until === null || state.phase === 'ended') return true
  const isOfClock = kind === 'pause' || kind === 'resume' || kind === 'add-time'
  return kind !== 'skip' && !(isOfClock && settings.mode === 'homework')
}

/** CR-35: a race is lengthened up to its latest end. @returns null when it lasts until then already */
function withinEnd({ settings, state }: LessonRow, act: LessonAct): LessonAct | null {
  if (act.kind !== 'add-time' || settings.until === null || state.phase !== 'open') return act
  const leftS = Math.floor((Date.parse(settings.until) - (state.closesAt ?? 0)) / 1000)
  return leftS < 1 ? null : { ...act, seconds: Math.min(act.seconds, leftS) }
}

/**
 * CR-60: the day has come on which everything of the lesson is deleted, or more time is wanted at an own pace than there is until then. What
 * has the time of an item ends with that day's beginning without a word.
 */
function isPastDeletion({ settings, places, state, goneMs }: LessonRow, act: LessonAct, atMs: number): boolean {
  if (act.kind === 'next')
    return atMs >= goneMs && state.phase !== 'ended' && placeAfter(state, state.place, places.length) <= places.length
  if (act.kind !== 'add-time' || settings.until === null) return false
  return state.phase === 'open' && (state.closesAt ?? 0) + act.seconds * 1000 >= goneMs
}

function decided(lesson: LessonRow, act: LessonAct, atMs: number) {
  const next = afterAct(lesson.state, act, atMs, frameOf(lesson))
  return 'misfit' in next ? { refusal: next.misfit } : { state: next.state, act }
}

/** What the rules of a lesson's clock need to know of it. */
export function frameOf({
  settings,
  places,
  goneMs,
}: Pick<LessonRow, 'settings' | 'places'> & { goneMs: number | null }): LessonFrame {
  return {
    placeCount: places.length,
    limitsS: places.map(({ limitS }) => limitS),
    leadS: settings.leadS,
    talkS: settings.mode === 'team-device' ? settings.teams.talkS : 0,
    reactions: settings.reactions,
    untilMs: settings.until === null ? null : Date.parse(settings.until),
    raceMs: settings.mode === 'race' ? settings.raceMinutes * 60_000 : null,
    goneMs,
  }
}
