import { briefly, lackingParts } from '@thiso/kit/item/answers'
import { type OutboxState, shownAnswer } from '../../outbox/core'
import type { PaperData } from '../../session/calls'
import type { AttemptTexts } from '../../texts/use-attempt-texts'

/** One item as the table of all items shows it. */
export interface PaperCell {
  position: number
  type: PaperData['items'][number]['type']
  /** The number a person counts by. */
  number: number
  isBlank: boolean
  isMarked: boolean
  /** The answer in a few characters; '' for one that cannot be said so; null is blank. */
  brief: string | null
  /** Parts of a begun answer that have nothing yet. */
  lacking: number
}

export function cellsOf(
  items: PaperData['items'],
  outbox: OutboxState | null,
  marks: readonly number[],
  truth: { true: string; false: string },
): PaperCell[] {
  return items.map((item, at) => {
    const answer = outbox ? (shownAnswer(outbox, item.position) ?? null) : null
    return {
      position: item.position,
      type: item.type,
      number: at + 1,
      isBlank: answer === null,
      isMarked: marks.includes(item.position),
      brief: briefly(item, answer, truth),
      lacking: lackingParts(item, answer),
    }
  })
}

/** Naming the unfinished ones helps up to here. */
const NAMED = 4

/** "Câu 7 còn thiếu 2 ý." for each answer that was begun and not finished; '' when there is none. */
export function lackingSaid(cells: readonly PaperCell[], t: AttemptTexts): string {
  const unfinished = cells.filter((cell) => cell.lacking > 0)
  const named = unfinished.slice(0, NAMED).map(({ number, lacking }) => t('review.lacking', { number, count: lacking }))
  const rest = unfinished.length - named.length
  return [...named, ...(rest > 0 ? [t('review.lackingMore', { count: rest })] : [])].join(' ')
}

/** An answer in words, for a voice. */
export function answerSaid({ type, brief }: PaperCell, t: AttemptTexts): string {
  if (brief === null) return t('review.blank')
  switch (type) {
    case 'single-choice':
    case 'multiple-choice':
    case 'true-false':
      return t('review.chosen', { answer: brief })
    case 'true-false-group':
    case 'matching':
      return t('review.parts', { answer: brief })
    case 'short-text':
    case 'number':
      return t('review.typed', { answer: brief })
    case 'ordering':
      return t('review.ordered')
  }
}
