import { chiSquaredTail, countTail, normalTail } from './tails.js'

/**
 * How long people take for items. Times follow van der Linden's lognormal model (2006): ln T of person a at item i is normal with
 * mean βᵢ − τₐ (the item's time intensity less the person's speed) and deviation σᵢ = 1/αᵢ.
 */

/** One person's time at one item, in seconds, more than 0. */
export interface TimedAnswer {
  person: number
  item: number
  seconds: number
}

export interface TimeModel {
  /** Mean of ln T at each item for somebody of middling speed; null for items nobody was timed at. */
  intensity: (number | null)[]
  /** Deviation of ln T around what is expected, at each item; null where fewer than three were timed. */
  deviation: (number | null)[]
  /** Speed of each person, with mean 0 over all who were timed; null for who was not. */
  speed: (number | null)[]
}

/**
 * Least squares for persons and items at once, by taking means of rows and columns in turns until nothing moves; papers may hold
 * different items. With complete tables this is the column mean, and the grand mean less the row mean.
 */
export function fitTimes(times: readonly TimedAnswer[], people: number, items: number): TimeModel {
  const logs = times.map(({ seconds }) => {
    if (!(seconds > 0)) throw new RangeError('a time is more than 0 seconds')
    return Math.log(seconds)
  })
  const intensity = new Float64Array(items)
  const speed = new Float64Array(people)
  const perItem = new Int32Array(items)
  const perPerson = new Int32Array(people)
  for (const { person, item } of times) {
    perItem[item] = (perItem[item] as number) + 1
    perPerson[person] = (perPerson[person] as number) + 1
  }
  const timed = perPerson.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0)
  for (let round = 0; round < 500; round++) {
    const itemSums = new Float64Array(items)
    for (const [k, { person, item }] of times.entries())
      itemSums[item] = (itemSums[item] as number) + (logs[k] as number) + (speed[person] as number)
    let moved = 0
    for (let i = 0; i < items; i++) {
      const next = perItem[i] ? (itemSums[i] as number) / (perItem[i] as number) : 0
      moved = Math.max(moved, Math.abs(next - (intensity[i] as number)))
      intensity[i] = next
    }
    const personSums = new Float64Array(people)
    for (const [k, { person, item }] of times.entries())
      personSums[person] = (personSums[person] as number) + (intensity[item] as number) - (logs[k] as number)
    let mean = 0
    for (let a = 0; a < people; a++) {
      if (!perPerson[a]) continue
      personSums[a] = (personSums[a] as number) / (perPerson[a] as number)
      mean += (personSums[a] as number) / timed
    }
    for (let a = 0; a < people; a++) if (perPerson[a]) speed[a] = (personSums[a] as number) - mean
    // What the speeds have in common belongs to the items.
    for (let i = 0; i < items; i++) if (perItem[i]) intensity[i] = (intensity[i] as number) - mean
    if (moved < 1e-10) break
  }
  const squares = new Float64Array(items)
  for (const [k, { person, item }] of times.entries()) {
    const residual = (logs[k] as number) - (intensity[item] as number) + (speed[person] as number)
    squares[item] = (squares[item] as number) + residual * residual
  }
  // As many of the residuals' freedoms go to the persons and items as there are parameters, shared evenly among all times.
  const freedom = times.length - timed - perItem.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0) + 1
  const kept = times.length > 0 ? Math.max(freedom, 1) / times.length : 1
  return {
    intensity: Array.from(intensity, (value, i) => (perItem[i] ? value : null)),
    deviation: Array.from(squares, (sum, i) =>
      (perItem[i] as number) < 3 ? null : Math.max(Math.sqrt(sum / ((perItem[i] as number) * kept)), LEAST_DEVIATION),
    ),
    speed: Array.from(speed, (value, a) => (perPerson[a] ? value : null)),
  }
}

/** People are not clocks: a smaller spread of ln T than this is a small sample, not a fact. */
const LEAST_DEVIATION = 0.05

