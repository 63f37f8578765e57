import { type ItemBody, plainText } from '@thiso/contracts/vocab'
import type { Finding } from './lint-item.js'
import { nearPairs, shinglesOf } from './near-duplicates.js'

/** Quantile 0.999 of chi-square for 1 to 9 degrees of freedom (Pearson and Hartley, Biometrika Tables for Statisticians, table 8). */
const CHI_SQUARE_999 = [10.828, 13.816, 16.266, 18.467, 20.515, 22.458, 24.322, 26.124, 27.877]

export interface KeyGiveAways {
  /** How often the key stands in each place. */
  places: number[]
  /** How often it has each rank by length, the shortest first; equal lengths rank by place. */
  lengthRanks: number[]
}

/** IB-15: where keys stand and how long they are, over the single-choice items with the most usual number of options. */
export function keyGiveAways(bodies: readonly ItemBody[]): KeyGiveAways {
  const choices = bodies.filter((body) => body.type === 'single-choice' && body.key >= 0)
  const counts = new Map<number, number>()
  for (const body of choices)
    if (body.type === 'single-choice') counts.set(body.options.length, (counts.get(body.options.length) ?? 0) + 1)
  const usual = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  const places = new Array<number>(usual).fill(0)
  const lengthRanks = new Array<number>(usual).fill(0)
  for (const body of choices) {
    if (body.type !== 'single-choice' || body.options.length !== usual) continue
    places[body.key] = (places[body.key] ?? 0) + 1
    const lengths = body.options.map((option) => [...plainText(option)].length)
    const own = lengths[body.key] as number
    const rank = lengths.filter((length, place) => length < own || (length === own && place < body.key)).length
    lengthRanks[rank] = (lengthRanks[rank] ?? 0) + 1
  }
  return { places, lengthRanks }
}

/**
 * IB-15: what gives keys away over a whole bank: they stand in one place more often, or are the longest option more often, than chance
 * makes them once in a thousand banks (chi-square test; one-sided binomial by its normal approximation).
 */
export function lintBank(bodies: readonly ItemBody[]): Finding[] {
  const { places, lengthRanks } = keyGiveAways(bodies)
  const findings: Finding[] = []
  const total = places.reduce((sum, count) => sum + count, 0)
  const size = places.length
  if (total < 20 || size < 2) return findings
  const expected = total / size
  const chiSquare = places.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  if (chiSquare > (CHI_SQUARE_999[size - 2] ?? Number.POSITIVE_INFINITY))
    findings.push({ code: 'key_position_skew', weight: 'warning', detail: places.join(' / ') })
  const longest = lengthRanks[size - 1] ?? 0
  const deviation = Math.sqrt(total * (1 / size) * (1 - 1 / size))
  if (longest > expected + 3.09 * deviation)
    findings.push({ code: 'longest_key_skew', weight: 'warning', detail: `${Math.round((longest / total) * 100)} %` })
  return findings
}

/** IB-14: pairs of items whose stems say nearly the same, by index. */
export function nearDuplicates(stems: readonly string[]) {
  return nearPairs(stems.map((stem) => shinglesOf(plainText(stem))))
}
