/**
 * The standard normal distribution, as far as the rehearsal needs it: the cumulative share by the expansion of Abramowitz and Stegun
 * (1964) 26.2.17 (error below 7.5e-8), its inverse by bisection over it.
 */
export function normalShare(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x))
  const tail =
    (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return x >= 0 ? 1 - tail : tail
}

/** @param share in (0, 1); shares nearer than 1e-6 to the ends count as that */
export function normalQuantile(share: number): number {
  const wanted = Math.min(Math.max(share, 1e-6), 1 - 1e-6)
  let low = -6
  let high = 6
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (normalShare(middle) < wanted) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Points of the standard normal with their weights: the middles of equal steps from −4 to 4. */
export function normalGrid(steps: number): { x: number; weight: number }[] {
  const width = 8 / steps
  const points = Array.from({ length: steps }, (_, index) => {
    const x = -4 + width * (index + 0.5)
    return { x, weight: Math.exp((-x * x) / 2) }
  })
  const total = points.reduce((sum, { weight }) => sum + weight, 0)
  return points.map(({ x, weight }) => ({ x, weight: weight / total }))
}
