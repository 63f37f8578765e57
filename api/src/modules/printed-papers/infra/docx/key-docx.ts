import {
  AlignmentType,
  type FileChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { cellText, type KeyTable, leadingCells, tableTitle } from '../../domain/key-table.js'
import { typeset } from '../../../../kernel/typeset.js'
import type { PaperFile } from '../pdf/paper-pdf.js'
import { docxFile, headingDocx } from './document.js'
import { paragraph } from './rich-docx.js'
import { TEXT_WIDTH, textRun } from './rich-runs.js'

const LEAD_WIDTH = 680
/** About the width of a letter, in twips. */
const LETTER = 125
const CELL_MIN = 640
const CELL_MAX = 2600

/** PP-6: the keys of all codes in tables, as a Word file. */
export function keyDocx(
  file: PaperFile,
  codes: readonly string[],
  tables: readonly KeyTable[],
  markings: readonly string[],
): Promise<Buffer> {
  const title = (text: string) =>
    paragraph([textRun(text, { bold: true })], { align: AlignmentType.CENTER, before: 160 })
  return docxFile(`Đáp án – ${file.heading.title}`, file.author, 'Đáp án', [
    ...headingDocx(file.heading, null, false),
    title('ĐÁP ÁN'),
    ...tables.flatMap((table) => keyParts(codes, table, tables.length)),
    ...(markings.length === 0
      ? []
      : [paragraph([textRun('Cách chấm', { bold: true })], { before: 200, staysWithNext: true })]),
    ...markings.map((text) => paragraph([textRun(`– ${typeset(text)}`)])),
  ])
}

function keyParts(codes: readonly string[], table: KeyTable, tableCount: number): FileChild[] {
  const { name, points } = tableTitle(table, tableCount)
  const texts = table.rows.map(({ cells }) => cells.map((cell) => typeset(cellText(table, cell))))
  const leading = leadingCells(table)
  const room = TEXT_WIDTH - leading.headers.length * LEAD_WIDTH
  const longest = Math.max(...texts.flat().map((text) => text.length))
  const width = Math.min(CELL_MAX, Math.max(CELL_MIN, longest * LETTER + 200))
  const perTable = Math.max(1, Math.floor(room / width))
  const chunk = Math.ceil(codes.length / Math.ceil(codes.length / perTable))
  const children: FileChild[] = [
    paragraph([textRun(`${name} `, { bold: true }), textRun(points, { italic: true })], {
      before: 160,
      staysWithNext: true,
    }),
  ]
  for (let from = 0; from < codes.length; from += chunk) {
    const own = codes.slice(from, from + chunk)
    // Tables that touch each other would become one.
    if (from > 0) children.push(paragraph([]))
    const widths = [
      ...leading.headers.map(() => LEAD_WIDTH),
      ...own.map(() => Math.floor(Math.min(room / own.length, CELL_MAX))),
    ]
    children.push(
      new Table({
        width: { size: widths.reduce((sum, cell) => sum + cell, 0), type: WidthType.DXA },
        columnWidths: widths,
        rows: [
          keyRow([...leading.headers, ...own], widths, leading.headers.length, true),
          ...texts.map((cells, index) =>
            keyRow(
              [...(leading.rows[index] as string[]), ...cells.slice(from, from + chunk)],
              widths,
              leading.headers.length,
              false,
            ),
          ),
        ],
      }),
    )
  }
  return children
}

function keyRow(texts: readonly string[], widths: readonly number[], leads: number, isHeader: boolean): TableRow {
  return new TableRow({
    cantSplit: true,
    tableHeader: isHeader,
    children: texts.map(
      (text, index) =>
        new TableCell({
          width: { size: widths[index] as number, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          ...(isHeader ? { shading: { type: ShadingType.CLEAR, fill: 'E6E6E6', color: 'auto' } } : {}),
          children: [
            paragraph([textRun(text, isHeader || (index === 0 && leads > 0) ? { bold: true } : {})], {
              align: AlignmentType.CENTER,
            }),
          ],
        }),
    ),
  })
}
