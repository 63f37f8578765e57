/**
 * Does a person's pattern of right and wrong answers fit the items' difficulties? Easy ones wrong and hard ones right is what
 * guessing, a strange key or foreknowledge of some items look like. Formulas as in the R package PerFit.
 */
export interface PersonFit {
  right: number
  /** Pairs of items with the easier one wrong and the harder one right; of equally easy ones the first named counts as easier. */
  guttmanErrors: number
  /** Their share of the largest number possible, s(n − s); 0 when all or none are right. */
  guttmanShare: number
  /** Van der Flier's U3: 0 for a perfect pattern, 1 for a perfectly reversed one; 0 when all or none are right. */
  u3: number
  /** U3 standardized given the score (van der Flier, 1982): about normal for people who answer for themselves; null where it has no spread. */
  zu3: number | null
}

/**
 * @param difficulties share right of each item of the person's paper, strictly between 0 and 1
 * @param right the person's answers to them
 */
export function personFit(difficulties: readonly number[], right: readonly boolean[]): PersonFit {
  const n = difficulties.length
  if (right.length !== n) throw new RangeError('one answer for each item')
  const order = difficulties
    .map((_, item) => item)
    .sort((a, b) => (difficulties[b] as number) - (difficulties[a] as number) || a - b)
  let [errors, wrongSoFar, score] = [0, 0, 0]
  for (const item of order)
    if (right[item]) {
      errors += wrongSoFar
      score++
    } else wrongSoFar++

  const odds = order.map((item) => logOdds(difficulties[item] as number))
  const sumOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const most = sumOf(odds.slice(0, score))
  const least = sumOf(odds.slice(n - score))
  const range = most - least
  const seen = sumOf(order.flatMap((item, place) => (right[item] ? [odds[place] as number] : [])))
  if (score === 0 || score === n) return { right: score, guttmanErrors: 0, guttmanShare: 0, u3: 0, zu3: null }

  const p = order.map((item) => difficulties[item] as number)
  const variances = p.map((x) => x * (1 - x))
  const spread = sumOf(variances)
  const slope = sumOf(variances.map((v, i) => v * (odds[i] as number)))
  const mean = sumOf(p.map((x, i) => x * (odds[i] as number))) + (slope * (score - sumOf(p))) / spread
  const variance = sumOf(variances.map((v, i) => v * (odds[i] as number) ** 2)) - slope ** 2 / spread
  return {
    right: score,
    guttmanErrors: errors,
    guttmanShare: errors / (score * (n - score)),
    u3: range > 1e-12 ? (most - seen) / range : 0,
    zu3: variance > 1e-12 ? (mean - seen) / Math.sqrt(variance) : null,
  }
}

function logOdds(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('a difficulty lies strictly between 0 and 1')
  return Math.log(p / (1 - p))
}
