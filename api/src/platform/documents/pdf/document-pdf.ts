import { paginate, type Placed } from '../../../kernel/paginate.js'
import type { Block, Document } from '../document.js'
import { cleanText } from '../set-text.js'
import { WORDS } from '../words.js'
import { chartRows } from './chart-rows.js'
import { headRows } from './head-rows.js'
import { closePdf, openPdf } from './pdf-document.js'
import { pictureRows } from './picture-rows.js'
import { MARGINS, mm, type PageRow, paperOf, type Sheet } from './sheet.js'
import { signatureRows } from './signature-rows.js'
import { tableRows } from './table-rows.js'
import { untagged } from './tags.js'
import { factRows, headingRows, listRows, paragraphBlockRows, titleRows } from './text-rows.js'
import { Typeface } from './typeface.js'
import { textBox } from './words.js'

const SIZE = 11
const FOOT_SIZE = 8.5

/** DC-2: a document as a PDF. Its pages are counted before the first is drawn; each is written out as soon as it is full. */
export async function documentPdf(document: Document, isCompressed = true): Promise<Buffer> {
  const paper = paperOf(document.page)
  const pdf = openPdf(cleanText(document.title), cleanText(document.author), document.at, {
    isCompressed,
    isTagged: true,
    isWrittenAtOnce: true,
    locale: document.locale,
    page: document.page,
  })
  const sheet: Sheet = {
    document: pdf,
    typeface: new Typeface(pdf),
    size: SIZE,
    hasSpaces: true,
    locale: document.locale,
    width: mm(paper.width - MARGINS.left - MARGINS.right),
    room: mm(paper.height - MARGINS.top - MARGINS.bottom),
  }
  const pages = pagesOf(sheet, document)
  pages.forEach((page, index) => {
    pdf.addPage()
    for (const { piece, y } of page) drawRow(sheet, piece, y, y > 0 && page[0]?.piece === piece)
    foot(sheet, document, index + 1, pages.length)
  })
  return closePdf(pdf)
}

function pagesOf(sheet: Sheet, document: Document): Placed<PageRow>[][] {
  const parts: PageRow[][] = [document.head ? headRows(sheet, document.head) : []]
  document.blocks.forEach((block, index) => {
    if (block.kind === 'page-break') {
      parts.push([])
      return
    }
    const part = parts.at(-1) as PageRow[]
    // Signatures alone on a page would sign nothing.
    if (block.kind === 'signatures' && index > 0) keepEnd(part)
    for (const row of blockRows(sheet, block)) part.push(row)
  })
  return parts.flatMap((part) => paginate(part, sheet.room))
}

/** What is drawn last stays with what follows. */
function keepEnd(rows: PageRow[]): void {
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at] as PageRow
    rows[at] = { ...row, staysWithNext: true }
    if (row.height > 0) return
  }
}

function blockRows(sheet: Sheet, block: Exclude<Block, { kind: 'page-break' }>): PageRow[] {
  switch (block.kind) {
    case 'title':
      return titleRows(sheet, block)
    case 'heading':
      return headingRows(sheet, block)
    case 'paragraph':
      return paragraphBlockRows(sheet, block)
    case 'list':
      return listRows(sheet, block)
    case 'table':
      return tableRows(sheet, block)
    case 'facts':
      return factRows(sheet, block)
    case 'signatures':
      return signatureRows(sheet, block)
    case 'bar-chart':
    case 'line-plot':
      return chartRows(sheet, block)
    case 'picture':
      return pictureRows(sheet, block)
    case 'spacer':
      return [{ height: Math.min(mm(block.height), sheet.room), gap: 0, staysWithNext: false, draw: () => undefined }]
  }
}

/** @param hasHead it begins a page, and the header of its table stands above it again */
function drawRow(sheet: Sheet, row: PageRow, y: number, hasHead: boolean): void {
  const [left, top] = [mm(MARGINS.left), mm(MARGINS.top)]
  const { head } = row
  if (hasHead && head) untagged(sheet.document, () => head.draw(left, top + y - head.height))
  const draw = () => row.draw(left, top + y)
  if (row.tag) row.tag.draw(sheet.document, draw)
  else draw()
}

function foot(sheet: Sheet, document: Document, number: number, count: number): void {
  const small = { ...sheet, size: FOOT_SIZE }
  const style = { colour: '#4a5b6c' }
  const page = textBox(small, WORDS[document.locale].page(number, count), style)
  const note = textBox(small, cleanText(document.foot ?? '').replace(/\n/g, ' '), style)
  const y = sheet.room + mm(MARGINS.top) + mm(MARGINS.bottom) * 0.58
  untagged(sheet.document, () => {
    page.draw(mm(MARGINS.left) + sheet.width - page.width, y)
    const scale = Math.min(1, (sheet.width - page.width - FOOT_SIZE * 2) / note.width)
    if (note.width === 0) return
    const fitted = textBox(
      { ...small, size: FOOT_SIZE * scale },
      cleanText(document.foot ?? '').replace(/\n/g, ' '),
      style,
    )
    fitted.draw(mm(MARGINS.left), y)
  })
}
