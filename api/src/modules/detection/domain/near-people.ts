import { byCodeUnits } from '../../../kernel/by-code-units.js'

/**
 * Are two folded names nearly the same: the same words in any order, or one letter written otherwise, left out or put in? Of very short names
 * one letter is half of it: below eight letters only the same words count.
 * @param a, b lower case, without diacritics (contracts `fold`)
 */
export function areNearNames(a: string, b: string): boolean {
  if (a === '' || b === '') return false
  const words = (name: string) => name.split(' ').sort(byCodeUnits).join(' ')
  if (words(a) === words(b)) return true
  return Math.min(a.length, b.length) >= 8 && isOneSlip(a, b)
}

/** DT-22: equal birth dates, one digit written otherwise, or day and month swapped. Where one is not known nothing is near. */
export function areNearDates(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false
  if (a === b) return true
  const [year, month, day] = a.split('-')
  if (b === `${year}-${day}-${month}`) return true
  return a.length === b.length && differences(a, b) === 1
}

function differences(a: string, b: string): number {
  let count = 0
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++
  return count
}

/** One letter replaced, or one more in one of them. */
function isOneSlip(a: string, b: string): boolean {
  if (a.length === b.length) return differences(a, b) <= 1
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.length - short.length !== 1) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  return short.slice(i) === long.slice(i + 1)
}
