import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { FactsBlock, TableBlock, TableRow as Row, Text } from '../document.js'
import { centred, NO_BORDERS, type WordPage } from './page.js'
import { type CellXml, rowsMark, rowXml } from './row-xml.js'
import { runsOf } from './texts.js'

const RULE: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '5B6875' }
const RULES = { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE }
const HEADER_GROUND = 'EEF2F6'
const ZEBRA_GROUND = 'F5F8FB'

/** A table whose header row Word sets again on every page, and whose rows it does not part. */
export function tableDocx(page: WordPage, block: TableBlock): (Paragraph | Table)[] {
  const total = block.columns.reduce((sum, { share }) => sum + share, 0)
  const widths = block.columns.map(({ share }) => Math.floor((page.width * share) / total))
  const width = widths.reduce((sum, own) => sum + own, 0)
  const size = block.size === 'small' ? 22 : 24
  const rows = block.rows.map((row, index) => rowXml(cellsOf(block, row, widths, width, index % 2 === 1), size))
  const mark = rowsMark(page.tables.push(rows.join('')) - 1)
  const caption = block.caption === undefined ? [] : [centred(runsOf(block.caption, { bold: true, size }), 160)]
  const spacer = (keepNext: boolean) =>
    new Paragraph({ children: [], spacing: { before: 0, after: 0, line: 120, lineRule: 'exact' }, keepNext })
  return [
    ...caption,
    // Tables that touch each other would become one.
    spacer(true),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: RULES,
      margins: { left: 85, right: 85, top: 40, bottom: 40, marginUnitType: WidthType.DXA },
      rows: [
        headerRow(block, widths, size),
        new TableRow({ children: [new TableCell({ children: [new Paragraph(mark)] })] }),
      ],
    }),
    spacer(false),
  ]
}

function headerRow({ columns }: TableBlock, widths: readonly number[], size: number): TableRow {
  return new TableRow({
    cantSplit: true,
    tableHeader: true,
    children: columns.map(
      ({ header }, index) =>
        new TableCell({
          width: { size: widths[index] as number, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          shading: { type: ShadingType.CLEAR, fill: HEADER_GROUND, color: 'auto' },
          children: [
            new Paragraph({
              children: runsOf(header, { size, bold: true }),
              alignment: AlignmentType.CENTER,
              spacing: { before: 0, after: 0 },
              keepNext: true,
            }),
          ],
        }),
    ),
  })
}

function cellsOf(block: TableBlock, row: Row, widths: readonly number[], width: number, isOdd: boolean): CellXml[] {
  if ('over' in row)
    return [{ text: row.over, width, span: widths.length, align: 'left', isBold: true, ground: HEADER_GROUND }]
  const [cells, isBold] = 'cells' in row ? [row.cells, true] : [row, false]
  const ground = block.hasZebra && isOdd ? ZEBRA_GROUND : null
  return block.columns.map(({ align = 'left' }, index) => ({
    text: cells[index] ?? '',
    width: widths[index] as number,
    align,
    isBold,
    ground,
  }))
}

/** Columns without rules, kept on one page. */
export function columnsDocx(
  columns: readonly { width: number; children: readonly Paragraph[] }[],
  isKept = false,
): Table {
  return new Table({
    width: { size: columns.reduce((sum, { width }) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => width),
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: [
      new TableRow({
        cantSplit: isKept,
        children: columns.map(
          ({ width, children }) =>
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              borders: NO_BORDERS,
              children: children.length > 0 ? [...children] : [new Paragraph({ children: [] })],
            }),
        ),
      }),
    ],
  })
}

/** Names at the left, values beside them. */
export function factsDocx(page: WordPage, { entries }: FactsBlock): Table {
  const names = entries.map(({ name }) => (/[:：]\s*$/.test(name) ? name : `${name}:`))
  const longest = Math.max(0, ...names.map((name) => page.typeface.measure(name, 'regular', 11) * 20))
  const left = Math.round(Math.min(longest + 360, page.width * 0.42))
  const paragraph = (text: Text, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
    new Paragraph({ children: runsOf(text), alignment, spacing: { before: 60, after: 0 } })
  return new Table({
    width: { size: page.width, type: WidthType.DXA },
    columnWidths: [left, page.width - left],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: entries.map(
      ({ value }, index) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              width: { size: left, type: WidthType.DXA },
              borders: NO_BORDERS,
              children: [paragraph(names[index] as string, AlignmentType.LEFT)],
            }),
            new TableCell({
              width: { size: page.width - left, type: WidthType.DXA },
              borders: NO_BORDERS,
              children: [paragraph(value, AlignmentType.LEFT)],
            }),
          ],
        }),
    ),
  })
}
