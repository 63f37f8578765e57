import { z } from 'zod'
import * as vocab from '../vocab/index.js'
import { CognitiveLevel, Day, Id, Instant, ItemState, ItemType, text, Topic } from './shapes.js'

/** Items as authors send and get them, key included. */

/** Limited rich text; what does not belong is taken out on the server, not refused. */
const rich = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => value.normalize('NFC').trim())
const Stem = rich(20_000)
const Part = rich(4_000)
const index = z.int().min(-1).max(15)

/** @param value of a number item */
const body = <Value extends z.ZodType<number>>(value: Value) =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('single-choice'), stem: Stem, options: z.array(Part).max(16), key: index }),
    z.object({
      type: z.literal('multiple-choice'),
      stem: Stem,
      options: z.array(Part).max(16),
      keys: z.array(index).max(16),
      grading: z.enum(vocab.GRADINGS_OF['multiple-choice']),
    }),
    z.object({ type: z.literal('true-false'), stem: Stem, isTrue: z.boolean() }),
    z.object({
      type: z.literal('true-false-group'),
      stem: Stem,
      statements: z.array(z.object({ text: Part, isTrue: z.boolean() })).max(16),
      grading: z.enum(vocab.GRADINGS_OF['true-false-group']),
    }),
    z.object({
      type: z.literal('short-text'),
      stem: Stem,
      accepted: z.array(z.string().max(300)).max(30),
      ignoresDiacritics: z.boolean(),
    }),
    z.object({
      type: z.literal('number'),
      stem: Stem,
      value,
      tolerance: z.number().min(0),
      unit: z.string().max(30),
    }),
    z.object({
      type: z.literal('ordering'),
      stem: Stem,
      entries: z.array(Part).max(16),
      grading: z.enum(vocab.GRADINGS_OF.ordering),
    }),
    z.object({
      type: z.literal('matching'),
      stem: Stem,
      pairs: z.array(z.object({ prompt: Part, choice: Part })).max(16),
      distractors: z.array(Part).max(16),
      grading: z.enum(vocab.GRADINGS_OF.matching),
    }),
  ])
export const ItemBody = body(z.number()).meta({ id: 'ItemBody' })
/** A number that a file does not tell is null on its way and NaN in the code. */
const DraftBody = body(z.union([z.number(), z.nan(), z.null().transform(() => Number.NaN)]))

export const ItemTranslation = z.object({ stem: Stem, texts: z.array(Part).max(48), explanation: rich(8_000) })
const Translations = z.object({ en: ItemTranslation.optional() })

export const Competence = z.enum(vocab.COMPETENCES)
export const CitationRole = z.enum(vocab.CITATION_ROLES)
const Tag = text(40)
const Difficulty = z.int().min(5).max(95).nullable()

/** `documentId` for a document of the register; without one, `title` and `url` say what it is. */
const CitationIn = z.object({
  documentId: Id.nullable(),
  title: text(300, 0),
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(1000)]),
  locator: text(120, 0),
  role: CitationRole,
})
export const Citation = z
  .object({ documentId: Id.nullable(), title: z.string(), url: z.string(), locator: z.string(), role: CitationRole })
  .meta({ id: 'Citation' })

export const ItemIn = z.object({
  bankId: Id,
  topic: Topic,
  subtopicId: Id.nullable().default(null),
  level: CognitiveLevel,
  body: ItemBody,
  explanation: rich(8_000),
  translations: Translations.default({}),
  points: z.number().min(0.25).max(20).multipleOf(0.25).default(1),
  intendedDifficulty: Difficulty.default(null),
  tags: z.array(Tag).max(20).default([]),
  competences: z.array(Competence).max(10).default([]),
  facts: z.array(z.string().max(40)).max(20).default([]),
  unitIds: z.array(Id).max(20).default([]),
  exclusionGroup: text(60, 0).default(''),
  variantGroup: text(60, 0).default(''),
  citations: z.array(CitationIn).max(12).default([]),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
})

export const ItemProblem = z.object({
  code: z.enum(Object.keys(vocab.ITEM_PROBLEMS) as [vocab.ItemProblemCode, ...vocab.ItemProblemCode[]]),
  detail: z.string(),
})
/** A finding of the quality check. `detail` names the option or the other item that it is about. */
export const Finding = z
  .object({ code: z.enum(vocab.LINT_CODES), weight: z.enum(vocab.LINT_WEIGHTS), detail: z.string() })
  .meta({ id: 'Finding' })

