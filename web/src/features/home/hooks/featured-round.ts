import type { RoundState } from '@thiso/contracts'
import type { PublicRoundData } from '../../../lib/shapes'

/** The round that the first glance is for: the open one that closes first, else the next to open, else the last closed. */
export function featuredRound(rounds: readonly PublicRoundData[], states: readonly RoundState[]) {
  const inState = (state: RoundState) => rounds.filter((_, index) => states[index] === state)
  const soonest = (list: PublicRoundData[], at: 'opensAt' | 'closesAt') =>
    list.sort((a, b) => Date.parse(a[at]) - Date.parse(b[at]))
  return (
    soonest(inState('open'), 'closesAt')[0] ??
    soonest(inState('scheduled'), 'opensAt')[0] ??
    soonest(inState('closed'), 'closesAt').at(-1)
  )
}
