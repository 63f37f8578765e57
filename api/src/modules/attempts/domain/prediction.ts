import type { ItemResponse, PredictionPer } from '@thiso/contracts/vocab'

/** The place of the prediction in the log of an attempt: before all items. */
export const PREDICTION_PLACE = 0

const MOST = 10_000_000

/**
 * AT-15: a prediction as typed: digits, also in groups of three parted by stops or spaces, from 0 to ten million.
 * @returns the digits alone, as they are recorded; null for blank; undefined for what is no such number
 */
export function readPrediction(line: string | null): string | null | undefined {
  const typed = (line ?? '').trim()
  if (typed === '') return null
  if (!/^\d{1,3}([. \u00a0]\d{3})*$/.test(typed) && !/^\d{1,8}$/.test(typed)) return undefined
  const value = Number(typed.replace(/\D/g, ''))
  return value <= MOST ? String(value) : undefined
}

/**
 * AT-15: the prediction that holds for an attempt. Where a person predicts once in the round, the first one given holds and later
 * attempts do not ask; else each attempt has its own.
 * @param earlier what the person's earlier attempts of the round recorded, in the order of their numbers
 * @returns null: it is asked
 */
export function heldPrediction(per: PredictionPer, earlier: readonly (number | null)[]): number | null {
  return per === 'person' ? (earlier.find((prediction) => prediction !== null) ?? null) : null
}

/** The prediction that the events of an attempt leave. */
export function predictionOf(responses: ReadonlyMap<number, ItemResponse>): number | null {
  const recorded = responses.get(PREDICTION_PLACE)
  return typeof recorded === 'string' && /^\d+$/.test(recorded) ? Number(recorded) : null
}
