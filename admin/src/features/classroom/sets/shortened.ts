const MOST = 70

/** A stem for the name of a button: cut between words, never inside one. */
export function shortened(text: string): string {
  if (text.length <= MOST) return text
  const cut = text.slice(0, MOST + 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()}…`
}
