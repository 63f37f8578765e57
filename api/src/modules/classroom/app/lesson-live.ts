import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import type { ClassServerEvents, LessonStandingData, SeatRowData } from '@thiso/contracts'
import { Logger } from '../../../platform/metrics/logger.js'
import { LessonNotices } from '../infra/lesson-notices.js'
import { LessonRepository, type LessonRow } from '../infra/lesson.repository.js'
import { type Seat, SeatRepository } from '../infra/seat.repository.js'
import { LessonClock } from './lesson-clock.js'
import { LessonPlay, type ScoredAnswer } from './lesson-play.js'
import { LessonViews, presentSeat } from './lesson-views.js'

/** The sockets of this process, as far as lessons go. */
export interface LessonSockets {
  watched(): string[]
  toAll<E extends keyof ClassServerEvents>(
    lessonId: string,
    event: E,
    ...payload: Parameters<ClassServerEvents[E]>
  ): void
  toHosts<E extends keyof ClassServerEvents>(
    lessonId: string,
    event: E,
    ...payload: Parameters<ClassServerEvents[E]>
  ): void
  toSeat<E extends keyof ClassServerEvents>(
    lessonId: string,
    seat: number,
    event: E,
    ...payload: Parameters<ClassServerEvents[E]>
  ): void
  /** Seats with a device here. */
  seatsHere(lessonId: string): number[]
}

const LOOK_MS = 1_000
/** A class that joins is told to its hosts in groups. */
const SEATS_MS = 200

