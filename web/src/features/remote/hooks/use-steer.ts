import type { HostAct, HostLesson, SeatAct } from '@thiso/kit/lesson/use-host-lesson'
import { useCallback, useEffect, useState } from 'react'
import { useProblemText } from '../../../lib/problem'

/** What became of an act. */
export interface Said {
  tone: 'good' | 'bad'
  text: string
}

export interface Steer {
  /** Resolves to whether it was done; why it was not is said by itself. */
  act: (act: HostAct) => Promise<boolean>
  onSeats: (act: SeatAct) => Promise<boolean>
  acting: HostAct['kind'] | null
  /** Said for some seconds, where nothing to be tapped stands: in the head of the remote. */
  said: Said | null
  say: (text: string) => void
  /** Of an act before: whoever opens a dialog has nothing to do with it. */
  hush: () => void
}

const GOOD_MS = 3_000
/** Why something was not done is longer to read. */
const BAD_MS = 8_000

/** Acts whose refusals are said in words. */
export function useSteer({ act, actOnSeats, acting }: HostLesson): Steer {
  const problemText = useProblemText()
  const [said, setSaid] = useState<Said | null>(null)
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(null), said.tone === 'good' ? GOOD_MS : BAD_MS)
    return () => clearTimeout(timer)
  }, [said])
  const tried = useCallback(
    async (doing: Promise<void>) => {
      setSaid(null)
      try {
        await doing
        return true
      } catch (error) {
        setSaid({ tone: 'bad', text: problemText(error) })
        return false
      }
    },
    [problemText],
  )
  return {
    act: useCallback((wanted) => tried(act(wanted)), [tried, act]),
    onSeats: useCallback((wanted) => tried(actOnSeats(wanted)), [tried, actOnSeats]),
    acting,
    said,
    say: useCallback((text) => setSaid({ tone: 'good', text }), []),
    hush: useCallback(() => setSaid(null), []),
  }
}
