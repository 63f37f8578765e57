import { foldedName } from './seat-name.js'

export type LineProblem = 'empty' | 'too-long' | 'no-letters' | 'twice'

const MOST_NAME = 60
/** Column heads that lists of schools begin with. */
const HEADS = new Set(['ho va ten', 'ho ten', 'ten', 'hoc sinh', 'ho va ten hoc sinh', 'name', 'full name', 'stt'])

/**
 * CR-61: names from what was pasted: one a line; of lines with several columns the first with two words or more, else the first with
 * letters; numbers in front and column heads are left out.
 * @returns names in their order, and the lines that are no name, with why
 */
export function readRoster(pasted: string): { names: string[]; left: { line: string; why: LineProblem }[] } {
  const names: string[] = []
  const left: { line: string; why: LineProblem }[] = []
  const seen = new Set<string>()
  for (const line of pasted.normalize('NFC').split(/\r?\n/)) {
    if (line.trim() === '') continue
    const name = nameIn(line)
    if (HEADS.has(foldedName(name))) continue
    const why = problemOf(name, seen)
    if (why) left.push({ line: line.trim().slice(0, 120), why })
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
    .map((cell) =>
      cell
        .replace(/^\s*\d+[.)\s]*/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((cell) => /\p{L}/u.test(cell))
  const [first = '', second = ''] = cells
  // A list with the family name and the given name in two columns.
  if (cells.length >= 2 && !second.includes(' ') && /^\p{Lu}/u.test(second) && !/\d/.test(second))
    return `${first} ${second}`
  return cells.find((cell) => cell.includes(' ')) ?? first
}

function problemOf(name: string, seen: ReadonlySet<string>): LineProblem | null {
  if (name === '') return 'no-letters'
  if ([...name].length > MOST_NAME) return 'too-long'
  return seen.has(foldedName(name)) ? 'twice' : null
}
