import type { ItemBody } from '@thiso/contracts/vocab'
import { readDocx } from '../docx-read.js'
import { list, num, type Run, u, wordFile, WordWriter } from './word-file.sample.js'

/** Whole papers: numbering, keys at the end, parts, and what stands between questions. */

const w = new WordWriter('word')
const p = (...texts: (Run | Run[])[]) => texts.map((text) => w.p(text)).join('')
const read = async (body: string, numbering = '') =>
  (await readDocx(wordFile({ body, ...(numbering ? { numbering } : {}) }))).rows
const options = (name: string) => p(`A. ${name} một`, `B. ${name} hai`, `C. ${name} ba`, `D. ${name} bốn`)
const question = (number: number | string, name = `hỏi ${number}`) => p(`Câu ${number}: ${name}?`) + options(name)
const keysOf = (rows: { draft: { body: ItemBody } }[]) =>
  rows.map(({ draft: { body } }) => {
    switch (body.type) {
      case 'single-choice':
        return body.key < 0 ? '-' : 'ABCDEFGH'.charAt(body.key)
      case 'multiple-choice':
        return body.keys.map((key) => 'ABCDEFGH'.charAt(key)).join('')
      case 'true-false-group':
        return body.statements.map(({ isTrue }) => (isTrue ? 'Đ' : 'S')).join('')
      case 'true-false':
        return body.isTrue ? 'Đ' : 'S'
      case 'number':
        return `${body.value}${body.unit}`
      case 'short-text':
        return body.accepted.join('|')
      default:
        return body.type
    }
  })
const codesOf = (rows: { problems: { code: string }[] }[]) =>
  rows.flatMap(({ problems }) => problems.map(({ code }) => code))

const FIVE = [1, 2, 3, 4, 5].map((number) => question(number)).join('')

