import { numberText } from '../item-fields.js'
import { type Cell, columnLetters, dayOfSerial, type Sheet, type SheetRow } from './cell.js'
import { NO_LOOK } from './rich-cell.js'
import { openWorkbook, inFont, RunReader, unescaped, type Workbook } from './workbook.js'
import { streamXml } from './xml-stream.js'

/** A sheet of items has some forty columns; of a sheet of something else the rest is not looked at. */
const COLUMNS_MAX = 120
/** More rows with content than any bank may take at once. */
const ROWS_MAX = 30_000

/**
 * The sheets of a workbook that people see, without empty rows. Formulas are never computed.
 * @param most how many rows of each sheet are wanted; the rest is not read
 */
export function readSheets(bytes: Uint8Array, most = ROWS_MAX): Sheet[] {
  const book = openWorkbook(bytes)
  const visible = book.sheets.filter(({ isHidden }) => !isHidden)
  return visible.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet.bytes, sheet.name, book, most) }))
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
  return reader.rows
}

class SheetReader {
  readonly rows: SheetRow[] = []
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
