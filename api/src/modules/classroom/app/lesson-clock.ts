import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { closesAtFor } from '../domain/lesson-state.js'
import { LessonAnswersRepository } from '../infra/lesson-answers.repository.js'
import { ANSWER_GRACE_MS } from '../infra/lesson-answer-writer.js'
import { LessonRepository, type LessonRow } from '../infra/lesson.repository.js'
import { SeatRepository } from '../infra/seat.repository.js'
import { LessonConductor } from './lesson-conductor.js'
import { extraOf } from './own-pace.js'

const TICK_MS = 100
const BEAT_MS = 1_000
/** Homework is open for days; nobody looks at it five times a second. */
const HOMEWORK_TICKS = 100
/** Without a beat for so long the platform was away (CR-40). */
const SILENT_MS = 3_000
/** After an outage devices get this long to come back before the clock goes on. */
const RETURN_MS = 3_000
/** What arrived in time may still be on its way to the disk when the clock has run out. */
const WRITE_MS = 200

export interface Progress {
  lessonId: string
  place: number
  answeredCount: number
  seatCount: number
}

/**
 * What happens to lessons by itself: the end of an item's time, the reveal after it, the gap that an outage left. Any number of processes
 * may run it at once; each step is an act that is done if the lesson still stands where it was meant for.
 */
@Injectable()
export class LessonClock implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Open and locked lessons as this process knows them. */
  private readonly running = new Map<string, { lesson: LessonRow; mostExtra: number }>()
  private readonly listeners: ((progress: Progress) => void)[] = []
  private timer: NodeJS.Timeout | undefined
  private beatTimer: NodeJS.Timeout | undefined
  private isTicking = false
  private isBeating = false
  private lastProgress = new Map<string, string>()
  private tickCount = 0

  constructor(
    private readonly lessons: LessonRepository,
    private readonly seats: SeatRepository,
    private readonly answers: LessonAnswersRepository,
    private readonly conductor: LessonConductor,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tick(), TICK_MS)
    this.beatTimer = setInterval(() => void this.beat(), BEAT_MS)
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
    clearInterval(this.beatTimer)
  }

  onProgress(listener: (progress: Progress) => void): void {
    this.listeners.push(listener)
  }

  /** Told of every move that this process hears of. */
  async follow(lesson: LessonRow): Promise<void> {
    const { phase } = lesson.state
    if (phase !== 'open' && phase !== 'locked') {
      this.running.delete(lesson.id)
      this.lastProgress.delete(lesson.id)
      return
    }
    const seats = await this.seats.all(lesson.id)
    const mostExtra = Math.max(0, ...seats.filter(({ removedAt }) => !removedAt).map((seat) => extraOf(lesson, seat)))
    const known = this.running.get(lesson.id)
    if (!known || known.lesson.state.version <= lesson.state.version) this.running.set(lesson.id, { lesson, mostExtra })
  }

  private async tick(): Promise<void> {
    if (this.isTicking) return
    this.isTicking = true
    this.tickCount++
    try {
      for (const { lesson, mostExtra } of this.running.values()) await this.step(lesson, mostExtra)
    } catch (error) {
      // The database is away: nothing can be done, and nothing is lost; the beats will tell how long it was.
      this.logger.warn({ reason: (error as Error).message }, 'lessons could not be moved')
    } finally {
      this.isTicking = false
    }
  }

  private async step(lesson: LessonRow, mostExtra: number): Promise<void> {
    const { id, state, settings } = lesson
    const now = this.clock.now()
    if (state.phase === 'locked') {
      const isTold = settings.revealsItself && now >= (state.closesAt ?? now) + ANSWER_GRACE_MS + WRITE_MS
      if (isTold) await this.conductor.actIf(id, 'locked', state.place, () => ({ kind: 'reveal' }))
      return
    }
    if (state.pausedAt !== null) {
      if (state.pause === 'outage')
        await this.conductor.actIf(id, 'open', state.place, (fresh, atMs) =>
          fresh.state.pause === 'outage' && atMs - (fresh.aliveAtMs ?? 0) > RETURN_MS ? { kind: 'resume' } : null,
        )
      return
    }
    if (now >= closesAtFor(state, mostExtra) + ANSWER_GRACE_MS + WRITE_MS) {
      await this.conductor.actIf(id, 'open', state.place, (fresh, atMs) =>
        fresh.state.pausedAt === null && atMs > closesAtFor(fresh.state, mostExtra)
          ? { kind: 'lock', why: 'time' }
          : null,
      )
      return
    }
    const every = settings.mode === 'homework' ? HOMEWORK_TICKS : 2
    if (this.tickCount % every === 0 && now >= (state.opensAt ?? now)) await this.report(lesson)
  }

  /** CR-5: progress to hosts; and the lock once every seat in play has answered. */
  private async report({ id, state, settings }: LessonRow): Promise<void> {
    const progress = await this.answers.progress(id, state.place)
    const news = `${state.place} ${progress.answeredCount} ${progress.seatCount}`
    if (this.lastProgress.get(id) !== news) {
      this.lastProgress.set(id, news)
      for (const listener of this.listeners) listener({ lessonId: id, place: state.place, ...progress })
    }
    const isComplete = progress.missing === 0 && progress.answeredCount > 0
    if (isComplete && settings.locksWhenAllAnswered && settings.until === null)
      await this.conductor.actIf(id, 'open', state.place, (fresh) =>
        fresh.state.pausedAt === null ? { kind: 'lock', why: 'all-answered' } : null,
      )
  }

  private async beat(): Promise<void> {
    if (this.isBeating) return
    this.isBeating = true
    try {
      for (const id of await this.lessons.open()) {
        if (this.running.has(id)) continue
        const lesson = await this.lessons.find(id)
        if (lesson) await this.follow(lesson)
      }
      const open = [...this.running.values()].filter(({ lesson }) => lesson.state.phase === 'open')
      const silent = await this.lessons.beat(
        open.map(({ lesson }) => lesson.id),
        SILENT_MS,
      )
      for (const { id, sinceMs } of silent) {
        const lesson = this.running.get(id)?.lesson
        // Homework runs for days; an outage of seconds is nothing there.
        if (!lesson || lesson.settings.mode === 'homework') continue
        await this.conductor.actIf(id, 'open', lesson.state.place, (fresh) =>
          fresh.state.pausedAt === null && fresh.aliveAtMs === sinceMs
            ? { kind: 'pause', why: 'outage', since: Math.round(sinceMs) }
            : null,
        )
      }
    } catch {
      // As above.
    } finally {
      this.isBeating = false
    }
  }
}
