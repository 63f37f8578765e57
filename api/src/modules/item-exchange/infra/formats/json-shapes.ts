import { CITATION_ROLES, COGNITIVE_LEVELS, GRADINGS_OF, type ItemBody, TOPICS } from '@thiso/contracts/vocab'
import { z } from 'zod'

/** Shapes of our own file. How long texts may be and how many parts there may be is looked at later, for all formats alike. */

const text = z.string()
const index = z.int().min(-1)
const texts = z.array(text).max(100)
/** What JSON has no number for. */
const number = z.union([z.number(), z.null().transform(() => Number.NaN)])

export const itemBody: z.ZodType<ItemBody> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single-choice'), stem: text, options: texts, key: index }),
  z.object({
    type: z.literal('multiple-choice'),
    stem: text,
    options: texts,
    keys: z.array(index).max(100),
    grading: z.enum(GRADINGS_OF['multiple-choice']),
  }),
  z.object({ type: z.literal('true-false'), stem: text, isTrue: z.boolean() }),
  z.object({
    type: z.literal('true-false-group'),
    stem: text,
    statements: z.array(z.object({ text, isTrue: z.boolean() })).max(100),
    grading: z.enum(GRADINGS_OF['true-false-group']),
  }),
  z.object({ type: z.literal('short-text'), stem: text, accepted: texts, ignoresDiacritics: z.boolean() }),
  z.object({ type: z.literal('number'), stem: text, value: number, tolerance: number, unit: text }),
  z.object({ type: z.literal('ordering'), stem: text, entries: texts, grading: z.enum(GRADINGS_OF.ordering) }),
  z.object({
    type: z.literal('matching'),
    stem: text,
    pairs: z.array(z.object({ prompt: text, choice: text })).max(100),
    distractors: texts,
    grading: z.enum(GRADINGS_OF.matching),
  }),
])

/** The fields of an item besides its body. */
export const draftFields = {
  code: text,
  explanation: text,
  translations: z.object({ en: z.object({ stem: text, texts, explanation: text }).optional() }),
  topic: z.enum(TOPICS).nullable(),
  level: z.enum(COGNITIVE_LEVELS).nullable(),
  points: z.number(),
  intendedDifficulty: z.number().nullable(),
  tags: texts,
  competences: texts,
  facts: texts,
  sources: z.array(z.object({ document: text, locator: text, url: text, role: z.enum(CITATION_ROLES) })).max(100),
  exclusionGroup: text,
  variantGroup: text,
  validFrom: text.nullable(),
  validTo: text.nullable(),
  subtopicId: z.uuid(),
  unitIds: z.array(z.uuid()).max(20),
} as const
