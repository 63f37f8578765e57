import type { Topic } from '@thiso/contracts/vocab'

/** So many answers of a unit to items of a topic that gained the same share of their points, 0 to 1. */
export interface TopicMark {
  unitId: string
  topic: Topic
  share: number
  count: number
}

/**
 * What share of the points of a topic a unit's people gained, every answer counting alike.
 * @returns `of(unit, topic)`, unit null for all together; null where nothing of the topic was asked
 */
export function topicShares(marks: readonly TopicMark[]): { of(unitId: string | null, topic: Topic): number | null } {
  const sums = new Map<string, { share: number; count: number }>()
  for (const { unitId, topic, share, count } of marks)
    for (const key of [`${unitId} ${topic}`, `* ${topic}`]) {
      const known = sums.get(key) ?? { share: 0, count: 0 }
      known.share += share * count
      known.count += count
      sums.set(key, known)
    }
  return {
    of: (unitId, topic) => {
      const known = sums.get(`${unitId ?? '*'} ${topic}`)
      return known && known.count > 0 ? known.share / known.count : null
    },
  }
}

/**
 * Topics that stand out: never one at both ends, and none as known less than another that is known as well.
 * @param known the best known first
 * @param count named at most at each end
 */
export function endsOf<T extends { share: number | null }>(
  known: readonly T[],
  count: number,
): { best: T[]; worst: T[] } {
  const each = Math.min(count, Math.floor(known.length / 2))
  const best = known.slice(0, each)
  const least = best.at(-1)?.share ?? 0
  const worst = each === 0 ? [] : known.slice(-each).filter(({ share }) => (share ?? 0) < (least ?? 0))
  return { best: worst.length > 0 ? best : [], worst: worst.reverse() }
}
