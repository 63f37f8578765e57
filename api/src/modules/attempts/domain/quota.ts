import type { QuotaPeriod } from '@thiso/contracts/vocab'
import { startOfVietnamDay, startOfVietnamWeek } from '../../../kernel/vietnam-time.js'

const DAY_MS = 24 * 3_600_000

export interface QuotaRule {
  period: QuotaPeriod
  /** How many attempts within the period; of no meaning when it is unlimited. */
  limit: number
  /** From the end of an attempt to the start of the next. */
  waitS: number
}

/** An earlier attempt within the reach of the rule: of the round, or of the whole contest (`quotaReach`). Instants in ms since 1970. */
export interface PastAttempt {
  startedAt: number
  /** When it was submitted; null while it runs. */
  submittedAt: number | null
  deadlineAt: number
  /** CL-4: when it was given back, since an outage had cut it off; null: it was not. */
  givenBackAt: number | null
}

export interface Quota {
  /** Started within the period that `now` lies in, less those that were given back in it. */
  used: number
  /** null: as many as one likes. */
  left: number | null
  /** The earliest moment of the next attempt; null: at once, or never before the round ends (then `refusal` says so). */
  nextAt: number | null
  refusal: 'limit' | 'wait' | null
}

/** Which attempts count: those of the contest for a contest-wide period, else those of the round. */
export function quotaReach(period: QuotaPeriod): 'round' | 'contest' {
  return period === 'contest' ? 'contest' : 'round'
}

/** AT-11: when an attempt ended for whoever waits for the next: at its submission, at the latest at its deadline. */
export function endOf({ submittedAt, deadlineAt }: PastAttempt): number {
  return submittedAt === null ? deadlineAt : Math.min(submittedAt, deadlineAt)
}

/**
 * AT-11: what is left of a person's attempts at a moment. Days and weeks (from Monday) are those of Viet Nam; an attempt belongs to the
 * period in which it was started, one that was given back adds one to the period in which that happened. The wait is counted from the end
 * of the attempt that ended last and was not given back.
 * @param closesAt the end of the round: what would begin then or later never begins
 * @param now by the server's clock; both in ms since 1970
 */
export function quotaOf(rule: QuotaRule, past: readonly PastAttempt[], closesAt: number, now: number): Quota {
  const from = periodStart(rule.period, now)
  const startedCount = past.filter(({ startedAt }) => startedAt >= from).length
  const givenBackCount = past.filter(({ givenBackAt }) => givenBackAt !== null && givenBackAt >= from).length
  const left = rule.period === 'unlimited' ? null : Math.max(0, rule.limit + givenBackCount - startedCount)
  const used = Math.max(0, startedCount - givenBackCount)
  const ends = past.filter(({ givenBackAt }) => givenBackAt === null).map(endOf)
  const waitedAt = ends.length === 0 ? now : Math.max(...ends) + rule.waitS * 1000
  const within = (at: number | null) => (at !== null && at < closesAt ? at : null)
  if (left === 0) {
    const next = periodEnd(rule.period, now)
    return { used, left, nextAt: within(next === null ? null : Math.max(next, waitedAt)), refusal: 'limit' }
  }
  if (rule.waitS === 0 || now >= waitedAt) return { used, left, nextAt: null, refusal: null }
  const nextAt = within(waitedAt)
  // Whatever is left cannot be begun any more.
  return { used, left: nextAt === null ? 0 : left, nextAt, refusal: 'wait' }
}

function periodStart(period: QuotaPeriod, now: number): number {
  if (period === 'day') return startOfVietnamDay(now)
  return period === 'week' ? startOfVietnamWeek(now) : Number.NEGATIVE_INFINITY
}

/** The first instant of the next period; null where there is none. */
function periodEnd(period: QuotaPeriod, now: number): number | null {
  if (period === 'day') return startOfVietnamDay(now) + DAY_MS
  return period === 'week' ? startOfVietnamWeek(now) + 7 * DAY_MS : null
}
