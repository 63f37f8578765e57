import type { ItemResponse, RoundRules } from '@thiso/contracts/vocab'

export interface Score {
  /** What was gained less what was lost plus the bonus, in hundredths, never below 0 (SC-1, SC-5, SC-6). */
  points: number
  /** The sum of the items' points: the most that answers can bring. */
  maxPoints: number
  answeredCount: number
  /** 1-based positions that are wholly right. */
  rightPositions: number[]
  /** What speed added, and what wrong and blank answers cost, in points. */
  bonus: number
  penalty: number
}

/** One place of a paper: which item, and its points (absent: one). */
export interface ScoredPlace {
  itemVersionId: string
  points?: number | undefined
}

/** How much of its time the answer to a place took, from 0 to 1; the same for all places where only the paper has a clock. */
export type UsedShare = (position: number) => number

const NO_RULES: RoundRules['scoring'] = { wrongPenalty: 0, blankPenalty: 0, speedBonus: 0 }

/**
 * The score of a paper, summed in hundredths, so that adding in another order gives the same.
 * - SC-1: a response gains its share (SC-4) of the item's points, rounded half up to hundredths item by item.
 * - SC-5: one that gains nothing and is not blank costs `wrongPenalty` of them, a blank `blankPenalty`, rounded likewise.
 * - SC-6: the bonus for speed comes on top (`speedBonusOf`).
 * The sum is never below 0.
 * @param paper the items by place
 * @param keys by item version
 * @param responses by 1-based position
 * @param grade the share that a response gains, 0 to 1, in hundredths at the finest
 * @throws Error when a key is missing: a score must never be guessed
 */
export function scoreAttempt<K>(
  paper: readonly ScoredPlace[],
  keys: ReadonlyMap<string, K>,
  responses: ReadonlyMap<number, ItemResponse>,
  grade: (key: K, response: ItemResponse) => number,
  rules: RoundRules['scoring'] = NO_RULES,
  usedShare: UsedShare = () => 1,
): Score {
  const right: { points: number; usedShare: number }[] = []
  const rightPositions: number[] = []
  let answeredCount = 0
  let [gained, lost, most] = [0, 0, 0]
  paper.forEach(({ itemVersionId, points = 1 }, index) => {
    const key = keys.get(itemVersionId)
    if (key === undefined) throw new Error(`no key for item version ${itemVersionId}`)
    most += hundredths(points)
    const response = responses.get(index + 1)
    if (!response || response.length === 0) {
      lost += shareOf(points, rules.blankPenalty)
      return
    }
    answeredCount++
    const share = grade(key, response)
    if (hundredths(share) === 0) lost += shareOf(points, rules.wrongPenalty)
    else gained += shareOf(points, share)
    if (share === 1) {
      rightPositions.push(index + 1)
      right.push({ points, usedShare: usedShare(index + 1) })
    }
  })
  const maxPoints = most / 100
  const bonus = speedBonusOf(rules.speedBonus, maxPoints, right)
  return {
    points: Math.max(0, gained - lost + hundredths(bonus)) / 100,
    maxPoints,
    answeredCount,
    rightPositions,
    bonus,
    penalty: lost / 100,
  }
}

/**
 * SC-6: B · Σ points · (1 − t / T) / Σ all points over the items that are wholly right, rounded down to hundredths: at most B, all of it
 * only for a perfect paper in no time. Since B is less than the points of the least item, one more right item (instead of one that gained
 * nothing) always outweighs any speed.
 * @param bonus B, in points
 * @param maxPoints the sum of all items' points
 * @param right of each right item its points and the share of its time that was used
 */
export function speedBonusOf(
  bonus: number,
  maxPoints: number,
  right: readonly { points: number; usedShare: number }[],
): number {
  if (bonus <= 0 || maxPoints <= 0) return 0
  const saved = right.reduce((sum, { points, usedShare }) => sum + points * (1 - clamped(usedShare)), 0)
  // The millionth keeps a bonus that is whole from falling to the hundredth below by a binary fraction.
  return Math.floor((hundredths(bonus) * saved) / maxPoints + 1e-6) / 100
}

/** A share of an item's points, in hundredths, rounded half up; points and shares are whole hundredths themselves. */
function shareOf(points: number, share: number): number {
  return Math.floor((hundredths(points) * hundredths(share) + 50) / 100)
}

function hundredths(value: number): number {
  return Math.round(value * 100)
}

function clamped(share: number): number {
  return Math.min(1, Math.max(0, share))
}
