/** LB-2: a rank is one more than the number of people strictly ahead (1, 2, 2, 4); equal keys share it. Input best first. */
export function withRanks<T extends { key: number }>(
  ordered: readonly T[],
  firstRank = 1,
): (T & { rank: number; isTied: boolean })[] {
  let rank = firstRank
  return ordered.map((row, index) => {
    const before = ordered[index - 1]
    if (before && before.key !== row.key) rank = firstRank + index
    return { ...row, rank, isTied: before?.key === row.key || ordered[index + 1]?.key === row.key }
  })
}
