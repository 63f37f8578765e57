import type { Head, HeadLine } from '../document.js'
import { cleanText, setString } from '../set-text.js'
import { type Row, sideBySide } from './box.js'
import { naturalWidth, paragraphRows } from './lines.js'
import { linesOf, type PageRow, type Sheet, tagged } from './sheet.js'
import { Tag } from './tags.js'

/** The two columns at the top of a document. */
export function headRows(sheet: Sheet, head: Head): PageRow[] {
  const small = { ...sheet, size: sheet.size * 0.97, leading: 1.34 }
  const gap = sheet.size
  const right = sheet.width * 0.56
  const left = sheet.width - right - gap
  const lines = (list: readonly HeadLine[], width: number) => list.flatMap((line) => lineRows(small, line, width))
  const note = (text: string | undefined, width: number, isItalic: boolean): Row[] =>
    text === undefined
      ? []
      : paragraphRows(small, linesOf(setString(text), isItalic ? { italic: true } : {}), width, {
          align: 'center',
          gap: sheet.size * 0.45,
        })
  const columns = sideBySide(
    [
      { x: 0, rows: [...lines(head.left, left), ...note(head.number, left, false)] },
      { x: left + gap, rows: [...lines(head.right, right), ...note(head.placeAndDate, right, true)] },
    ],
    0,
  )
  return tagged([{ ...columns, staysWithNext: true }], new Tag('P', null))
}

/** A line of the head as it is written: "Độc lập - Tự do - Hạnh phúc" keeps its hyphens. */
function lineRows(sheet: Sheet, { text, isBold, rule }: HeadLine, width: number): Row[] {
  const pieces = linesOf(cleanText(text), isBold ? { bold: true } : {})
  // The country's name stands on one line: a little smaller rather than broken.
  const natural = naturalWidth(sheet, pieces)
  const scale = natural > width && natural <= width * 1.16 ? width / (natural * 1.005) : 1
  const own = { ...sheet, size: sheet.size * scale }
  const rows = paragraphRows(own, pieces, width, { align: 'center', isBalanced: true })
  if (!rule) return rows
  const length = rule === 'third' ? width / 3 : Math.min(width, natural * scale)
  return [
    ...rows,
    {
      height: sheet.size * 0.4,
      gap: 0,
      staysWithNext: false,
      draw: (x, y) =>
        void sheet.document
          .lineWidth(0.7)
          .moveTo(x + (width - length) / 2, y + sheet.size * 0.12)
          .lineTo(x + (width + length) / 2, y + sheet.size * 0.12)
          .stroke(),
    },
  ]
}
