import { readDocx } from '../docx-read.js'
import { b, list, num, raw, red, type Run, u, wordFile, WordWriter } from './word-file.sample.js'

/** What else is met in files of teachers. */

const w = new WordWriter('word')
const p = (...texts: (Run | Run[])[]) => texts.map((text) => w.p(text)).join('')
const read = async (body: string, numbering = '') =>
  (await readDocx(wordFile({ body, ...(numbering ? { numbering } : {}) }))).rows
const question = (number: number) => p(`Câu ${number}: hỏi ${number}?`, 'A. một', 'B. hai', 'C. ba', 'D. bốn')

describe('headings between questions', () => {
  it('say the level of what follows', async () => {
    const rows = await read(
      p('NHẬN BIẾT') + question(1) + question(2) + p('* THÔNG HIỂU') + question(3) + p('3. Vận dụng') + question(4),
    )
    expect(rows.map(({ draft }) => draft.level)).toEqual(['recall', 'recall', 'understand', 'apply'])
    expect(rows.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([
      'key_missing',
      'key_missing',
      'key_missing',
      'key_missing',
    ])
  })

  it('say the topic of what follows, where only some questions have one before them', async () => {
    const rows = await read(
      question(1) + question(2) + p('Chủ đề 2: Kinh tế số') + question(3) + question(4) + question(5),
    )
    expect(rows.map(({ draft }) => draft.topic)).toEqual([
      null,
      null,
      'digital-economy',
      'digital-economy',
      'digital-economy',
    ])
  })

  it('belong to the question before where nearly every one has one', async () => {
    const rows = await read(
      question(1) + p('Mức độ: NB') + question(2) + p('Mức độ: TH') + question(3) + p('Mức độ: VD'),
    )
    expect(rows.map(({ draft }) => draft.level)).toEqual(['recall', 'understand', 'apply'])
  })

  it('of a part say a level too', async () => {
    const rows = await read(p('PHẦN I: NHẬN BIẾT (2 câu)') + question(1) + p('PHẦN II. THÔNG HIỂU') + question(2))
    expect(rows.map(({ draft }) => draft.level)).toEqual(['recall', 'understand'])
  })

  it('with instructions below them are no text of the questions', async () => {
    const rows = await read(
      p('PHẦN I', 'Thí sinh trả lời từ câu 1 đến câu 2. Mỗi câu hỏi thí sinh chỉ chọn một phương án.') +
        question(1) +
        question(2) +
        p(
          'PHẦN II',
          'Thí sinh trả lời từ câu 1 đến câu 1. Trong mỗi ý a), b), c), d) ở mỗi câu, thí sinh chọn đúng hoặc sai.',
          'Câu 1: Tình huống.',
          'a) w',
          'b) x',
          'c) y',
          'd) z',
          'ĐĐSS',
        ),
    )
    expect(rows.map(({ draft }) => [draft.body.type, draft.body.stem])).toEqual([
      ['single-choice', 'hỏi 1?'],
      ['single-choice', 'hỏi 2?'],
      ['true-false-group', 'Tình huống.'],
    ])
  })

  it('of an English paper', async () => {
    const rows = await read(
      p('Read the passage and answer the questions from 2 to 3.', 'Da Nang is a city.') +
        p('Question 2. What is Da Nang?', 'A. a city', 'B. a river', 'Question 3. Where?', 'A. here', 'B. there'),
    )
    expect(rows.map(({ draft }) => draft.body.stem)).toEqual([
      '<p>Read the passage and answer the questions from 2 to 3.</p><p>Da Nang is a city.</p><p>What is Da Nang?</p>',
      '<p>Read the passage and answer the questions from 2 to 3.</p><p>Da Nang is a city.</p><p>Where?</p>',
    ])
  })
})

describe('signs', () => {
  const stem = p('Câu 1: Một?')
  it.each([
    ['an arrow and a letter', p('A. một', 'B. hai', 'C. ba', '=> B')],
    ['an arrow of Word and a letter', p('A. một', 'B. hai', 'C. ba', '→ B.')],
    ['the key in brackets', p('A. một', 'B. hai', 'C. ba', '(Đáp án: B)')],
    ['the key in square brackets', p('A. một', 'B. hai', 'C. ba', '[ĐA: B]')],
    ['hyphens before the labels', p('- A. một', '- B. hai', '- C. ba', 'ĐA: B')],
    ['boxes before the labels', p('☐ A. một', '☒ B. hai', '☐ C. ba')],
    ['empty boxes of text', p('[ ] A. một', '[ ] B. hai', '[ ] C. ba', 'ĐA: B')],
    ['semicolons between options', p('A. một; B. hai; C. ba', 'ĐA: B')],
    ['semicolons at their ends', p('A. một;', 'B. hai;', 'C. ba', 'ĐA: B')],
    ['a space before the point', p('A . một', 'B . hai', 'C . ba', 'ĐA: B')],
    ['an option that goes on in the next paragraph', p('A. một', 'B.', 'hai', 'C. ba', 'ĐA: B')],
    ['tabs around labels', p('\tA.\tmột', '\tB.\thai', '\tC.\tba', 'ĐA: B')],
    ['labels of two kinds', p('A. một', 'B) hai', 'C/ ba', 'ĐA: B')],
    ['labels underlined one and all, key by line', p([u('A.'), ' một'], [u('B.'), ' hai'], [u('C.'), ' ba'], 'ĐA: B')],
    [
      'points of a list without labels',
      ['một', 'hai', 'ba'].map((text) => w.p(text, { number: [1, 0] })).join('') + p('ĐA: B'),
    ],
    [
      'points of a list, one red',
      ['một', 'hai', 'ba'].map((text) => w.p(text === 'hai' ? red(text) : text, { number: [1, 0] })).join(''),
    ],
    ['an empty automatic number after it', p('A. một', 'B. hai', 'C. ba', 'ĐA: B') + w.p('', { number: [2, 0] })],
  ])('%s', async (_, options) => {
    const numbering = list(0, [['bullet', '•']]) + list(1, [['decimal', 'Câu %1:']]) + num(1, 0) + num(2, 1)
    const rows = await read(stem + options, numbering)
    expect(rows.map(({ draft }) => draft.body)).toEqual([
      { type: 'single-choice', stem: 'Một?', options: ['một', 'hai', 'ba'], key: 1 },
    ])
    expect(rows[0]?.problems).toEqual([])
  })

  it.each([
    ['Câu 1 và câu 2 dùng chung dữ liệu.'],
    ['Câu 1, 2 và 3 rất khó.'],
    ['Câu 1-3 dựa vào hình.'],
    ['12/10/2026 là ngày nào?'],
    ['1.5 GB là bao nhiêu?'],
    ['Bài thơ này của ai?'],
  ])('%s begins no question', async (text) => {
    const rows = await read(question(7) + p('ĐA: A', 'Lời giải:', text))
    expect(rows).toHaveLength(1)
    expect(rows[0]?.draft.explanation).toBe(text)
  })

  it.each(['[Câu 1]: Một?', '(Câu 1) Một?', 'Câu thứ 1: Một?', 'Câu 1/ Một?', 'Q1. Một?', '* Câu 1: Một?'])(
    '%s begins a question',
    async (text) => {
      expect((await read(p(text, 'A. a', 'B. b', 'ĐA: B')))[0]?.draft.body).toMatchObject({
        stem: 'Một?',
        options: ['a', 'b'],
        key: 1,
      })
    },
  )

  it('how to answer is no key', async () => {
    const rows = await read(
      p(
        'Câu 1: Đánh giá hai ý sau.',
        'Chọn A nếu cả hai đúng',
        'Chọn B nếu cả hai sai',
        'A. cả hai',
        'B. không ý nào',
        'Đáp án: B',
      ),
    )
    expect(rows[0]?.draft.body).toMatchObject({
      stem: '<p>Đánh giá hai ý sau.</p><p>Chọn A nếu cả hai đúng</p><p>Chọn B nếu cả hai sai</p>',
      key: 1,
    })
  })

  it('two sure marks on different options are for a person to decide', async () => {
    const rows = await read(p('Câu 1: Một?', [u('A'), '. a'], 'B. b', red('C. c'), 'D. d'))
    expect(rows[0]?.problems).toEqual([{ code: 'several_keys', detail: 'A, C' }])
  })

  it.each([
    'Đúng: a, c; Sai: b, d',
    'a, c đúng; b, d sai',
    'a) và c) là đúng, b, d là sai',
    'a: Đ; b: S; c: Đ; d: S',
    '(a) Đúng (b) Sai (c) Đúng (d) Sai',
  ])('truths said as %s', async (text) => {
    const rows = await read(p('Câu 1: Tình huống.', 'a) w', 'b) x', 'c) y', 'd) z', `Đáp án: ${text}`))
    expect(rows[0]?.draft.body).toMatchObject({
      type: 'true-false-group',
      statements: [true, false, true, false].map((isTrue) => ({ isTrue })),
    })
  })

  it('a letter with a point within a text is no label', async () => {
    const rows = await read(
      p(
        'Câu 1: Ông Nguyễn Văn A. là ai?',
        'A. Bạn của B. và C.',
        'B. Vitamin C. có ích',
        'C. Không ai',
        'D. Nhóm A. B.',
        'ĐA: C',
      ),
    )
    expect(rows[0]?.draft.body).toEqual({
      type: 'single-choice',
      stem: 'Ông Nguyễn Văn A. là ai?',
      options: ['Bạn của B. và C.', 'Vitamin C. có ích', 'Không ai', 'Nhóm A. B.'],
      key: 2,
    })
  })

  it('statements under small letters in a stem are not the options', async () => {
    const rows = await read(
      p(
        'Câu 1: Cho các việc:',
        'a) Quét giấy',
        'b) Nối dữ liệu',
        'c) Bỏ giấy',
        'Việc nào đúng?',
        'A. a và b',
        'B. b và c',
        'C. a, b, c',
        'D. c',
        'Đáp án: B',
      ),
    )
    expect(rows[0]?.draft.body).toMatchObject({
      type: 'single-choice',
      stem: '<p>Cho các việc:</p><p>a) Quét giấy</p><p>b) Nối dữ liệu</p><p>c) Bỏ giấy</p><p>Việc nào đúng?</p>',
      options: ['a và b', 'b và c', 'a, b, c', 'c'],
      key: 1,
    })
  })

  it('words underlined within the options of a question on sounds are no key', async () => {
    const rows = await read(
      p(
        'Question 1. Choose the word.',
        ['A. b', u('oo'), 'k'],
        ['B. f', u('oo'), 'd'],
        ['C. l', u('oo'), 'k'],
        ['D. g', u('oo'), 'd'],
      ),
    )
    expect(rows[0]?.problems.map(({ code }) => code)).toEqual(['key_missing'])
    expect(rows[0]?.draft.body).toMatchObject({ options: ['b<u>oo</u>k', 'f<u>oo</u>d', 'l<u>oo</u>k', 'g<u>oo</u>d'] })
  })

  it('a formula of long ago says that it cannot be read', async () => {
    const field = raw(
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\f(1;2)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    const rows = await read(w.p(['Câu 1: Tính ', field]) + p('A. 1', 'B. 2', 'ĐA: A'))
    expect(rows[0]?.problems).toEqual([{ code: 'unreadable', detail: 'EQ' }])
  })

  it('a level in brackets on a line of its own', async () => {
    const rows = await read(p('Câu 1:', '(Thông hiểu)', 'Một?', 'A. a', 'B. b', 'ĐA: A'))
    expect(rows[0]?.draft).toMatchObject({ level: 'understand', body: { stem: 'Một?' } })
  })

  it('bold headings in their own paragraph and bold everywhere tell no key', async () => {
    const rows = await read(p(b('Câu 1:'), b('Một?'), b('A. a'), b('B. b'), b('C. c'), b('D. d')))
    expect(rows[0]?.draft.body).toEqual({ type: 'single-choice', stem: 'Một?', options: ['a', 'b', 'c', 'd'], key: -1 })
  })
})
