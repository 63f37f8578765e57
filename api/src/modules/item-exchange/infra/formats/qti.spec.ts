import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { readQti } from './qti.js'
import { makeZip } from './safe-zip.js'

const folder = path.resolve(__dirname, '../../../../../../test/data/items/qti')
const bytesOf = (text: string) => new TextEncoder().encode(text)
const zipOf = (entries: Record<string, string | Uint8Array>) =>
  makeZip(
    Object.entries(entries).map(([name, value]) => [name, typeof value === 'string' ? bytesOf(value) : value] as const),
  )

/** A folder of the test data as the package that it is a copy of. */
function filesBelow(name: string, below = ''): Record<string, Uint8Array> {
  const place = path.join(folder, name, below)
  return Object.assign(
    {},
    ...readdirSync(place).map((entry) => {
      const inside = below === '' ? entry : `${below}/${entry}`
      return statSync(path.join(place, entry)).isDirectory()
        ? filesBelow(name, inside)
        : { [inside]: Uint8Array.from(readFileSync(path.join(place, entry))) }
    }),
  ) as Record<string, Uint8Array>
}

const packageRead = (name: string) => readQti(zipOf(filesBelow(name)))
const single = (name: string) => readQti(readFileSync(path.join(folder, 'single', name)))
const told = (row: { problems: { code: string; detail: string }[] }) =>
  row.problems.map(({ code, detail }) => `${code} ${detail}`)

describe('QTI 2.2 as TAO packs it', () => {
  it('reads every interaction that has a type here', async () => {
    const { rows, media } = await packageRead('tao-2.2')
    expect(rows.slice(0, 9).map((row) => row.draft.body)).toEqual([
      {
        type: 'single-choice',
        stem: expect.stringMatching(
          /^<p>Hãy quan sát hình dưới đây\.<\/p><p><img src="media:[^"]+" alt="Biển báo mã QR"><\/p><p>Biển báo này <strong>mời<\/strong> người xem làm gì\?<\/p>$/,
        ),
        options: ['Gọi điện thoại', 'Quét mã bằng điện thoại', 'Tắt điện thoại'],
        key: 1,
      },
      {
        type: 'multiple-choice',
        stem: 'Những thiết bị nào có thể nối mạng?',
        options: ['Điện thoại', 'Cái bút chì', 'Máy tính'],
        keys: [0, 2],
        grading: 'partial',
      },
      {
        type: 'ordering',
        stem: 'Xếp các đơn vị từ nhỏ đến lớn.',
        entries: ['Byte', 'Kilobyte', 'Megabyte'],
        grading: 'all-or-nothing',
      },
      {
        type: 'matching',
        stem: 'Ghép mỗi đuôi tệp với loại tệp.',
        pairs: [
          { prompt: '.png', choice: 'hình ảnh' },
          { prompt: '.mp3', choice: 'âm thanh' },
        ],
        distractors: ['văn bản'],
        grading: 'partial',
      },
      {
        type: 'short-text',
        stem: '<p>Chương trình dùng để xem trang web gọi là _____.</p>',
        accepted: ['trình duyệt', 'trình duyệt web'],
        ignoresDiacritics: false,
      },
      { type: 'number', stem: '<p>Năm lần một nửa bằng bao nhiêu?</p>', value: 2.5, tolerance: 0.1, unit: '' },
      {
        type: 'single-choice',
        stem: '<p>Tệp _____ từ người lạ có thể chứa mã độc.</p>',
        options: ['nén', 'đính kèm'],
        key: 1,
      },
      {
        type: 'matching',
        stem: 'Nối các từ cùng nghĩa.',
        pairs: [
          { prompt: 'tải xuống', choice: 'download' },
          { prompt: 'tải lên', choice: 'upload' },
        ],
        distractors: ['update'],
        grading: 'all-or-nothing',
      },
      { type: 'true-false', stem: 'Công thức \\({a}^{2} \\ge 0\\) luôn đúng với số thực.', isTrue: true },
    ])
    expect([...media.values()].map((bytes) => Buffer.from(bytes).subarray(1, 4).toString())).toEqual(['PNG'])
  })

  it('takes keywords for tags, classes that name a topic, points and feedback', async () => {
    const { rows } = await packageRead('tao-2.2')
    expect(rows[0]?.draft).toMatchObject({ topic: 'cyber-safety', level: 'recall', tags: ['lớp 10'], points: 1 })
    expect(rows[1]?.draft.points).toBe(2)
    expect(rows[8]?.draft.explanation).toBe(
      '<ul><li><b>Đúng</b>: Rất tốt.</li><li><b>Sai</b>: Thử với a = -1 xem.</li><li><b>Đúng</b>: Bình phương không âm.</li></ul>',
    )
  })

  it('tells of what it cannot read where it stands, and reads an item that the manifest forgot', async () => {
    const { rows } = await packageRead('tao-2.2')
    const number = (place: string) => /650\d\d/.exec(place)?.[0]
    expect(rows.slice(9).map((row) => [number(row.place), ...told(row)])).toEqual([
      ['65010', 'type_unknown extendedTextInteraction'],
      ['65011', 'unreadable XML 5:14'],
      ['65012', 'unreadable items/i00000000000000000000065012/qti.xml'],
      ['65013'],
    ])
    expect(rows[12]?.draft.body.type).toBe('ordering')
  })
})

