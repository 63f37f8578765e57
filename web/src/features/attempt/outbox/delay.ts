export const FIRST_DELAY_MS = 500
export const LONGEST_DELAY_MS = 8_000

/**
 * How long to wait after so many failures in a row, in ms.
 * @param roll a random number from 0 to 1: thousands of phones must not knock again in the same instant
 */
export function delayAfter(failures: number, roll: number): number {
  const base = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1))
  return Math.round(base * (0.75 + roll * 0.5))
}