/** An item of one person's paper with the person's time at it and what the model says of the item. */
export interface TimeAtItem {
  seconds: number
  intensity: number
  deviation: number
}

export interface TimeFit {
  /** τ̂ = Σα²(β − ln T)/Σα². */
  speed: number
  /** z = α(ln T − β + τ̂) at each item: below 0 is faster than this person at other items. */
  residuals: number[]
  /** Σz², and the chance of one at least as large: chi-squared with n − 1 degrees. Small: the times do not fit the items' lengths. */
  misfit: number
  misfitTail: number
}

/** How one person's times fit; at least two of them. */
export function timeFit(times: readonly TimeAtItem[]): TimeFit {
  if (times.length < 2) throw new RangeError('a fit needs two times')
  let [weights, sum] = [0, 0]
  for (const { seconds, intensity, deviation } of times) {
    const weight = 1 / deviation ** 2
    weights += weight
    sum += weight * (intensity - Math.log(seconds))
  }
  const speed = sum / weights
  const residuals = times.map(
    ({ seconds, intensity, deviation }) => (Math.log(seconds) - intensity + speed) / deviation,
  )
  const misfit = residuals.reduce((total, z) => total + z * z, 0)
  return { speed, residuals, misfit, misfitTail: chiSquaredTail(misfit, times.length - 1) }
}

/** Longest time, in seconds, that can still be called a rapid guess. */
const LONGEST_RAPID_S = 10

/**
 * Below this time, in seconds, nobody solves the item: a tenth of its mean time (NT10; Wise and Ma, 2012), at most ten seconds.
 */
export function rapidThreshold(meanSeconds: number): number {
  return Math.min(meanSeconds / 10, LONGEST_RAPID_S)
}

/** Share of a person's answers that took long enough to be work (response-time effort; Wise and Kong, 2005); 1 of no answers. */
export function responseTimeEffort(seconds: readonly number[], thresholds: readonly number[]): number {
  if (seconds.length === 0) return 1
  return seconds.filter((time, i) => time >= (thresholds[i] as number)).length / seconds.length
}

export interface RapidAnswer {
  isRight: boolean
  /** Chance of being right by guessing. */
  guess: number
}

/**
 * Rapid and right: the chance that somebody who guesses has at least so many right among the answers given too fast for
 * reading. Slow answers say nothing here; a rapid guesser has about 1 per options right, who knows the answers beforehand nearly all.
 *
 * @param rapid the answers faster than their items' thresholds
 */
export function rapidRightTail(rapid: readonly RapidAnswer[]): number {
  return countTail(
    rapid.map(({ guess }) => guess),
    rapid.filter(({ isRight }) => isRight).length,
  )
}

/** Fewer common items than this make a correlation of times an accident. */
export const LEAST_FOR_TIME_SIMILARITY = 15

/**
 * Do two people's times go up and down together beyond what the items do to everybody? Correlation of their residuals over the
 * items both answered, with Fisher's transformation: atanh(r)·√(n − 3) is about normal for people who work apart.
 *
 * @returns the correlation and its upper tail; null below fifteen items, or where one of them does not vary
 */
export function timeSimilarity(
  first: readonly number[],
  second: readonly number[],
): { correlation: number; tail: number } | null {
  const n = first.length
  if (second.length !== n) throw new RangeError('residuals at the same items')
  if (n < LEAST_FOR_TIME_SIMILARITY) return null
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / n
  const [meanFirst, meanSecond] = [mean(first), mean(second)]
  let [xy, xx, yy] = [0, 0, 0]
  for (let i = 0; i < n; i++) {
    const [x, y] = [(first[i] as number) - meanFirst, (second[i] as number) - meanSecond]
    xy += x * y
    xx += x * x
    yy += y * y
  }
  if (xx < 1e-12 || yy < 1e-12) return null
  const correlation = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
  const bounded = Math.max(-1 + 1e-12, Math.min(1 - 1e-12, correlation))
  return { correlation, tail: normalTail(Math.atanh(bounded) * Math.sqrt(n - 3)) }
}
