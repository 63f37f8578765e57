import type { ItemDraft } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { itemDraft, SAMPLE_MEDIA } from './item-draft.arbitrary.js'
import { byMediaContent, withoutLost } from './item-draft.comparison.js'
import { qtiLosses, readQti, writeQti2, writeQti3 } from './qti.js'

describe.each([
  ['2.1', writeQti2],
  ['3.0', writeQti3],
] as const)('QTI %s there and back', (_, write) => {
  it('IX-2 brings every item back as it was, but for what was declared lost', async () => {
    const carried = itemDraft().filter((item) => !qtiLosses(item).includes('type_not_carried'))
    await fc.assert(
      fc.asyncProperty(
        fc.array(carried, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('vi' as const, 'en' as const),
        async (items, locale) => {
          const { rows, media } = await readQti((await write({ items, media: SAMPLE_MEDIA, locale })).bytes)
          expect(rows.map((row) => row.problems)).toEqual(items.map(() => []))
          const back = rows.map((row, index) =>
            withoutLost(byMediaContent(row.draft, media), qtiLosses(items[index] as ItemDraft)),
          )
          expect(back).toEqual(items.map((item) => withoutLost(byMediaContent(item, SAMPLE_MEDIA), qtiLosses(item))))
        },
      ),
      { numRuns: 150 },
    )
  })
})
