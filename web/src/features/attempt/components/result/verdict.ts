/** The sentence beside a score: true, kind, and never louder than the result. */
export function verdictOf(points: number, maxPoints: number): 'full' | 'strong' | 'fair' | 'weak' {
  const share = maxPoints > 0 ? points / maxPoints : 0
  if (share >= 1) return 'full'
  if (share >= 0.75) return 'strong'
  return share >= 0.5 ? 'fair' : 'weak'
}

/** What to study first: the smallest share right, and of equals the part with more items. */
export function byNeed<T extends { rightCount: number; itemCount: number }>(topics: readonly T[]): T[] {
  const share = (topic: T) => (topic.itemCount > 0 ? topic.rightCount / topic.itemCount : 1)
  return [...topics].sort((a, b) => share(a) - share(b) || b.itemCount - a.itemCount)
}
