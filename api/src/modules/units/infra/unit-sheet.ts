import type { Cell, Workbook } from 'exceljs'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { UnitImportIn } from '../domain/unit-import.js'
import { unfoldsWithin } from '../../../platform/files/zip-size.js'

const COLUMNS = [
  { header: 'Mã đơn vị', key: 'code', width: 24 },
  { header: 'Tên đơn vị', key: 'name', width: 44 },
  { header: 'Cấp (tỉnh, huyện, xã, trường, khác)', key: 'kind', width: 34 },
  { header: 'Mã cấp trên', key: 'parentCode', width: 24 },
  { header: 'Có từ ngày', key: 'validFrom', width: 14 },
  { header: 'Có đến ngày', key: 'validTo', width: 14 },
] as const

const MAX_ROWS = 20_000
const MAX_BYTES = 3_000_000
/** What the parts of the file may unfold to; a sheet of 20,000 units needs under 10 MB. */
const MAX_UNPACKED_BYTES = 40_000_000

/** Loaded with the first sheet: most processes never read or write one. */
async function emptyBook(): Promise<Workbook> {
  const { default: ExcelJS } = await import('exceljs')
  return new ExcelJS.Workbook()
}

/** The template that organizers fill in, with an example. */
export async function unitTemplate(): Promise<Buffer> {
  const book = await emptyBook()
  const sheet = book.addWorksheet('Đơn vị')
  sheet.columns = [...COLUMNS]
  sheet.getRow(1).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  sheet.addRow({
    code: 'QNM.TIENPHUOC',
    name: 'Huyện Tiên Phước',
    kind: 'huyện',
    parentCode: 'QNM',
    validFrom: '',
    validTo: '2025-06-30',
  })
  sheet.addRow({
    code: 'QNM.TIENPHUOC.TIENKY',
    name: 'Thị trấn Tiên Kỳ',
    kind: 'xã',
    parentCode: 'QNM.TIENPHUOC',
    validFrom: '',
    validTo: '2025-06-30',
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}

/**
 * Reads the rows of an .xlsx sheet in the template's column order.
 * @throws ProblemError UNIT.IMPORT_UNREADABLE for anything that is not such a sheet
 */
export async function readUnitSheet(content: Buffer): Promise<UnitImportIn[]> {
  if (content.length > MAX_BYTES || !(await unfoldsWithin(content, MAX_UNPACKED_BYTES)))
    throw new ProblemError('UNIT.IMPORT_UNREADABLE')
  const book = await emptyBook()
  try {
    await book.xlsx.load(content as unknown as ArrayBuffer)
  } catch {
    throw new ProblemError('UNIT.IMPORT_UNREADABLE')
  }
  const sheet = book.worksheets[0]
  if (!sheet || sheet.rowCount > MAX_ROWS) throw new ProblemError('UNIT.IMPORT_UNREADABLE')
  const rows: UnitImportIn[] = []
  sheet.eachRow((row, line) => {
    if (line === 1) return
    const [code = '', name = '', kind = '', parentCode = '', validFrom = '', validTo = ''] = COLUMNS.map((_, index) =>
      cellText(row.getCell(index + 1)),
    )
    if (code || name) rows.push({ line, code, name, kind, parentCode, validFrom, validTo })
  })
  return rows
}

function cellText(cell: Cell): string {
  if (cell.value instanceof Date) return cell.value.toISOString().slice(0, 10)
  return cell.text.normalize('NFC').trim()
}
