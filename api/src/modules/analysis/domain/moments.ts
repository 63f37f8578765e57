/**
 * Sums over lists of marks. Every variance and covariance divides by n − 1 (as Moodle's reports do); a list whose values differ by no
 * more than the noise of adding binary fractions has variance 0, so that nobody gets a correlation with noise.
 */

/** Values this close, relative to the largest, are one value. */
const NOISE = 1e-11

export type Numbers = ArrayLike<number>

export function meanOf(values: Numbers): number | null {
  if (values.length === 0) return null
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] as number
  return sum / values.length
}

export function isConstant(values: Numbers): boolean {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value < least) least = value
    if (value > most) most = value
  }
  return values.length === 0 || most - least <= NOISE * Math.max(Math.abs(most), Math.abs(least))
}

/** @returns Σ(x − x̄)²/(n − 1); null for fewer than two values */
export function varianceOf(values: Numbers): number | null {
  return values.length < 2 ? null : isConstant(values) ? 0 : covarianceSum(values, values) / (values.length - 1)
}

/** @returns Σ(x − x̄)(y − ȳ)/(n − 1); null for fewer than two pairs; 0 where one of the lists is constant */
export function covarianceOf(x: Numbers, y: Numbers): number | null {
  if (x.length < 2) return null
  if (isConstant(x) || isConstant(y)) return 0
  const covariance = covarianceSum(x, y) / (x.length - 1)
  const bound = Math.sqrt((varianceOf(x) as number) * (varianceOf(y) as number))
  return Math.abs(covariance) <= NOISE * bound ? 0 : covariance
}

/** Pearson's correlation, −1 to 1; null where a variance is 0 or unknown. */
export function correlationOf(x: Numbers, y: Numbers): number | null {
  const covariance = covarianceOf(x, y)
  const product = (varianceOf(x) ?? 0) * (varianceOf(y) ?? 0)
  return covariance === null || product === 0 ? null : covariance / Math.sqrt(product)
}

/** The largest covariance that the same two lists could have: both in rising order. */
export function largestCovariance(x: Numbers, y: Numbers): number | null {
  return covarianceOf(Float64Array.from(x).sort(byValue), Float64Array.from(y).sort(byValue))
}

/** The middle value, or the mean of the two middle ones. */
export function medianOf(values: Numbers): number | null {
  const sorted = Float64Array.from(values).sort(byValue)
  const half = sorted.length >> 1
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2
}

/**
 * Skewness k₃/k₂^1.5 and excess kurtosis k₄/k₂² by Fisher's k-statistics, which are unbiased for the cumulants:
 * k₂ = n·m₂/(n−1), k₃ = n²·m₃/((n−1)(n−2)), k₄ = n²((n+1)m₄ − 3(n−1)m₂²)/((n−1)(n−2)(n−3)), m the central moments over n.
 * @returns null where there are too few values (three for the skewness, four for the kurtosis) or all are equal
 */
export function shapeOf(values: Numbers): { skewness: number | null; kurtosis: number | null } {
  const n = values.length
  const mean = meanOf(values)
  if (mean === null || n < 3 || isConstant(values)) return { skewness: null, kurtosis: null }
  let [m2, m3, m4] = [0, 0, 0]
  for (let i = 0; i < n; i++) {
    const d = (values[i] as number) - mean
    m2 += d * d
    m3 += d * d * d
    m4 += d * d * d * d
  }
  ;[m2, m3, m4] = [m2 / n, m3 / n, m4 / n]
  const k2 = (n * m2) / (n - 1)
  const k3 = (n * n * m3) / ((n - 1) * (n - 2))
  const k4 = (n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2)) / ((n - 1) * (n - 2) * (n - 3))
  return { skewness: k3 / k2 ** 1.5, kurtosis: n < 4 ? null : k4 / (k2 * k2) }
}

function covarianceSum(x: Numbers, y: Numbers): number {
  const meanX = meanOf(x) as number
  const meanY = meanOf(y) as number
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += ((x[i] as number) - meanX) * ((y[i] as number) - meanY)
  return sum
}

function byValue(a: number, b: number): number {
  return a - b
}
