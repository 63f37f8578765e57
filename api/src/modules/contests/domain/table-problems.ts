import type { ContestRules, ContestTable, RuleProblem } from '@thiso/contracts/vocab'
import { fitsTableUnits, fitsUnits, isInBand, type UnitTree } from './eligibility.js'

const GREATEST_AGE = 120
/** Somebody whose account has no unit. */
const NO_UNIT = null

/**
 * EL-6: what is wrong with a contest's tables: codes that repeat, reversed bands, tables that nobody could be in, and tables whose
 * bands cross for the same people. A wider band after a narrower one is no fault: the first that fits is a person's.
 * Decided by trying every age with every unit of the tree, so it is exact for the tree as it is.
 */
export function tableProblems(rules: ContestRules, units: UnitTree): RuleProblem[] {
  const { eligibility, tables } = rules
  const problems: RuleProblem[] = []
  const seen = new Set<string>()
  tables.forEach((table, index) => {
    const path = `rules.tables.${index}`
    if (seen.has(table.code))
      problems.push({ code: 'table_repeated', path: `${path}.code`, params: { table: table.code } })
    seen.add(table.code)
    if (isReversed(table)) problems.push({ code: 'band_reversed', path: `${path}.minAge`, params: {} })
    if (table.unitIds.some((id) => !units.has(id)))
      problems.push({ code: 'unit_unknown', path: `${path}.unitIds`, params: {} })
  })
  if (isReversed(eligibility) || problems.length > 0) return problems
  const unitIds = [...units.keys(), NO_UNIT].filter((id) => fitsUnits(id, eligibility.unitIds, units))
  const fits = tables.map((table) => unitIds.map((id) => fitsTableUnits(id, table, units)))
  const ages = Array.from({ length: GREATEST_AGE + 1 }, (_, age) => age).filter((age) => isInBand(age, eligibility))
  tables.forEach((table, index) => {
    const isReached = unitIds.some(
      (_, unit) =>
        fits[index]?.[unit] &&
        ages.some(
          (age) =>
            isInBand(age, table) &&
            !tables.some((earlier, at) => at < index && fits[at]?.[unit] && isInBand(age, earlier)),
        ),
    )
    if (!isReached)
      problems.push({ code: 'table_unreachable', path: `rules.tables.${index}.code`, params: { table: table.code } })
    const crossing = tables.find(
      (earlier, at) =>
        at < index && doCross(earlier, table) && unitIds.some((_, unit) => fits[at]?.[unit] && fits[index]?.[unit]),
    )
    if (crossing)
      problems.push({
        code: 'tables_cross',
        path: `rules.tables.${index}.minAge`,
        params: { table: table.code, other: crossing.code },
      })
  })
  return problems
}

export function isReversed({ minAge, maxAge }: { minAge: number | null; maxAge: number | null }): boolean {
  return minAge !== null && maxAge !== null && minAge > maxAge
}

/** Do two bands share ages without either holding the other? */
function doCross(a: ContestTable, b: ContestTable): boolean {
  const [aMin, aMax, bMin, bMax] = [a.minAge ?? 0, a.maxAge ?? GREATEST_AGE, b.minAge ?? 0, b.maxAge ?? GREATEST_AGE]
  return aMin <= bMax && bMin <= aMax && (aMin - bMin) * (aMax - bMax) > 0
}
