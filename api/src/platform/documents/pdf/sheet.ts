import type { Document, Locale, Text } from '../document.js'
import { setRuns } from '../set-text.js'
import type { Row } from './box.js'
import type { Tag } from './tags.js'
import type { TextStyle } from './typeface.js'
import type { SetPiece, Setting } from './words.js'

const MM = 72 / 25.4
export const mm = (length: number) => length * MM

/**
 * Margins in millimetres, within those of Decree 30/2020/NĐ-CP (annex I): above and below 20 to 25, left 30 to 35 for the binding, right
 * 15 to 20.
 */
export const MARGINS = { top: 20, bottom: 22, left: 30, right: 18 } as const

/** Millimetres of the paper. */
export const paperOf = (page: Document['page']) =>
  page === 'portrait' ? { width: 210, height: 297 } : { width: 297, height: 210 }

/** What the blocks of a document are set with. */
export interface Sheet extends Setting {
  locale: Locale
  /** Of the text, in points. */
  width: number
  /** Of a page's text, in points. */
  room: number
}

/** How far the first line of a paragraph is moved in (1 cm to 1.27 cm by the decree), in millimetres. */
export const FIRST_LINE = 10
export const LINK_COLOUR = '#0b5cad'

/** A row of a page that belongs to a part of the document's structure, and may bring along the head of its table. */
export interface PageRow extends Row {
  tag?: Tag
  head?: Row
}

/** A text as what lines are set from. */
export function piecesOf(text: Text, base: TextStyle = {}): SetPiece[] {
  return setRuns(text).flatMap(({ text: run, bold, italic, href }) => {
    const style: TextStyle = {
      ...base,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(href ? { href, underline: true, colour: LINK_COLOUR } : {}),
    }
    return linesOf(run, style)
  })
}

/** Text that stands as it is written, only its lines parted. */
export function linesOf(text: string, style: TextStyle): SetPiece[] {
  return text
    .split('\n')
    .flatMap((line, index): SetPiece[] => [
      ...(index > 0 ? [{ kind: 'break' as const }] : []),
      ...(line === '' ? [] : [{ kind: 'text' as const, text: line, style }]),
    ])
}

/** All on one page, wherever a page can hold them, and all of one part of the structure. */
export function kept(rows: readonly PageRow[]): PageRow[] {
  return rows.map((row, index) => (index < rows.length - 1 ? { ...row, staysWithNext: true } : row))
}

export function tagged(rows: readonly PageRow[], tag: Tag): PageRow[] {
  return rows.map((row) => ({ ...row, tag }))
}
