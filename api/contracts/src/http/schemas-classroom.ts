import { z } from 'zod'
import {
  BOARD_MOMENTS,
  LATE_RULES,
  LESSON_MODES,
  LESSON_PAUSES,
  LESSON_PHASES,
  LESSON_SCORINGS,
  LIMIT_S,
  MOST_PLACES,
  NAME_RULES,
  PLACE_KINDS,
  RACE_MINUTES,
  TEAM_SUMS,
} from '../vocab/index.js'
import { ReviewItem } from './schemas-participant.js'
import { CognitiveLevel, Day, Id, Instant, ItemType, LocalizedText, Ok, page, paged, text, Topic } from './shapes.js'

/** Live quizzes in class. Nothing here that a pupil's device gets has a key before the reveal. */

const classParams = z.object({ classId: Id })
const setParams = z.object({ setId: Id })
const lessonParams = z.object({ lessonId: Id })

export const Pin = z.string().regex(/^\d{6}$/)
/** Stands behind `#` in the address of the class screen's QR code: with it nobody has to wait for others' wrong PINs. */
export const DoorKey = z.string().min(8).max(64)
/** Names this seat alone; who has it is the pupil. */
export const SeatToken = z.string().min(32).max(64)
/** A key that steers one lesson from a second device. */
export const RemoteKey = z.string().min(32).max(64)

export const Pupil = z
  .object({
    id: Id,
    /** Place in the class list, from 1. */
    number: z.int(),
    name: z.string(),
    extraPercent: z.int(),
  })
  .meta({ id: 'Pupil' })

const PupilIn = z.object({
  /** Of a pupil who is on the list already; without it a new one. */
  id: Id.optional(),
  name: text(60),
  extraPercent: z.int().min(0).max(100).default(0),
})

const RosterRead = z.object({
  /** In their order; namesakes stand as often as the list has them. */
  names: z.array(z.string()),
  /** Lines that are no name, with why; of a sheet only what stands where names do. `no-number`: a line below or between the numbered ones. */
  left: z.array(z.object({ line: z.string(), why: z.enum(['empty', 'too-long', 'no-letters', 'no-number']) })),
})

const ClassIn = z.object({
  name: text(40),
  /** 1 to 12; null: none. */
  grade: z.int().min(1).max(12).nullable().default(null),
  /** The year in which the school year begins. */
  schoolYear: z.int().min(2020).max(2100),
})

const SchoolClass = ClassIn.extend({
  id: Id,
  pupilCount: z.int(),
  lessonCount: z.int(),
  /** When names and results of the class are deleted. */
  deleteOn: Day,
}).meta({ id: 'SchoolClass' })

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

const ClassItem = z
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

const SetPlace = PlaceIn.extend({
  limitS: z.int(),
  /** The teacher set the time; otherwise it follows from the item's length. */
  isOwnLimit: z.boolean(),
  item: ClassItem.nullable(),
  /** Why it cannot be played now. */ trouble: z.enum(['gone', 'embargoed']).nullable(),
})

const SetHead = z.object({
  id: Id,
  title: z.string(),
  placeCount: z.int(),
  /** About how long it takes, in seconds. */
  lengthS: z.int(),
  topics: z.array(Topic),
  changedAt: Instant,
})
const SetIn = z.object({ title: text(120), places: z.array(PlaceIn).min(1).max(MOST_PLACES) })

const LessonHead = z
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

/** Shown to the host and on the device that asks, so that both can compare. */
const SeatCode = z.string().regex(/^\d{2}$/)

/** A pupil who wants back to a seat from another device; the host lets in. */
const SeatRequest = z.object({ requestId: Id, seat: z.int(), name: z.string(), code: SeatCode, askedAt: Instant })

/** An address as text and as a QR code: `path` is what an SVG path draws on a grid of `size` by `size` modules, quiet zone included. */
export const Door = z
  .object({ url: z.string(), qr: z.object({ size: z.int(), path: z.string() }) })
  .meta({ id: 'Door' })

export const HostView = z
  .object({
    id: Id,
    title: z.string(),
    pin: Pin.nullable(),
    /** Where pupils come in, as their phones reach it; null once the lesson is over. */
    door: Door.nullable(),
    settings: LessonSettings,
    className: z.string().nullable(),
    step: LessonStep,
    item: LessonItem.nullable(),
    reveal: LessonReveal.nullable(),
    answeredCount: z.int(),
    seats: z.array(SeatRow),
    requests: z.array(SeatRequest),
    standings: z.array(LessonStanding),
    teams: z.array(z.object({ number: z.int(), name: z.string() })),
    sections: z.array(z.object({ place: z.int(), title: z.string() })),
  })
  .meta({ id: 'LessonHostView' })

