import { type FileChild, type ParagraphChild, TabStopType } from 'docx'
import { optionColumns } from '../../domain/option-columns.js'
import { pointsText } from '../../domain/paper-texts.js'
import type { PrintedItem } from '../../domain/printed-code.js'
import { letterOf, smallLetterOf } from '../../domain/printed-key.js'
import { type Block, type Inline, onlyParagraph } from '../../domain/rich-blocks.js'
import type { Picture } from '../pictures.js'
import { blocksDocx, columnsTable, paragraph } from './rich-docx.js'
import { runsOf, TEXT_WIDTH, textRun, TWIP } from './rich-runs.js'

const INDENT = 284
const LABEL = 380
/** Between columns of options, in points. */
const COLUMN_GAP = 10
const DOTS = '……………'

export interface DocxSetting {
  pictures: ReadonlyMap<string, Picture>
  /** How wide a text is on one line, in points. */
  measure(inlines: readonly Inline[]): number
}

/** One item: the stem after "Câu 1.", then what belongs to its type; kept on one page. */
export function itemDocx(setting: DocxSetting, item: PrintedItem, number: number, hasOwnPoints: boolean): FileChild[] {
  const lead: ParagraphChild[] = [
    textRun(`Câu\u00a0${number}. `, { bold: true }),
    ...(hasOwnPoints ? [textRun(`(${pointsText(item.points)}) `, { italic: true })] : []),
  ]
  const hasMore = item.type !== 'true-false'
  return [
    ...blocksDocx(item.stem, setting.pictures, { lead, before: 120, staysWithNext: hasMore }),
    ...answerParts(setting, item),
  ]
}

function answerParts(setting: DocxSetting, item: PrintedItem): FileChild[] {
  switch (item.type) {
    case 'single-choice':
    case 'multiple-choice':
      return optionParts(setting, item.options)
    case 'true-false-group':
      return labelled(setting, item.options, (index) => `${smallLetterOf(index)})`)
    case 'true-false':
      return []
    case 'short-text':
    case 'number':
      return [
        line([
          textRun('Trả lời: ', { italic: true }),
          textRun(`${DOTS}${DOTS}${DOTS}`),
          textRun(item.unit === '' ? '' : ` ${item.unit}`),
        ]),
      ]
    case 'ordering':
      return [
        ...labelled(setting, item.options, (index) => `${smallLetterOf(index)})`, true),
        line([textRun('Thứ tự đúng: ', { italic: true }), textRun(item.options.map(() => '………').join(' → '))]),
      ]
    case 'matching':
      return [
        columnsTable(
          [
            labelled(setting, item.options, (index) => `${index + 1}.`, true),
            labelled(setting, item.choices, (index) => `${smallLetterOf(index)})`, true),
          ],
          [Math.round(TEXT_WIDTH * 0.56), Math.round(TEXT_WIDTH * 0.44)],
        ),
        line([
          textRun('Ghép: ', { italic: true }),
          textRun(item.options.map((_, index) => `${index + 1}\u00a0–\u00a0……`).join(';  ')),
        ]),
      ]
  }
}

function line(children: readonly ParagraphChild[]): FileChild {
  return paragraph(children, { indent: { left: INDENT }, before: 60 })
}

/** Options in four, two or one columns, at tab stops as such papers are typed. */
function optionParts(setting: DocxSetting, options: readonly Block[][]): FileChild[] {
  const room = (TEXT_WIDTH - INDENT) / TWIP
  const texts = options.map(onlyParagraph)
  const widths = texts.map((inlines) => (inlines === null ? Number.POSITIVE_INFINITY : 16 + setting.measure(inlines)))
  const columns = optionColumns(widths, room, COLUMN_GAP)
  if (columns === 1) return labelled(setting, options, (index) => `${letterOf(index)}.`)
  const step = Math.round(((room + COLUMN_GAP) / columns) * TWIP)
  const lineCount = Math.ceil(options.length / columns)
  return Array.from({ length: lineCount }, (_, at) =>
    paragraph(
      texts
        .slice(at * columns, (at + 1) * columns)
        .flatMap((inlines, column) => [
          textRun(`${column > 0 ? '\t' : ''}${letterOf(at * columns + column)}. `, { bold: true }),
          ...runsOf(inlines ?? [], setting.pictures),
        ]),
      {
        indent: { left: INDENT },
        before: at === 0 ? 40 : 0,
        staysWithNext: at < lineCount - 1,
        tabs: Array.from({ length: columns - 1 }, (_, column) => ({
          type: TabStopType.LEFT,
          position: INDENT + step * (column + 1),
        })),
      },
    ),
  )
}

/** Texts under each other, each after its label. @param staysWithNext the last one too */
export function labelled(
  setting: Pick<DocxSetting, 'pictures'>,
  texts: readonly Block[][],
  labelAt: (index: number) => string,
  staysWithNext = false,
): FileChild[] {
  return texts.flatMap((text, index) =>
    blocksDocx(text, setting.pictures, {
      lead: [textRun(`${labelAt(index)}\t`, { bold: true })],
      indent: { left: INDENT + LABEL, hanging: LABEL },
      tabs: [{ type: TabStopType.LEFT, position: INDENT + LABEL }],
      before: index === 0 ? 40 : 0,
      staysWithNext: staysWithNext || index < texts.length - 1,
    }),
  )
}
