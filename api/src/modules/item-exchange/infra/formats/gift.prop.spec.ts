import type { ItemDraft } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { giftLosses, readGift, writeGift } from './gift.js'
import { itemDraft, SAMPLE_MEDIA } from './item-draft.arbitrary.js'
import { withoutLost } from './item-draft.comparison.js'

const throughGift = async (items: readonly ItemDraft[], locale: 'vi' | 'en') =>
  (await readGift((await writeGift({ items, media: SAMPLE_MEDIA, locale })).bytes)).rows

describe('GIFT there and back', () => {
  it('IX-2 brings every item back as it was, but for what was declared lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(itemDraft(), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('vi' as const, 'en' as const),
        async (items, locale) => {
          const carried = items.filter((item) => !giftLosses(item).includes('type_not_carried'))
          fc.pre(carried.length > 0)
          const rows = await throughGift(carried, locale)
          expect(rows.map((row) => row.problems)).toEqual(carried.map(() => []))
          expect(rows.map((row, index) => withoutLost(row.draft, giftLosses(carried[index] as ItemDraft)))).toEqual(
            carried.map((item) => withoutLost(item, giftLosses(item))),
          )
        },
      ),
      { numRuns: 150 },
    )
  })
})
