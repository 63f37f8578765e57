import type { ExportLoss, ItemDraft, ReadRow } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { mapTexts } from './draft-texts.js'
import type { Losses, Reader, Writer } from './format.js'
import { hasMedia, mediaAsWords } from './html-media.js'
import { nameKey } from './item-names.js'
import { type Sheet, textOfCell } from './sheet/cell.js'
import { type ColumnId, columnName, type Heads, LETTERS, readHeads } from './sheet/columns.js'
import { readRow } from './sheet/read-row.js'
import { readSheets } from './sheet/read-sheets.js'
import { fitsCell } from './sheet/rich-cell.js'
import { cellsOf, columnsFor } from './sheet/write-row.js'
import { type SheetPlan, writeWorkbook, XLSX_MIME } from './sheet/write-workbook.js'

/** How far down a head is looked for: titles may stand above it. */
const HEAD_ROWS = 20
/** Sheets of the template that are there to be read by people. */
const NOT_ITEMS = new Set(['vi du', 'examples', 'example', 'huong dan', 'guide', 'instructions', 'danh muc', 'lists'])

/**
 * Reads sheets of items: our template, or any sheet whose head names a question with options, a key or a type. Several sheets are read
 * one after another.
 */
export const readXlsx: Reader = async (bytes) => {
  const sheets = readSheets(bytes)
  return { rows: readItemSheets(sheets), media: new Map(sheets.flatMap(({ media }) => [...media])), encoding: null }
}

/** @throws ProblemError UPLOAD.NO_ITEMS when no sheet is one of items */
export function readItemSheets(sheets: readonly Sheet[]): ReadRow[] {
  const own = sheets.filter(({ name }) => !NOT_ITEMS.has(nameKey(name)))
  const rows = own.flatMap(rowsOf)
  const found = rows.length > 0 ? rows : sheets.flatMap(rowsOf)
  if (found.length === 0) throw new ProblemError('UPLOAD.NO_ITEMS')
  return found
}

function rowsOf(sheet: Sheet): ReadRow[] {
  const at = sheet.rows.slice(0, HEAD_ROWS).findIndex((row) => readHeads(Array.from(row.cells, textOfCell)) !== null)
  const heads = at >= 0 ? readHeads(Array.from(sheet.rows[at]?.cells ?? [], textOfCell)) : guessedHeads(sheet)
  if (!heads) return []
  const stem = heads.columns.get('stem') ?? 0
  const title = at >= 0 ? textOfCell(sheet.rows[at]?.cells[stem]) : ''
  return sheet.rows.slice(at + 1).flatMap((row) => {
    // A head that is repeated, as on printed pages.
    if (title !== '' && textOfCell(row.cells[stem]) === title) return []
    const read = readRow(row, heads, sheet.name)
    return read ? [read] : []
  })
}

/** A sheet without a head: a question, its options, and a letter at the end; a number may stand before them. */
function guessedHeads(sheet: Sheet): Heads | null {
  const sample = sheet.rows.slice(0, 30).map((row) => Array.from(row.cells, textOfCell))
  const ends = sample.map((cells) => cells.findLastIndex((text) => text !== ''))
  const end = ends[0] ?? -1
  const isKeyed =
    sample.filter((cells, at) => ends[at] === end && /^[A-F](?:\s*[,;]\s*[A-F])*$/i.test(cells[end] ?? '')).length >=
    sample.length * 0.8
  const isNumbered = sample.every((cells) => /^\d{0,4}\.?$/.test(cells[0] ?? ''))
  const stem = isNumbered ? 1 : 0
  if (!isKeyed || end - stem < 3 || end - stem > LETTERS.length) return null
  const options = Array.from({ length: end - stem - 1 }, (_, at): [ColumnId, number] => [`option${at}`, stem + 1 + at])
  return { columns: new Map<ColumnId, number>([['stem', stem], ...options, ['key', end]]), isEnglish: false }
}

export const writeXlsx: Writer = async ({ items, locale }) => {
  const bytes = writeWorkbook([itemSheet(items, locale, locale === 'vi' ? 'Câu hỏi' : 'Questions')])
  return { bytes, extension: 'xlsx', mime: XLSX_MIME }
}

/** Items as a sheet, its head in the language that is asked for. */
export function itemSheet(items: readonly ItemDraft[], locale: 'vi' | 'en', name: string, least = 4): SheetPlan {
  const columns = columnsFor(items, least)
  const rows = items.map((item) => {
    const cells = cellsOf(item, locale)
    return columns.map((id) => cells.get(id))
  })
  const head = columns.map((id) => ({ text: columnName(id, locale) }))
  return { name, headRows: 1, rows: [head, ...rows], widths: columns.map(widthOf) }
}

export function widthOf(id: ColumnId): number {
  if (id === 'stem' || id === 'stemEn') return 48
  if (id === 'explanation' || id === 'explanationEn' || id === 'sources') return 36
  if (id.startsWith('option')) return 24
  return id === 'type' || id === 'topic' || id === 'grading' || id === 'tags' ? 20 : 13
}

/** Cells hold text with simple looks; pictures, sounds and layout stay behind. */
export const xlsxLosses: Losses = (item) => sheetLosses(item, fitsCell)

/** @param fits does a cell hold all of a rich text? */
export function sheetLosses(item: ItemDraft, fits: (html: string) => boolean): ExportLoss[] {
  const losses = new Set<ExportLoss>()
  mapTexts(item, (html) => {
    if (hasMedia(html)) losses.add('media_lost')
    if (!fits(mediaAsWords(html))) losses.add('rich_text_lost')
    return html
  })
  return [...losses]
}
