import { type Placed, paginate } from '../../../../kernel/paginate.js'
import { hasOwnPoints, needsHeadings, partHeading, partInstruction } from '../../domain/paper-texts.js'
import type { PaperHeading, PrintedCode, PrintedItem } from '../../domain/printed-code.js'
import type { Numbered } from '../../domain/paper-parts.js'
import type { Picture } from '../pictures.js'
import type { Row } from '../../../../platform/documents/pdf/box.js'
import { candidateRow, endRow, headingRow } from './heading.js'
import { itemRows } from './item-rows.js'
import { paragraphRows } from './lines.js'
import { closePdf, openPdf, PAGE, type PdfDocument } from '../../../../platform/documents/pdf/pdf-document.js'
import { Typeface } from '../../../../platform/documents/pdf/typeface.js'
import { type Setting, textBox } from './words.js'

const MARGIN = { x: 48, top: 42, foot: 52 } as const
const WIDTH = PAGE.width - 2 * MARGIN.x
const ROOM = PAGE.height - MARGIN.top - MARGIN.foot
const SIZE = 10

export interface PaperFile {
  heading: PaperHeading
  author: string
  at: Date
  pictures: ReadonlyMap<string, Picture>
}

/** The papers of the codes, one behind the other; each begins on a page of its own and counts its own pages. */
export async function paperPdf(file: PaperFile, codes: readonly PrintedCode[], isCompressed = true): Promise<Buffer> {
  const document = openPdf(file.heading.title, file.author, file.at, { isCompressed })
  const setting = settingOf(document, file.pictures)
  for (const code of codes) {
    const pages = pagesOf(setting, file.heading, code)
    drawPages(setting, pages, code.code)
  }
  return closePdf(document)
}

/** How many pages one code takes. */
export function pageCount(file: PaperFile, code: PrintedCode): number {
  const setting = settingOf(openPdf('', '', file.at), file.pictures)
  return pagesOf(setting, file.heading, code).length
}

export function settingOf(document: PdfDocument, pictures: ReadonlyMap<string, Picture>, size = SIZE): Setting {
  return { document, typeface: new Typeface(document), size, pictures, pictureMax: { width: WIDTH * 0.7, height: 230 } }
}

function pagesOf(setting: Setting, heading: PaperHeading, code: PrintedCode): Placed<Row>[][] {
  const body = code.parts.flatMap((part) => partRows(setting, part, needsHeadings(code.parts)))
  const end = endRow(setting, 'HẾT', WIDTH)
  // How many pages there are stands on the first one, and takes the same room whatever the number is.
  const rowsFor = (count: number) => [
    { ...headingRow(setting, heading, WIDTH, { left: `(Đề có ${count} trang)` }), staysWithNext: true },
    candidateRow(setting, code.code, WIDTH),
    ...keptWith(body, end),
  ]
  const { length } = paginate(rowsFor(1), ROOM)
  return paginate(rowsFor(length), ROOM)
}

function partRows(setting: Setting, part: Numbered<PrintedItem>, hasHeading: boolean): Row[] {
  const items = part.entries.flatMap(({ number, entry }) => itemRows(setting, entry, number, WIDTH, hasOwnPoints(part)))
  if (!hasHeading) return items
  const { title, points } = partHeading(part)
  const heading = paragraphRows(
    setting,
    [
      { kind: 'text', text: `${title} ${points}. `, style: { bold: true } },
      { kind: 'text', text: partInstruction(part), style: { italic: true } },
    ],
    WIDTH,
    { gap: setting.size * 1.1, align: 'justify' },
  )
  return [...heading.map((row) => ({ ...row, staysWithNext: true })), ...items]
}

/** The last rows keep the end mark with them, so that it never stands alone on a page. */
function keptWith(rows: readonly Row[], end: Row): Row[] {
  return [...rows.map((row, index) => (index === rows.length - 1 ? { ...row, staysWithNext: true } : row)), end]
}

function drawPages(setting: Setting, pages: readonly Placed<Row>[][], code: string): void {
  pages.forEach((page, index) => {
    setting.document.addPage()
    for (const { piece, y } of page) piece.draw(MARGIN.x, MARGIN.top + y)
    footer(setting, `Trang\u00a0${index + 1}/${pages.length} – Mã\u00a0đề\u00a0${code}`)
  })
}

export function footer(setting: Setting, text: string): void {
  const small = { ...setting, size: 9 }
  const box = textBox(small, text, {})
  const y = PAGE.height - 30
  box.draw((PAGE.width - box.width) / 2, y)
}
