import { cellText, type KeyTable, leadingCells, tableTitle } from '../../domain/key-table.js'
import { paginate } from '../../../../kernel/paginate.js'
import type { Inline } from '../../domain/rich-blocks.js'
import { typeset } from '../../../../kernel/typeset.js'
import { titleRows } from './answer-sheet-pdf.js'
import { drawRows, heightOf, type Row, sideBySide } from '../../../../platform/documents/pdf/box.js'
import { headingRow } from './heading.js'
import { naturalWidth, paragraphRows } from './lines.js'
import { footer, type PaperFile, settingOf } from './paper-pdf.js'
import { closePdf, openPdf, PAGE } from '../../../../platform/documents/pdf/pdf-document.js'
import type { Setting } from './words.js'

const MARGIN = { x: 46, top: 42, foot: 54 } as const
const WIDTH = PAGE.width - 2 * MARGIN.x
const ROOM = PAGE.height - MARGIN.top - MARGIN.foot
const PADDING = 5
const LEAD_WIDTH = 34
const GAP = 16
const CELL_MIN = 30
/** A long answer is broken rather than making its column wider than this. */
const CELL_MAX = 132
/** Rather than parting the codes over several tables, columns become this narrow. */
const CELL_WRAPPED = 92
const ROWS_MAX = 36

/** PP-6: the keys of all codes in tables. */
export async function keyPdf(
  file: PaperFile,
  codes: readonly string[],
  tables: readonly KeyTable[],
  markings: readonly string[],
  isCompressed = true,
): Promise<Buffer> {
  const document = openPdf(`Đáp án – ${file.heading.title}`, file.author, file.at, { isCompressed })
  const setting = settingOf(document, file.pictures, 9)
  const rows: Row[] = [
    { ...headingRow(setting, file.heading, WIDTH, { left: '' }), staysWithNext: true },
    ...titleRows(setting, 'ĐÁP ÁN'),
    ...tables.flatMap((table) => partRows(setting, codes, table, tables.length)),
    ...markingRows(setting, markings),
  ]
  const pages = paginate(rows, ROOM)
  pages.forEach((page, index) => {
    document.addPage()
    for (const { piece, y } of page) piece.draw(MARGIN.x, MARGIN.top + y)
    footer(setting, `Đáp án – Trang\u00a0${index + 1}/${pages.length}`)
  })
  return closePdf(document)
}

function partRows(setting: Setting, codes: readonly string[], table: KeyTable, tableCount: number): Row[] {
  const { name, points } = tableTitle(table, tableCount)
  const title = paragraphRows(
    setting,
    [
      { kind: 'text', text: `${name} `, style: { bold: true } },
      { kind: 'text', text: points, style: { italic: true } },
    ],
    WIDTH,
    { gap: 12 },
  ).map((row) => ({ ...row, staysWithNext: true }))
  const texts = table.rows.map(({ cells }) => cells.map((cell) => typeset(cellText(table, cell))))
  const widest = Math.max(CELL_MIN, ...texts.flat().map((text) => naturalWidth(setting, plain(text)) + 2 * PADDING + 1))
  const width = Math.min(widest, CELL_MAX)
  const leading = leadingCells(table)
  const leadWidth = leading.headers.length * LEAD_WIDTH
  const perTable = Math.max(1, Math.floor((WIDTH - leadWidth) / Math.min(width, CELL_WRAPPED)))
  // Codes that do not fit beside each other go into tables of about equal width under each other.
  const chunk = Math.ceil(codes.length / Math.ceil(codes.length / perTable))
  const rows: Row[] = [...title]
  for (let from = 0; from < codes.length; from += chunk) {
    const header = { leads: leading.headers, texts: codes.slice(from, from + chunk) }
    const lines = texts.map((cells, index) => ({
      leads: leading.rows[index] as string[],
      texts: cells.slice(from, from + chunk),
    }))
    rows.push(...foldedTable(setting, header, lines, width))
  }
  return rows
}

const plain = (text: string): Inline[] => [{ kind: 'text', text, style: {} }]

/** A row of a table: what stands before the codes, and a text for each code. */
interface Line {
  leads: readonly string[]
  texts: readonly string[]
}

/** A long narrow table in several columns beside each other, as wide as the page together. */
function foldedTable(setting: Setting, header: Line, lines: readonly Line[], least: number): Row[] {
  const leadWidth = header.leads.length * LEAD_WIDTH
  const widthFor = (cell: number) => leadWidth + header.texts.length * cell
  const columns = lines.length > 12 ? Math.max(1, Math.floor((WIDTH + GAP) / (widthFor(least) + GAP))) : 1
  const rowsPerTable = Math.min(ROWS_MAX, Math.max(10, Math.ceil(lines.length / columns)))
  const parts = Array.from({ length: Math.ceil(lines.length / rowsPerTable) }, (_, index) =>
    lines.slice(index * rowsPerTable, (index + 1) * rowsPerTable),
  )
  const beside = Math.min(columns, parts.length)
  const cell = Math.min(CELL_MAX, ((WIDTH - GAP * (beside - 1)) / beside - leadWidth) / header.texts.length)
  return Array.from({ length: Math.ceil(parts.length / beside) }, (_, line) =>
    sideBySide(
      parts
        .slice(line * beside, (line + 1) * beside)
        .map((part, column) => ({ x: column * (widthFor(cell) + GAP), rows: [grid(setting, header, part, cell)] })),
      line === 0 ? 4 : 10,
    ),
  )
}

function grid(setting: Setting, header: Line, lines: readonly Line[], cellWidth: number): Row {
  const { document } = setting
  const body = (text: string, isBold: boolean, width: number) =>
    paragraphRows(setting, [{ kind: 'text', text, style: isBold ? { bold: true } : {} }], width, { align: 'center' })
  const rows = [header, ...lines].map(({ leads, texts }, index) => [
    ...leads.map((text, lead) => body(text, index === 0 || lead === 0, LEAD_WIDTH - 4)),
    ...texts.map((text) => body(text, index === 0, cellWidth - 2 * PADDING)),
  ])
  const heights = rows.map((cells) => Math.max(...cells.map(heightOf)) + 2)
  const leadWidth = header.leads.length * LEAD_WIDTH
  const width = leadWidth + header.texts.length * cellWidth
  return {
    height: heights.reduce((sum, height) => sum + height, 0),
    gap: 4,
    staysWithNext: false,
    draw(x, y) {
      let top = y
      rows.forEach((cells, index) => {
        const height = heights[index] as number
        if (index === 0) document.rect(x, top, width, height).fill('#e6e6e6').fillColor('black')
        cells.forEach((cell, column) => {
          const isLead = column < header.leads.length
          const left = isLead ? x + column * LEAD_WIDTH : x + leadWidth + (column - header.leads.length) * cellWidth
          document
            .lineWidth(0.5)
            .rect(left, top, isLead ? LEAD_WIDTH : cellWidth, height)
            .stroke()
          drawRows(cell, left + (isLead ? 2 : PADDING), top + (height - heightOf(cell)) / 2)
        })
        top += height
      })
    },
  }
}

function markingRows(setting: Setting, markings: readonly string[]): Row[] {
  if (markings.length === 0) return []
  const title = paragraphRows(setting, [{ kind: 'text', text: 'Cách chấm', style: { bold: true } }], WIDTH, { gap: 14 })
  return [
    ...title.map((row) => ({ ...row, staysWithNext: true })),
    ...markings.flatMap((text) =>
      paragraphRows(setting, [{ kind: 'text', text: `– ${typeset(text)}`, style: {} }], WIDTH, { gap: 2 }),
    ),
  ]
}
