import { useEffect, useState, useSyncExternalStore } from 'react'
import { type OpenAttempt, attemptSession, releaseSession } from '../session/sessions'
import { emptySnapshot } from '../session/snapshot'

const nothing = () => () => {}
const empty = () => emptySnapshot

/** The attempt's session and what it shows; the session is null for the instant in which this tab finds its name. */
export function useAttempt(attemptId: string) {
  const [opened, setOpened] = useState<(OpenAttempt & { attemptId: string }) | null>(null)
  const current = opened?.attemptId === attemptId ? opened : null

  useEffect(() => {
    let isHere = true
    let mine: OpenAttempt | undefined
    void attemptSession(attemptId).then((found) => {
      if (!isHere) return
      mine = found
      setOpened({ ...found, attemptId })
      // It may have gone on by itself while another page was on screen.
      void found.session.check()
    })
    return () => {
      isHere = false
      if (mine) releaseSession(attemptId, mine.session)
    }
  }, [attemptId])

  const snapshot = useSyncExternalStore(current?.session.watch ?? nothing, current?.session.get ?? empty)
  return { session: current?.session ?? null, holder: current?.holder ?? null, snapshot }
}
