import { PassThrough, type Readable } from 'node:stream'
import { setImmediate as othersFirst } from 'node:timers/promises'
import type { Locale } from '@thiso/contracts/vocab'
import { openPdf, PAGE, type PdfDocument, type PdfForm } from '../documents/pdf/pdf-document.js'
import { Typeface } from '../documents/pdf/typeface.js'
import type { Cell, Column } from './table-files.js'

/** A4 on its side, in points. */
const WIDTH = PAGE.height
const HEIGHT = PAGE.width
const MARGIN = 36
const SIZE = 7.5
const LEADING = SIZE * 1.34
const PAD = 3
const TITLE_SIZE = 13
const HEADER_GROUND = '#eef2f6'
const RULE = '#9aa5b1'

/** Laid-out words are kept for so many pages: names repeat, but a hundred thousand of them shall not stay. */
const FORGET_PAGES = 10

/** Rows of the first page by which columns are made wide enough for dates, codes and the longest word of a name. */
const SAMPLE_ROWS = 100

/** No single word takes more of the page than this. */
const WIDEST_WORD = 110

/** Rows set before the process looks after others. */
const STRETCH_ROWS = 25

/**
 * A table as a PDF stream: each page is written out when the next begins, so that 100,000 rows are never held. Texts are broken into lines,
 * never cut; the header stands on every page.
 * @param at the moment that the file names as its making
 */
export function pdfStream(
  title: string,
  columns: readonly Column[],
  rows: AsyncIterable<readonly Cell[][]>,
  at: Date,
  locale: Locale,
  form: Pick<PdfForm, 'isCompressed'> = {},
): Readable {
  const out = new PassThrough()
  const document = openPdf(title, 'Thi Số', at, { ...form, isWrittenAtOnce: true, locale, page: 'landscape' })
  document.pipe(out)
  void write(document, out, title, columns, rows, locale).catch((error) => out.destroy(error))
  return out
}

async function write(
  document: PdfDocument,
  out: PassThrough,
  title: string,
  columns: readonly Column[],
  rows: AsyncIterable<readonly Cell[][]>,
  locale: Locale,
): Promise<void> {
  const sheet = new TableSheet(document, columns, locale)
  let since = 0
  let isBegun = false
  for await (const page of rows) {
    if (!isBegun) sheet.begin(title, page.slice(0, SAMPLE_ROWS))
    isBegun = true
    for (const cells of page) {
      sheet.row(cells)
      if (++since < STRETCH_ROWS) continue
      since = 0
      await othersFirst()
      if (out.destroyed) return
      if (out.writableNeedDrain) await drained(out)
    }
  }
  if (!isBegun) sheet.begin(title, [])
  sheet.end()
  document.end()
}

/**
 * Widths of columns that add up to the page: by their shares, but none narrower than it must be as long as others have room to give.
 * @param shares how wide columns would like to be, in any unit
 * @param least of each column, in points
 */
export function fittedWidths(shares: readonly number[], least: readonly number[], total: number): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0)
  const wished = shares.map((share) => (total * share) / all)
  const needed = least.reduce((sum, width) => sum + width, 0)
  if (needed >= total) return least.map((width) => (total * width) / needed)
  const missing = wished.reduce((sum, width, index) => sum + Math.max(0, (least[index] ?? 0) - width), 0)
  const spare = wished.reduce((sum, width, index) => sum + Math.max(0, width - (least[index] ?? 0)), 0)
  return wished.map((width, index) => {
    const own = least[index] ?? 0
    return width <= own ? own : width - (missing * (width - own)) / spare
  })
}

class TableSheet {
  private readonly face: Typeface
  private xs: number[] = []
  private widths: number[] = []
  private readonly header: string[]
  private readonly numbers: Intl.NumberFormat
  private y = 0
  private page = 0

