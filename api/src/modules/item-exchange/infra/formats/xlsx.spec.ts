import type ExcelJS from 'exceljs'
import { read, type Value } from './sheet/workbook.sample.js'

const HEAD = [
  'Mã',
  'Loại',
  'Chủ đề',
  'Mức độ',
  'Câu hỏi',
  'A',
  'B',
  'C',
  'D',
  'Đáp án',
  'Chấm',
  'Giải thích',
  'Nguồn',
  'Hiệu lực từ',
  'Điểm',
  'Độ khó',
]

describe('our sheet', () => {
  it('reads every type', async () => {
    const rows = await read([
      HEAD,
      [
        'M1',
        'Một lựa chọn',
        'Khái niệm',
        'Nhận biết',
        'Một?',
        'a',
        'b',
        'c',
        'd',
        'B',
        '',
        'Vì thế',
        '749/QĐ-TTg | Điều 1',
        '01/07/2026',
        0.5,
        60,
      ],
      ['M2', 'Nhiều lựa chọn', 'An toàn mạng', 'VD', 'Hai?', 'a', 'b', 'c', 'd', 'A, C', 'Tính điểm từng phần'],
      ['M3', 'Đúng – sai', '', '', 'Ba.', '', '', '', '', 'Sai'],
      ['M4', 'Nhóm ý đúng – sai', '', '', 'Bốn.', 'w', 'x', 'y', 'z', 'Đ, S, S, Đ'],
      ['M5', 'Trả lời ngắn', '', '', 'Năm?', '', '', '', '', 'VNeID; vneid', 'Xét dấu'],
      ['M6', 'Điền số', '', '', 'Sáu?', '', '', '', '', 12.5, '± 0,5'],
      ['M7', 'Sắp thứ tự', '', '', 'Bảy?', 'một', 'hai', 'ba'],
      ['M8', 'Ghép đôi', '', '', 'Tám?', 'p1 => c1', 'p2 => c2', '=> c3'],
    ])
    expect(rows.flatMap(({ problems }) => problems)).toEqual([])
    expect(rows.map(({ place }) => place)).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((row) => `Câu hỏi!E${row}`))
    expect(rows.map(({ draft }) => draft.body)).toEqual([
      { type: 'single-choice', stem: 'Một?', options: ['a', 'b', 'c', 'd'], key: 1 },
      { type: 'multiple-choice', stem: 'Hai?', options: ['a', 'b', 'c', 'd'], keys: [0, 2], grading: 'partial' },
      { type: 'true-false', stem: 'Ba.', isTrue: false },
      {
        type: 'true-false-group',
        stem: 'Bốn.',
        statements: [
          { text: 'w', isTrue: true },
          { text: 'x', isTrue: false },
          { text: 'y', isTrue: false },
          { text: 'z', isTrue: true },
        ],
        grading: 'stepped',
      },
      { type: 'short-text', stem: 'Năm?', accepted: ['VNeID', 'vneid'], ignoresDiacritics: false },
      { type: 'number', stem: 'Sáu?', value: 12.5, tolerance: 0.5, unit: '' },
      { type: 'ordering', stem: 'Bảy?', entries: ['một', 'hai', 'ba'], grading: 'all-or-nothing' },
      {
        type: 'matching',
        stem: 'Tám?',
        pairs: [
          { prompt: 'p1', choice: 'c1' },
          { prompt: 'p2', choice: 'c2' },
        ],
        distractors: ['c3'],
        grading: 'partial',
      },
    ])
    expect(rows[0]?.draft).toMatchObject({
      code: 'M1',
      topic: 'concepts',
      level: 'recall',
      explanation: 'Vì thế',
      sources: [{ document: '749/QĐ-TTg', locator: 'Điều 1', url: '', role: 'reference' }],
      validFrom: '2026-07-01',
      points: 0.5,
      intendedDifficulty: 60,
    })
    expect(rows[1]?.draft).toMatchObject({ topic: 'cyber-safety', level: 'apply' })
  })

  it.each([
    [
      'any order, other columns and empty ones between',
      ['Ghi chú của tôi', 'Đáp án', '', 'D', 'C', 'B', 'A', 'Câu hỏi'],
      ['x', 'B', '', 'd', 'c', 'b', 'a', 'Một?'],
    ],
    ['no marks, other case', ['CAU HOI', 'a', 'b', 'c', 'd', 'DAP AN'], ['Một?', 'a', 'b', 'c', 'd', 'b']],
    [
      'English',
      ['Question', 'Option A', 'Option B', 'Option C', 'Option D', 'Correct answer'],
      ['Một?', 'a', 'b', 'c', 'd', 'B'],
    ],
    [
      'English, numbered',
      ['Question text', 'Option 1', 'Option 2', 'Option 3', 'Option 4', 'Correct answer'],
      ['Một?', 'a', 'b', 'c', 'd', 2],
    ],
    [
      'words of others',
      ['STT', 'Nội dung câu hỏi', 'Phương án A', 'Phương án B', 'Phương án C', 'Phương án D', 'Đáp án đúng'],
      [1, 'Một?', 'a', 'b', 'c', 'd', 'B.'],
    ],
    [
      'answers named Đáp án A …',
      ['Câu hỏi', 'Đáp án A', 'Đáp án B', 'Đáp án C', 'Đáp án D', 'Đáp án đúng'],
      ['Một?', 'a', 'b', 'c', 'd', 'B'],
    ],
    [
      'notes in brackets and stars',
      ['Câu hỏi (*)', 'A', 'B', 'C', 'D', 'Đáp án (A, B, C hoặc D)'],
      ['Một?', 'a', 'b', 'c', 'd', 'B'],
    ],
    [
      'the key as the words of the option',
      ['Câu hỏi', 'A', 'B', 'C', 'D', 'Đáp án'],
      ['Một?', 'a', 'b', 'c', 'd', 'B. '],
    ],
  ] as [string, Value[], Value[]][])('finds its columns: %s', async (_, head, row) => {
    const rows = await read([head, row])
    expect(rows.map(({ draft }) => draft.body)).toEqual([
      { type: 'single-choice', stem: 'Một?', options: ['a', 'b', 'c', 'd'], key: 1 },
    ])
    expect(rows[0]?.problems).toEqual([])
  })

  it('has titles above its head and empty rows within', async () => {
    const rows = await read([
      ['NGÂN HÀNG CÂU HỎI'],
      [],
      ['Tổ Tin học'],
      HEAD,
      [],
      ['', '', '', '', 'Một?', 'a', 'b', '', '', 'A'],
      [],
      ['', '', '', '', 'Hai?', 'a', 'b', '', '', 'B'],
    ])
    expect(rows.map(({ place }) => place)).toEqual(['Câu hỏi!E6', 'Câu hỏi!E8'])
  })

  it('has a topic that spans the rows of several questions', async () => {
    const rows = await read(
      [
        ['Chủ đề', 'Câu hỏi', 'A', 'B', 'Đáp án'],
        ['Kinh tế số', 'Một?', 'a', 'b', 'A'],
        ['', 'Hai?', 'a', 'b', 'B'],
        ['', 'Ba?', 'a', 'b', 'A'],
      ],
      (sheet) => sheet.mergeCells('A2:A3'),
    )
    expect(rows.map(({ draft }) => draft.topic)).toEqual(['digital-economy', 'digital-economy', null])
  })

  it('may have no head at all', async () => {
    const rows = await read([
      [1, 'Một?', 'a', 'b', 'c', 'd', 'B'],
      [2, 'Hai?', 'e', 'f', 'g', 'h', 'D'],
    ])
    expect(rows.map(({ draft }) => draft.body)).toEqual([
      { type: 'single-choice', stem: 'Một?', options: ['a', 'b', 'c', 'd'], key: 1 },
      { type: 'single-choice', stem: 'Hai?', options: ['e', 'f', 'g', 'h'], key: 3 },
    ])
  })

  it('of several sheets reads those with items, and not the hidden ones nor the examples', async () => {
    const add = (name: string, stem: string) => (_: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => {
      const sheet = workbook.addWorksheet(name)
      sheet.addRow(['Câu hỏi', 'A', 'B', 'Đáp án'])
      sheet.addRow([stem, 'a', 'b', 'A'])
      if (name === 'Ẩn') sheet.state = 'hidden'
    }
    const rows = await read(
      [
        ['Câu hỏi', 'A', 'B', 'Đáp án'],
        ['Một?', 'a', 'b', 'A'],
      ],
      (sheet, workbook) => {
        for (const [name, stem] of [
          ['Ví dụ', 'ví dụ'],
          ['Ẩn', 'ẩn'],
          ['Tuần 2', 'Hai?'],
          ['Danh mục', 'x'],
        ] as const)
          add(name, stem)(sheet, workbook)
        workbook.addWorksheet('Hướng dẫn').addRow(['Cách điền'])
      },
    )
    expect(rows.map(({ place, draft }) => [place, draft.body.stem])).toEqual([
      ['Câu hỏi!A2', 'Một?'],
      ['Tuần 2!A2', 'Hai?'],
    ])
  })
})

