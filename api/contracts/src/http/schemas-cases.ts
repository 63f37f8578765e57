import { z } from 'zod'
import {
  AGE_GROUPS,
  CASE_ACTS,
  CASE_DECISIONS,
  CASE_GROUNDS,
  CASE_PARTS,
  CASE_STATES,
  IN_FAVOUR,
  LEAST_HEARING_DAYS,
  MOST_HEARING_DAYS,
  REVIEWER_ACTS,
  SIGNAL_FAMILIES,
} from '../vocab/index.js'
import { Day, Id, Instant, LocalizedText, page, paged, text } from './shapes.js'

/** Cases: of reviewers and of the person that a case is about. */

const caseId = z.object({ caseId: Id })
const round = z.object({ roundId: Id })
const State = z.enum(CASE_STATES)
const Decision = z.enum(CASE_DECISIONS)
const Ground = z.enum(CASE_GROUNDS)
const Family = z.enum(SIGNAL_FAMILIES)
/** Why a reviewer may not act; null: may. */
const Bar = z.enum(['own-unit', 'self', 'recused']).nullable()

/** What was decided, and by which article of the rulebook (its number). */
export const Decided = z.object({
  decision: Decision,
  ground: Ground,
  article: z.int(),
  words: z.string(),
  at: Instant,
})
const DecidedBy = Decided.extend({ byName: z.string(), approvedBy: z.string().nullable(), isOwn: z.boolean() })

const Evidence = z.object({
  id: Id,
  kind: z.string(),
  /** null: what an organizer saw. */
  family: Family.nullable(),
  /** How often chance gives at least this; null: it is no matter of chance. */
  p: z.number().nullable(),
  facts: z.record(z.string(), z.json()),
  /** In the words of whoever opened the case. */
  note: z.string().nullable(),
  foundAt: Instant,
})

/** Somebody whose attempt the evidence puts beside this one. */
const Companion = z.object({
  label: z.string(),
  attemptId: Id,
  /** Masked. */
  name: z.string(),
  unitName: z.string(),
  caseId: Id.nullable(),
})

const Moment = z.object({
  at: Instant,
  /** started, answered, changed, cleared, opened, submitted, or what was logged during the paper. */
  kind: z.string(),
  position: z.int().nullable(),
  durationMs: z.int().nullable(),
})

/** What speaks for a person: a fact with its figures. */
const Favour = z.object({ kind: z.enum(IN_FAVOUR), n: z.number(), of: z.number().nullable() })

const SidePlace = z.object({
  position: z.int(),
  otherPosition: z.int().nullable(),
  stem: LocalizedText,
  own: z.string().nullable(),
  isRight: z.boolean(),
  other: z.string().nullable(),
  mark: z.enum(['both-right', 'same-wrong', 'different', 'blank', 'not-shared']),
  /** Of those who had this item, the share that gave this wrong answer; null: it is right or blank. */
  share: z.number().nullable(),
})

const Chance = z.object({
  shared: z.int(),
  matches: z.int(),
  sameWrong: z.int(),
  /** How many equal answers two people who know nothing of each other would have. */
  expected: z.number(),
  /** How often chance gives at least so many. */
  p: z.number(),
  /** From how many papers the shares were counted. */
  papers: z.int(),
})

const CaseRow = z
  .object({
    id: Id,
    number: z.int(),
    roundId: Id,
    roundName: LocalizedText,
    contestTitle: LocalizedText,
    /** Masked. */
    name: z.string(),
    unitName: z.string(),
    state: State,
    families: z.array(Family),
    openedAt: Instant,
    /** When the step that it is in ends by itself. */
    until: Instant.nullable(),
    isAnswered: z.boolean(),
    decision: Decision.nullable(),
    bar: Bar,
  })
  .meta({ id: 'CaseRow' })

const CaseFile = z
  .object({
    id: Id,
    number: z.int(),
    state: State,
    /** The number of its last act: whoever acts names it, so that nobody acts on what is old. */
    actNo: z.int(),
    roundId: Id,
    roundName: LocalizedText,
    contestId: Id,
    contestTitle: LocalizedText,
    /** Results of the round exist, so a decision can have its effect. */
    hasResults: z.boolean(),
    person: z.object({
      accountId: Id,
      name: z.string(),
      unitName: z.string(),
      ageGroup: z.enum(AGE_GROUPS),
      guardianName: z.string().nullable(),
    }),
    bar: Bar,
    may: z.array(z.enum(REVIEWER_ACTS)),
    attempts: z.array(
      z.object({
        attemptId: Id,
        attemptNo: z.int(),
        startedAt: Instant,
        submittedAt: Instant.nullable(),
        points: z.number().nullable(),
        maxPoints: z.number(),
      }),
    ),
    evidence: z.array(Evidence),
    companions: z.array(Companion),
    inFavour: z.array(Favour),
    allegation: z.string().nullable(),
    hearingUntil: Instant.nullable(),
    isHearingOver: z.boolean(),
    answer: z.string().nullable(),
    answeredAt: Instant.nullable(),
    /** What waits for its second person. */
    proposal: DecidedBy.nullable(),
    decision: DecidedBy.nullable(),
    appealUntil: Instant.nullable(),
    appeal: z.string().nullable(),
    appealedAt: Instant.nullable(),
    appealAnswer: DecidedBy.nullable(),
    /** The version of results that the decision made. */
    versionNumber: z.int().nullable(),
    acts: z.array(
      z.object({
        no: z.int(),
        at: Instant,
        kind: z.enum(CASE_ACTS),
        /** null: the person, the signals or time; the kind says which. */
        by: z.string().nullable(),
        words: z.string().nullable(),
        decision: Decision.nullable(),
        head: z.string(),
      }),
    ),
    views: z.array(z.object({ at: Instant, by: z.string(), part: z.enum(CASE_PARTS) })),
    deleteOn: Day.nullable(),
    keptMonths: z.int(),
  })
  .meta({ id: 'CaseFile' })

