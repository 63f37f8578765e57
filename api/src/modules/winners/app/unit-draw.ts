import { drawAll, drawList, NO_SECRET } from '../../results/index.js'
import type { UnitDraw } from '../domain/collective-prize.js'
import type { DoneDraw } from '../infra/collective.repository.js'

/**
 * DW-1 for units: what a draw of the contest published decides among equal units as well. Scope "<scope of that draw>/units/<measure>"; the
 * list has a line for each unit, its id as code and the measure as table, in the order of the ids.
 */
export function unitDraw({
  scopeId,
  secret,
  randomness,
}: Pick<DoneDraw, 'scopeId' | 'secret' | 'randomness'>): UnitDraw {
  return (by, unitIds) => {
    const lines = drawList(unitIds.map((code) => ({ code, table: by, rank: null })))
    const { orderOf } = drawAll({ scope: `${scopeId}/units/${by}`, secret: secret ?? NO_SECRET, randomness, lines })
    return [...unitIds].sort((a, b) => (orderOf.get(a) as number) - (orderOf.get(b) as number))
  }
}
