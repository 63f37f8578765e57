import type { ItemBody, ItemDraft } from '@thiso/contracts/vocab'
import { WordWriter } from './docx/word-file.sample.js'
import { readDocx } from './docx-read.js'
import { docxLosses, writeDocx } from './docx-write.js'
import { bareDraft } from './draft-texts.js'
import { SAMPLE_MEDIA } from './media.sample.js'
import { makeZip, openZip } from './safe-zip.js'

const BODIES: ItemBody[] = [
  {
    type: 'single-choice',
    stem: 'Chuyển đổi số là gì?',
    options: ['Số hoá giấy tờ', 'Thay đổi toàn diện', 'Mua máy', 'Lập trang'],
    key: 1,
  },
  {
    type: 'multiple-choice',
    stem: 'Những việc nào an toàn?',
    options: ['Mật khẩu mạnh', 'Cho mượn mã OTP', 'Hai lớp'],
    keys: [0, 2],
    grading: 'partial',
  },
  { type: 'true-false', stem: 'VNeID là ứng dụng định danh.', isTrue: true },
  {
    type: 'true-false-group',
    stem: 'Về dữ liệu:',
    statements: [
      'Dữ liệu mở ai cũng dùng được.',
      'Dữ liệu cá nhân ai cũng được bán.',
      'Sao lưu là cần thiết.',
      'Mật khẩu nên dùng chung.',
    ].map((text, at) => ({ text, isTrue: at % 2 === 0 })),
    grading: 'stepped',
  },
  { type: 'short-text', stem: 'Ứng dụng định danh tên gì?', accepted: ['VNeID', 'VNEID'], ignoresDiacritics: true },
  { type: 'number', stem: 'Một byte có mấy bit?', value: 8, tolerance: 0, unit: 'bit' },
]
const full = (body: ItemBody): ItemDraft => ({
  ...bareDraft(body),
  explanation: 'Vì đó là định nghĩa.',
  topic: 'concepts',
  level: 'understand',
  tags: ['khái niệm', 'ôn tập'],
  sources: [{ document: '749/QĐ-TTg', locator: 'Điều 1', url: '', role: 'basis' }],
  points: 0.5,
})
const items = BODIES.map(full)
const write = async (drafts: readonly ItemDraft[]) =>
  (await writeDocx({ items: drafts, media: SAMPLE_MEDIA, locale: 'vi' })).bytes
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

/** The file with its main part changed, as by somebody who works on it. */
function edited(bytes: Uint8Array, change: (document: string) => string, path = 'word/document.xml'): Uint8Array {
  const files = openZip(bytes)
  files.set(path, new TextEncoder().encode(change(decode(files.get(path)))))
  return makeZip(files)
}
const w = new WordWriter()
const atEnd = (xml: string) => (document: string) => document.replace(/(<w:sectPr)/, `${xml}$1`)

