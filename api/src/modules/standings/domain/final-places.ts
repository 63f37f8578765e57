/** LB-12, LB-13: how much of each table a public board shows, and where shared places of final results are. */

/** Rows of a board without tables, and of one with few. */
const MOST = 50
/** What all tables together may bring; a board goes to everybody who watches at the moment of publishing. */
const ALL_TABLES = 100
const LEAST = 5

/** @returns how many people of each table are shown */
export function shownOfEach(tableCount: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.floor(ALL_TABLES / Math.max(1, tableCount))))
}

/**
 * RS-7: says of each whether somebody beside shares the rank, within the table.
 * @param ordered people of one or more tables, best first, with one more than wanted at each end that is cut off
 */
export function withTies<T extends { rank: number | null; table: string | null }>(
  ordered: readonly T[],
): (T & { isTied: boolean })[] {
  const isEqual = (one: T | undefined, other: T | undefined) =>
    one !== undefined && other !== undefined && one.rank === other.rank && one.table === other.table
  return ordered.map((row, index) => ({
    ...row,
    isTied: isEqual(ordered[index - 1], row) || isEqual(row, ordered[index + 1]),
  }))
}

/** The first so many of each table. */
export function firstOfEach<T extends { table?: string | null | undefined }>(
  ordered: readonly T[],
  count: number,
): T[] {
  const seen = new Map<string | null, number>()
  return ordered.filter(({ table = null }) => {
    const before = seen.get(table) ?? 0
    seen.set(table, before + 1)
    return before < count
  })
}
