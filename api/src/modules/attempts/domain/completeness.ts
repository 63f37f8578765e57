import type { ItemResponse } from '@thiso/contracts/vocab'
import { PREDICTION_PLACE } from './prediction.js'

/**
 * AT-13: the places of a paper without an answer, the prediction (place 0) last of all, since it is asked last.
 * @param asksPrediction whether this attempt asks for a prediction
 */
export function blankPlaces(
  itemCount: number,
  responses: ReadonlyMap<number, ItemResponse>,
  asksPrediction: boolean,
): number[] {
  const isBlank = (position: number) => (responses.get(position)?.length ?? 0) === 0
  const items = Array.from({ length: itemCount }, (_, index) => index + 1).filter(isBlank)
  return asksPrediction && isBlank(PREDICTION_PLACE) ? [...items, PREDICTION_PLACE] : items
}

/**
 * AT-13: which blanks keep a paper from being submitted: those that can still be answered. On a one-way paper a place that is over cannot,
 * and nobody is kept waiting for it; the attempt is then not ranked.
 * @param openPosition of a one-way paper; null: everything is open
 * @param isOpenOver the clock of the open place has run out
 */
export function blanksToFill(blanks: readonly number[], openPosition: number | null, isOpenOver: boolean): number[] {
  return blanks.filter(
    (position) => position === PREDICTION_PLACE || openPosition === null || (position === openPosition && !isOpenOver),
  )
}
