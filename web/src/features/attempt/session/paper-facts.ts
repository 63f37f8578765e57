import { isTyped } from '@thiso/contracts/vocab'
import { asWrittenHere } from '@thiso/kit/item/answers'
import type { PaperFacts } from '../outbox/core'
import type { PaperData } from './calls'

export function factsOf(paper: PaperData): PaperFacts {
  const items = new Map(paper.items.map((item) => [item.position, item]))
  return {
    lastSeq: paper.attempt.lastSeq,
    // The server may name the same picks in another order; taken for another answer, they would look like somebody else's.
    responses: paper.responses.map(({ position, answer, savedAt }) => {
      const item = items.get(position)
      // What is over on a one-way paper, and the prediction, have no item here.
      return { position, answer: item ? asWrittenHere(item, answer) : answer, savedAt: Date.parse(savedAt) }
    }),
    tokens: Object.fromEntries([
      ...paper.items.map((item) => [item.position, tokensOf(item)] as const),
      ...(asksPrediction(paper) ? [[PREDICTION_PLACE, null] as const] : []),
    ]),
  }
}

/** Where the prediction stands among the places: before all items. */
export const PREDICTION_PLACE = 0

/** Does this attempt ask for a prediction, or does an earlier one hold? */
export const asksPrediction = (paper: Pick<PaperData, 'rules' | 'heldPrediction'>) =>
  paper.rules.prediction !== null && paper.heldPrediction === null

function tokensOf({ type, options, choices }: PaperData['items'][number]): string[] | null {
  if (isTyped(type)) return null
  // What a statement is answered with has no token of its own.
  const truths = type === 'true-false-group' ? ['1', '0'] : []
  return [...[...options, ...choices].map(({ token }) => token), ...truths]
}
