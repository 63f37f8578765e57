import { z } from 'zod'
import { PLACE_KINDS } from '../vocab/index.js'
import { LessonHead, LessonSettings, LessonStanding } from './lesson-shapes.js'
import { ReviewItem } from './schemas-participant.js'
import { LocalizedText, Topic } from './shapes.js'

/** What a class knew. */

/** How often an answer was given. `text`: the option behind a letter; empty where the label says it itself. */
export const ReportBar = z.object({ label: z.string(), text: LocalizedText, count: z.int() })

export const ReportItem = z.object({
  place: z.int(),
  section: z.string(),
  kind: z.enum(PLACE_KINDS),
  stem: LocalizedText,
  isSkipped: z.boolean(),
  /** Told, but a contest round holds the item: neither it nor its key stand here until the round is over. */
  isHeld: z.boolean(),
  answeredCount: z.int(),
  rightCount: z.int(),
  seatCount: z.int(),
  /** Of all seats that could answer, 0 to 1. */
  rightShare: z.number().nullable(),
  meanTimeS: z.number().nullable(),
  bars: z.array(ReportBar.extend({ isRight: z.boolean() })),
  /** The wrong answer chosen most, if at least two chose it. */
  misconception: ReportBar.nullable(),
  /** The item with what is right and why; null for polls, word clouds and what is not told yet. */
  review: ReviewItem.nullable(),
})
export const ReportSeat = z.object({
  seat: z.int(),
  name: z.string(),
  team: z.string().nullable(),
  isRemoved: z.boolean(),
  /** Joined after the start. */
  isLate: z.boolean(),
  rank: z.int().nullable(),
  /** bell: where the seat stands now, and the place at which it left the floor. */
  floor: z.enum(['on', 'out', 'reserve']).nullable(),
  outAt: z.int().nullable(),
  rightCount: z.int(),
  /** Scored items that were put to this seat: after it joined, in a bell while it stood on the floor, at an own pace what it opened. */
  askedCount: z.int(),
  answeredCount: z.int(),
  points: z.number(),
  meanTimeS: z.number().nullable(),
  /** By place: gained share, null without an answer. */
  shares: z.array(z.number().nullable()),
})

export const Report = z
  .object({
    lesson: LessonHead,
    settings: LessonSettings,
    items: z.array(ReportItem),
    seats: z.array(ReportSeat),
    standings: z.array(LessonStanding),
    topics: z.array(z.object({ topic: Topic, answeredCount: z.int(), rightShare: z.number().nullable() })),
  })
  .meta({ id: 'LessonReport' })
