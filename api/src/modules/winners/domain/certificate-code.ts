/** Digits and capitals without those that are taken for others when read out or typed (I, L, O, U): 5 bits each. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 13

/** How many random bytes a code takes. */
export const CODE_BYTES = LENGTH

/**
 * WN-12: a certificate's code of 65 random bits: "TS7K-8M4F-22QHX" without the dashes' meaning anything.
 * @param random CODE_BYTES bytes by chance
 */
export function certificateCode(random: Uint8Array): string {
  if (random.length < CODE_BYTES) throw new Error(`a certificate's code takes ${CODE_BYTES} random bytes`)
  const letters = Array.from(random.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31] as string).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

/** A code as it was typed: any case, any dashes and spaces, O for 0, I and L for 1. Null when it cannot be a code. */
export function readCertificateCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (letters.length !== LENGTH || [...letters].some((letter) => !ALPHABET.includes(letter))) return null
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}
