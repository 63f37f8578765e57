import { TOPIC_NAMES } from '@thiso/contracts/vocab'
import { AlignmentType, ExternalHyperlink, type FileChild, type ParagraphChild, TextRun } from 'docx'
import { markingOf } from '../../domain/key-table.js'
import { type MasterItem, numbersIn } from '../../domain/master-paper.js'
import type { Numbered } from '../../domain/paper-parts.js'
import { LEVEL_NAMES, partHeading, pointsText, ROLE_NAMES, TYPE_NAMES } from '../../domain/paper-texts.js'
import { letterOf, printedKey, smallLetterOf } from '../../domain/printed-key.js'
import { readBlocks } from '../../domain/rich-blocks.js'
import { typeset } from '../../../../kernel/typeset.js'
import type { PaperFile } from '../pdf/paper-pdf.js'
import { docxFile, headingDocx } from './document.js'
import { labelled } from './item-docx.js'
import { blocksDocx, paragraph } from './rich-docx.js'
import { textRun } from './rich-runs.js'

const INDENT = { left: 284 }

/** PP-6: the teacher's own copy: every item as its author wrote it, with key, marking, explanation, sources and its number in each code. */
export function masterDocx(
  file: PaperFile,
  parts: readonly Numbered<MasterItem & { type: MasterItem['body']['type'] }>[],
  codes: readonly { code: string; numbers: ReadonlyMap<string, number> }[],
): Promise<Buffer> {
  const middle = (text: string, style: { bold?: true; italic?: true }, before: number) =>
    paragraph([textRun(text, style)], { align: AlignmentType.CENTER, before })
  return docxFile(`Đề gốc – ${file.heading.title}`, file.author, 'Đề gốc', [
    ...headingDocx(file.heading, null),
    middle('ĐỀ GỐC', { bold: true }, 200),
    middle('Có đáp án và lời giải – không phát cho thí sinh', { italic: true }, 0),
    ...parts.flatMap((part) => {
      const { title, points } = partHeading(part)
      return [
        paragraph([textRun(`${title} ${points}`, { bold: true })], { before: 200, staysWithNext: true }),
        ...part.entries.flatMap(({ number, entry }) => itemParts(file, entry, number, codes)),
      ]
    }),
  ])
}

function itemParts(
  { pictures }: PaperFile,
  item: MasterItem,
  number: number,
  codes: readonly { code: string; numbers: ReadonlyMap<string, number> }[],
): FileChild[] {
  const { body } = item
  const about = [
    item.code,
    TYPE_NAMES[body.type],
    TOPIC_NAMES.vi[item.topic],
    LEVEL_NAMES[item.level],
    pointsText(item.points),
  ]
  const lead = [textRun(`Câu\u00a0${number}. `, { bold: true })]
  return [
    paragraph([textRun(about.join(' · '), { italic: true })], { before: 200, staysWithNext: true }),
    ...blocksDocx(readBlocks(body.stem), pictures, { lead, staysWithNext: true }),
    ...bodyParts(item, pictures),
    named('Đáp án: ', [textRun(typeset(keyText(item)), { bold: true })]),
    ...(markingOf(item.key) === '' ? [] : [named('Cách chấm: ', [textRun(typeset(markingOf(item.key)))])]),
    ...(item.explanation === ''
      ? []
      : blocksDocx(readBlocks(item.explanation), pictures, { lead: [label('Giải thích: ')], indent: INDENT })),
    ...sourceParts(item),
    named('Vị trí trong các mã đề: ', [textRun(numbersIn(codes, item.itemVersionId))]),
  ]
}

const label = (text: string) => textRun(text, { italic: true })
const named = (name: string, children: readonly ParagraphChild[]) =>
  paragraph([label(name), ...children], { indent: INDENT })

function bodyParts({ body }: MasterItem, pictures: PaperFile['pictures']): FileChild[] {
  const rows = (texts: readonly string[], labelAt: (index: number) => string) =>
    labelled({ pictures }, texts.map(readBlocks), labelAt, true)
  switch (body.type) {
    case 'single-choice':
    case 'multiple-choice':
      return rows(body.options, (index) => `${letterOf(index)}.`)
    case 'true-false-group':
      return rows(
        body.statements.map(({ text }) => text),
        (index) => `${smallLetterOf(index)})`,
      )
    case 'ordering':
      return rows(body.entries, (index) => `${index + 1}.`)
    case 'matching':
      return [
        ...rows(
          body.pairs.map(({ prompt, choice }) => `${prompt} ↔ ${choice}`),
          (index) => `${index + 1}.`,
        ),
        ...(body.distractors.length === 0 ? [] : rows(body.distractors, () => '–')),
      ]
    default:
      return []
  }
}

/** The key in the letters of the author's order. */
function keyText({ body, key }: MasterItem): string {
  switch (body.type) {
    case 'ordering':
      return 'theo thứ tự trên'
    case 'matching':
      return body.distractors.length === 0
        ? 'như các cặp trên'
        : 'như các cặp trên; các mục có gạch đầu dòng không ghép với mục nào'
    default: {
      const asWritten = ('options' in body ? body.options : 'statements' in body ? body.statements : []).map(
        (_, index) => index,
      )
      return printedKey(
        key,
        { itemVersionId: '', optionOrder: asWritten, choiceOrder: [] },
        body.type === 'number' ? body.unit : '',
      )
    }
  }
}

function sourceParts({ citations }: MasterItem): FileChild[] {
  if (citations.length === 0) return []
  return [
    paragraph([label('Nguồn:')], { indent: INDENT }),
    ...citations.map(({ title, url, locator, role }) =>
      paragraph(
        [
          textRun(`– ${[title, locator].filter((part) => part !== '').join(', ')} (${ROLE_NAMES[role]})`),
          ...(url === ''
            ? []
            : [
                textRun(': '),
                new ExternalHyperlink({ link: url, children: [new TextRun({ text: url, style: 'Hyperlink' })] }),
              ]),
        ],
        { indent: { left: 568 } },
      ),
    ),
  ]
}
