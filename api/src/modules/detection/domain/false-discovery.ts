/**
 * Benjamini and Hochberg (1995), and Benjamini and Yekutieli (2001) for tests that depend on each other in any way (pairs share
 * people): among what is reported, the expected share of false alarms is at most q.
 */
export type Dependence = 'independent' | 'any'

/** c(m) = Σ 1/i for i = 1..m: what BY divides q by; exact up to a million, by its expansion above. */
export function harmonic(m: number): number {
  if (m <= 1_000_000) {
    let sum = 0
    for (let i = m; i >= 1; i--) sum += 1 / i
    return sum
  }
  return Math.log(m) + 0.5772156649015329 + 1 / (2 * m) - 1 / (12 * m * m)
}

/**
 * The adjusted p-values, in the order given: whoever reports all of at most q keeps the promise at q.
 *
 * @param pValues those that were kept; the others of the family, which were tested too, are known to be larger than all of them
 * @param tested how many tests the whole family had; at least as many as p-values are given
 */
export function adjusted(pValues: readonly number[], tested: number, dependence: Dependence): number[] {
  if (tested < pValues.length) throw new RangeError('no more p-values than tests')
  const factor = tested * (dependence === 'any' ? harmonic(tested) : 1)
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[b] as number) - (pValues[a] as number))
  const result = new Array<number>(pValues.length)
  let least = 1
  for (const [above, index] of order.entries()) {
    least = Math.min(least, ((pValues[index] as number) * factor) / (pValues.length - above))
    result[index] = least
  }
  return result
}
