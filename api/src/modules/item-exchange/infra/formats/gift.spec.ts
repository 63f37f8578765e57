import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ItemBody } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { bareDraft } from './draft-texts.js'
import { giftLosses, readGift, writeGift } from './gift.js'

const folder = path.resolve(__dirname, '../../../../../../test/data/items/gift')
const fileOf = (name: string) => readGift(readFileSync(path.join(folder, name)))
const textOf = (text: string) => readGift(new TextEncoder().encode(text))
const only = async (text: string) => (await textOf(text)).rows[0]!
const writtenOf = async (body: ItemBody) =>
  new TextDecoder().decode((await writeGift({ items: [bareDraft(body)], media: new Map(), locale: 'vi' })).bytes)

describe('GIFT as its documentation shows it', () => {
  it('reads every kind of question, each with its place and topic', async () => {
    const { rows, encoding } = await fileOf('documentation.gift.txt')
    expect(encoding).toBe('utf-8')
    expect(rows.map((row) => row.draft.body.type)).toEqual([
      ...['single-choice', 'single-choice', 'single-choice', 'multiple-choice', 'single-choice'],
      ...['true-false', 'true-false', 'true-false', 'short-text', 'short-text', 'matching', 'true-false-group'],
      ...['number', 'number', 'number', 'number', 'single-choice', 'single-choice', 'single-choice', 'single-choice'],
      ...['single-choice', 'single-choice'],
    ])
    expect(rows.slice(0, 3).map((row) => row.place)).toEqual(['Dòng 7', 'Dòng 9', 'Dòng 11 – Câu có tiêu đề'])
    expect(new Set(rows.map((row) => row.draft.topic))).toEqual(new Set(['concepts']))
    expect(rows.slice(-2).map((row) => row.problems)).toEqual([
      [{ code: 'type_unknown', detail: 'essay' }],
      [{ code: 'type_unknown', detail: 'description' }],
    ])
  })

  it('leaves a gap where the answer stands within the sentence', async () => {
    expect((await only('Thủ đô {=Hà Nội ~Huế} nằm ở đâu?')).draft.body).toEqual({
      type: 'single-choice',
      stem: 'Thủ đô _____ nằm ở đâu?',
      options: ['Hà Nội', 'Huế'],
      key: 0,
    })
  })

  it('adds feedback on single answers to the explanation', async () => {
    const { rows } = await fileOf('documentation.gift.txt')
    expect(rows[2]?.draft.explanation).toBe(
      'Ngày này được chọn vì mười – mười gợi hai chữ số của hệ nhị phân.' +
        '<ul><li><b>ngày 10 tháng 10</b>: Đúng, theo quyết định của Thủ tướng Chính phủ.</li>' +
        '<li><b>ngày 20 tháng 11</b>: Đó là Ngày Nhà giáo Việt Nam.</li></ul>',
    )
    expect((await only('S.{F#nhầm#phải}')).draft.explanation).toBe(
      '<ul><li><b>Sai</b>: phải</li><li><b>Đúng</b>: nhầm</li></ul>',
    )
  })

  it('takes weights for several right options, and tells which partial points it passes over', async () => {
    const { rows } = await fileOf('documentation.gift.txt')
    expect(rows[3]?.draft.body).toMatchObject({ type: 'multiple-choice', keys: [0, 1], grading: 'partial' })
    expect(rows[4]).toMatchObject({
      draft: { body: { type: 'single-choice', key: 2 } },
      problems: [{ code: 'part_ignored', detail: '%50%gần đúng' }],
    })
  })

  it('reads numbers with a tolerance, a range, several shares and a decimal comma', async () => {
    const numberOf = async (text: string) => (await only(text)).draft.body
    expect(await numberOf('x{#3:2}')).toMatchObject({ value: 3, tolerance: 2 })
    expect(await numberOf('x{#1..5}')).toMatchObject({ value: 3, tolerance: 2 })
    expect(await numberOf('x{#1.1..1.2}')).toMatchObject({ value: 1.15, tolerance: 0.05 })
    expect(await numberOf('x{#-2,5:0,25}')).toMatchObject({ value: -2.5, tolerance: 0.25 })
    expect(await numberOf('x{#=1500:100 =%50%1500:200}')).toMatchObject({ value: 1500, tolerance: 100 })
    expect((await only('x{#mười}')).problems).toEqual([{ code: 'unreadable', detail: 'mười' }])
  })

  it('reads escapes and the formats of texts', async () => {
    const { rows } = await fileOf('documentation.gift.txt')
    expect(rows.slice(16, 20).map((row) => row.draft.body)).toMatchObject([
      { options: ['= 2 + 2', '= 2 + 3', 'tập {2; 3}'], key: 1 },
      { options: ['&lt;br&gt;', '&lt;p&gt;', '<i>không có</i>', '<b>đậm</b> là <code>b</code>'] },
      { stem: 'Từ nào <b>đậm</b> và <i>nghiêng</i>?' },
      {
        stem: 'Đường dẫn C:\\thư mục có dấu gì?<br>Hãy chọn.',
        options: ['gạch chéo ngược', 'hai chấm :', 'thăng #', 'ngã ~'],
      },
    ])
    expect((await only('Tính $$\\frac\\{1\\}\\{2\\}$$ khi a < b & c. {T}')).draft.body.stem).toBe(
      'Tính \\(\\frac{1}{2}\\) khi a &lt; b &amp; c.',
    )
  })
})

