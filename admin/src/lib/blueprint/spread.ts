import { type Counts, MOST_PER_CELL, type UsableCell, cellKey } from './counts'

/**
 * A total spread over the cells in proportion to their usable items: each cell gets its share rounded down, then the
 * largest remainders get one more, never more than a cell has.
 */
export function spread(total: number, usable: readonly UsableCell[]): Counts {
  const all = usable.reduce((sum, cell) => sum + cell.usableCount, 0)
  if (all === 0) return {}
  const wanted = Math.min(total, all)
  const shares = usable
    .filter((cell) => cell.usableCount > 0)
    .map((cell) => {
      const share = (wanted * cell.usableCount) / all
      const most = Math.min(cell.usableCount, MOST_PER_CELL)
      return { cell, most, count: Math.min(most, Math.floor(share)), rest: share - Math.floor(share) }
    })
  let left = wanted - shares.reduce((sum, share) => sum + share.count, 0)
  for (const share of [...shares].sort((a, b) => b.rest - a.rest)) {
    if (left <= 0) break
    if (share.count >= share.most) continue
    share.count += 1
    left -= 1
  }
  return Object.fromEntries(
    shares
      .filter((share) => share.count > 0)
      .map((share) => [cellKey(share.cell.topic, share.cell.level), share.count]),
  )
}
