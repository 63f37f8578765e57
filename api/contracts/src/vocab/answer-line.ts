import type { ItemType } from './items.js'

/**
 * A participant's answer as one line of text, in the opaque tokens of the paper (AT-10):
 * single-choice, true-false: one token · multiple-choice: the chosen tokens · ordering: every token in the order given, parted by spaces
 * · true-false-group: `token=1` (true) or `token=0` (false), parted by spaces · matching: `token=token` (prompt, choice), parted by
 * spaces · short-text, number: what was typed.
 */
export type AnswerLine = string

/** @returns what was picked for each token of a line: `''` where the token stands alone */
export function picksOf(line: AnswerLine | null): Map<string, string> {
  const picks = new Map<string, string>()
  for (const part of (line ?? '').split(' ')) {
    if (part === '') continue
    const at = part.indexOf('=')
    if (at < 0) picks.set(part, '')
    else picks.set(part.slice(0, at), part.slice(at + 1))
  }
  return picks
}

/** The line of picks; null when nothing is picked. */
export function lineOf(picks: Iterable<readonly [token: string, pick: string]>): AnswerLine | null {
  const parts = [...picks].map(([token, pick]) => (pick === '' ? token : `${token}=${pick}`))
  return parts.length === 0 ? null : parts.join(' ')
}

/** Is the answer typed rather than picked? */
export function isTyped(type: ItemType): boolean {
  return type === 'short-text' || type === 'number'
}
