/** A line of final standings, best first. */
export interface QualifyingRow {
  accountId: string
  /** People who share a place share the rank. */
  rank: number
  /** The unit below the root; null: none. */
  unitId: string | null
}

/**
 * EL-8: who goes on from a round to a later one. Whoever shares the last place that goes on goes on too.
 * @param rows best first, ranks ascending
 * @param by 'top': so many people; 'share': so many percent of all, rounded up; 'per-unit': so many of each unit, of those without a
 *   unit together as many
 * @returns account ids, best first
 */
export function qualify(rows: readonly QualifyingRow[], by: 'top' | 'share' | 'per-unit', amount: number): string[] {
  if (by !== 'per-unit') {
    // Percent as whole numbers: 7 × 100 / 100 is exact, 7 × 0.07 would not be.
    const count = by === 'top' ? amount : Math.ceil((rows.length * Math.min(amount, 100)) / 100)
    return withTies(rows, count).map(({ accountId }) => accountId)
  }
  const byUnit = new Map<string | null, QualifyingRow[]>()
  for (const row of rows) {
    const list = byUnit.get(row.unitId)
    if (list) list.push(row)
    else byUnit.set(row.unitId, [row])
  }
  const chosen = new Set<string>()
  for (const list of byUnit.values()) for (const { accountId } of withTies(list, amount)) chosen.add(accountId)
  return rows.filter(({ accountId }) => chosen.has(accountId)).map(({ accountId }) => accountId)
}

function withTies(rows: readonly QualifyingRow[], count: number): readonly QualifyingRow[] {
  const last = rows[count - 1]
  return last ? rows.filter((row, index) => index < count || row.rank === last.rank) : rows
}
