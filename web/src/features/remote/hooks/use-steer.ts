import { notify } from '@thiso/kit'
import type { HostAct, HostLesson, SeatAct } from '@thiso/kit/lesson/use-host-lesson'
import { useCallback } from 'react'
import { useProblemText } from '../../../lib/problem'

export interface Steer {
  /** Resolves to whether it was done; why it was not stands in the corner of the screen. */
  act: (act: HostAct) => Promise<boolean>
  onSeats: (act: SeatAct) => Promise<boolean>
  acting: HostAct['kind'] | null
}

/** Acts whose refusals are said in words. */
export function useSteer({ act, actOnSeats, acting }: HostLesson): Steer {
  const problemText = useProblemText()
  const said = useCallback(
    async (doing: Promise<void>) => {
      try {
        await doing
        return true
      } catch (error) {
        notify(problemText(error), { tone: 'bad', duration: 8_000 })
        return false
      }
    },
    [problemText],
  )
  return {
    act: useCallback((wanted) => said(act(wanted)), [said, act]),
    onSeats: useCallback((wanted) => said(actOnSeats(wanted)), [said, actOnSeats]),
    acting,
  }
}
