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
