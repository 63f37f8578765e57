import { schemas } from '@thiso/contracts'
import {
  CITATION_ROLES,
  COGNITIVE_LEVELS,
  GRADINGS_OF,
  ITEM_TYPES,
  type ItemKey,
  type ItemQuestion,
  LESSON_PAUSES,
  LIMIT_S,
  MOST_PLACES,
  MOST_SEATS,
  PLACE_KINDS,
  TOPICS,
} from '@thiso/contracts/vocab'
import { z } from 'zod'
import type { LessonAct } from '../../domain/lesson-state.js'

/**
 * What stands in files that are carried between servers. Everything has its bounds, nothing is changed by being read (the hash is of what
 * stands there), and what is unknown is left out.
 */

const id = z.uuid()
const day = z.iso.date()
const ms = z.int().min(0).max(8_640_000_000_000_000)
const line = (most: number) => z.string().max(most)
/** As long as texts of items may be. */
const stem = z.string().max(20_000)
const part = z.string().max(4_000)
const explanation = z.string().max(8_000)
const parts = z.array(part).max(16)
const index = z.int().min(0).max(15)

const question = z.object({
  type: z.enum(ITEM_TYPES),
  stem,
  options: parts,
  choices: z.array(part).max(32),
  unit: line(30),
  translations: z.object({ en: z.object({ stem, options: parts, choices: z.array(part).max(32) }).optional() }),
})

const key = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single-choice'), option: index }),
  z.object({
    type: z.literal('multiple-choice'),
    options: z.array(index).max(16),
    optionCount: z.int().min(1).max(16),
    grading: z.enum(GRADINGS_OF['multiple-choice']),
  }),
  z.object({ type: z.literal('true-false'), isTrue: z.boolean() }),
  z.object({
    type: z.literal('true-false-group'),
    truths: z.array(z.boolean()).max(16),
    grading: z.enum(GRADINGS_OF['true-false-group']),
  }),
  z.object({ type: z.literal('short-text'), accepted: z.array(line(300)).max(30), ignoresDiacritics: z.boolean() }),
  z.object({ type: z.literal('number'), value: z.number(), tolerance: z.number().min(0) }),
  z.object({ type: z.literal('ordering'), order: z.array(index).max(16), grading: z.enum(GRADINGS_OF.ordering) }),
  z.object({
    type: z.literal('matching'),
    choiceOf: z.array(z.int().min(0).max(31)).max(16),
    grading: z.enum(GRADINGS_OF.matching),
  }),
])

const item = z
  .object({
    /** Where it comes from. */
    id,
    topic: z.enum(TOPICS),
    level: z.enum(COGNITIVE_LEVELS),
    question,
    key,
    explanation: z.object({ vi: explanation, en: explanation }),
    citations: z
      .array(z.object({ title: line(1_000), url: line(1_000), locator: line(120), role: z.enum(CITATION_ROLES) }))
      .max(12),
    /** Also by the documents and units that it rests on: those are not carried. */
    validFrom: day.nullable(),
    validTo: day.nullable(),
  })
  .refine((given) => isWhole(given as CarriedItem), 'the key does not fit the question')

/** An item as it leaves a server, with its key. */
export interface CarriedItem {
  id: string
  topic: z.infer<typeof item>['topic']
  level: z.infer<typeof item>['level']
  question: ItemQuestion
  key: ItemKey
  explanation: { vi: string; en: string }
  citations: { title: string; url: string; locator: string; role: (typeof CITATION_ROLES)[number] }[]
  validFrom: string | null
  validTo: string | null
}

const media = z.array(z.object({ id, base64: z.base64().max(14_000_000) })).max(400)

const settings = schemas.createLesson.body.shape.settings

const place = {
  kind: z.enum(PLACE_KINDS),
  /** Which of the file's items; null for a poll and a word cloud. */
  item: z.int().min(0).nullable(),
  prompt: line(300),
  choices: z.array(line(120)).max(6),
  points: z.number().min(0).max(10),
  section: line(80),
}
const limitS = z.int().min(LIMIT_S.least).max(LIMIT_S.most)
const items = z.array(item).max(MOST_PLACES)

export const setContent = z
  .object({
    id,
    title: line(120).min(1),
    places: z
      .array(z.object({ ...place, limitS: limitS.nullable() }))
      .min(1)
      .max(MOST_PLACES),
    items,
    media,
  })
  .refine((content) => pointsToItems(content), 'a place points to no item')
export type SetContent = Omit<z.infer<typeof setContent>, 'items'> & { items: CarriedItem[] }

