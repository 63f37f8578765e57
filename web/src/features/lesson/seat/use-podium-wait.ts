import { PODIUM } from '@thiso/kit/lesson/Podium'
import { useEffect, useState } from 'react'
import type { Known } from './seat-state'

/** Three steps, and a moment in which the class sees who is first. */
const WAIT_MS = PODIUM.firstMs + 3 * PODIUM.stepMs

/**
 * The class screen tells third, second, first; a phone that told its own place at once would tell it sooner. It waits as long, also where
 * less motion is wanted, since the screen of the class does not know of that.
 * @returns whether the own place may be told
 */
export function useIsPodiumTold(known: Pick<Known, 'step' | 'mode'> | null): boolean {
  // Nobody sits before a class screen when homework ends.
  const isWaited = known?.step.phase === 'podium' && known.mode !== 'homework'
  const [isTold, setTold] = useState(false)
  useEffect(() => {
    setTold(false)
    if (!isWaited) return
    const timer = setTimeout(() => setTold(true), WAIT_MS)
    return () => clearTimeout(timer)
  }, [isWaited])
  return !isWaited || isTold
}
