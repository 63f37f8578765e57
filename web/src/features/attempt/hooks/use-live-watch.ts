import { type LiveSocket, liveSocket } from '@thiso/kit/api/live'
import { useEffect } from 'react'
import type { AttemptSession } from '../session/attempt-session'
import { hearOtherTabs } from '../session/other-tabs'

/** Safari has no requestIdleCallback; two seconds after the paper is a good guess there. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(work, { timeout: 4_000 })
    return () => cancelIdleCallback(id)
  }
  const timer = setTimeout(work, 2_000)
  return () => clearTimeout(timer)
}

/** What the server and the other tabs say unasked. The heartbeat finds out the same, only later. */
export function useLiveWatch(
  session: AttemptSession | null,
  attemptId: string,
  holder: string | null,
  roundId: string | null,
) {
  useEffect(() => {
    if (!session || !holder) return
    let socket: LiveSocket | undefined
    let isHere = true
    let hasReconnected = false
    const watch = () =>
      socket?.emit('attempt:watch', { attemptId, holder }, (answer) => {
        // A socket knows only who was signed in when it was opened.
        if (!('refused' in answer) || answer.refused !== 'NOT_ALLOWED' || hasReconnected) return
        hasReconnected = true
        socket?.disconnect().connect()
      })
    const takenOver = (event: { attemptId: string }) => {
      if (event.attemptId === attemptId) session.hear('taken-over')
    }
    const submitted = (event: { attemptId: string }) => {
      if (event.attemptId === attemptId) session.hear('submitted')
    }
    // A pause, a later end: spread out, because everybody in the round hears of it in the same instant.
    const changed = (event: { roundId: string }) => {
      if (event.roundId === roundId) setTimeout(() => isHere && void session.check(), Math.random() * 2_000)
    }
    const cancel = whenIdle(() => {
      liveSocket()
        .then((opened) => {
          if (!isHere) return
          socket = opened
          socket.on('connect', watch)
          socket.on('attempt:taken-over', takenOver)
          socket.on('attempt:submitted', submitted)
          socket.on('round:changed', changed)
          if (socket.connected) watch()
        })
        // Its code could not be fetched.
        .catch(() => undefined)
    })
    const stopHearing = hearOtherTabs(attemptId, () => session.hear('taken-over'))
    return () => {
      isHere = false
      cancel()
      stopHearing()
      socket?.off('connect', watch)
      socket?.off('attempt:taken-over', takenOver)
      socket?.off('attempt:submitted', submitted)
      socket?.off('round:changed', changed)
    }
  }, [session, attemptId, holder, roundId])
}
