export interface Score {
  /** One for each right item (SC-1). */
  points: number
  maxPoints: number
  answeredCount: number
  /** 1-based positions that are right. */
  rightPositions: number[]
}

/**
 * SC-1: one point for an item whose chosen option is the key; nothing is taken off for a wrong or a blank one.
 * @param itemVersionIds the paper's items by place
 * @param keys author index of the right option by item version
 * @param responses chosen author indices by 1-based position
 * @throws Error when a key is missing: a score must never be guessed
 */
export function scoreAttempt(
  itemVersionIds: readonly string[],
  keys: ReadonlyMap<string, number>,
  responses: ReadonlyMap<number, readonly number[]>,
): Score {
  const rightPositions: number[] = []
  let answeredCount = 0
  itemVersionIds.forEach((itemVersionId, index) => {
    const key = keys.get(itemVersionId)
    if (key === undefined) throw new Error(`no key for item version ${itemVersionId}`)
    const response = responses.get(index + 1)
    if (!response || response.length === 0) return
    answeredCount++
    if (response.length === 1 && response[0] === key) rightPositions.push(index + 1)
  })
  return { points: rightPositions.length, maxPoints: itemVersionIds.length, answeredCount, rightPositions }
}

/**
 * SC-2: the time used, in whole seconds rounded down, from the start to the submission, never past the deadline: what arrives
 * in the grace after the bell is not counted as slower than the bell.
 * @param startedAt, submittedAt, deadlineAt ms since 1970
 */
export function timeUsedS(startedAt: number, submittedAt: number, deadlineAt: number): number {
  return Math.max(0, Math.floor((Math.min(submittedAt, deadlineAt) - startedAt) / 1000))
}
