import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block, Inline, TableCell as Cell } from '../../domain/rich-blocks.js'
import type { Picture } from '../pictures.js'
import { runsOf, textRun } from './rich-runs.js'

/** How a paragraph is set; lengths in twips. */
export interface ParagraphSetting {
  /** What stands before the text, such as "Câu 1.". */
  lead?: readonly ParagraphChild[]
  indent?: { left: number; hanging?: number }
  before?: number
  /** It stays on one page with what follows. */
  staysWithNext?: boolean
  align?: (typeof AlignmentType)[keyof typeof AlignmentType]
  tabs?: IParagraphOptions['tabStops']
}

export function paragraph(children: readonly ParagraphChild[], setting: ParagraphSetting = {}): Paragraph {
  return new Paragraph({
    children: [...children],
    keepLines: true,
    ...(setting.staysWithNext ? { keepNext: true } : {}),
    spacing: { before: setting.before ?? 0, after: 0 },
    ...(setting.indent ? { indent: setting.indent } : {}),
    ...(setting.align ? { alignment: setting.align } : {}),
    ...(setting.tabs ? { tabStops: setting.tabs } : {}),
  })
}

const LIST_INDENT = 340
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
export const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
}

/** Rich text as paragraphs and tables. @param first how its first paragraph is set; the others take its indent */
export function blocksDocx(
  blocks: readonly Block[],
  pictures: ReadonlyMap<string, Picture>,
  first: ParagraphSetting = {},
): FileChild[] {
  const left = first.indent?.left ?? 0
  const rest: ParagraphSetting = { indent: { left }, staysWithNext: first.staysWithNext ?? false }
  const children: FileChild[] = []
  // What stands before the text needs a paragraph to stand in.
  const all: readonly Block[] =
    first.lead && blocks[0]?.kind !== 'paragraph' ? [{ kind: 'paragraph', inlines: [] }, ...blocks] : blocks
  all.forEach((block, index) => {
    const setting = index === 0 ? first : rest
    switch (block.kind) {
      case 'paragraph': {
        const isPicture = index > 0 && block.inlines.every(({ kind }) => kind === 'picture')
        const align = isPicture ? AlignmentType.CENTER : setting.align
        children.push(
          paragraph([...(setting.lead ?? []), ...runsOf(block.inlines, pictures)], {
            ...setting,
            ...(align ? { align } : {}),
          }),
        )
        break
      }
      case 'list':
        block.entries.forEach((entry, place) => {
          const lead = [textRun(`${block.isOrdered ? `${place + 1}.` : '•'}\t`)]
          const indent = { left: left + LIST_INDENT, hanging: LIST_INDENT }
          children.push(
            ...blocksDocx(entry, pictures, {
              ...rest,
              lead,
              indent,
              tabs: [{ type: 'left', position: left + LIST_INDENT }],
            }),
          )
        })
        break
      case 'quote':
        children.push(...blocksDocx(block.blocks, pictures, { ...rest, indent: { left: left + LIST_INDENT } }))
        break
      case 'table':
        if (block.caption.length > 0)
          children.push(
            paragraph(runsOf(block.caption, pictures), { align: AlignmentType.CENTER, staysWithNext: true }),
          )
        children.push(richTable(block.rows, pictures, rest.staysWithNext ?? false))
        break
    }
  })
  return children
}

function richTable(rows: readonly Cell[][], pictures: ReadonlyMap<string, Picture>, staysWithNext: boolean): Table {
  return new Table({
    alignment: AlignmentType.CENTER,
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map(
            (cell) =>
              new TableCell({
                columnSpan: cell.columns,
                rowSpan: cell.rows,
                verticalAlign: VerticalAlignTable.CENTER,
                margins: { top: 40, bottom: 40, left: 100, right: 100 },
                children: cellChildren(cell, pictures, staysWithNext) as Paragraph[],
              }),
          ),
        }),
    ),
  })
}

function cellChildren(cell: Cell, pictures: ReadonlyMap<string, Picture>, staysWithNext: boolean): FileChild[] {
  const bold = (inline: Inline): Inline =>
    inline.kind === 'text' ? { ...inline, style: { ...inline.style, bold: true } } : inline
  const blocks = cell.isHeader
    ? cell.blocks.map((block) => (block.kind === 'paragraph' ? { ...block, inlines: block.inlines.map(bold) } : block))
    : cell.blocks
  const children = blocksDocx(blocks, pictures, {
    staysWithNext,
    ...(cell.isHeader ? { align: AlignmentType.CENTER } : {}),
  })
  // A cell of Word ends with a paragraph.
  return children.at(-1) instanceof Paragraph ? children : [...children, paragraph([])]
}

/** Columns beside each other without lines. @param widths in twips */
export function columnsTable(columns: readonly (readonly FileChild[])[], widths: readonly number[]): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          (children, index) =>
            new TableCell({
              width: { size: widths[index] as number, type: WidthType.DXA },
              borders: NO_BORDERS,
              children: children as Paragraph[],
            }),
        ),
      }),
    ],
  })
}
