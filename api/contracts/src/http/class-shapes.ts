import { z } from 'zod'
import { LIMIT_S, MOST_PLACES, PLACE_KINDS } from '../vocab/index.js'
import { CognitiveLevel, Day, Id, Instant, ItemType, LocalizedText, text, Topic } from './shapes.js'

/** What a teacher prepares: classes with their pupils, and sets of items. */

export const Pupil = z
  .object({
    id: Id,
    /** Place in the class list, from 1. */
    number: z.int(),
    name: z.string(),
    extraPercent: z.int(),
  })
  .meta({ id: 'Pupil' })

export const PupilIn = z.object({
  /** Of a pupil who is on the list already; without it a new one. */
  id: Id.optional(),
  name: text(60),
  extraPercent: z.int().min(0).max(100).default(0),
})

export const RosterRead = z.object({
  /** In their order; namesakes stand as often as the list has them. */
  names: z.array(z.string()),
  /** Lines that are no name, with why; of a sheet only what stands where names do. `no-number`: a line below or between the numbered ones. */
  left: z.array(z.object({ line: z.string(), why: z.enum(['empty', 'too-long', 'no-letters', 'no-number']) })),
})

export const ClassIn = z.object({
  name: text(40),
  /** 1 to 12; null: none. */
  grade: z.int().min(1).max(12).nullable().default(null),
  /** The year in which the school year begins. */
  schoolYear: z.int().min(2020).max(2100),
})

export const SchoolClass = ClassIn.extend({
  id: Id,
  pupilCount: z.int(),
  lessonCount: z.int(),
  /** When names and results of the class are deleted. */
  deleteOn: Day,
}).meta({ id: 'SchoolClass' })

export const PlaceIn = z
  .object({
    kind: z.enum(PLACE_KINDS).default('item'),
    itemId: Id.nullable().default(null),
    prompt: text(300, 0).default(''),
    choices: z.array(text(120)).max(6).default([]),
    /** null: from the item's reading time. */
    limitS: z.int().min(LIMIT_S.least).max(LIMIT_S.most).nullable().default(null),
    points: z.number().min(0).max(10).multipleOf(0.5).default(1),
    section: text(80, 0).default(''),
  })
  .meta({ id: 'LessonPlaceIn' })

export const ClassItem = z
  .object({
    itemId: Id,
    topic: Topic,
    level: CognitiveLevel,
    type: ItemType,
    stem: LocalizedText,
    options: z.array(LocalizedText),
    /** matching: what the options are matched with, in the order of their words. */
    choices: z.array(LocalizedText),
    unit: z.string(),
    /** From the length of the item. */
    limitS: z.int(),
  })
  .meta({ id: 'ClassItem' })

export const SetPlace = PlaceIn.extend({
  limitS: z.int(),
  /** The teacher set the time; otherwise it follows from the item's length. */
  isOwnLimit: z.boolean(),
  item: ClassItem.nullable(),
  /** Why it cannot be played now. */
  trouble: z.enum(['gone', 'embargoed']).nullable(),
})

export const SetHead = z.object({
  id: Id,
  title: z.string(),
  placeCount: z.int(),
  /** About how long it takes, in seconds. */
  lengthS: z.int(),
  topics: z.array(Topic),
  changedAt: Instant,
})
export const SetIn = z.object({ title: text(120), places: z.array(PlaceIn).min(1).max(MOST_PLACES) })
