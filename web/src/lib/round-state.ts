import type { RoundState } from '@thiso/contracts'
import { serverNow } from '@thiso/kit/api/server-clock'
import { useEffect, useState } from 'react'
import type { PublicRoundData } from './shapes'

type Window = Pick<PublicRoundData, 'state' | 'opensAt' | 'closesAt' | 'pausedAt'>

/**
 * The state as of now: what the server said, carried forward by the clock. Never backward, because organizers may
 * open or close a round by hand. A paused round does not close: its end moves when it goes on.
 */
export function roundStateAt(round: Window, now: number): RoundState {
  let { state } = round
  if (state === 'scheduled' && now >= Date.parse(round.opensAt)) state = 'open'
  if (state === 'open' && round.pausedAt === null && now >= Date.parse(round.closesAt)) state = 'closed'
  return state
}

const LONGEST_TIMER_MS = 3_600_000

/** Renders again at the moments at which one of the rounds opens or closes. */
export function useRoundStates(rounds: readonly Window[]): RoundState[] {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const at = Math.max(now, serverNow())
    const coming = rounds
      .flatMap((round) => [Date.parse(round.opensAt), Date.parse(round.closesAt)])
      .filter((moment) => moment > at)
    const wait = Math.min(LONGEST_TIMER_MS, ...coming.map((moment) => moment - at + 20))
    const timer = coming.length ? setTimeout(() => setNow(serverNow()), wait) : undefined
    const wake = () => document.visibilityState === 'visible' && setNow(serverNow())
    document.addEventListener('visibilitychange', wake)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [rounds, now])
  return rounds.map((round) => roundStateAt(round, Math.max(now, serverNow())))
}
