import type { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { byCodeUnits } from '../../../kernel/by-code-units.js'

/** Digits that are read as each other when written by hand or printed badly. */
const LOOK_ALIKE = new Set(['17', '38', '49', '06', '08', '56'])

/**
 * PP-5: the codes of a paper (mã đề): three digits, the first from 1 to 9, in rising order. Any two differ clearly, see `differClearly`,
 * so that one slip of the pen or of the eye never makes another code.
 * @param count 1 to 24
 */
export function paperCodes(random: DeterministicRandom, count: number): string[] {
  const all = Array.from({ length: 900 }, (_, index) => String(100 + index))
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const codes: string[] = []
    for (const code of random.shuffled(all)) {
      if (codes.length === count) break
      if (codes.every((other) => differClearly(code, other))) codes.push(code)
    }
    if (codes.length === count) return codes.sort(byCodeUnits)
  }
  throw new RangeError(`no ${count} codes that differ clearly`)
}

/** 24 codes are found at the first go in nearly all cases. */
const TRIES_MAX = 50

/** Two codes differ clearly if at least two digits differ that do not look alike, and neither is the other with its digits swapped. */
export function differClearly(a: string, b: string): boolean {
  const clear = [...a].filter((digit, index) => isClear(digit, b[index] as string)).length
  return clear >= 2 && [...a].sort(byCodeUnits).join('') !== [...b].sort(byCodeUnits).join('')
}

function isClear(x: string, y: string): boolean {
  return x !== y && !LOOK_ALIKE.has(x < y ? x + y : y + x)
}
