import type { ItemKey, ItemQuestion } from '@thiso/contracts/vocab'

/** Can a key be that of a question: of its type, with as many parts, pointing to what is there? */
export function keyFits(key: ItemKey, question: Pick<ItemQuestion, 'type' | 'options' | 'choices'>): boolean {
  if (key.type !== question.type) return false
  const count = question.options.length
  const isSet = (indices: readonly number[], size: number) =>
    new Set(indices).size === indices.length && indices.every((index) => index < size)
  switch (key.type) {
    case 'single-choice':
      return key.option < count
    case 'multiple-choice':
      return key.optionCount === count && isSet(key.options, count)
    case 'true-false-group':
      return key.truths.length === count
    case 'ordering':
      return key.order.length === count && isSet(key.order, count)
    case 'matching':
      return key.choiceOf.length === count && isSet(key.choiceOf, question.choices.length)
    case 'true-false':
    case 'short-text':
    case 'number':
      return true
  }
}
