import { fold } from '@thiso/contracts/vocab'

/** CR-50: why a name is not taken. */
export type NameProblem = 'empty' | 'too-long' | 'no-letters' | 'rude'

const MOST = 30
/** Letters that stand for others when somebody wants to slip through. */
const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/**
 * Words that no teacher wants on the wall, folded. Whole words alone where the letters occur inside ordinary Vietnamese names; anywhere
 * where they do not.
 */
const RUDE_WORDS = new Set([
  'lon',
  'cac',
  'buoi',
  'dit',
  'deo',
  'du',
  'cho',
  'ngu',
  'dm',
  'dmm',
  'dcm',
  'vcl',
  'vl',
  'clgt',
  'cc',
  'cl',
  'loz',
  'lol',
  'cak',
  'cek',
  'sex',
  'ass',
  'gay',
  'fag',
  'xxx',
  'nazi',
  'cave',
  'di',
])
const RUDE_PARTS = [
  'fuck',
  'shit',
  'bitch',
  'dick',
  'pussy',
  'porn',
  'nigg',
  'cunt',
  'hitler',
  'ditme',
  'dume',
  'dumemay',
  'cailon',
  'conlon',
  'vailon',
  'concac',
  'conc4c',
  'matlon',
  'lonme',
  'ocho',
  'chode',
  'deome',
  'dkm',
  'phodien',
]
/** Family names and given names that fold to words above stay what they are when they are spelled with their marks. */
const FINE_SPELLINGS = new Set([
  'chó',
  'đỗ',
  'du',
  'dư',
  'cao',
  'ngữ',
  'ngự',
  'ngư',
  'chợ',
  'di',
  'đi',
  'dì',
  'lợn',
  'bưởi',
  'buổi',
  'các',
  'dịt',
  'đèo',
  'đẹo',
  'lon',
])

/**
 * CR-50: a name for the wall: NFC, single spaces, letters, at most 30 characters, nothing rude in Vietnamese or English, also not in
 * disguise. It errs toward letting a name pass: a host removes with one tap.
 */
export function seatName(typed: string): { name: string } | { problem: NameProblem } {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (name === '') return { problem: 'empty' }
  if ([...name].length > MOST) return { problem: 'too-long' }
  if (!/\p{L}/u.test(name)) return { problem: 'no-letters' }
  return isRude(name) ? { problem: 'rude' } : { name }
}

/** What makes two names the same on one wall. */
export function foldedName(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function isRude(name: string): boolean {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}@$!]+/u)
    // A number alone is a number: “Học sinh 455” says nothing rude.
    .filter((word) => /[^\d]/u.test(word))
  if (words.some((word) => !FINE_SPELLINGS.has(word) && RUDE_WORDS.has(plain(word)))) return true
  const together = plain(words.join(''))
  return RUDE_PARTS.some((part) => together.includes(part))
}

function plain(word: string): string {
  return [...fold(word)]
    .map((sign) => LOOKALIKES[sign] ?? sign)
    .join('')
    .replace(/(.)\1{2,}/g, '$1')
}
