import type { Certificate } from '../certificate.js'
import type { HeadLine } from '../document.js'
import { cleanText, setString } from '../set-text.js'
import { heightOf, type Row } from './box.js'
import { COLOURS, drawOrnament } from './certificate-frame.js'
import { naturalWidth, paragraphRows } from './lines.js'
import { linesOf } from './sheet.js'
import type { TextStyle } from './typeface.js'
import type { Setting } from './words.js'

interface Look {
  size: number
  gap: number
  style: TextStyle
  /** Of the width that it may take. */
  share?: number
}

/** What stands in the middle of a certificate, as large as its height allows. Lengths in points. */
export function middleRows(setting: Setting, certificate: Certificate, width: number, room: number): Row[] {
  let rows: Row[] = []
  for (let scale = 1; scale > 0.3; scale -= 0.04) {
    rows = rowsAt(setting, certificate, width, scale)
    if (heightOf(rows) <= room) break
  }
  return aired(rows, room - heightOf(rows))
}

/** Half of the height that is left goes between the parts, as far as that looks well. */
function aired(rows: readonly Row[], left: number): Row[] {
  const isPart = (row: Row, index: number) => index > 0 && row.gap >= PART_GAP
  const parts = rows.filter(isPart).length
  const more = Math.min(7, Math.max(0, left / 2 / Math.max(1, parts)))
  return rows.map((row, index) => (isPart(row, index) ? { ...row, gap: row.gap + more } : row))
}

/** A gap that parts, in points. */
const PART_GAP = 4

function rowsAt(setting: Setting, certificate: Certificate, width: number, scale: number): Row[] {
  const { head = [], organization, title, lead, name, unit, reason, decision } = certificate
  const text = (own: string, { size, gap, style, share = 1 }: Look): Row[] =>
    centred(
      paragraphRows({ ...setting, size: size * scale, leading: 1.32 }, linesOf(own, style), width * share, {
        align: 'center',
        isBalanced: true,
        gap: gap * scale,
      }),
      (width * (1 - share)) / 2,
    )
  const [first = '', ...others] = setString(reason).split('\n')
  return [
    ...head.flatMap((line) => motto(setting, line, width, scale)),
    ...organization.flatMap((line, index) => {
      const isLast = index === organization.length - 1
      const gap = index > 0 ? 1 : head.length > 0 ? 12 : 0
      return text(cleanText(line), {
        size: isLast ? 14 : 13,
        gap,
        style: { colour: COLOURS.ink, ...(isLast ? { bold: true as const } : {}) },
      })
    }),
    ...text(cleanText(title), { size: 41, gap: 10, style: { bold: true, colour: COLOURS.blue } }),
    ornament(setting, width, scale),
    ...text(setString(lead), { size: 14, gap: 5, style: { italic: true, colour: COLOURS.quiet } }),
    ...nameRows(setting, cleanText(name), width * 0.94, scale).map((row) => moved(row, width * 0.03)),
    ...(unit === undefined
      ? []
      : text(setString(unit), { size: 14, gap: 1, share: 0.9, style: { colour: COLOURS.ink } })),
    ...text(first, { size: 19, gap: 9, share: 0.94, style: { bold: true, colour: COLOURS.blue } }),
    ...others.flatMap((line) => text(line, { size: 14.5, gap: 2, share: 0.94, style: { colour: COLOURS.ink } })),
    ...(decision === undefined
      ? []
      : text(setString(decision), { size: 11, gap: 6, style: { italic: true, colour: COLOURS.quiet } })),
  ]
}

/** The largest size of a name, and the one below which it rather takes two lines. */
const NAME_SIZE = 37
const NAME_LEAST = 25

function nameRows(setting: Setting, name: string, width: number, scale: number): Row[] {
  const pieces = linesOf(name, { bold: true, colour: COLOURS.ink })
  const at = (size: number) => ({ ...setting, size: size * scale, leading: 1.34 })
  const natural = naturalWidth(at(NAME_SIZE), pieces)
  const fitting = Number.isFinite(natural) ? Math.min(NAME_SIZE, (NAME_SIZE * width) / (natural * 1.002)) : NAME_LEAST
  const own = at(fitting >= NAME_LEAST ? fitting : NAME_LEAST)
  return paragraphRows(own, pieces, width, { align: 'center', isBalanced: true, gap: 2 * scale })
}

function motto(setting: Setting, { text, isBold, rule }: HeadLine, width: number, scale: number): Row[] {
  const own = { ...setting, size: 12 * scale, leading: 1.36 }
  const pieces = linesOf(cleanText(text), { colour: COLOURS.ink, ...(isBold ? { bold: true as const } : {}) })
  const rows = paragraphRows(own, pieces, width, { align: 'center', isBalanced: true })
  if (!rule) return rows
  const length = Math.min(rule === 'full' ? naturalWidth(own, pieces) : width / 6, width)
  const draw = (x: number, y: number) =>
    void setting.document
      .lineWidth(0.7)
      .strokeColor(COLOURS.ink)
      .moveTo(x + (width - length) / 2, y + 2)
      .lineTo(x + (width + length) / 2, y + 2)
      .stroke()
  return [...rows, { height: 4 * scale, gap: 0, staysWithNext: false, draw }]
}

function ornament({ document }: Setting, width: number, scale: number): Row {
  const height = 12 * scale
  return {
    height,
    gap: 1,
    staysWithNext: false,
    draw: (x, y) => drawOrnament(document, x + width / 2, y + height / 2, 210),
  }
}

const moved = (row: Row, by: number): Row => ({ ...row, draw: (x, y) => row.draw(x + by, y) })
const centred = (rows: readonly Row[], by: number) => rows.map((row) => moved(row, by))