describe('QTI 3.0 as Citolab packs it', () => {
  it('reads items, tables of true and false, keys in rules, shared texts and notes for those who score', async () => {
    const { rows, media } = await packageRead('citolab-3.0')
    expect(rows.map((row) => [row.draft.code, row.draft.body.type, ...told(row)])).toEqual([
      ['INTRO', 'single-choice', 'type_unknown interaction × 0'],
      ['ITEM001', 'single-choice'],
      ['ITEM002', 'true-false-group'],
      ['ITEM003', 'short-text'],
      ['ITEM004', 'number'],
      ['ITEM005', 'ordering'],
      ['ITEM006', 'single-choice'],
      ['ITEM007', 'single-choice'],
      ['ITEM008', 'single-choice', 'type_unknown gapMatchInteraction'],
    ])
    const bodies = rows.map((row) => row.draft.body)
    expect(bodies[2]).toMatchObject({
      statements: [{ isTrue: true }, { isTrue: true }, { isTrue: false }],
      grading: 'partial',
    })
    expect(rows[2]?.draft.points).toBe(3)
    expect(bodies[3]).toMatchObject({ accepted: ['byte', 'bai'] })
    expect(bodies[4]).toMatchObject({ value: 1024, tolerance: 0 })
    expect(rows[4]?.draft.explanation).toBe('<p>Chấp nhận 1024 hoặc 1.024.</p>')
    expect(bodies[5]).toMatchObject({
      entries: ['Máy tính điện tử đầu tiên', 'Máy tính cá nhân', 'Điện thoại thông minh'],
    })
    expect(bodies[6]).toMatchObject({ key: 0, stem: expect.stringContaining('<audio src="media:') })
    expect(bodies[7]?.stem).toBe('<p>Dữ liệu là nguồn tài nguyên mới.</p><p>Đoạn văn nói về điều gì?</p>')
    expect(bodies[8]?.stem).toContain('An ninh')
    expect([...media.keys()].map((name) => name.slice(-3))).toEqual(['png', 'mp3'])
  })
})

