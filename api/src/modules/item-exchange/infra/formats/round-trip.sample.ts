import type { ItemDraft } from '@thiso/contracts/vocab'
import { mapTexts } from './draft-texts.js'
import type { Losses, Reader, Writer } from './format.js'
import { byMediaContent, withoutLost } from './item-draft.comparison.js'
import { SAMPLE_MEDIA } from './media.sample.js'

type MediaOf = Parameters<typeof byMediaContent>[1]

/** Writes items, reads them again, and expects each to be the same but for what was declared lost. */
export async function expectRoundTrip(
  drafts: readonly ItemDraft[],
  { write, read, losses }: { write: Writer; read: Reader; losses: Losses },
  locale: 'vi' | 'en' = 'vi',
): Promise<void> {
  const carried = drafts.filter((draft) => !losses(draft).includes('type_not_carried'))
  const written = await write({ items: drafts, media: SAMPLE_MEDIA, locale })
  const { rows, media } = await read(written.bytes)
  expect(rows.flatMap(({ problems }) => problems)).toEqual([])
  const compared = (draft: ItemDraft, lost: ReturnType<Losses>, files: MediaOf) => {
    const rest = withoutLost(byMediaContent(draft, files), lost)
    // Plain text parts its words by any space there is.
    return lost.includes('rich_text_lost') ? mapTexts(rest, (text) => text.replace(/\s+/g, ' ').trim()) : rest
  }
  const pairs = carried.map((draft) => ({ draft, lost: losses(draft) }))
  expect(rows.map(({ draft }, at) => compared(draft, pairs[at]?.lost ?? [], media))).toEqual(
    pairs.map(({ draft, lost }) => compared(draft, lost, SAMPLE_MEDIA)),
  )
}
