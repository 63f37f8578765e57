import { htmlOfRuns, type CellRun, textOfRuns } from './rich-cell.js'

/** A cell as it was read. */
export interface Cell {
  runs: CellRun[]
  /** Of a cell that holds a number. */
  value: number | null
  /** Numbers that Excel shows as a day. */
  isDay: boolean
  /** Its content is computed: what is kept of it is no content. */
  isFormula: boolean
  /** Pictures that lie on it, as HTML. */
  pictures?: string
}

export const EMPTY: Cell = { runs: [], value: null, isDay: false, isFormula: false }

export function textOfCell(cell: Cell | undefined): string {
  return cell ? textOfRuns(cell.runs).normalize('NFC').trim() : ''
}

export function htmlOfCell(cell: Cell | undefined): string {
  if (!cell) return ''
  const text = htmlOfRuns(cell.runs).normalize('NFC').trim()
  return cell.pictures ? `${text} ${cell.pictures}`.trim() : text
}

/** 0 is A, 26 is AA. */
export function columnLetters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnLetters(Math.floor(at / 26) - 1) + columnLetters(at % 26)
}

/** One row of a sheet: its number as Excel shows it, and its cells by column. */
export interface SheetRow {
  number: number
  cells: (Cell | undefined)[]
}

export interface Sheet {
  name: string
  /** Pictures by the name that cells have them under. */
  media: Map<string, Uint8Array>
  rows: SheetRow[]
}

/** Excel counts days from the last of 1899; the year 1900 has a day too many, which is past. */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  const days = Math.floor(serial) + (is1904 ? 1462 : 0)
  if (days < 61 || days > 2_958_465) return null
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}
