export interface EntrantLine {
  /** 1-based. */
  line: number
  /** As it was written. */
  cell: string
  /** As accounts have it; null: no log-in can look like this. */
  login: string | null
}

/**
 * EL-9: a list of people as it is pasted from a letter or a sheet: of each line the first cell (before a comma, semicolon or tab) that is
 * a log-in; a running number before it or a heading without one does no harm. Blank lines are left out, the second of two equal is refused.
 * @param loginOf a cell as log-ins are stored, or null
 */
export function readEntrants(
  text: string,
  loginOf: (cell: string) => string | null,
): { entries: EntrantLine[]; refused: { line: number; login: string; reason: 'twice' }[] } {
  const entries: EntrantLine[] = []
  const refused: { line: number; login: string; reason: 'twice' }[] = []
  const seen = new Set<string>()
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((row, index) => {
      const cells = row
        .split(/[,;\t]/)
        .map((cell) => cell.trim().replace(/^["']|["']$/g, ''))
        .filter(Boolean)
      const first = cells[0]
      if (first === undefined) return
      const cell = cells.find((other) => loginOf(other) !== null) ?? first
      const login = loginOf(cell)
      if (login !== null && seen.has(login)) refused.push({ line: index + 1, login: cell, reason: 'twice' })
      else entries.push({ line: index + 1, cell: cell.slice(0, 80), login })
      if (login !== null) seen.add(login)
    })
  return { entries, refused }
}
