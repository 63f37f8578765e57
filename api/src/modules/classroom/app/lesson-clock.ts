import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { closesAtFor, type LessonAct } from '../domain/lesson-state.js'
import { LessonAnswersRepository } from '../infra/lesson-answers.repository.js'
import { ANSWER_GRACE_MS, SILENT_MS } from '../infra/lesson-answer-writer.js'
import { isHeld, LessonBeats } from '../infra/lesson-beats.js'
import { LessonRepository, type LessonRow } from '../infra/lesson.repository.js'
import { LessonConductor, WRITE_MS } from './lesson-conductor.js'
import { canPause, outageOf } from './outages.js'

const TICK_MS = 100
const BEAT_MS = 1_000
/** Homework is open for days; nobody looks at it five times a second. */
const HOMEWORK_TICKS = 100
/** For a process that was away itself, or has just come: it knows that the silence was no busy moment. */
const SILENT_AWAY_MS = 2_000
/** A beat that takes so long has no answer to wait for. */
const HANGING_MS = 2_500
/** After an outage devices get this long to come back before the clock goes on. */
const RETURN_MS = 3_000
/** A lesson that cannot be moved is left alone for a moment. */
const REST_MS = 1_000

export interface Progress {
  lessonId: string
  place: number
  answeredCount: number
  seatCount: number
}

/** Whom the clock tells. */
export interface ClockWatchers {
  isWatched: (lessonId: string) => boolean
  progress: (progress: Progress) => void
  away: (isAway: boolean) => void
}

interface Running {
  lesson: LessonRow
  restUntil: number
}

/**
 * What happens to lessons by itself: the end of an item's time, the reveal after it, the gap that an outage left. Any number of processes
 * may run it at once; each step is an act that is done if the lesson still stands where it was meant for.
 */
