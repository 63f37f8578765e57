import type { RoundEvidence } from './evidence.js'

/**
 * Canary siblings: variants of one item, alike in what they ask and different in how they say it, of which different units get different
 * ones. Where a variant turns up outside, only the units that saw it can be where it came from; over several variants they narrow down.
 */

/** DT-19: which units saw which item, of items that have siblings in the round. */
export function whoSaw({ items, attempts }: RoundEvidence): Map<number, Set<string>> {
  const sizes = new Map<string, number>()
  for (const { variantSet } of items) sizes.set(variantSet, (sizes.get(variantSet) ?? 0) + 1)
  const seen = new Map<number, Set<string>>()
  for (const [index, { variantSet }] of items.entries())
    if (variantSet !== '' && (sizes.get(variantSet) as number) > 1) seen.set(index, new Set())
  for (const attempt of attempts) {
    if (attempt.unit === null) continue
    for (const item of attempt.items) seen.get(item)?.add(attempt.unit)
  }
  return seen
}

export interface UnitSight {
  unit: string
  /** Of the variants that leaked, how many the unit saw. */
  leaked: number
  /** Of the siblings that did not leak: a unit that saw those instead is where the leak did not come from. */
  kept: number
}

/**
 * DT-19: which units saw what leaked: all of the leaked variants first, and of these the ones that saw the fewest others.
 * @param seen as `whoSaw` gives it
 * @param leaked places of items; those without siblings say nothing
 */
export function sawMost(seen: ReadonlyMap<number, ReadonlySet<string>>, leaked: readonly number[]): UnitSight[] {
  const told = new Set(leaked.filter((item) => seen.has(item)))
  if (told.size === 0) return []
  const sights = new Map<string, UnitSight>()
  for (const [item, units] of seen)
    for (const unit of units) {
      const sight = sights.get(unit) ?? { unit, leaked: 0, kept: 0 }
      if (told.has(item)) sight.leaked++
      else sight.kept++
      sights.set(unit, sight)
    }
  return [...sights.values()]
    .filter((sight) => sight.leaked > 0)
    .sort((a, b) => b.leaked - a.leaked || a.kept - b.kept || (a.unit < b.unit ? -1 : 1))
}
