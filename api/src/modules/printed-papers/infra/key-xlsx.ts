import ExcelJS from 'exceljs'
import type { KeyTable } from '../domain/key-table.js'
import { romanOf } from '../domain/paper-parts.js'

export interface ListedItem {
  itemVersionId: string
  code: string
  typeName: string
  topicName: string
  levelName: string
  points: number
}

/**
 * PP-6: the keys as a sheet: a row for each number, a column for each code; a second sheet tells under which number each code shows each
 * item, a third lists key by key for programs that read answer sheets. Texts are text cells: nothing in them becomes a formula.
 */
export async function keyXlsx(
  title: string,
  codes: readonly string[],
  tables: readonly KeyTable[],
  items: readonly ListedItem[],
  at: Date,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  book.title = title
  book.creator = 'Thi Số'
  book.created = at
  book.modified = at

  const keys = sheetOf(book, 'Đáp án', [['Phần', 7], ['Câu', 7], ...codes.map((code): [string, number] => [code, 14])])
  for (const { ordinal, rows } of tables)
    for (const { number, cells } of rows) keys.addRow([romanOf(ordinal), number, ...cells.map(({ text }) => text)])

  const places = sheetOf(book, 'Vị trí câu', [
    ['Mã câu', 12],
    ['Dạng', 20],
    ['Chủ đề', 22],
    ['Mức độ', 16],
    ['Điểm', 8],
    ...codes.map((code): [string, number] => [code, 9]),
  ])
  for (const item of items)
    places.addRow([
      item.code,
      item.typeName,
      item.topicName,
      item.levelName,
      item.points,
      ...codes.map((_, index) => placeOf(tables, item.itemVersionId, index)),
    ])

  const list = sheetOf(book, 'Danh sách', [
    ['Mã đề', 9],
    ['Phần', 7],
    ['Câu', 7],
    ['Đáp án', 30],
    ['Điểm', 8],
    ['Mã câu', 12],
  ])
  const codeOf = new Map(items.map(({ itemVersionId, code }) => [itemVersionId, code]))
  codes.forEach((code, index) => {
    for (const { ordinal, rows } of tables)
      for (const { number, cells } of rows) {
        const cell = cells[index]
        if (cell)
          list.addRow([code, romanOf(ordinal), number, cell.text, cell.points, codeOf.get(cell.itemVersionId) ?? ''])
      }
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** "II.3" for part and number. */
function placeOf(tables: readonly KeyTable[], itemVersionId: string, codeIndex: number): string {
  for (const { ordinal, rows } of tables)
    for (const { number, cells } of rows)
      if (cells[codeIndex]?.itemVersionId === itemVersionId) return `${romanOf(ordinal)}.${number}`
  return ''
}

function sheetOf(
  book: ExcelJS.Workbook,
  name: string,
  columns: readonly (readonly [header: string, width: number])[],
): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(([header, width]) => ({ header, width }))
  sheet.getRow(1).font = { bold: true }
  return sheet
}