describe('QTI in other shapes', () => {
  it('reads single items, with prefixes and from other programs', async () => {
    expect((await single('prefixed-2.1.xml')).rows[0]).toMatchObject({
      place: 'QUE_102010_1 – Câu có tiền tố',
      draft: { body: { stem: '<p>Câu nào đúng?<br>Hãy chọn.</p>', options: ['Một', '<em>Hai</em>'], key: 1 } },
      problems: [],
    })
    expect((await single('onyx-2.1.xml')).rows[0]).toMatchObject({
      draft: {
        points: 2,
        explanation: 'Thư có thể bị chậm.',
        body: {
          type: 'true-false-group',
          stem: '<p>Xét các phát biểu về thư điện tử.</p>',
          statements: [
            { text: 'Thư có thể kèm tệp.', isTrue: true },
            { text: 'Thư luôn đến ngay.', isTrue: false },
          ],
        },
      },
    })
  })

  it('says of a test alone which items it names but does not hold', async () => {
    const { rows } = await single('test-2.1.xml')
    expect(rows.map((row) => [row.place, ...told(row)])).toEqual([['q1.xml', 'unreadable Q1']])
  })

  it('finds the manifest within a folder, and items without any manifest', async () => {
    const files = filesBelow('citolab-3.0')
    const moved = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`goi/${name}`, bytes]))
    expect((await readQti(zipOf(moved))).rows).toHaveLength(9)
    const { 'imsmanifest.xml': _, ...bare } = files
    expect((await readQti(zipOf(bare))).rows).toHaveLength(9)
  })

  const numberWith = async (rule: string, value = '10') => {
    const item = `<assessmentItem identifier="x"><responseDeclaration identifier="R" cardinality="single" baseType="float">
      <correctResponse><value>${value}</value></correctResponse></responseDeclaration>
      <itemBody><p>s</p><p><textEntryInteraction responseIdentifier="R"/></p></itemBody>
      <responseProcessing><responseCondition><responseIf>${rule}</responseIf></responseCondition></responseProcessing></assessmentItem>`
    return (await readQti(bytesOf(item))).rows[0]?.draft.body
  }
  const compared = '<variable identifier="R"/><correct identifier="R"/>'
  it.each([
    [`<match>${compared}</match>`, '10', 10, 0],
    [`<equal toleranceMode="exact">${compared}</equal>`, '10', 10, 0],
    [`<equal toleranceMode="absolute" tolerance="0.5">${compared}</equal>`, '10', 10, 0.5],
    [`<equal toleranceMode="absolute" tolerance="0.5 1.5">${compared}</equal>`, '10', 10.5, 1],
    [`<equal toleranceMode="relative" tolerance="10 10">${compared}</equal>`, '-20', -20, 2],
    [`<equalRounded roundingMode="decimalPlaces" figures="2">${compared}</equalRounded>`, '7.389', 7.389, 0.005],
    [`<equalRounded roundingMode="significantFigures" figures="3">${compared}</equalRounded>`, '1234', 1234, 5],
  ])('reads how far a number may be off: %s', async (rule, written, value, tolerance) => {
    expect(await numberWith(rule, written)).toMatchObject({ value, tolerance })
  })

  it('turns a matching whose choices are asked, and tells of prompts with two partners', async () => {
    const item = (
      pairs: string[],
    ) => `<assessmentItem identifier="x"><responseDeclaration identifier="R" cardinality="multiple" baseType="directedPair">
      <correctResponse>${pairs.map((pair) => `<value>${pair}</value>`).join('')}</correctResponse></responseDeclaration><itemBody>
      <matchInteraction responseIdentifier="R"><prompt>s</prompt><simpleMatchSet><simpleAssociableChoice identifier="A">a</simpleAssociableChoice>
      <simpleAssociableChoice identifier="B">b</simpleAssociableChoice></simpleMatchSet><simpleMatchSet><simpleAssociableChoice identifier="C">c</simpleAssociableChoice>
      <simpleAssociableChoice identifier="D">d</simpleAssociableChoice></simpleMatchSet></matchInteraction></itemBody></assessmentItem>`
    const read = async (...pairs: string[]) => (await readQti(bytesOf(item(pairs)))).rows[0]!
    expect((await read('A C', 'A D')).draft.body).toMatchObject({
      pairs: [
        { prompt: 'c', choice: 'a' },
        { prompt: 'd', choice: 'a' },
      ],
    })
    expect(told(await read('A C', 'A D', 'B C'))).toEqual(['several_keys a'])
    expect(told(await read())).toEqual(['key_missing '])
  })
})

