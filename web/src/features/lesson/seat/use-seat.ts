import { useEffect, useState, useSyncExternalStore } from 'react'
import { SeatSession } from './seat-session'

/** The seat behind a token, alive while the page shows it. */
export function useSeat(lessonId: string, token: string) {
  const [session] = useState(() => new SeatSession(lessonId, token))
  useEffect(() => {
    session.start()
    return () => session.stop()
  }, [session])
  return { session, ...useSyncExternalStore(session.subscribe, session.get) }
}
