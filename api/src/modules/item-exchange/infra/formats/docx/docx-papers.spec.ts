import { codesOf, keysOf, p, question, read } from './paper.sample.js'
import { WordWriter } from './word-file.sample.js'

/** Keys at the end of a paper. */

const w = new WordWriter('word')
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
