import type { ItemResponse, RoundRules } from '@thiso/contracts/vocab'
import { extendedMs } from './attempt-clock.js'
import { type Interval, takenOutMs } from './clock-credit.js'
import { blankPlaces } from './completeness.js'
import { predictionOf } from './prediction.js'
import { currentResponses, type ResponseEvent } from './response-log.js'
import { type ScoredPlace, scoreAttempt, type UsedShare } from './score-attempt.js'

export interface PlaceOpening {
  position: number
  openedAt: Date
}

/** All that the outcome of an attempt follows from; instants in ms since 1970. */
export interface JudgedAttempt<K> {
  form: readonly ScoredPlace[]
  events: readonly (ResponseEvent & { receivedAt: Date })[]
  /** The rules that it was taken under. */
  rules: RoundRules
  timeLimitS: number
  extraPercent: number
  /** What of it there was before the end of the round (`usableExtraOf`); null or absent: all of it. */
  usableExtra?: number | null
  /** SC-2. */
  timeUsedS: number
  /** What the person had predicted in the round before; null: asked here, if the rules have a prediction. */
  heldPrediction: number | null
  /** Of a one-way paper: when each place was opened. */
  openings: readonly PlaceOpening[]
  /** What was taken out of its clock: credits, and the pauses of the round, one that still goes on included. */
  takenOut: readonly Interval[]
  keys: ReadonlyMap<string, K>
  grade: (key: K, response: ItemResponse) => number
}

export interface Judgement {
  points: number
  maxPoints: number
  rightCount: number
  answeredCount: number
  bonus: number
  penalty: number
  prediction: number | null
  /** AT-13: false when something is blank although everything had to be answered. */
  isRanked: boolean
}

/** SC-3: the outcome of an attempt, a pure function of what is recorded, the keys and the rules: judging twice gives the same. */
export function judgeAttempt<K>(attempt: JudgedAttempt<K>): Judgement {
  const { form, events, rules, heldPrediction, keys, grade } = attempt
  const responses = currentResponses(events)
  const score = scoreAttempt(form, keys, responses, grade, rules.scoring, usedShareOf(attempt))
  const asksPrediction = rules.prediction !== null && heldPrediction === null
  return {
    points: score.points,
    maxPoints: score.maxPoints,
    rightCount: score.rightPositions.length,
    answeredCount: score.answeredCount,
    bonus: score.bonus,
    penalty: score.penalty,
    prediction: rules.prediction === null ? null : (heldPrediction ?? predictionOf(responses)),
    isRanked: !rules.allRequired || blankPlaces(form.length, responses, asksPrediction).length === 0,
  }
}

/**
 * SC-6: with item clocks, of each place the time from its opening to the last answer by the server's clock, less what was taken out of the
 * clock between these two, as a share of its clock, extra time included; with a clock for the paper, the time used of the limit with the
 * extra time that there was.
 */
function usedShareOf<K>(attempt: JudgedAttempt<K>): UsedShare {
  const { rules, events, openings, takenOut, timeLimitS, timeUsedS, extraPercent, usableExtra = null } = attempt
  if (rules.itemClockS === null) {
    const limitMs =
      usableExtra === null ? extendedMs(timeLimitS, extraPercent) : (timeLimitS * (10_000 + usableExtra)) / 10
    return () => (timeUsedS * 1000) / limitMs
  }
  const clockMs = extendedMs(rules.itemClockS, extraPercent)
  const openingAt = new Map(openings.map((opening) => [opening.position, opening]))
  const answeredAt = new Map<number, { seq: number; at: number }>()
  for (const { position, seq, receivedAt } of events)
    if (seq > (answeredAt.get(position)?.seq ?? 0)) answeredAt.set(position, { seq, at: receivedAt.getTime() })
  return (position) => {
    const [opening, last] = [openingAt.get(position), answeredAt.get(position)]
    if (!opening || !last) return 1
    const taken = { from: opening.openedAt.getTime(), to: last.at }
    return (taken.to - taken.from - takenOutMs(takenOut, taken)) / clockMs
  }
}
