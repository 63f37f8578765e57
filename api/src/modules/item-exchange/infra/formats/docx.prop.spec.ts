import fc from 'fast-check'
import { readDocx } from './docx-read.js'
import { docxLosses, writeDocx } from './docx-write.js'
import { itemDraft } from './item-draft.arbitrary.js'
import { expectRoundTrip } from './round-trip.sample.js'

describe('a Word file of ours', () => {
  it('comes back as it was, but for what was declared lost', async () => {
    const docx = { write: writeDocx, read: readDocx, losses: docxLosses }
    await fc.assert(
      fc.asyncProperty(
        fc.array(itemDraft(), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('vi' as const, 'en' as const),
        (drafts, locale) => expectRoundTrip(drafts, docx, locale),
      ),
      { numRuns: 60 },
    )
  })
})
