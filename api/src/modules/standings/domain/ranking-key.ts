import {
  CRITERION_FACTS,
  knownWhileOpen,
  levelOf,
  type RankedResult,
  type RankingCriterion,
} from '@thiso/contracts/vocab'

/**
 * LB-1: the order of a live board as one number that a double holds exactly, so that memory and Redis sorted sets compare the same
 * thing. The criteria that are known while a round is open are the digits of the number, each with as many values as the round can bring
 * forth (mixed radix), for as long as the whole stays below 2^53; what does not fit any more leaves a tie. Where ranks count by table
 * (LB-13) the table is the first digit: each table is one run of the order, and whoever comes to another table leaves the old one.
 */

/** What bounds the values of a round. */
export interface RoundBounds {
  minPoints: number
  maxPoints: number
  itemCount: number
  timeLimitS: number
  opensAtMs: number
  closesAtMs: number
}

/** What is known of a result while the round is open. */
export type LiveResult = Omit<RankedResult, 'predictionError' | 'drawOrder'>

interface Digit {
  criterion: RankingCriterion
  /** The level that counts as 0. */
  low: number
  size: number
}
export interface KeyLayout {
  digits: Digit[]
  /** How many criteria of the live chain found no room. */
  leftOut: number
  /** How many keys each table has: the product of the digits. */
  tableSize: number
  tableCount: number
}

const LIMIT = 2 ** 53
/** Credits for outages and closings moved by hand: the clock may run for longer than the rules say. */
const TIME_SLACK = 2
const WINDOW_SLACK_S = 86_400
const ATTEMPTS_MAX = 1_023

/**
 * The digits of a chain in a round. A prefix of the chain: to leave one out and go on would be another order.
 * @param tableCount how many tables are ranked each by itself; 1 where all are ranked together
 */
export function keyLayout(ranking: readonly RankingCriterion[], bounds: RoundBounds, tableCount = 1): KeyLayout {
  const chain = knownWhileOpen(ranking)
  const digits: Digit[] = []
  let room = Math.floor(LIMIT / tableCount)
  for (const criterion of chain) {
    const digit = digitOf(criterion, bounds)
    if (digit.size > room) break
    digits.push(digit)
    room = Math.floor(room / digit.size)
  }
  const tableSize = digits.reduce((product, { size }) => product * size, 1)
  return { digits, leftOut: chain.length - digits.length, tableSize, tableCount }
}

/**
 * Greater is better. Values beyond what the round can bring forth count as the nearest that it can.
 * @param tableIndex from 0 in the order of the tables
 */
export function rankingKey(layout: KeyLayout, result: LiveResult, tableIndex = 0): number {
  const { digits } = layout
  const whole = { ...result, predictionError: null, drawOrder: null }
  let key = 0
  for (const { criterion, low, size } of digits) {
    const from = Math.min(Math.max((levelOf(criterion, whole) ?? 0) - low, 0), size - 1)
    key = key * size + (CRITERION_FACTS[criterion.by].isMoreFirst ? from : size - 1 - from)
  }
  return keysOfTable(layout, tableIndex).least + key
}

/** Which table a key belongs to. */
export function tableIndexOf({ tableSize, tableCount }: KeyLayout, key: number): number {
  return tableCount - 1 - Math.floor(key / tableSize)
}

/** The keys that people of a table can have; the first table has the greatest. */
export function keysOfTable({ tableSize, tableCount }: KeyLayout, tableIndex: number): { least: number; most: number } {
  const least = (tableCount - 1 - tableIndex) * tableSize
  return { least, most: least + tableSize - 1 }
}

function digitOf(criterion: RankingCriterion, bounds: RoundBounds): Digit {
  const { least, most } = rangeOf(criterion, bounds)
  const rest: RankedResult = {
    points: 0,
    rightCount: 0,
    predictionError: null,
    timeUsedS: 0,
    submittedAtMs: 0,
    attemptCount: 0,
    drawOrder: null,
  }
  const { value } = CRITERION_FACTS[criterion.by]
  const low = levelOf(criterion, { ...rest, [value]: least }) ?? 0
  const high = levelOf(criterion, { ...rest, [value]: most }) ?? 0
  return { criterion, low, size: Math.max(1, high - low + 1) }
}

/** The least and the most that a criterion's value can be, in the unit of the value. */
function rangeOf({ by }: RankingCriterion, bounds: RoundBounds): { least: number; most: number } {
  switch (by) {
    case 'points':
      return { least: bounds.minPoints, most: bounds.maxPoints }
    case 'right-items':
      return { least: 0, most: bounds.itemCount }
    case 'time-used':
      return { least: 0, most: bounds.timeLimitS * TIME_SLACK }
    case 'submitted-at': {
      const windowS = Math.ceil((bounds.closesAtMs - bounds.opensAtMs) / 1000) + WINDOW_SLACK_S
      // To the next power of two: the end may be moved a little without another layout.
      return { least: bounds.opensAtMs, most: bounds.opensAtMs + (2 ** Math.ceil(Math.log2(windowS)) - 1) * 1000 }
    }
    case 'attempt-count':
      return { least: 1, most: ATTEMPTS_MAX }
    default:
      throw new RangeError(`${by} is not known while a round is open`)
  }
}