describe('keys at the end of a paper', () => {
  it.each([
    ['one line', p('ĐÁP ÁN', '1.A 2.B 3.C 4.D 5.A')],
    ['one line without points', p('BẢNG ĐÁP ÁN', '1A 2B 3C 4D 5A')],
    ['one line with hyphens', p('ĐÁP ÁN:', '1-A; 2-B; 3-C; 4-D; 5-A')],
    ['several lines', p('ĐÁP ÁN', '1. A\t2. B\t3. C', '4. D\t5. A')],
    ['one a line', p('ĐÁP ÁN', '1. A', '2. B', '3. C', '4. D', '5. A')],
    ['one a line after Câu', p('ĐÁP ÁN', 'Câu 1: A', 'Câu 2: B', 'Câu 3: C', 'Câu 4: D', 'Câu 5: A')],
    ['Câu and commas', p('Đáp án', 'Câu 1: A, Câu 2: B, Câu 3: C, Câu 4: D, Câu 5: A')],
    ['no heading at all', p('1.A 2.B 3.C 4.D 5.A')],
    ['no heading, one a line', p('Câu 1: A', 'Câu 2: B', 'Câu 3: C', 'Câu 4: D', 'Câu 5: A')],
    ['zeros before the numbers', p('ĐÁP ÁN', '01.A 02.B 03.C 04.D 05.A')],
    [
      'numbers above letters',
      p('ĐÁP ÁN') +
        w.table([
          ['1', '2', '3', '4', '5'],
          ['A', 'B', 'C', 'D', 'A'],
        ]),
    ],
    [
      'numbers above letters with names',
      p('ĐÁP ÁN') +
        w.table([
          ['Câu', '1', '2', '3', '4', '5'],
          ['Đáp án', 'A', 'B', 'C', 'D', 'A'],
        ]),
    ],
    [
      'several such rows',
      p('ĐÁP ÁN') +
        w.table([
          ['Câu', '1', '2', '3'],
          ['ĐA', 'A', 'B', 'C'],
          ['Câu', '4', '5', ''],
          ['ĐA', 'D', 'A', ''],
        ]),
    ],
    [
      'several such rows without names',
      p('ĐÁP ÁN') +
        w.table([
          ['1', '2', '3'],
          ['A', 'B', 'C'],
          ['4', '5', ''],
          ['D', 'A', ''],
        ]),
    ],
    [
      'number and letter in a cell',
      w.table([
        ['1.A', '2.B', '3.C'],
        ['4.D', '5.A', ''],
      ]),
    ],
    [
      'number beside letter',
      w.table([
        ['Câu', 'Đáp án'],
        ['1', 'A'],
        ['2', 'B'],
        ['3', 'C'],
        ['4', 'D'],
        ['5', 'A'],
      ]),
    ],
    [
      'number beside letter, two columns of them',
      w.table([
        ['Câu', 'Đáp án', 'Câu', 'Đáp án'],
        ['1', 'A', '4', 'D'],
        ['2', 'B', '5', 'A'],
        ['3', 'C', '', ''],
      ]),
    ],
    [
      'number beside letter without a head',
      w.table([
        ['1', 'A'],
        ['2', 'B'],
        ['3', 'C'],
        ['4', 'D'],
        ['5', 'A'],
      ]),
    ],
    [
      'one column for each code',
      w.table([
        ['Mã đề', '101', '102'],
        ['1', 'A', 'D'],
        ['2', 'B', 'D'],
        ['3', 'C', 'D'],
        ['4', 'D', 'D'],
        ['5', 'A', 'D'],
      ]),
    ],
    [
      'solutions',
      p(
        'HƯỚNG DẪN GIẢI',
        'Câu 1. Chọn A. Vì thế này.',
        'Câu 2. Chọn B.',
        'Câu 3: C',
        'Câu 4. Đáp án: D',
        'Câu 5.',
        'Lý do là thế kia.',
        'Chọn A',
      ),
    ],
  ])('%s', async (_, keys) => {
    const rows = await read(FIVE + p('--- HẾT ---') + keys)
    expect(rows.map(({ place }) => place)).toEqual(['Câu 1', 'Câu 2', 'Câu 3', 'Câu 4', 'Câu 5'])
    expect(keysOf(rows)).toEqual(['A', 'B', 'C', 'D', 'A'])
    expect(codesOf(rows)).toEqual([])
    expect(rows.every(({ draft }) => draft.body.type === 'single-choice' && draft.body.options.length === 4)).toBe(true)
  })

  it('the column of the paper’s own code', async () => {
    const table = w.table([
      ['Câu', '101', '102'],
      ['1', 'A', 'D'],
      ['2', 'B', 'C'],
      ['3', 'C', 'B'],
      ['4', 'D', 'A'],
      ['5', 'A', 'D'],
    ])
    expect(keysOf(await read(p('ĐỀ THI THỬ', 'Mã đề: 102') + FIVE + table))).toEqual(['D', 'C', 'B', 'A', 'D'])
  })

  it('solutions become explanations', async () => {
    const rows = await read(
      question(1) +
        question(2) +
        p('LỜI GIẢI CHI TIẾT', 'Câu 1. Chọn B. Vì dữ liệu là gốc.', 'Câu 2.', 'Người dân là trung tâm.', 'Chọn C.'),
    )
    expect(keysOf(rows)).toEqual(['B', 'C'])
    expect(rows.map(({ draft }) => draft.explanation)).toEqual(['Vì dữ liệu là gốc.', 'Người dân là trung tâm.'])
  })

  it('a key that stands with its question goes before the list', async () => {
    const rows = await read(question(1) + p('Đáp án: B') + question(2) + p('ĐÁP ÁN', '1.A 2.C'))
    expect(keysOf(rows)).toEqual(['B', 'C'])
  })

  it('two papers in one file, each with its key', async () => {
    const paper = question(1) + question(2)
    const rows = await read(p('ĐỀ 1') + paper + p('ĐÁP ÁN', '1.A 2.B') + p('ĐỀ 2') + paper + p('ĐÁP ÁN', '1.C 2.D'))
    expect(keysOf(rows)).toEqual(['A', 'B', 'C', 'D'])
    expect(rows.map(({ place }) => place)).toEqual(['Câu 1 (1)', 'Câu 2 (2)', 'Câu 1 (3)', 'Câu 2 (4)'])
  })
})

