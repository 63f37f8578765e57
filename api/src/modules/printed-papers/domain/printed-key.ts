import type { ItemKey } from '@thiso/contracts/vocab'
import type { FormPlace } from './make-forms.js'

/** A, B, C, … for options. */
export function letterOf(index: number): string {
  return String.fromCharCode(65 + index)
}

/** a, b, c, … for statements, entries and choices. */
export function smallLetterOf(index: number): string {
  return String.fromCharCode(97 + index)
}

/** A number as Vietnamese papers write it: decimal comma, no grouping. */
export function writtenNumber(value: number): string {
  return String(value).replace('.', ',').replace('-', '−')
}

/**
 * PP-6: the key of one place in the letters of its code: "B"; "A, C"; "Đ S S Đ" in the order of the statements; accepted texts parted by
 * " | "; a number with its tolerance; entries in the right order "c → a → b"; "1–c; 2–a" for prompts and their choices.
 * @param unit of a number
 */
export function printedKey(key: ItemKey, { optionOrder, choiceOrder }: FormPlace, unit = ''): string {
  const shown = (index: number) => optionOrder.indexOf(index)
  switch (key.type) {
    case 'single-choice':
      return letterOf(shown(key.option))
    case 'multiple-choice':
      return key.options
        .map(shown)
        .sort((a, b) => a - b)
        .map(letterOf)
        .join(', ')
    case 'true-false':
      return truthOf(key.isTrue)
    case 'true-false-group':
      return optionOrder.map((index) => truthOf(key.truths[index] ?? false)).join(' ')
    case 'short-text':
      return key.accepted.join(' | ')
    case 'number': {
      const tolerance = key.tolerance === 0 ? '' : ` (± ${writtenNumber(key.tolerance)})`
      return `${writtenNumber(key.value)}${unit === '' ? '' : ` ${unit}`}${tolerance}`
    }
    case 'ordering':
      return key.order.map((index) => smallLetterOf(shown(index))).join(' → ')
    case 'matching':
      return optionOrder
        .map((prompt, place) => `${place + 1}–${smallLetterOf(choiceOrder.indexOf(key.choiceOf[prompt] ?? -1))}`)
        .join('; ')
  }
}

function truthOf(isTrue: boolean): string {
  return isTrue ? 'Đ' : 'S'
}