const MyCase = z
  .object({
    id: Id,
    number: z.int(),
    state: State,
    roundId: Id,
    roundName: LocalizedText,
    contestTitle: LocalizedText,
    attempts: z.array(z.object({ attemptId: Id, attemptNo: z.int(), startedAt: Instant })),
    isMinor: z.boolean(),
    guardianName: z.string().nullable(),
    families: z.array(Family),
    allegation: z.string().nullable(),
    toldAt: Instant.nullable(),
    hearingUntil: Instant.nullable(),
    canAnswer: z.boolean(),
    answer: z.string().nullable(),
    answeredAt: Instant.nullable(),
    timeline: z.array(Moment),
    /** The own paper, with where others gave the same wrong answer; nobody's whole paper. */
    places: z.array(
      z.object({
        position: z.int(),
        stem: LocalizedText,
        own: z.string().nullable(),
        isRight: z.boolean(),
        sameAs: z.array(z.string()),
        share: z.number().nullable(),
      }),
    ),
    comparisons: z.array(z.object({ label: z.string(), chance: Chance })),
    inFavour: z.array(Favour),
    decision: Decided.nullable(),
    appealUntil: Instant.nullable(),
    canAppeal: z.boolean(),
    appeal: z.string().nullable(),
    appealedAt: Instant.nullable(),
    appealAnswer: Decided.nullable(),
    deleteOn: Day.nullable(),
    keptMonths: z.int(),
  })
  .meta({ id: 'MyCase' })

const actNo = z.int().min(1)
const words = text(4_000, 10)

export const casesSchemas = {
  cases: {
    query: z.object({ roundId: Id.optional(), open: z.stringbool().default(false), ...page }),
    response: paged(CaseRow),
  },
  openCase: {
    params: round,
    body: z.object({
      attemptId: Id,
      reason: text(500, 5),
      note: words,
      withAttemptIds: z.array(Id).max(10).default([]),
    }),
    response: z.object({ caseId: Id, isNew: z.boolean() }),
  },
  openCasesFromSignals: { params: round, response: z.object({ opened: z.int(), joined: z.int() }) },
  caseFile: { params: caseId, response: CaseFile },
  casePapers: {
    params: caseId,
    query: z.object({ attemptId: Id, with: Id.optional() }),
    response: z.object({
      timeline: z.array(Moment),
      places: z.array(SidePlace),
      chance: Chance.nullable(),
      inFavour: z.array(Favour),
    }),
  },
  actOnCase: {
    params: caseId,
    body: z.discriminatedUnion('act', [
      z.object({
        act: z.literal('tell'),
        actNo,
        allegation: words,
        days: z.int().min(LEAST_HEARING_DAYS).max(MOST_HEARING_DAYS),
      }),
      z.object({ act: z.literal('propose'), actNo, decision: Decision, ground: Ground, words }),
      z.object({ act: z.literal('approve'), actNo, words: text(4_000, 0).default('') }),
      z.object({ act: z.literal('send-back'), actNo, words }),
      z.object({ act: z.literal('recuse'), actNo, words: text(500, 5) }),
    ]),
    response: CaseFile,
  },
  caseRecord: {
    params: z.object({ caseId: Id, format: z.enum(['pdf', 'docx']) }),
    query: z.object({ locale: z.enum(['vi', 'en']).default('vi') }),
  },
  myCases: {
    response: z.object({
      cases: z.array(
        z.object({
          id: Id,
          number: z.int(),
          roundName: LocalizedText,
          contestTitle: LocalizedText,
          state: State,
          /** Until when an answer or an appeal is taken. */
          until: Instant.nullable(),
          toldAt: Instant.nullable(),
        }),
      ),
    }),
  },
  myCase: { params: caseId, response: MyCase },
  answerCase: { params: caseId, body: z.object({ text: words }), response: MyCase },
  appealCase: { params: caseId, body: z.object({ text: words }), response: MyCase },
} as const
