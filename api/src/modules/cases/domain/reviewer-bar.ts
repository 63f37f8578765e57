/** Where somebody belongs: every unit that their account and their attempts name. */
export interface Belonging {
  accountId: string
  unitIds: readonly (string | null)[]
}

/**
 * CA-3: why a reviewer may not look into a case. Their own unit is the one they belong to with everything below it and above it: who
 * answers for the people, and who answers for the reviewer, are both too near. Only the root is different: everything lies below it, so
 * who belongs to it is kept from the people of the root itself, and no unit is kept from it.
 * @param parentOf of every unit; null: a root; undefined: unknown
 */
export function barOf(
  reviewer: Belonging,
  person: Belonging,
  parentOf: (unitId: string) => string | null | undefined,
): 'self' | 'own-unit' | null {
  if (reviewer.accountId === person.accountId) return 'self'
  const known = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null)
  const isNear = known(reviewer.unitIds).some((own) =>
    known(person.unitIds).some((theirs) => isOneLine(own, theirs, parentOf)),
  )
  return isNear ? 'own-unit' : null
}

/** The same unit, or one lies above the other without being the root. */
export function isOneLine(
  one: string,
  other: string,
  parentOf: (unitId: string) => string | null | undefined,
): boolean {
  if (one === other) return true
  return isBelow(one, other, parentOf) || isBelow(other, one, parentOf)
}

function isBelow(unitId: string, above: string, parentOf: (unitId: string) => string | null | undefined): boolean {
  if (!parentOf(above)) return false
  const seen = new Set<string>()
  for (let at = parentOf(unitId); at && !seen.has(at); at = parentOf(at)) {
    if (at === above) return true
    seen.add(at)
  }
  return false
}
