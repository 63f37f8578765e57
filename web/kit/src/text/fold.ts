import { fold } from '@thiso/contracts/vocab'

export { fold }

/** True when every word typed occurs somewhere in a text that was folded beforehand. */
export function matchesAllWords(foldedHaystack: string, query: string): boolean {
  const wanted = fold(query)
  return wanted === '' || wanted.split(' ').every((word) => foldedHaystack.includes(word))
}