/** On which days the item may be drawn, and what ends it: own dates, documents, units. */
const Validity = z.object({
  from: Day.nullable(),
  to: Day.nullable(),
  reasons: z.array(z.object({ reason: z.enum(vocab.VALIDITY_REASONS), name: z.string(), day: Day.nullable() })),
})

export const ItemRow = z
  .object({
    id: Id,
    code: z.string(),
    bankId: Id,
    type: ItemType,
    topic: Topic,
    subtopicId: Id.nullable(),
    level: CognitiveLevel,
    state: ItemState,
    /** Plain text, for lists. */
    stemText: z.string(),
    version: z.int(),
    tags: z.array(z.string()),
    hasEnglish: z.boolean(),
    useCount: z.int(),
    validFrom: Day.nullable(),
    validTo: Day.nullable(),
    /** Why the author should look at it today; null when nothing calls. */
    flag: z.enum(vocab.ITEM_FLAGS).nullable(),
    authorName: z.string(),
    updatedAt: Instant,
  })
  .meta({ id: 'ItemRow' })

const Comment = z.object({
  id: Id,
  version: z.int(),
  authorName: z.string(),
  text: z.string(),
  act: z.enum(vocab.COMMENT_ACTS).nullable(),
  at: Instant,
})

export const Item = ItemRow.omit({ stemText: true, hasEnglish: true })
  .extend({
    body: ItemBody,
    explanation: z.string(),
    translations: Translations,
    points: z.number(),
    intendedDifficulty: z.int().nullable(),
    competences: z.array(Competence),
    facts: z.array(z.string()),
    unitIds: z.array(Id),
    exclusionGroup: z.string(),
    variantGroup: z.string(),
    citations: z.array(Citation),
    validity: Validity,
    /** Shown to that many participants so far: in closed rounds, and in practice. */
    exposure: z.object({ roundCount: z.int(), shownCount: z.int(), practiceCount: z.int(), printedCount: z.int() }),
    /** Until when it stays out of practice and classes; null when it is free. */
    embargoedUntil: Instant.nullable(),
    readingSeconds: z.int(),
    /** Was this version given to a round or a printed paper? Then a change makes a new version. */
    isFrozen: z.boolean(),
    /** What the caller may do to its state. */
    acts: z.array(z.enum(vocab.ITEM_ACTS)),
    isOwnWork: z.boolean(),
    comments: z.array(Comment),
    findings: z.array(Finding),
    siblings: z.array(z.object({ id: Id, code: z.string(), group: z.enum(['exclusion', 'variant']) })),
  })
  .meta({ id: 'Item' })

/** One version, as it was. */
export const ItemVersion = z
  .object({
    version: z.int(),
    authorName: z.string(),
    at: Instant,
    isFrozen: z.boolean(),
    body: ItemBody,
    explanation: z.string(),
    translations: Translations,
    citations: z.array(Citation),
    validFrom: Day.nullable(),
    validTo: Day.nullable(),
  })
  .meta({ id: 'ItemVersion' })

const DraftSource = z.object({
  document: z.string().max(300),
  locator: z.string().max(120),
  url: z.string().max(1000),
  role: CitationRole,
})
export const ItemDraft = z
  .object({
    code: z.string().max(60),
    body: DraftBody,
    explanation: rich(8_000),
    translations: Translations,
    topic: Topic.nullable(),
    level: CognitiveLevel.nullable(),
    points: z.number(),
    intendedDifficulty: Difficulty,
    tags: z.array(z.string().max(40)).max(20),
    competences: z.array(z.string().max(10)).max(10),
    facts: z.array(z.string().max(40)).max(20),
    sources: z.array(DraftSource).max(12),
    exclusionGroup: z.string().max(60),
    variantGroup: z.string().max(60),
    validFrom: Day.nullable(),
    validTo: Day.nullable(),
    subtopicId: Id.optional(),
    unitIds: z.array(Id).max(20).optional(),
  })
  .meta({ id: 'ItemDraft' })
