import { escapeHtml, type ItemBody, type ItemDraft, type ReadRow } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { bareDraft, distinctProblems } from './draft-texts.js'
import { readTags, withTags } from './draft-tags.js'
import type { ReadFile } from './format.js'
import { MediaShelf } from './html-media.js'
import { readTopic } from './item-names.js'
import { GAP, QtiContent } from './qti-content.js'
import { INLINE, type QtiItem, readInteractions } from './qti-interactions.js'
import { pointsOf } from './qti-keys.js'
import { EXPLANATION, TOOL } from './qti-names.js'
import { openQti, type QtiSource } from './qti-package.js'
import { child, childrenOf, descendantsOf, textOf, type XmlElement } from './safe-xml.js'
import { shortened, withFeedback } from './text-formats.js'

const MAX_CODE = 60
const MAX_TAG = 40

/**
 * Reads QTI 2.1, 2.2 and 3.0: packages with a manifest, archives without one, single items, tests that hold their items.
 * @throws ProblemError UPLOAD.ENTITIES, UPLOAD.UNREADABLE, UPLOAD.ARCHIVE_REFUSED …, UPLOAD.UNKNOWN_FORMAT (XML that is no QTI 2 or 3),
 * UPLOAD.NO_ITEMS
 */
export async function readQti(bytes: Uint8Array): Promise<ReadFile> {
  const { sources, encoding } = openQti(bytes)
  const shelf = new MediaShelf()
  const rows = sources.map((source) => rowOf(source, shelf))
  if (rows.length === 0) throw new ProblemError('UPLOAD.NO_ITEMS')
  return { rows, media: shelf.files, encoding }
}

function rowOf(source: QtiSource, shelf: MediaShelf): ReadRow {
  const { element } = source
  if (!element) {
    return {
      place: source.path,
      draft: bareDraft({ type: 'single-choice', stem: '', options: [], key: -1 }),
      problems: [{ code: 'unreadable', detail: source.fault }],
    }
  }
  const isOwn = element.attributes['toolName'] === TOOL
  const content = new QtiContent(shelf, source.find, isOwn)
  const item: QtiItem = {
    element,
    content,
    tags: readTags(source.metadata.keywords.filter((keyword) => keyword !== '')),
    problems: content.problems,
    notes: [],
  }
  const stem = stemOf(source, item)
  const isTemplate = childrenOf(element, 'templateDeclaration').length > 0
  const body = isTemplate ? 'templateDeclaration' : readInteractions(item, stem)
  if (typeof body === 'string') item.problems.push({ code: 'type_unknown', detail: body })
  const explanation = explanationOf(item)
  const topic = source.metadata.taxons.map(readTopic).find((one) => one !== null) ?? null
  const draft = withTags(
    {
      ...bareDraft(typeof body === 'string' ? unknownBody(stem, element) : body),
      code: codeOf(source, isOwn),
      explanation,
      sources: source.metadata.sources,
      points: pointsOf(element) ?? 1,
      topic,
    },
    item.tags,
  )
  const title = shortened(element.attributes['title'] ?? '', 40)
  const place = [source.path, title].filter((one) => one !== '').join(' – ')
  return { place, draft: withinLimits(draft, item.problems), problems: distinctProblems(item.problems) }
}

/** What people need to see to know which item it is that cannot be read. */
function unknownBody(stem: string, element: XmlElement): ItemBody {
  const words = shortened(textOf(child(element, 'itemBody')), 500)
  return { type: 'single-choice', stem: stem || escapeHtml(words), options: [], key: -1 }
}

/** A code of the metadata, or the identifier, which QTI asks every item to have; ours are made up for items without a code. */
function codeOf(source: QtiSource, isOwn: boolean): string {
  if (source.metadata.code !== '') return source.metadata.code
  return isOwn ? '' : (source.element?.attributes['identifier'] ?? '').trim()
}

function withinLimits(draft: ItemDraft, problems: ReadRow['problems']): ItemDraft {
  const tags = draft.tags.filter((tag) => tag.length <= MAX_TAG)
  for (const tag of draft.tags)
    if (tag.length > MAX_TAG) problems.push({ code: 'part_ignored', detail: shortened(tag) })
  return { ...draft, tags, code: draft.code.length <= MAX_CODE ? draft.code : '' }
}

/** Shared material, the body without its interactions, and what the interaction asks by itself. */
function stemOf(source: QtiSource, item: QtiItem): string {
  const { element, content } = item
  const body = child(element, 'itemBody')
  const shared = source.stimuli.map((stimulus) => content.html(child(stimulus, 'stimulusBody')))
  const instructions = rubrics(body, (view) => view.includes('candidate') && !view.includes('scorer'))
  const own = content.html(body, (interaction) => (INLINE.has(interaction.local) ? GAP : ''))
  // Where there are several interactions each keeps its own prompt.
  const prompts = descendantsOf(body, 'prompt')
  const asked = prompts.length === 1 ? prompts : []
  const parts = [
    ...shared,
    ...instructions.map((one) => content.html(one)),
    own,
    ...asked.map((one) => content.html(one)),
  ]
  const given = parts.filter((part) => part !== '')
  if (given.length <= 1) return given[0] ?? ''
  return given.map((part) => (/<(?:p|ul|ol|table|pre|blockquote)[\s>]/.test(part) ? part : `<p>${part}</p>`)).join('')
}

function rubrics(element: XmlElement | undefined, fits: (view: string) => boolean): XmlElement[] {
  return descendantsOf(element, 'rubricBlock').filter((one) => fits(one.attributes['view'] ?? 'candidate'))
}

/** Feedback and notes for those who score, each text once. */
function explanationOf(item: QtiItem): string {
  const { element, content } = item
  const abouts = new Map<string, string>()
  let explanation = ''
  const choices = descendantsOf(element, 'simpleChoice', 'simpleAssociableChoice', 'inlineChoice')
  const within = new Set(choices.flatMap((one) => descendantsOf(one, 'feedbackBlock', 'feedbackInline')))
  const blocks = descendantsOf(child(element, 'itemBody'), 'feedbackBlock', 'feedbackInline')
  for (const one of [...childrenOf(element, 'modalFeedback'), ...blocks.filter((block) => !within.has(block))]) {
    const { identifier = '', title = '' } = one.attributes
    const html = content.html(one)
    if (identifier === EXPLANATION) explanation = html
    // What is said to right and wrong answers alike is about neither.
    else abouts.set(html, abouts.has(html) ? '' : title || outcomeOf(identifier))
  }
  for (const one of rubrics(element, (view) => !view.includes('candidate') || view.includes('scorer')))
    abouts.set(content.html(one), '')
  const all = [...[...abouts].map(([html, about]) => ({ about, html })), ...item.notes].filter(
    (note) => note.html !== '',
  )
  const [only] = all
  if (explanation === '' && all.length === 1 && only?.about === '') return only.html
  return withFeedback(explanation, all)
}

/** The usual names of outcomes; others say nothing to people. */
function outcomeOf(identifier: string): string {
  if (/^(?:correct|right|true)/i.test(identifier)) return 'Đúng'
  return /^(?:incorrect|wrong|false)/i.test(identifier) ? 'Sai' : ''
}
