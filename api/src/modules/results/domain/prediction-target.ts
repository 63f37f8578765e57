import type { RoundRules } from '@thiso/contracts/vocab'

/** How many took part and how many were perfect, by people and by attempts. */
export interface Turnout {
  people: number
  attempts: number
  /** People one of whose attempts that may count was wholly right. */
  perfectPeople: number
  perfectAttempts: number
}

/**
 * RS-6: the number that the prediction question asked for.
 * @param everybody whoever took part
 * @param remaining the same without people who were left out of the ranking
 * @returns null where the rules have no prediction
 */
export function predictionTarget(
  prediction: RoundRules['prediction'],
  everybody: Turnout,
  remaining: Turnout,
): number | null {
  if (!prediction) return null
  const turnout = prediction.countsDisqualified ? everybody : remaining
  if (prediction.target === 'participants') return prediction.unit === 'people' ? turnout.people : turnout.attempts
  return prediction.unit === 'people' ? turnout.perfectPeople : turnout.perfectAttempts
}
