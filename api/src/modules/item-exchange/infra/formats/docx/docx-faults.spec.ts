import { codesOf, keysOf, p, question, read } from './paper.sample.js'
import { u } from './word-file.sample.js'

/** Several right options, and questions that are faulty. */

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
