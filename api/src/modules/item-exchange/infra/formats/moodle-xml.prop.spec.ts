import type { ItemDraft } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { itemDraft, SAMPLE_MEDIA } from './item-draft.arbitrary.js'
import { byMediaContent, withoutLost } from './item-draft.comparison.js'
import { moodleXmlLosses, readMoodleXml, writeMoodleXml } from './moodle-xml.js'

describe('Moodle XML there and back', () => {
  it('IX-2 brings every item back as it was, but for what was declared lost', async () => {
    const carried = itemDraft().filter((item) => !moodleXmlLosses(item).includes('type_not_carried'))
    await fc.assert(
      fc.asyncProperty(
        fc.array(carried, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('vi' as const, 'en' as const),
        async (items, locale) => {
          const { bytes } = await writeMoodleXml({ items, media: SAMPLE_MEDIA, locale })
          const { rows, media } = await readMoodleXml(bytes)
          expect(rows.map((row) => row.problems)).toEqual(items.map(() => []))
          const back = rows.map((row, index) =>
            withoutLost(byMediaContent(row.draft, media), moodleXmlLosses(items[index] as ItemDraft)),
          )
          expect(back).toEqual(
            items.map((item) => withoutLost(byMediaContent(item, SAMPLE_MEDIA), moodleXmlLosses(item))),
          )
        },
      ),
      { numRuns: 150 },
    )
  })
})