@Injectable()
export class LessonClock implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Open and locked lessons as this process knows them; what it knows may be old, so each act looks again. */
  private readonly running = new Map<string, Running>()
  private readonly lastProgress = new Map<string, string>()
  private watchers: ClockWatchers | null = null
  private timer: NodeJS.Timeout | undefined
  private beatTimer: NodeJS.Timeout | undefined
  private isTicking = false
  private beatSince: number | null = null
  private tickCount = 0
  private away = true
  private backAt = 0

  constructor(
    private readonly lessons: LessonRepository,
    private readonly beats: LessonBeats,
    private readonly answers: LessonAnswersRepository,
    private readonly conductor: LessonConductor,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** The first beat comes before the first device: an outage is a pause before anybody can answer into it. */
  async onApplicationBootstrap(): Promise<void> {
    await this.beat()
    this.timer = setInterval(() => void this.tick(), TICK_MS)
    this.beatTimer = setInterval(() => void this.beat(), BEAT_MS)
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
    clearInterval(this.beatTimer)
  }

  serve(watchers: ClockWatchers): void {
    this.watchers = watchers
  }

  /** The database has not answered the last beat: what was open then may have to stand still since. */
  get isAway(): boolean {
    return this.away
  }

  /** Told of what this process hears of lessons. An older state than the known one changes nothing. */
  async follow(lesson: LessonRow): Promise<void> {
    const { id, state } = lesson
    if (state.phase !== 'open' && state.phase !== 'locked') {
      this.running.delete(id)
      this.lastProgress.delete(id)
      return
    }
    const known = this.running.get(id)
    if (known && known.lesson.state.version > state.version) return
    const restUntil = known?.lesson.state.version === state.version ? known.restUntil : 0
    this.running.set(id, { lesson, restUntil })
  }

  private async tick(): Promise<void> {
    if (this.isTicking || this.away) return
    this.isTicking = true
    this.tickCount++
    for (const running of [...this.running.values()]) {
      if (performance.now() < running.restUntil) continue
      try {
        await this.step(running)
      } catch (error) {
        // One lesson that cannot be moved stops no other one; while the database is away the beats say so.
        running.restUntil = performance.now() + REST_MS
        if (!this.away) this.logger.warn({ reason: (error as Error).message }, 'a lesson could not be moved')
      }
    }
    this.isTicking = false
  }

  private async step(running: Running): Promise<void> {
    const { lesson } = running
    const { state, settings } = lesson
    const isOwnPaced = settings.until !== null
    const now = this.clock.now()
    if (state.phase === 'locked') {
      // CR-35: at an own pace nobody waits for a host, who may not be there.
      const isTold =
        (isOwnPaced || settings.revealsItself) &&
        now >= (state.lockedAt ?? state.closesAt ?? now) + ANSWER_GRACE_MS + WRITE_MS
      if (isTold) await this.act(running, () => ({ kind: 'reveal' }))
      // What came at the last moment, through whatever process.
      else if (this.tickCount % 2 === 0) await this.tellProgress(running)
      return
    }
    if (state.pausedAt !== null) {
      const areBack = performance.now() - this.backAt > RETURN_MS
      if (state.pause === 'outage' && areBack && now - (lesson.aliveAtMs ?? 0) > RETURN_MS)
        await this.act(running, (fresh) => (fresh.state.pause === 'outage' ? { kind: 'resume' } : null))
      return
    }
    if (now >= (state.closesAt ?? now) + ANSWER_GRACE_MS + WRITE_MS) {
      // CR-3: asked only now, since the host may have given it a moment ago, through another process.
      const extra =
        settings.mode === 'homework' ? 0 : await this.answers.extraAwaited(lesson.id, state.place, isOwnPaced)
      if (now >= closesAtFor(state, extra, lesson.goneMs) + ANSWER_GRACE_MS + WRITE_MS) {
        await this.act(running, (fresh, atMs) => {
          if (fresh.state.pausedAt !== null || atMs <= closesAtFor(fresh.state, extra, fresh.goneMs)) return null
          // Time that ran out while nobody was there to take answers has not run out.
          return outageOf(fresh, atMs, SILENT_MS) ?? { kind: 'lock', why: 'time' }
        })
        return
      }
    }
    const every = settings.mode === 'homework' ? HOMEWORK_TICKS : 2
    if (this.tickCount % every === 0 && now >= (state.opensAt ?? now)) await this.report(running)
  }

  /** CR-5: the lock once every seat in play has answered. */
  private async report(running: Running): Promise<void> {
    const { settings } = running.lesson
    const progress = await this.tellProgress(running)
    const isComplete = progress?.missing === 0 && progress.answeredCount > 0
    if (isComplete && settings.locksWhenAllAnswered && settings.until === null)
      await this.act(running, (fresh) => (fresh.state.pausedAt === null ? { kind: 'lock', why: 'all-answered' } : null))
  }

  /** Progress to hosts, when there is some; null where nobody watches. */
  private async tellProgress({ lesson: { id, state } }: Running) {
    if (!this.watchers?.isWatched(id)) return null
    const { missing, ...progress } = await this.answers.progress(id, state.place)
    const news = `${state.place} ${progress.answeredCount} ${progress.seatCount}`
    if (this.lastProgress.get(id) !== news) {
      this.lastProgress.set(id, news)
      this.watchers.progress({ lessonId: id, place: state.place, ...progress })
    }
    return { missing, ...progress }
  }

  /** An act of the platform; if the lesson stands elsewhere by now, this process has missed something and looks. */
  private async act(running: Running, actAt: (fresh: LessonRow, atMs: number) => LessonAct | null): Promise<void> {
    const { id, state } = running.lesson
    await this.conductor.actIf(id, state.phase, state.place, actAt)
    running.restUntil = performance.now() + REST_MS
    await this.lookAt(id)
  }

  private async lookAt(id: string): Promise<void> {
    const lesson = await this.lessons.find(id)
    if (lesson) await this.follow(lesson)
    else this.running.delete(id)
  }

  /** CR-40: says that somebody is there to take answers, and finds lessons for which nobody was. */
  private async beat(): Promise<void> {
    if (this.beatSince !== null) {
      if (performance.now() - this.beatSince > HANGING_MS) this.turn(true)
      return
    }
    this.beatSince = performance.now()
    try {
      await this.findRunning()
      const silentMs = this.away ? SILENT_AWAY_MS : SILENT_MS
      const open = [...this.running.values()].map(({ lesson }) => lesson).filter(canPause)
      const silent = await this.beats.beat(
        open.map(({ id }) => id),
        silentMs,
      )
      for (const id of silent) await this.pause(id, silentMs)
      this.turn(false)
    } catch {
      this.turn(true)
    } finally {
      this.beatSince = null
    }
  }

  /** A lesson that somebody holds is paused by a later beat; nobody can answer there meanwhile. */
  private async pause(id: string, silentMs: number): Promise<void> {
    const running = this.running.get(id)
    if (!running) return
    try {
      await this.act(running, (fresh, atMs) => outageOf(fresh, atMs, silentMs))
    } catch (error) {
      if (!isHeld(error)) throw error
    }
  }

  /** Every open lesson, whoever watches it, so that its time ends also when the host is away. */
  private async findRunning(): Promise<void> {
    const versions = await this.lessons.running()
    for (const id of this.running.keys())
      if (!versions.has(id)) {
        this.running.delete(id)
        this.lastProgress.delete(id)
      }
    for (const [id, version] of versions)
      if ((this.running.get(id)?.lesson.state.version ?? -1) < version) await this.lookAt(id)
  }

  private turn(isAway: boolean): void {
    if (isAway === this.away) return
    this.away = isAway
    if (!isAway) this.backAt = performance.now()
    this.watchers?.away(isAway)
  }
}
