import type { ApiBody } from '@thiso/contracts'
import type { CitationRole, CognitiveLevel, Competence, Grading, ItemType, Topic } from '@thiso/contracts/vocab'

export type ItemIn = ApiBody<'createItem'>

/**
 * An item while it is written. The texts of every type lie in one list, so that changing the type keeps what can be kept and
 * changing back loses nothing; each line has its own English, so that moving a line moves both.
 */
export interface Draft {
  bankId: string
  topic: Topic | ''
  subtopicId: string | null
  level: CognitiveLevel | ''
  type: ItemType
  stem: string
  stemEn: string
  /** Options, statements, entries in the right order, or prompts. */
  lines: Line[]
  /** The line that is the key of a single choice. */
  keyId: string | null
  /** Choices of a matching that belong to no prompt. */
  distractors: Extra[]
  /** Of a true-false item; null: not told yet. */
  isTrue: boolean | null
  accepted: Extra[]
  ignoresDiacritics: boolean
  value: number | null
  tolerance: number | null
  unit: string
  /** By type; a type that is not here has its usual one. */
  gradings: Partial<Record<ItemType, Grading>>
  explanation: string
  explanationEn: string
  points: number | null
  intendedDifficulty: number | null
  tags: string[]
  competences: Competence[]
  facts: string[]
  unitIds: string[]
  exclusionGroup: string
  variantGroup: string
  citations: DraftCitation[]
  validFrom: string | null
  validTo: string | null
}

export interface Line {
  /** Names the line on this page only, so that the key stays with its text when lines move. */
  id: string
  text: string
  textEn: string
  /** Is it one of the right options of a multiple choice? */
  isKey: boolean
  /** Is the statement true? null: not told yet. */
  truth: boolean | null
  /** What the prompt is matched with. */
  match: string
  matchEn: string
}

export interface Extra {
  id: string
  text: string
  textEn: string
}

export interface DraftCitation {
  id: string
  documentId: string | null
  title: string
  url: string
  locator: string
  role: CitationRole
}

let lineCount = 0
// Lines of a draft kept over a reload must not meet a new line of the same name.
const lineId = () => `line-${Date.now().toString(36)}-${++lineCount}`

export const newLine = (given: Partial<Line> = {}): Line => ({
  text: '',
  textEn: '',
  isKey: false,
  truth: null,
  match: '',
  matchEn: '',
  ...given,
  id: lineId(),
})
export const newExtra = (text = '', textEn = ''): Extra => ({ id: lineId(), text, textEn })
export const newCitation = (given: Partial<DraftCitation> = {}): DraftCitation => ({
  documentId: null,
  title: '',
  url: '',
  locator: '',
  role: 'reference',
  ...given,
  id: lineId(),
})

/** How many lines a new item of each type begins with. */
export const FIRST_LINES: Record<ItemType, number> = {
  'single-choice': 4,
  'multiple-choice': 4,
  'true-false': 0,
  'true-false-group': 4,
  'short-text': 0,
  number: 0,
  ordering: 4,
  matching: 4,
}
/** IB-1: fewer lines than this are no item of the type, and more than `MOST_LINES` none of any. */
export const FEWEST_LINES: Record<ItemType, number> = {
  'single-choice': 2,
  'multiple-choice': 2,
  'true-false': 0,
  'true-false-group': 2,
  'short-text': 0,
  number: 0,
  ordering: 3,
  matching: 2,
}
export const MOST_LINES = 10

export type Start = Partial<
  Pick<Draft, 'bankId' | 'topic' | 'subtopicId' | 'level' | 'type' | 'tags' | 'competences' | 'gradings'>
>

export function newDraft(start: Start = {}): Draft {
  const type = start.type ?? 'single-choice'
  return {
    bankId: '',
    topic: '',
    subtopicId: null,
    level: '',
    stem: '',
    stemEn: '',
    lines: Array.from({ length: FIRST_LINES[type] }, () => newLine()),
    keyId: null,
    distractors: [],
    isTrue: null,
    accepted: [newExtra()],
    ignoresDiacritics: true,
    value: null,
    tolerance: 0,
    unit: '',
    gradings: {},
    explanation: '',
    explanationEn: '',
    points: 1,
    intendedDifficulty: null,
    tags: [],
    competences: [],
    facts: [],
    unitIds: [],
    exclusionGroup: '',
    variantGroup: '',
    citations: [],
    validFrom: null,
    validTo: null,
    ...start,
    type,
  }
}

/** The next item of a row: it goes on where the last one was classified. */
export const startAfter = ({ bankId, topic, subtopicId, level, type, gradings }: Draft): Start => ({
  bankId,
  topic,
  subtopicId,
  level,
  type,
  gradings,
})
