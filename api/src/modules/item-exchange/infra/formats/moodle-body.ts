import { escapeHtml, type ItemBody, plainText } from '@thiso/contracts/vocab'
import { mediaAsWords } from './html-media.js'
import { truthIn } from './moodle-answers.js'

/** What GIFT and Moodle XML write alike of a body, and what Moodle's question types cannot say of it. */

/** A choice of a matching question: Moodle shows it in a list of plain words. */
export const plainChoice = (html: string) => plainText(mediaAsWords(html))

/** Can the choices of a matching item be told apart as plain text? `exactly`: and do they lose nothing by it? */
export function hasPlainChoices(body: ItemBody, how: 'apart' | 'exactly' = 'apart'): boolean {
  if (body.type !== 'matching') return true
  const choices = [...body.pairs.map((pair) => pair.choice), ...body.distractors]
  if (how === 'exactly') return choices.every((choice) => escapeHtml(plainChoice(choice)) === choice)
  const plain = choices.map((choice) => plainChoice(choice).toLowerCase())
  return !plain.includes('') && new Set(plain).size === plain.length
}

/**
 * Does Moodle grade the item as we do? It gives parts of the points for parts of a multiple-choice or matching question, always, and
 * compares every mark of a typed word. Its ordering type has both ways; in parts it counts the pairs in the right order, like ours.
 */
export function isGradedAlike(body: ItemBody): boolean {
  if (body.type === 'short-text') return !body.ignoresDiacritics
  return !('grading' in body) || body.type === 'ordering' || body.grading === 'partial'
}

/** Tags for what the question type does not say; Moodle ignores them, our reader does not. */
export function bodyTags(body: ItemBody): string[] {
  const tags: string[] = []
  if (!isGradedAlike(body)) tags.push('grading' in body ? `grading:${body.grading}` : 'diacritics:ignored')
  if (body.type === 'matching') {
    const choices = [...body.pairs.map((pair) => pair.choice), ...body.distractors]
    if (choices.every((choice) => truthIn(plainChoice(choice)) !== undefined)) tags.push('type:matching')
  }
  return tags
}

/**
 * Shares of equal right options in percent, as Moodle lists them: 100 by the number up to ten, above it tens and fives.
 * @returns as many as asked for, adding up to 100
 */
export function rightWeights(count: number): string[] {
  if (count <= 10) return Array.from({ length: count }, () => String(Number((100 / count).toFixed(5))))
  return Array.from({ length: count }, (_, index) => (index < 20 - count ? '10' : '5'))
}

/** Weights of all options of a multiple-choice item: with parts of the points each wrong one takes as much as our own rule does. */
export function optionWeights(body: ItemBody & { type: 'multiple-choice' }): string[] {
  const right = rightWeights(body.keys.length)
  const wrong = body.grading === 'partial' ? rightWeights(body.options.length - body.keys.length)[0] : '100'
  let next = 0
  return body.options.map((_, index) => (body.keys.includes(index) ? (right[next++] as string) : `-${wrong}`))
}
