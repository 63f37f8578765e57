import { keysOf, p, question, read } from './paper.sample.js'

/** What lines and brackets say of a question besides its options. */

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