describe('numbering', () => {
  it.each([
    ['gaps', [1, 2, 5, 9]],
    ['restarts', [1, 2, 1, 2]],
    ['the same number twice', [1, 2, 2, 3]],
    ['falling', [4, 3, 2, 1]],
  ])('%s swallow no question', async (_, numbers) => {
    const rows = await read(numbers.map((number) => question(number, `số ${number}`) + p('Đáp án: A')).join(''))
    expect(rows.map(({ draft }) => draft.body.stem)).toEqual(numbers.map((number) => `số ${number}?`))
    expect(keysOf(rows)).toEqual(['A', 'A', 'A', 'A'])
  })

  it('numbers alone, with gaps and counting within a stem', async () => {
    const body =
      p('1. Một?') +
      options('m') +
      p('ĐA: A') +
      p('2. Cho các việc sau:', '1. Quét giấy', '2. Nối dữ liệu', '3. Bỏ giấy tờ', 'Việc nào là chuyển đổi số?') +
      options('n') +
      p('ĐA: B') +
      p('5) Năm?') +
      options('o') +
      p('ĐA: C')
    const rows = await read(body)
    expect(rows.map(({ place }) => place)).toEqual(['Câu 1', 'Câu 2', 'Câu 5'])
    expect(rows[1]?.draft.body.stem).toBe(
      '<p>Cho các việc sau:</p><p>1. Quét giấy</p><p>2. Nối dữ liệu</p><p>3. Bỏ giấy tờ</p><p>Việc nào là chuyển đổi số?</p>',
    )
    expect(keysOf(rows)).toEqual(['A', 'B', 'C'])
  })

  it('numbers by Word that go on over several lists', async () => {
    const numbering =
      list(0, [
        ['decimal', '%1.'],
        ['upperLetter', '%2.'],
      ]) +
      list(1, [['upperLetter', '%1)']]) +
      num(1, 0) +
      num(2, 1) +
      num(3, 1, 1)
    const body =
      w.p('Một?', { number: [1, 0] }) +
      w.p('a1', { number: [2, 0] }) +
      w.p(u('a2'), { number: [2, 0], mark: { u: true } }) +
      w.p('Hai?', { number: [1, 0] }) +
      w.p(u('b1'), { number: [3, 0] }) +
      w.p('b2', { number: [3, 0] })
    const rows = await read(body, numbering)
    expect(rows.map(({ place, draft }) => [place, draft.body.stem])).toEqual([
      ['Câu 1', 'Một?'],
      ['Câu 2', 'Hai?'],
    ])
    expect(keysOf(rows)).toEqual(['B', 'A'])
  })

  it('Câu %1 by Word, restarted in the second part', async () => {
    const numbering = list(0, [['decimal', 'Câu %1:']]) + num(1, 0) + num(2, 0, 1)
    const body =
      w.p('Một?', { number: [1, 0] }) +
      options('x') +
      w.p('Hai?', { number: [1, 0] }) +
      options('y') +
      p('PHẦN II') +
      w.p('Ba?', { number: [2, 0] }) +
      options('z')
    const rows = await read(body, numbering)
    expect(rows.map(({ place }) => place)).toEqual(['Câu 1 (1)', 'Câu 2', 'Phần II, câu 1'])
  })

  it('questions without any number', async () => {
    const rows = await read(
      p('ÔN TẬP', '', 'Một là gì?') + options('x') + p('Đáp án: A', 'Hai là gì?') + options('y') + p('Đáp án: B'),
    )
    expect(rows.map(({ place, draft }) => [place, draft.body.stem])).toEqual([
      ['Câu 1', 'Một là gì?'],
      ['Câu 2', 'Hai là gì?'],
    ])
    expect(keysOf(rows)).toEqual(['A', 'B'])
  })

  it('a question that lost its number among numbered ones', async () => {
    const rows = await read(question(1) + p('Câu này không có số?') + options('y') + question(3))
    expect(rows.map(({ draft }) => draft.body.stem)).toEqual(['hỏi 1?', 'Câu này không có số?', 'hỏi 3?'])
  })

  it('lessons are no questions where questions have a word', async () => {
    const rows = await read(p('Bài 1. Dữ liệu') + question(1) + p('Bài 2. Mạng') + question(2))
    expect(rows.map(({ draft }) => draft.body.stem)).toEqual(['hỏi 1?', 'hỏi 2?'])
    expect(rows[0]?.draft.body).toMatchObject({ options: ['hỏi 1 một', 'hỏi 1 hai', 'hỏi 1 ba', 'hỏi 1 bốn'] })
  })

  it('a text that several questions share', async () => {
    const rows = await read(
      question(1) +
        p('Đọc đoạn sau và trả lời các câu từ 2 đến 3:', 'Xã A có 5 thôn.') +
        question(2) +
        question(3) +
        question(4),
    )
    expect(rows.map(({ draft }) => draft.body.stem)).toEqual([
      'hỏi 1?',
      '<p>Đọc đoạn sau và trả lời các câu từ 2 đến 3:</p><p>Xã A có 5 thôn.</p><p>hỏi 2?</p>',
      '<p>Đọc đoạn sau và trả lời các câu từ 2 đến 3:</p><p>Xã A có 5 thôn.</p><p>hỏi 3?</p>',
      'hỏi 4?',
    ])
  })
})

