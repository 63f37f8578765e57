import { type ItemModel, OMITTED } from './answer-model.js'
import type { Finding } from './evidence.js'
import { rapidPlaces } from './find-times.js'
import { personFit } from './person-fit.js'
import type { PreparedRound } from './prepared-round.js'
import { STATED } from './stated-rates.js'
import { normalTail } from './tails.js'
import type { Thresholds } from './thresholds.js'

/** Fewer answers than this have no pattern. */
const LEAST_ANSWERS = 15

/**
 * DT-17: easy items wrong and hard ones right, beyond what a person's score makes likely: Guttman errors and U3. Answers faster than
 * solving takes are left out, so that who guessed for want of interest is not told as odd.
 */
export function findFit(round: PreparedRound, settings: Thresholds): Finding[] {
  return round.firsts.flatMap(({ attempt, items, answers }): Finding[] => {
    const rapid = new Set(rapidPlaces(round, attempt).map(({ place }) => place))
    const places = Array.from(items.keys()).filter((place) => answers[place] !== OMITTED && !rapid.has(place))
    if (places.length < LEAST_ANSWERS) return []
    const fit = personFit(
      places.map((place) => (round.models[items[place] as number] as ItemModel).right),
      places.map((place) => answers[place] === 0),
    )
    if (fit.zu3 === null) return []
    const p = normalTail(fit.zu3)
    if (p > settings.oddPattern) return []
    return [
      {
        kind: 'odd-pattern',
        family: 'answers',
        attemptIds: [attempt.id],
        p,
        adjustedP: null,
        falseAlarmRate: STATED['odd-pattern'],
        facts: { answered: places.length, ...fit },
      },
    ]
  })
}
