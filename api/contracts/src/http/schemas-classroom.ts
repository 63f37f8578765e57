import { z } from 'zod'
import { LATE_RULES, LESSON_MODES, MOST_PLACES, NAME_RULES } from '../vocab/index.js'
import {
  ClassIn,
  ClassItem,
  Pupil,
  PupilIn,
  RosterRead,
  SchoolClass,
  SetHead,
  SetIn,
  SetPlace,
} from './class-shapes.js'
import {
  DoorKey,
  LessonHead,
  LessonItem,
  LessonReveal,
  LessonSettings,
  LessonStanding,
  LessonStep,
  Pin,
  RemoteKey,
  SeatToken,
} from './lesson-shapes.js'
import { Door, HostAct, HostView, SeatAct, SeatCode, SeatView } from './lesson-view-shapes.js'
import { Report } from './lesson-report-shapes.js'
import { ReviewItem } from './schemas-participant.js'
import { CognitiveLevel, Day, Id, Instant, ItemType, Ok, page, paged, text, Topic } from './shapes.js'

/** Live quizzes in class: what goes in and out of their routes. */

const classParams = z.object({ classId: Id })
const setParams = z.object({ setId: Id })
const lessonParams = z.object({ lessonId: Id })

/** The language of a file. */
const fileQuery = z.object({ locale: z.enum(['vi', 'en']).default('vi') })

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
