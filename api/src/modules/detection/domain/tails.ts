/**
 * Upper tails of the distributions that the signals need. All are accurate far into the tail (relative error below 1e-9 at 1e-30),
 * because what counts here are very small probabilities among very many comparisons.
 */

/** ln Γ(x) for x > 0, by Lanczos' approximation (g = 7, nine terms). */
export function lnGamma(x: number): number {
  if (!(x > 0)) throw new RangeError('lnGamma is for positive numbers')
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x)
  const z = x - 1
  let sum = 0.99999999999980993
  for (let i = 0; i < LANCZOS.length; i++) sum += (LANCZOS[i] as number) / (z + i + 1)
  const t = z + LANCZOS.length - 0.5
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/**
 * The regularized upper incomplete gamma function Q(a, x) = Γ(a, x)/Γ(a): by its series below a + 1, by Lentz' continued
 * fraction above (DLMF 8.7.1 and 8.9.2).
 *
 * @param a above 0
 * @param x 0 or more
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) throw new RangeError('upperGamma needs a > 0 and x >= 0')
  if (x === 0) return 1
  const front = Math.exp(a * Math.log(x) - x - lnGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < 10_000 && term > sum * 1e-17; n++) {
      term *= x / (a + n)
      sum += term
    }
    return Math.max(0, 1 - front * sum)
  }
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < 10_000; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / nonZero(an * d + b)
    c = nonZero(b + an / c)
    const step = c * d
    fraction *= step
    if (Math.abs(step - 1) < 1e-16) break
  }
  return front * fraction
}

const TINY = 1e-300
const nonZero = (value: number) => (Math.abs(value) < TINY ? TINY : value)

/** P(X > x) of the chi-squared distribution. */
export function chiSquaredTail(x: number, degrees: number): number {
  return x <= 0 ? 1 : upperGamma(degrees / 2, x / 2)
}

/** P(Z > z) of the standard normal distribution. */
export function normalTail(z: number): number {
  const half = upperGamma(0.5, (z * z) / 2) / 2
  return z >= 0 ? half : 1 - half
}

/**
 * P(M ≥ m), where M counts the successes of independent trials of different chances (the Poisson-binomial law), by the
 * recursion f_n(k) = p_n f_{n−1}(k−1) + (1 − p_n) f_{n−1}(k).
 *
 * @param chances of each trial, 0 to 1
 * @param least m; 0 or less gives 1, more than there are trials gives 0
 */
export function countTail(chances: ArrayLike<number>, least: number): number {
  if (least <= 0) return 1
  if (least > chances.length) return 0
  // mass[k] = P(k successes so far) below `least`; what reaches `least` stays there. No term is ever subtracted, so small tails keep their digits.
  const mass = new Float64Array(least + 1)
  mass[0] = 1
  for (let n = 0; n < chances.length; n++) {
    const p = chances[n] as number
    mass[least] = (mass[least] as number) + (mass[least - 1] as number) * p
    for (let k = Math.min(n + 1, least - 1); k > 0; k--)
      mass[k] = (mass[k] as number) * (1 - p) + (mass[k - 1] as number) * p
    mass[0] = (mass[0] as number) * (1 - p)
  }
  return mass[least] as number
}

/**
 * How surprising are so many right and so many wrong matches together (Maynes' M4, 2014)? Each item matches right with one
 * chance, wrong with another, or not at all; F(i, j) is the chance of at least i right and at least j wrong matches, and the
 * answer is the mass of all (i, j) whose F is no larger than that of what was seen.
 *
 * @param right chance of matching on the right answer, for each item
 * @param wrong chance of matching on a wrong one
 */
export function matchTail(
  right: ArrayLike<number>,
  wrong: ArrayLike<number>,
  seen: { right: number; wrong: number },
): number {
  const n = right.length
  if (wrong.length !== n) throw new RangeError('as many chances of wrong matches as of right ones')
  const width = n + 1
  let mass = new Float64Array(width * width)
  mass[0] = 1
  for (let item = 0; item < n; item++) {
    const [r, w] = [right[item] as number, wrong[item] as number]
    const next = new Float64Array(width * width)
    for (let i = 0; i <= item; i++)
      for (let j = 0; i + j <= item; j++) {
        const here = mass[i * width + j] as number
        if (here === 0) continue
        next[i * width + j] = (next[i * width + j] as number) + here * (1 - r - w)
        next[(i + 1) * width + j] = (next[(i + 1) * width + j] as number) + here * r
        next[i * width + j + 1] = (next[i * width + j + 1] as number) + here * w
      }
    mass = next
  }
  const least = new Float64Array((width + 1) * (width + 1))
  for (let i = n; i >= 0; i--)
    for (let j = n; j >= 0; j--)
      least[i * (width + 1) + j] =
        (mass[i * width + j] as number) +
        (least[(i + 1) * (width + 1) + j] as number) +
        (least[i * (width + 1) + j + 1] as number) -
        (least[(i + 1) * (width + 1) + j + 1] as number)
  const bound = (least[seen.right * (width + 1) + seen.wrong] as number) * (1 + 1e-9)
  let tail = 0
  for (let i = 0; i <= n; i++)
    for (let j = 0; i + j <= n; j++)
      if ((least[i * (width + 1) + j] as number) <= bound) tail += mass[i * width + j] as number
  return Math.min(1, tail)
}

/**
 * Fisher's combination of two independent p-values: −2 ln(p₁p₂) follows chi-squared with four degrees of freedom, whose tail
 * is k(1 − ln k) with k = p₁p₂.
 */
export function bothTail(p1: number, p2: number): number {
  const k = p1 * p2
  return k <= 0 ? 0 : Math.min(1, k * (1 - Math.log(k)))
}
