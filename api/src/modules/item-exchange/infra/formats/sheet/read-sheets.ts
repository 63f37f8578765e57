import { escapeHtml } from '@thiso/contracts/vocab'
import { numberText } from '../item-fields.js'
import { type Cell, columnLetters, dayOfSerial, EMPTY, type Sheet, type SheetRow } from './cell.js'
import { NO_LOOK } from './rich-cell.js'
import type { SheetPicture } from './sheet-pictures.js'
import { openWorkbook, inFont, RunReader, unescaped, type Workbook } from './workbook.js'
import { streamXml } from './xml-stream.js'

/** A sheet of items has some forty columns; of a sheet of something else the rest is not looked at. */
const COLUMNS_MAX = 120
/** More rows with content than any bank may take at once. */
const ROWS_MAX = 30_000
/** A topic may span hundreds of questions; a title that spans a whole sheet tells nothing of its rows. */
const MERGED_ROWS_MAX = 2_000
const MERGES_MAX = 20_000

/**
 * The sheets of a workbook that people see, without empty rows. Formulas are never computed.
 * @param most how many rows of each sheet are wanted; the rest is not read
 */
export function readSheets(bytes: Uint8Array, most = ROWS_MAX): Sheet[] {
  const book = openWorkbook(bytes)
  const visible = book.sheets.filter(({ isHidden }) => !isHidden)
  return visible.map((sheet) => {
    const rows = rowsOf(sheet.bytes, sheet.name, book, most)
    return { name: sheet.name, rows, media: placePictures(sheet.pictures, rows) }
  })
}

/** Thrown to end the reading of a sheet of which enough has been seen. */
class Enough extends Error {}

function rowsOf(bytes: Uint8Array, name: string, book: Workbook, most: number): SheetRow[] {
  const reader = new SheetReader(book, most)
  try {
    streamXml(bytes, name, reader)
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
  spread(reader.merges, reader.rows)
  return reader.rows
}

/** Puts pictures into the cells that they lie on. @returns them by name */
function placePictures(pictures: readonly SheetPicture[], rows: readonly SheetRow[]): Map<string, Uint8Array> {
  const media = new Map<string, Uint8Array>()
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  for (const { row, column, path, bytes, alt } of pictures) {
    const cells = byNumber.get(row)?.cells
    if (!cells || column >= COLUMNS_MAX) continue
    const name = path.replace(/^.*\//, '').replace(/[^\w.-]/g, '_')
    const html = `<img src="media:${name}" alt="${escapeHtml(alt).replace(/"/g, '&quot;')}">`
    const cell = cells[column] ?? EMPTY
    cells[column] = { ...cell, pictures: `${cell.pictures ?? ''}${html}` }
    media.set(name, bytes)
  }
  return media
}

/** What stands in a merged cell holds for every row that it spans. */
function spread(merges: readonly string[], rows: readonly SheetRow[]): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  for (const area of merges) {
    const [, from = '', first = '', last = ''] = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/.exec(area) ?? []
    const column = columnOf(from)
    const content = byNumber.get(Number(first))?.cells[column]
    if (!content || Number(last) - Number(first) > MERGED_ROWS_MAX) continue
    for (let number = Number(first) + 1; number <= Number(last); number++) {
      const row = byNumber.get(number)
      if (row && row.cells[column] === undefined) row.cells[column] = content
    }
  }
}

class SheetReader {
  readonly rows: SheetRow[] = []
  /** Areas of merged cells: "C3:C7". */
  readonly merges: string[] = []
  private readonly inline = new RunReader()
  private row: SheetRow = { number: 0, cells: [] }
  private isFilled = false
  private column = -1
  private kind = ''
  private style = 0
  private raw = ''
  private isValue = false
  private isFormula = false
  private isInline = false

  constructor(
    private readonly book: Workbook,
    private readonly most: number,
  ) {}

  open(local: string, attributes: Record<string, string>): void {
    if (this.isInline) this.inline.open(local, attributes)
    else if (local === 'row') {
      this.row = { number: Number(attributes.r ?? this.row.number + 1), cells: [] }
      this.isFilled = false
      this.column = -1
    } else if (local === 'c') {
      this.column = attributes.r ? columnOf(attributes.r) : this.column + 1
      this.kind = attributes.t ?? 'n'
      this.style = Number(attributes.s ?? 0)
      this.raw = ''
      this.isFormula = false
      this.inline.reset()
    } else if (local === 'mergeCell') {
      if (this.merges.length < MERGES_MAX) this.merges.push(attributes.ref ?? '')
    } else if (local === 'v') this.isValue = true
    else if (local === 'f') this.isFormula = true
    else if (local === 'is') this.isInline = true
  }

  text(text: string): void {
    if (this.isInline) this.inline.text(text)
    else if (this.isValue) this.raw += text
  }

  close(local: string): void {
    if (local === 'is') this.isInline = false
    else if (this.isInline) this.inline.close(local)
    else if (local === 'v') this.isValue = false
    else if (local === 'c') this.endCell()
    else if (local === 'row' && this.isFilled) {
      this.rows.push(this.row)
      if (this.rows.length >= this.most) throw new Enough()
    }
  }

  private endCell(): void {
    if (this.column >= COLUMNS_MAX || this.column < 0) return
    const cell = this.cell()
    if (!cell) return
    this.row.cells[this.column] = cell
    this.isFilled = true
  }

  private cell(): Cell | null {
    if (this.isFormula) return { runs: [], value: null, isDay: false, isFormula: true }
    const look = this.book.looks[this.style]
    switch (this.kind) {
      case 's': {
        const runs = this.book.shared[Number(this.raw)]
        return runs && runs.length > 0
          ? textCell(runs.map((run) => ({ ...run, text: inFont(run.text, look?.font ?? '') })))
          : null
      }
      case 'inlineStr':
        return this.inline.runs.length > 0 ? textCell(this.inline.runs) : null
      case 'b':
        return textCell([{ text: this.raw === '1' ? 'TRUE' : 'FALSE', look: NO_LOOK }])
      case 'n':
        return this.raw === '' ? null : this.number(Number(this.raw))
      case 'd':
        return textCell([{ text: this.raw.slice(0, 10), look: NO_LOOK }])
      default:
        return this.raw === ''
          ? null
          : textCell([{ text: inFont(unescaped(this.raw), look?.font ?? ''), look: NO_LOOK }])
    }
  }

  /** A number as Excel shows it: days and percentages as what people typed. */
  private number(value: number): Cell | null {
    if (!Number.isFinite(value)) return null
    const shows = this.book.looks[this.style]?.shows
    const day = shows === 'day' ? dayOfSerial(value, this.book.is1904) : null
    const text = day
      ? day.split('-').reverse().join('/')
      : shows === 'percent'
        ? `${numberText(Number((value * 100).toPrecision(12)))}%`
        : numberText(value)
    return { runs: [{ text, look: NO_LOOK }], value, isDay: day !== null, isFormula: false }
  }
}

function textCell(runs: Cell['runs']): Cell {
  return { runs, value: null, isDay: false, isFormula: false }
}

/** "AB12" is column 27. */
function columnOf(place: string): number {
  let column = 0
  for (const letter of place) {
    const at = letter.charCodeAt(0) - 64
    if (at < 1 || at > 26) break
    column = column * 26 + at
  }
  return column - 1
}

export function placeOf(sheet: string, row: number, column: number): string {
  return `${sheet}!${columnLetters(column)}${row}`
}
