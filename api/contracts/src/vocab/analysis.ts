/** Closed word lists of the item analysis. The apps' texts say each in a sentence. */

/** What may be wrong with an item; the first two ask for a look at the key before anything is published. */
export const ITEM_WARNINGS = [
  'negative_item_rest',
  'wrong_answer_preferred',
  'too_hard',
  'hard',
  'not_discriminating',
  'weakly_discriminating',
  'too_easy',
  'option_unused',
] as const
export type ItemWarningCode = (typeof ITEM_WARNINGS)[number]

/** Whether the answers speak against a key: not, perhaps by chance, or beyond chance. */
export const KEY_DOUBTS = ['none', 'slight', 'clear'] as const
export type KeyDoubt = (typeof KEY_DOUBTS)[number]

/** What to know of a whole round before reading its figures. */
export const TEST_WARNINGS = ['few_people', 'many_perfect', 'unreliable'] as const
export type TestWarningCode = (typeof TEST_WARNINGS)[number]

/** Which attempts an analysis takes: of each person the one that counts by the rules, the first, or all. */
export const ANALYSED_ATTEMPTS = ['counted', 'first', 'all'] as const
export type AnalysedAttempts = (typeof ANALYSED_ATTEMPTS)[number]

/** alpha: everybody had the same items; generalizability: random papers. */
export const RELIABILITY_KINDS = ['alpha', 'generalizability'] as const
export type ReliabilityKind = (typeof RELIABILITY_KINDS)[number]

/** What a line of the table "who answers what" counts: an option chosen, a part that is right, an answer typed. */
export const ANSWER_ROW_KINDS = ['option', 'part', 'typed'] as const
export type AnswerRowKind = (typeof ANSWER_ROW_KINDS)[number]
