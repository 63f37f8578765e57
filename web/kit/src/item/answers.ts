import { type AnswerLine, isTyped, lineOf, picksOf, plainText } from '@thiso/contracts/vocab'
import { type PlayedItem, letterOf, wordsIn } from './item'
import type { Locale } from '../text/format'

/**
 * Answers as the line that is sent (`AnswerLine`): what an act makes of a line, and what a line means. Picks are always written in the
 * order of the paper, so that the same answer is the same line however one came to it.
 */

/** The line of picks in the order of the paper. */
const lineInOrder = (picks: ReadonlyMap<string, string>, parts: PlayedItem['options']): AnswerLine | null =>
  lineOf(parts.flatMap(({ token }) => (picks.has(token) ? [[token, picks.get(token) ?? ''] as const] : [])))

/** The line after `token` got `pick`; null takes the pick away. */
export function withPick(
  line: AnswerLine | null,
  parts: PlayedItem['options'],
  token: string,
  pick: string | null,
): AnswerLine | null {
  const picks = picksOf(line)
  if (pick === null) picks.delete(token)
  else picks.set(token, pick)
  return lineInOrder(picks, parts)
}

/** A line from elsewhere as this page writes it; an order that was given and what was typed stay as they are. */
export function asWrittenHere(
  { type, options }: Pick<PlayedItem, 'type' | 'options'>,
  line: AnswerLine | null,
): AnswerLine | null {
  return line === null || isTyped(type) || type === 'ordering' ? line : lineInOrder(picksOf(line), options)
}

/** The line after one of several options was ticked or unticked. */
export function toggled(line: AnswerLine | null, options: PlayedItem['options'], token: string): AnswerLine | null {
  return withPick(line, options, token, picksOf(line).has(token) ? null : '')
}

/** The entries in the order of a line; before any answer, and for a line that is not of this item, in the order of the paper. */
export function orderedBy<P extends { token: string }>(line: AnswerLine | null, entries: readonly P[]): P[] {
  const given = [...picksOf(line).keys()].flatMap((token) => entries.filter((entry) => entry.token === token))
  return given.length === entries.length ? given : [...entries]
}

export const orderLine = (entries: readonly { token: string }[]): AnswerLine | null =>
  lineOf(entries.map((entry) => [entry.token, '']))

/** How many parts of a begun answer have nothing yet; an answer that is blank or whole lacks none. */
export function lackingParts({ type, options }: Pick<PlayedItem, 'type' | 'options'>, line: AnswerLine | null): number {
  if (line === null || (type !== 'true-false-group' && type !== 'matching')) return 0
  const picks = picksOf(line)
  return options.filter((option) => !picks.has(option.token)).length
}

/** An answer in a few characters, for a table of all items: "B", "A, C", "Đúng", "3/4", "3,5"; '' for an order; null is blank. */
export function briefly(
  item: Pick<PlayedItem, 'type' | 'options'>,
  line: AnswerLine | null,
  truth: { true: string; false: string },
): string | null {
  if (line === null) return null
  if (isTyped(item.type)) return line
  const picks = picksOf(line)
  const picked = item.options.flatMap((option, index) => (picks.has(option.token) ? [index] : []))
  switch (item.type) {
    case 'single-choice':
    case 'multiple-choice':
      return picked.map(letterOf).join(', ')
    case 'true-false':
      return picked[0] === 0 ? truth.true : truth.false
    case 'true-false-group':
    case 'matching':
      return `${picked.length}/${item.options.length}`
    default:
      return ''
  }
}

/** Choices so short that they can stand on their buttons themselves, instead of a letter that points to them. */
export function fitOnButtons(choices: PlayedItem['choices'], language: Locale): boolean {
  return choices.every(({ text }) => {
    const { words } = wordsIn(text, language)
    return words.length <= SHORT && words === plainText(words)
  })
}
const SHORT = 18
