import type { CognitiveLevel } from '@thiso/contracts/vocab'

/**
 * What an item of a level is expected to bring where neither answers nor the author say more: assumptions of this platform, not
 * measurements; from the first closed round on they count less with every answer.
 */
export const LEVEL_SHARES: Record<CognitiveLevel, number> = {
  recall: 0.85,
  understand: 0.7,
  apply: 0.55,
  'apply-high': 0.4,
}

/** As many answers as the expectation weighs: an item with 20 answers of its own is taken half at its word. */
export const PRIOR_ANSWERS = 20

/** First attempts in earlier rounds that were shown an item, and the share of its points that they gained on average. */
export interface ItemRecord {
  firstCount: number
  firstShare: number
}

/**
 * DR-6: the share of its points that a response to an item is expected to gain: the mean of what was gained, shrunk towards the
 * expectation, (n × gained + 20 × expected) / (n + 20), the posterior mean of a share under a beta prior of weight 20 (for the
 * method see B. Carlin & T. Louis, Bayesian Methods for Data Analysis). Expected is what the author says, else the level's share.
 * @param intendedDifficulty the author's expected share of right answers, in percent; null: not said
 * @returns 0 to 1
 */
export function expectedShareOf(
  item: { level: CognitiveLevel; intendedDifficulty: number | null },
  record: ItemRecord | undefined,
): number {
  const expected = item.intendedDifficulty === null ? LEVEL_SHARES[item.level] : item.intendedDifficulty / 100
  if (!record || record.firstCount === 0) return expected
  const { firstCount, firstShare } = record
  return (firstCount * firstShare + PRIOR_ANSWERS * expected) / (firstCount + PRIOR_ANSWERS)
}
