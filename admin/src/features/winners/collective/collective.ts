import type { ApiOutput } from '@thiso/contracts'
import { formatNumber } from '@thiso/kit'

export type Collective = ApiOutput<'collectivePrizes'>
export type Plan = Collective['plan']
export type UnitLine = Collective['units'][number]

/** "72,4%". */
export const percent = (share: number | null) =>
  share === null ? '–' : `${formatNumber(Math.round(share * 1000) / 10)}%`

/**
 * WN-7: numbers of the prizes, from 1, that no unit can get whatever the figures become: the place lies behind the last unit, or every unit
 * holds a higher prize by then. Size classes are not looked at, since rosters still come in.
 */
export function prizesBeyond(plan: Pick<Plan, 'prizes' | 'onePrizeEach'>, unitCount: number): number[] {
  return plan.prizes.flatMap(({ place }, index) =>
    place > unitCount || (plan.onePrizeEach && index >= unitCount) ? [index + 1] : [],
  )
}
