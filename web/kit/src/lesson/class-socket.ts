import type { ClassClientEvents, ClassServerEvents } from '@thiso/contracts'
import type { Socket } from 'socket.io-client'
import { socketAuth } from '../api/live'

export type ClassSocket = Socket<ClassServerEvents, ClassClientEvents>

/**
 * A connection for one lesson, closed by whoever opened it: what a seat or a host is told has no lesson's name on it, so lessons never
 * share one. It comes back within seconds, since a class waits; on every 'connect' one must watch again.
 */
export async function openClassSocket(): Promise<ClassSocket> {
  const { io } = await import('socket.io-client')
  return io({
    path: '/socket.io',
    forceNew: true,
    transports: ['websocket', 'polling'],
    auth: socketAuth,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2_500,
    randomizationFactor: 0.6,
  })
}
