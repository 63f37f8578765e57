import { picksOf } from '@thiso/contracts/vocab'
import type { PlayedItem, ReviewedItem } from '@thiso/kit/item/item'
import type { Known } from './seat-state'

/**
 * The review of a place, which is the same for everybody, with the own answer in it: the server tells each phone only what the answer
 * brought, so that the reveal stays one message for all.
 */
export function withOwnAnswer(
  review: ReviewedItem,
  item: Pick<PlayedItem, 'options' | 'choices'>,
  line: string | null,
  outcome: NonNullable<Known['told']>['outcome'],
): ReviewedItem {
  if (line === null) return review
  const picks = picksOf(line)
  const gained = { isAnswered: true, share: outcome?.share ?? 0, isRight: outcome?.isRight ?? false }
  const chosen = review.options.map((option, index) => ({
    ...option,
    isChosen: picks.has(item.options[index]?.token ?? ''),
  }))
  const order = [...picks.keys()]
  const parts = review.parts.map((part, index) => {
    const given = givenAt({ ...item, type: review.type }, picks, order, line, index)
    if (given === null) return { ...part, given, isRight: false }
    const isTyped = review.type === 'short-text' || review.type === 'number'
    return { ...part, given, isRight: isTyped ? gained.isRight : given.vi === part.right.vi }
  })
  return { ...review, ...gained, options: chosen, parts }
}

function givenAt(
  { type, options, choices }: Pick<PlayedItem, 'type' | 'options' | 'choices'>,
  picks: ReadonlyMap<string, string>,
  order: readonly string[],
  line: string,
  index: number,
) {
  switch (type) {
    case 'true-false-group': {
      const mark = picks.get(options[index]?.token ?? '')
      return mark === undefined ? null : mark === '1' ? { vi: 'true', en: 'true' } : { vi: 'false', en: 'false' }
    }
    case 'matching': {
      const chosen = picks.get(options[index]?.token ?? '')
      return choices.find(({ token }) => token === chosen)?.text ?? null
    }
    case 'ordering':
      return options.find(({ token }) => token === order[index])?.text ?? null
    default:
      // What was typed is text, never markup.
      return { vi: line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'), en: '' }
  }
}
