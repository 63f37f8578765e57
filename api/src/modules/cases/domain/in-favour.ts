import type { InFavour } from '@thiso/contracts/vocab'
import type { Chance, SidePlace } from './side-by-side.js'

/** What is known of an attempt beside the answers; instants in ms since 1970. */
export interface Circumstances {
  startedAt: number
  submittedAt: number
  unitId: string | null
  network: string | null
  /** People of the round who started from the same network, this one included. */
  networkPeople: number
  /** Departures from the page that were logged; null: nothing was logged. */
  departures: number | null
  extraPercent: number
}

export interface Favour {
  kind: InFavour
  n: number
  of: number | null
}

/** From so many people on, an address is that of a school's computer room or of a carrier, and being there says nothing. */
export const CROWD = 5
/** With fewer shared answers even two equal papers are no rarity. */
export const FEW_SHARED = 8
/** A wrong answer that so many gave is a common mistake. */
export const COMMON_SHARE = 0.2
/** More often than this, chance alone gives it: one in twenty. */
export const NEAR_CHANCE = 0.05

/**
 * CA-11: what speaks for a person, in figures, each only where it holds. Nothing here weighs: a reviewer does.
 * @param pair the comparison that is looked at, if any
 * @param earlierCases cases of this person that ended in more than clearing
 */
export function inFavour(
  own: Circumstances,
  pair: { other: Circumstances; places: readonly SidePlace[]; chance: Chance | null } | null,
  earlierCases: number,
): Favour[] {
  const found: Favour[] = []
  const add = (kind: InFavour, n: number, of: number | null = null) => found.push({ kind, n, of })
  if (own.network !== null && own.networkPeople >= CROWD) add('crowded-network', own.networkPeople)
  if (own.departures === 0) add('stayed-on-page', 0)
  if (own.extraPercent > 0) add('extra-time', own.extraPercent)
  if (pair) {
    const { other, places, chance } = pair
    if (own.unitId !== null && own.unitId === other.unitId) add('same-unit', 1)
    const shared = places.filter(({ mark }) => mark !== 'not-shared')
    const sameWrong = places.filter(({ mark }) => mark === 'same-wrong')
    const right = places.filter(({ mark }) => mark === 'both-right').length
    const common = sameWrong.filter(({ share }) => share !== null && share >= COMMON_SHARE).length
    if (shared.length < FEW_SHARED) add('few-shared', shared.length, places.length)
    const same = right + sameWrong.length
    if (same > 0 && right * 2 > same) add('mostly-right', right, same)
    if (common > 0) add('common-mistakes', common, sameWrong.length)
    if (chance && chance.p > NEAR_CHANCE) add('near-chance', chance.p)
    const gap = Math.max(own.startedAt - other.submittedAt, other.startedAt - own.submittedAt)
    if (gap > 0) add('apart-in-time', Math.round(gap / 60_000))
  }
  if (earlierCases === 0) add('first-case', 0)
  return found
}
