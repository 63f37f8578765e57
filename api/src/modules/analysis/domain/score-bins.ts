export interface ScoreBin {
  /** In points; `from` belongs to it, `to` only in the last. */
  from: number
  to: number
  count: number
}

/** More bins than this cannot be told apart on a phone. */
const BIN_LIMIT = 41

/**
 * How many people have which total, in bins of equal width: one a point where there are few points, the highest total in a bin with
 * nothing but itself; otherwise twenty.
 */
export function scoreBins(totals: ArrayLike<number>, maxTotal: number): ScoreBin[] {
  const isWhole = Math.abs(maxTotal - Math.round(maxTotal)) < 1e-9
  const width = isWhole && maxTotal < BIN_LIMIT ? 1 : maxTotal / 20
  if (width <= 0) return []
  const binCount = Math.round(maxTotal / width) + (width === 1 ? 1 : 0)
  const bins = Array.from({ length: binCount }, (_, index) => ({
    from: index * width,
    to: Math.min((index + 1) * width, maxTotal),
    count: 0,
  }))
  for (let person = 0; person < totals.length; person++) {
    const index = Math.floor((totals[person] as number) / width + 1e-9)
    const bin = bins[Math.max(0, Math.min(index, binCount - 1))]
    if (bin) bin.count++
  }
  return bins
}
