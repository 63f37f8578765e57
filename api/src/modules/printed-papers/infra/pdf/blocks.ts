import type { Block, Inline, TableCell } from '../../domain/rich-blocks.js'
import { type Box, drawRows, heightOf, indented, type Row } from '../../../../platform/documents/pdf/box.js'
import { naturalWidth, type ParagraphStyle, paragraphRows } from './lines.js'
import { inlineBox, type Setting, textBox } from './words.js'

/** Of the size. */
const BLOCK_GAP = 0.35
const LIST_INDENT = 1.5
const CELL_PADDING = 0.4

/** Rich text as rows for a column of that width. @param first how its first paragraph is set */
export function blockRows(
  setting: Setting,
  blocks: readonly Block[],
  width: number,
  first: ParagraphStyle = {},
): Row[] {
  const { size } = setting
  const rows: Row[] = []
  // What stands before the text needs a paragraph to stand in.
  const all: readonly Block[] =
    first.lead && !beginsWithText(blocks[0]) ? [{ kind: 'paragraph', inlines: [] }, ...blocks] : blocks
  partedAt(setting, all).forEach((block, index) => {
    const gap = index === 0 ? (first.gap ?? 0) : size * BLOCK_GAP
    switch (block.kind) {
      case 'paragraph': {
        const isShown =
          block.inlines.length > 0 && block.inlines.every((inline) => inline.kind === 'picture' || isDisplayed(inline))
        const style = index === 0 ? first : { align: isShown ? ('center' as const) : first.align, gap }
        rows.push(...paragraphRows(setting, block.inlines, width, style as ParagraphStyle))
        break
      }
      case 'list':
        block.entries.forEach((entry, place) => {
          const mark = textBox(setting, block.isOrdered ? `${place + 1}.` : '•', {})
          rows.push(
            ...hung(
              setting,
              mark,
              blockRows(setting, entry, width - size * LIST_INDENT),
              place === 0 ? gap : size * 0.1,
            ),
          )
        })
        break
      case 'quote':
        rows.push(...withGap(indented(blockRows(setting, block.blocks, width - size * 2), size), gap))
        break
      case 'table':
        if (block.caption.length > 0)
          rows.push(
            ...paragraphRows(setting, block.caption, width, { align: 'center', gap }).map((row) => ({
              ...row,
              staysWithNext: true,
            })),
          )
        rows.push(...withGap(tableRows(setting, block.rows, width), gap))
        break
    }
  })
  return rows
}

function beginsWithText(block: Block | undefined): boolean {
  const [first] = block?.kind === 'paragraph' ? block.inlines : []
  return block?.kind === 'paragraph' && first?.kind !== 'picture' && !(first && isDisplayed(first))
}

function isDisplayed(inline: Inline): boolean {
  return inline.kind === 'formula' && inline.isDisplayed
}

/** A picture that is higher than a few lines, or a displayed formula, stands in a paragraph of its own. */
function partedAt(setting: Setting, blocks: readonly Block[]): Block[] {
  const isLarge = (inline: Inline) =>
    isDisplayed(inline) || (inline.kind === 'picture' && inlineBox(setting, inline).ascent > setting.size * 2.5)
  return blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' || block.inlines.length < 2 || !block.inlines.some(isLarge)) return [block]
    const parts: Inline[][] = [[]]
    for (const inline of block.inlines) {
      if (isLarge(inline)) parts.push([inline], [])
      else if (inline.kind !== 'break' || (parts.at(-1) as Inline[]).length > 0) (parts.at(-1) as Inline[]).push(inline)
    }
    return parts.filter((part) => part.length > 0).map((inlines) => ({ kind: 'paragraph' as const, inlines }))
  })
}

/** Rows moved in, with a mark before the first of them. */
export function hung(
  setting: Setting,
  mark: Box,
  rows: readonly Row[],
  gap: number,
  indent = setting.size * LIST_INDENT,
): Row[] {
  return withGap(indented(rows, indent), gap).map((row, index) =>
    index > 0
      ? row
      : {
          ...row,
          draw(x: number, y: number) {
            mark.draw(x, y + (row.baseline ?? setting.size * 1.04))
            row.draw(x, y)
          },
        },
  )
}

export function withGap(rows: readonly Row[], gap: number): Row[] {
  return rows.map((row, index) => (index === 0 ? { ...row, gap } : row))
}

interface PlacedCell {
  cell: TableCell
  row: number
  column: number
}

