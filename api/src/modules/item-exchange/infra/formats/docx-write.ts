import { type ExportLoss, type ItemBody, type ItemDraft, textsOf } from '@thiso/contracts/vocab'
import { Document, type FileChild, LevelFormat, Packer } from 'docx'
import { htmlOf } from './docx/html.js'
import { entriesOfHtml } from './docx/html-entries.js'
import { DETAIL_STYLE, detailLines, KEY_STYLE, LABELS, type Part } from './docx/own-parts.js'
import {
  BULLETS,
  OWN_CHARACTER_STYLES,
  OWN_PARAGRAPH_STYLES,
  plainParagraph,
  TextWriter,
  withoutSounds,
} from './docx/own-write.js'
import { mapTexts } from './draft-texts.js'
import type { Losses, Writer } from './format.js'
import { numberText } from './item-fields.js'
import { joinQuoted } from './quoted-list.js'

const MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
type Locale = 'vi' | 'en'

/** Items as a Word file of the form that teachers write, which our reader reads back. */
export const writeDocx: Writer = async ({ items, media, locale }) => {
  const texts = await TextWriter.for(items, media)
  const children = items.flatMap((item, at) => itemParagraphs(item, at + 1, locale, texts))
  const document = new Document({
    creator: 'Thi Số',
    styles: { paragraphStyles: OWN_PARAGRAPH_STYLES, characterStyles: OWN_CHARACTER_STYLES },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              style: { paragraph: { indent: { left: 720, hanging: 260 } } },
            },
          ],
        },
      ],
    },
    sections: [{ children }],
  })
  const bytes = await Packer.toBuffer(document)
  return { bytes: new Uint8Array(bytes), extension: 'docx', mime: MIME }
}

function itemParagraphs(item: ItemDraft, number: number, locale: Locale, texts: TextWriter): FileChild[] {
  const { body, translations } = item
  const labels = LABELS[locale]
  const en = translations.en
  const key = keyText(body, locale)
  const write = (part: Part, label: string, html: string) => texts.write(part, label, html)
  return [
    ...write('stem', `${labels.question} ${number}. `, body.stem),
    ...answers(body, textsOf(body), 'option', 'choice', write),
    ...(key === null ? [] : [plainParagraph(KEY_STYLE, `${labels.key}: `, key)]),
    ...(item.explanation === '' ? [] : write('explanation', `${labels.explanation}: `, item.explanation)),
    ...(en
      ? [
          ...write('stemEn', `${labels.english}: `, en.stem),
          ...answers(body, en.texts, 'optionEn', 'choiceEn', write),
          ...(en.explanation === '' ? [] : write('explanationEn', `${labels.explanationEn}: `, en.explanation)),
        ]
      : []),
    ...detailLines(item, locale, (value) => numberText(value, locale)).map((line) => {
      const at = line.indexOf(': ') + 2
      return plainParagraph(DETAIL_STYLE, line.slice(0, at), line.slice(at))
    }),
  ]
}

/** Options, statements, entries, or prompts each with its choice. */
function answers(
  body: ItemBody,
  texts: readonly string[],
  option: Part,
  choice: Part,
  write: (part: Part, label: string, html: string) => FileChild[],
): FileChild[] {
  const label = (at: number) => {
    if (body.type === 'true-false-group') return `${String.fromCharCode(97 + at)}) `
    return body.type === 'ordering' || body.type === 'matching' ? `${at + 1}) ` : `${String.fromCharCode(65 + at)}. `
  }
  if (body.type !== 'matching') return texts.flatMap((text, at) => write(option, label(at), text))
  const count = body.pairs.length
  return [
    ...texts
      .slice(0, count)
      .flatMap((prompt, at) => [...write(option, label(at), prompt), ...write(choice, '→ ', texts[count + at] ?? '')]),
    ...texts.slice(2 * count).flatMap((distractor) => write(choice, '+ ', distractor)),
  ]
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