describe('QTI of strangers', () => {
  const item = (body: string) => `<assessmentItem identifier="x"><itemBody>${body}</itemBody></assessmentItem>`
  it.each([
    ['an entity', bytesOf(`<!DOCTYPE assessmentItem [<!ENTITY a "b">]>${item('&a;')}`), 'UPLOAD.ENTITIES'],
    [
      'an entity in one item of a package',
      zipOf({ 'a.xml': item('a'), 'b.xml': `<!DOCTYPE a SYSTEM "x">${item('b')}` }),
      'UPLOAD.ENTITIES',
    ],
    ['another root', bytesOf('<html/>'), 'UPLOAD.UNKNOWN_FORMAT'],
    ['QTI 1.2', zipOf({ 'quiz.xml': '<questestinterop><item/></questestinterop>' }), 'UPLOAD.UNKNOWN_FORMAT'],
    ['a package without items', zipOf({ 'readme.txt': 'x' }), 'UPLOAD.NO_ITEMS'],
    ['a damaged manifest', zipOf({ 'imsmanifest.xml': '<manifest>', 'a.xml': item('a') }), 'UPLOAD.UNREADABLE'],
  ])('IX-1 refuses %s', async (_, bytes, code) => {
    await expect(readQti(bytes)).rejects.toMatchObject({ code })
  })

  it('takes no file from outside the package, no drawing, no page, no address of our own store', async () => {
    const body = [
      '<p>s <img src="../../../../etc/passwd" alt="a"/><img src="file:///etc/passwd" alt="b"/><img src="https://example.org/x.png" alt="c"/>',
      '<img src="media:8f2a2f0e-4d3b-4c56-9a77-0a1b2c3d4e5f" alt="d"/><img src="x.svg" alt="e"/><svg><script>1</script></svg>',
      '<object data="x.html" type="text/html">trang</object></p>',
    ].join('')
    const { rows, media } = await readQti(zipOf({ 'a.xml': item(body), 'x.svg': '<svg/>', 'x.html': '<script/>' }))
    expect(rows[0]?.draft.body.stem).toBe('<p>s trang</p>')
    expect(rows.flatMap(told).slice(0, 7)).toEqual([
      'media_missing ../../../../etc/passwd',
      'media_missing file:///etc/passwd',
      'media_missing https://example.org/x.png',
      'media_missing media:8f2a2f0e-4d3b-4c56-9a77-0a1b2c3d4e5f',
      'media_refused x.svg',
      'media_refused <svg>',
      'part_ignored x.html',
    ])
    expect(media.size).toBe(0)
  })

  it('IX-1 reads very many choices, pairs and notes in the time it takes to look at them once', async () => {
    const many = (count: number, one: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => one(index)).join('')
    const start = performance.now()
    const choices = many(60_000, (index) => `<simpleChoice identifier="C${index}">c</simpleChoice>`)
    const values = many(60_000, (index) => `<value>C${index}</value>`)
    const declared = `<responseDeclaration identifier="R" cardinality="ordered"><correctResponse>${values}</correctResponse></responseDeclaration>`
    const order = `<itemBody><orderInteraction responseIdentifier="R">${choices}</orderInteraction></itemBody>`
    await readQti(bytesOf(`<assessmentItem identifier="x">${declared}${order}</assessmentItem>`))
    await readQti(bytesOf(item(many(60_000, (index) => `<feedbackBlock identifier="f">n${index}</feedbackBlock>`))))
    await readQti(bytesOf(item(`${'<div>'.repeat(200)}${'chữ '.repeat(500_000)}${'</div>'.repeat(200)}`)))
    expect(performance.now() - start).toBeLessThan(20_000)
  }, 60_000)
})
