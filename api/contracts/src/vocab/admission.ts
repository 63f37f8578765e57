import { RANKING_PROBLEMS } from './ranking.js'

/** Words of taking part and of changing rules while people take part. */

/** Why somebody may not start in a round. */
export const INELIGIBLE_REASONS = [
  'age-unknown',
  'too-young',
  'too-old',
  'role',
  'unit-unknown',
  'unit',
  'not-invited',
  'no-table',
  'other-table',
  'not-listed',
  'not-qualified',
  'qualifying',
] as const
export type IneligibleReason = (typeof INELIGIBLE_REASONS)[number]

/** Why somebody gets no prize: ran the contest, wrote or reviewed an item of the pool, or read its key. */
export const BARRED_REASONS = ['organizer', 'author', 'reviewer', 'key-reader'] as const
export type BarredReason = (typeof BARRED_REASONS)[number]

/** How somebody came onto a list. */
export const ENTRANT_KINDS = ['invited', 'qualified'] as const
export type EntrantKind = (typeof ENTRANT_KINDS)[number]

export const AMENDMENT_STATES = ['proposed', 'approved', 'rejected', 'withdrawn'] as const
export type AmendmentState = (typeof AMENDMENT_STATES)[number]

/** What organizers do to a running clock. */
export const CLOCK_ACT_KINDS = ['pause', 'extension', 'credit'] as const
export type ClockActKind = (typeof CLOCK_ACT_KINDS)[number]

/** For whom an interval is taken out of the clock: everybody, a unit with all below it, one network. */
export type CreditScope = { kind: 'all' } | { kind: 'unit'; unitId: string } | { kind: 'network'; network: string }

/**
 * What a credit does to an attempt: it runs on for longer, its time used is lessened, or its person gets one attempt more because
 * the deadline fell into the interval.
 */
export const CREDIT_EFFECTS = ['running', 'submitted', 'one-more'] as const
export type CreditEffect = (typeof CREDIT_EFFECTS)[number]

/** Rules that cannot be kept, one code for each way. */
export const RULE_PROBLEM_CODES = [
  ...RANKING_PROBLEMS,
  'item_clock_needs_one_way',
  'item_clocks_exceed_limit',
  'speed_bonus_too_big',
  'table_unknown',
  'table_repeated',
  'table_unreachable',
  'tables_cross',
  'band_reversed',
  'unit_unknown',
  'qualified_from_unknown',
  'qualified_from_itself',
  'qualified_in_circle',
  'qualified_ends_too_late',
  'windows_overlap',
  'freeze_too_long',
  'wait_too_long',
  'more_prizes_than_people',
  'more_prizes_than_entrants',
  'share_over_all',
  'table_in_use',
  'complaints_running',
  'quota_below_total',
  'prize_table_unknown',
  'prize_without_total',
] as const
export type RuleProblemCode = (typeof RULE_PROBLEM_CODES)[number]

/** One rule that cannot be kept: at which field, and with what the sentence is filled. */
export interface RuleProblem {
  code: RuleProblemCode
  /** The path in the body of the contest or the round, as `rules.tables.1.minAge`. */
  path: string
  params: Record<string, string | number>
}
