import {
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets'
import { ConnectedSocket, MessageBody } from '@nestjs/websockets'
import { Inject } from '@nestjs/common'
import {
  type BoardSnapshotData,
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type Refusal,
  type ServerToClientEvents,
} from '@thiso/contracts'
import type { Server, Socket } from 'socket.io'
import { z } from 'zod'
import { SETTINGS } from '../../../platform/config/config.module.js'
import type { Settings } from '../../../platform/config/settings.js'
import { type Actor, ActorResolver } from '../../../platform/http/actor.js'
import { cookieName, sessionTokenOf } from '../../../platform/http/session-cookie.js'
import { Bus } from '../../../platform/live/bus.js'
import { Metrics } from '../../../platform/metrics/metrics.js'
import { ATTEMPT_SUBMITTED, ATTEMPT_TAKEN_OVER, AttemptsService } from '../../attempts/index.js'
import { ROUND_CHANGED } from '../../contests/index.js'
import { BoardFeed } from '../app/board-feed.js'
import { RESULTS_CHANGED } from '../app/final-results.js'

interface SocketData {
  actor: Actor | null
  holder?: string
  /** Messages in the current ten seconds. */
  budget: number
  budgetUntil: number
}
type LiveServer = Server<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>
type LiveSocket = Socket<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>

const BoardRequest = z.object({ roundId: z.uuid() })
const AttemptRequest = z.object({ attemptId: z.uuid(), holder: z.string().min(16).max(64) })

const BOARD = 'board:'
const ATTEMPT = 'attempt:'
const MESSAGES_IN_TEN_SECONDS = 30

/** Sockets push; they never decide. Each event is checked anew: shape, rate, and whether this person may hear it. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  private server: LiveServer

  constructor(
    private readonly actors: ActorResolver,
    private readonly attempts: AttemptsService,
    private readonly feed: BoardFeed,
    private readonly bus: Bus,
    private readonly metrics: Metrics,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  afterInit(server: LiveServer): void {
    this.server = server
    server.use((socket, next) => void this.admit(socket).then(next))
    this.feed.start(
      () => this.watchedRounds(),
      (patch) => server.local.to(BOARD + patch.roundId).emit('board:patch', patch),
    )
    this.bus.subscribe(ATTEMPT_TAKEN_OVER, (notice) =>
      this.tellTakenOver(notice as { attemptId: string; holder: string }),
    )
    this.bus.subscribe(ATTEMPT_SUBMITTED, (notice) => {
      const attemptId = notice as string
      server.local.to(ATTEMPT + attemptId).emit('attempt:submitted', { attemptId })
    })
    for (const topic of [ROUND_CHANGED, RESULTS_CHANGED])
      this.bus.subscribe(topic, (notice) => server.local.emit('round:changed', { roundId: notice as string }))
  }

  handleConnection(): void {
    this.metrics.watchers.set(this.server.sockets.sockets.size)
  }

  handleDisconnect(): void {
    this.metrics.watchers.set(this.server.sockets.sockets.size)
  }

  @SubscribeMessage('board:watch')
  async watchBoard(
    @MessageBody() body: unknown,
    @ConnectedSocket() socket: LiveSocket,
  ): Promise<BoardSnapshotData | Refusal> {
    const request = this.accept(BoardRequest, body, socket)
    if ('refused' in request) return request
    try {
      // Join first: a patch between snapshot and join would be missed, one before the snapshot is recognised by its version.
      await socket.join(BOARD + request.roundId)
      return await this.feed.snapshotFor(request.roundId)
    } catch {
      await socket.leave(BOARD + request.roundId)
      return { refused: 'NOT_FOUND' }
    }
  }

  @SubscribeMessage('board:unwatch')
  async unwatchBoard(@MessageBody() body: unknown, @ConnectedSocket() socket: LiveSocket): Promise<void> {
    const request = this.accept(BoardRequest, body, socket)
    if (!('refused' in request)) await socket.leave(BOARD + request.roundId)
  }

  @SubscribeMessage('attempt:watch')
  async watchAttempt(
    @MessageBody() body: unknown,
    @ConnectedSocket() socket: LiveSocket,
  ): Promise<{ ok: true } | Refusal> {
    const request = this.accept(AttemptRequest, body, socket)
    if ('refused' in request) return request
    if (!socket.data.actor) return { refused: 'NOT_ALLOWED' }
    try {
      await this.attempts.demandOwn(socket.data.actor, request.attemptId)
    } catch {
      return { refused: 'NOT_FOUND' }
    }
    socket.data.holder = request.holder
    await socket.join(ATTEMPT + request.attemptId)
    return { ok: true }
  }

  private async admit(socket: LiveSocket): Promise<Error | undefined> {
    if ((socket.handshake.auth as { protocol?: unknown })['protocol'] !== PROTOCOL_VERSION) return new Error('PROTOCOL')
    const token = sessionTokenOf({ headers: socket.handshake.headers }, cookieName(this.settings))
    try {
      socket.data = { actor: token ? await this.actors.resolve(token) : null, budget: 0, budgetUntil: 0 }
      return undefined
    } catch {
      // A refusal would end its tries; a connection that breaks is looked for again.
      socket.conn.close()
      return new Error('BUSY')
    }
  }

  private accept<T>(schema: z.ZodType<T>, body: unknown, socket: LiveSocket): T | Refusal {
    const now = performance.now()
    if (now > socket.data.budgetUntil) {
      socket.data.budgetUntil = now + 10_000
      socket.data.budget = MESSAGES_IN_TEN_SECONDS
    }
    if (socket.data.budget-- <= 0) return { refused: 'BUSY' }
    // A client that asks for an acknowledgement sends [payload, callback]; the framework may hand over both.
    const parsed = schema.safeParse(Array.isArray(body) ? body[0] : body)
    return parsed.success ? parsed.data : { refused: 'BAD_REQUEST' }
  }

  private *watchedRounds(): Iterable<string> {
    for (const [room, sockets] of this.server.sockets.adapter.rooms)
      if (room.startsWith(BOARD) && sockets.size > 0) yield room.slice(BOARD.length)
  }

  /** Only the tabs that lost the attempt hear it, not the one that took it. */
  private tellTakenOver({ attemptId, holder }: { attemptId: string; holder: string }): void {
    for (const id of this.server.sockets.adapter.rooms.get(ATTEMPT + attemptId) ?? []) {
      const socket = this.server.sockets.sockets.get(id)
      if (socket && socket.data.holder !== holder) socket.emit('attempt:taken-over', { attemptId })
    }
  }
}
