import { foldedName } from './seat-name.js'

export type LineProblem = 'empty' | 'too-long' | 'no-letters' | 'twice' | 'no-number'

export interface Roster {
  names: string[]
  /** What is no name, with why. */
  left: { line: string; why: LineProblem }[]
}

const MOST_NAME = 60
const MOST_LINE = 120
/** Column heads that lists of schools begin with. */
const HEADS = new Set([
  'ho va ten',
  'ho ten',
  'ten',
  'hoc sinh',
  'ho va ten hoc sinh',
  'ho ten hoc sinh',
  'ten hoc sinh',
  'name',
  'full name',
  'stt',
  'tt',
])

/**
 * CR-61: names from what was pasted: one a line; of lines with several columns the first with two words or more, else the first with
 * letters; numbers in front and column heads are left out.
 * @returns names in their order, and the lines that are no name, with why
 */
export function readRoster(pasted: string): Roster {
  return rosterOf(
    pasted
      .normalize('NFC')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => ({ line, name: nameIn(line) })),
  )
}

/** CR-61: what a list of candidates comes to: each name once, in its order; heads of columns are left out without a word. */
export function rosterOf(candidates: readonly { line: string; name: string; isNumbered?: boolean }[]): Roster {
  const names: string[] = []
  const left: Roster['left'] = []
  const seen = new Set<string>()
  for (const { line, name, isNumbered = true } of candidates) {
    if (HEADS.has(foldedName(name))) continue
    const why = isNumbered ? problemOf(name, seen) : 'no-number'
    if (why) left.push({ line: line.trim().slice(0, MOST_LINE), why })
    else {
      names.push(name)
      seen.add(foldedName(name))
    }
  }
  return { names, left }
}

function nameIn(line: string): string {
  const cells = line
    .split(/[\t;]|\s*,\s*/)
    .map(tidied)
    .filter((cell) => /\p{L}/u.test(cell))
  const [first = '', second = ''] = cells
  // A list with the family name and the given name in two columns.
  if (cells.length >= 2 && !second.includes(' ') && /^\p{Lu}/u.test(second) && !/\d/.test(second))
    return `${first} ${second}`
  return cells.find((cell) => cell.includes(' ')) ?? first
}

/** A cell without a number in front, without what cannot be seen, with single spaces. */
export function tidied(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replace(/^\s*\d+[.)\s]*/, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

function problemOf(name: string, seen: ReadonlySet<string>): LineProblem | null {
  if (!/\p{L}/u.test(name)) return 'no-letters'
  if ([...name].length > MOST_NAME) return 'too-long'
  return seen.has(foldedName(name)) ? 'twice' : null
}
