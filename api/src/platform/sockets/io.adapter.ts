import type { INestApplicationContext } from '@nestjs/common'
import { IoAdapter } from '@nestjs/platform-socket.io'
import type { MessageMappingProperties } from '@nestjs/websockets'
import type { Server as HttpServer } from 'node:http'
import type { Observable } from 'rxjs'
import type { Server, ServerOptions, Socket } from 'socket.io'
import type { Settings } from '../config/settings.js'
import { isOwnOrigin } from '../http/access.guard.js'

/**
 * How long requests under way may take when the server is asked to stop. Browsers and proxies keep spare connections on which
 * nothing was ever asked; the server would wait for these for a minute.
 */
const CLOSING_MS = 2_000

/** No page says so much in ten seconds; what gateways refuse still has to be read. */
const MOST_EVENTS = 400
const EVENTS_MS = 10_000

/**
 * socket.io on the API's own port. A websocket upgrade is not covered by CORS, so the origin is checked here; messages
 * are small and uncompressed (deflate costs more than it saves at thousands of watchers).
 */
export class LiveIoAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly settings: Settings,
  ) {
    super(app)
  }

  /** The sockets are the first thing that a stop closes, and they wait for the server's other connections. */
  override async close(server: Server): Promise<void> {
    const http = this.httpServer as HttpServer | undefined
    setTimeout(() => http?.closeAllConnections(), CLOSING_MS).unref()
    await super.close(server)
  }

  /**
   * One plain listener an event. The framework's own way keeps six observables for each event of each socket: 60 kB of memory a phone,
   * a quarter of a gigabyte for four thousand.
   */
  override bindMessageHandlers(
    socket: Socket,
    handlers: MessageMappingProperties[],
    transform: (data: unknown) => Observable<unknown>,
  ): void {
    for (const { message, callback } of handlers)
      socket.on(message, (...payload: unknown[]) => {
        const last = payload.at(-1)
        const reply = typeof last === 'function' ? last : undefined
        if (reply) payload.pop()
        transform(callback(payload.length > 1 ? payload : payload[0], reply)).subscribe({
          next: (answer) => {
            if (answer !== undefined && answer !== null) reply?.(answer)
          },
          error: (error: Error) => this.logger.error(error),
        })
      })
  }

  override createIOServer(port: number, options?: ServerOptions) {
    const server = super.createIOServer(port, {
      ...options,
      path: '/socket.io',
      serveClient: false,
      maxHttpBufferSize: 10_000,
      perMessageDeflate: false,
      httpCompression: false,
      pingInterval: 25_000,
      pingTimeout: 20_000,
      allowRequest: (request, reply) => {
        const { origin, host = '' } = request.headers
        const forwarded = this.settings.isBehindProxy ? request.headers['x-forwarded-host'] : undefined
        const ownHost = typeof forwarded === 'string' ? forwarded : host
        reply(null, origin === undefined || isOwnOrigin(origin, ownHost, this.settings))
      },
    } as ServerOptions) as Server
    server.use((socket, next) => {
      closeWhenFlooded(socket)
      next()
    })
    // Who it is has been read by then; the request with its headers would stay as long as the socket.
    server.on('connection', (socket) => setImmediate(forgetRequest, socket))
    return server
  }
}

/** When all listeners of the connection have run: the request with its headers, in each place that keeps it. */
function forgetRequest({ conn, handshake }: Socket): void {
  const request = conn.request as Partial<typeof conn.request> & { websocket?: unknown }
  Reflect.set(conn, 'request', null)
  handshake.headers = {}
  // A polling handshake is still to be replied to. That of a websocket is over, but engine.io's answer holds it until the line closes,
  // so it is emptied.
  if (!request?.websocket) return
  request.headers = {}
  request.rawHeaders = []
  Reflect.set(request, '_query', null)
}

/** A script that sends without end is closed instead of being answered ten thousand times. */
function closeWhenFlooded(socket: Socket): void {
  let count = 0
  let until = 0
  socket.use((_event, next) => {
    const now = performance.now()
    if (now > until) {
      until = now + EVENTS_MS
      count = 0
    }
    if (++count > MOST_EVENTS) socket.disconnect(true)
    else next()
  })
}
