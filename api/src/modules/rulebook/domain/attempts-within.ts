import type { QuotaPeriod } from '@thiso/contracts/vocab'
import { startOfVietnamDay, startOfVietnamWeek } from '../../../kernel/vietnam-time.js'

const DAY_S = 86_400
const PERIOD_S: Partial<Record<QuotaPeriod, number>> = { day: DAY_S, week: 7 * DAY_S }

/** What limits how often somebody takes a round; the window in ms since 1970. */
export interface AttemptsRule {
  period: QuotaPeriod
  limit: number
  waitS: number
  opensAt: number
  closesAt: number
}

/**
 * AT-11: how many attempts one person can make within a round's window: the limit for every day or week of Viet Nam that the window
 * touches, and no more than the waits leave room for.
 * @returns Infinity where nothing limits them
 */
export function attemptsWithin({ period, limit, waitS, opensAt, closesAt }: AttemptsRule): number {
  const byWait = waitS === 0 ? Number.POSITIVE_INFINITY : 1 + Math.floor((closesAt - opensAt) / (waitS * 1000))
  return Math.min(byQuota(period, limit, opensAt, closesAt), byWait)
}

function byQuota(period: QuotaPeriod, limit: number, opensAt: number, closesAt: number): number {
  if (period === 'unlimited') return Number.POSITIVE_INFINITY
  const lengthS = PERIOD_S[period]
  if (lengthS === undefined) return limit
  const start = period === 'day' ? startOfVietnamDay : startOfVietnamWeek
  // The round is open to just before its closing instant.
  const periods = (start(closesAt - 1) - start(opensAt)) / (lengthS * 1000) + 1
  return limit * periods
}

/** In which rhythm attempts can be made; null: one after the other. */
export function rhythmOf({ period, limit }: Pick<AttemptsRule, 'period' | 'limit'>): {
  lengthS: number
  attempts: number
} | null {
  const lengthS = PERIOD_S[period]
  return lengthS === undefined ? null : { lengthS, attempts: limit }
}
