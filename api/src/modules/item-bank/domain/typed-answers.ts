import { fold } from '@thiso/contracts/vocab'
import { byCodeUnits } from '../../../kernel/by-code-units.js'

/** The five tones of Vietnamese as combining marks: grave, acute, tilde, hook above, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * IB-6: a typed text as it is compared: Unicode compatibility form, lower case, single spaces, no space or stop at the ends,
 * one form of dashes and quotes. The tone of a syllable counts, its place does not: "hoà" is "hòa".
 * @param ignoresDiacritics also without tones and letters' marks ("da nang" is "Đà Nẵng")
 */
export function comparableText(text: string, ignoresDiacritics: boolean): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u2018\u2019\u201c\u201d«»]/g, "'")
    .replace(/"/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:!?]+|[\s.,;:!?]+$/g, '')
  if (ignoresDiacritics) return fold(plain)
  return plain
    .normalize('NFD')
    .replace(
      /[^\s]+/g,
      (syllable) => syllable.replace(TONES, '') + (syllable.match(TONES)?.sort(byCodeUnits).join('') ?? ''),
    )
    .normalize('NFC')
}
