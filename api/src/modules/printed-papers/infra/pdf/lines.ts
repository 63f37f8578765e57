import type { Row } from '../../../../platform/documents/pdf/box.js'
import * as lines from '../../../../platform/documents/pdf/lines.js'
import type { Inline } from '../../domain/rich-blocks.js'
import { piecesOf, type Setting } from './words.js'

export interface ParagraphStyle extends lines.ParagraphStyle {
  /** Words that stand before the text, such as "Câu 1." */
  lead?: readonly Inline[]
}

/** A paragraph as rows of lines. */
export function paragraphRows(
  setting: Setting,
  inlines: readonly Inline[],
  width: number,
  { lead = [], ...style }: ParagraphStyle = {},
): Row[] {
  return lines.paragraphRows(setting, piecesOf(setting, [...lead, ...inlines]), width, style)
}

/** How wide a paragraph is on one line; infinite when it has to have several. */
export function naturalWidth(setting: Setting, inlines: readonly Inline[]): number {
  return lines.naturalWidth(setting, piecesOf(setting, inlines))
}
