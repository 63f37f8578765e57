/** "A.", "b)", "1/", "-" and the like before an option that was copied from a paper. */
const MARKER = /^(?:[A-Ha-h]|\d{1,2})\s*[.)/:]\s+|^[-–•*+]\s+/

/** Options copied together, one a line, as single options without their letters. A line of markers in only some of them stays. */
export function splitLines(text: string): string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter(Boolean)
  return lines.length > 1 && lines.every((line) => MARKER.test(line))
    ? lines.map((line) => line.replace(MARKER, ''))
    : lines
}
