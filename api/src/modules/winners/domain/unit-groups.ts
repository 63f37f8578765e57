import type { UnitKind } from '@thiso/contracts/vocab'

interface Node {
  id: string
  kind: UnitKind
  parentId: string | null
}

/** The nearest unit of one of the kinds, from a unit upwards, itself included; null: none. */
export function competingUnit(
  unitId: string,
  kinds: readonly UnitKind[],
  byId: ReadonlyMap<string, Node>,
): string | null {
  const seen = new Set<string>()
  for (let at = byId.get(unitId); at && !seen.has(at.id); at = at.parentId ? byId.get(at.parentId) : undefined) {
    if (kinds.includes(at.kind)) return at.id
    seen.add(at.id)
  }
  return null
}
