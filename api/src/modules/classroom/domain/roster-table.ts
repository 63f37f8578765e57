import { foldedName } from './seat-name.js'
import { type Roster, rosterOf, tidied } from './roster.js'

const FULL = new Set([
  'ho va ten',
  'ho ten',
  'ho va ten hoc sinh',
  'ho ten hoc sinh',
  'ho va ten hs',
  'ho ten hs',
  'ten hoc sinh',
  'hoc sinh',
  'ho va ten thi sinh',
  'full name',
  'fullname',
  'name',
  'student',
  'student name',
  'pupil',
])
const FAMILY = new Set([
  'ho',
  'ho dem',
  'ho va dem',
  'ho ten dem',
  'ho va ten dem',
  'ho va chu dem',
  'ho lot',
  'ho va ten lot',
  'ho va chu lot',
  'last name',
  'surname',
  'family name',
])
const GIVEN = new Set(['ten', 'ten goi', 'first name', 'given name'])
const NUMBER = new Set(['stt', 'tt', 'so tt', 'so thu tu', 'no', 'number'])
/** Titles of a school and a class stand above the table. */
const HEAD_ROWS = 40

interface Columns {
  /** The row of the heads; -1: there is none. */
  head: number
  /** Where the name stands, in this order. */
  name: number[]
  number: number | null
}

/**
 * CR-61: names from a sheet: the column with the head "Họ và tên" or the like, or the two of family and given name; a head that lies over
 * two columns names both. Without such a head the column in which most cells look like a name. Nothing of the other columns is kept.
 * Where the lines are numbered, a line without a number (sums, who signs) is none of the list.
 * @param rows cells as texts
 * @returns null when no column holds names
 */
export function readRosterTable(rows: readonly (readonly string[])[]): Roster | null {
  const columns = headed(rows) ?? unheaded(rows)
  if (!columns) return null
  const lines = rows.slice(columns.head + 1).flatMap((row) => {
    const name = columns.name
      .map((at) => tidied(row[at] ?? ''))
      .filter((part) => part !== '')
      .join(' ')
    if (name === '') return []
    return [{ line: name, name, hasNumber: columns.number !== null && /^\s*\d+\s*$/.test(row[columns.number] ?? '') }]
  })
  const isNumberedList = lines.filter(({ hasNumber }) => hasNumber).length * 2 > lines.length
  const roster = rosterOf(
    lines.map(({ line, name, hasNumber }) => ({ line, name, isNumbered: !isNumberedList || hasNumber })),
  )
  return roster.names.length > 0 ? roster : null
}

function headed(rows: readonly (readonly string[])[]): Columns | null {
  for (const [head, row] of rows.slice(0, HEAD_ROWS).entries()) {
    const heads = row.map(foldedName)
    const find = (words: ReadonlySet<string>) => heads.findIndex((text) => words.has(text))
    const [full, family, given, number] = [find(FULL), find(FAMILY), find(GIVEN), find(NUMBER)]
    const own = { head, number: number < 0 ? null : number }
    if (full >= 0) return { ...own, name: [full, ...spread(rows, head, full, heads)] }
    if (family >= 0 && given >= 0) return { ...own, name: [family, given] }
    // "Tên" alone is a head where another column is one too; a sheet of a single column may begin with it as well.
    if (given >= 0 && (number >= 0 || row.length === 1)) return { ...own, name: [given] }
  }
  return null
}

/** The column beside a name's, if the head lies over both: it repeats the head or has none, and holds given names. */
function spread(rows: readonly (readonly string[])[], head: number, full: number, heads: readonly string[]): number[] {
  const beside = full + 1
  const text = heads[beside] ?? ''
  if (text !== '' && text !== heads[full] && !GIVEN.has(text)) return []
  const cells = rows.slice(head + 1).flatMap((row) => (tidied(row[full] ?? '') === '' ? [] : [row[beside] ?? '']))
  const given = cells.filter((cell) => /^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(cell.normalize('NFC').trim()))
  return given.length * 2 > cells.length ? [beside] : []
}

function unheaded(rows: readonly (readonly string[])[]): Columns | null {
  const width = Math.max(0, ...rows.map((row) => row.length))
  let best: { at: number; count: number } | null = null
  for (let at = 0; at < width; at++) {
    const count = rows.filter((row) => looksLikeName(row[at] ?? '')).length
    if (count > (best?.count ?? 0)) best = { at, count }
  }
  // A few words somewhere are no list.
  return best && best.count * 2 > rows.filter((row) => row.some((cell) => cell.trim() !== '')).length
    ? { head: -1, name: [best.at], number: null }
    : null
}

function looksLikeName(cell: string): boolean {
  const text = tidied(cell)
  return /^\p{Lu}[\p{L}\p{M}'’.-]*( [\p{L}\p{M}'’.-]+){1,7}$/u.test(text) && text.length <= 60
}
