import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets'
import type {
  ClassClientEvents,
  ClassRefusal,
  ClassServerEvents,
  HostViewData,
  LessonItemData,
  LessonRevealData,
  SeatViewData,
} from '@thiso/contracts'
import type { Server, Socket } from 'socket.io'
import { Clock } from '../../../kernel/clock.js'
import type { Actor } from '../../../platform/http/actor.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { Answering } from '../app/answering.js'
import { HostsService } from '../app/hosts.service.js'
import { LessonLive } from '../app/lesson-live.js'
import { LessonViews } from '../app/lesson-views.js'
import { LessonsService } from '../app/lessons.service.js'
import { OwnPace } from '../app/own-pace.js'
import { Passing } from '../app/passing.js'
import { Presence } from '../app/presence.js'
import { Reactions } from '../app/reactions.js'
import { SeatsService } from '../app/seats.service.js'
import { hashOf } from '../app/tokens.js'
import type { LessonAnswerOutcome } from '../infra/lesson-answer-writer.js'
import { ClassDevices } from './class-devices.js'
import {
  AnswerRequest,
  accept,
  type Budget,
  HostRequest,
  PlaceRequest,
  ReactionRequest,
  refusing,
  SeatRequest,
} from './class-messages.js'

interface ClassSocketData extends Budget {
  actor: Actor | null
  /** The seat whose token it has shown, and when, by `performance.now()`. */
  seat?: { lessonId: string; number: number; token: string; tokenHash: string; shownAt: number }
  /** The lesson that this socket watches as a host. */
  hosts?: string
  /** As a remote: the hash of the key that it has shown, and when, by `performance.now()`. */
  remote?: { keyHash: string; shownAt: number } | undefined
}
type ClassServer = Server<ClassClientEvents, ClassServerEvents, Record<string, never>, ClassSocketData>
type ClassSocket = Socket<ClassClientEvents, ClassServerEvents, Record<string, never>, ClassSocketData>

const ALL = 'lesson:'
const HOSTS = 'lesson-hosts:'

const REFUSALS = {
  answered: 'ANSWERED',
  late: 'LATE',
  early: 'EARLY',
  paused: 'PAUSED',
  not_playing: 'NOT_ALLOWED',
} as const satisfies Record<Exclude<LessonAnswerOutcome['kind'], 'saved'>, ClassRefusal['refused']>

/** Sockets of a lesson. A socket is nothing by itself: it shows a seat's token or a host's right, and everything it asks is checked. */
@WebSocketGateway()
export class ClassGateway implements OnGatewayInit, OnGatewayDisconnect {
  private readonly devices = new ClassDevices<ClassSocket>()

