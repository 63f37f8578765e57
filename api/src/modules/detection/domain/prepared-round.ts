import { chancesOfRight, type ItemModel, itemModels, OMITTED, shiftOf } from './answer-model.js'
import type { EvidenceAttempt, EvidenceItem, RoundEvidence } from './evidence.js'
import type { SearchedPaper } from './pair-search.js'
import { fitTimes, rapidThreshold, type TimedAnswer, type TimeModel } from './response-times.js'

/** One attempt with what its round lets expect of it; by place of the paper. */
export interface RoundPaper extends SearchedPaper {
  attempt: EvidenceAttempt
  items: Int32Array
  answers: Int32Array
  /**
   * How much slower than expected of this person at this item, in deviations of ln T, between −3 and 3: longer is an interruption. NaN:
   * not known, or known only together with other places.
   */
  residuals: Float64Array
  /** Chance of being right, as expected of this person and of what the unit was taught. */
  expected: Float64Array
}

/** A round's evidence with the estimates that all signals share. */
export interface PreparedRound {
  evidence: RoundEvidence
  /** Estimated from everybody's first attempt: later ones know the items. */
  models: ItemModel[]
  times: TimeModel
  /** Below this time, in seconds, nobody solves the item; 0 where too little is known. */
  rapidBelow: Float64Array
  /** First attempts, one of each person. */
  firsts: RoundPaper[]
  /** Of each person the attempt with the most right answers, the first of equals: the one worth cheating in. */
  best: RoundPaper[]
}

/** Fewer known times of an item than this say nothing of it. */
const LEAST_TIMES = 20
/** Residuals beyond this are cut: what takes longer is a door bell. */
const MOST_DEVIATIONS = 3
/** A unit of so many first attempts has a mean of its own at each item. */
const UNIT_MEAN_FROM = 30

/** Works out what every signal needs. The same evidence gives the same numbers. */
export function prepareRound(evidence: RoundEvidence): PreparedRound {
  const firsts = new Map<number, EvidenceAttempt>()
  const best = new Map<number, EvidenceAttempt>()
  for (const attempt of evidence.attempts) {
    const first = firsts.get(attempt.person)
    if (!first || attempt.attemptNo < first.attemptNo) firsts.set(attempt.person, attempt)
    const top = best.get(attempt.person)
    const ahead = top ? rightCount(attempt) - rightCount(top) || top.attemptNo - attempt.attemptNo : 1
    if (ahead > 0) best.set(attempt.person, attempt)
  }
  const wrongAnswers = evidence.items.map((item) => item.wrongAnswers)
  const models = itemModels(wrongAnswers, firsts.values())
  const times = timesOf(evidence, [...firsts.values()])
  const paper = (attempt: EvidenceAttempt) => paperOf(models, times, attempt)
  const papers = new Map([...firsts].map(([person, attempt]) => [person, paper(attempt)]))
  const bestPapers = [...best].map(([person, attempt]) =>
    attempt === firsts.get(person) ? (papers.get(person) as RoundPaper) : paper(attempt),
  )
  const round = {
    evidence,
    models,
    times,
    rapidBelow: rapidBelow(evidence.items, times, [...firsts.values()]),
    firsts: [...papers.values()],
    best: bestPapers,
  }
  lessUnitMeans(round)
  return round
}

export function rightCount({ answers }: { answers: Int32Array }): number {
  let right = 0
  for (const answer of answers) if (answer === 0) right++
  return right
}

/** A paper under given estimates; those of a unit of its own differ from the round's. */
export function underModels<P extends { items: Int32Array; answers: Int32Array }>(
  models: readonly ItemModel[],
  paper: P,
) {
  const rights = Array.from(paper.items, (item) => (models[item] as ItemModel).right)
  return { ...paper, chances: chancesOfRight(models, paper), shift: shiftOf(rights, rightCount(paper)) }
}

function paperOf(models: readonly ItemModel[], times: TimeModel, attempt: EvidenceAttempt): RoundPaper {
  const { items, answers } = attempt
  const modelled = underModels(models, { items, answers })
  return { ...modelled, attempt, residuals: residualsOf(times, attempt), expected: Float64Array.from(modelled.chances) }
}

/** Times that stand for one place alone: shares of a burst are equal to the last digit. */
export function ownSeconds({ seconds }: EvidenceAttempt): Float64Array {
  const met = new Map<number, number>()
  for (const time of seconds) met.set(time, (met.get(time) ?? 0) + 1)
  return seconds.map((time) => (time > 0 && met.get(time) === 1 ? time : Number.NaN))
}

