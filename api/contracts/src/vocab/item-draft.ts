import type { ItemBody, ItemTranslation } from './item-body.js'
import type { CitationRole } from './items.js'
import type { CognitiveLevel, Topic } from './topics.js'

/** A source as a file names it: the number or title of a document, not yet looked up in the register. */
export interface DraftSource {
  document: string
  locator: string
  url: string
  role: CitationRole
}

/** An item on its way in or out of a file. A key that the file does not tell is -1, an empty list or NaN's stand-in null. */
export interface ItemDraft {
  /** The item's code where the file has one; '' otherwise. */
  code: string
  body: ItemBody
  explanation: string
  translations: { en?: ItemTranslation }
  /** null: the file does not say; the importer is asked. */
  topic: Topic | null
  level: CognitiveLevel | null
  points: number
  /** Expected share of right answers, in percent. */
  intendedDifficulty: number | null
  tags: string[]
  competences: string[]
  facts: string[]
  sources: DraftSource[]
  exclusionGroup: string
  variantGroup: string
  validFrom: string | null
  validTo: string | null
  /** Places in this platform's own trees, by id: only our own file carries them, and only here they mean something. */
  subtopicId?: string | undefined
  unitIds?: string[] | undefined
}

/** What is wrong with an item; the apps' texts say each in a sentence. `error` keeps it out, `warning` does not. */
export const ITEM_PROBLEMS = {
  stem_missing: 'error',
  too_few_options: 'error',
  too_many_options: 'error',
  option_empty: 'error',
  options_equal: 'error',
  key_missing: 'error',
  key_out_of_range: 'error',
  several_keys: 'error',
  accepted_missing: 'error',
  number_missing: 'error',
  text_too_long: 'error',
  stepped_needs_four: 'error',
  translation_mismatch: 'error',
  validity_reversed: 'error',
  topic_unknown: 'error',
  level_unknown: 'error',
  type_unknown: 'error',
  points_out_of_range: 'error',
  formula_cell: 'error',
  media_missing: 'error',
  media_refused: 'error',
  unreadable: 'error',
  code_taken: 'warning',
  topic_assumed: 'warning',
  level_assumed: 'warning',
  document_unknown: 'warning',
  markup_removed: 'warning',
  part_ignored: 'warning',
  key_from_marking: 'warning',
  near_duplicate: 'warning',
} as const satisfies Record<string, 'error' | 'warning'>
export type ItemProblemCode = keyof typeof ITEM_PROBLEMS

export interface ItemProblem {
  code: ItemProblemCode
  /** The field, option or piece of text that it is about; '' for the whole item. */
  detail: string
}

/** One item of a file, with the place where it stands there ("Câu 12", "Câu hỏi!B7"). */
export interface ReadRow {
  place: string
  draft: ItemDraft
  problems: ItemProblem[]
}

/** What a format cannot carry of an item, said before an export. */
export const EXPORT_LOSSES = [
  'type_not_carried',
  'explanation_lost',
  'media_lost',
  'rich_text_lost',
  'formula_lost',
  'sources_lost',
  'translations_lost',
  'metadata_lost',
  'validity_lost',
  'grading_lost',
  'text_cut',
  'options_cut',
] as const
export type ExportLoss = (typeof EXPORT_LOSSES)[number]
