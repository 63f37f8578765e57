/** What of a prize decides how far down its table people without a place are of interest. */
export interface ReachedLine {
  /** null: everybody. */
  table: string | null
  openSeats: number
  /** Of everybody who has it or waits for it. */
  points: readonly number[]
}

/**
 * WN-1: from how many points on somebody without a place would have reached a prize, table by table: as many as the last one who has or
 * waits for one there; any, where seats stay open. Tables that nobody reached and in which no seat is open are left out.
 */
export function reachedPoints(lines: readonly ReachedLine[]): Map<string | null, number> {
  const least = new Map<string | null, number>()
  for (const { table, openSeats, points } of lines) {
    const own = openSeats > 0 ? 0 : Math.min(...points)
    if (Number.isFinite(own)) least.set(table, Math.min(own, least.get(table) ?? own))
  }
  return least
}
