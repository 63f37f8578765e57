/**
 * One line of a CSV file (RFC 4180, CRLF). A text that a spreadsheet would take for a formula (= + - @, tab, return, NUL, full-width
 * forms) gets an apostrophe in front (OWASP ASVS 5.0, 1.2.10); numbers are written as they are.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = isFormulaLike(value) ? `'${value}` : value
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function isFormulaLike(text: string): boolean {
  return /^\s*[=+\-@\t\r\0＝＋－＠]/.test(text)
}

/** Excel reads a CSV file as UTF-8 only when it starts with this mark. */
export const UTF8_MARK = '\uFEFF'
