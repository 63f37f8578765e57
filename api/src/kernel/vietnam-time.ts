/** Viet Nam keeps UTC+7 all year. */
const OFFSET_MS = 7 * 3_600_000

/** The calendar day in Viet Nam as an ISO text. @param at ms since 1970 */
export function vietnamDay(at: number): string {
  return new Date(at + OFFSET_MS).toISOString().slice(0, 10)
}

/** dd/mm/yyyy hh:mm:ss in Viet Nam. @param at ms since 1970 */
export function vietnamDateTime(at: number): string {
  const [day = '', time = ''] = new Date(at + OFFSET_MS).toISOString().split('T')
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 8)}`
}

const DAY_MS = 24 * 3_600_000

/** The first instant of the day in Viet Nam. @param at ms since 1970 */
export function startOfVietnamDay(at: number): number {
  return Math.floor((at + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS
}

/** The first instant of the week in Viet Nam, which begins on Monday. @param at ms since 1970 */
export function startOfVietnamWeek(at: number): number {
  // 1 January 1970 was a Thursday, so the first Monday came four days later.
  const days = Math.floor((at + OFFSET_MS) / DAY_MS)
  return (days - ((((days - 4) % 7) + 7) % 7)) * DAY_MS - OFFSET_MS
}
