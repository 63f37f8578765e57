/** The order of texts by their code units, the same on every machine; for texts that nobody reads as a sorted list. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
