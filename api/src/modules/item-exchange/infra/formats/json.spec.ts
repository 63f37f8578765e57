import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { bareDraft } from './draft-texts.js'
import { itemDraft } from './item-draft.arbitrary.js'
import { jsonLosses, readJson, writeJson } from './json.js'
import { SAMPLE_MEDIA } from './media.sample.js'

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const file = (items: unknown[], media: unknown = {}) => bytes({ format: 'thi-so-items', version: 1, items, media })

describe('our own JSON', () => {
  it('brings every item back as it was, with its media', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(itemDraft(), { maxLength: 5 }), async (items) => {
        const written = await writeJson({ items, media: SAMPLE_MEDIA, locale: 'vi' })
        const read = await readJson(written.bytes)
        expect(items.flatMap(jsonLosses)).toEqual([])
        expect(read.rows.map(({ draft }) => draft)).toEqual(items)
        expect(read.rows.flatMap(({ problems }) => problems)).toEqual([])
        for (const [id, content] of read.media) expect([...content]).toEqual([...(SAMPLE_MEDIA.get(id)?.bytes ?? [])])
      }),
    )
  })

  it('keeps a number that is not known unknown', async () => {
    const draft = bareDraft({ type: 'number', stem: 'x', value: Number.NaN, tolerance: 0, unit: '' })
    const { rows } = await readJson((await writeJson({ items: [draft], media: new Map(), locale: 'vi' })).bytes)
    expect(rows[0]?.draft).toEqual(draft)
  })

  it('reads a file that was kept', async () => {
    const kept = readFileSync(path.resolve(__dirname, '../../../../../../test/data/items/json/two-items.json'))
    const { rows, media } = await readJson(kept)
    expect(rows.map(({ place, draft, problems }) => [place, draft.body.type, problems])).toEqual([
      ['items[0] CN-001', 'single-choice', []],
      ['items[1]', 'number', []],
    ])
    expect(rows[0]?.draft.translations.en?.texts).toEqual(['Everything', 'Nothing'])
    expect(media.size).toBe(1)
  })

  it.each([
    ['no object', 7, [['unreadable', 'number']]],
    ['an unknown type', { body: { type: 'essay', stem: 'x' } }, [['type_unknown', 'essay']]],
    ['no body', {}, [['unreadable', 'body']]],
    [
      'a wrong part of the body',
      { body: { type: 'single-choice', stem: 'x', options: ['a', 1], key: 0 } },
      [['unreadable', 'body.options.1']],
    ],
    [
      'an unknown topic',
      { body: { type: 'true-false', stem: 'x', isTrue: true }, topic: 'toán' },
      [['topic_unknown', 'toán']],
    ],
    [
      'an unknown level',
      { body: { type: 'true-false', stem: 'x', isTrue: true }, level: 'khó' },
      [['level_unknown', 'khó']],
    ],
    [
      'a wrong list',
      { body: { type: 'true-false', stem: 'x', isTrue: true }, tags: ['a', {}] },
      [['unreadable', 'tags.1']],
    ],
    [
      'a picture that is not there',
      { body: { type: 'true-false', stem: '<img src="media:a" alt="">', isTrue: true } },
      [['media_missing', 'a']],
    ],
  ])('a row with %s says so and keeps the rest', async (_, item, problems) => {
    const { rows } = await readJson(
      file([item, { code: 'OK', body: { type: 'true-false', stem: 'ổn', isTrue: false } }]),
    )
    expect(rows[0]?.problems.map(({ code, detail }) => [code, detail])).toEqual(problems)
    expect(rows[1]).toMatchObject({ place: 'items[1] OK', problems: [], draft: { body: { stem: 'ổn' }, points: 1 } })
  })

  it('a body that is wrong keeps its stem and options', async () => {
    const { rows } = await readJson(
      file([{ body: { type: 'single-choice', stem: 'x', options: ['a', 'b'], key: 'B' } }]),
    )
    expect(rows[0]?.draft.body).toEqual({ type: 'single-choice', stem: 'x', options: ['a', 'b'], key: -1 })
  })

  it('media that are not base64 are not there', async () => {
    expect(
      (await readJson(file([], { a: { mime: 'image/png', base64: '%%%' }, b: 1, c: { base64: 'QUJD' } }))).media.size,
    ).toBe(1)
  })

  it('names of the language itself are names like others', async () => {
    const text =
      '{"format":"thi-so-items","version":1,"items":[{"__proto__":{"code":"x"},"body":{"type":"true-false","stem":"x","isTrue":true}}],"media":{"__proto__":{"mime":"image/png","base64":"QUJD"}}}'
    const { rows, media } = await readJson(bytes(text))
    expect(rows[0]?.draft.code).toBe('')
    expect([...media.keys()]).toEqual(['__proto__'])
    expect(({} as Record<string, unknown>).mime).toBeUndefined()
  })

  it.each([
    ['no JSON', '{"format":', 'UPLOAD.UNREADABLE'],
    ['nested without end', '['.repeat(200_000), 'UPLOAD.UNREADABLE'],
    ['somebody else’s', '{"items":[]}', 'UPLOAD.UNKNOWN_FORMAT'],
    ['of a later version', '{"format":"thi-so-items","version":2,"items":[]}', 'UPLOAD.UNKNOWN_FORMAT'],
    ['a list', '[]', 'UPLOAD.UNKNOWN_FORMAT'],
  ])('a file that is %s is refused', async (_, text, code) => {
    await expect(readJson(bytes(text))).rejects.toThrow(code)
  })
})
