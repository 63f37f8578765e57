/** What two spellings of the same Vietnamese words have in common: no case, no marks, one space between words. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/\s+/g, ' ')
    .trim()

/** True when every word typed occurs somewhere in a text that was folded beforehand. */
export function matchesAllWords(foldedHaystack: string, query: string): boolean {
  const wanted = fold(query)
  return wanted === '' || wanted.split(' ').every((word) => foldedHaystack.includes(word))
}
