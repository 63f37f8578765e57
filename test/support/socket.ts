import type { ClientToServerEvents, ServerToClientEvents } from '@thiso/contracts'
import { PROTOCOL_VERSION } from '@thiso/contracts'
import { io, type Socket } from 'socket.io-client'

export type LiveSocket = Socket<ServerToClientEvents, ClientToServerEvents>

export interface Opened {
  socket: LiveSocket
  /** Everything that the server has pushed, as it came. */
  heard: { event: string; data: unknown }[]
  close: () => void
}

export interface SocketOptions {
  token?: string | undefined
  protocol?: unknown
  origin?: string
}

/** @throws what the server says when it does not let the socket in */
export async function openSocket(baseUrl: string, options: SocketOptions = {}): Promise<Opened> {
  const { token, protocol = PROTOCOL_VERSION, origin } = options
  const socket: LiveSocket = io(baseUrl, {
    path: '/socket.io',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { protocol },
    extraHeaders: { ...(token ? { cookie: `thiso=${token}` } : {}), ...(origin ? { origin } : {}) },
  })
  const heard: Opened['heard'] = []
  socket.onAny((event: string, data: unknown) => heard.push({ event, data }))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', (error) => {
      socket.close()
      reject(error)
    })
  })
  return { socket, heard, close: () => socket.close() }
}
