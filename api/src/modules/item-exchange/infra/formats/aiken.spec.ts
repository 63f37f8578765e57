import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ItemBody, ItemDraft } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { aikenLosses, readAiken, writeAiken } from './aiken.js'
import { bareDraft } from './draft-texts.js'
import { itemDraft, SAMPLE_MEDIA } from './item-draft.arbitrary.js'
import { withoutLost } from './item-draft.comparison.js'

const folder = path.resolve(__dirname, '../../../../../../test/data/items/aiken')
const fileOf = (name: string) => readAiken(readFileSync(path.join(folder, name)))
const choice = (stem: string, options: string[], key: number): ItemBody => ({
  type: 'single-choice',
  stem,
  options,
  key,
})

describe('Aiken', () => {
  it('reads options with bracket and point', async () => {
    const { rows, encoding } = await fileOf('plain.txt')
    expect(encoding).toBe('utf-8')
    expect(rows).toEqual([
      {
        place: 'Dòng 1',
        draft: bareDraft(choice('Thiết bị nào dùng để nhập chữ?', ['Màn hình', 'Bàn phím', 'Loa', 'Máy in'], 1)),
        problems: [],
      },
      {
        place: 'Dòng 8',
        draft: bareDraft(choice('Phần mềm nào là hệ điều hành?', ['Windows', 'Word', 'Excel'], 0)),
        problems: [],
      },
    ])
  })

  it('reads stems and options of several lines, small letters, answers in any case, in Vietnamese and as text', async () => {
    const { rows } = await fileOf('liberal.txt')
    expect(rows.map((row) => [row.place, row.draft.body])).toEqual([
      [
        'Dòng 1',
        choice(
          'Đọc đoạn sau rồi trả lời:<br>B. là chữ cái thứ hai của bảng chữ cái.<br>1 &lt; 2 &amp; 3 &gt; 2',
          ['câu đúng', 'câu sai,<br>viết trên hai dòng'],
          0,
        ),
      ],
      ['Dòng 10', choice('Câu viết liền không có dòng trống?', ['Có', 'Không'], 1)],
      ['Dòng 14', choice('Câu tiếp theo ngay sau đó?', ['Một', 'Hai'], 1)],
    ])
    expect(rows.flatMap((row) => row.problems)).toEqual([])
  })

  it('reads the good questions of a faulty file, and tells where the others stand', async () => {
    const { rows } = await fileOf('faulty.txt')
    expect(
      rows.map(({ place, draft: { body }, problems }) => [
        place,
        'key' in body ? body.key : 'keys' in body ? body.keys : '',
        problems,
      ]),
    ).toEqual([
      ['Dòng 1', 0, []],
      ['Dòng 6', -1, []],
      // One past the last option: no option has that letter.
      ['Dòng 10', 2, []],
      ['Dòng 15', [0, 2], [{ code: 'several_keys', detail: 'A, C' }]],
      ['Dòng 21', 1, [{ code: 'unreadable', detail: 'C)' }]],
      ['Dòng 26', 0, []],
      ['Dòng 28', -1, [{ code: 'unreadable', detail: 'ANSWER: phương án thứ hai' }]],
      ['Dòng 33', 1, []],
      ['Dòng 38', -1, []],
    ])
    // What has no stem or no options shows it by that.
    expect(rows[5]?.draft.body).toEqual(choice('', [], 0))
    expect(rows[8]?.draft.body).toEqual(choice('Hết', [], -1))
  })

  it('IX-1 refuses an empty file', async () => {
    await expect(readAiken(new TextEncoder().encode(' \r\n\n'))).rejects.toMatchObject({ code: 'UPLOAD.NO_ITEMS' })
  })

  it('IX-1 reads very long files and lines in the time it takes to look at them once', async () => {
    const start = performance.now()
    for (const text of [
      'A) x\n'.repeat(300_000),
      'chữ\n'.repeat(300_000),
      `x${' '.repeat(3_000_000)}y`,
      'ANSWER: '.repeat(400_000),
    ])
      await readAiken(new TextEncoder().encode(text))
    expect(performance.now() - start).toBeLessThan(20_000)
  }, 60_000)

  it('writes one line a text, whatever the text looks like', async () => {
    const items = [
      bareDraft(choice('A. Một <b>câu</b>\ntrên hai dòng', ['B) hai', 'ANSWER: A'], 1)),
      bareDraft(choice('ANSWER: gì?', ['a', 'b'], 0)),
    ]
    const { bytes } = await writeAiken({ items, media: new Map(), locale: 'vi' })
    const text = new TextDecoder().decode(bytes)
    expect(text.replace(/\u2060/g, '|')).toBe(
      'A|. Một câu trên hai dòng\nA) B) hai\nB) ANSWER: A\nANSWER: B\n\nANSWER|: gì?\nA) a\nB) b\nANSWER: A\n',
    )
  })

  it('IX-2 carries single-choice items only, and says what it loses of them', () => {
    const full: ItemDraft = {
      ...bareDraft(choice('<img src="media:1" alt="hình"> <b>s</b>', ['a', 'b'], 0)),
      code: 'X1',
      explanation: 'vì',
      sources: [{ document: 'd', locator: '', url: '', role: 'basis' }],
      translations: { en: { stem: 's', texts: ['a', 'b'], explanation: '' } },
      validTo: '2025-12-31',
    }
    expect(aikenLosses(full)).toEqual([
      ...['explanation_lost', 'media_lost', 'rich_text_lost', 'sources_lost', 'translations_lost', 'metadata_lost'],
      'validity_lost',
    ])
    expect(aikenLosses(bareDraft(choice('s', ['a', 'b'], 0)))).toEqual([])
    expect(aikenLosses(bareDraft(choice('s', ['a', 'b'], -1)))).toEqual(['type_not_carried'])
    expect(aikenLosses(bareDraft({ type: 'true-false', stem: 's', isTrue: true }))).toEqual(['type_not_carried'])
  })

  it('IX-2 brings every item back as it was, but for what was declared lost', async () => {
    const carried = itemDraft().filter((item) => !aikenLosses(item).includes('type_not_carried'))
    await fc.assert(
      fc.asyncProperty(fc.array(carried, { minLength: 1, maxLength: 4 }), async (items) => {
        const { rows } = await readAiken((await writeAiken({ items, media: SAMPLE_MEDIA, locale: 'vi' })).bytes)
        expect(rows.map((row) => row.problems)).toEqual(items.map(() => []))
        expect(rows.map((row, index) => withoutLost(row.draft, aikenLosses(items[index] as ItemDraft)))).toEqual(
          items.map((item) => withoutLost(item, aikenLosses(item))),
        )
      }),
      { numRuns: 150 },
    )
  })
})
