import type { Chance } from './chance.js'

/** An item as the simulation knows it: what the search has to estimate. */
export interface TrueItem {
  difficulty: number
  slope: number
  guess: number
  /** How attractive each wrong option is to somebody of middling ability, and how that changes with ability; logits. */
  wrong: number[]
  /** Mean of ln seconds. */
  intensity: number
  readingSeconds: number
}

/** What a unit was taught together: it shifts difficulties, which wrong option tempts, and times. */
export interface Teaching {
  mean: number
  difficulty: Float64Array
  wrong: Float64Array[]
  intensity: Float64Array
}

export const OPTIONS = 4

export function trueItems(chance: Chance, count: number): TrueItem[] {
  return Array.from({ length: count }, () => {
    const intensity = Math.log(22) + 0.4 * chance.normal()
    return {
      difficulty: -0.3 + chance.normal(),
      slope: Math.exp(0.3 * chance.normal()),
      guess: 0.15,
      wrong: Array.from({ length: OPTIONS - 1 }, () => chance.normal()),
      intensity,
      readingSeconds: Math.max(4, Math.round(Math.exp(intensity) * 0.55)),
    }
  })
}

/** @param strength 1: as large as in units that learnt the same mistakes from one teacher */
export function teaching(chance: Chance, items: number, strength: number): Teaching {
  const values = (sd: number) => Float64Array.from({ length: items }, () => sd * strength * chance.normal())
  const difficulty = values(0.6)
  return {
    mean: 0.3 * chance.normal(),
    difficulty,
    wrong: Array.from({ length: OPTIONS - 1 }, () => values(1)),
    // What was taught is easier and faster.
    intensity: values(0.1).map((own, item) => own - 0.15 * (difficulty[item] as number)),
  }
}

/** An answer, 0 right and 1… wrong: two-parameter logistic with guessing; which wrong one depends on ability and teaching. */
export function answer(chance: Chance, item: TrueItem, index: number, ability: number, taught: Teaching): number {
  const logit = item.slope * (ability - item.difficulty + (taught.difficulty[index] as number))
  if (chance.is(item.guess + (1 - item.guess) / (1 + Math.exp(-logit)))) return 0
  return (
    1 +
    chance.weighted(
      item.wrong.map((pull, k) => Math.exp(pull * (1 + 0.3 * ability) + (taught.wrong[k]?.[index] as number))),
    )
  )
}

/** Seconds at an item: lognormal around the item's length and the person's pace. */
export function seconds(chance: Chance, item: TrueItem, index: number, speed: number, taught: Teaching): number {
  return Math.max(1.2, Math.exp(item.intensity - speed + (taught.intensity[index] as number) + 0.45 * chance.normal()))
}
