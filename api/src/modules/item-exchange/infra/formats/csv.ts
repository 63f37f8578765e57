import { parse } from 'csv-parse/sync'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { decodeText } from './decode-text.js'
import type { Losses, Reader, Writer } from './format.js'
import type { Cell, SheetRow } from './sheet/cell.js'
import { columnName, readHeads } from './sheet/columns.js'
import { htmlOfRuns, NO_LOOK, runsOfHtml, textOfRuns } from './sheet/rich-cell.js'
import { cellsOf, columnsFor, plainContent } from './sheet/write-row.js'
import { readItemSheets, sheetLosses } from './xlsx.js'

/** The columns of our sheet as text, parted by commas, semicolons or tabs. */

const DELIMITERS = [',', ';', '\t', '|'] as const
const HEAD_LINES = 20
const RECORD_MAX = 400_000

/**
 * Reads text with a line for each item, in any of the usual encodings and delimiters.
 * @throws ProblemError UPLOAD.ENCODING, UPLOAD.UNREADABLE (`reason`: the line), UPLOAD.NO_ITEMS
 */
export const readCsv: Reader = async (bytes) => {
  const { text, encoding } = decodeText(bytes)
  // Excel reads and writes a first line that names the delimiter.
  const hint = /^\s*"?sep=(.)"?\r?\n/i.exec(text)
  const content = hint ? text.slice(hint[0].length) : text
  const records = recordsOf(content, (hint?.[1] as string | undefined) ?? delimiterOf(content))
  const rows = records.map((record, at): SheetRow => ({ number: at + 1 + (hint ? 1 : 0), cells: record.map(cellOf) }))
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== undefined))
  return {
    rows: readItemSheets([{ name: '', rows: filled, media: new Map() }]),
    media: new Map(),
    encoding: encoding === 'utf-8' ? null : encoding,
  }
}

/** The delimiter under which the first lines are a head of a sheet of items, otherwise the one that parts them most. */
export function delimiterOf(text: string): string {
  const start = text.split(/\r\n?|\n/, HEAD_LINES).join('\n')
  const tries = DELIMITERS.map((delimiter) => {
    const records = recordsOf(start, delimiter, true)
    const width = records.length === 0 ? 0 : records.reduce((sum, record) => sum + record.length, 0) / records.length
    return { delimiter, width, isHead: records.some((record) => readHeads(record) !== null) }
  })
  const best = tries.toSorted((a, b) => Number(b.isHead) - Number(a.isHead) || b.width - a.width)[0]
  return best?.delimiter ?? ','
}

function recordsOf(text: string, delimiter: string, isCut = false): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      // A quotation mark within a text that does not begin with one is just that.
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: RECORD_MAX,
    }) as string[][]
  } catch (error) {
    // The first lines may end within a quoted text.
    if (isCut) return text.split('\n').map((line) => line.split(delimiter))
    const line = (error as { lines?: number }).lines
    throw new ProblemError('UPLOAD.UNREADABLE', { reason: line === undefined ? 'CSV' : `CSV, ${line}` })
  }
}

function cellOf(text: string): Cell | undefined {
  const plain = unguarded(text).trim()
  return plain === ''
    ? undefined
    : { runs: [{ text: plain, look: NO_LOOK }], value: null, isDay: false, isFormula: false }
}

const FORMULA_START = /^'*[=+\-@\t\r]/

/** A text that a spreadsheet would take for a formula gets an apostrophe before it, one more than it has. */
export function guarded(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text
}

export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text) ? text.slice(1) : text
}

/** With the mark by which Excel knows UTF-8. */
export const writeCsv: Writer = async ({ items, locale }) => {
  const columns = columnsFor(items, 4)
  const lines = items.map((item) => {
    const cells = cellsOf(item, locale)
    return columns.map((id) => {
      const content = cells.get(id)
      if (!content) return ''
      const text = plainContent(content, plainCell, locale)
      return quoted('number' in content ? text : guarded(text))
    })
  })
  const head = columns.map((id) => quoted(columnName(id, locale)))
  const text = [head, ...lines].map((line) => `${line.join(',')}\r\n`).join('')
  return { bytes: new TextEncoder().encode(`\ufeff${text}`), extension: 'csv', mime: 'text/csv' }
}

function quoted(text: string): string {
  return /[",;\t\r\n|]/.test(text) || text !== text.trim() ? `"${text.replace(/"/g, '""')}"` : text
}

/** A rich text as the plain text of a cell. */
function plainCell(html: string): string {
  return textOfRuns(runsOfHtml(html))
}

function fits(html: string): boolean {
  return htmlOfRuns([{ text: plainCell(html), look: NO_LOOK }]) === html
}

export const csvLosses: Losses = (item) => sheetLosses(item, fits)