describe('several right options', () => {
  const marked = (stem: string) => p(`Câu 1: ${stem}`) + p([u('A'), '. một'], 'B. hai', [u('C'), '. ba'], 'D. bốn')
  it.each([
    'Những việc nào là chuyển đổi số?',
    'Việc nào đúng? (chọn nhiều đáp án)',
    'Chọn các đáp án đúng:',
    'Chọn hai phương án đúng.',
    'Việc nào đúng? (Chọn tất cả các phương án đúng)',
    'Which are right? Select all that apply.',
  ])('when the stem asks for them: %s', async (stem) => {
    const rows = await read(marked(stem))
    expect(rows[0]?.draft.body).toMatchObject({ type: 'multiple-choice', keys: [0, 2] })
    expect(codesOf(rows)).toEqual([])
  })

  it('marked without the stem asking for them are for a person to decide', async () => {
    const rows = await read(marked('Việc nào là chuyển đổi số?'))
    expect(rows[0]?.draft.body).toMatchObject({ type: 'single-choice', key: -1, options: ['một', 'hai', 'ba', 'bốn'] })
    expect(rows[0]?.problems).toEqual([{ code: 'several_keys', detail: 'A, C' }])
  })

  it.each(['A, C', 'A và C', 'A;C', 'AC', 'A & C'])('listed by letter: %s', async (key) => {
    expect((await read(question(1) + p(`Đáp án: ${key}`)))[0]?.draft.body).toMatchObject({
      type: 'multiple-choice',
      keys: [0, 2],
    })
  })
})

describe('faulty questions are rows all the same', () => {
  it.each([
    ['no key', question(1), ['key_missing'], { type: 'single-choice', key: -1 }],
    ['one option', p('Câu 1: x?', 'A. một', 'Đáp án: A'), ['too_few_options'], { options: ['một'] }],
    ['no option', p('Câu 1: x?'), ['too_few_options', 'key_missing'], { stem: 'x?', options: [] }],
    ['no stem', p('Câu 1:', 'A. một', 'B. hai', 'ĐA: A'), ['stem_missing'], { stem: '' }],
    [
      'an empty option',
      p('Câu 1: x?', 'A. một', 'B.', 'C. ba', 'ĐA: A'),
      ['option_empty'],
      { options: ['một', '', 'ba'] },
    ],
    ['a key beyond the options', p('Câu 1: x?', 'A. một', 'B. hai', 'ĐA: E'), ['key_out_of_range'], { key: -1 }],
    [
      'a letter twice',
      p('Câu 1: x?', 'A. một', 'B. hai', 'C. ba', 'C. bốn', 'ĐA: D'),
      [],
      { options: ['một', 'hai', 'ba', 'bốn'], key: 3 },
    ],
    [
      'a letter left out',
      p('Câu 1: x?', 'A. một', 'B. hai', 'D. bốn', 'ĐA: D'),
      [],
      { options: ['một', 'hai', 'bốn'], key: 2 },
    ],
    ['a mark against the key', p('Câu 1: x?', [u('A'), '. một'], 'B. hai', 'ĐA: B'), ['several_keys'], { key: 1 }],
    [
      'text after the last option',
      question(1) + p('Đáp án: A', 'Ghi chú của tôi'),
      [],
      { options: ['hỏi 1 một', 'hỏi 1 hai', 'hỏi 1 ba', 'hỏi 1 bốn'] },
    ],
    [
      'a stray line after the options',
      question(1) + p('Một dòng lạc ở đây'),
      ['part_ignored', 'key_missing'],
      { key: -1 },
    ],
  ] as [string, string, string[], object][])('%s', async (_, body, codes, expected) => {
    const rows = await read(body)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.place).toBe('Câu 1')
    expect(codesOf(rows).toSorted((a, z) => a.localeCompare(z))).toEqual(codes.toSorted((a, z) => a.localeCompare(z)))
    expect(rows[0]?.draft.body).toMatchObject(expected)
  })

  it('do not spoil their neighbours', async () => {
    const rows = await read(question(1) + p('Đáp án: A') + p('Câu 2: hỏng') + question(3) + p('Đáp án: C'))
    expect(keysOf(rows)).toEqual(['A', '-', 'C'])
  })

  it('a file without questions says so', async () => {
    await expect(read(p('Kính gửi thầy cô,', 'Đây là một lá thư.'))).rejects.toThrow('UPLOAD.NO_ITEMS')
  })
})

