/** Closed word lists of the item bank. Vietnamese names stand in the apps' texts and in docs/GLOSSARY.md. */

export const ITEM_TYPES = [
  'single-choice',
  'multiple-choice',
  'true-false',
  'true-false-group',
  'short-text',
  'number',
  'ordering',
  'matching',
] as const
export type ItemType = (typeof ITEM_TYPES)[number]

/** How a response to an item of several parts becomes a share of its points; the formulas stand at `gradeResponse`. */
export const GRADINGS = ['all-or-nothing', 'partial', 'stepped'] as const
export type Grading = (typeof GRADINGS)[number]

/** Which gradings each type may have; the first is the usual one. Types that are not here are right or wrong. */
export const GRADINGS_OF = {
  'multiple-choice': ['all-or-nothing', 'partial'],
  'true-false-group': ['stepped', 'partial', 'all-or-nothing'],
  ordering: ['all-or-nothing', 'partial'],
  matching: ['partial', 'all-or-nothing'],
} as const satisfies Partial<Record<ItemType, readonly Grading[]>>

/** The life of an item: written, looked at by a second person, fit to be drawn, taken out of use. */
export const ITEM_STATES = ['draft', 'in_review', 'approved', 'retired'] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** What people do to an item's state. */
export const ITEM_ACTS = ['submit', 'withdraw', 'approve', 'send_back', 'retire', 'restore'] as const
export type ItemAct = (typeof ITEM_ACTS)[number]

/** What a comment came with: an act of a person, or a ruling of a round's results about this item. */
export const COMMENT_ACTS = [...ITEM_ACTS, 'ruled-key', 'ruled-also-right', 'ruled-strike', 'ruled-all-right'] as const
export type CommentAct = (typeof COMMENT_ACTS)[number]

export const DOCUMENT_KINDS = [
  'law',
  'decree',
  'circular',
  'decision',
  'resolution',
  'directive',
  'plan',
  'guide',
  'article',
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** 'basis': the item is true only while the document is in force. 'reference': where the fact was read; it stays true afterwards. */
export const CITATION_ROLES = ['basis', 'reference'] as const
export type CitationRole = (typeof CITATION_ROLES)[number]

/** Why an approved item is not drawn in a window, or calls for its author. */
export const VALIDITY_REASONS = [
  'not_approved',
  'own_validity',
  'document_not_in_force',
  'document_ended',
  'unit_ended',
] as const
export type ValidityReason = (typeof VALIDITY_REASONS)[number]

/** Why an item calls for its author today. 'ruled': the results of a round were counted by another key than its own. */
export const ITEM_FLAGS = [...VALIDITY_REASONS, 'ruled'] as const
export type ItemFlag = (typeof ITEM_FLAGS)[number]

/** Formats that items come in and go out by. `qti-2` reads 2.1 and 2.2. */
export const ITEM_FORMATS = [
  'xlsx',
  'csv',
  'docx',
  'gift',
  'aiken',
  'moodle-xml',
  'qti-2',
  'qti-3',
  'kahoot',
  'json',
] as const
export type ItemFormat = (typeof ITEM_FORMATS)[number]

/** What the quality check finds in one item or between several; the apps' texts say each in a sentence. */
export const LINT_CODES = [
  'several_defensible',
  'longest_is_key',
  'key_position_skew',
  'longest_key_skew',
  'catch_all_option',
  'negative_unmarked',
  'options_overlap',
  'missing_source',
  'stale_source',
  'hard_to_read',
  'missing_explanation',
  'near_duplicate',
  'missing_alternative_text',
] as const
export type LintCode = (typeof LINT_CODES)[number]
export const LINT_WEIGHTS = ['error', 'warning'] as const
export type LintWeight = (typeof LINT_WEIGHTS)[number]

/**
 * The learner's digital-competence framework (Circular 02/2025/TT-BGDĐT): 6 domains, 24 components. The domain of a component is the
 * part before the point.
 */
export const COMPETENCES = [
  '1.1',
  '1.2',
  '1.3',
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '2.5',
  '2.6',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '4.1',
  '4.2',
  '4.3',
  '4.4',
  '5.1',
  '5.2',
  '5.3',
  '5.4',
  '6.1',
  '6.2',
  '6.3',
] as const
export type Competence = (typeof COMPETENCES)[number]
