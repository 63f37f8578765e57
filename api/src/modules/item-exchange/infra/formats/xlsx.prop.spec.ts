import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { itemDraft } from './item-draft.arbitrary.js'
import { SAMPLE_MEDIA } from './media.sample.js'
import { expectRoundTrip } from './round-trip.sample.js'
import { readXlsx, writeXlsx, xlsxLosses } from './xlsx.js'

const items = fc.array(itemDraft(), { minLength: 1, maxLength: 4 })
const locale = fc.constantFrom('vi' as const, 'en' as const)

describe('a sheet of items', () => {
  it('comes back as it was, but for what was declared lost', async () => {
    const xlsx = { write: writeXlsx, read: readXlsx, losses: xlsxLosses }
    await fc.assert(
      fc.asyncProperty(items, locale, (drafts, language) => expectRoundTrip(drafts, xlsx, language)),
      { numRuns: 150 },
    )
  })

  it('is read by another library as the same texts, and nothing in it is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(items, async (drafts) => {
        const written = await writeXlsx({ items: drafts, media: SAMPLE_MEDIA, locale: 'vi' })
        const book = new ExcelJS.Workbook()
        await book.xlsx.load(written.bytes as unknown as ArrayBuffer)
        const sheet = book.getWorksheet('Câu hỏi') as ExcelJS.Worksheet
        expect(sheet.rowCount).toBe(drafts.length + 1)
        const heads = (sheet.getRow(1).values as string[]).slice(1)
        drafts.forEach((draft, at) => {
          const row = sheet.getRow(at + 2)
          expect(row.getCell(heads.indexOf('Mã') + 1).text.replace(/_x005F_/g, '_')).toBe(draft.code)
          row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula))
        })
      }),
      { numRuns: 30 },
    )
  })
})
