import { readFileSync } from 'node:fs'
import path from 'node:path'
import { escapeHtml, type ItemDraft } from '@thiso/contracts/vocab'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { bareDraft } from './draft-texts.js'
import { itemDraft } from './item-draft.arbitrary.js'
import { withoutLost } from './item-draft.comparison.js'
import { kahootLosses, readKahoot, writeKahoot } from './kahoot.js'
import { isQuiz, quizOf } from './kahoot-quiz.js'
import { SAMPLE_MEDIA } from './media.sample.js'

const HEAD = [
  '',
  'Question - max 120 characters',
  'Answer 1 - max 75 characters',
  'Answer 2 - max 75 characters',
  'Answer 3 - max 75 characters',
  'Answer 4 - max 75 characters',
  'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
  'Correct answer(s) - choose at least one',
]

async function book(sheets: Record<string, ExcelJS.CellValue[][]>) {
  const workbook = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name)
    for (const row of rows) sheet.addRow(row)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
const read = async (...rows: ExcelJS.CellValue[][]) =>
  (
    await readKahoot(
      await book({ Sheet1: [[], ['', 'Quiz template'], ['', 'Add questions'], [], [], [], [], HEAD, ...rows] }),
    )
  ).rows

/** What of an item its row in Kahoot holds. */
function carried(draft: ItemDraft): ItemDraft {
  const { body } = draft
  if (!isQuiz(body)) throw new Error('no quiz')
  const { stem, answers, right } = quizOf(body, 'vi')
  const shown = { stem: escapeHtml(stem) }
  if (body.type === 'true-false') return { ...draft, body: { ...body, ...shown } }
  const options = answers.map(escapeHtml)
  return {
    ...draft,
    body:
      body.type === 'single-choice'
        ? { ...body, ...shown, options, key: right[0] as number }
        : { ...body, ...shown, options, keys: right },
  }
}

