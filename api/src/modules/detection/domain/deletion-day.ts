import { vietnamDay } from '../../../kernel/vietnam-time.js'

const DAY_MS = 86_400_000

/**
 * DT-29: the day on which the signals of a round are deleted unless a case holds them: so many days after its results were published. Results
 * that nobody publishes must not keep them for ever: then the days are counted twice from the end of the round.
 * @param publishedAtMs ms since 1970, null while the results are not published
 * @param closesAtMs ms since 1970
 * @returns the calendar day in Viet Nam
 */
export function deletionDay(publishedAtMs: number | null, closesAtMs: number, keepDays: number): string {
  return vietnamDay((publishedAtMs ?? closesAtMs + keepDays * DAY_MS) + keepDays * DAY_MS)
}