describe('GIFT as Moodle writes it', () => {
  it('reads idnumbers and tags of comments, categories and the ordering type', async () => {
    const { rows } = await fileOf('moodle-export.gift.txt')
    expect(rows.map((row) => row.draft.code)).toEqual(['ATM-001', '', '', '', '', '', 'ATM-007', ''])
    expect(rows[0]?.draft).toMatchObject({ topic: 'cyber-safety', level: 'recall', tags: ['lớp 10'] })
    expect(rows[6]?.draft.body).toEqual({
      type: 'ordering',
      stem: '<p>Xếp các bước đổi mật khẩu.</p>',
      entries: ['<p>Mở phần cài đặt</p>', '<p>Nhập mật khẩu cũ</p>', '<p>Nhập mật khẩu mới</p>'],
      grading: 'partial',
    })
    expect(rows[3]).toMatchObject({
      draft: { body: { accepted: ['One-Time Password', 'mật khẩu dùng một lần'] } },
      problems: [{ code: 'part_ignored', detail: 'mật khẩu*' }],
    })
  })

  it('makes a tag of a category that is no topic, and a topic of one that is', async () => {
    const topicOf = async (category: string) => {
      const { topic, tags } = (await only(`$CATEGORY: ${category}\n\nx{T}`)).draft
      return { topic, tags }
    }
    expect(await topicOf('$course$/top/Chương 1/Bài 2')).toEqual({ topic: null, tags: ['Bài 2'] })
    expect(await topicOf('top/Kinh tế số/Bài 2')).toEqual({ topic: 'digital-economy', tags: [] })
    expect(await topicOf('quang-nam')).toEqual({ topic: 'quang-nam', tags: [] })
    expect(await topicOf('Vào//ra')).toEqual({ topic: null, tags: ['Vào/ra'] })
    expect(await topicOf('$course$/top')).toEqual({ topic: null, tags: [] })
  })

  it('reads Windows line ends', async () => {
    const { rows } = await fileOf('windows.gift.txt')
    expect(rows.map((row) => [row.place, row.draft.body.stem])).toEqual([
      ['Dòng 1 – Câu 1', 'Tin học là gì?'],
      ['Dòng 6 – Câu 2', 'Dòng một<br>dòng hai'],
    ])
  })
})

