import type { ItemBody } from '@thiso/contracts/vocab'
import { readDocx } from '../docx-read.js'
import { b, lit, list, num, red, type Run, u, wordFile, WordWriter } from './word-file.sample.js'

/** The form of the school-leaving exam since 2025: options, groups of statements, short answers; and their keys. */

const w = new WordWriter('word')
const p = (...texts: (Run | Run[])[]) => texts.map((text) => w.p(text)).join('')
const read = async (body: string, numbering = '') =>
  (await readDocx(wordFile({ body, ...(numbering ? { numbering } : {}) }))).rows

const PART_1 = p(
  [
    b('PHẦN I. '),
    'Câu trắc nghiệm nhiều phương án lựa chọn. Thí sinh trả lời từ câu 1 đến câu 2. Mỗi câu hỏi thí sinh chỉ chọn một phương án.',
  ],
  'Câu 1. Một?',
  'A. m\tB. n\tC. o\tD. p',
  'Câu 2. Hai?',
  'A. q\tB. r\tC. s\tD. t',
)
const PART_2_HEAD = p(
  'PHẦN II. Câu trắc nghiệm đúng sai. Thí sinh trả lời từ câu 1 đến câu 2. Trong mỗi ý a), b), c), d) ở mỗi câu, thí sinh chọn đúng hoặc sai.',
)
const statements = (name: string) => p(`a) ${name} a.`, `b) ${name} b.`, `c) ${name} c.`, `d) ${name} d.`)
const PART_2 =
  PART_2_HEAD + p('Câu 1. Cho tình huống một.') + statements('x') + p('Câu 2. Cho tình huống hai.') + statements('y')
const PART_3 = p(
  'PHẦN III. Câu trắc nghiệm trả lời ngắn. Thí sinh trả lời từ câu 1 đến câu 2.',
  'Câu 1. Bao nhiêu xã?',
  'Câu 2. Bao nhiêu phần trăm?',
)

const shown = (body: ItemBody | undefined) => {
  if (body?.type === 'single-choice') return 'ABCD'.charAt(body.key)
  if (body?.type === 'true-false-group') return body.statements.map(({ isTrue }) => (isTrue ? 'Đ' : 'S')).join('')
  if (body?.type === 'number') return body.value
  return body
}

describe('the three parts of the exam', () => {
  it.each([
    [
      'keys part by part in tables',
      p('ĐÁP ÁN', 'PHẦN I') +
        w.table([
          ['Câu', '1', '2'],
          ['Đáp án', 'B', 'D'],
        ]) +
        p('PHẦN II') +
        w.table([
          ['Câu', 'a', 'b', 'c', 'd'],
          ['1', 'Đ', 'S', 'Đ', 'S'],
          ['2', 'S', 'S', 'Đ', 'Đ'],
        ]) +
        p('PHẦN III') +
        w.table([
          ['Câu', '1', '2'],
          ['Đáp án', '12', '37,5'],
        ]),
    ],
    [
      'keys part by part in lines',
      p(
        'HƯỚNG DẪN CHẤM',
        'Phần I',
        '1.B 2.D',
        'Phần II',
        'Câu 1: ĐSĐS',
        'Câu 2: SSĐĐ',
        'Phần III',
        'Câu 1: 12',
        'Câu 2: 37,5',
      ),
    ],
    [
      'keys without parts, numbers beginning anew',
      w.table([
        ['Câu', '1', '2'],
        ['Đáp án', 'B', 'D'],
      ]) +
        w.table([
          ['Câu', '1', '2'],
          ['Đáp án', 'ĐSĐS', 'SSĐĐ'],
        ]) +
        w.table([
          ['Câu', '1', '2'],
          ['Đáp án', '12', '37,5'],
        ]),
    ],
    [
      'truths by letter in cells',
      p('ĐÁP ÁN', 'PHẦN I', '1B 2D', 'PHẦN II') +
        w.table([
          ['Câu', 'Đáp án'],
          ['1', 'a) Đ b) S c) Đ d) S'],
          ['2', 'a) Sai b) Sai c) Đúng d) Đúng'],
        ]) +
        p('PHẦN III', '1. 12', '2. 37,5'),
    ],
  ])('%s', async (_, keys) => {
    const rows = await read(PART_1 + PART_2 + PART_3 + keys)
    expect(rows.map(({ place }) => place)).toEqual([
      'Phần I, câu 1',
      'Phần I, câu 2',
      'Phần II, câu 1',
      'Phần II, câu 2',
      'Phần III, câu 1',
      'Phần III, câu 2',
    ])
    expect(rows.map(({ draft }) => shown(draft.body))).toEqual(['B', 'D', 'ĐSĐS', 'SSĐĐ', 12, 37.5])
    expect(rows.flatMap(({ problems }) => problems)).toEqual([])
    expect(rows[2]?.draft.body).toEqual({
      type: 'true-false-group',
      stem: 'Cho tình huống một.',
      statements: [
        { text: 'x a.', isTrue: true },
        { text: 'x b.', isTrue: false },
        { text: 'x c.', isTrue: true },
        { text: 'x d.', isTrue: false },
      ],
      grading: 'stepped',
    })
  })

  it('without keys every question says what is missing', async () => {
    const rows = await read(PART_1 + PART_2 + PART_3)
    expect(
      rows.map(({ draft, problems }) => [draft.body.type, ...problems.map(({ code, detail }) => `${code} ${detail}`)]),
    ).toEqual([
      ['single-choice', 'key_missing '],
      ['single-choice', 'key_missing '],
      ['true-false-group', 'key_missing a, b, c, d'],
      ['true-false-group', 'key_missing a, b, c, d'],
      ['short-text', 'accepted_missing '],
      ['short-text', 'accepted_missing '],
    ])
  })
})

