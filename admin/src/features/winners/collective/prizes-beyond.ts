import type { ApiOutput } from '@thiso/contracts'
import { prizeOrder } from '@thiso/contracts/vocab'

type Plan = ApiOutput<'collectivePrizes'>['plan']

/**
 * WN-7: numbers of the prizes, from 1, that no unit can get whatever the figures become: the place lies behind the last unit, or every unit
 * holds a higher prize by then. Size classes are not looked at, since rosters still come in.
 */
export function prizesBeyond(plan: Pick<Plan, 'prizes' | 'onePrizeEach'>, unitCount: number): number[] {
  return prizeOrder(plan)
    .flatMap((index, before) =>
      (plan.prizes[index]?.place ?? 0) > unitCount || (plan.onePrizeEach && before >= unitCount) ? [index + 1] : [],
    )
    .sort((a, b) => a - b)
}
