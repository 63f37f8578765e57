import ExcelJS from 'exceljs'
import { readXlsx } from '../xlsx.js'

/** Workbooks for specs, written by another library than ours. */

export type Value = ExcelJS.CellValue | undefined

export async function book(
  rows: Value[][],
  change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => {},
) {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Câu hỏi')
  for (const row of rows) sheet.addRow(row)
  change(sheet, workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
export const read = async (rows: Value[][], change?: Parameters<typeof book>[1]) =>
  (await readXlsx(await book(rows, change))).rows
