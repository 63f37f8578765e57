import { escapeHtml, type ItemBody, type ItemProblem } from '@thiso/contracts/vocab'
import type { TagContent } from './draft-tags.js'

/** What GIFT and Moodle XML share: both describe the question types of Moodle. */

/** An answer with its share of the points, in percent. */
export interface Weighed {
  weight: number
  /** As written, for telling about it. */
  text: string
  value: string
  tolerance: string
}

/** A decimal number with point or comma; null for everything else. */
export function decimalIn(text: string): number | null {
  const match = /^([+-]?)(\d+(?:[.,]\d*)?|[.,]\d+)(e[+-]?\d{1,3})?$/i.exec(
    text.replace(/[\s\u2212]/g, (one) => (one === '−' ? '-' : '')),
  )
  if (!match) return null
  const value = Number(`${match[1]}${(match[2] as string).replace(',', '.')}${match[3] ?? ''}`)
  return Number.isFinite(value) ? value || 0 : null
}

/** Middle and half width of a range, without the dust of binary fractions. */
export function rangeOf(from: string, to: string): { value: string; tolerance: string } {
  const [min, max] = [decimalIn(from), decimalIn(to)]
  if (min === null || max === null) return { value: '', tolerance: '' }
  return { value: tidy((min + max) / 2), tolerance: tidy(Math.abs(max - min) / 2) }
}

const tidy = (value: number) => String(Number(value.toPrecision(12)))

/**
 * The one number that is right; of several the first with all the points, the others are told as part_ignored.
 * @returns value null (as NaN's stand-in) when there is none
 */
export function numberIn(answers: readonly Weighed[], problems: ItemProblem[]): { value: number; tolerance: number } {
  const numbers = answers.filter((answer) => answer.text !== '*' && answer.weight > 0)
  const best = heaviest(numbers)
  const right = numbers.find((answer) => answer.weight === best)
  for (const other of numbers) if (other !== right) problems.push({ code: 'part_ignored', detail: other.text })
  const value = decimalIn(right?.value ?? '')
  const tolerance = decimalIn(right?.tolerance || '0')
  if (value === null || tolerance === null) {
    if (right) problems.push({ code: 'unreadable', detail: right.text.slice(0, 60) })
    return { value: null as unknown as number, tolerance: 0 }
  }
  return { value, tolerance: Math.abs(tolerance) }
}

/**
 * The texts that get all the points. `*` stands for any text in Moodle: an answer that is nothing else catches the wrong ones and is
 * passed over, one that holds it is told as part_ignored, like those that get a part of the points.
 */
export function acceptedOf(answers: readonly { weight: number; text: string }[], problems: ItemProblem[]): string[] {
  const given = answers.filter((answer) => answer.text !== '' && answer.text !== '*' && answer.weight > 0)
  const best = heaviest(given)
  const accepted: string[] = []
  for (const { weight, text } of given) {
    if (weight < best || /(?<!\\)\*/.test(text)) problems.push({ code: 'part_ignored', detail: text })
    else accepted.push(text.replace(/\\\*/g, '*'))
  }
  return [...new Set(accepted)]
}

const heaviest = (answers: readonly { weight: number }[]) =>
  answers.reduce((most, answer) => Math.max(most, answer.weight), 0)

/** An accepted text as Moodle compares it: with `*` as the sign that it is. */
export const acceptedAsPattern = (text: string) => text.replace(/\*/g, '\\*')

const TRUTHS = new Map([
  ['đúng', true],
  ['đ', true],
  ['true', true],
  ['t', true],
  ['yes', true],
  ['sai', false],
  ['s', false],
  ['false', false],
  ['f', false],
  ['no', false],
])

/** What a word says of a statement; undefined for other words. */
export function truthIn(word: string): boolean | undefined {
  return TRUTHS.get(word.trim().toLowerCase().replace(/\.$/, ''))
}

/**
 * Prompts with their choices as a matching item; when all choices say true or false, as a group of statements.
 * @param pairs `prompt` is HTML, `choice` plain text; without a prompt the choice belongs to none
 */
export function groupOf(
  stem: string,
  pairs: readonly { prompt: string; choice: string }[],
  tags: TagContent,
): ItemBody {
  const asked = pairs.filter((pair) => pair.prompt !== '')
  if (pairs.length > 0 && pairs.every((pair) => truthIn(pair.choice) !== undefined) && tags.type !== 'matching') {
    return {
      type: 'true-false-group',
      stem,
      statements: asked.map(({ prompt, choice }) => ({ text: prompt, isTrue: truthIn(choice) === true })),
      grading: tags.grading ?? 'partial',
    }
  }
  const used = new Set(asked.map((pair) => pair.choice))
  return {
    type: 'matching',
    stem,
    pairs: asked.map(({ prompt, choice }) => ({ prompt, choice: escapeHtml(choice) })),
    distractors: [
      ...new Set(
        pairs.filter((pair) => pair.prompt === '' && !used.has(pair.choice)).map((pair) => escapeHtml(pair.choice)),
      ),
    ].filter((choice) => choice !== ''),
    grading: tags.grading === 'all-or-nothing' ? 'all-or-nothing' : 'partial',
  }
}
