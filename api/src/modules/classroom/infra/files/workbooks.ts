import ExcelJS from 'exceljs'
import { isFormulaLike } from '../../../../kernel/csv.js'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { unfoldsWithin } from '../../../../platform/files/zip-size.js'

export type SheetCell = string | number | null

export interface BookSheet {
  name: string
  columns: { header: string; width: number; format?: 'percent' | 'fraction' }[]
  rows: readonly (readonly SheetCell[])[]
}

const MOST_ROWS = 5_000
const MOST_COLUMNS = 60
/** What the parts of the file may unfold to: a class list has some kilobytes. */
const MOST_UNFOLDED = 30_000_000
const FORMATS = { percent: '0%', fraction: '0.00' } as const

/**
 * Tables as the sheets of one workbook. Texts are text cells, so nothing in them is a formula; one that begins like a formula stays text
 * also when somebody edits it.
 */
export async function workbookOf(sheets: readonly BookSheet[], at: Date): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.created = at
  book.modified = at
  for (const { name, columns, rows } of sheets) {
    const sheet = book.addWorksheet(name.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map(({ width }) => ({ width }))
    columns.forEach(({ format }, index) => {
      if (format) sheet.getColumn(index + 1).numFmt = FORMATS[format]
    })
    const header = sheet.addRow(columns.map(({ header: text }) => plain(text)))
    header.font = { bold: true }
    header.alignment = { wrapText: true, vertical: 'top' }
    for (const row of rows) {
      const cells = sheet.addRow(row.map((cell) => (typeof cell === 'string' ? plain(cell) : cell)))
      row.forEach((cell, index) => {
        if (typeof cell === 'string' && isFormulaLike(cell)) cells.getCell(index + 1).numFmt = '@'
      })
    }
  }
  return Uint8Array.from(Buffer.from(await book.xlsx.writeBuffer()))
}

/**
 * The texts of an .xlsx file; what a cell shows, not what it computes.
 * @throws ProblemError CLASS.SHEET_UNREADABLE for anything else, or more than any class list has
 */
export async function readWorkbook(bytes: Uint8Array): Promise<string[][][]> {
  if (!(await unfoldsWithin(Buffer.from(bytes), MOST_UNFOLDED))) throw new ProblemError('CLASS.SHEET_UNREADABLE')
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer, { ignoreNodes: ['dataValidations', 'drawing'] })
  } catch {
    throw new ProblemError('CLASS.SHEET_UNREADABLE')
  }
  return book.worksheets.map((sheet) => {
    const rows: string[][] = []
    sheet.eachRow((row) => {
      if (rows.length >= MOST_ROWS) throw new ProblemError('CLASS.SHEET_UNREADABLE')
      const count = Math.min(row.cellCount, MOST_COLUMNS)
      rows.push(Array.from({ length: count }, (_, index) => textOf(row.getCell(index + 1))))
    })
    return rows
  })
}

function textOf(cell: ExcelJS.Cell): string {
  try {
    // A date is never a name; its text would only be longer.
    return cell.value instanceof Date ? '' : String(cell.text ?? '').slice(0, 400)
  } catch {
    return ''
  }
}

/** What XML takes and a cell holds. */
function plain(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, ' ').slice(0, 32_000)
}
