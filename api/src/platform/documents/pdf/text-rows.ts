import type { FactsBlock, HeadingBlock, ListBlock, ParagraphBlock, TitleBlock } from '../document.js'
import { markOf } from '../set-text.js'
import { indented, sideBySide } from './box.js'
import { naturalWidth, paragraphRows } from './lines.js'
import { FIRST_LINE, kept, mm, type PageRow, piecesOf, type Sheet, tagged } from './sheet.js'
import { Tag } from './tags.js'
import { textBox } from './words.js'

/** Between paragraphs, of the size. */
const GAP = 0.5

export function titleRows(sheet: Sheet, { text, subtitle }: TitleBlock): PageRow[] {
  const { size, width, document } = sheet
  const title = paragraphRows({ ...sheet, size: size * 1.36 }, piecesOf(text, { bold: true }), width * 0.96, {
    align: 'center',
    gap: size * 1.7,
    isBalanced: true,
  })
  const about =
    subtitle === undefined
      ? []
      : paragraphRows({ ...sheet, size: size * 1.06 }, piecesOf(subtitle, { bold: true }), width * 0.88, {
          align: 'center',
          gap: size * 0.25,
          isBalanced: true,
        })
  const rule: PageRow = {
    height: size * 1.1,
    gap: 0,
    staysWithNext: true,
    draw: (x, y) =>
      void document
        .lineWidth(0.7)
        .moveTo(x + width * 0.4, y + size * 0.45)
        .lineTo(x + width * 0.6, y + size * 0.45)
        .stroke(),
  }
  return kept([
    ...tagged(indented(title, width * 0.02), new Tag('H1', null)),
    ...tagged(indented(about, width * 0.06), new Tag('P', null)),
    ...(subtitle === undefined ? [] : [rule]),
  ]).map((row) => ({ ...row, staysWithNext: true }))
}

export function headingRows(sheet: Sheet, { level, text }: HeadingBlock): PageRow[] {
  const { size, width } = sheet
  const isChapter = level === 'chapter'
  const style = level === 'subsection' ? ({ bold: true, italic: true } as const) : ({ bold: true } as const)
  const rows = paragraphRows(
    isChapter ? { ...sheet, size: size * 1.04 } : sheet,
    piecesOf(text, style),
    width,
    isChapter
      ? { align: 'center', gap: size * 1.2, isBalanced: true }
      : { align: 'left', gap: size * (level === 'subsection' ? 0.6 : 0.85), indent: mm(FIRST_LINE) },
  )
  const tag = new Tag(isChapter ? 'H1' : level === 'subsection' ? 'H3' : 'H2', null)
  return tagged(rows, tag).map((row) => ({ ...row, staysWithNext: true }))
}

export function paragraphBlockRows(sheet: Sheet, block: ParagraphBlock): PageRow[] {
  const align = block.align ?? 'justify'
  const indent = (block.isIndented ?? align === 'justify') ? mm(FIRST_LINE) : 0
  const rows = paragraphRows(sheet, piecesOf(block.text), sheet.width, { align, indent, gap: sheet.size * GAP })
  const own = tagged(rows, new Tag('P', null))
  return block.staysWithNext ? own.map((row) => ({ ...row, staysWithNext: true })) : own
}

/** Numbers, letters and dashes stand in the first line, as in a regulation; bullets hang, deeper in deeper lists. */
export function listRows(sheet: Sheet, list: ListBlock, depth = 0, parent: Tag | null = null): PageRow[] {
  const tag = new Tag('L', parent)
  return list.entries.flatMap((entry, index) => {
    const hasList = typeof entry === 'object' && 'list' in entry
    const text = hasList ? entry.text : entry
    const item = new Tag('LI', tag)
    const mark = markOf(list.marks, (list.from ?? 1) + index)
    const rows =
      list.marks === 'bullet'
        ? bulletRows(sheet, mark, piecesOf(text), depth)
        : paragraphRows(sheet, [{ kind: 'text', text: `${mark}\u00a0`, style: {} }, ...piecesOf(text)], sheet.width, {
            align: 'justify',
            indent: mm(FIRST_LINE),
            gap: sheet.size * GAP * 0.8,
          })
    const own = tagged(rows, new Tag('LBody', item))
    if (!hasList) return own
    return [...own.map((row) => ({ ...row, staysWithNext: true })), ...listRows(sheet, entry.list, depth + 1, item)]
  })
}

function bulletRows(sheet: Sheet, mark: string, pieces: ReturnType<typeof piecesOf>, depth: number): PageRow[] {
  const from = mm(FIRST_LINE) * 0.5 + depth * mm(5)
  const hang = sheet.size * 1.2
  const bullet = textBox(sheet, mark, {})
  const rows = paragraphRows(sheet, pieces, sheet.width - from - hang, { align: 'justify', gap: sheet.size * 0.3 })
  return indented(rows, from + hang).map((row, index) =>
    index > 0
      ? row
      : {
          ...row,
          draw(x, y) {
            bullet.draw(x + from, y + (row.baseline ?? sheet.size))
            row.draw(x, y)
          },
        },
  )
}

/** Names at the left, values beside them. */
export function factRows(sheet: Sheet, { entries }: FactsBlock): PageRow[] {
  const { size, width } = sheet
  const names = entries.map(({ name }) => piecesOf(/[:：]\s*$/.test(name) ? name : `${name}:`))
  const widest = Math.max(0, ...names.map((name) => naturalWidth(sheet, name)).filter(Number.isFinite))
  const left = Math.min(widest + 1, width * 0.42)
  return entries.flatMap(({ value }, index) =>
    tagged(
      [
        sideBySide(
          [
            { x: 0, rows: paragraphRows(sheet, names[index] ?? [], left) },
            { x: left + size, rows: paragraphRows(sheet, piecesOf(value), width - left - size, { align: 'justify' }) },
          ],
          size * 0.3,
        ),
      ],
      new Tag('P', null),
    ),
  )
}
