import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { bareDraft } from './draft-texts.js'
import { itemDraft } from './item-draft.arbitrary.js'
import { SAMPLE_MEDIA } from './media.sample.js'
import { expectRoundTrip } from './round-trip.sample.js'
import { makeZip, openZip } from './safe-zip.js'
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

  it('with its parts cut, doubled or changed is read or refused, never a failure', async () => {
    const draft = bareDraft({ type: 'single-choice', stem: '<b>Một</b>?', options: ['a', 'b'], key: 0 })
    const whole = openZip((await writeXlsx({ items: [draft, draft], media: SAMPLE_MEDIA, locale: 'vi' })).bytes)
    const names = ['xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/styles.xml', 'xl/_rels/workbook.xml.rels']
    const change = fc.record({
      name: fc.constantFrom(...names),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(60),
      put: fc.constantFrom(
        '',
        '<c r="ZZZ1"><v>1e999</v></c>',
        '<c><v>x</v></c>',
        '<row r="-1">',
        '</row>',
        ' t="s"',
        '<f>1</f>',
        '<mergeCell ref="A1:A99999"/>',
        '&x;',
        '\u0001',
        'r="A1048577"',
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const parts = new Map(whole)
        for (const { name, at, length, put } of changes) {
          const text = new TextDecoder().decode(parts.get(name))
          const from = Math.floor(at * text.length)
          parts.set(name, new TextEncoder().encode(text.slice(0, from) + put + text.slice(from + length)))
        }
        try {
          await readXlsx(makeZip(parts))
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError)
        }
      }),
      { numRuns: 300 },
    )
  })
})