/** A table, a row of rows for each of its rows; rows that a cell spans stay together. */
function tableRows(setting: Setting, rows: readonly TableCell[][], width: number): Row[] {
  const placed = placedCells(rows)
  const columnCount = Math.max(1, ...placed.map(({ column, cell }) => column + cell.columns))
  const padding = setting.size * CELL_PADDING
  const widths = columnWidths(setting, placed, columnCount, width, padding)
  const xs = [0]
  for (const own of widths) xs.push((xs.at(-1) as number) + own)
  const tableWidth = xs.at(-1) as number
  const from = (width - tableWidth) / 2
  const contents = placed.map(({ cell, row, column }) => {
    const own = (xs[Math.min(column + cell.columns, columnCount)] as number) - (xs[column] as number)
    const blocks = cell.isHeader ? cell.blocks.map(emboldened) : cell.blocks
    const align = cell.isHeader ? 'center' : 'left'
    const rowsOfCell = blockRows(setting, blocks, own - 2 * padding, { align })
    return {
      row,
      span: cell.rows,
      x: xs[column] as number,
      width: own,
      rows: rowsOfCell,
      height: heightOf(rowsOfCell) + 2 * padding,
    }
  })
  const heights = rowHeights(contents, rows.length, setting.size * 1.42 + 2 * padding)
  const spanned = (row: number, span: number) => heights.slice(row, row + span).reduce((sum, height) => sum + height, 0)
  return heights.map((height, index) => ({
    height,
    gap: 0,
    staysWithNext: index < heights.length - 1,
    draw(x, y) {
      for (const content of contents) {
        if (content.row !== index) continue
        setting.document
          .lineWidth(0.6)
          .rect(x + from + content.x, y, content.width, spanned(index, content.span))
          .stroke()
        drawRows(content.rows, x + from + content.x + padding, y + padding)
      }
    },
  }))
}

/** Where each cell stands, when cells above reach down. */
function placedCells(rows: readonly TableCell[][]): PlacedCell[] {
  const taken = new Set<string>()
  return rows.flatMap((cells, row) => {
    let column = 0
    return cells.map((cell) => {
      while (taken.has(`${row} ${column}`)) column++
      const place = { cell, row, column }
      for (let r = 0; r < cell.rows; r++) for (let c = 0; c < cell.columns; c++) taken.add(`${row + r} ${column + c}`)
      column += cell.columns
      return place
    })
  })
}

/** As wide as the contents want; narrower in proportion where that is too much. */
function columnWidths(
  setting: Setting,
  placed: readonly PlacedCell[],
  count: number,
  width: number,
  padding: number,
): number[] {
  const wanted = new Array<number>(count).fill(setting.size * 2)
  for (const { cell, column } of placed) {
    const own = Math.max(
      0,
      ...cell.blocks.map((block) => (block.kind === 'paragraph' ? naturalWidth(setting, block.inlines) : width)),
    )
    const share = (Math.min(own * (cell.isHeader ? 1.08 : 1), width) + 2 * padding + 1) / cell.columns
    for (let c = column; c < Math.min(count, column + cell.columns); c++)
      wanted[c] = Math.max(wanted[c] as number, share)
  }
  const total = wanted.reduce((sum, own) => sum + own, 0)
  return total <= width ? wanted : fitColumns(wanted, width)
}

/** Narrow columns keep what they want; the wide ones share the rest evenly among them. */
function fitColumns(wanted: readonly number[], width: number): number[] {
  let cap = width / wanted.length
  for (let i = 0; i < wanted.length; i++) {
    const narrow = wanted.filter((own) => own <= cap)
    const rest = width - narrow.reduce((sum, own) => sum + own, 0)
    cap = rest / Math.max(1, wanted.length - narrow.length)
  }
  return wanted.map((own) => Math.min(own, cap))
}

function rowHeights(
  contents: readonly { row: number; span: number; height: number }[],
  count: number,
  least: number,
): number[] {
  const heights = new Array<number>(count).fill(least)
  for (const { row, span, height } of contents) if (span === 1) heights[row] = Math.max(heights[row] as number, height)
  for (const { row, span, height } of contents) {
    const last = Math.min(row + span, count) - 1
    const sum = heights.slice(row, last + 1).reduce((total, own) => total + own, 0)
    if (sum < height) heights[last] = (heights[last] as number) + height - sum
  }
  return heights
}

function emboldened(block: Block): Block {
  const bold = (inline: Inline): Inline =>
    inline.kind === 'text' ? { ...inline, style: { ...inline.style, bold: true } } : inline
  return block.kind === 'paragraph' ? { ...block, inlines: block.inlines.map(bold) } : block
}
