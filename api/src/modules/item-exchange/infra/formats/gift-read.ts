import { escapeHtml, type ItemDraft, type ReadRow } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { decodeText } from './decode-text.js'
import { bareDraft, distinctProblems, mapTexts } from './draft-texts.js'
import { readCategory, readTags, withTags } from './draft-tags.js'
import type { ReadFile } from './format.js'
import { formatOf, giftHtml, readGiftAnswer } from './gift-answers.js'
import { asWritten, type GiftBlock, giftBlocks, unescaped } from './gift-blocks.js'
import { MediaShelf, withMedia } from './html-media.js'
import { splitSources } from './sources-note.js'
import { shortened, withFeedback } from './text-formats.js'

const CATEGORY = '$CATEGORY:'

/**
 * Reads GIFT (Moodle's question format as plain text) with what Moodle itself writes beyond its documentation: idnumbers and tags in
 * comments, and questions of the ordering type.
 * @throws ProblemError UPLOAD.ENCODING, UPLOAD.NO_ITEMS
 */
export async function readGift(bytes: Uint8Array): Promise<ReadFile> {
  const { text, encoding } = decodeText(bytes)
  const shelf = new MediaShelf()
  const rows: ReadRow[] = []
  let category = readCategory('')
  for (const block of giftBlocks(text)) {
    if (block.text.startsWith(CATEGORY)) category = readCategory(asWritten(block.text.slice(CATEGORY.length)).trim())
    else rows.push(rowOf(block, category, shelf))
  }
  if (rows.length === 0) throw new ProblemError('UPLOAD.NO_ITEMS')
  return { rows, media: shelf.files, encoding }
}

function rowOf(block: GiftBlock, category: ReturnType<typeof readCategory>, shelf: MediaShelf): ReadRow {
  const { title, text } = titleIn(block.text)
  const place = `Dòng ${block.line}${title === '' ? '' : ` – ${shortened(title, 40)}`}`
  const { code, tags } = commentsOf(block.comments)
  const said = readTags(tags)
  const about = (draft: ItemDraft): ItemDraft =>
    withTags({ ...draft, code, topic: category.topic, tags: category.tag === '' ? [] : [category.tag] }, said)
  const refused = (problem: ReadRow['problems'][number], stem: string): ReadRow => ({
    place,
    draft: about(bareDraft({ type: 'single-choice', stem, options: [], key: -1 })),
    problems: [problem],
  })
  if (block.fault !== null) {
    const written = asWritten(text).slice(0, 4_000)
    return refused({ code: 'unreadable', detail: block.fault }, escapeHtml(written).replace(/\n/g, '<br>'))
  }

  const start = text.indexOf('{')
  if (start < 0) return refused({ code: 'type_unknown', detail: 'description' }, giftHtml(text, 'moodle'))
  const end = text.indexOf('}', start)
  const after = text.slice(end + 1)
  // An answer within the sentence leaves a gap; one at its end leaves nothing.
  const question = `${text.slice(0, start)}${after.trim() === '' ? '' : `_____${after}`}`.trim()
  const { format } = formatOf(question, 'moodle')
  const stem = giftHtml(question, 'moodle').replace(/&#12[35];/g, (brace) => (brace === '&#123;' ? '{' : '}'))

  const within = text.slice(start + 1, end)
  const isOrdering = within.trimStart().startsWith('>')
  const general = isOrdering ? -1 : within.lastIndexOf('####')
  const explanation = general < 0 ? '' : giftHtml(within.slice(general + 4), format)
  const answer = readGiftAnswer(general < 0 ? within : within.slice(0, general), stem, format, said)
  if (answer.body === null) return refused({ code: 'type_unknown', detail: answer.unknownType }, stem)

  const own = splitSources(explanation)
  const draft = about({
    ...bareDraft(answer.body),
    explanation: withFeedback(own.explanation, answer.notes),
    sources: own.sources,
  })
  const source = { shelf, find: () => undefined, problems: answer.problems }
  const resolved = mapTexts(draft, (html) => withMedia(html, source).trim())
  return { place, draft: resolved, problems: distinctProblems(answer.problems) }
}

function titleIn(text: string): { title: string; text: string } {
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  if (end < 0) return { title: '', text }
  return { title: unescaped(text.slice(2, end)).trim(), text: text.slice(end + 2).trim() }
}

/** `[id:…]` and `[tag:…]` in the comments above a question; a bracket within is escaped. */
function commentsOf(comments: readonly string[]): { code: string; tags: string[] } {
  const tags: string[] = []
  let code = ''
  for (const comment of comments)
    for (const [, word, value = ''] of comment.matchAll(/\[(id|tag):((?:\\\]|[^\]]){1,300})\]/g)) {
      const text = value.replace(/\\\]/g, ']').trim()
      if (word === 'tag') tags.push(text)
      else code ||= text
    }
  return { code, tags }
}
