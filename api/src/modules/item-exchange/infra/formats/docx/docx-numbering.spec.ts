import { keysOf, options, p, question, read } from './paper.sample.js'
import { list, num, u, WordWriter } from './word-file.sample.js'

/** Numbers of questions, and questions in tables. */

const w = new WordWriter('word')

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
