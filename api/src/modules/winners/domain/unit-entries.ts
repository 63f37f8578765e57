import { byCodeUnits } from '../../../kernel/by-code-units.js'
import type { CollectiveBasis, CollectivePlan } from '@thiso/contracts/vocab'
import { equalGroups, measureOf, type UnitDraw, type UnitScore } from './collective-prize.js'

/** A unit on the list of a draw: the measure stands where people have their table, so that equal units show equal ranks. */
export interface UnitEntry {
  code: string
  table: CollectiveBasis
  /** Among all units by that measure and the plan's further ones; null: it cannot be compared by it. */
  rank: number | null
}

/** How a unit is named on the list, once for each measure: `<measure>/<unit>`. Units are no secret. */
export function unitCode(by: CollectiveBasis, unitId: string): string {
  return `${by}/${unitId}`
}

/**
 * DW-8, WN-7: the list from which units are drawn: each unit once for every measure that a prize of the plan names, whether it is tied or
 * not, so that a roster or a ruling that comes later needs no second draw.
 */
export function unitEntries(units: readonly UnitScore[], plan: CollectivePlan): UnitEntry[] {
  const bases = [...new Set(plan.prizes.map(({ by }) => by))].sort(byCodeUnits)
  return bases.flatMap((by) => {
    const compared = units.filter((unit) => measureOf(unit, by) !== null)
    const rankOf = new Map<string, number>()
    for (const group of equalGroups(compared, by, plan.tieBreak)) {
      const rank = rankOf.size + 1
      for (const unitId of group) rankOf.set(unitId, rank)
    }
    return units.map(({ unitId }) => ({ code: unitCode(by, unitId), table: by, rank: rankOf.get(unitId) ?? null }))
  })
}

/** @param orderOf by code: 1 for what was drawn first */
export function unitDraw(orderOf: ReadonlyMap<string, number>): UnitDraw {
  return (by, unitIds) => {
    const places = unitIds.map((unitId) => ({ unitId, place: orderOf.get(unitCode(by, unitId)) }))
    if (places.some(({ place }) => place === undefined)) return null
    return places.sort((a, b) => (a.place as number) - (b.place as number)).map(({ unitId }) => unitId)
  }
}
