import { useEffect } from 'react'
import { noticeSleep } from '../clock/attempt-clock'
import type { AttemptSession } from '../session/attempt-session'

const BEAT_MS = 30_000
/** Without network the page looks out for it more often than the browser reports it. */
const LOST_BEAT_MS = 5_000

/** Asks the server now and then how the attempt stands, and at once whenever something may have changed. */
export function useHeartbeat(session: AttemptSession | null, isLost: boolean) {
  useEffect(() => {
    if (!session) return
    const every = isLost ? LOST_BEAT_MS : BEAT_MS
    let timer: ReturnType<typeof setTimeout>
    const plan = () => {
      timer = setTimeout(beat, every * (0.85 + Math.random() * 0.3))
    }
    const beat = () => {
      if (document.visibilityState === 'visible') void session.check()
      plan()
    }
    const see = () => {
      if (document.visibilityState !== 'visible') return session.leave()
      noticeSleep()
      session.wake()
      void session.check()
    }
    const online = () => {
      session.wake()
      void session.check()
    }
    const offline = () => void session.check()
    const leave = () => session.leave()
    plan()
    document.addEventListener('visibilitychange', see)
    window.addEventListener('online', online)
    window.addEventListener('offline', offline)
    window.addEventListener('pagehide', leave)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', see)
      window.removeEventListener('online', online)
      window.removeEventListener('offline', offline)
      window.removeEventListener('pagehide', leave)
    }
  }, [session, isLost])
}
