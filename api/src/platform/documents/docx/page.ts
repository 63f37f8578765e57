import { AlignmentType, BorderStyle, type ILevelsOptions, Paragraph, type ParagraphChild } from 'docx'
import type { Locale } from '../document.js'
import type { Typeface } from '../pdf/typeface.js'

/** Twentieths of a point, in which Word measures. */
export const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4)

/** What the blocks of a document are set with in Word. */
export interface WordPage {
  locale: Locale
  /** Of the text, in twips. */
  width: number
  /** The numbering of each list, gathered while its blocks are set. */
  lists: { reference: string; levels: ILevelsOptions[] }[]
  /** The rows of each table, gathered as well (`withRows`). */
  tables: string[]
  /** Charts are drawn with it; texts in Times New Roman at 13 points are about as wide in it at 11 points. */
  typeface: Typeface
}

export const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
export const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
} as const

/** A line in the middle of its column. */
export function centred(children: readonly ParagraphChild[], before = 0): Paragraph {
  return new Paragraph({
    children: [...children],
    alignment: AlignmentType.CENTER,
    spacing: { before, after: 0 },
    keepNext: true,
  })
}

/** A rule in the middle of its column. Lengths in twips. */
export function ruleOf(column: number, length: number, after = 0): Paragraph {
  const side = Math.max(0, Math.round((column - length) / 2))
  return new Paragraph({
    children: [],
    indent: { left: side, right: side },
    spacing: { before: 0, after, line: 40, lineRule: 'exact' },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    keepNext: true,
  })
}
