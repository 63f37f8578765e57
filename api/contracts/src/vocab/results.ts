import type { ItemKey } from './item-body.js'

/** A version of results is provisional until it is published; what was published stays as it was. */
export const RESULT_STATES = ['provisional', 'final'] as const
export type ResultState = (typeof RESULT_STATES)[number]

/** What made a version: the closing of a round, a credit on its clock, a draw among equals, a ruling about an item or a person, the total over rounds. */
export const RESULT_CAUSES = ['closing', 'credit', 'draw', 'ruling', 'exclusion', 'total'] as const
export type ResultCause = (typeof RESULT_CAUSES)[number]

/** Why somebody who took part has no rank. */
export const UNRANKED_REASONS = ['excluded', 'barred', 'voided', 'incomplete'] as const
export type UnrankedReason = (typeof UNRANKED_REASONS)[number]

/** What can be ruled about an item: another key, a further right answer, struck out, right for everybody. */
export const ITEM_RULING_KINDS = ['key', 'also-right', 'strike', 'all-right'] as const
/** What follows from cases about one attempt: it does not count, it counts again. */
export const ATTEMPT_RULING_KINDS = ['void-attempt', 'restore-attempt'] as const
/** About a person: out of the ranking, back in. */
export const RULING_KINDS = [...ITEM_RULING_KINDS, 'exclude', 'reinstate', ...ATTEMPT_RULING_KINDS] as const
export type RulingKind = (typeof RULING_KINDS)[number]

export const RULING_STATES = ['proposed', 'approved', 'rejected', 'withdrawn'] as const
export type RulingState = (typeof RULING_STATES)[number]

export type RulingOnItem =
  /** `also-right`: whoever answers by this key is right too. */
  | { kind: 'key' | 'also-right'; itemVersionId: string; key: ItemKey }
  | { kind: 'strike' | 'all-right'; itemVersionId: string }
export type RulingOnPerson = { kind: 'exclude' | 'reinstate'; accountId: string }
export type RulingOnAttempt = { kind: (typeof ATTEMPT_RULING_KINDS)[number]; attemptId: string }
export type RulingContent = RulingOnItem | RulingOnPerson | RulingOnAttempt

/** What holds about an item after all approved rulings. */
export interface HeldRuling {
  /** Of the last one. */
  kind: RulingOnItem['kind']
  /** What stands in place of the author's key; null: that one grades. */
  key: ItemKey | null
  /** Further keys by which a response may be right. */
  also: ItemKey[]
}

/** What is drawn: people of a round, people of the running total, units of a contest. */
export const DRAW_KINDS = ['round', 'total', 'units'] as const
export type DrawKind = (typeof DRAW_KINDS)[number]

/** committed: only the secret is fixed; named: list and source are public; entered: one person has entered what the source said; drawn. */
export const DRAW_STATES = ['none', 'committed', 'named', 'entered', 'drawn'] as const
export type DrawState = (typeof DRAW_STATES)[number]

/** Where the randomness comes from: a future round of the public beacon, or a lottery's first drawing on or after a day. */
export type DrawSource =
  | { kind: 'beacon'; round: number; dueAt: string }
  | { kind: 'lottery'; name: string; day: string; dueAt: string }

export const COMPLAINT_STATES = ['filed', 'in-review', 'upheld', 'rejected', 'withdrawn'] as const
export type ComplaintState = (typeof COMPLAINT_STATES)[number]
