import type { SignaturePlace, SignaturesBlock } from '../document.js'
import { cleanText } from '../set-text.js'
import { WORDS } from '../words.js'
import { type Row, sideBySide } from './box.js'
import { paragraphRows } from './lines.js'
import { linesOf, type PageRow, piecesOf, type Sheet, tagged } from './sheet.js'
import { Tag } from './tags.js'

/** For the signature and the seal, of the size. */
const SIGNING_ROOM = 5.6

/** Places for signatures beside each other; whom the document goes to stands at their left, above where there is no room. */
export function signatureRows(sheet: Sheet, { places, recipients = [] }: SignaturesBlock): PageRow[] {
  const { size, width } = sheet
  const isBeside = places.length < 3 && recipients.length > 0
  const count = Math.max(places.length === 1 ? 2 : places.length, places.length + (isBeside ? 1 : 0))
  const gap = size * 1.2
  const own = (width - gap * (count - 1)) / count
  const from = count - places.length
  // Names begin at one height.
  const tops = places.map((place) => topRows(sheet, place, own))
  const highest = Math.max(0, ...tops.map(heightOf))
  const columns = places.map((place, index) => ({
    x: (from + index) * (own + gap),
    rows: [
      ...(tops[index] as Row[]),
      empty(highest - heightOf(tops[index] as Row[]) + size * SIGNING_ROOM),
      ...nameRows(sheet, place, own),
    ],
  }))
  const goesTo = recipientRows(sheet, recipients, isBeside ? own : width)
  const signing = sideBySide([...(isBeside ? [{ x: 0, rows: goesTo }] : []), ...columns], size * 1.3)
  const tag = new Tag('P', null)
  return tagged(
    [
      ...(isBeside
        ? []
        : goesTo.map((row, index) => ({ ...row, gap: index === 0 ? size : row.gap, staysWithNext: true }))),
      signing,
    ],
    tag,
  )
}

function topRows(sheet: Sheet, { role, note }: SignaturePlace, width: number): Row[] {
  return [
    ...paragraphRows(sheet, linesOf(cleanText(role), { bold: true }), width, { align: 'center', isBalanced: true }),
    ...(note === undefined
      ? []
      : paragraphRows({ ...sheet, size: sheet.size * 0.95 }, piecesOf(note, { italic: true }), width, {
          align: 'center',
        })),
  ]
}

function nameRows(sheet: Sheet, { name }: SignaturePlace, width: number): Row[] {
  return name === undefined
    ? []
    : paragraphRows(sheet, linesOf(cleanText(name), { bold: true }), width, { align: 'center', isBalanced: true })
}

function recipientRows(sheet: Sheet, recipients: readonly string[], width: number): Row[] {
  if (recipients.length === 0) return []
  const small = { ...sheet, size: sheet.size * 0.87 }
  return [
    ...paragraphRows(small, piecesOf(WORDS[sheet.locale].recipients, { bold: true, italic: true }), width),
    ...recipients.flatMap((recipient) => paragraphRows(small, piecesOf(`-\u00a0${recipient}`), width)),
  ]
}

const empty = (height: number): Row => ({ height, gap: 0, staysWithNext: true, draw: () => undefined })
const heightOf = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.height + row.gap, 0)
