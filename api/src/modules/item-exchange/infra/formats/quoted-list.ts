/** Several values in one line or cell, parted by a sign; a value that holds the sign stands in quotation marks. */

/** @param separator one sign, put with a space after it */
export function joinQuoted(values: readonly string[], separator: ';' | '|'): string {
  return values
    .map((value) => (needsQuotes(value) ? `"${value.replace(/"/g, '""')}"` : value))
    .join(separator === '|' ? ' | ' : '; ')
}

function needsQuotes(value: string): boolean {
  return value === '' || value !== value.trim() || /[;|"\n]/.test(value)
}

export interface Quoted {
  text: string
  /** Was it in quotation marks, so that nothing in it is a sign? */
  isQuoted: boolean
}

/**
 * The way back. Also what people type: quotation marks within a value are kept, line breaks part values too.
 * @returns the values without spaces around them; empty ones only if quoted
 */
export function splitQuoted(text: string, separator: ';' | '|'): Quoted[] {
  const values: Quoted[] = []
  let rest = text
  while (rest.trim() !== '') {
    rest = rest.trimStart()
    const quoted = /^"((?:[^"]|"")*)"\s*(?:([;|\n])|$)/.exec(rest)
    if (quoted && (quoted[2] === undefined || quoted[2] === '\n' || quoted[2] === separator)) {
      values.push({ text: (quoted[1] as string).replace(/""/g, '"'), isQuoted: true })
      rest = rest.slice(quoted[0].length)
      continue
    }
    const end = rest.search(separator === ';' ? /[;\n]/ : /[|\n]/)
    const value = (end < 0 ? rest : rest.slice(0, end)).trim()
    if (value !== '') values.push({ text: value, isQuoted: false })
    rest = end < 0 ? '' : rest.slice(end + 1)
  }
  return values
}
