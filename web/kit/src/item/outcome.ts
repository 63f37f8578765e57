export type Outcome = 'right' | 'partly' | 'wrong' | 'blank'

/** What became of an answer, in one word. A blank one is never called wrong. */
export function outcomeOf(item: { isRight: boolean; isAnswered: boolean; share: number }): Outcome {
  if (item.isRight) return 'right'
  if (!item.isAnswered) return 'blank'
  return item.share > 0 ? 'partly' : 'wrong'
}
