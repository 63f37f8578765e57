import { looksLikeQuestions, readPlainQuestions } from './plain-questions.js'

const read = (text: string) => readPlainQuestions(new TextEncoder().encode(text))

describe('questions as plain text', () => {
  it('are read like the paragraphs of a Word file', async () => {
    const { rows, encoding } = await read(
      'Câu 1. Thủ đô của Việt Nam là gì?\r\nA. Huế\r\nB. Hà Nội\r\nC. Vinh\r\nĐáp án: B\r\n\r\n' +
        'Câu 2. a < b & b < c thì?\nA. a < c\tB. a > c\tC. a = c\tD. không rõ\nĐáp án: A\n',
    )
    expect(encoding).toBe('utf-8')
    expect(rows.map(({ place, draft, problems }) => [place, draft.body, problems])).toEqual([
      [
        'Câu 1',
        {
          type: 'single-choice',
          stem: 'Thủ đô của Việt Nam là gì?',
          options: ['Huế', 'Hà Nội', 'Vinh'],
          key: 1,
        },
        expect.any(Array),
      ],
      [
        'Câu 2',
        {
          type: 'single-choice',
          stem: 'a &lt; b &amp; b &lt; c thì?',
          options: ['a &lt; c', 'a &gt; c', 'a = c', 'không rõ'],
          key: 0,
        },
        expect.any(Array),
      ],
    ])
    expect(rows.flatMap(({ problems }) => problems.map(({ code }) => code))).not.toContain('key_missing')
  })

  it.each([
    ['Câu 1. Thủ đô?', true],
    ['Phần I\n  CÂU 12: Thủ đô?', true],
    ['Câu hỏi 3) Thủ đô?', true],
    ['Question 4. Which?', true],
    ['Câu chuyện của tôi.', false],
    ['Kính gửi các thầy cô', false],
  ])('are known by their numbers: %j', (text, isKnown) => {
    expect(looksLikeQuestions(new TextEncoder().encode(text))).toBe(isKnown)
  })

  it('without any question are refused', async () => {
    await expect(read('Kính gửi các thầy cô,\n\nTôi xin gửi đề.')).rejects.toMatchObject({ code: 'UPLOAD.NO_ITEMS' })
  })
})
