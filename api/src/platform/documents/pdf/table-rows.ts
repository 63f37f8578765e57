import type { TableBlock, TableColumn, TableRow, Text } from '../document.js'
import { drawRows, heightOf, type Row } from './box.js'
import { paragraphRows } from './lines.js'
import { type PageRow, piecesOf, type Sheet } from './sheet.js'
import { Tag } from './tags.js'

const HEADER_GROUND = '#eef2f6'
const ZEBRA_GROUND = '#f5f8fb'
const RULE = '#5b6875'
/** A header that takes more of a page than this is not set again on the next one. */
const HEADER_MAX = 0.4
/** Beyond so many rows a row is one part of the structure, not each of its cells: a file would swell to twice its size. */
const TAGGED_CELLS_MAX = 400

interface Cell {
  text: Text
  /** From the table's left side, in points. */
  x: number
  width: number
  align: 'left' | 'center' | 'right'
  isBold: boolean
  isHeader: boolean
}

/** A line of a table before it is set. */
interface Line {
  cells: readonly Cell[]
  ground: string | null
}

/**
 * A table as rows of pages. Lines are set twice: once for their height, and again when they are drawn, so that a long table never stands
 * in memory as set.
 */
export function tableRows(sheet: Sheet, block: TableBlock): PageRow[] {
  const size = sheet.size * (block.size === 'small' ? 0.84 : 0.94)
  const own: Sheet = { ...sheet, size, leading: 1.34 }
  const columns = placed(block.columns, sheet.width)
  const tag = new Tag('Table', null)
  const isTaggedByCell = block.rows.length <= TAGGED_CELLS_MAX
  const header: Line = {
    cells: columns.map(({ header: text, x, width }) => ({
      text,
      x,
      width,
      align: 'center',
      isBold: true,
      isHeader: true,
    })),
    ground: HEADER_GROUND,
  }
  const headerHeight = lineHeight(own, header)
  const head: Row = {
    height: headerHeight,
    gap: 0,
    staysWithNext: true,
    draw: (x, y) => drawLine(own, header, x, y, headerHeight, null),
  }
  const isRepeated = headerHeight <= sheet.room * HEADER_MAX
  const caption =
    block.caption === undefined
      ? []
      : paragraphRows(own, piecesOf(block.caption, { bold: true }), sheet.width, {
          align: 'center',
          gap: size * 0.8,
          isBalanced: true,
        })
  const room = sheet.room - (isRepeated ? headerHeight : 0)
  const rows: PageRow[] = [
    ...caption.map((row) => ({ ...row, staysWithNext: true, tag: new Tag('P', null) })),
    {
      ...head,
      gap: size * 0.5,
      draw: (x, y) => drawLine(own, header, x, y, headerHeight, new Tag('TR', tag)),
    },
  ]
  block.rows.forEach((row, index) => {
    const line = lineOf(row, columns, sheet.width, block.hasZebra === true && index % 2 === 1)
    const height = lineHeight(own, line)
    const isOver = 'over' in row
    const common = { gap: 0, staysWithNext: isOver, ...(isRepeated ? { head } : {}) }
    const draw = (x: number, y: number, part: Tag | null) => drawLine(own, line, x, y, height, part)
    if (height > room)
      for (const part of partsOf(own, line, room)) rows.push({ ...part, ...common, tag: new Tag('P', null) })
    else if (isTaggedByCell) rows.push({ ...common, height, draw: (x, y) => draw(x, y, new Tag('TR', tag)) })
    else rows.push({ ...common, height, draw: (x, y) => tagRow(own, () => draw(x, y, null)) })
  })
  // White space below; nothing where a page ends there.
  rows.push({ height: 0, gap: size * 0.6, staysWithNext: false, draw: () => undefined })
  return rows
}

function placed(columns: readonly TableColumn[], width: number): (TableColumn & { x: number; width: number })[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  let x = 0
  return columns.map((column) => {
    const own = (width * column.share) / total
    x += own
    return { ...column, x: x - own, width: own }
  })
}

