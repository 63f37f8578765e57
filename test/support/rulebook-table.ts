/** A line of a table of attempts: who did what, and which place it must come to. */
export interface Row {
  who: string
  unit?: string
  /** In years, on the day on which results are made. */
  age?: string
  /** Who consented for a child. */
  guardian?: string
  /** Day/month and time of submission in Viet Nam; of an attempt that nobody submitted, of its start. */
  at: string
  /** Minutes and seconds; `–`: never submitted. */
  used: string
  right: string
  /** How many of the last items stay blank; none where there is no such column. */
  blank?: string
  /** The prediction; `–` or nothing: none given in this attempt. */
  guess?: string
  table?: string
  /** The place, or why there is none; nothing on attempts that do not count. */
  place?: string
  /** For the reader. */
  why?: string
}

const COLUMNS = ['who', 'unit', 'age', 'guardian', 'at', 'used', 'right', 'blank', 'guess', 'table', 'place', 'why']

/** Reads a table whose cells are parted by `|`, its first line naming the columns. */
export function tableOf(text: string): Row[] {
  const [head = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const unknown = head.filter((name) => !COLUMNS.includes(name))
  if (unknown.length > 0) throw new Error(`unknown columns: ${unknown.join(', ')}`)
  return lines.map((cells) => {
    if (cells.length !== head.length) throw new Error(`${cells.length} cells: ${cells.join(' | ')}`)
    return Object.fromEntries(head.map((name, index) => [name, cells[index]])) as unknown as Row
  })
}

/** The standings that a table expects, in their order; equal people by name. */
export function placesOf(table: string): string[] {
  return inOrder(tableOf(table).flatMap(({ table: of, place, who }) => (place ? [placeLine(of, place, who)] : [])))
}

export const placeLine = (table: string | null | undefined, place: string, who: string) =>
  [table, place, who].filter(Boolean).join(' ')

/** By table, place and name; people without a place last in their table. */
export function inOrder(lines: readonly string[]): string[] {
  return [...lines].sort((a, b) => a.localeCompare(b, 'vi', { numeric: true }))
}

/** An instant written as `2021-06-07 08:00` in Viet Nam. */
export const instant = (text: string) => new Date(`${text.replace(' ', 'T')}+07:00`).toISOString()

/** `12/9 08:15:30` in Viet Nam, in the year of a round. */
export function momentOf(text: string, roundOpensAt: number): number {
  const [, day, month, time] = /^(\d+)\/(\d+) (\d\d:\d\d:\d\d)$/.exec(text) ?? []
  if (!day || !month || !time) throw new Error(`no moment: ${text}`)
  const year = new Date(roundOpensAt).getUTCFullYear()
  return Date.parse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time}+07:00`)
}

/** `9:05` in seconds. */
export function secondsOf(text: string): number {
  const [, minutes, seconds] = /^(\d+):(\d\d)$/.exec(text) ?? []
  if (!minutes || !seconds) throw new Error(`no length of time: ${text}`)
  return Number(minutes) * 60 + Number(seconds)
}
