import type { RoundRules } from '@thiso/contracts/vocab'
import type { FastRandom } from './fast-random.js'
import { normalGrid, normalQuantile, normalShare } from './normal.js'

/** How far people differ: the standard deviation of ability on the probit scale; 1 is usual for general-knowledge quizzes. */
const ABILITY_SPREAD = 1
/** The usual share of the limit that a paper takes, how far people differ in it (of its logarithm), and what ability adds to the pace. */
const PACE = { usual: 0.6, spread: 0.35, byAbility: 0.1, least: 0.05 }
/** How far the times of one person for the items of a paper differ: the standard deviation of their logarithm. */
const ITEM_TIME_SPREAD = 0.5

/** A cell of the blueprint as abilities meet it: of each item of its pool, where it stands on the probit scale. */
export interface PaperCell {
  count: number
  points: number
  thresholds: readonly number[]
}

/** What of a round's rules decides how one attempt goes. */
export interface PaperRules {
  timeLimitS: number
  /** null: only the clock of the paper. */
  itemClockS: number | null
  scoring: RoundRules['scoring']
}

/** A simulated attempt; places whose clock ended before they were answered are blank. */
export interface TakenPaper {
  points: number
  rightCount: number
  blankCount: number
  timeUsedS: number
}

/** Where on the probit scale an item stands that people of normally distributed ability gain so much of on average. */
export function thresholdOf(expectedShare: number): number {
  return normalQuantile(expectedShare) * Math.sqrt(1 + ABILITY_SPREAD ** 2)
}

/**
 * RB-4: one attempt. An item is answered right with the probability Φ(threshold + s·ability) (probit model; F. M. Lord and
 * M. R. Novick, Statistical Theories of Mental Test Scores, 1968). A paper takes a lognormal share of the limit, less for the able.
 * With a clock for items that time falls on the places lognormally, too (W. J. van der Linden, A lognormal model for response times on
 * test items, Journal of Educational and Behavioral Statistics 31, 2006): a place whose time is longer than the clock ends with it,
 * unanswered. What is expected of items was gained under the clock of a paper, so that clock takes nothing away here. Points as SC-5
 * and SC-6 say, each item wholly right or wrong.
 * @param ability of the person, in standard deviations
 * @param normal a standard normal number by the same chance
 */
export function takePaper(
  cells: readonly PaperCell[],
  rules: PaperRules,
  ability: number,
  chance: FastRandom,
  normal: () => number,
): TakenPaper {
  const { itemClockS: clock, scoring, timeLimitS } = rules
  const items = itemsOf(cells)
  const pace = paceOf(ability, normal())
  const itemTimeS = (pace * timeLimitS) / Math.max(1, items)
  let [points, maxPoints, saved, usedS, rightCount, blankCount] = [0, 0, 0, 0, 0, 0]
  for (const { count, points: worth, thresholds } of cells)
    for (let place = 0; place < count; place++) {
      maxPoints += worth
      const threshold = thresholds.length > 0 ? (thresholds[chance.below(thresholds.length)] as number) : 0
      const isRight = chance.next() < normalShare(threshold + ABILITY_SPREAD * ability)
      const takesS =
        clock === null ? itemTimeS : itemTimeS * Math.exp(ITEM_TIME_SPREAD * normal() - ITEM_TIME_SPREAD ** 2 / 2)
      usedS += clock === null ? takesS : Math.min(takesS, clock)
      if (clock !== null && takesS > clock) {
        blankCount++
        points -= worth * scoring.blankPenalty
      } else if (isRight) {
        rightCount++
        points += worth
        saved += worth * (1 - (clock === null ? pace : takesS / clock))
      } else points -= worth * scoring.wrongPenalty
    }
  const bonus = maxPoints === 0 ? 0 : Math.floor((scoring.speedBonus * saved * 100) / maxPoints + 1e-6) / 100
  return {
    points: Math.max(0, Math.round((points + bonus) * 100) / 100),
    rightCount,
    blankCount,
    timeUsedS: Math.round(Math.min(usedS, timeLimitS)),
  }
}

/** The chance of a paper with everything right, over all abilities and paces; items of a cell stand for their mean at each ability. */
export function perfectShareOf(cells: readonly PaperCell[], { itemClockS, timeLimitS }: PaperRules): number {
  const items = itemsOf(cells)
  // Without clocks for items the pace decides nothing.
  const paces = itemClockS === null ? [{ x: 0, weight: 1 }] : normalGrid(60)
  return normalGrid(200).reduce((sum, { x: ability, weight }) => {
    const right = cells.map(({ thresholds }) => {
      const shares = thresholds.map((threshold) => normalShare(threshold + ABILITY_SPREAD * ability))
      return shares.reduce((total, share) => total + share, 0) / Math.max(1, shares.length)
    })
    return (
      sum +
      weight *
        paces.reduce((inner, { x, weight: ofPace }) => {
          const inTime =
            itemClockS === null ? 1 : inTimeShare(itemClockS, (paceOf(ability, x) * timeLimitS) / Math.max(1, items))
          return (
            inner + ofPace * cells.reduce((all, { count }, cell) => all * ((right[cell] ?? 0) * inTime) ** count, 1)
          )
        }, 0)
    )
  }, 0)
}

/** The chance that a place is answered within its clock. @param itemTimeS what places take the person on average */
function inTimeShare(clockS: number, itemTimeS: number): number {
  return normalShare((Math.log(clockS / itemTimeS) + ITEM_TIME_SPREAD ** 2 / 2) / ITEM_TIME_SPREAD)
}

/** Which share of the limit a paper takes somebody. */
function paceOf(ability: number, luck: number): number {
  return Math.min(1, Math.max(PACE.least, PACE.usual * Math.exp(PACE.spread * luck - PACE.byAbility * ability)))
}

function itemsOf(cells: readonly PaperCell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0)
}
