import { type ExportLoss, type ItemBody, type ItemDraft, plainText } from '@thiso/contracts/vocab'
import { one, tagsOf } from './draft-tags.js'
import { isSound, mapTexts, richTextsOf } from './draft-texts.js'
import type { WriteInput, WrittenFile } from './format.js'
import { writeEntry } from './gift-answers.js'
import { escapeGift } from './gift-blocks.js'
import { hasMedia, mediaAsWords } from './html-media.js'
import { acceptedAsPattern } from './moodle-answers.js'
import { bodyTags, hasPlainChoices, isGradedAlike, optionWeights, plainChoice } from './moodle-body.js'
import { withSources } from './sources-note.js'
import { shortened, withoutForeignFormulas } from './text-formats.js'

/** Writes GIFT that Moodle reads: HTML in every text, idnumber and tags in a comment, the ordering type in its own notation. */
export async function writeGift({ items, locale }: WriteInput): Promise<WrittenFile> {
  const questions = items
    .filter((item) => !giftLosses(item).includes('type_not_carried'))
    .map((item) => question(item, locale))
  return {
    bytes: new TextEncoder().encode(`// Thi Số\n\n${questions.join('\n\n')}\n`),
    extension: 'gift.txt',
    mime: 'text/plain',
  }
}

/**
 * Media are replaced by their words; an item that cannot be asked without them is left out, like one that has no key. Choices of a matching question are plain text, grading is Moodle's, the ordering type has no place
 * for an explanation, and a comment cannot hold every tag.
 */
export function giftLosses(item: ItemDraft): ExportLoss[] {
  const carried = mapTexts(item, mediaAsWords)
  if (!isSound(carried.body) || !hasPlainChoices(carried.body) || hasArrow(carried.body)) return ['type_not_carried']
  const losses: ExportLoss[] = []
  const isOrdering = item.body.type === 'ordering'
  if (isOrdering && carried.explanation !== '') losses.push('explanation_lost')
  if (richTextsOf(item).some(hasMedia)) losses.push('media_lost')
  if (!hasPlainChoices(carried.body, 'exactly')) losses.push('rich_text_lost')
  if (isOrdering && item.sources.length > 0) losses.push('sources_lost')
  if (item.translations.en) losses.push('translations_lost')
  if (!isCode(item.code) || allTags(item).some((tag) => !isTag(tag))) losses.push('metadata_lost')
  if (!isGradedAlike(item.body)) losses.push('grading_lost')
  return losses
}

/** An arrow in an accepted text makes a matching question of it, and nothing in the format can keep it from that. */
const hasArrow = (body: ItemBody) => body.type === 'short-text' && body.accepted.some((text) => text.includes('->'))

const allTags = (item: ItemDraft) => [
  ...tagsOf(item),
  ...bodyTags(item.body),
  ...unitTag(item.body),
  ...pointsTag(item),
]
const unitTag = (body: ItemBody) => (body.type === 'number' ? one('unit', body.unit) : [])
const pointsTag = (item: ItemDraft) => (item.points === 1 ? [] : one('points', item.points))

/** What Moodle takes out of a comment: a bracket may be escaped, a backslash may not; it cuts tags at fifty characters. */
const isTag = (tag: string) => isCode(tag) && tag.length <= 50 && !/[<>`]/.test(tag)
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const isCode = (code: string) => !/[\u0000-\u001f\u007f]|\\(?:\]|$)/.test(code)

function question(item: ItemDraft, locale: 'vi' | 'en'): string {
  const carried = mapTexts(item, mediaAsWords)
  const { body } = carried
  const bracket = (word: string, value: string) => `[${word}:${value.replace(/\]/g, '\\]')}]`
  const marks = [
    ...(item.code !== '' && isCode(item.code) ? [bracket('id', item.code)] : []),
    ...allTags(item)
      .filter(isTag)
      .map((tag) => bracket('tag', tag)),
  ]
  const comment = marks.length === 0 ? '' : `// ${marks.join(' ')}\n`
  const name = item.code || shortened(plainText(carried.body.stem))
  if (body.type === 'ordering') {
    // This type is found by a pattern that knows no escapes: no brace may stand before its own.
    const noBraces = (text: string) => text.replace(/\{/g, '(').replace(/\}/g, ')')
    const stem = escapeGift(withoutForeignFormulas(body.stem).replace(/\{/g, '&#123;').replace(/\}/g, '&#125;'))
    const grading = body.grading === 'partial' ? 'RELATIVE_ALL_PREVIOUS_AND_NEXT' : 'ALL_OR_NOTHING'
    const head = `{>${body.entries.length} ALL VERTICAL ${grading} HIDE`
    return `${comment}::${escapeGift(noBraces(name))}::[html]${stem}${[head, ...body.entries.map((entry) => writeEntry(withoutForeignFormulas(entry)))].join('\n')}\n}`
  }
  const explanation = withSources(carried.explanation, item.sources, locale)
  const general = explanation === '' ? '' : `####${html(explanation)}`
  return `${comment}::${escapeGift(name)}::[html]${escapeGift(withoutForeignFormulas(body.stem))}${answer(body, general, locale)}`
}

/** A text within the braces; what would be read as a format or a weight is kept from it by naming the format. */
function html(text: string): string {
  return `${/^[[%]/.test(text) ? '[html]' : ''}${escapeGift(withoutForeignFormulas(text))}`
}

function answer(body: ItemBody, general: string, locale: 'vi' | 'en'): string {
  const lines = (pieces: readonly string[], sign = '') =>
    `{${sign}\n${pieces.map((piece) => `\t${piece}\n`).join('')}${general === '' ? '' : `\t${general}\n`}}`
  switch (body.type) {
    case 'single-choice':
      return lines(body.options.map((option, index) => `${index === body.key ? '=' : '~'}${html(option)}`))
    case 'multiple-choice': {
      const weights = optionWeights(body)
      return lines(body.options.map((option, index) => `~%${weights[index]}%${html(option)}`))
    }
    case 'true-false':
      return `{${body.isTrue ? 'TRUE' : 'FALSE'}${general}}`
    case 'true-false-group': {
      const [yes, no] = locale === 'vi' ? ['Đúng', 'Sai'] : ['True', 'False']
      const statements = body.statements.map(({ text, isTrue }) => `=${html(text)} -> ${isTrue ? yes : no}`)
      const missing = [true, false].filter((truth) => !body.statements.some(({ isTrue }) => isTrue === truth))
      return lines([...statements, ...missing.map((truth) => `= -> ${truth ? yes : no}`)])
    }
    case 'short-text':
      return lines(
        body.accepted.map((text) => `=%100%${/^\[/.test(text) ? '[plain]' : ''}${escapeGift(acceptedAsPattern(text))}`),
      )
    case 'number':
      return lines([`=%100%${body.value}:${body.tolerance}`], '#')
    case 'matching':
      return lines([
        ...body.pairs.map(({ prompt, choice }) => `=${html(prompt)} -> ${escapeGift(plainChoice(choice))}`),
        ...body.distractors.map((choice) => `= -> ${escapeGift(plainChoice(choice))}`),
      ])
    case 'ordering':
      return ''
  }
}