describe('details of a question', () => {
  it('level, topic, source, tags and more on lines of their own', async () => {
    const [row] = await read(
      question(1) +
        p(
          'Đáp án: A',
          'Giải thích: Vì thế.',
          'Chủ đề: An toàn thông tin',
          'Mức độ: TH',
          'Nguồn: Quyết định 749/QĐ-TTg | Điều 3',
          'Căn cứ: Luật An ninh mạng',
          'Thẻ: mật khẩu; tình huống',
          'Điểm: 0,5',
          'Độ khó: 60%',
          'Năng lực: 4.2',
          'Hiệu lực từ: 01/07/2026',
          'Mã: AT-007',
          'Nhóm loại trừ: mk',
        ),
    )
    expect(row?.draft).toMatchObject({
      explanation: 'Vì thế.',
      topic: 'cyber-safety',
      level: 'understand',
      sources: [
        { document: 'Quyết định 749/QĐ-TTg', locator: 'Điều 3', url: '', role: 'reference' },
        { document: 'Luật An ninh mạng', locator: '', url: '', role: 'basis' },
      ],
      tags: ['mật khẩu', 'tình huống'],
      points: 0.5,
      intendedDifficulty: 60,
      competences: ['4.2'],
      validFrom: '2026-07-01',
      code: 'AT-007',
      exclusionGroup: 'mk',
    })
    expect(row?.problems).toEqual([])
  })

  it.each([
    ['Câu 1 (NB): x?', 'recall'],
    ['Câu 1. [TH] x?', 'understand'],
    ['Câu 1: (Vận dụng) x?', 'apply'],
    ['Câu 1 [VDC]. x?', 'apply-high'],
    ['Câu 1: <NB> x?', 'recall'],
    ['Câu 1: x? (TH)', 'understand'],
    ['Câu 1 (Mức độ: Thông hiểu). x?', 'understand'],
  ])('a level in brackets: %s', async (text, level) => {
    const [row] = await read(p(text, 'A. một', 'B. hai', 'ĐA: A'))
    expect(row?.draft).toMatchObject({ level, body: { stem: 'x?', key: 0 } })
  })

  it('points in brackets', async () => {
    expect((await read(p('Câu 1 (0,25 điểm). x?', 'A. một', 'B. hai', 'ĐA: A')))[0]?.draft).toMatchObject({
      points: 0.25,
      body: { stem: 'x?' },
    })
  })

  it('a level and a topic above several questions', async () => {
    const rows = await read(
      p('Chủ đề 1: Kinh tế số', 'I. NHẬN BIẾT') +
        question(1) +
        question(2) +
        p('PHẦN II. THÔNG HIỂU', 'Thông hiểu') +
        question(3),
    )
    expect(rows.map(({ draft }) => [draft.topic, draft.level])).toEqual([
      ['digital-economy', 'recall'],
      ['digital-economy', 'recall'],
      ['digital-economy', 'understand'],
    ])
  })

  it('a topic of somebody else’s is kept as a tag', async () => {
    const [row] = await read(question(1) + p('ĐA: A', 'Chủ đề: Mạng máy tính'))
    expect(row?.draft).toMatchObject({ topic: null, tags: ['Mạng máy tính'] })
  })

  it.each([
    ['Lời giải', 'Lời giải'],
    ['Giải thích:', 'Giải thích: '],
    ['Hướng dẫn giải', 'Hướng dẫn giải:'],
    ['Lời giải. Chọn B', 'Lời giải'],
  ])('explanations begin with %s', async (_, start) => {
    const [row] = await read(question(1) + p(start, 'Chọn B', 'Dữ liệu mở là của mọi người.', 'Ai cũng dùng được.'))
    expect(row?.draft.explanation).toBe('<p>Dữ liệu mở là của mọi người.</p><p>Ai cũng dùng được.</p>')
    expect(row?.draft.body).toMatchObject({ key: 1 })
  })

  it('an explanation on the line of the key', async () => {
    const rows = await read(
      question(1) + p('Đáp án: B. Vì dữ liệu là của chung.') + question(2) + p('Đáp án: C Giải thích: Như trên.'),
    )
    expect(rows.map(({ draft }) => draft.explanation)).toEqual(['Vì dữ liệu là của chung.', 'Như trên.'])
    expect(keysOf(rows)).toEqual(['B', 'C'])
  })

  it('an explanation may count and name options', async () => {
    const [first, second] = await read(
      question(1) +
        p('Đáp án: B', 'Lời giải: Có hai lý do:', '1. Nhanh', '2. Rẻ', 'A. sai vì chậm', 'B. đúng') +
        question(2) +
        p('ĐA: A'),
    )
    expect(first?.draft.explanation).toBe(
      '<p>Có hai lý do:</p><p>1. Nhanh</p><p>2. Rẻ</p><p>A. sai vì chậm</p><p>B. đúng</p>',
    )
    expect(second?.draft.body).toMatchObject({ stem: 'hỏi 2?', key: 0 })
  })
})

