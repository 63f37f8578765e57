import type { ClientToServerEvents, ServerToClientEvents } from '@thiso/contracts'
import type { Socket } from 'socket.io-client'

/** Must equal PROTOCOL_VERSION of the contract; written out so that no contract code is bundled (a test compares). */
const PROTOCOL = 1

/** What a socket shows when it connects. */
export const socketAuth = { protocol: PROTOCOL }

export type LiveSocket = Socket<ServerToClientEvents, ClientToServerEvents>

let opening: Promise<LiveSocket> | undefined

/**
 * The page's one socket, opened on first use; its code is loaded only then. It reconnects by itself; whoever watches
 * something must watch again on every 'connect'.
 */
export function liveSocket(): Promise<LiveSocket> {
  opening ??= import('socket.io-client').then(
    ({ io }) =>
      io({
        path: '/socket.io',
        transports: ['websocket', 'polling'],
        auth: socketAuth,
        reconnectionDelay: 500,
        reconnectionDelayMax: 8_000,
        randomizationFactor: 0.6,
      }),
    (error: unknown) => {
      // The code could not be fetched (offline): whoever asks next tries again.
      opening = undefined
      throw error
    },
  )
  return opening
}