function lineOf(row: TableRow, columns: ReturnType<typeof placed>, width: number, isZebra: boolean): Line {
  if ('over' in row)
    return {
      cells: [{ text: row.over, x: 0, width, align: 'left', isBold: true, isHeader: false }],
      ground: HEADER_GROUND,
    }
  const [cells, isBold] = 'cells' in row ? [row.cells, true] : [row, false]
  return {
    cells: columns.map(({ x, width: own, align = 'left' }, index) => ({
      text: cells[index] ?? '',
      x,
      width: own,
      align,
      isBold,
      isHeader: false,
    })),
    ground: isZebra ? ZEBRA_GROUND : null,
  }
}

/** A row as one part of the structure, written out at once. */
function tagRow({ document }: Sheet, draw: () => void): void {
  const tag = new Tag('P', null)
  tag.draw(document, draw)
  tag.end()
}

const paddingOf = ({ size }: Sheet) => ({ x: size * 0.42, y: size * 0.3 })

function cellRows(sheet: Sheet, { text, width, align, isBold, isHeader }: Cell): Row[] {
  const pieces = piecesOf(text, isBold ? { bold: true } : {})
  return paragraphRows(sheet, pieces, width - 2 * paddingOf(sheet).x, { align, isBalanced: isHeader })
}

function lineHeight(sheet: Sheet, { cells }: Line): number {
  return Math.max(...cells.map((cell) => heightOf(cellRows(sheet, cell)))) + 2 * paddingOf(sheet).y
}

function drawLine(sheet: Sheet, { cells, ground }: Line, x: number, y: number, height: number, tag: Tag | null): void {
  for (const cell of cells) {
    const rows = cellRows(sheet, cell)
    const draw = () => drawCell(sheet, cell, ground, rows, x, y, height)
    if (tag) new Tag(cell.isHeader ? 'TH' : 'TD', tag).draw(sheet.document, draw)
    else draw()
  }
}

function drawCell(
  sheet: Sheet,
  cell: Cell,
  ground: string | null,
  rows: readonly Row[],
  x: number,
  y: number,
  height: number,
): void {
  const { document } = sheet
  const padding = paddingOf(sheet)
  if (ground)
    document
      .rect(x + cell.x, y, cell.width, height)
      .fill(ground)
      .fillColor('black')
  document
    .lineWidth(0.5)
    .strokeColor(RULE)
    .rect(x + cell.x, y, cell.width, height)
    .stroke()
    .strokeColor('black')
  // Numbers and short words stand in the middle of a high line.
  const isShort = rows.length === 1
  const from = isShort || cell.isHeader ? (height - heightOf(rows)) / 2 : padding.y
  drawRows(rows, x + cell.x + padding.x, y + from)
}

/** A line that no page can hold, as several: as many lines of its cells on each as there is room for. */
function partsOf(sheet: Sheet, line: Line, room: number): Pick<PageRow, 'height' | 'draw'>[] {
  const padding = paddingOf(sheet)
  const inside = room - 2 * padding.y
  const left = line.cells.map((cell) => cellRows(sheet, cell))
  const parts: Pick<PageRow, 'height' | 'draw'>[] = []
  while (left.some((rows) => rows.length > 0)) {
    const taken = left.map((rows) => {
      let count = 0
      let used = 0
      while (count < rows.length && (count === 0 || used + (rows[count] as Row).height <= inside))
        used += (rows[count++] as Row).height
      return rows.splice(0, count)
    })
    const height = Math.max(...taken.map(heightOf)) + 2 * padding.y
    parts.push({
      height,
      draw: (x, y) =>
        line.cells.forEach(
          (cell, index) => void drawCell(sheet, cell, line.ground, taken[index] as Row[], x, y, height),
        ),
    })
  }
  return parts
}
