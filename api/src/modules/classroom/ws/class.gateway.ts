import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets'
import type { OnApplicationShutdown } from '@nestjs/common'
import type { ClassClientEvents, ClassRefusal, ClassServerEvents, HostViewData, SeatViewData } from '@thiso/contracts'
import { REACTIONS } from '@thiso/contracts/vocab'
import type { Server, Socket } from 'socket.io'
import { z } from 'zod'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Actor } from '../../../platform/http/actor.js'
import { Answering } from '../app/answering.js'
import { HostsService } from '../app/hosts.service.js'
import { LessonLive } from '../app/lesson-live.js'
import { LessonViews } from '../app/lesson-views.js'
import { OwnPace } from '../app/own-pace.js'
import { SeatsService } from '../app/seats.service.js'
import { LessonRepository } from '../infra/lesson.repository.js'
import { SeatRepository } from '../infra/seat.repository.js'

interface ClassSocketData {
  actor: Actor | null
  seat?: { lessonId: string; number: number; token: string }
  hosts?: string
  /** Messages in the current ten seconds. */
  classBudget?: number
  classBudgetUntil?: number
}
type ClassServer = Server<ClassClientEvents, ClassServerEvents, Record<string, never>, ClassSocketData>
type ClassSocket = Socket<ClassClientEvents, ClassServerEvents, Record<string, never>, ClassSocketData>

const HostRequest = z.object({ lessonId: z.uuid(), remoteKey: z.string().max(64).optional() })
const SeatRequest = z.object({ token: z.string().min(32).max(64) })
const AnswerRequest = z.object({ place: z.int().min(1).max(100), answer: z.string().min(1).max(600) })
const PlaceRequest = z.object({ place: z.int().min(0).max(100) })
const ReactionRequest = z.object({
  reaction: z
    .int()
    .min(0)
    .max(REACTIONS.length - 1),
})

const ALL = 'lesson:'
const HOSTS = 'lesson-hosts:'
const SEAT = 'lesson-seat:'
const MESSAGES_IN_TEN_SECONDS = 60
const HERE_MS = 500
const STILL_HERE_MS = 20_000
const REACTIONS_MS = 250

/** Sockets of a lesson. A socket is nothing by itself: it shows a seat's token or a host's right, and everything it asks is checked. */
@WebSocketGateway()
export class ClassGateway implements OnGatewayInit, OnGatewayDisconnect, OnApplicationShutdown {
  private server: ClassServer
  private readonly come = new Map<string, Set<number>>()
  private readonly gone = new Map<string, Set<number>>()
  private readonly reactions = new Map<string, number[]>()
  private readonly timers: NodeJS.Timeout[] = []

  constructor(
    private readonly hosts: HostsService,
    private readonly seating: SeatsService,
    private readonly answering: Answering,
    private readonly ownPace: OwnPace,
    private readonly views: LessonViews,
    private readonly live: LessonLive,
    private readonly lessons: LessonRepository,
    private readonly seats: SeatRepository,
    private readonly clock: Clock,
  ) {}