  constructor(
    private readonly hosts: HostsService,
    private readonly seating: SeatsService,
    private readonly answering: Answering,
    private readonly ownPace: OwnPace,
    private readonly passing: Passing,
    private readonly views: LessonViews,
    private readonly live: LessonLive,
    private readonly presence: Presence,
    private readonly reactions: Reactions,
    private readonly lessons: LessonsService,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  afterInit(server: ClassServer): void {
    const { devices } = this
    this.live.serve({
      lessons: () => devices.lessons(),
      isWatched: (lessonId) => devices.has(lessonId),
      hasHost: (lessonId) => devices.hasHost(lessonId),
      hasRemote: (lessonId) => devices.hosts(lessonId).some(({ data }) => data.remote),
      seatsHere: (lessonId) => devices.seats(lessonId),
      isHere: (lessonId, seat) => devices.isHere(lessonId, seat),
      toAll: (lessonId, event, ...payload) => server.local.to(ALL + lessonId).emit(event, ...payload),
      toHosts: (lessonId, event, ...payload) => server.local.to(HOSTS + lessonId).emit(event, ...payload),
      toSeat: (lessonId, seat, event, ...payload) => {
        for (const socket of devices.of(lessonId, seat)) socket.emit(event, ...payload)
      },
      keepOnly: (...which) => this.keepOnly(...which),
      keepRemote: (...which) => this.keepRemote(...which),
      releaseRemotes: (lessonId) => this.releaseRemotes(lessonId),
    })
  }

  async handleDisconnect(socket: ClassSocket): Promise<void> {
    const { hosts } = socket.data
    if (hosts) this.devices.dropHost(hosts, socket)
    await this.leaveSeat(socket)
  }

  @SubscribeMessage('lesson:host')
  async watchAsHost(
    @MessageBody() body: unknown,
    @ConnectedSocket() socket: ClassSocket,
  ): Promise<HostViewData | ClassRefusal> {
    const request = accept(HostRequest, body, socket.data)
    if ('refused' in request) return request
    return this.refusing(async () => {
      const { lesson, by } = await this.hosts.demand(request.lessonId, socket.data.actor, request.remoteKey)
      const before = socket.data.hosts
      if (before && before !== lesson.id) {
        this.devices.dropHost(before, socket)
        await socket.leave(HOSTS + before)
        await this.leaveAll(socket, before)
      }
      if (!socket.connected) return { refused: 'BUSY' as const }
      socket.data.hosts = lesson.id
      socket.data.remote =
        by === 'remote' ? { keyHash: hashOf(request.remoteKey ?? ''), shownAt: performance.now() } : undefined
      this.devices.addHost(lesson.id, socket)
      await socket.join([ALL + lesson.id, HOSTS + lesson.id])
      const fresh = await this.lessons.demand(lesson.id)
      this.live.attend(fresh)
      return this.views.host(fresh)
    })
  }

  @SubscribeMessage('lesson:host-place')
  async lookBack(
    @MessageBody() body: unknown,
    @ConnectedSocket() socket: ClassSocket,
  ): Promise<{ item: LessonItemData; reveal: LessonRevealData } | ClassRefusal> {
    const request = accept(PlaceRequest, body, socket.data)
    if ('refused' in request) return request
    const { hosts, actor, remote } = socket.data
    if (!hosts) return { refused: 'NOT_ALLOWED' }
    return this.refusing(async () => {
      // CR-55: who was the host when watching began may be none any more.
      const { lesson } = await this.hosts.demandShown(hosts, actor, remote?.keyHash)
      const told = await this.views.told(lesson, request.place)
      return told ?? { refused: 'NOT_FOUND' as const }
    })
  }

  @SubscribeMessage('lesson:seat')
  async watchAsSeat(
    @MessageBody() body: unknown,
    @ConnectedSocket() socket: ClassSocket,
  ): Promise<SeatViewData | ClassRefusal> {
    const request = accept(SeatRequest, body, socket.data)
    if ('refused' in request) return request
    return this.refusing(async () => {
      const { token } = request
      const seat = await this.seating.byToken(token)
      const { lessonId, number, tokenHash } = seat
      const before = socket.data.seat
      if (before && (before.lessonId !== lessonId || before.number !== number)) await this.leaveSeat(socket)
      // It may have gone while the database was asked, and nobody would take it off the list again.
      if (!socket.connected) return { refused: 'BUSY' as const }
      socket.data.seat = { lessonId, number, token, tokenHash, shownAt: performance.now() }
      this.devices.addSeat(lessonId, number, socket)
      // Join first: what happens between the view and the join would be missed, what is in both is recognised by its version.
      await socket.join(ALL + lessonId)
      this.presence.touch(lessonId, number)
      const lesson = await this.lessons.demand(lessonId)
      this.live.attend(lesson)
      return this.views.seat(lesson, { ...seat, isHere: true })
    })
  }

  @SubscribeMessage('lesson:answer')
  async answer(
    @MessageBody() body: unknown,
    @ConnectedSocket() socket: ClassSocket,
  ): Promise<{ place: number; takenMs: number } | ClassRefusal> {
    const receivedAtMs = this.clock.now()
    const request = accept(AnswerRequest, body, socket.data)
    if ('refused' in request) return request
    const { seat } = socket.data
    if (!seat) return { refused: 'NOT_ALLOWED' }
    if (this.live.isAway) return { refused: 'BUSY' }
    const { place, answer } = request
    return this.refusing(async () => {
      const outcome = await this.answering.answer(seat, place, answer, receivedAtMs)
      if (outcome === null) return { refused: 'BAD_REQUEST' as const }
      return outcome.kind === 'saved' ? { place, takenMs: outcome.timeMs } : { refused: REFUSALS[outcome.kind] }
    })
  }

  @SubscribeMessage('lesson:own-next')
  async next(
    @MessageBody() body: unknown,
    @ConnectedSocket() socket: ClassSocket,
  ): Promise<SeatViewData | ClassRefusal> {
    const request = accept(PlaceRequest, body, socket.data)
    if ('refused' in request) return request
    const own = socket.data.seat
    if (!own) return { refused: 'NOT_ALLOWED' }
    return this.refusing(async () => {
      await this.seating.byToken(own.token)
      await this.passing.beforePage(own.lessonId)
      const { lesson, seat } = await this.ownPace.next(own.lessonId, own.number, request.place)
      return this.views.seat(lesson, { ...seat, isHere: true })
    })
  }

  @SubscribeMessage('lesson:react')
  react(@MessageBody() body: unknown, @ConnectedSocket() socket: ClassSocket): void {
    const request = accept(ReactionRequest, body, socket.data)
    const { seat } = socket.data
    if ('refused' in request || !seat || !this.live.takesReactions(seat.lessonId)) return
    this.reactions.count(seat.lessonId, request.reaction)
  }

  /** Devices that show a token which is no seat's any more hear nothing from now on. */
  private keepOnly(lessonId: string, tokenHashes: ReadonlyMap<number, string>, readAt: number): void {
    for (const number of this.devices.seats(lessonId))
      for (const socket of this.devices.of(lessonId, number)) {
        const { seat } = socket.data
        if (!seat || seat.shownAt > readAt || seat.tokenHash === tokenHashes.get(number)) continue
        socket.emit('lesson:own-seat', { seat: null })
        void this.leaveSeat(socket)
      }
  }

  /** CR-55: a remote whose key was taken by the next one is let go; when it comes again, it is told that it may not. */
  private keepRemote(lessonId: string, keyHash: string | null, readAt: number): void {
    for (const socket of this.devices.hosts(lessonId)) {
      const { remote } = socket.data
      if (remote && remote.shownAt <= readAt && remote.keyHash !== keyHash) socket.disconnect()
    }
  }

  /** CR-55: a remote has seen the end; what the owner does with seats afterwards is for the owner alone. */
  private releaseRemotes(lessonId: string): void {
    for (const socket of this.devices.hosts(lessonId)) {
      if (!socket.data.remote) continue
      delete socket.data.hosts
      delete socket.data.remote
      this.devices.dropHost(lessonId, socket)
      void socket.leave(HOSTS + lessonId)
      void this.leaveAll(socket, lessonId)
    }
  }

  private async leaveSeat(socket: ClassSocket): Promise<void> {
    const { seat } = socket.data
    if (!seat) return
    delete socket.data.seat
    this.devices.dropSeat(seat.lessonId, seat.number, socket)
    this.presence.touch(seat.lessonId, seat.number)
    await this.leaveAll(socket, seat.lessonId)
  }

  /** A socket that is a seat and a host of one lesson stays while it is one of both. */
  private async leaveAll(socket: ClassSocket, lessonId: string): Promise<void> {
    if (socket.data.hosts === lessonId || socket.data.seat?.lessonId === lessonId) return
    await socket.leave(ALL + lessonId)
  }

  private refusing<T>(run: () => Promise<T>): Promise<T | ClassRefusal> {
    return refusing(run, (error) => {
      // While the database is away each device would say so once a second.
      if (!this.live.isAway)
        this.logger.warn({ reason: (error as Error).message }, 'a device of a lesson must try again')
    })
  }
}
