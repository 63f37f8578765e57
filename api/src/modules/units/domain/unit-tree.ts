/** One unit as the rules see it; days are ISO texts, so they compare as text. */
export interface UnitNode {
  id: string
  code: string
  name: string
  kind: 'province' | 'district' | 'commune' | 'school' | 'other'
  parentId: string | null
  validFrom: string | null
  validTo: string | null
}

/** Does the unit exist on that day? Both ends of its validity are inclusive. (UN-1) */
export function isValidOn(unit: Pick<UnitNode, 'validFrom' | 'validTo'>, day: string): boolean {
  return (unit.validFrom === null || unit.validFrom <= day) && (unit.validTo === null || day <= unit.validTo)
}

/**
 * The ancestor just below the root: the level that boards compare (the district of a commune). A root or a district is
 * its own group. A unit whose parents form a loop or are unknown is its own group. (UN-2)
 */
export function groupOf(unitId: string, byId: ReadonlyMap<string, UnitNode>): string {
  let current = byId.get(unitId)
  const seen = new Set<string>()
  while (current) {
    if (seen.has(current.id)) return unitId
    seen.add(current.id)
    const parent = current.parentId ? byId.get(current.parentId) : undefined
    if (!parent || parent.parentId === null) return current.id
    current = parent
  }
  return unitId
}

/** The unit and everything below it. */
export function subtreeOf(unitId: string, units: readonly UnitNode[]): Set<string> {
  const children = new Map<string, string[]>()
  for (const unit of units) {
    if (unit.parentId === null) continue
    const list = children.get(unit.parentId) ?? []
    list.push(unit.id)
    children.set(unit.parentId, list)
  }
  const found = new Set<string>([unitId])
  const queue = [unitId]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const child of children.get(next) ?? []) {
      if (found.has(child)) continue
      found.add(child)
      queue.push(child)
    }
  }
  return found
}
