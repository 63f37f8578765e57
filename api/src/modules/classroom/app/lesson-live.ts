import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import type { ClassServerEvents, SeatRowData } from '@thiso/contracts'
import { Logger } from '../../../platform/metrics/logger.js'
import { LessonNotices } from '../infra/lesson-notices.js'
import { LessonRepository, type LessonRow } from '../infra/lesson.repository.js'
import { RemoteRepository } from '../infra/remote.repository.js'
import { SeatRepository } from '../infra/seat.repository.js'
import { LessonClock } from './lesson-clock.js'
import { LessonOutcomes } from './lesson-outcomes.js'
import { LessonPlay } from './lesson-play.js'
import { LessonTally } from './lesson-tally.js'
import { LessonViews, presentSeat } from './lesson-views.js'
import { Presence } from './presence.js'
import { SeatRequests } from './seat-requests.js'

type Payload<E extends keyof ClassServerEvents> = Parameters<ClassServerEvents[E]>

/** The sockets of this process, as far as lessons go. */
export interface LessonSockets {
  /** Lessons with a device here. */
  lessons: () => string[]
  isWatched: (lessonId: string) => boolean
  hasHost: (lessonId: string) => boolean
  hasRemote: (lessonId: string) => boolean
  /** Seats with a device here. */
  seatsHere: (lessonId: string) => number[]
  isHere: (lessonId: string, seat: number) => boolean
  toAll: <E extends keyof ClassServerEvents>(lessonId: string, event: E, ...payload: Payload<E>) => void
  toHosts: <E extends keyof ClassServerEvents>(lessonId: string, event: E, ...payload: Payload<E>) => void
  toSeat: <E extends keyof ClassServerEvents>(lessonId: string, seat: number, event: E, ...payload: Payload<E>) => void
  /**
   * @param tokenHashes what each seat's device must show; devices that show anything else are told and let go
   * @param readAt when that was read, by `performance.now()`: devices that came later show what is newer
   */
  keepOnly: (lessonId: string, tokenHashes: ReadonlyMap<number, string>, readAt: number) => void
  /** The same for remotes: the one whose key it is stays, others are let go. */
  keepRemote: (lessonId: string, keyHash: string | null, readAt: number) => void
  /** Remotes hear nothing more of a lesson that has ended. */
  releaseRemotes: (lessonId: string) => void
}

/** What was told of a lesson here, and what is still to tell. */
interface Desk {
  told: { version: number; place: number; phase: string; areReactionsOn: boolean } | null
  toldSeats: Map<number, string>
  isStepDue: boolean
  areSeatsDue: boolean
  isWorking: boolean
  seatsTimer: NodeJS.Timeout | undefined
  /** How long it took to tell seats the last time. */
  seatsMs: number
}

const LOOK_MS = 1_000
/** A class that joins is told to its hosts in groups; a big one in bigger groups, so that telling takes a fifth of the time at most. */
const SEATS_MS = 200
const SEATS_PART = 5
/** What no notice comes of: somebody's device is long silent, or the notice was lost. */
const SEATS_LOOK_MS = 10_000

/**
 * Tells the devices of this process what happened to their lessons, wherever it was done. One lesson's news go out in their order, whatever
 * each takes to put together, and always as the lesson stands then: what could not be told is told by the next look.
 */
@Injectable()
export class LessonLive implements OnApplicationBootstrap, OnApplicationShutdown {
  private sockets: LessonSockets | null = null
  private readonly desks = new Map<string, Desk>()
  private readonly timers: NodeJS.Timeout[] = []

  constructor(
    private readonly lessons: LessonRepository,
    private readonly seats: SeatRepository,
    private readonly play: LessonPlay,
    private readonly tally: LessonTally,
    private readonly outcomes: LessonOutcomes,
    private readonly views: LessonViews,
    private readonly clock: LessonClock,
    private readonly presence: Presence,
    private readonly requests: SeatRequests,
    private readonly remotes: RemoteRepository,
    private readonly logger: Logger,
    notices: LessonNotices,
  ) {
    notices.onNotice((notice) => {
      const { what, lessonId } = notice
      if (what === 'reactions') this.sockets?.toHosts(lessonId, 'lesson:reactions', { counts: notice.counts })
      else if (what === 'step') this.tellStep(lessonId)
      else this.tellSeatsSoon(lessonId)
    })
    // What was said while nobody listened is looked up.
    notices.onBack(() => {
      void this.look()
      this.lookAtSeats()
    })
  }

