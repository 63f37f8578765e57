import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ItemBody } from '@thiso/contracts/vocab'
import { bareDraft } from './draft-texts.js'
import { SAMPLE_MEDIA } from './item-draft.arbitrary.js'
import { moodleXmlLosses, readMoodleXml, writeMoodleXml } from './moodle-xml.js'
import { child, childrenOf, parseXml, textOf } from './safe-xml.js'

const folder = path.resolve(__dirname, '../../../../../../test/data/items/moodle')
const fileOf = (name: string) => readMoodleXml(readFileSync(path.join(folder, name)))
const textRead = (text: string) => readMoodleXml(new TextEncoder().encode(text))
const told = (row: { problems: { code: string; detail: string }[] }) =>
  row.problems.map(({ code, detail }) => `${code} ${detail}`)

describe('Moodle XML as Moodle 4 and 5 export it', () => {
  it('reads the common parts: code, points, tags, category, explanation with feedback, pictures', async () => {
    const { rows, media } = await fileOf('export-4.xml')
    const [first] = rows
    expect(first?.place).toBe('Câu 1 – DVC 01 – Tài khoản')
    expect(first?.problems).toEqual([])
    expect(first?.draft).toMatchObject({
      code: 'DVC-01',
      points: 1,
      topic: 'digital-government',
      level: 'understand',
      tags: ['lớp 11'],
      explanation:
        '<p>Từ tháng 7 năm 2024 chỉ còn một loại tài khoản.</p>' +
        '<ul><li><b>Mạng xã hội</b>: <p>Mạng xã hội không xác thực danh tính.</p></li></ul>',
    })
    const picture = /<img src="media:([^"]+)" alt="Màn hình đăng nhập">/.exec(first?.draft.body.stem ?? '')?.[1]
    expect(
      Buffer.from(media.get(picture ?? '') ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect(first?.draft.body.stem).toContain(',\u00a0người dân')
  })

  it('reads each type of question', async () => {
    const { rows } = await fileOf('export-4.xml')
    expect(rows.slice(1, 7).map((row) => row.draft.body)).toEqual([
      {
        type: 'multiple-choice',
        stem: '<p>Những giấy tờ nào có trên VNeID?</p>',
        options: ['Căn cước', 'Giấy phép lái xe', 'Thẻ bảo hiểm y tế', 'Thẻ thư viện'],
        keys: [0, 1, 2],
        grading: 'partial',
      },
      { type: 'true-false', stem: '<p>Hồ sơ nộp trực tuyến có giá trị như hồ sơ giấy.</p>', isTrue: true },
      {
        type: 'short-text',
        stem: 'Ứng dụng định danh điện tử quốc gia<br>tên là gì?',
        accepted: ['VNeID', '5 * <sao>'],
        ignoresDiacritics: false,
      },
      {
        type: 'number',
        stem: '<p>Bắn xa \\(s = v \\cdot t\\) với \\(v = 5\\) và \\(t = 0{,}5\\).</p>',
        value: 2.5,
        tolerance: 0.05,
        unit: 'm',
      },
      {
        type: 'matching',
        stem: '<p>Ghép thủ tục với nơi giải quyết.</p>',
        pairs: [
          { prompt: '<p>Khai sinh</p>', choice: 'Uỷ ban nhân dân xã' },
          { prompt: '<p>Căn cước</p>', choice: 'Công an' },
        ],
        distractors: ['Trường học &amp; thư viện'],
        grading: 'partial',
      },
      {
        type: 'ordering',
        stem: 'Xếp các bước nộp hồ sơ.',
        entries: ['<p>Đăng nhập</p>', '<p>Chọn thủ tục</p>', '<p>Nộp và theo dõi</p>'],
        grading: 'all-or-nothing',
      },
    ])
    expect(rows.map((row) => row.draft.points)).toEqual([1, 2, 1, 0.5, 1, 1, 1, 1])
  })

  it('tells what it leaves out, but not what Moodle writes into every question', async () => {
    const { rows } = await fileOf('export-4.xml')
    expect(rows.map(told)).toEqual([
      [],
      ['part_ignored Giỏi lắm, em đã nắm được bài!', 'part_ignored Hãy mở mục Ví giấy tờ.'],
      [],
      ['part_ignored usecase', 'part_ignored *neid*'],
      ['part_ignored cm'],
      [],
      [],
      [
        ...['part_ignored doc.pdf', 'media_refused hinh.svg', 'media_missing https://example.org/a.png'],
        'part_ignored gần đúng',
      ],
    ])
  })

  it('takes sounds and pictures out of links, players and data addresses, and never a drawing with scripts', async () => {
    const { rows, media } = await fileOf('export-4.xml')
    const { stem } = rows[7]!.draft.body
    expect(stem.match(/<audio src="media:[0-9a-f]{24}\.mp3" title="[^"]*">/g)).toHaveLength(2)
    expect(stem).toMatch(/<img src="media:[0-9a-f]{24}\.png" alt="nhúng">/)
    expect(stem).not.toMatch(/svg|example\.org/)
    expect([...media.keys()].map((name) => name.slice(-3)).sort()).toEqual(['mp3', 'png'])
    expect(rows[7]?.draft.body).toMatchObject({
      options: ['x &lt; y', '<b>gần</b> đúng', expect.stringMatching(/^<img /)],
    })
  })

  it('refuses types that we do not have row by row, and reads two add-ons', async () => {
    const { rows } = await fileOf('other-types.xml')
    expect(rows.map(told)).toEqual([
      ['type_unknown description'],
      ['type_unknown essay'],
      ['type_unknown cloze'],
      ['type_unknown calculated'],
      ['type_unknown gapselect'],
      [],
      [],
      ['several_keys 1, 3'],
      ['unreadable mười'],
      ['type_unknown '],
    ])
    expect(rows[2]?.draft.body.stem).toBe('<p>Thủ đô là {1:SHORTANSWER:=Hà Nội~%50%HN}.</p>')
    expect(rows[5]?.draft.body).toMatchObject({
      type: 'true-false-group',
      statements: [{ isTrue: true }, { isTrue: false }, { isTrue: true }],
      grading: 'partial',
    })
    expect(rows[6]?.draft.body).toMatchObject({ type: 'multiple-choice', keys: [0, 2], grading: 'all-or-nothing' })
  })

  it('reads files of old Moodles: pictures beside the text, answers without <text>, words for true and false', async () => {
    const { rows } = await fileOf('old-moodle.xml')
    expect(rows.flatMap(told)).toEqual([])
    expect(rows.map((row) => row.draft.body)).toMatchObject([
      { type: 'true-false', isTrue: true, stem: expect.stringMatching(/Mặt Trời\.<img src="media:/) },
      { type: 'number', value: 12 },
      { type: 'short-text', stem: '<p>Thẻ <b>không</b> được mã hoá</p>', accepted: ['đúng thế'] },
    ])
    expect(rows[0]?.draft.tags).toEqual(['Bài 3'])
  })
})

describe('Moodle XML of strangers', () => {
  it.each([
    ['an entity', '<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>', 'UPLOAD.ENTITIES'],
    ['a DTD elsewhere', '<!DOCTYPE quiz SYSTEM "http://example.org/quiz.dtd"><quiz/>', 'UPLOAD.ENTITIES'],
    ['another root', '<?xml version="1.0"?><html/>', 'UPLOAD.UNKNOWN_FORMAT'],
    [
      'no question',
      '<quiz><question type="category"><category><text>x</text></category></question></quiz>',
      'UPLOAD.NO_ITEMS',
    ],
    ['an end that is missing', '<quiz><question type="truefalse">', 'UPLOAD.UNREADABLE'],
    ['depth', `<quiz>${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}</quiz>`, 'UPLOAD.UNREADABLE'],
  ])('IX-1 refuses %s', async (_, text, code) => {
    await expect(textRead(text)).rejects.toMatchObject({ code })
  })

  it('IX-1 reads megabytes on one line in the time it takes to look at them once', async () => {
    const question = (inner: string) => `<quiz><question type="multichoice">${inner}</question></quiz>`
    const html = (text: string) => `<questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>`
    const start = performance.now()
    for (const text of [
      question(html('chữ '.repeat(1_500_000))),
      question(html('<img src="@@PLUGINFILE@@/a.png">'.repeat(20_000))),
      question(html('<a href="@@PLUGINFILE@@/a.mp3">'.repeat(50_000))),
      question('<answer fraction="10"><text>a</text></answer>'.repeat(100_000)),
    ]) {
      const { rows } = await textRead(text)
      expect(rows).toHaveLength(1)
    }
    expect(performance.now() - start).toBeLessThan(20_000)
  }, 60_000)
})

describe('writing Moodle XML', () => {
  const writtenOf = async (body: ItemBody) => {
    const { bytes } = await writeMoodleXml({
      items: [{ ...bareDraft(body), code: 'A<1' }],
      media: SAMPLE_MEDIA,
      locale: 'vi',
    })
    return child(parseXml(new TextDecoder().decode(bytes)), 'question')!
  }

  it('writes what Moodle reads: name, files, weights that add up, an order of answers', async () => {
    const [id] = [...SAMPLE_MEDIA.keys()]
    const question = await writtenOf({
      type: 'multiple-choice',
      stem: `]]> <img src="media:${id}" alt="x">`,
      options: ['a', 'b', 'c', 'd', 'e'],
      keys: [0, 1, 2],
      grading: 'partial',
    })
    expect(question.attributes['type']).toBe('multichoice')
    expect(textOf(child(child(question, 'name'), 'text'))).toBe('A<1')
    expect(textOf(child(question, 'idnumber'))).toBe('A<1')
    expect(textOf(child(question, 'single'))).toBe('false')
    expect(childrenOf(question, 'answer').map((answer) => answer.attributes['fraction'])).toEqual([
      ...['33.33333', '33.33333', '33.33333', '-50', '-50'],
    ])
    const stem = child(question, 'questiontext')
    expect(textOf(child(stem, 'text'))).toBe(`]]> <img src="@@PLUGINFILE@@/${id}.png" alt="x">`)
    expect(child(stem, 'file')?.attributes).toEqual({ name: `${id}.png`, path: '/', encoding: 'base64' })
    expect(Buffer.from(textOf(child(stem, 'file')), 'base64')).toEqual(Buffer.from(SAMPLE_MEDIA.get(id!)!.bytes))

    const ordering = await writtenOf({ type: 'ordering', stem: 's', entries: ['a', 'b', 'c'], grading: 'partial' })
    expect(childrenOf(ordering, 'answer').map((answer) => answer.attributes['fraction'])).toEqual([
      ...['1.0000000', '2.0000000', '3.0000000'],
    ])
  })

  it('IX-2 says what is lost, and leaves out what cannot be asked', () => {
    const lossesOf = (body: ItemBody) => moodleXmlLosses(bareDraft(body))
    const pairs = [
      { prompt: 'a', choice: '<b>1</b>' },
      { prompt: 'b', choice: '2' },
    ]
    expect(lossesOf({ type: 'matching', stem: 's', pairs, distractors: [], grading: 'all-or-nothing' })).toEqual([
      ...['rich_text_lost', 'grading_lost'],
    ])
    expect(lossesOf({ type: 'number', stem: 's', value: 1, tolerance: 0, unit: 'km' })).toEqual([])
    expect(lossesOf({ type: 'single-choice', stem: 's', options: ['a', 'b'], key: -1 })).toEqual(['type_not_carried'])
    expect(moodleXmlLosses({ ...bareDraft({ type: 'true-false', stem: 's', isTrue: true }), tags: ['<x>'] })).toEqual([
      'metadata_lost',
    ])
  })
})
