import { z } from 'zod'
import {
  BOARD_MOMENTS,
  LATE_RULES,
  LESSON_MODES,
  LESSON_PAUSES,
  LESSON_PHASES,
  LESSON_SCORINGS,
  NAME_RULES,
  PLACE_KINDS,
  RACE_MINUTES,
  TEAM_SUMS,
} from '../vocab/index.js'
import { ReviewItem } from './schemas-participant.js'
import { Day, Id, Instant, ItemType, LocalizedText } from './shapes.js'

/** What a lesson is made of. Nothing here that a pupil's device gets has a key before the reveal. */

export const Pin = z.string().regex(/^\d{6}$/)
/** Stands behind `#` in the address of the class screen's QR code: with it nobody has to wait for others' wrong PINs. */
export const DoorKey = z.string().min(8).max(64)
/** Names this seat alone; who has it is the pupil. */
export const SeatToken = z.string().min(32).max(64)
/** A key that steers one lesson from a second device. */
export const RemoteKey = z.string().min(32).max(64)

export const LessonSettings = z
  .object({
    mode: z.enum(LESSON_MODES).default('individual'),
    scoring: z.enum(LESSON_SCORINGS).default('bounded-speed'),
    board: z.enum(BOARD_MOMENTS).default('each'),
    late: z.enum(LATE_RULES).default('from-next'),
    names: z.enum(NAME_RULES).default('nickname'),
    leadS: z.int().min(0).max(15).default(3),
    revealsItself: z.boolean().default(true),
    locksWhenAllAnswered: z.boolean().default(true),
    reactions: z.boolean().default(true),
    teams: z
      .object({
        count: z.int().min(2).max(12).default(4),
        sum: z.enum(TEAM_SUMS).default('mean'),
        talkS: z.int().min(0).max(120).default(10),
      })
      .prefault({}),
    bell: z
      .object({
        floorSize: z.int().min(0).max(500).default(0),
        rescueBelow: z.int().min(0).max(100).default(5),
      })
      .prefault({}),
    raceMinutes: z.int().min(RACE_MINUTES.least).max(RACE_MINUTES.most).default(RACE_MINUTES.preset),
    until: Instant.nullable().default(null),
  })
  .meta({ id: 'LessonSettings' })

export const LessonHead = z
  .object({
    id: Id,
    title: z.string(),
    mode: z.enum(LESSON_MODES),
    phase: z.enum(LESSON_PHASES),
    pin: Pin.nullable(),
    /** race, homework: when it ends by itself. */
    until: Instant.nullable(),
    className: z.string().nullable(),
    seatCount: z.int(),
    createdAt: Instant,
    endedAt: Instant.nullable(),
    deleteOn: Day,
    /** Played on a server without internet and carried in as a file. */
    isCarriedIn: z.boolean(),
  })
  .meta({ id: 'LessonHead' })

/** Where a lesson stands; the same for everybody. */
export const LessonStep = z
  .object({
    lessonId: Id,
    version: z.int(),
    phase: z.enum(LESSON_PHASES),
    place: z.int(),
    placeCount: z.int(),
    opensAt: Instant.nullable(),
    closesAt: Instant.nullable(),
    pausedAt: Instant.nullable(),
    pause: z.enum(LESSON_PAUSES).nullable(),
    /** For how long the clock of the place has stood; extra time of a seat comes on top of the time that it ran. */
    stoodMs: z.int(),
    /** The place was left out of every count. */
    isSkipped: z.boolean(),
    isLobbyLocked: z.boolean(),
    areReactionsOn: z.boolean(),
    serverTime: Instant,
  })
  .meta({ id: 'LessonStep' })

/** A place as every device may see it while it is open. Tokens are those of the lesson, the same for all: shapes stand by their order. */
export const LessonItem = z
  .object({
    place: z.int(),
    kind: z.enum(PLACE_KINDS),
    type: ItemType.nullable(),
    section: z.string(),
    stem: LocalizedText,
    options: z.array(z.object({ token: z.string(), text: LocalizedText })),
    choices: z.array(z.object({ token: z.string(), text: LocalizedText })),
    unit: z.string(),
    limitS: z.int(),
    points: z.number(),
  })
  .meta({ id: 'LessonItem' })

/** What everybody may know once a place is revealed. */
export const LessonReveal = z
  .object({
    place: z.int(),
    review: ReviewItem.nullable(),
    /** Answers by option in the order of the item; of typed answers the most frequent ones. */
    bars: z.array(z.object({ label: z.string(), count: z.int(), isRight: z.boolean() })),
    answeredCount: z.int(),
    rightCount: z.int(),
    seatCount: z.int(),
  })
  .meta({ id: 'LessonReveal' })

export const SeatRow = z
  .object({
    seat: z.int(),
    name: z.string(),
    team: z.int().nullable(),
    isHere: z.boolean(),
    isRemoved: z.boolean(),
    isLate: z.boolean(),
    extraPercent: z.int(),
    /** bell: on the floor, out, or a reserve. */
    floor: z.enum(['on', 'out', 'reserve']).nullable(),
    /** bell: the place at which the seat left the floor; null while it stands there or never stood there. */
    outAt: z.int().nullable(),
    /** race, homework: the place that this seat has open; one more than there are once it is through; 0 before the first and elsewhere. */
    ownPlace: z.int(),
  })
  .meta({ id: 'SeatRow' })

/** Right answers and points apart; equal ones share a place. */
export const LessonStanding = z
  .object({
    rank: z.int(),
    isTied: z.boolean(),
    seat: z.int().nullable(),
    team: z.int().nullable(),
    name: z.string(),
    rightCount: z.int(),
    points: z.number(),
    /** Places gained (positive) or lost since the board before; null on the first. */
    moved: z.int().nullable(),
  })
  .meta({ id: 'LessonStanding' })
