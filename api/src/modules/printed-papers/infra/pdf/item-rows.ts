import { optionColumns } from '../../domain/option-columns.js'
import { pointsText } from '../../domain/paper-texts.js'
import type { PrintedItem } from '../../domain/printed-code.js'
import { letterOf, smallLetterOf } from '../../domain/printed-key.js'
import { type Block, type Inline, onlyParagraph } from '../../domain/rich-blocks.js'
import { blockRows, hung } from './blocks.js'
import { indented, type Row, sideBySide, together } from '../../../../platform/documents/pdf/box.js'
import { naturalWidth } from './lines.js'
import { dots, type Setting, textBox } from './words.js'

/** Of the size. */
const INDENT = 1.35
const LABEL = 1.65
const COLUMN_GAP = 1
const OPTION_GAP = 0.12
/** The higher part of a page that an item may take and still be kept whole. */
const WHOLE_MAX = 330

/** One item as rows: the stem after "Câu 1.", then what belongs to its type. */
export function itemRows(
  setting: Setting,
  item: PrintedItem,
  number: number,
  width: number,
  hasOwnPoints: boolean,
): Row[] {
  const { size } = setting
  const lead: Inline[] = [
    { kind: 'text', text: `Câu\u00a0${number}.${hasOwnPoints ? '' : ' '}`, style: { bold: true } },
    ...(hasOwnPoints
      ? [{ kind: 'text' as const, text: ` (${pointsText(item.points)}) `, style: { italic: true } as const }]
      : []),
  ]
  const stem = blockRows(setting, item.stem, width, { lead, gap: size * 0.75, align: 'justify' })
  const rest = indented(answerRows(setting, item, width - size * INDENT), size * INDENT)
  const rows = [...stem, ...rest]
  const height = rows.reduce((total, row) => total + row.height + row.gap, 0)
  if (height <= WHOLE_MAX)
    return together(rows).map((row, index, all) => (index === all.length - 1 ? { ...row, staysWithNext: false } : row))
  // Too high to be kept whole: the stem's last lines stay with what comes first below it.
  return rows.map((row, index) =>
    index === stem.length - 1 && rest.length > 0 ? { ...row, staysWithNext: true } : row,
  )
}

function answerRows(setting: Setting, item: PrintedItem, width: number): Row[] {
  switch (item.type) {
    case 'single-choice':
    case 'multiple-choice':
      return optionRows(setting, item.options, width)
    case 'true-false-group':
      return labelledRows(setting, item.options, width, (index) => `${smallLetterOf(index)})`)
    case 'true-false':
      return []
    case 'short-text':
    case 'number':
      return [answerLine(setting, 'Trả lời:', width, item.unit)]
    case 'ordering':
      return [
        ...together(labelledRows(setting, item.options, width, (index) => `${smallLetterOf(index)})`)),
        blanksRow(
          setting,
          'Thứ tự đúng:',
          item.options.map(() => ''),
          '→',
        ),
      ]
    case 'matching': {
      const gap = setting.size * COLUMN_GAP * 2
      const [left, right] = columnShares(setting, item.options, item.choices, width - gap)
      const columns = sideBySide(
        [
          { x: 0, rows: labelledRows(setting, item.options, left, (index) => `${index + 1}.`) },
          {
            x: left + gap,
            rows: labelledRows(setting, item.choices, right, (index) => `${smallLetterOf(index)})`),
          },
        ],
        setting.size * 0.25,
      )
      const blanks = blanksRow(
        setting,
        'Ghép:',
        item.options.map((_, index) => `${index + 1}\u00a0–`),
        '',
      )
      return [{ ...columns, staysWithNext: true }, blanks]
    }
  }
}