describe('questions in a table', () => {
  it('a row a question', async () => {
    const table = w.table([
      ['STT', 'Câu hỏi', 'A', 'B', 'C', 'D', 'Đáp án', 'Mức độ'],
      ['1', 'Một?', 'm', 'n', 'o', 'p', 'B', 'NB'],
      ['2', 'Hai?', 'q', 'r', 's', 't', 'D', 'VD'],
    ])
    const rows = await read(p('NGÂN HÀNG CÂU HỎI') + table)
    expect(rows.map(({ draft }) => [draft.body.stem, draft.level])).toEqual([
      ['Một?', 'recall'],
      ['Hai?', 'apply'],
    ])
    expect(keysOf(rows)).toEqual(['B', 'D'])
    expect(rows[1]?.draft.body).toMatchObject({ options: ['q', 'r', 's', 't'] })
  })

  it('a row a question with its options in the cell', async () => {
    const cell = (name: string) => ({ xml: p(`${name}?`, `A. ${name}1`, `B. ${name}2`) })
    const rows = await read(
      w.table([
        ['TT', 'Nội dung câu hỏi', 'Đáp án'],
        ['1', cell('x'), 'A'],
        ['2', cell('y'), 'B'],
      ]),
    )
    expect(rows.map(({ draft }) => draft.body.stem)).toEqual(['x?', 'y?'])
    expect(keysOf(rows)).toEqual(['A', 'B'])
  })

  it('a table that only lays out', async () => {
    const rows = await read(w.table([[{ xml: question(1) + p('ĐA: A') }, { xml: question(2) + p('ĐA: B') }]]))
    expect(keysOf(rows)).toEqual(['A', 'B'])
  })

  it('the head of a paper in a table is no question', async () => {
    const rows = await read(
      w.table([
        ['SỞ GDĐT QUẢNG NAM', 'ĐỀ KIỂM TRA'],
        ['TRƯỜNG THPT', 'Năm học 2025–2026'],
      ]) +
        question(1) +
        p('ĐA: A'),
    )
    expect(keysOf(rows)).toEqual(['A'])
  })
})
