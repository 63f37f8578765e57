import type { ArticleKey } from './rules.js'

/**
 * Where a case stands. opened: nobody was told yet; hearing: the person was told and may answer; proposed: one reviewer has proposed a
 * decision; decided: another one has approved it, and it may be appealed; appealed; appeal-proposed: an answer to the appeal waits for its
 * second person; closed: final.
 */
export const CASE_STATES = [
  'opened',
  'hearing',
  'proposed',
  'decided',
  'appealed',
  'appeal-proposed',
  'closed',
] as const
export type CaseState = (typeof CASE_STATES)[number]

/** How a case may end, the mildest first. */
export const CASE_DECISIONS = ['cleared', 'warned', 'voided', 'disqualified'] as const
export type CaseDecision = (typeof CASE_DECISIONS)[number]

/** What is done in a case, each with a person, a moment and words; `heard-nothing` is no act of anybody: the deadline passed. */
export const CASE_ACTS = [
  'opened',
  'joined',
  'told',
  'answered',
  'proposed',
  'approved',
  'sent-back',
  'appealed',
  'appeal-proposed',
  'appeal-approved',
  'appeal-sent-back',
  'recused',
  'final',
] as const
export type CaseAct = (typeof CASE_ACTS)[number]

/** What a reviewer does; the rest is done by the person, by signals, or by time. */
export const REVIEWER_ACTS = ['tell', 'propose', 'approve', 'send-back', 'recuse'] as const
export type ReviewerAct = (typeof REVIEWER_ACTS)[number]

/** What a decision rests on; each is said with the article of the rulebook that it follows from. */
export const CASE_GROUNDS = [
  'no-breach',
  'not-proven',
  'shared-answers',
  'leaked-items',
  'other-person',
  'several-accounts',
  'automation',
  'false-data',
] as const
export type CaseGround = (typeof CASE_GROUNDS)[number]

/** The article of the rulebook by which it is a breach, or by which it is none. */
export const ARTICLE_OF_GROUND: Record<CaseGround, ArticleKey> = {
  'no-breach': 'rights',
  'not-proven': 'rights',
  'shared-answers': 'rights',
  'leaked-items': 'rights',
  'other-person': 'participants',
  'several-accounts': 'participants',
  automation: 'rights',
  'false-data': 'participants',
}

/** Grounds that speak for the person: only these clear, and they do nothing else. */
export const CLEARING_GROUNDS = ['no-breach', 'not-proven'] as const satisfies readonly CaseGround[]

/** How old somebody was when a case was opened, as far as it matters. */
export const AGE_GROUPS = ['under-16', '16-17', 'adult', 'unknown'] as const
export type AgeGroup = (typeof AGE_GROUPS)[number]

/** What of the evidence somebody looked at. */
export const CASE_PARTS = ['case', 'papers', 'record'] as const
export type CasePart = (typeof CASE_PARTS)[number]

/** Facts that speak for a person, worked out from what is recorded. */
export const IN_FAVOUR = [
  'crowded-network',
  'same-unit',
  'few-shared',
  'mostly-right',
  'common-mistakes',
  'near-chance',
  'apart-in-time',
  'stayed-on-page',
  'extra-time',
  'first-case',
] as const
export type InFavour = (typeof IN_FAVOUR)[number]

/** Days within which a person may answer, and appeal. */
export const LEAST_HEARING_DAYS = 3
export const USUAL_HEARING_DAYS = 5
export const MOST_HEARING_DAYS = 30
export const APPEAL_DAYS = 5