/** What a pupil's device needs after joining or coming back. */
export const SeatView = z
  .object({
    lessonId: Id,
    title: z.string(),
    seat: SeatRow,
    mode: z.enum(LESSON_MODES),
    /** What the device says differently by it. */
    settings: LessonSettings.pick({ mode: true, scoring: true, names: true, teams: true }),
    teamName: z.string().nullable(),
    step: LessonStep,
    /** race, homework: the place where this seat is, 0 before the first, one more than there are after the last; null elsewhere. */
    ownPlace: z.int().nullable(),
    /** The first place that this seat answers; who comes in the middle of one plays from the next. */
    playsFrom: z.int(),
    item: LessonItem.nullable(),
    /** The own recorded answer to the open place, as a line. */
    answer: z.string().nullable(),
    isAnswered: z.boolean(),
    reveal: LessonReveal.nullable(),
    outcome: z.object({ isRight: z.boolean(), share: z.number(), points: z.number(), bonus: z.number() }).nullable(),
    /** null where the board is not shown yet. */
    standing: LessonStanding.nullable(),
    rightCount: z.int(),
    closesAt: Instant.nullable(),
  })
  .meta({ id: 'LessonSeatView' })

const HostAct = z.discriminatedUnion('kind', [
  /** podium: ends the playing after the place that was revealed; places not played count for nobody. */
  z.object({ kind: z.enum(['next', 'lock', 'reveal', 'board', 'podium', 'pause', 'resume', 'skip', 'end']) }),
  z.object({ kind: z.literal('add-time'), seconds: z.int().min(5).max(600) }),
  z.object({ kind: z.literal('lock-lobby'), isLocked: z.boolean() }),
  z.object({ kind: z.literal('reactions'), isOn: z.boolean() }),
  /** bell: brings people back to the floor. */
  z.object({ kind: z.literal('rescue'), seats: z.array(z.int()).min(1).max(500) }),
])

const SeatAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('remove'), seat: z.int() }),
  /** Whoever was removed may come back, to the same seat. */
  z.object({ kind: z.literal('readmit'), seat: z.int() }),
  z.object({ kind: z.literal('rename'), seat: z.int(), name: text(30) }),
  z.object({ kind: z.literal('extra-time'), seat: z.int(), extraPercent: z.int().min(0).max(100) }),
  z.object({ kind: z.literal('team'), seat: z.int(), team: z.int() }),
  /** Everybody leaves the lobby; removed ones stay removed. */
  z.object({ kind: z.literal('clear') }),
  z.object({ kind: z.literal('admit'), requestId: Id }),
  /** The device that asks is told so. */
  z.object({ kind: z.literal('refuse'), requestId: Id }),
])

/** The language of a file. */
const fileQuery = z.object({ locale: z.enum(['vi', 'en']).default('vi') })

/** How often an answer was given. `text`: the option behind a letter; empty where the label says it itself. */
const ReportBar = z.object({ label: z.string(), text: LocalizedText, count: z.int() })

