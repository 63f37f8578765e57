/**
 * Closed word lists of the platform. No dependency and no zod: domain code and both UIs may import values from here.
 * One word, one meaning: docs/GLOSSARY.md explains each in Vietnamese and English.
 */

export const ROLES = ['administrator', 'organizer', 'teacher', 'contestant'] as const
export type Role = (typeof ROLES)[number]

/** What the clock and the organizers make of a round; derived, never stored. */
export const ROUND_STATES = ['draft', 'scheduled', 'open', 'closed'] as const
export type RoundState = (typeof ROUND_STATES)[number]

export const ATTEMPT_STATES = ['in_progress', 'submitted'] as const
export type AttemptState = (typeof ATTEMPT_STATES)[number]

/** How an attempt ended: by the participant's own act or at the deadline. */
export const SUBMIT_KINDS = ['by_participant', 'at_deadline'] as const
export type SubmitKind = (typeof SUBMIT_KINDS)[number]

/** When a participant sees the own score: at once after submitting, after the round has closed, or once results are published. */
export const RESULT_POLICIES = ['at_once', 'after_close', 'after_publish'] as const
export type ResultPolicy = (typeof RESULT_POLICIES)[number]

/** How participants are named on public boards. */
export const NAME_DISPLAYS = ['full', 'masked', 'code'] as const
export type NameDisplay = (typeof NAME_DISPLAYS)[number]

export const UNIT_KINDS = ['province', 'district', 'commune', 'school', 'other'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export const PRIZE_TIERS = ['first', 'second', 'third', 'consolation'] as const
export type PrizeTier = (typeof PRIZE_TIERS)[number]

export const LOCALES = ['vi', 'en'] as const
export type Locale = (typeof LOCALES)[number]
