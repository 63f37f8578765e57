import { ITEM_TYPES } from '@thiso/contracts/vocab'
import ExcelJS from 'exceljs'
import { bareDraft } from './draft-texts.js'
import { makeTemplate } from './template.js'
import { readXlsx } from './xlsx.js'

const EXAMPLES = [
  bareDraft({ type: 'single-choice', stem: 'Một?', options: ['a', 'b', 'c', 'd'], key: 2 }),
  bareDraft({
    type: 'matching',
    stem: 'Hai?',
    pairs: [
      { prompt: 'p', choice: 'q' },
      { prompt: 'r', choice: 's' },
    ],
    distractors: ['t'],
    grading: 'partial',
  }),
  {
    ...bareDraft({ type: 'number', stem: 'Ba?', value: 1.5, tolerance: 0.5, unit: 'km' }),
    topic: 'concepts' as const,
    level: 'recall' as const,
  },
]

describe.each(['vi', 'en'] as const)('the template in %s', (locale) => {
  const load = async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(makeTemplate(locale, EXAMPLES).bytes as unknown as ArrayBuffer)
    return workbook
  }

  it('has a sheet to fill in, examples, a guide and a hidden list', async () => {
    const names =
      locale === 'vi' ? ['Câu hỏi', 'Ví dụ', 'Hướng dẫn', 'Danh mục'] : ['Questions', 'Examples', 'Guide', 'Danh mục']
    expect((await load()).worksheets.map(({ name, state }) => [name, state])).toEqual(
      names.map((name, at) => [name, at === 3 ? 'hidden' : 'visible']),
    )
  })

  it('offers lists for type, topic, level and grading', async () => {
    const [sheet, , , lists] = (await load()).worksheets as [
      ExcelJS.Worksheet,
      ExcelJS.Worksheet,
      ExcelJS.Worksheet,
      ExcelJS.Worksheet,
    ]
    const heads = (sheet.getRow(1).values as string[]).slice(1)
    const listed = ['type', 'topic', 'level', 'grading'].map(
      (_, at) =>
        (locale === 'vi' ? ['Loại', 'Chủ đề', 'Mức độ', 'Chấm'] : ['Type', 'Topic', 'Level', 'Grading'])[at] as string,
    )
    for (const [at, head] of listed.entries()) {
      const cell = sheet.getCell(2, heads.indexOf(head) + 1)
      expect(cell.dataValidation).toMatchObject({ type: 'list', allowBlank: true })
      expect(cell.dataValidation.formulae[0]).toContain(`$${'ABCD'.charAt(at)}$1`)
    }
    expect(lists.getColumn(1).values.slice(1)).toHaveLength(ITEM_TYPES.length)
  })

  it('when filled in is read, and its examples are not', async () => {
    const workbook = await load()
    const sheet = workbook.worksheets[0] as ExcelJS.Worksheet
    const heads = (sheet.getRow(1).values as string[]).slice(1)
    const fill = (head: string, value: ExcelJS.CellValue) => {
      sheet.getCell(2, heads.indexOf(head) + 1).value = value
    }
    fill(locale === 'vi' ? 'Câu hỏi' : 'Question', 'Của tôi?')
    fill('A', 'a')
    fill('B', 'b')
    fill(locale === 'vi' ? 'Đáp án' : 'Key', 'B')
    fill(locale === 'vi' ? 'Chủ đề' : 'Topic', locale === 'vi' ? 'An toàn mạng' : 'Cyber safety')
    const { rows } = await readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      problems: [],
      draft: { topic: 'cyber-safety', body: { stem: 'Của tôi?', key: 1 } },
    })
  })

  it('sent back empty gives its examples, so that nobody wonders', async () => {
    const { rows } = await readXlsx(makeTemplate(locale, EXAMPLES).bytes)
    expect(rows.map(({ draft }) => draft)).toEqual(EXAMPLES)
  })
})
