import { typeset } from '../../kernel/typeset.js'
import type { Text } from './document.js'

/** A piece of text, ready to be set: only `\n` parts its lines. */
export interface SetRun {
  text: string
  bold?: true
  italic?: true
  href?: string
}

/** Zero-width signs, which print nothing, and the marks of direction. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
/** What neither XML 1.0 nor a font knows: control signs but for white space, and what is no character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udfff]/gu

/** Text in NFC whose only white space are single spaces, no-break spaces and `\n`. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\v|\f/g, '\n')
    .replace(NO_TEXT, '')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(/[^\S\n\u00a0\u202f]+/g, ' ')
}

/** A text as it is set in print (`typeset`), with quotation marks that pair over its runs. */
export function setRuns(text: Text): SetRun[] {
  const runs = (typeof text === 'string' ? [text] : text).map((run) =>
    typeof run === 'string' ? { text: cleanText(run) } : { ...run, text: cleanText(run.text) },
  )
  const whole = typeset(runs.map((run) => run.text).join(''))
  let at = 0
  return runs.map((run) => {
    const from = at
    at += run.text.length
    return { ...run, text: whole.slice(from, at) }
  })
}

/** A text as it is set, without its runs. */
export function setString(text: Text): string {
  return setRuns(text)
    .map((run) => run.text)
    .join('')
}

/** The letters that mark points of a clause in Viet Nam: đ follows d; f, j, w and z are left out. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy'

/** The mark of an entry. @param number from 1 */
export function markOf(marks: 'number' | 'letter' | 'dash' | 'bullet', number: number): string {
  switch (marks) {
    case 'number':
      return `${number}.`
    case 'letter':
      return `${letters(number)})`
    case 'dash':
      return '–'
    case 'bullet':
      return '•'
  }
}

function letters(number: number): string {
  const index = (number - 1) % LETTERS.length
  const before = Math.floor((number - 1) / LETTERS.length)
  return `${before > 0 ? letters(before) : ''}${LETTERS[index]}`
}