describe('groups of statements', () => {
  const stem = p('Câu 1. Cho tình huống sau.')
  const four = statements('x')
  it.each([
    ['a line of pairs', PART_2_HEAD + stem + four + p('Đáp án: a) Đ b) S c) S d) Đ')],
    ['pairs with hyphens', PART_2_HEAD + stem + four + p('Đáp án: a-Đ, b-S, c-S, d-Đ')],
    ['words', PART_2_HEAD + stem + four + p('ĐA: a) Đúng; b) Sai; c) Sai; d) Đúng')],
    ['four letters', PART_2_HEAD + stem + four + p('Đáp án: ĐSSĐ')],
    ['four letters with hyphens', PART_2_HEAD + stem + four + p('Đáp án: Đ - S - S - Đ')],
    ['a line each', PART_2_HEAD + stem + four + p('Đáp án:', 'a) Đúng', 'b) Sai', 'c) Sai', 'd) Đúng')],
    [
      'a solution each',
      PART_2_HEAD + stem + four + p('Lời giải', 'a) Đúng. Vì một.', 'b) Sai, vì hai.', 'c) Sai', 'd) Đúng vì bốn.'),
    ],
    ['the true ones underlined', PART_2_HEAD + stem + p([u('a'), ') x a.'], 'b) x b.', 'c) x c.', [u('d)'), ' x d.'])],
    ['the true ones red', PART_2_HEAD + stem + p(red('a) x a.'), 'b) x b.', 'c) x c.', red('d) x d.'))],
    [
      'the true ones highlighted',
      PART_2_HEAD + stem + p([lit('a)'), ' x a.'], 'b) x b.', 'c) x c.', [lit('d)'), ' x d.']),
    ],
    ['at the end of each', PART_2_HEAD + stem + p('a) x a. (Đ)', 'b) x b. (S)', 'c) x c. (S)', 'd) x d. (Đ)')],
    [
      'at the end of each, as words',
      PART_2_HEAD + stem + p('a) x a. [Đúng]', 'b) x b. [Sai]', 'c) x c. [Sai]', 'd) x d. [Đúng]'),
    ],
    ['by letter without a part', stem + four + p('Đáp án: a) Đ b) S c) S d) Đ')],
    [
      'the stem asking, without a part',
      p('Câu 1. Cho tình huống sau.') +
        p([u('a)'), ' x a.'], 'b) x b.', 'c) x c.', [u('d)'), ' x d.']) +
        p('Câu 2. Một?', 'A. m', 'B. n', 'ĐA: A'),
    ],
    [
      'a table with two columns to tick',
      stem +
        w.table([
          ['Phát biểu', 'Đúng', 'Sai'],
          ['a) x a.', 'x', ''],
          ['b) x b.', '', 'x'],
          ['c) x c.', '', 'X'],
          ['d) x d.', '✓', ''],
        ]),
    ],
    [
      'a table with a column of letters',
      stem +
        w.table([
          ['', 'Mệnh đề', 'Đ/S'],
          ['a', 'x a.', 'Đ'],
          ['b', 'x b.', 'S'],
          ['c', 'x c.', 'S'],
          ['d', 'x d.', 'Đ'],
        ]),
    ],
    [
      'numbered by Word',
      PART_2_HEAD +
        stem +
        [
          ['x a.', true],
          ['x b.', false],
          ['x c.', false],
          ['x d.', true],
        ]
          .map(([text, isTrue]) =>
            w.p(isTrue ? u(text as string) : (text as string), {
              number: [1, 0],
              ...(isTrue ? { mark: { u: true } } : {}),
            }),
          )
          .join(''),
    ],
  ])('%s', async (_, body) => {
    const [row] = await read(body, list(0, [['lowerLetter', '%1)']]) + num(1, 0))
    expect(row?.draft.body).toMatchObject({ type: 'true-false-group' })
    const group = row?.draft.body.type === 'true-false-group' ? row.draft.body : null
    expect(group?.statements).toEqual([
      { text: 'x a.', isTrue: true },
      { text: 'x b.', isTrue: false },
      { text: 'x c.', isTrue: false },
      { text: 'x d.', isTrue: true },
    ])
    expect(group?.stem).toBe('Cho tình huống sau.')
    expect(row?.problems).toEqual([])
  })

  it('reasons of each statement are the explanation', async () => {
    const [row] = await read(
      PART_2_HEAD +
        p('Câu 1. Cho tình huống sau.') +
        statements('x') +
        p('Lời giải', 'a) Đúng. Vì một.', 'b) Sai', 'c) Sai', 'd) Đúng vì bốn.'),
    )
    expect(row?.draft.explanation).toBe('<p>a) Đúng. Vì một.</p><p>d) Đúng vì bốn.</p>')
  })

  it('a truth that is missing is named', async () => {
    const [row] = await read(
      PART_2_HEAD + p('Câu 1. Cho tình huống sau.') + statements('x') + p('Đáp án: a) Đ b) S d) S'),
    )
    expect(row?.problems).toEqual([{ code: 'key_missing', detail: 'c' }])
  })

  it('other counts than four are graded in parts', async () => {
    const [row] = await read(PART_2_HEAD + p('Câu 1. Cho tình huống sau.', 'a) một', 'b) hai', 'c) ba', 'Đáp án: ĐSĐ'))
    expect(row?.draft.body).toMatchObject({
      grading: 'partial',
      statements: [{ isTrue: true }, { isTrue: false }, { isTrue: true }],
    })
  })
})

