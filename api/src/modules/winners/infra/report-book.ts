import type { Cell } from '../../../platform/files/table-files.js'

export interface BookSheet {
  name: string
  columns: { header: string; width: number }[]
  rows: readonly Cell[][]
}

/** Some small tables as the sheets of one workbook; texts are text cells, so nothing in them is a formula. */
export async function workbook(sheets: readonly BookSheet[], at: Date): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  book.created = at
  for (const { name, columns, rows } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map(({ width }) => ({ width }))
    sheet.addRow(columns.map(({ header }) => header)).font = { bold: true }
    for (const row of rows) sheet.addRow([...row])
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}
