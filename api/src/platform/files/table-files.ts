import { PassThrough, Readable } from 'node:stream'
import { csvLine, UTF8_MARK } from '../../kernel/csv.js'

export interface Column {
  header: string
  width: number
}
export type Cell = string | number | null

/**
 * A table as a CSV stream that Excel and LibreOffice read as UTF-8. Whoever breaks the download off ends the reading of the
 * rows too, so that they give back what they hold.
 */
export function csvStream(columns: readonly Column[], rows: AsyncIterable<readonly Cell[][]>): Readable {
  async function* lines() {
    yield UTF8_MARK + csvLine(columns.map((column) => column.header))
    for await (const page of rows) if (page.length > 0) yield page.map(csvLine).join('')
  }
  return Readable.from(lines(), { objectMode: false })
}

/** The same as an .xlsx stream. Texts are written as text cells, so nothing in them can become a formula. */
export function xlsxStream(
  title: string,
  columns: readonly Column[],
  rows: AsyncIterable<readonly Cell[][]>,
): Readable {
  const out = new PassThrough()
  const write = async () => {
    // Loaded with the first sheet: most processes never write one.
    const { default: ExcelJS } = await import('exceljs')
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
    const sheet = book.addWorksheet(tabName(title), {
      views: [{ state: 'frozen', ySplit: 1 }],
    })
    sheet.columns = columns.map((column) => ({ width: column.width }))
    const header = sheet.addRow(columns.map((column) => column.header))
    header.font = { bold: true }
    header.commit()
    for await (const page of rows) {
      for (const cells of page) sheet.addRow([...cells]).commit()
      if (out.destroyed) return
      if (out.writableNeedDrain) await drained(out)
    }
    sheet.commit()
    await book.commit()
  }
  void write().catch((error) => out.destroy(error))
  return out
}

/** At most 31 characters, none of those that Excel forbids, no apostrophe at either end, no half of a character. */
function tabName(title: string): string {
  return title
    .replace(/[*?:\\/[\]]/g, ' ')
    .slice(0, 31)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/^[' ]+|[' ]+$/g, '')
}

function drained(stream: PassThrough): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('drain', resolve)
    stream.once('close', () => reject(new Error('the download was broken off')))
  })
}