function timesOf(evidence: RoundEvidence, attempts: readonly EvidenceAttempt[]): TimeModel {
  const times: TimedAnswer[] = []
  for (const [person, attempt] of attempts.entries())
    for (const [place, seconds] of ownSeconds(attempt).entries())
      if (seconds > 0 && attempt.answers[place] !== OMITTED)
        times.push({ person, item: attempt.items[place] as number, seconds })
  return fitTimes(times, attempts.length, evidence.items.length)
}

function residualsOf(times: TimeModel, attempt: EvidenceAttempt): Float64Array {
  const seconds = ownSeconds(attempt)
  const early = seconds.map((time, place) => {
    const intensity = times.intensity[attempt.items[place] as number]
    return typeof intensity === 'number' ? Math.log(time) - intensity : Number.NaN
  })
  // The median: one interruption of ten minutes leaves the person's speed as it is.
  const known = early.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  const pace = known.length > 0 ? (known[known.length >> 1] as number) : 0
  return early.map((value, place) => {
    const deviation = times.deviation[attempt.items[place] as number]
    if (typeof deviation !== 'number') return Number.NaN
    return Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, (value - pace) / deviation))
  })
}

/** NT10 over times of which none counts more than five times what is usual: a mean must not grow with who was called to the door. */
function rapidBelow(
  items: readonly EvidenceItem[],
  times: TimeModel,
  attempts: readonly EvidenceAttempt[],
): Float64Array {
  const sums = new Float64Array(items.length)
  const counts = new Int32Array(items.length)
  for (const attempt of attempts)
    for (const [place, time] of attempt.seconds.entries()) {
      const item = attempt.items[place] as number
      const intensity = times.intensity[item]
      if (!(time > 0) || typeof intensity !== 'number') continue
      sums[item] = (sums[item] as number) + Math.min(time, 5 * Math.exp(intensity))
      counts[item] = (counts[item] as number) + 1
    }
  return sums.map((sum, item) => {
    const count = counts[item] as number
    return count < LEAST_TIMES ? 0 : rapidThreshold(sum / count)
  })
}

/** What a unit has in common at an item, having been taught it, is no likeness of two people and no leak. */
function lessUnitMeans({ evidence, firsts, best }: PreparedRound): void {
  const units = new Map<string, RoundPaper[]>()
  for (const paper of firsts) {
    const { unit } = paper.attempt
    if (unit === null) continue
    const list = units.get(unit)
    if (list) list.push(paper)
    else units.set(unit, [paper])
  }
  const all = new Set([...firsts, ...best])
  const ofUnit = new Map<string, RoundPaper[]>()
  for (const paper of all) {
    const { unit } = paper.attempt
    if (unit === null || (units.get(unit)?.length ?? 0) < UNIT_MEAN_FROM) continue
    const list = ofUnit.get(unit)
    if (list) list.push(paper)
    else ofUnit.set(unit, [paper])
  }
  for (const [unit, papers] of ofUnit) {
    const ofFirsts = units.get(unit) ?? []
    const slower = meansOf(evidence.items.length, ofFirsts, ({ residuals }, place) => residuals[place] as number)
    const better = meansOf(evidence.items.length, ofFirsts, ({ answers, chances }, place) =>
      answers[place] === OMITTED ? Number.NaN : (answers[place] === 0 ? 1 : 0) - (chances[place] as number),
    )
    for (const { items, residuals, expected } of papers)
      for (const [place, item] of items.entries()) {
        residuals[place] = (residuals[place] as number) - (slower[item] as number)
        expected[place] = Math.max(0.01, Math.min(0.99, (expected[place] as number) + (better[item] as number)))
      }
  }
}

/** By item, with ten answers' worth of doubt: the mean of a few says little. */
function meansOf(
  itemCount: number,
  papers: readonly RoundPaper[],
  of: (paper: RoundPaper, place: number) => number,
): Float64Array {
  const sums = new Float64Array(itemCount)
  const counts = new Int32Array(itemCount)
  for (const paper of papers)
    for (const [place, item] of paper.items.entries()) {
      const value = of(paper, place)
      if (Number.isNaN(value)) continue
      sums[item] = (sums[item] as number) + value
      counts[item] = (counts[item] as number) + 1
    }
  return sums.map((sum, item) => sum / ((counts[item] as number) + 10))
}