describe('rows', () => {
  it.each([
    ['no key', ['x', '', '', 'a', 'b', '', '', ''], ['key_missing']],
    ['a key beyond', ['x', '', '', 'a', 'b', '', '', 'D'], ['key_out_of_range']],
    ['an option left out', ['x', '', '', 'a', '', 'c', '', 'A'], ['option_empty']],
    ['no stem', ['', '', '', 'a', 'b', '', '', 'A'], ['stem_missing']],
    ['an unknown topic', ['x', 'Bóng đá', '', 'a', 'b', '', '', 'A'], ['topic_unknown']],
    ['an unknown level', ['x', '', 'Siêu cấp', 'a', 'b', '', '', 'A'], ['level_unknown']],
    ['a level that is only how hard it is', ['x', '', 'Khó', 'a', 'b', '', '', 'A'], ['level_assumed']],
  ])('with %s say so', async (_, cells, codes) => {
    const rows = await read([['Câu hỏi', 'Chủ đề', 'Mức độ', 'A', 'B', 'C', 'D', 'Đáp án', 'Loại'], cells])
    expect(rows[0]?.problems.map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    ['several keys make several right options', ['a', 'b', 'c'], 'A, C', { type: 'multiple-choice', keys: [0, 2] }],
    ['Đúng and Sai as options make a statement', ['Đúng', 'Sai'], 'B', { type: 'true-false', isTrue: false }],
    ['no options and a number', [], '12,5', { type: 'number', value: 12.5 }],
    ['no options and a word', [], 'VNeID', { type: 'short-text', accepted: ['VNeID'] }],
    ['no options and Đúng', [], 'Đúng', { type: 'true-false', isTrue: true }],
    ['four truths', ['w', 'x', 'y', 'z'], 'ĐSĐS', { type: 'true-false-group', grading: 'stepped' }],
    ['the words of an option', ['Hà Nội', 'Huế'], 'huế', { type: 'single-choice', key: 1 }],
  ] as [string, string[], string, object][])('without a type: %s', async (_, options, key, body) => {
    const rows = await read([
      ['Câu hỏi', 'A', 'B', 'C', 'D', 'Đáp án'],
      ['x', ...[0, 1, 2, 3].map((at) => options[at] ?? ''), key],
    ])
    expect(rows[0]?.draft.body).toMatchObject(body)
    expect(rows[0]?.problems).toEqual([])
  })

  it('of a sheet that is not ours keep their topics as tags', async () => {
    const rows = await read([
      ['Câu hỏi', 'Chủ đề', 'Mức độ', 'A', 'B', 'Đáp án'],
      ['x', 'Mạng máy tính', 'Siêu cấp', 'a', 'b', 'A'],
    ])
    expect(rows[0]).toMatchObject({
      draft: { topic: null, tags: ['Mạng máy tính'] },
      problems: [{ code: 'part_ignored', detail: 'Siêu cấp' }],
    })
  })

  it('several keys of an item with one right option', async () => {
    const rows = await read([
      ['Loại', 'Câu hỏi', 'A', 'B', 'Đáp án'],
      ['Một lựa chọn', 'x', 'a', 'b', 'A, B'],
    ])
    expect(rows[0]?.problems).toEqual([{ code: 'several_keys', detail: 'A, B' }])
  })

  it('of an unknown type', async () => {
    const rows = await read([
      ['Loại', 'Câu hỏi', 'A', 'B', 'Đáp án'],
      ['Tự luận', 'x', '', '', ''],
    ])
    expect(rows[0]?.problems.map(({ code, detail }) => [code, detail])).toEqual([
      ['type_unknown', 'Tự luận'],
      ['key_missing', ''],
    ])
  })
})