const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('next') }),
  z.object({ kind: z.literal('lock'), why: z.enum(['time', 'all-answered', 'host']) }),
  z.object({ kind: z.literal('reveal') }),
  z.object({ kind: z.literal('board') }),
  z.object({ kind: z.literal('podium') }),
  z.object({
    kind: z.literal('pause'),
    why: z.enum(LESSON_PAUSES),
    since: z.number().min(0).max(8_640_000_000_000_000).optional(),
  }),
  z.object({ kind: z.literal('resume') }),
  z.object({ kind: z.literal('add-time'), seconds: z.int().min(1).max(600) }),
  z.object({ kind: z.literal('skip') }),
  z.object({ kind: z.literal('pass'), places: z.array(z.int().min(1).max(MOST_PLACES)).min(1).max(MOST_PLACES) }),
  z.object({ kind: z.literal('lock-lobby'), isLocked: z.boolean() }),
  z.object({ kind: z.literal('reactions'), isOn: z.boolean() }),
  z.object({ kind: z.literal('rescue'), seats: z.array(z.int()).max(MOST_SEATS) }),
  z.object({ kind: z.literal('end') }),
])
/** Whoever adds an act to lessons adds it here: otherwise this does not compile. */
const knowsEveryAct: LessonAct['kind'] extends z.infer<typeof act>['kind'] ? true : never = true
void knowsEveryAct

const seatNumber = z.int().min(1).max(100_000)
const order = z.array(z.int().min(0).max(31)).max(32)

export const resultsContent = z
  .object({
    id,
    title: line(120).min(1),
    settings,
    classId: id.nullable(),
    className: line(80).nullable(),
    createdAt: ms,
    endedAt: ms,
    deleteOn: day,
    places: z
      .array(z.object({ ...place, limitS, optionOrder: order, choiceOrder: order }))
      .min(1)
      .max(MOST_PLACES),
    acts: z.array(z.object({ act, by: z.enum(['host', 'remote', 'server']), at: ms })).max(10_000),
    /** Without what a device would need to be that seat. */
    seats: z
      .array(
        z.object({
          number: seatNumber,
          name: line(60).min(1),
          pupilId: id.nullable(),
          team: z.int().min(1).max(100).nullable(),
          extraPercent: z.int().min(0).max(100),
          joinedAt: ms,
          joinedPlace: z.int().min(0).max(MOST_PLACES),
          removedAt: ms.nullable(),
          floor: z.enum(['on', 'out', 'reserve']).nullable(),
          outAt: z.int().min(0).max(MOST_PLACES).nullable(),
          rescues: z.int().min(0).max(1_000),
          ownPlace: z
            .int()
            .min(0)
            .max(MOST_PLACES + 1),
        }),
      )
      .max(MOST_SEATS * 2),
    /** Place, seat, response, when it arrived, ms of running clock. */
    answers: z.array(
      z.tuple([
        z.int().min(1).max(MOST_PLACES),
        seatNumber,
        z.union([line(2_000), z.array(z.int().min(-1).max(31)).max(32)]),
        ms,
        z.int().min(0).max(2_147_483_647),
      ]),
    ),
    items,
    media,
  })
  .refine((content) => pointsToItems(content, true), 'a place points to no item')
export type ResultsContent = Omit<z.infer<typeof resultsContent>, 'items'> & { items: CarriedItem[] }

/** @param isPlayed of a lesson that was played: what nobody was told of it is not carried out */
function pointsToItems(
  { places, items: all }: { places: { kind: string; item: number | null }[]; items: unknown[] },
  isPlayed = false,
): boolean {
  return places.every(({ kind, item: at }) =>
    at === null ? isPlayed || kind !== 'item' : kind === 'item' && at < all.length,
  )
}

/** Does the key say something about exactly the parts that the question has? */
function isWhole({ question: asked, key: told }: CarriedItem): boolean {
  const count = asked.options.length
  const choiceCount = asked.choices.length
  const en = asked.translations.en
  if (asked.type !== told.type) return false
  if (en && (en.options.length !== count || en.choices.length !== choiceCount)) return false
  if (told.type !== 'matching' && choiceCount > 0) return false
  switch (told.type) {
    case 'single-choice':
      return told.option < count
    case 'multiple-choice':
      return told.optionCount === count && isDistinct(told.options) && told.options.every((at) => at < count)
    case 'true-false-group':
      return told.truths.length === count
    case 'ordering':
      return told.order.length === count && isDistinct(told.order) && told.order.every((at) => at < count)
    case 'matching':
      return (
        told.choiceOf.length === count && isDistinct(told.choiceOf) && told.choiceOf.every((at) => at < choiceCount)
      )
    default:
      return count === 0
  }
}

function isDistinct(numbers: readonly number[]): boolean {
  return new Set(numbers).size === numbers.length
}
