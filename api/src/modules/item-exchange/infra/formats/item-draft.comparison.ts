import { createHash } from 'node:crypto'
import { type ExportLoss, type ItemBody, type ItemDraft, plainText } from '@thiso/contracts/vocab'
import { bareDraft, mapTexts } from './draft-texts.js'
import type { MediaFile } from './format.js'

/** How the properties of the formats compare an item with what came back of it. */

/** Formats may give media other names: an item with each name replaced by what the file holds. */
export function byMediaContent(draft: ItemDraft, media: ReadonlyMap<string, MediaFile | Uint8Array>): ItemDraft {
  return mapTexts(draft, (text) =>
    text.replace(/media:([^"]+)/g, (_, name: string) => {
      const file = media.get(name)
      if (!file) return `media:missing ${name}`
      const bytes = file instanceof Uint8Array ? file : file.bytes
      return `media:${createHash('sha1').update(bytes).digest('hex')}`
    }),
  )
}

/** An item without what was declared lost; of two items that are the same but for that, the results are equal. */
export function withoutLost(draft: ItemDraft, losses: readonly ExportLoss[]): ItemDraft {
  const has = (loss: ExportLoss) => losses.includes(loss)
  let rest = draft
  if (has('explanation_lost')) rest = { ...rest, explanation: '' }
  if (has('translations_lost')) rest = { ...rest, translations: {} }
  if (has('sources_lost')) rest = { ...rest, sources: [] }
  if (has('validity_lost')) rest = { ...rest, validFrom: null, validTo: null }
  if (has('metadata_lost')) {
    const { body } = rest
    rest = {
      ...bareDraft(body.type === 'number' ? { ...body, unit: '' } : body),
      explanation: rest.explanation,
      translations: rest.translations,
      sources: rest.sources,
      validFrom: rest.validFrom,
      validTo: rest.validTo,
    }
  }
  if (has('grading_lost')) rest = { ...rest, body: withoutGrading(rest.body) }
  if (has('media_lost')) rest = mapTexts(rest, withoutMedia)
  if (has('formula_lost')) rest = mapTexts(rest, (text) => text.replace(/\\[()]/g, ''))
  if (has('rich_text_lost')) rest = mapTexts(rest, plainText)
  return rest
}

function withoutMedia(html: string): string {
  return html
    .replace(/<(?:img|audio)\b[^>]*?\b(?:alt|title)="([^"]*)"[^>]*>(?:<\/audio>)?/g, '$1')
    .replace(/&quot;/g, '"')
    .trim()
}

function withoutGrading(body: ItemBody): ItemBody {
  if (body.type === 'short-text') return { ...body, ignoresDiacritics: false }
  if (body.type === 'number') return { ...body, tolerance: 0 }
  return 'grading' in body ? { ...body, grading: 'all-or-nothing' } : body
}
