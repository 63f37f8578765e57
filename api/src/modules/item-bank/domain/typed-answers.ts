import { fold } from '@thiso/contracts/vocab'

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
    .replace(/[^\s]+/g, (syllable) => syllable.replace(TONES, '') + (syllable.match(TONES)?.sort().join('') ?? ''))
    .normalize('NFC')
}

/**
 * IB-7: the numbers that a typed text may mean. Both ways of writing are read, since both are in use: a comma or a point before the
 * decimals, points, commas or spaces between thousands. "1.500" may mean 1500 or 1.5; an answer is right if either is.
 * @returns different finite numbers; none when it is not a number
 */
export function numbersOf(text: string): number[] {
  const compact = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u00a0\u202f_']/g, '')
    .replace(/^\+/, '')
  const match = /^(-?)(\d[\d.,]*|[.,]\d+)$/.exec(compact)
  if (!match) return []
  const [, sign = '', digits = ''] = match
  const readings = new Set<number>()
  const add = (written: string) => {
    const value = Number(sign + written)
    if (Number.isFinite(value)) readings.add(Object.is(value, -0) ? 0 : value)
  }
  for (const [decimal, thousands] of [
    [',', '.'],
    ['.', ','],
  ] as const) {
    const [whole = '', fraction, ...more] = digits.split(decimal)
    if (more.length > 0 || fraction?.includes(thousands)) continue
    const groups = whole.split(thousands)
    const isGrouped =
      groups.length > 1 && /^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((group) => /^\d{3}$/.test(group))
    if (groups.length > 1 && !isGrouped) continue
    if (groups.join('') === '' && !fraction) continue
    if (fraction === '') continue
    add(`${groups.join('') || '0'}${fraction ? `.${fraction}` : ''}`)
  }
  return [...readings]
}