  afterInit(server: ClassServer): void {
    this.server = server
    this.live.serve({
      watched: () => this.watched(),
      toAll: (lessonId, event, ...payload) => server.local.to(ALL + lessonId).emit(event, ...payload),
      toHosts: (lessonId, event, ...payload) => server.local.to(HOSTS + lessonId).emit(event, ...payload),
      toSeat: (lessonId, seat, event, ...payload) =>
        server.local.to(`${SEAT}${lessonId}:${seat}`).emit(event, ...payload),
      seatsHere: (lessonId) => this.seatsHere(lessonId),
    })
    this.timers.push(
      setInterval(() => void this.tellPresence(), HERE_MS),
      setInterval(() => this.everybodyIsStillHere(), STILL_HERE_MS),
      setInterval(() => this.tellReactions(), REACTIONS_MS),
    )
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer)
  }

  handleDisconnect(socket: ClassSocket): void {
    const { seat } = socket.data
    if (!seat) return
    const others = this.server.sockets.adapter.rooms.get(`${SEAT}${seat.lessonId}:${seat.number}`)
    if (!others || others.size === 0) note(this.gone, seat.lessonId, seat.number)
  }

  @SubscribeMessage('lesson:host')
  async watchAsHost(
    @MessageBody() body: unknown,
    @ConnectedSocket() socket: ClassSocket,
  ): Promise<HostViewData | ClassRefusal> {
    const request = accept(HostRequest, body, socket)
    if ('refused' in request) return request
    return refusing(async () => {
      const { lesson } = await this.hosts.demand(request.lessonId, socket.data.actor, request.remoteKey)
      await socket.join([ALL + lesson.id, HOSTS + lesson.id])
      socket.data.hosts = lesson.id
      return this.views.host((await this.lessons.find(lesson.id)) ?? lesson)
    })
  }

  @SubscribeMessage('lesson:seat')
  async watchAsSeat(
    @MessageBody() body: unknown,
    @ConnectedSocket() socket: ClassSocket,
  ): Promise<SeatViewData | ClassRefusal> {
    const request = accept(SeatRequest, body, socket)
    if ('refused' in request) return request
    return refusing(async () => {
      const seat = await this.seating.byToken(request.token)
      const before = socket.data.seat
      if (before) await socket.leave(`${SEAT}${before.lessonId}:${before.number}`)
      socket.data.seat = { lessonId: seat.lessonId, number: seat.number, token: request.token }
      // Join first: what happens between the view and the join would be missed, what is in both is recognised by its version.
      await socket.join([ALL + seat.lessonId, `${SEAT}${seat.lessonId}:${seat.number}`])
      note(this.come, seat.lessonId, seat.number)
      this.gone.get(seat.lessonId)?.delete(seat.number)
      const lesson = await this.lessons.find(seat.lessonId)
      if (!lesson) throw new ProblemError('LESSON.NOT_FOUND')
      return this.views.seat(lesson, { ...seat, isHere: true })
    })
  }

  @SubscribeMessage('lesson:answer')
  async answer(
    @MessageBody() body: unknown,
    @ConnectedSocket() socket: ClassSocket,
  ): Promise<{ place: number; takenMs: number } | ClassRefusal> {
    const receivedAtMs = this.clock.now()
    const request = accept(AnswerRequest, body, socket)
    if ('refused' in request) return request
    const { seat } = socket.data
    if (!seat) return { refused: 'NOT_ALLOWED' }
    return refusing(async () => {
      const outcome = await this.answering.answer(
        seat.lessonId,
        seat.number,
        request.place,
        request.answer,
        receivedAtMs,
      )
      switch (outcome?.kind) {
        case 'saved':
          return { place: request.place, takenMs: outcome.timeMs }
        case 'answered':
          return { refused: 'ANSWERED' as const }
        case 'late':
          return { refused: 'LATE' as const }
        case 'early':
          return { refused: 'EARLY' as const }
        case 'paused':
          return { refused: 'PAUSED' as const }
        case 'not_playing':
          return { refused: 'NOT_ALLOWED' as const }
        default:
          return { refused: 'BAD_REQUEST' as const }
      }
    })
  }

  @SubscribeMessage('lesson:own-next')
  async next(
    @MessageBody() body: unknown,
    @ConnectedSocket() socket: ClassSocket,
  ): Promise<SeatViewData | ClassRefusal> {
    const request = accept(PlaceRequest, body, socket)
    if ('refused' in request) return request
    const own = socket.data.seat
    if (!own) return { refused: 'NOT_ALLOWED' }
    return refusing(async () => {
      const { lesson, seat } = await this.ownPace.next(own.lessonId, own.number, request.place)
      return this.views.seat(lesson, { ...seat, isHere: true })
    })
  }

  @SubscribeMessage('lesson:react')
  react(@MessageBody() body: unknown, @ConnectedSocket() socket: ClassSocket): void {
    const request = accept(ReactionRequest, body, socket)
    const { seat } = socket.data
    if ('refused' in request || !seat) return
    const counts = this.reactions.get(seat.lessonId) ?? REACTIONS.map(() => 0)
    counts[request.reaction] = (counts[request.reaction] ?? 0) + 1
    this.reactions.set(seat.lessonId, counts)
  }

  private watched(): string[] {
    return [...this.server.sockets.adapter.rooms.keys()]
      .filter((room) => room.startsWith(ALL))
      .map((room) => room.slice(ALL.length))
  }

  private seatsHere(lessonId: string): number[] {
    const prefix = `${SEAT}${lessonId}:`
    return [...this.server.sockets.adapter.rooms.keys()]
      .filter((room) => room.startsWith(prefix))
      .map((room) => Number(room.slice(prefix.length)))
  }

  /** Presence goes to the database in groups: two processes carry one class. */
  private async tellPresence(): Promise<void> {
    const lessonIds = new Set([...this.come.keys(), ...this.gone.keys()])
    for (const lessonId of lessonIds) {
      const here = [...(this.come.get(lessonId) ?? [])]
      const gone = [...(this.gone.get(lessonId) ?? [])].filter((seat) => !here.includes(seat))
      this.come.delete(lessonId)
      this.gone.delete(lessonId)
      try {
        await this.seats.setHere(lessonId, here, gone)
      } catch {
        for (const seat of here) note(this.come, lessonId, seat)
        for (const seat of gone) note(this.gone, lessonId, seat)
        return
      }
    }
  }

  private everybodyIsStillHere(): void {
    for (const lessonId of this.watched()) for (const seat of this.seatsHere(lessonId)) note(this.come, lessonId, seat)
  }

  private tellReactions(): void {
    for (const [lessonId, counts] of this.reactions)
      this.server.local.to(HOSTS + lessonId).emit('lesson:reactions', { counts })
    this.reactions.clear()
  }
}

function note(seats: Map<string, Set<number>>, lessonId: string, seat: number): void {
  const set = seats.get(lessonId) ?? new Set<number>()
  set.add(seat)
  seats.set(lessonId, set)
}

function accept<T>(schema: z.ZodType<T>, body: unknown, { data }: ClassSocket): T | ClassRefusal {
  const now = performance.now()
  if (now > (data.classBudgetUntil ?? 0)) {
    data.classBudgetUntil = now + 10_000
    data.classBudget = MESSAGES_IN_TEN_SECONDS
  }
  data.classBudget = (data.classBudget ?? 0) - 1
  if (data.classBudget < 0) return { refused: 'BUSY' }
  // A client that asks for an acknowledgement sends [payload, callback]; the framework may hand over both.
  const parsed = schema.safeParse(Array.isArray(body) ? body[0] : body)
  return parsed.success ? parsed.data : { refused: 'BAD_REQUEST' }
}

/** An expected refusal in the words of the sockets; anything else means: try again. */
async function refusing<T>(run: () => Promise<T>): Promise<T | ClassRefusal> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof ProblemError)) return { refused: 'BUSY' }
    if (error.code === 'SEAT.REMOVED') return { refused: 'REMOVED' }
    return { refused: error.code === 'LESSON.NOT_HOST' ? 'NOT_ALLOWED' : 'NOT_FOUND' }
  }
}