const ReportItem = z.object({
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
const ReportSeat = z.object({
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
  /** Scored items that were put to this seat: after it joined and, in a bell, while it stood on the floor. */
  askedCount: z.int(),
  answeredCount: z.int(),
  points: z.number(),
  meanTimeS: z.number().nullable(),
  /** By place: gained share, null without an answer. */
  shares: z.array(z.number().nullable()),
})

const Report = z
  .object({
    lesson: LessonHead,
    settings: LessonSettings,
    items: z.array(ReportItem),
    seats: z.array(ReportSeat),
    standings: z.array(LessonStanding),
    topics: z.array(z.object({ topic: Topic, answeredCount: z.int(), rightShare: z.number().nullable() })),
  })
  .meta({ id: 'LessonReport' })

export const classroomSchemas = {
  schoolClasses: { response: z.object({ classes: z.array(SchoolClass) }) },
  createSchoolClass: { body: ClassIn, response: SchoolClass },
  schoolClass: {
    params: classParams,
    response: SchoolClass.extend({
      pupils: z.array(Pupil),
      lessons: z.array(LessonHead),
      /** Of each pupil and lesson of the class: right answers of those asked; null: was not there. */
      progress: z.array(
        z.object({
          pupilId: Id,
          lessons: z.array(z.object({ lessonId: Id, rightCount: z.int(), askedCount: z.int() }).nullable()),
        }),
      ),
    }),
  },
  updateSchoolClass: { params: classParams, body: ClassIn, response: SchoolClass },
  deleteSchoolClass: { params: classParams, response: Ok },
  /** Reads a pasted list or one column of a sheet into names; keeps nothing. */
  readRoster: {
    body: z.object({ pasted: z.string().max(20_000) }),
    response: RosterRead,
  },
  readRosterSheet: { response: RosterRead },
  setPupils: {
    params: classParams,
    body: z.object({ pupils: z.array(PupilIn).max(200) }),
    response: z.object({ pupils: z.array(Pupil) }),
  },
  schoolClassSheet: { params: classParams, query: fileQuery },
  schoolClassPdf: { params: classParams, query: fileQuery },

  lessonSets: { response: z.object({ sets: z.array(SetHead) }) },
  lessonSet: { params: setParams, response: SetHead.extend({ places: z.array(SetPlace) }) },
  createLessonSet: { body: SetIn, response: SetHead },
  updateLessonSet: { params: setParams, body: SetIn, response: SetHead },
  deleteLessonSet: { params: setParams, response: Ok },
  classItems: {
    query: z.object({
      ...page,
      topic: Topic.optional(),
      level: CognitiveLevel.optional(),
      type: ItemType.optional(),
      words: z.string().max(200).optional(),
      /** own: of all banks that the asker owns; otherwise of one that may be used in class. */
      bank: z.union([z.literal('own'), Id]).optional(),
    }),
    response: paged(ClassItem),
  },
  suggestPlaces: {
    body: z.object({
      topics: z.array(Topic).max(8).default([]),
      /** The class level decides how hard items may be. */
      grade: z.int().min(1).max(12).nullable().default(null),
      count: z.int().min(1).max(50).default(10),
      /** Items already chosen. */
      without: z.array(Id).max(MOST_PLACES).default([]),
    }),
    response: z.object({ places: z.array(SetPlace) }),
  },
  lessonSetFile: { params: setParams },
  importLessonSet: { response: z.object({ set: SetHead, isKnown: z.boolean() }) },

  lessons: {
    query: z.object({ ...page, state: z.enum(['running', 'ended', 'all']).default('all') }),
    response: paged(LessonHead),
  },
  createLesson: {
    body: z.object({ setId: Id, classId: Id.nullable().default(null), settings: LessonSettings }),
    response: HostView,
  },
  lesson: { params: lessonParams, response: HostView },
  actOnLesson: {
    params: lessonParams,
    /** `version` is the state that the host saw; a second tap on the same button does nothing twice. */
    body: z.object({ version: z.int().min(0), act: HostAct, remoteKey: RemoteKey.optional() }),
    response: LessonStep,
  },
  actOnSeats: { params: lessonParams, body: z.object({ act: SeatAct, remoteKey: RemoteKey.optional() }), response: Ok },
  deleteLesson: { params: lessonParams, response: Ok },
  lessonReport: { params: lessonParams, response: Report },
  lessonReportSheet: { params: lessonParams, query: fileQuery },
  lessonReportPdf: { params: lessonParams, query: fileQuery },
  lessonResultsFile: { params: lessonParams },
  importLessonResults: { response: z.object({ lesson: LessonHead, isKnown: z.boolean() }) },

  offerRemote: { params: lessonParams, response: z.object({ code: z.string(), until: Instant, door: Door }) },
  takeRemote: {
    body: z.object({ code: z.string().min(16).max(64) }),
    response: z.object({ lessonId: Id, remoteKey: RemoteKey }),
  },

  findLesson: {
    body: z.object({ pin: Pin, door: DoorKey.optional() }),
    response: z.object({
      lessonId: Id,
      title: z.string(),
      mode: z.enum(LESSON_MODES),
      names: z.enum(NAME_RULES),
      isLobbyLocked: z.boolean(),
      hasStarted: z.boolean(),
      late: z.enum(LATE_RULES),
      /** When names and answers of the lesson are deleted. */
      deleteOn: Day,
      teams: z.array(z.object({ number: z.int(), name: z.string() })),
      /** nickname: the name of whoever is signed in, to be taken with one tap; null where nobody is or it does not fit. */
      accountName: z.string().nullable(),
      /** roster: who is not there yet. */
      pupils: z.array(Pupil.pick({ id: true, name: true, number: true })),
    }),
  },
  takeSeat: {
    body: z.object({
      pin: Pin,
      door: DoorKey.optional(),
      /** nickname: '' lets the server make one; generated: what is typed is not looked at. */
      name: text(30, 0).default(''),
      /** Signed in: under the name of the account (`accountName`), instead of `name`. Nothing else of the account is kept. */
      asAccount: z.boolean().default(false),
      pupilId: Id.nullable().default(null),
      team: z.int().nullable().default(null),
      /** Made by the device once per lesson; the same one again gets the same seat. */
      device: z.string().min(16).max(64),
    }),
    response: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('seated'), token: SeatToken, view: SeatView }),
      /** The seat is taken by another device; the host is asked. Ask again with the same device until it is seated. */
      z.object({ kind: z.literal('asked'), requestId: Id, code: SeatCode }),
    ]),
  },
  /** The device may take another name, and whoever has this one gets it. */
  leaveSeat: { body: z.object({ token: SeatToken }), response: Ok },
  mySeatReport: {
    body: z.object({ token: SeatToken }),
    response: z.object({
      title: z.string(),
      name: z.string(),
      standing: LessonStanding.nullable(),
      rightCount: z.int(),
      askedCount: z.int(),
      /** Topics with what was right of what was asked; the weakest first. */
      topics: z.array(z.object({ topic: Topic, rightCount: z.int(), askedCount: z.int() })),
      reviews: z.array(ReviewItem),
      /** Items that were asked and are left out above while a contest round holds them. */
      heldCount: z.int(),
      /** Polls and word clouds, with what the class said. */
      opinions: z.array(z.object({ item: LessonItem, bars: LessonReveal.shape.bars })),
    }),
  },
}