describe('short answers', () => {
  it.each([
    ['12,5', { type: 'number', value: 12.5, tolerance: 0, unit: '' }],
    ['12.5', { type: 'number', value: 12.5 }],
    ['-3', { type: 'number', value: -3 }],
    ['1.234,5', { type: 'number', value: 1234.5 }],
    ['749', { type: 'number', value: 749 }],
    ['80%', { type: 'number', value: 80, unit: '%' }],
    ['15 km', { type: 'number', value: 15, unit: 'km' }],
    ['VNeID', { type: 'short-text', accepted: ['VNeID'], ignoresDiacritics: true }],
    ['căn cước; thẻ căn cước', { type: 'short-text', accepted: ['căn cước', 'thẻ căn cước'] }],
    ['749/QĐ-TTg', { type: 'short-text', accepted: ['749/QĐ-TTg'] }],
    ['0912345678', { type: 'short-text', accepted: ['0912345678'] }],
    ['5G', { type: 'short-text', accepted: ['5G'] }],
    ['Quảng Nam.', { type: 'short-text', accepted: ['Quảng Nam'] }],
  ])('%s', async (key, body) => {
    const [row] = await read(p('PHẦN III. Câu trắc nghiệm trả lời ngắn.', 'Câu 1. Điền gì?', `Đáp án: ${key}`))
    expect(row?.draft.body).toMatchObject({ stem: 'Điền gì?', ...body })
    expect(row?.problems).toEqual([])
  })

  it.each(['Đáp số: 12,5', 'Trả lời: 12,5', 'ĐS: 12,5', 'Kết quả: 12,5', 'Answer: 12,5'])(
    'announced otherwise: %s',
    async (line) => {
      expect((await read(p('Câu 1. Bao nhiêu?', line)))[0]?.draft.body).toMatchObject({ type: 'number', value: 12.5 })
    },
  )

  it('an essay question is a row that says what it is', async () => {
    const [row] = await read(p('II. TỰ LUẬN', 'Câu 1. Hãy trình bày.'))
    expect(row?.problems.map(({ code }) => code)).toEqual(['type_unknown', 'accepted_missing'])
  })
})

describe('statements to be judged', () => {
  it.each([
    ['Đúng and Sai as options, one underlined', p('Câu 1. Trời xanh.', [u('A'), '. Đúng'], 'B. Sai'), true],
    ['Đúng and Sai as options, key by letter', p('Câu 1. Trời xanh.', 'A. Đúng', 'B. Sai', 'Đáp án: B'), false],
    ['Đúng and Sai as options, key by word', p('Câu 1. Trời xanh.', 'A. Đúng\tB. Sai', 'Đáp án: Sai'), false],
    ['only a key', p('Câu 1. Trời xanh.', 'Đáp án: Đúng'), true],
    ['a question in brackets', p('Câu 1. Trời xanh. (Đúng/Sai)', 'Đáp án: Sai'), false],
    ['a question in brackets, short', p('Câu 1. Trời xanh. (Đ/S?)', 'ĐA: Đ'), true],
  ])('%s', async (_, body, isTrue) => {
    const [row] = await read(body)
    expect(row?.draft.body).toEqual({ type: 'true-false', stem: 'Trời xanh.', isTrue })
    expect(row?.problems).toEqual([])
  })
})
