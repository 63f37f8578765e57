import { createHash } from 'node:crypto'

/**
 * The numbers of a public lottery as a person copies them from a newspaper: digits in groups; what stands between the groups is a
 * matter of the page. "01234 – 56.789" is "01234 56 789".
 * @returns null when there are letters, so that names of prizes are never taken for numbers, or when there are no digits
 */
export function lotteryNumbers(text: string): string | null {
  const plain = text.normalize('NFKC')
  if (/\p{L}/u.test(plain)) return null
  return plain.match(/[0-9]+/g)?.join(' ') ?? null
}

/** The 32 bytes that such numbers stand for: SHA-256("thiso-lottery-v1" 00 name 00 day 00 numbers). @param day YYYY-MM-DD */
export function lotteryRandomness(name: string, day: string, numbers: string): Buffer {
  return createHash('sha256')
    .update(`thiso-lottery-v1\0${name.normalize('NFC')}\0${day}\0${numbers}`)
    .digest()
}
