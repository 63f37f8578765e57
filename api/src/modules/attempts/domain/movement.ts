/** What opening a place of a one-way paper comes to. */
export type Opening = 'open' | 'already' | 'refused' | 'answer-first'

/**
 * AT-12: a one-way paper opens its places one after the other; the one past the last ends the items. Opening the open one again changes
 * nothing; nothing that is over opens again and nothing is skipped. Where everything must be answered, a place that still takes an answer
 * wants one first.
 */
export function openingOf(paper: {
  openPosition: number
  itemCount: number
  wanted: number
  /** The rules ask for an answer to the open place, it has none, and its clock is not over. */
  isAnswerDue: boolean
}): Opening {
  const { openPosition, itemCount, wanted, isAnswerDue } = paper
  if (wanted === openPosition) return 'already'
  if (wanted !== openPosition + 1 || wanted > itemCount + 1) return 'refused'
  return isAnswerDue ? 'answer-first' : 'open'
}