/** Tells the devices of this process what happened to their lessons, wherever it was done. */
@Injectable()
export class LessonLive implements OnApplicationBootstrap, OnApplicationShutdown {
  private sockets: LessonSockets | null = null
  private readonly told = new Map<string, { version: number; place: number; phase: string }>()
  private readonly toldSeats = new Map<string, Map<number, string>>()
  private readonly seatTimers = new Map<string, NodeJS.Timeout>()
  private readonly queues = new Map<string, Promise<void>>()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly lessons: LessonRepository,
    private readonly seats: SeatRepository,
    private readonly play: LessonPlay,
    private readonly views: LessonViews,
    private readonly clock: LessonClock,
    private readonly logger: Logger,
    notices: LessonNotices,
  ) {
    notices.onNotice(({ what, lessonId }) => (what === 'step' ? this.tellStep(lessonId) : this.tellSeatsSoon(lessonId)))
    clock.onProgress(({ lessonId, ...progress }) => this.sockets?.toHosts(lessonId, 'lesson:progress', progress))
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), LOOK_MS)
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
    for (const timer of this.seatTimers.values()) clearTimeout(timer)
  }

  serve(sockets: LessonSockets): void {
    this.sockets = sockets
  }

  /** One lesson's news in their order, however long each takes to put together. */
  private tellStep(lessonId: string): void {
    const queue = (this.queues.get(lessonId) ?? Promise.resolve())
      .then(() => this.step(lessonId))
      .catch((error) => this.logger.warn({ reason: (error as Error).message }, 'a lesson could not be told'))
    this.queues.set(lessonId, queue)
    void queue.finally(() => {
      if (this.queues.get(lessonId) === queue) this.queues.delete(lessonId)
    })
  }

  private async step(lessonId: string): Promise<void> {
    const sockets = this.sockets
    const lesson = await this.lessons.find(lessonId)
    if (!lesson || !sockets) return
    void this.clock.follow(lesson).catch(() => undefined)
    const before = this.told.get(lessonId)
    const { state } = lesson
    if (before && before.version >= state.version) return
    this.told.set(lessonId, { version: state.version, place: state.place, phase: state.phase })
    if (!sockets.watched().includes(lessonId)) return
    const step = this.views.step(lesson)
    const isNewPlace = before?.place !== state.place || before?.phase === 'lobby'
    if (state.phase === 'open' && isNewPlace && lesson.settings.until === null) {
      const item = await this.play.item(lesson, state.place)
      sockets.toAll(lessonId, 'lesson:step', item ? { step, item } : { step })
      return
    }
    if (state.phase === 'revealed' && lesson.settings.until === null) {
      const seats = await this.seats.all(lessonId)
      const reveal = await this.play.reveal(lesson, state.place, seats)
      sockets.toAll(lessonId, 'lesson:step', { step, reveal })
      await this.tellOutcomes(lesson, seats, sockets)
      return
    }
    sockets.toAll(lessonId, 'lesson:step', { step })
    if (this.views.isBoardShown(lesson)) await this.tellBoard(lesson, sockets)
    if (state.phase === 'ended') this.forget(lessonId)
  }

  /** To each seat here what its answer brought: as many messages as devices. */
  private async tellOutcomes(lesson: LessonRow, seats: readonly Seat[], sockets: LessonSockets): Promise<void> {
    const scored = await this.play.allScored(lesson, seats)
    const { place } = lesson.state
    const own = new Map<number, ScoredAnswer>()
    const rightCounts = new Map<number, number>()
    for (const answer of scored) {
      if (answer.place === place) own.set(answer.seat, answer)
      if (answer.isRight) rightCounts.set(answer.seat, (rightCounts.get(answer.seat) ?? 0) + 1)
    }
    for (const seat of sockets.seatsHere(lesson.id)) {
      const answer = own.get(seat)
      sockets.toSeat(lesson.id, seat, 'lesson:outcome', {
        place,
        outcome: answer
          ? { isRight: answer.isRight, share: answer.share, points: answer.points, bonus: answer.bonus }
          : null,
        rightCount: rightCounts.get(seat) ?? 0,
        standing: null,
      })
    }
  }

  private async tellBoard(lesson: LessonRow, sockets: LessonSockets): Promise<void> {
    const seats = await this.seats.all(lesson.id)
    const standings = await this.play.board(lesson, seats)
    const { place } = lesson.state
    sockets.toHosts(lesson.id, 'lesson:standings', { place, standings })
    const rows = new Map<string, LessonStandingData>()
    for (const row of standings) rows.set(row.seat === null ? `team ${row.team}` : `seat ${row.seat}`, row)
    const teams = new Map(seats.map(({ number, team }) => [number, team]))
    const scored = await this.play.allScored(lesson, seats)
    const rightCounts = new Map<number, number>()
    for (const { seat, isRight } of scored) if (isRight) rightCounts.set(seat, (rightCounts.get(seat) ?? 0) + 1)
    for (const seat of sockets.seatsHere(lesson.id))
      sockets.toSeat(lesson.id, seat, 'lesson:outcome', {
        place,
        outcome: null,
        rightCount: rightCounts.get(seat) ?? 0,
        standing: rows.get(`seat ${seat}`) ?? rows.get(`team ${teams.get(seat)}`) ?? null,
      })
  }

  private tellSeatsSoon(lessonId: string): void {
    if (this.seatTimers.has(lessonId)) return
    const timer = setTimeout(() => {
      this.seatTimers.delete(lessonId)
      void this.tellSeats(lessonId).catch(() => undefined)
    }, SEATS_MS)
    timer.unref()
    this.seatTimers.set(lessonId, timer)
  }

  private async tellSeats(lessonId: string): Promise<void> {
    const sockets = this.sockets
    if (!sockets?.watched().includes(lessonId)) return
    const [lesson, seats, requests] = await Promise.all([
      this.lessons.find(lessonId),
      this.seats.all(lessonId),
      this.seats.requests(lessonId),
    ])
    if (!lesson) return
    void this.clock.follow(lesson).catch(() => undefined)
    const before = this.toldSeats.get(lessonId) ?? new Map<number, string>()
    const after = new Map<number, string>()
    const changed: SeatRowData[] = []
    for (const seat of seats) {
      const row = presentSeat(lesson, seat)
      const text = JSON.stringify(row)
      after.set(seat.number, text)
      if (before.get(seat.number) === text) continue
      changed.push(row)
      if (before.has(seat.number))
        sockets.toSeat(lessonId, seat.number, 'lesson:own-seat', { seat: row.isRemoved ? null : row })
    }
    for (const number of before.keys())
      if (!after.has(number)) sockets.toSeat(lessonId, number, 'lesson:own-seat', { seat: null })
    this.toldSeats.set(lessonId, after)
    sockets.toHosts(lessonId, 'lesson:seats', {
      changed,
      gone: [...before.keys()].filter((number) => !after.has(number)),
      requests: requests.map(({ id, seat, name, askedAt }) => ({
        requestId: id,
        seat,
        name,
        askedAt: askedAt.toISOString(),
      })),
    })
  }

  /** Notices may be missed while a connection is away; versions are not. */
  private async look(): Promise<void> {
    const watched = this.sockets?.watched() ?? []
    if (watched.length === 0) return
    try {
      for (const [id, version] of await this.lessons.versions(watched))
        if (version > (this.told.get(id)?.version ?? 0)) this.tellStep(id)
    } catch {
      // The database is away; the next look will tell.
    }
  }

  private forget(lessonId: string): void {
    this.toldSeats.delete(lessonId)
    setTimeout(() => this.told.delete(lessonId), 60_000).unref()
  }
}
