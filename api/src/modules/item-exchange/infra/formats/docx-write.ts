import { type ExportLoss, type ItemBody, type ItemDraft, textsOf } from '@thiso/contracts/vocab'
import { htmlOf } from './docx/html.js'
import { entriesOfHtml } from './docx/html-entries.js'
import { DETAIL_STYLE, detailLines, KEY_STYLE, LABELS, type Part } from './docx/own-parts.js'
import { ownPackage } from './docx/own-package.js'
import { plainParagraph, TextWriter, withoutSounds } from './docx/own-write.js'
import { mapTexts } from './draft-texts.js'
import type { Losses, Writer } from './format.js'
import { numberText } from './item-fields.js'
import { joinQuoted } from './quoted-list.js'

const MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
type Locale = 'vi' | 'en'

/** Items as a Word file of the form that teachers write, which our reader reads back. */
export const writeDocx: Writer = async ({ items, media, locale }) => {
  const texts = await TextWriter.for(items, media)
  const body = items.map((item, at) => itemParagraphs(item, at + 1, locale, texts)).join('')
  return { bytes: ownPackage(body, texts.pictures.values()), extension: 'docx', mime: MIME }
}

function itemParagraphs(item: ItemDraft, number: number, locale: Locale, texts: TextWriter): string {
  const { body, translations } = item
  const labels = LABELS[locale]
  const en = translations.en
  const key = keyText(body, locale)
  const write = (part: Part, label: string, html: string) => texts.write(part, label, html)
  const answer = key === null ? '' : plainParagraph(KEY_STYLE, `${labels.key}: `, key)
  const explained = item.explanation === '' ? '' : write('explanation', `${labels.explanation}: `, item.explanation)
  const details = detailLines(item, locale, (value) => numberText(value, locale)).map((line) => {
    const at = line.indexOf(': ') + 2
    return plainParagraph(DETAIL_STYLE, line.slice(0, at), line.slice(at))
  })
  const question =
    write('stem', `${labels.question} ${number}. `, body.stem) + answers(body, textsOf(body), 'option', 'choice', write)
  if (!en) return [question, answer, explained, ...details].join('')
  const english =
    write('stemEn', `${labels.english}: `, en.stem) + answers(body, en.texts, 'optionEn', 'choiceEn', write)
  const explainedEn = en.explanation === '' ? '' : write('explanationEn', `${labels.explanationEn}: `, en.explanation)
  return [question, answer, explained, english, explainedEn, ...details].join('')
}

/** Options, statements, entries, or prompts each with its choice. */
function answers(
  body: ItemBody,
  texts: readonly string[],
  option: Part,
  choice: Part,
  write: (part: Part, label: string, html: string) => string,
): string {
  const label = (at: number) => {
    if (body.type === 'true-false-group') return `${String.fromCharCode(97 + at)}) `
    return body.type === 'ordering' || body.type === 'matching' ? `${at + 1}) ` : `${String.fromCharCode(65 + at)}. `
  }
  if (body.type !== 'matching') return texts.map((text, at) => write(option, label(at), text)).join('')
  const count = body.pairs.length
  const pairs = texts
    .slice(0, count)
    .map((prompt, at) => write(option, label(at), prompt) + write(choice, '→ ', texts[count + at] ?? ''))
  return [...pairs, ...texts.slice(2 * count).map((distractor) => write(choice, '+ ', distractor))].join('')
}

function keyText(body: ItemBody, locale: Locale): string | null {
  const letter = (at: number) => String.fromCharCode(65 + at)
  const truth = (isTrue: boolean) => (locale === 'vi' ? (isTrue ? 'Đúng' : 'Sai') : isTrue ? 'True' : 'False')
  switch (body.type) {
    case 'single-choice':
      return body.key < 0 ? null : letter(body.key)
    case 'multiple-choice':
      return body.keys.map(letter).join(', ')
    case 'true-false':
      return truth(body.isTrue)
    case 'true-false-group':
      return body.statements.map(({ isTrue }, at) => `${String.fromCharCode(97 + at)}) ${truth(isTrue)}`).join('; ')
    case 'short-text':
      return joinQuoted(body.accepted, ';')
    case 'number':
      return Number.isFinite(body.value) ? numberText(body.value, locale) : null
    case 'ordering':
    case 'matching':
      return null
  }
}

/** Sounds have no place in Word; of rich text what Word shows otherwise than a page does is lost. */
export const docxLosses: Losses = (item) => {
  const losses = new Set<ExportLoss>()
  mapTexts(item, (html) => {
    if (/<audio\b/.test(html)) losses.add('media_lost')
    const words = withoutSounds(html)
    if (htmlOf(entriesOfHtml(words)) !== words) losses.add('rich_text_lost')
    return html
  })
  return [...losses]
}