  constructor(
    private readonly document: PdfDocument,
    private readonly columns: readonly Column[],
    private readonly locale: Locale,
  ) {
    this.face = new Typeface(document)
    this.numbers = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 4 })
    this.header = columns.map(({ header }) => header)
  }

  /** @param sample rows that tell how wide the words of each column are */
  begin(title: string, sample: readonly (readonly Cell[])[]): void {
    this.open()
    this.share(sample)
    for (const line of this.broken(title, WIDTH - 2 * MARGIN, 'bold', TITLE_SIZE)) {
      this.face.draw(line, 'bold', TITLE_SIZE, MARGIN, this.y + TITLE_SIZE)
      this.y += TITLE_SIZE * 1.4
    }
    this.y += PAD
    this.head()
  }

  /** A column's heading, dates and codes stay in one piece wherever the page has room for it. */
  private share(sample: readonly (readonly Cell[])[]): void {
    const widest = (text: string, face: 'regular' | 'bold') =>
      Math.max(...text.split(/\s+/u).map((word) => this.face.measure(word, face, SIZE)))
    const least = this.columns.map(({ header }, index) => {
      const cells = sample.map((row) => widest(this.wordsOf(row[index] ?? null), 'regular'))
      // A little more than measured: sums of widths are not exact.
      return Math.min(WIDEST_WORD, Math.max(widest(header, 'bold'), ...cells)) + 2 * PAD + 0.1
    })
    this.widths = fittedWidths(
      this.columns.map(({ width }) => width),
      least,
      WIDTH - 2 * MARGIN,
    )
    this.xs = this.widths.map((_, index) => MARGIN + this.widths.slice(0, index).reduce((sum, width) => sum + width, 0))
  }

  row(cells: readonly Cell[]): void {
    const lines = cells.map((cell, index) =>
      this.broken(this.wordsOf(cell), (this.widths[index] as number) - 2 * PAD, 'regular', SIZE),
    )
    const count = Math.max(1, ...lines.map(({ length }) => length))
    if (count > this.room()) this.turn()
    // A row that is taller than a page goes on in the next one.
    for (let from = 0; from < count; ) {
      if (from > 0) this.turn()
      const set = Math.max(1, Math.min(count - from, this.room()))
      this.set(
        lines.map((cell) => cell.slice(from, from + set)),
        'regular',
      )
      this.y += set * LEADING + PAD
      from += set
    }
    this.document
      .lineWidth(0.4)
      .strokeColor(RULE)
      .moveTo(MARGIN, this.y)
      .lineTo(WIDTH - MARGIN, this.y)
      .stroke()
  }

  /** How many lines the page still has room for. */
  private room(): number {
    return Math.floor((HEIGHT - MARGIN - LEADING - PAD - this.y) / LEADING)
  }

  private turn(): void {
    this.end()
    this.open()
    this.head()
  }

  /** The number of the page at its foot. */
  end(): void {
    const text = `${this.locale === 'vi' ? 'Trang' : 'Page'} ${this.page}`
    this.document.fillColor('black')
    this.face.draw(
      text,
      'regular',
      SIZE,
      WIDTH - MARGIN - this.face.measure(text, 'regular', SIZE),
      HEIGHT - MARGIN + SIZE,
    )
  }

  /** Numbers as the language writes them, without marks between thousands: a rank is not an amount. */
  private wordsOf(cell: Cell): string {
    if (cell === null) return ''
    return typeof cell === 'number' ? this.numbers.format(cell) : cell.normalize('NFC')
  }

  private open(): void {
    this.document.addPage()
    this.page++
    this.y = MARGIN
    if (this.page % FORGET_PAGES === 0) forgetWords(this.document)
  }

  private head(): void {
    const lines = this.header.map((text, index) =>
      this.broken(text, (this.widths[index] as number) - 2 * PAD, 'bold', SIZE),
    )
    const height = Math.max(1, ...lines.map(({ length }) => length)) * LEADING + PAD
    this.document.rect(MARGIN, this.y, WIDTH - 2 * MARGIN, height).fill(HEADER_GROUND)
    this.set(lines, 'bold')
    this.y += height
  }

  private set(lines: readonly string[][], face: 'regular' | 'bold'): void {
    this.document.fillColor('black')
    lines.forEach((cell, index) => {
      cell.forEach((line, n) => {
        if (line !== '')
          this.face.draw(line, face, SIZE, (this.xs[index] as number) + PAD, this.y + (n + 1) * LEADING - 1)
      })
    })
  }

  private broken(text: string, width: number, face: 'regular' | 'bold', size: number): string[] {
    return text.split('\n').flatMap((paragraph) => this.filled(paragraph, width, face, size))
  }

  /** Lines that fit the width; a word that is wider than a line goes on in the next one. */
  private filled(text: string, width: number, face: 'regular' | 'bold', size: number): string[] {
    const lines: string[] = []
    let line = ''
    const space = this.face.measure(' ', face, size)
    let used = 0
    for (const word of text.split(/\s+/u)) {
      const own = this.face.measure(word, face, size)
      if (line !== '' && used + space + own <= width) {
        line += ` ${word}`
        used += space + own
        continue
      }
      if (line !== '') lines.push(line)
      line = word
      used = own
      if (own <= width) continue
      // By the widths of its signs, which are known after some rows, not of every beginning of every long word.
      line = ''
      used = 0
      for (const sign of word) {
        const one = this.face.measure(sign, face, size)
        if (line !== '' && used + one > width) {
          lines.push(line)
          line = ''
          used = 0
        }
        line += sign
        used += one
      }
    }
    return [...lines, line]
  }
}

function drained(stream: PassThrough): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('drain', resolve)
    stream.once('close', () => reject(new Error('the download was broken off')))
  })
}

/** PDFKit keeps every word that a font ever laid out, for as long as the document lives. */
function forgetWords(document: PdfDocument): void {
  const { _fontFamilies: fonts } = document as unknown as { _fontFamilies: Record<string, { layoutCache?: object }> }
  for (const font of Object.values(fonts)) if (font.layoutCache) font.layoutCache = Object.create(null) as object
}
