/**
 * Whole years between two days (ISO texts), as ages are counted; somebody born on 29 February has a birthday on 1 March in other
 * years. Negative when the second day comes before the first.
 */
export function wholeYears(from: string, to: string): number {
  const [fy = 0, fm = 0, fd = 0] = from.split('-').map(Number)
  const [y = 0, m = 0, d = 0] = to.split('-').map(Number)
  return y - fy - (m < fm || (m === fm && d < fd) ? 1 : 0)
}
