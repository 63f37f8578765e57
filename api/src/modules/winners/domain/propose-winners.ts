import type { PrizeTier } from '@thiso/contracts/vocab'

export interface PrizeQuota {
  tier: PrizeTier
  count: number
}

export interface Proposal<T> {
  standing: T
  /** Index into the list of quotas. */
  prizeIndex: number
  /** More people share this place than prizes are left in the tier: the ranking alone cannot decide. */
  isContested: boolean
}

/**
 * WN-1: winners in the order of the ranking, tier by tier. People who share a place are never separated by the order in which they
 * happen to stand: if the prizes left in a tier do not reach all of them, each is proposed for that tier and marked as
 * contested, and the tiers below start after them.
 * @param ordered standings best first, with ranks (equal people share one)
 */
export function proposeWinners<T extends { rank: number }>(
  ordered: readonly T[],
  quotas: readonly PrizeQuota[],
): Proposal<T>[] {
  const proposals: Proposal<T>[] = []
  let prizeIndex = 0
  let left = quotas[0]?.count ?? 0
  for (let from = 0; from < ordered.length && prizeIndex < quotas.length; ) {
    const rank = (ordered[from] as T).rank
    let to = from
    while (to < ordered.length && (ordered[to] as T).rank === rank) to++
    const isContested = to - from > left
    for (const standing of ordered.slice(from, to)) proposals.push({ standing, prizeIndex, isContested })
    left -= to - from
    from = to
    while (left <= 0 && prizeIndex < quotas.length) {
      // A contested tier is over, however many stand in it; the next one starts with its own number.
      prizeIndex++
      left = quotas[prizeIndex]?.count ?? 0
    }
  }
  return proposals
}