describe('GIFT with faults', () => {
  it('reads every good question, and tells place and reason of every faulty one', async () => {
    const { rows } = await fileOf('faulty.gift.txt')
    expect(rows.map((row) => [row.place, ...row.problems.map(({ code, detail }) => `${code} ${detail}`)])).toEqual([
      ['Dòng 1'],
      ['Dòng 3', 'unreadable { …'],
      ['Dòng 7'],
      ['Dòng 13', 'unreadable … }'],
      ['Dòng 15', 'unreadable { … } {'],
      ['Dòng 17'],
      ['Dòng 18'],
      ['Dòng 20', 'several_keys 1, 2'],
      ['Dòng 22', 'unreadable khoảng mười'],
      ['Dòng 24', 'unreadable hai'],
      ['Dòng 26', 'media_missing a.png'],
      ['Dòng 28'],
    ])
    expect(rows[1]?.draft.body.stem).toBe('Câu này quên đóng ngoặc.{<br>=một<br>~hai')
  })

  it('IX-1 refuses a file without questions', async () => {
    await expect(textOf('// chỉ có ghi chú\n\n$CATEGORY: x\n')).rejects.toMatchObject({ code: 'UPLOAD.NO_ITEMS' })
  })

  it('keeps each good question whatever stands between them', async () => {
    const noise = fc
      .array(
        fc.constantFrom(
          '{',
          '}',
          '~',
          '=',
          '#',
          '::',
          '->',
          '%50%',
          '\\',
          '\\{',
          '[html]',
          ' ',
          '\n',
          '//',
          'chữ',
          '####',
          '>',
        ),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join('').replace(/\n\s*(?=\n)/g, ''))
    await fc.assert(
      fc.asyncProperty(fc.array(noise, { maxLength: 4 }), async (noises) => {
        const file = noises.map((text, index) => `${text}\n\n::t::Câu số ${index}?{=a ~b}`).join('\n\n')
        const { rows } = await textOf(`${file}\n\n::t::Câu cuối?{T}`)
        const stems = rows.filter((row) => row.problems.length === 0).map((row) => row.draft.body.stem)
        for (const index of noises.keys()) expect(stems).toContain(`Câu số ${index}?`)
        expect(stems).toContain('Câu cuối?')
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['one line of plain text', 'chữ '.repeat(2_000_000)],
    ['opening braces', '{'.repeat(2_000_000)],
    ['opening braces, each in a paragraph', 'a{\n\n'.repeat(150_000)],
    ['pairs of braces', '{}'.repeat(1_000_000)],
    ['options without an end', `x{${'~a'.repeat(1_000_000)}`],
    ['very many options', `x{${'~%50%a#b'.repeat(100_000)}}`],
    ['brackets of comments', `// ${'[id:'.repeat(400_000)}\nx{T}`],
    ['opening tags', `[html]${'<img src="'.repeat(150_000)}{T}`],
    ['sounds without an end', `[html]${'<audio>'.repeat(150_000)}{T}`],
    ['dollars and stars', `[markdown]${'$$*`'.repeat(800_000)}{T}`],
    ['hashes', `x{${'#'.repeat(2_000_000)}}`],
    ['titles', '::'.repeat(2_000_000)],
    ['lines after an answer', `x{T}\n${'a\n'.repeat(400_000)}`],
  ])(
    'reads megabytes of %s in the time it takes to look at them once',
    async (_, text) => {
      const start = performance.now()
      const { rows } = await textOf(text)
      expect(rows.length).toBeGreaterThan(0)
      // Well under a second here; what grows with the square would take hours.
      expect(performance.now() - start).toBeLessThan(20_000)
    },
    60_000,
  )
})

describe('writing GIFT', () => {
  it('writes what Moodle reads: escapes, a title, the format, weights of its list', async () => {
    expect(
      await writtenOf({
        type: 'multiple-choice',
        stem: 'x = 1: {a}',
        options: ['a', 'b', 'c', '%d'],
        keys: [0, 1, 2],
        grading: 'partial',
      }),
    ).toBe(
      '// Thi Số\n\n::x \\= 1\\: \\{a\\}::[html]x \\= 1\\: \\{a\\}{\n\t~%33.33333%a\n\t~%33.33333%b\n\t~%33.33333%c\n\t~%-100%[html]%d\n}\n',
    )
    expect(
      await writtenOf({
        type: 'true-false-group',
        stem: 's',
        statements: [
          { text: 'a', isTrue: true },
          { text: 'b', isTrue: true },
        ],
        grading: 'partial',
      }),
    ).toContain('{\n\t=a -> Đúng\n\t=b -> Đúng\n\t= -> Sai\n}')
    expect(
      await writtenOf({ type: 'ordering', stem: '{x}', entries: ['//a', '{b}', 'c'], grading: 'all-or-nothing' }),
    ).toContain('::(x)::[html]&\\#123;x&\\#125;{>3 ALL VERTICAL ALL_OR_NOTHING HIDE\n&#47;/a\n&#123;b&#125;\nc\n}')
  })

  it('IX-2 says what is lost, and leaves out what cannot be asked', () => {
    const lossesOf = (body: ItemBody) => giftLosses(bareDraft(body))
    expect(lossesOf({ type: 'single-choice', stem: 's', options: ['a', 'b'], key: 1 })).toEqual([])
    expect(lossesOf({ type: 'single-choice', stem: 's', options: ['a', 'b'], key: -1 })).toEqual(['type_not_carried'])
    expect(lossesOf({ type: 'short-text', stem: 's', accepted: ['a->b'], ignoresDiacritics: false })).toEqual([
      'type_not_carried',
    ])
    expect(lossesOf({ type: 'short-text', stem: 's', accepted: ['a'], ignoresDiacritics: true })).toEqual([
      'grading_lost',
    ])
    const pictures = ['<img src="media:1" alt="">', '<img src="media:2" alt="">']
    expect(lossesOf({ type: 'single-choice', stem: 's', options: pictures, key: 0 })).toEqual(['type_not_carried'])
    expect(
      lossesOf({ type: 'single-choice', stem: '<img src="media:1" alt="hình">', options: ['a', 'b'], key: 0 }),
    ).toEqual(['media_lost'])
  })
})
