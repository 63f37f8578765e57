import type { UnitNode } from './unit-tree.js'

/** A row of an imported sheet, as read: texts only. */
export interface UnitImportIn {
  line: number
  code: string
  name: string
  kind: string
  parentCode: string
  validFrom: string
  validTo: string
}

export interface UnitImportDecision {
  line: number
  code: string
  name: string
  action: 'create' | 'update' | 'keep' | 'refuse'
  problem: { vi: string; en: string } | null
  /** What to store; null for refused rows. `parentCode` is resolved by the caller after all rows are decided. */
  unit: Omit<UnitNode, 'id' | 'parentId'> & { parentCode: string | null }
}

const KINDS: Record<string, UnitNode['kind']> = {
  tinh: 'province',
  province: 'province',
  huyen: 'district',
  district: 'district',
  xa: 'commune',
  commune: 'commune',
  truong: 'school',
  school: 'school',
  khac: 'other',
  other: 'other',
}

/**
 * Decides every row of a unit sheet against the units that exist (UN-3): new codes are created, known codes updated or
 * kept, rows that cannot stand (no code or name, unknown kind or parent, a date that is none, a loop) are refused with the
 * reason. A row whose parent is refused is refused too.
 * @param fold makes a text comparable (lower case, no diacritics)
 */
export function decideUnitImport(
  rows: readonly UnitImportIn[],
  existing: readonly UnitNode[],
  fold: (text: string) => string,
): UnitImportDecision[] {
  const byCode = new Map(existing.map((unit) => [unit.code, unit]))
  const codeById = new Map(existing.map((unit) => [unit.id, unit.code]))
  const seen = new Set<string>()
  const decisions = rows.map((row) => decideRow(row, byCode, codeById, seen, fold))

  // A refused line leaves a known unit where it was, which may take away a parent or close a loop: until nothing changes.
  while (refuseOrphans(decisions, byCode) || refuseLoops(decisions, existing, codeById));
  return decisions
}

/** Refuses the rows whose parent neither stands in the sheet nor exists. @returns whether there were any */
function refuseOrphans(decisions: UnitImportDecision[], byCode: ReadonlyMap<string, UnitNode>): boolean {
  const standing = new Set(decisions.filter(({ action }) => action !== 'refuse').map(({ code }) => code))
  const orphans = decisions.filter(
    ({ action, unit: { parentCode } }) =>
      action !== 'refuse' && parentCode !== null && !standing.has(parentCode) && !byCode.has(parentCode),
  )
  for (const decision of orphans)
    refuse(
      decision,
      `Không tìm thấy đơn vị cấp trên có mã “${decision.unit.parentCode}”.`,
      `There is no parent unit with the code “${decision.unit.parentCode}”.`,
    )
  return orphans.length > 0
}

function decideRow(
  row: UnitImportIn,
  byCode: ReadonlyMap<string, UnitNode>,
  codeById: ReadonlyMap<string, string>,
  seen: Set<string>,
  fold: (text: string) => string,
): UnitImportDecision {
  const kind = KINDS[fold(row.kind)]
  const unit = {
    code: row.code,
    name: row.name,
    kind: kind ?? ('other' as const),
    parentCode: row.parentCode || null,
    validFrom: row.validFrom || null,
    validTo: row.validTo || null,
  }
  const decision: UnitImportDecision = {
    line: row.line,
    code: row.code,
    name: row.name,
    action: 'create',
    problem: null,
    unit,
  }
  if (!/^[A-Za-z0-9._-]{2,64}$/.test(row.code))
    return refuse(
      decision,
      'Mã đơn vị cần 2 đến 64 chữ cái không dấu, chữ số, dấu chấm hoặc gạch.',
      'The code needs 2 to 64 plain letters, digits, dots or dashes.',
    )
  if (seen.has(row.code))
    return refuse(decision, 'Mã này đã có ở một dòng phía trên.', 'This code stands on a line above already.')
  seen.add(row.code)
  if (row.name.length < 2 || row.name.length > 200)
    return refuse(decision, 'Tên đơn vị cần 2 đến 200 ký tự.', 'The name needs 2 to 200 characters.')
  if (!kind)
    return refuse(
      decision,
      'Cấp phải là: tỉnh, huyện, xã, trường hoặc khác.',
      'The kind must be province, district, commune, school or other.',
    )
  for (const day of [unit.validFrom, unit.validTo])
    if (day !== null && !isDay(day))
      return refuse(
        decision,
        `Ngày “${day}” không đúng. Hãy ghi dạng 2021-12-31.`,
        `The date “${day}” is not valid. Write it as 2021-12-31.`,
      )
  if (unit.validFrom && unit.validTo && unit.validFrom > unit.validTo)
    return refuse(decision, 'Ngày bắt đầu phải trước ngày kết thúc.', 'The first day must be before the last day.')

  const known = byCode.get(row.code)
  if (known) {
    const isSame =
      known.name === unit.name &&
      known.kind === unit.kind &&
      known.validFrom === unit.validFrom &&
      known.validTo === unit.validTo &&
      (known.parentId ? codeById.get(known.parentId) : null) === unit.parentCode
    decision.action = isSame ? 'keep' : 'update'
  }
  return decision
}

/**
 * Refuses the rows that would make a unit its own ancestor, in the tree as it would stand after the import.
 * @returns whether there were any
 */
function refuseLoops(
  decisions: UnitImportDecision[],
  existing: readonly UnitNode[],
  codeById: ReadonlyMap<string, string>,
): boolean {
  let isAny = false
  const parentOf = new Map<string, string | null>(
    existing.map((unit) => [unit.code, unit.parentId ? (codeById.get(unit.parentId) ?? null) : null]),
  )
  for (const decision of decisions)
    if (decision.action !== 'refuse') parentOf.set(decision.code, decision.unit.parentCode)
  for (const decision of decisions) {
    if (decision.action === 'refuse') continue
    const seen = new Set<string>()
    for (let code: string | null | undefined = decision.code; code; code = parentOf.get(code)) {
      if (!seen.has(code)) {
        seen.add(code)
        continue
      }
      refuse(
        decision,
        'Đơn vị này sẽ nằm dưới chính nó. Hãy sửa mã cấp trên.',
        'This unit would stand below itself. Correct the parent code.',
      )
      isAny = true
      break
    }
  }
  return isAny
}

function refuse(decision: UnitImportDecision, vi: string, en: string): UnitImportDecision {
  decision.action = 'refuse'
  decision.problem = { vi, en }
  return decision
}

function isDay(text: string): boolean {
  const parsed = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
}
