import { foldedName } from './seat-name.js'

export type LineProblem = 'empty' | 'too-long' | 'no-letters' | 'no-number'

export interface Roster {
  /** Namesakes stand as often as the list has them. */
  names: string[]
  /** What is no name, with why. */
  left: { line: string; why: LineProblem }[]
}

const GENDERS = new Set(['nam', 'nu', 'male', 'female', 'm', 'f'])
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
 * CR-61: names from what was pasted: one a line; of lines with several columns the first with two words or more, together with a given
 * name in the column beside it, else the first with letters; numbers in front and column heads are left out.
 * @returns names in their order, and the lines that are no name, with why
 */
export function readRoster(pasted: string): Roster {
  const lines = pasted
    .normalize('NFC')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ line, ...partsOf(line) }))
  // Where the second column says boy or girl of everybody, it holds no given names.
  const beside = lines.flatMap(({ given }) => given || [])
  const isGender = beside.length > 1 && beside.every((given) => GENDERS.has(foldedName(given)))
  return rosterOf(
    lines.map(({ line, first, given }) => ({ line, name: given && !isGender ? `${first} ${given}` : first })),
  )
}

/** CR-61: what a list of candidates comes to: names in their order, namesakes too, since classes have them; heads of columns are left out without a word. */
export function rosterOf(candidates: readonly { line: string; name: string; isNumbered?: boolean }[]): Roster {
  const names: string[] = []
  const left: Roster['left'] = []
  for (const { line, name, isNumbered = true } of candidates) {
    if (HEADS.has(foldedName(name))) continue
    const why = isNumbered ? problemOf(name) : 'no-number'
    if (why) left.push({ line: line.trim().slice(0, MOST_LINE), why })
    else names.push(name)
  }
  return { names, left }
}

/** The name of a line, and what stands in the column beside it if that may be a given name; '' otherwise. */
function partsOf(line: string): { first: string; given: string } {
  const cells = line.split(/[\t;]|\s*,\s*/).map(tidied)
  const withLetters = cells.filter((cell) => /\p{L}/u.test(cell))
  const first = withLetters.find((cell) => cell.includes(' ')) ?? withLetters[0] ?? ''
  const beside = cells[cells.indexOf(first) + 1] ?? ''
  return { first, given: /^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(beside) ? beside : '' }
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

function problemOf(name: string): LineProblem | null {
  if (!/\p{L}/u.test(name)) return 'no-letters'
  return [...name].length > MOST_NAME ? 'too-long' : null
}
