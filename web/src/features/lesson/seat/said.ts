import { teamName } from '@thiso/contracts/vocab'
import type { Known } from './seat-state'

/** What the phone says differently: to a team, in Rung chuông vàng, and when no question follows. */

/** One device plays for a team, so it is the team that is spoken of. */
export const isTeamDevice = ({ mode }: Pick<Known, 'mode'>): boolean => mode === 'team-device'

/** No question follows this one. */
export const isLastPlace = ({ step }: Pick<Known, 'step'>): boolean => step.place >= step.placeCount

/** To a seat that has not answered when the time is over. */
export function silenceWords(known: Pick<Known, 'mode' | 'step' | 'item'>) {
  // CR-31: a poll or a word cloud takes nobody off the floor.
  if (known.mode === 'bell' && known.item?.kind === 'item') return 'item.overBell'
  if (isLastPlace(known)) return isTeamDevice(known) ? 'item.overLastTeam' : 'item.overLast'
  return isTeamDevice(known) ? 'item.overTeam' : 'item.overText'
}

/** What is waited for once a place is over. */
export const nextWords = (known: Pick<Known, 'step'>) => (isLastPlace(known) ? 'reveal.last' : 'reveal.next')

/** Why nothing can be answered before the clock runs: a team talks, if it was given time for that. */
export const leadWords = ({ mode, settings }: Pick<Known, 'mode' | 'settings'>) =>
  mode === 'team-device' && settings.teams.talkS > 0 ? 'item.talk' : 'item.read'

/** The team of the seat as the language has it; null where there are none. */
export const ownTeam = ({ mode, seat }: Pick<Known, 'mode' | 'seat'>, language: 'vi' | 'en'): string | null =>
  mode === 'teams' && seat.team !== null ? teamName(seat.team, language) : null
