import type { ApiOutput } from '@thiso/contracts'
import { formatNumber } from '@thiso/kit'

export type Collective = ApiOutput<'collectivePrizes'>
export type Plan = Collective['plan']
export type UnitLine = Collective['units'][number]

/** "72,4%". */
export const percent = (share: number | null) =>
  share === null ? '–' : `${formatNumber(Math.round(share * 1000) / 10)}%`