/** The widths of two columns: half each, unless one needs less and the other more. */
function columnShares(
  setting: Setting,
  left: readonly Block[][],
  right: readonly Block[][],
  width: number,
): [number, number] {
  const wanted = (texts: readonly Block[][]) =>
    Math.max(
      0,
      ...texts.map((text) => {
        const inlines = onlyParagraph(text)
        return inlines === null ? width : setting.size * LABEL + naturalWidth(setting, inlines) + 1
      }),
    )
  const [a, b] = [wanted(left), wanted(right)]
  const least = width * 0.25
  if (b < width / 2) return [width - Math.max(b, least), Math.max(b, least)]
  if (a < width / 2) return [Math.max(a, least), width - Math.max(a, least)]
  return [width / 2, width / 2]
}

/** Options in four, two or one columns. */
function optionRows(setting: Setting, options: readonly Block[][], width: number): Row[] {
  const { size } = setting
  const gap = size * COLUMN_GAP
  const label = size * LABEL
  const widths = options.map((option) => {
    const inlines = onlyParagraph(option)
    return inlines === null ? Number.POSITIVE_INFINITY : label + naturalWidth(setting, inlines)
  })
  const columns = optionColumns(widths, width, gap)
  const own = (width - gap * (columns - 1)) / columns
  const cells = options.map((option, index) => {
    const mark = textBox(setting, `${letterOf(index)}.`, { bold: true })
    return hung(setting, mark, blockRows(setting, option, own - label), 0, label)
  })
  if (columns === 1)
    return cells.flatMap((rows, index) => withFirstGap(rows, index === 0 ? size * 0.2 : size * OPTION_GAP))
  return Array.from({ length: Math.ceil(cells.length / columns) }, (_, line) =>
    sideBySide(
      cells.slice(line * columns, (line + 1) * columns).map((rows, column) => ({ rows, x: column * (own + gap) })),
      line === 0 ? size * 0.2 : size * OPTION_GAP,
    ),
  )
}

function labelledRows(
  setting: Setting,
  texts: readonly Block[][],
  width: number,
  labelAt: (index: number) => string,
): Row[] {
  const label = setting.size * LABEL
  return texts.flatMap((text, index) => {
    const mark = textBox(setting, labelAt(index), { bold: true })
    return hung(
      setting,
      mark,
      blockRows(setting, text, width - label),
      setting.size * (index === 0 ? 0.2 : OPTION_GAP),
      label,
    )
  })
}

function withFirstGap(rows: readonly Row[], gap: number): Row[] {
  return rows.map((row, index) => (index === 0 ? { ...row, gap } : row))
}

/** A dotted line for a typed answer, its unit behind it. */
function answerLine(setting: Setting, label: string, width: number, unit: string): Row {
  const { document, size } = setting
  const [before, after] = [textBox(setting, label, { italic: true }), textBox(setting, unit, {})]
  return {
    height: size * 1.7,
    gap: size * 0.2,
    staysWithNext: false,
    draw(x, y) {
      const baseline = y + size * 1.3
      before.draw(x, baseline)
      const from = x + before.width + size * 0.5
      const to = Math.min(from + size * 20, x + width - after.width - size * 0.5)
      dots(document, from, to, baseline)
      after.draw(to + size * 0.5, baseline)
    },
  }
}

/** Boxes to write a letter into, each with what stands before it. */
function blanksRow(setting: Setting, label: string, leads: readonly string[], between: string): Row {
  const { document, size } = setting
  const before = textBox(setting, label, { italic: true })
  const side = size * 1.75
  return {
    height: size * 2.3,
    gap: size * 0.3,
    staysWithNext: false,
    draw(x, y) {
      const baseline = y + size * 1.5
      before.draw(x, baseline)
      let at = x + before.width + size * 0.8
      leads.forEach((lead, index) => {
        if (index > 0 && between !== '') {
          const sign = textBox(setting, between, {})
          sign.draw(at, baseline)
          at += sign.width + size * 0.45
        }
        if (lead !== '') {
          const sign = textBox(setting, lead, {})
          sign.draw(at, baseline)
          at += sign.width + size * 0.35
        }
        document
          .lineWidth(0.7)
          .rect(at, baseline - size * 1.25, side, side)
          .stroke()
        at += side + size * (between === '' ? 1.1 : 0.45)
      })
    },
  }
}