describe('the sheet of Kahoot', () => {
  it('comes back as what was declared to be carried', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(itemDraft(), { minLength: 1, maxLength: 6 }), async (drafts) => {
        const kept = drafts.filter((draft) => !kahootLosses(draft).includes('type_not_carried'))
        const written = await writeKahoot({ items: drafts, media: SAMPLE_MEDIA, locale: 'vi' })
        if (kept.length === 0) return
        const { rows } = await readKahoot(written.bytes)
        rows.forEach(({ draft, problems }, at) => {
          const original = kept[at] as ItemDraft
          const losses = kahootLosses(original)
          expect(problems).toEqual([])
          expect(draft).toEqual(
            withoutLost(
              carried(original),
              losses.filter((loss) => loss !== 'rich_text_lost'),
            ),
          )
          if (losses.length === 0) expect(draft).toEqual(original)
        })
        expect(rows).toHaveLength(kept.length)
      }),
    )
  })

  it.each([
    [
      'one right answer',
      ['Một?', 'a', 'b', 'c', 'd', 20, '2'],
      { type: 'single-choice', options: ['a', 'b', 'c', 'd'], key: 1 },
    ],
    ['the number of one', ['Một?', 'a', 'b', 'c', 'd', 20, 2], { type: 'single-choice', key: 1 }],
    ['two answers', ['Một?', 'a', 'b', '', '', 20, '1'], { type: 'single-choice', options: ['a', 'b'], key: 0 }],
    [
      'several right answers',
      ['Một?', 'a', 'b', 'c', 'd', 20, '1,3'],
      { type: 'multiple-choice', keys: [0, 2], grading: 'all-or-nothing' },
    ],
    ['several, with spaces', ['Một?', 'a', 'b', 'c', 'd', 20, '1, 3, 4'], { type: 'multiple-choice', keys: [0, 2, 3] }],
    [
      'several that Excel took for a number',
      ['Một?', 'a', 'b', 'c', 'd', 20, 1.3],
      { type: 'multiple-choice', keys: [0, 2] },
    ],
    [
      'several that Excel took for thousands',
      ['Một?', 'a', 'b', 'c', 'd', 20, 124],
      { type: 'multiple-choice', keys: [0, 1, 3] },
    ],
    ['true or false', ['Trời xanh', 'True', 'False', '', '', 20, '2'], { type: 'true-false', isTrue: false }],
    [
      'answers that are numbers',
      ['1 + 1?', 1, 2, 3.5, '', 20, '2'],
      { type: 'single-choice', options: ['1', '2', '3,5'], key: 1 },
    ],
  ] as [string, ExcelJS.CellValue[], object][])('reads %s', async (_, row, body) => {
    const rows = await read([1, ...row])
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ place: 'Sheet1!B9', problems: [], draft: { body } })
  })

  it.each([
    ['no key', ['Một?', 'a', 'b', '', '', 20, ''], ['key_missing']],
    ['a key beyond', ['Một?', 'a', 'b', '', '', 20, '4'], ['key_out_of_range']],
    ['an answer left out', ['Một?', 'a', '', 'c', '', 20, '1'], ['option_empty']],
    ['no question', ['', 'a', 'b', '', '', 20, '1'], ['stem_missing']],
    ['a formula', [{ formula: 'A1' }, 'a', 'b', '', '', 20, '1'], ['formula_cell']],
  ] as [string, ExcelJS.CellValue[], string[]][])('says of a row with %s what is wrong', async (_, row, codes) => {
    expect((await read([1, ...row]))[0]?.problems.map(({ code }) => code)).toEqual(codes)
  })

  it('skips empty rows', async () => {
    expect(
      (await read([1, 'Một?', 'a', 'b', '', '', 20, '1'], [2], [3, 'Hai?', 'a', 'b', '', '', 20, '2'])).map(
        ({ place }) => place,
      ),
    ).toEqual(['Sheet1!B9', 'Sheet1!B11'])
  })

  it('is written with Kahoot’s own heads in row 8', async () => {
    const draft = bareDraft({ type: 'single-choice', stem: 'Một?', options: ['a', 'b'], key: 1 })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(
      (await writeKahoot({ items: [draft], media: new Map(), locale: 'vi' })).bytes as unknown as ArrayBuffer,
    )
    const sheet = workbook.worksheets[0] as ExcelJS.Worksheet
    expect((sheet.getRow(8).values as string[]).slice(2)).toEqual(HEAD.slice(1))
    expect((sheet.getRow(9).values as unknown[]).slice(1)).toEqual([1, 'Một?', 'a', 'b', undefined, undefined, 20, '2'])
  })

  it('reads a sheet as Kahoot gives it', async () => {
    const kept = readFileSync(path.resolve(__dirname, '../../../../../../test/data/items/kahoot/quiz.xlsx'))
    const { rows } = await readKahoot(kept)
    expect(rows.map(({ draft, problems }) => [draft.body.type, problems])).toEqual([
      ['single-choice', []],
      ['multiple-choice', []],
      ['true-false', []],
    ])
  })
})