describe('items written for Word', () => {
  it('look like what teachers write', async () => {
    const document = decode(openZip(await write(items.slice(0, 1))).get('word/document.xml'))
    const lines = [...document.matchAll(/<w:p>.*?<\/w:p>/g)].map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    expect(lines).toEqual([
      'Câu 1. Chuyển đổi số là gì?',
      'A. Số hoá giấy tờ',
      'B. Thay đổi toàn diện',
      'C. Mua máy',
      'D. Lập trang',
      'Đáp án: B',
      'Giải thích: Vì đó là định nghĩa.',
      'Loại: Một lựa chọn',
      'Chủ đề: Khái niệm',
      'Mức độ: Thông hiểu',
      'Nguồn: 749/QĐ-TTg | Điều 1 | căn cứ',
      'Thẻ: khái niệm; ôn tập',
      'Điểm: 0,5',
    ])
  })

  it('are read also when their styles are gone, as by a program that keeps none', async () => {
    const bytes = edited(await write(items), (xml) => xml.replace(/Thi Số: |ThiSo/g, 'Khac'), 'word/styles.xml')
    const { rows } = await readDocx(edited(bytes, (xml) => xml.replace(/<w:pStyle [^>]*>/g, '')))
    expect(rows.map(({ draft }) => draft)).toEqual(items)
    expect(rows.flatMap(({ problems }) => problems)).toEqual([])
  })

  it('hold their pictures, with what stands for them', async () => {
    const [id, file] = [...SAMPLE_MEDIA].find(([, { mime }]) => mime === 'image/png') as [string, { bytes: Uint8Array }]
    const draft = bareDraft({
      type: 'true-false',
      stem: `Hình <img src="media:${id}" alt="Cổng &quot;A&quot;"> đúng.`,
      isTrue: true,
    })
    const { rows, media } = await readDocx(await write([draft]))
    const name = /media:([^"]+)/.exec(rows[0]?.draft.body.stem ?? '')?.[1] ?? ''
    expect(rows[0]?.draft.body.stem).toBe(`Hình <img src="media:${name}" alt="Cổng &quot;A&quot;"> đúng.`)
    expect(Buffer.from(media.get(name) ?? []).equals(Buffer.from(file.bytes))).toBe(true)
  })

  it('say for a picture that is not there what it shows', async () => {
    const draft = bareDraft({ type: 'true-false', stem: 'Hình <img src="media:x" alt="cổng"> đúng.', isTrue: true })
    expect((await readDocx(await write([draft]))).rows[0]?.draft.body.stem).toBe('Hình cổng đúng.')
  })

  it.each([
    ['plain', 'a', []],
    ['looks', '<b>a</b> <i>b</i> <u>c</u> <s>d</s> x<sub>1</sub><sup>2</sup> <code>e</code>', []],
    ['paragraphs, lists and tables', '<p>a</p><p>b</p><ul><li>c</li></ul>', []],
    ['a table', 'a<table><tbody><tr><td>b</td><td>c</td></tr></tbody></table>', []],
    [
      'merged cells',
      '<table><tbody><tr><td colspan="2">a</td></tr><tr><td rowspan="2">b</td><td>c</td></tr><tr><td>d</td></tr></tbody></table>',
      [],
    ],
    ['a sound', 'a <audio src="media:x" title="y"></audio>', ['media_lost']],
    ['a link', '<a href="https://x.vn">a</a>', ['rich_text_lost']],
    ['a numbered list', '<ol><li>a</li></ol>', ['rich_text_lost']],
  ])('declare what is lost: %s', async (_, stem, losses) => {
    const draft = bareDraft({ type: 'true-false', stem, isTrue: true })
    expect(docxLosses(draft)).toEqual(losses)
    if (losses.length === 0) expect((await readDocx(await write([draft]))).rows[0]?.draft).toEqual(draft)
  })
})

describe('a file of ours that somebody has worked on', () => {
  const matching: ItemDraft = full({
    type: 'matching',
    stem: 'Ghép:',
    pairs: [
      { prompt: 'p', choice: 'c' },
      { prompt: 'q', choice: 'd' },
    ],
    distractors: ['e'],
    grading: 'partial',
  })

  it('with a question added at its end keeps the others whole', async () => {
    const added = [w.p('Câu 2: Thêm vào?'), w.p('A. có'), w.p('B. không'), w.p('Đáp án: A')].join('')
    const { rows } = await readDocx(edited(await write([matching]), atEnd(added)))
    expect(rows[0]?.draft).toEqual(matching)
    expect(rows[1]).toMatchObject({
      problems: [],
      draft: { body: { type: 'single-choice', stem: 'Thêm vào?', options: ['có', 'không'], key: 0 } },
    })
  })

  it('with a question added in the style of the line before it', async () => {
    const added = [
      w.p('Câu 2: Thêm vào?', { style: 'ThiSoThongTin' }),
      w.p('A. có', { style: 'ThiSoThongTin' }),
      w.p('B. không', { style: 'ThiSoThongTin' }),
      w.p('Đáp án: A', { style: 'ThiSoThongTin' }),
    ].join('')
    const { rows } = await readDocx(edited(await write([matching]), atEnd(added)))
    expect(rows.map(({ draft }) => draft.body.type)).toEqual(['matching', 'single-choice'])
  })

  it('with a paragraph added to an explanation', async () => {
    const draft = { ...full(BODIES[0] as ItemBody), topic: null, level: null, tags: [], sources: [], points: 1 }
    const file = edited(await write([draft]), (xml) =>
      xml.replace(/(<w:p>(?:(?!<w:p>).)*Loại: )/, `${w.p('Thêm một câu.', { style: 'ThiSoGiaiThich' })}$1`),
    )
    expect((await readDocx(file)).rows[0]?.draft.explanation).toBe('<p>Vì đó là định nghĩa.</p><p>Thêm một câu.</p>')
  })

  it('with a changed key and a changed option', async () => {
    const file = edited(await write([full(BODIES[0] as ItemBody)]), (xml) =>
      xml.replace('>B</w:t>', '>D</w:t>').replace('Lập trang', 'Lập trang web'),
    )
    expect((await readDocx(file)).rows[0]?.draft.body).toMatchObject({
      key: 3,
      options: ['Số hoá giấy tờ', 'Thay đổi toàn diện', 'Mua máy', 'Lập trang web'],
    })
  })

  it('with an item taken apart reads that one as anybody’s', async () => {
    const file = edited(await write([full(BODIES[0] as ItemBody), matching]), (xml) => xml.replace('Đáp án: ', 'Chọn '))
    const { rows } = await readDocx(file)
    expect(rows.map(({ draft }) => draft.body)).toEqual([BODIES[0], matching.body])
  })

  it('with a note in between says that it is not taken', async () => {
    const { rows } = await readDocx(edited(await write([matching]), atEnd(w.p('Nhớ hỏi lại thầy An.'))))
    expect(rows).toHaveLength(1)
    expect(rows[0]?.problems).toEqual([{ code: 'part_ignored', detail: 'Nhớ hỏi lại thầy An.' }])
  })
})
