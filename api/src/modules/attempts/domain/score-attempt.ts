import type { ItemResponse } from '@thiso/contracts/vocab'

export interface Score {
  /** The sum of the shares gained, in hundredths (SC-1). */
  points: number
  maxPoints: number
  answeredCount: number
  /** 1-based positions that are wholly right. */
  rightPositions: number[]
}

/**
 * SC-1: every item of a round is worth one point, of which a response gains its share (SC-4); nothing is taken off for a wrong or a
 * blank one. The sum is in hundredths, so adding in another order gives the same.
 * @param itemVersionIds the paper's items by place
 * @param keys by item version
 * @param responses by 1-based position
 * @param grade the share that a response gains, 0 to 1
 * @throws Error when a key is missing: a score must never be guessed
 */
export function scoreAttempt<K>(
  itemVersionIds: readonly string[],
  keys: ReadonlyMap<string, K>,
  responses: ReadonlyMap<number, ItemResponse>,
  grade: (key: K, response: ItemResponse) => number,
): Score {
  const rightPositions: number[] = []
  let answeredCount = 0
  let hundredths = 0
  itemVersionIds.forEach((itemVersionId, index) => {
    const key = keys.get(itemVersionId)
    if (key === undefined) throw new Error(`no key for item version ${itemVersionId}`)
    const response = responses.get(index + 1)
    if (!response || response.length === 0) return
    answeredCount++
    const share = grade(key, response)
    hundredths += Math.round(share * 100)
    if (share === 1) rightPositions.push(index + 1)
  })
  return { points: hundredths / 100, maxPoints: itemVersionIds.length, answeredCount, rightPositions }
}

/**
 * SC-2: the time used, in whole seconds rounded down, from the start to the submission, never past the deadline: what arrives
 * in the grace after the bell is not counted as slower than the bell.
 * @param startedAt, submittedAt, deadlineAt ms since 1970
 */
export function timeUsedS(startedAt: number, submittedAt: number, deadlineAt: number): number {
  return Math.max(0, Math.floor((Math.min(submittedAt, deadlineAt) - startedAt) / 1000))
}