describe('what goes beyond Kahoot', () => {
  const long = 'dữ liệu '.repeat(40).trim()
  it.each([
    ['a short item', {}, []],
    ['a long stem', { stem: long }, ['text_cut']],
    ['a long option', { options: [long, 'b'] }, ['text_cut']],
    ['five options', { options: ['a', 'b', 'c', 'd', 'e'] }, ['options_cut']],
    ['bold words', { stem: 'Việc <b>nào</b>?' }, ['rich_text_lost']],
    ['a formula', { stem: 'Tính \\(x^2\\)' }, ['formula_lost']],
    ['a picture', { stem: 'Hình <img src="media:a" alt="nào">?' }, ['media_lost']],
  ])('is declared: %s', (_, change, losses) => {
    expect(
      kahootLosses(bareDraft({ type: 'single-choice', stem: 'Một?', options: ['a', 'b'], key: 1, ...change })),
    ).toEqual(losses)
  })

  it('of an item besides its question is declared', () => {
    const draft = bareDraft({
      type: 'multiple-choice',
      stem: 'x',
      options: ['a', 'b'],
      keys: [0, 1],
      grading: 'partial',
    })
    const full = {
      ...draft,
      explanation: 'y',
      topic: 'concepts' as const,
      validFrom: '2026-01-01',
      sources: [{ document: 'z', locator: '', url: '', role: 'basis' as const }],
      translations: { en: { stem: 'x', texts: ['a', 'b'], explanation: '' } },
    }
    expect(kahootLosses(full)).toEqual([
      'explanation_lost',
      'translations_lost',
      'sources_lost',
      'metadata_lost',
      'validity_lost',
      'grading_lost',
    ])
    expect(
      kahootLosses(bareDraft({ type: 'ordering', stem: 'x', entries: ['a', 'b', 'c'], grading: 'partial' })),
    ).toEqual(['type_not_carried'])
  })

  it('is cut so that the key stays', () => {
    expect(quizOf({ type: 'single-choice', stem: 'x', options: ['a', 'b', 'c', 'd', 'e', 'f'], key: 5 }, 'vi')).toEqual(
      { stem: 'x', answers: ['a', 'b', 'c', 'f'], right: [3] },
    )
    const cut = quizOf({ type: 'single-choice', stem: long, options: ['a', 'b'], key: 0 }, 'vi').stem
    expect([...cut].length).toBeLessThanOrEqual(120)
    expect(cut.endsWith('…')).toBe(true)
  })
})

describe('reports of Kahoot', () => {
  it('with every answer of every player', async () => {
    const head = [
      'Question Number',
      'Question',
      'Answer 1',
      'Answer 2',
      'Answer 3',
      'Answer 4',
      'Correct Answers',
      'Time Allotted to Answer (seconds)',
      'Player',
      'Answer',
    ]
    const sheets = {
      'Kahoot! Summary': [['Tên', 'Điểm']],
      'RawReportData Data': [
        head,
        ['1 Quiz', 'Một?', 'a, x', 'b', 'c', '', 'a, x', 20, 'An', 'b'],
        ['1 Quiz', 'Một?', 'a, x', 'b', 'c', '', 'a, x', 20, 'Bình', 'a, x'],
        ['2 Quiz', 'Hai?', 'a', 'b', 'c', 'd', 'b, d', 20, 'An', 'b'],
        ['3 True or false', 'Ba', 'True', 'False', '', '', 'False', 20, 'An', 'True'],
      ],
    }
    const { rows } = await readKahoot(await book(sheets))
    expect(rows.map(({ place, draft }) => [place, draft.body])).toEqual([
      ['1 Quiz', { type: 'single-choice', stem: 'Một?', options: ['a, x', 'b', 'c'], key: 0 }],
      [
        '2 Quiz',
        {
          type: 'multiple-choice',
          stem: 'Hai?',
          options: ['a', 'b', 'c', 'd'],
          keys: [1, 3],
          grading: 'all-or-nothing',
        },
      ],
      ['3 True or false', { type: 'true-false', stem: 'Ba', isTrue: false }],
    ])
  })

  it('with a sheet for each question', async () => {
    const sheet = [
      ['Ôn tập'],
      ['1 Quiz', 'Một?'],
      ['Correct answers', 'b'],
      ['Players correct (%)', 0.5],
      ['Question duration', '20 seconds'],
      ['Answer Summary'],
      ['Answer options', '▲', 'a', '◆', 'b', '●', 'c'],
      ['Is answer correct?', '✘', '', '✔︎', '', '✘', ''],
      ['Number of answers received', 1, '', 2, '', 0, ''],
    ]
    const { rows } = await readKahoot(await book({ Overview: [['x']], '1 Quiz': sheet }))
    expect(rows.map(({ place, draft }) => [place, draft.body])).toEqual([
      ['1 Quiz', { type: 'single-choice', stem: 'Một?', options: ['a', 'b', 'c'], key: 1 }],
    ])
  })

  it('a workbook of something else says so', async () => {
    await expect(readKahoot(await book({ A: [['Họ tên', 'Lớp']] }))).rejects.toThrow('UPLOAD.NO_ITEMS')
  })
})
