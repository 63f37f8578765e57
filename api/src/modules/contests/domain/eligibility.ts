import type {
  AgeBand,
  ContestRules,
  ContestTable,
  IneligibleReason,
  Role,
  RoundRules,
  UnitKind,
} from '@thiso/contracts/vocab'
import { wholeYears } from '../../../kernel/whole-years.js'

/** A unit as the rules look at it. */
export interface UnitPlace {
  kind: UnitKind
  parentId: string | null
}
export type UnitTree = ReadonlyMap<string, UnitPlace>

/** What decides whether somebody may take part; days are ISO texts. */
export interface Candidate {
  birthDate: string | null
  unitId: string | null
  role: Role
  /** On the contest's list. */
  isInvited: boolean
  /** On the round's list, or qualified for it. */
  isEntrant: boolean
  /** Whether the results are final from which people go on to the round; of no meaning where nobody has to qualify. */
  isDecided: boolean
}

export type Admission =
  | { isEligible: true; tableCode: string | null }
  | { isEligible: false; reason: IneligibleReason; params: Record<string, string | number> }

/**
 * EL-1 to EL-5: whether somebody may start in a round, and in which table.
 * @param day of the attempt, in Viet Nam; ages are taken on it unless the contest names a day
 */
export function admissionOf(
  candidate: Candidate,
  contest: Pick<ContestRules, 'eligibility' | 'tables'>,
  round: Pick<RoundRules, 'entry' | 'tables'>,
  units: UnitTree,
  day: string,
): Admission {
  const { eligibility, tables } = contest
  const age = candidate.birthDate === null ? null : wholeYears(candidate.birthDate, eligibility.ageOn ?? day)
  const outOfBand = bandReason(age, eligibility)
  if (outOfBand) return refused(outOfBand, bandParams(eligibility))
  if (!fitsUnits(candidate.unitId, eligibility.unitIds, units))
    return refused(candidate.unitId === null ? 'unit-unknown' : 'unit')
  if (eligibility.roles.length > 0 && !eligibility.roles.some((role) => role === candidate.role)) return refused('role')
  if (eligibility.invitedOnly && !candidate.isInvited) return refused('not-invited')
  const table = tableOf(age, candidate.unitId, tables, units)
  if (tables.length > 0 && !table) return refused(noTableReason(age, candidate.unitId, tables))
  if (table && round.tables.length > 0 && !round.tables.includes(table.code))
    return refused('other-table', { table: table.code })
  if (round.entry.kind !== 'open' && !candidate.isEntrant)
    return refused(round.entry.kind === 'list' ? 'not-listed' : candidate.isDecided ? 'not-qualified' : 'qualifying')
  return { isEligible: true, tableCode: table?.code ?? null }
}

/** EL-4: the first table that fits; undefined where none does. An unknown age or unit fits only where nothing is asked of it. */
export function tableOf(
  age: number | null,
  unitId: string | null,
  tables: readonly ContestTable[],
  units: UnitTree,
): ContestTable | undefined {
  return tables.find((table) => isInBand(age, table) && fitsTableUnits(unitId, table, units))
}

/** Is the age within a band whose ends both count? */
export function isInBand(age: number | null, { minAge, maxAge }: AgeBand): boolean {
  return bandReason(age, { minAge, maxAge }) === null
}

/** Does a unit fulfil what a table asks of units: its kind, and below which units it stands? */
export function fitsTableUnits(
  unitId: string | null,
  table: Pick<ContestTable, 'unitKinds' | 'unitIds'>,
  units: UnitTree,
): boolean {
  const kind = unitId === null ? undefined : units.get(unitId)?.kind
  if (table.unitKinds.length > 0 && (kind === undefined || !table.unitKinds.includes(kind))) return false
  return fitsUnits(unitId, table.unitIds, units)
}

/** EL-3: is the unit one of these, or below one of them? Of an empty list everybody is. */
export function fitsUnits(unitId: string | null, wanted: readonly string[], units: UnitTree): boolean {
  if (wanted.length === 0) return true
  const seen = new Set<string>()
  for (let id = unitId; id !== null && !seen.has(id); id = units.get(id)?.parentId ?? null) {
    if (wanted.includes(id)) return true
    seen.add(id)
  }
  return false
}

function bandReason(age: number | null, { minAge, maxAge }: AgeBand): 'age-unknown' | 'too-young' | 'too-old' | null {
  if (minAge === null && maxAge === null) return null
  if (age === null) return 'age-unknown'
  if (minAge !== null && age < minAge) return 'too-young'
  return maxAge !== null && age > maxAge ? 'too-old' : null
}

function bandParams({ minAge, maxAge }: AgeBand): Record<string, number> {
  return { ...(minAge === null ? {} : { minAge }), ...(maxAge === null ? {} : { maxAge }) }
}

/** What keeps somebody out of every table: something that the account does not say, or else simply that none fits. */
function noTableReason(age: number | null, unitId: string | null, tables: readonly ContestTable[]): IneligibleReason {
  const asksAge = tables.some(({ minAge, maxAge }) => minAge !== null || maxAge !== null)
  const asksUnit = tables.some(({ unitKinds, unitIds }) => unitKinds.length > 0 || unitIds.length > 0)
  if (age === null && asksAge) return 'age-unknown'
  return unitId === null && asksUnit ? 'unit-unknown' : 'no-table'
}

function refused(reason: IneligibleReason, params: Record<string, string | number> = {}): Admission {
  return { isEligible: false, reason, params }
}