  onApplicationBootstrap(): void {
    this.timers.push(
      setInterval(() => void this.look(), LOOK_MS),
      setInterval(() => this.lookAtSeats(), SEATS_LOOK_MS),
    )
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer)
    for (const { seatsTimer } of this.desks.values()) clearTimeout(seatsTimer)
  }

  serve(sockets: LessonSockets): void {
    this.sockets = sockets
    this.presence.serve(sockets)
    this.clock.serve({
      isWatched: sockets.isWatched,
      progress: ({ lessonId, ...progress }) => sockets.toHosts(lessonId, 'lesson:progress', progress),
      away: (isAway) => {
        for (const lessonId of sockets.lessons()) sockets.toAll(lessonId, 'lesson:away', { isAway })
        if (!isAway) void this.look()
      },
    })
  }

  /** The database does not answer: nothing can be taken, and nothing is lost. */
  get isAway(): boolean {
    return this.clock.isAway
  }

  /** A device has come that is shown the lesson as it stands in `lesson`: what comes later is news to it. */
  attend(lesson: LessonRow): void {
    const desk = this.desk(lesson.id)
    desk.told ??= toldOf(lesson)
  }

  takesReactions(lessonId: string): boolean {
    return this.desks.get(lessonId)?.told?.areReactionsOn ?? false
  }

  private tellStep(lessonId: string): void {
    if (!this.sockets?.isWatched(lessonId)) return
    const desk = this.desk(lessonId)
    desk.isStepDue = true
    void this.work(lessonId, desk)
  }

  private tellSeatsSoon(lessonId: string, leastMs = SEATS_MS): void {
    if (!this.sockets?.isWatched(lessonId)) return
    const desk = this.desk(lessonId)
    if (desk.seatsTimer) return
    desk.seatsTimer = setTimeout(
      () => {
        desk.seatsTimer = undefined
        desk.areSeatsDue = true
        void this.work(lessonId, desk)
      },
      Math.max(leastMs, desk.seatsMs * SEATS_PART),
    )
    desk.seatsTimer.unref()
  }

  /** One thing at a time for each lesson; what falls due meanwhile is done once, afterwards. */
  private async work(lessonId: string, desk: Desk): Promise<void> {
    if (desk.isWorking) return
    desk.isWorking = true
    try {
      while (desk.isStepDue || desk.areSeatsDue)
        if (desk.isStepDue) {
          desk.isStepDue = false
          await this.step(lessonId, desk)
        } else {
          desk.areSeatsDue = false
          const began = performance.now()
          await this.tellSeats(lessonId, desk)
          desk.seatsMs = performance.now() - began
        }
    } catch (error) {
      // The version that was told stands where it stood, so the next look finds it; seats are looked at again as well.
      if (!this.isAway) this.logger.warn({ reason: (error as Error).message }, 'a lesson could not be told')
      this.tellSeatsSoon(lessonId, LOOK_MS)
    } finally {
      desk.isWorking = false
    }
  }

  private async step(lessonId: string, desk: Desk): Promise<void> {
    const { sockets } = this
    const lesson = await this.lessons.find(lessonId)
    if (!lesson || !sockets) return
    const before = desk.told
    const { state } = lesson
    if (before && before.version >= state.version) return
    const step = this.views.step(lesson)
    const isHostPaced = lesson.settings.until === null
    const isNewPlace = before?.place !== state.place || before?.phase === 'lobby'
    if (state.phase === 'open' && isNewPlace && isHostPaced) {
      const item = await this.play.item(lesson, state.place)
      sockets.toAll(lessonId, 'lesson:step', item ? { step, item } : { step })
    } else if (state.phase === 'revealed' && isHostPaced) {
      const reveal = await this.tally.reveal(lesson, state.place)
      sockets.toAll(lessonId, 'lesson:step', { step, reveal })
      await this.outcomes.ofPlace(lesson, sockets)
    } else {
      sockets.toAll(lessonId, 'lesson:step', { step })
      if (this.views.isBoardShown(lesson)) await this.outcomes.ofBoard(lesson, sockets)
    }
    desk.told = toldOf(lesson)
    await this.clock.follow(lesson)
    // Read ahead, so that the next tap of the host waits for nothing; it is sent to nobody before.
    if (isHostPaced) await this.play.item(lesson, state.place + 1)
  }

  private async tellSeats(lessonId: string, desk: Desk): Promise<void> {
    const { sockets } = this
    if (!sockets?.isWatched(lessonId)) return
    // Not before they have been told the end.
    if (desk.told?.phase === 'ended') sockets.releaseRemotes(lessonId)
    const hasHost = sockets.hasHost(lessonId)
    const readAt = performance.now()
    const [lesson, seats] = await Promise.all([this.lessons.find(lessonId), this.seats.all(lessonId)])
    if (!lesson) {
      // It was deleted, and nobody has a seat in it any more.
      sockets.keepOnly(lessonId, new Map(), readAt)
      sockets.keepRemote(lessonId, null, readAt)
      return
    }
    const requests = hasHost ? await this.requests.toTell(lesson) : []
    const remoteKey = sockets.hasRemote(lessonId) ? await this.remotes.keyOf(lessonId) : undefined
    const before = desk.toldSeats
    const after = new Map<number, string>()
    const changed: SeatRowData[] = []
    const tokenHashes = new Map<number, string>()
    for (const seat of seats) {
      if (!seat.removedAt) tokenHashes.set(seat.number, seat.tokenHash)
      // Another process lost its old connection and said so later than this one said that there is a new one.
      if (!seat.isHere && sockets.isHere(lessonId, seat.number)) this.presence.touch(lessonId, seat.number)
      const row = presentSeat(lesson, seat)
      const text = JSON.stringify(row)
      after.set(seat.number, text)
      if (before.get(seat.number) === text) continue
      changed.push(row)
      // Also the first time: since the device was shown its seat, the host may have renamed it.
      if (!row.isRemoved) sockets.toSeat(lessonId, seat.number, 'lesson:own-seat', { seat: row })
    }
    sockets.keepOnly(lessonId, tokenHashes, readAt)
    if (remoteKey !== undefined) sockets.keepRemote(lessonId, remoteKey, readAt)
    desk.toldSeats = after
    await this.clock.follow(lesson)
    if (!hasHost) return
    sockets.toHosts(lessonId, 'lesson:seats', {
      changed,
      gone: [...before.keys()].filter((number) => !after.has(number)),
      requests,
    })
  }

  /** Notices may be missed while a connection is away; versions are not. What nobody here watches any more is forgotten. */
  private async look(): Promise<void> {
    const { sockets } = this
    if (!sockets) return
    for (const [id, { isWorking, seatsTimer }] of this.desks)
      if (!isWorking && !seatsTimer && !sockets.isWatched(id)) this.desks.delete(id)
    const watched = sockets.lessons()
    if (watched.length === 0 || this.isAway) return
    try {
      for (const [id, version] of await this.lessons.versions(watched))
        if (version > (this.desks.get(id)?.told?.version ?? -1)) this.tellStep(id)
    } catch {
      // The database is away; the next look will tell.
    }
  }

  private lookAtSeats(): void {
    for (const lessonId of this.sockets?.lessons() ?? []) this.tellSeatsSoon(lessonId)
  }

  private desk(lessonId: string): Desk {
    const known = this.desks.get(lessonId)
    if (known) return known
    const desk: Desk = {
      told: null,
      toldSeats: new Map(),
      isStepDue: false,
      areSeatsDue: false,
      isWorking: false,
      seatsTimer: undefined,
      seatsMs: 0,
    }
    this.desks.set(lessonId, desk)
    return desk
  }
}

function toldOf({ state }: LessonRow): NonNullable<Desk['told']> {
  const { version, place, phase, areReactionsOn } = state
  return { version, place, phase, areReactionsOn }
}
