/**
 * IB-7: the numbers that a typed text may mean. Both ways of writing are read, since both are in use: a comma or a point before the
 * decimals, points, commas or spaces between thousands. "1.500" may mean 1500 or 1.5; an answer is right if either is. The page says
 * with this very function how an answer will be read.
 * @returns different finite numbers, the Vietnamese reading first; none when it is not a number
 */
export function numbersOf(text: string): number[] {
  const compact = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s_']/g, '')
    .replace(/^\+/, '')
  const match = /^(-?)(\d[\d.,]*|[.,]\d+)$/.exec(compact)
  if (!match) return []
  const [, sign = '', digits = ''] = match
  const readings = new Set<number>()
  for (const decimal of [',', '.'] as const) {
    const plain = plainNumber(digits, decimal)
    const value = plain === null ? Number.NaN : Number(sign + plain)
    if (Number.isFinite(value)) readings.add(value === 0 ? 0 : value)
  }
  return [...readings]
}

/** Digits as a programme writes them, when `decimal` stands before the decimals; null when they cannot be read so. */
function plainNumber(digits: string, decimal: ',' | '.'): string | null {
  const thousands = decimal === ',' ? '.' : ','
  const [whole = '', fraction, ...more] = digits.split(decimal)
  if (more.length > 0 || fraction === '' || fraction?.includes(thousands)) return null
  const groups = whole.split(thousands)
  if (groups.length > 1 && !groups.every((group, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))) return null
  return `${groups.join('') || '0'}${fraction ? `.${fraction}` : ''}`
}
