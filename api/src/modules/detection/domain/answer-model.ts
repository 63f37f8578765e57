import { countTail, matchTail, normalTail } from './tails.js'

/**
 * What chance gives: how likely two people who know nothing of each other give the same answer to an item. The procedure needs no
 * calibrated items and works on papers that were drawn at random: the items' difficulties and the shares of wrong answers are
 * estimated from the round itself, each person gets one shift on the logit scale, and matches are counted by the exact law of
 * van der Linden and Sotaridona (GBT, 2006), with Maynes' M4 (2014) and Wollack's ω beside it.
 */

/** Codes of answers: 0 is the right one, 1, 2, … are the wrong ones of the item, OMITTED stands for none. */
export const OMITTED = -1

export interface AnsweredPaper {
  /** Numbers of the items on the paper, each once. */
  readonly items: ArrayLike<number>
  /** The answer to each of them, in the same order. */
  readonly answers: ArrayLike<number>
}

export interface ItemModel {
  /** Share that got it right, (right + ½)/(served + 1), which is never 0 or 1. */
  readonly right: number
  /** Share of each wrong answer among the wrong ones, (count + ½)/Σ(count + ½); the place 0 is 0. */
  readonly wrongShares: readonly number[]
  /** Σ of their squares: how likely two wrong answers are the same one. */
  readonly sameWrong: number
}

/**
 * @param wrongAnswers for each item how many wrong answers are told apart; at least 1
 * @param papers of whoever's answers the estimates shall rest on
 */
export function itemModels(wrongAnswers: readonly number[], papers: Iterable<AnsweredPaper>): ItemModel[] {
  const served = new Int32Array(wrongAnswers.length)
  const counts = wrongAnswers.map((wrong) => new Int32Array(wrong + 1))
  for (const { items, answers } of papers)
    for (let i = 0; i < items.length; i++) {
      const item = items[i] as number
      const answer = answers[i] as number
      served[item] = (served[item] as number) + 1
      if (answer === OMITTED) continue
      const count = counts[item] as Int32Array
      if (!(answer >= 0 && answer < count.length)) throw new RangeError(`item ${item} has no answer ${answer}`)
      count[answer] = (count[answer] as number) + 1
    }
  return counts.map((count, item) => {
    const right = ((count[0] as number) + 0.5) / ((served[item] as number) + 1)
    const weights = Array.from(count, (seen, answer) => (answer === 0 ? 0 : seen + 0.5))
    const sum = weights.reduce((a, b) => a + b, 0)
    const wrongShares = weights.map((weight) => weight / sum)
    return { right, wrongShares, sameWrong: wrongShares.reduce((a, share) => a + share * share, 0) }
  })
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x))
const logit = (p: number) => Math.log(p / (1 - p))

/**
 * The shift δ with Σ σ(logit rᵢ + δ) = score over the paper: Newton's method within a bracket; the sum grows with δ, so there is
 * one. The score is kept half a point from the ends, where δ would be infinite.
 */
export function shiftOf(rights: readonly number[], score: number): number {
  const target = Math.min(Math.max(score, 0.5), rights.length - 0.5)
  if (rights.length < 2) return rights.length === 0 ? 0 : -logit(rights[0] as number)
  const logits = rights.map(logit)
  let [low, high] = [-60, 60]
  let shift = 0
  for (let step = 0; step < 200; step++) {
    let [sum, slope] = [-target, 0]
    for (const x of logits) {
      const p = logistic(x + shift)
      sum += p
      slope += p * (1 - p)
    }
    if (Math.abs(sum) < 1e-13) break
    if (sum > 0) high = shift
    else low = shift
    const newton = shift - sum / slope
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (next === shift) break
    shift = next
  }
  return shift
}

/** A person's chance of getting each item of the paper right, given how many they got right. */
export function chancesOfRight(models: readonly ItemModel[], { items, answers }: AnsweredPaper): number[] {
  const rights = Array.from(items, (item) => (models[item] as ItemModel).right)
  let score = 0
  for (let i = 0; i < answers.length; i++) if (answers[i] === 0) score++
  const shift = shiftOf(rights, score)
  return rights.map((right) => logistic(logit(right) + shift))
}

/** One item that two papers share and both people answered. */
export interface SharedItem {
  item: number
  first: number
  second: number
  /** Chance that both are right, and that both give one wrong answer. */
  bothRight: number
  sameWrong: number
}

export interface PairComparison {
  shared: SharedItem[]
  rightMatches: number
  wrongMatches: number
  /** Answered by both, and differently. */
  differences: number
  /** Chance of at least so many matches: GBT. */
  gbt: number
  /** The same with right and wrong matches told apart: M4. */
  m4: number
  /** (matches − expected)/sd, and the upper tail of the normal law there. */
  omega: number
  omegaTail: number
}

/** A paper with the person's chances, as `chancesOfRight` gives them. */
export interface ModelledPaper extends AnsweredPaper {
  readonly chances: ArrayLike<number>
}

/**
 * Two papers beside each other: what they share, and what chance would give. The order of the two does not matter.
 *
 * @returns null when they share no item that both answered
 */
export function comparePair(
  models: readonly ItemModel[],
  first: ModelledPaper,
  second: ModelledPaper,
): PairComparison | null {
  const places = new Map<number, number>()
  for (let i = 0; i < second.items.length; i++) places.set(second.items[i] as number, i)
  const shared: SharedItem[] = []
  for (let i = 0; i < first.items.length; i++) {
    const item = first.items[i] as number
    const other = places.get(item)
    if (other === undefined) continue
    const [a, b] = [first.answers[i] as number, second.answers[other] as number]
    if (a === OMITTED || b === OMITTED) continue
    const [p, q] = [first.chances[i] as number, second.chances[other] as number]
    const model = models[item] as ItemModel
    shared.push({ item, first: a, second: b, bothRight: p * q, sameWrong: (1 - p) * (1 - q) * model.sameWrong })
  }
  if (shared.length === 0) return null
  shared.sort((a, b) => a.item - b.item)
  const matches = shared.map(({ bothRight, sameWrong }) => bothRight + sameWrong)
  const rightMatches = shared.filter((s) => s.first === 0 && s.second === 0).length
  const wrongMatches = shared.filter((s) => s.first !== 0 && s.first === s.second).length
  const expected = matches.reduce((a, b) => a + b, 0)
  const spread = Math.sqrt(matches.reduce((a, p) => a + p * (1 - p), 0))
  const omega = (rightMatches + wrongMatches - expected) / spread
  return {
    shared,
    rightMatches,
    wrongMatches,
    differences: shared.length - rightMatches - wrongMatches,
    gbt: countTail(matches, rightMatches + wrongMatches),
    m4: matchTail(
      shared.map((s) => s.bothRight),
      shared.map((s) => s.sameWrong),
      { right: rightMatches, wrong: wrongMatches },
    ),
    omega,
    omegaTail: normalTail(omega),
  }
}
