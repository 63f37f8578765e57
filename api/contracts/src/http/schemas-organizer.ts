import { z } from 'zod'
import { DEFAULT_DRAW_LIMITS, PRIZE_SCOPES, VALIDITY_REASONS } from '../vocab/index.js'
import {
  AttemptState,
  BlueprintCell,
  CognitiveLevel,
  Day,
  Id,
  Instant,
  ItemType,
  LocalizedText,
  NameDisplay,
  Ok,
  PrizeTier,
  ResultPolicy,
  Role,
  Topic,
  Unit,
  localizedText,
  page,
  paged,
  text,
} from './shapes.js'
import { DayCheck, DrawLimits, DrawnOverlap, PaperOverlap, PaperSpread, ReusedItems } from './paper-shapes.js'
import { PublicContest, PublicRound } from './public-shapes.js'
import { ContestRulesIn, RoundRulesIn } from './rule-shapes.js'
import { Login } from './schemas-participant.js'

/** What organizers and administrators send and get. */

const RoundParams = z.object({ roundId: Id })
const ContestParams = z.object({ contestId: Id })

export const ContestIn = z.object({
  slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{1,58})[a-z0-9]$/),
  title: localizedText(200),
  summary: localizedText(500),
  about: localizedText(5000),
  organizerName: localizedText(200),
  prizes: z
    .array(
      z.object({
        tier: PrizeTier,
        count: z.int().min(1).max(1000),
        reward: localizedText(200),
        scope: z.enum(PRIZE_SCOPES).default('round'),
        table: z.string().max(8).nullable().default(null),
      }),
    )
    .max(60),
  rules: ContestRulesIn,
  nameDisplay: NameDisplay,
  /** The unit tree that participants choose from is the one in force on this day. */
  unitsAsOf: Day,
})

const AdminContest = PublicContest.extend({
  unitsAsOf: Day,
  isPublished: z.boolean(),
  createdAt: Instant,
}).meta({ id: 'AdminContest' })

export const RoundIn = z.object({
  name: localizedText(120),
  opensAt: Instant,
  closesAt: Instant,
  timeLimitS: z
    .int()
    .min(30)
    .max(6 * 3600),
  attemptLimit: z.int().min(1).max(100),
  resultPolicy: ResultPolicy,
  bankIds: z.array(Id).min(1).max(20),
  blueprint: z.array(BlueprintCell).min(1).max(64),
  drawLimits: DrawLimits.default(DEFAULT_DRAW_LIMITS),
  rules: RoundRulesIn,
})

export const AdminRound = PublicRound.extend({
  bankIds: z.array(Id),
  blueprint: z.array(BlueprintCell),
  drawLimits: DrawLimits,
  publishedAt: Instant.nullable(),
  /** While nobody has started, everything can be changed; afterwards only the name at once, the rest by RD-6. */
  hasAttempts: z.boolean(),
  /** When the public board stands still, or will; null: never. */
  freezeAt: Instant.nullable(),
  /** When it was revealed; null: not yet. */
  revealedAt: Instant.nullable(),
}).meta({ id: 'AdminRound' })

/** For one cell of the blueprint: asked, usable in the banks, missing. */
const CellCheck = BlueprintCell.extend({ usableCount: z.int(), missingCount: z.int() })
const BlueprintCheck = z
  .object({
    isFeasible: z.boolean(),
    itemCount: z.int(),
    missingCount: z.int(),
    cells: z.array(CellCheck),
    /** Usable items of the banks in every topic × level, asked for or not. */
    usable: z.array(
      z.object({
        topic: Topic,
        level: CognitiveLevel,
        usableCount: z.int(),
        types: z.array(z.object({ type: ItemType, usableCount: z.int() })),
      }),
    ),
    /** What the papers would be like; null while the blueprint cannot be fed. */
    papers: PaperSpread.nullable(),
    /** How much two of them share and what that means; null while the blueprint cannot be fed. */
    overlap: PaperOverlap.nullable(),
    /** What the limits of the draw need and the pool does not have. */
    days: DayCheck,
    /** Items of the pool that earlier rounds of the contest have shown or may show, left out or not; null: not asked for a contest. */
    reused: ReusedItems.nullable(),
    /** Approved items that are not drawn in this window, by why: own dates, a document that has ended, a unit that is no more. */
    excluded: z.array(
      z.object({
        topic: Topic,
        level: CognitiveLevel,
        reason: z.enum(VALIDITY_REASONS),
        name: z.string(),
        count: z.int(),
      }),
    ),
  })
  .meta({ id: 'BlueprintCheck' })

const Person = z
  .object({
    id: Id,
    role: Role,
    login: z.string(),
    fullName: z.string(),
    birthDate: Day.nullable(),
    unitId: Id.nullable(),
    unitName: z.string().nullable(),
    parentUnitName: z.string().nullable(),
    createdAt: Instant,
    attemptCount: z.int(),
  })
  .meta({ id: 'Person' })

const UnitImportRow = z.object({
  line: z.int(),
  code: z.string(),
  name: z.string(),
  action: z.enum(['create', 'update', 'keep', 'refuse']),
  problem: LocalizedText.nullable(),
})

const TemporaryPassword = z.object({ accountId: Id, login: z.string(), temporaryPassword: z.string() })

export const organizerSchemas = {
  contests: {
    response: z.object({
      contests: z.array(AdminContest.extend({ roundCount: z.int(), participantCount: z.int() })),
    }),
  },
  createContest: { body: ContestIn, response: AdminContest },
  contest: {
    params: ContestParams,
    response: z.object({ serverTime: Instant, contest: AdminContest, rounds: z.array(AdminRound) }),
  },
  updateContest: { params: ContestParams, body: ContestIn, response: AdminContest },
  publishContest: { params: ContestParams, body: z.object({ isPublished: z.boolean() }), response: AdminContest },
  createRound: { params: ContestParams, body: RoundIn, response: AdminRound },
  adminRound: {
    params: RoundParams,
    response: z.object({
      serverTime: Instant,
      round: AdminRound,
      contest: AdminContest,
      check: BlueprintCheck,
      /** Of the papers that were drawn; null before the round is counted, or of fewer than two. */
      drawnOverlap: DrawnOverlap.nullable(),
    }),
  },
  updateRound: { params: RoundParams, body: RoundIn, response: AdminRound },
  deleteRound: { params: RoundParams, response: Ok },
  checkBlueprint: {
    body: z.object({
      bankIds: z.array(Id).max(20),
      blueprint: z.array(BlueprintCell).max(64),
      opensAt: Instant.optional(),
      closesAt: Instant.optional(),
      paperTolerance: z.number().min(0.01).max(100).nullable().default(null),
      drawLimits: DrawLimits.default(DEFAULT_DRAW_LIMITS),
      /** Of which contest, and which round of it if it is stored: for items of earlier rounds. */
      contestId: Id.nullable().default(null),
      roundId: Id.nullable().default(null),
    }),
    response: BlueprintCheck,
  },
  publishRound: { params: RoundParams, response: AdminRound },
  openRound: { params: RoundParams, response: AdminRound },
  closeRound: { params: RoundParams, response: AdminRound },
  monitor: {
    params: RoundParams,
    response: z.object({
      serverTime: Instant,
      round: PublicRound,
      startedCount: z.int(),
      inProgressCount: z.int(),
      submittedCount: z.int(),
      participantCount: z.int(),
      /** Durable responses in the last full minute, per second. */
      responsesPerSecond: z.number(),
      /** The last 60 minutes, oldest first. */
      perMinute: z.array(z.object({ minute: Instant, startedCount: z.int(), submittedCount: z.int() })),
      byUnit: z.array(z.object({ unitId: Id, unitName: z.string(), startedCount: z.int(), submittedCount: z.int() })),
      lastErrors: z.array(z.object({ at: Instant, code: z.string(), route: z.string(), count: z.int() })),
    }),
  },

  people: {
    query: z.object({ ...page, q: z.string().max(100).optional(), unitId: Id.optional(), role: Role.optional() }),
    response: paged(Person),
  },
  person: {
    params: z.object({ accountId: Id }),
    response: z.object({
      person: Person,
      guardianName: z.string().nullable(),
      attempts: z.array(
        z.object({
          attemptId: Id,
          roundName: LocalizedText,
          attemptNo: z.int(),
          state: AttemptState,
          startedAt: Instant,
          submittedAt: Instant.nullable(),
          points: z.number().nullable(),
          timeUsedS: z.int().nullable(),
        }),
      ),
    }),
  },
  createStaff: {
    body: z.object({ login: Login, fullName: text(80, 2), role: z.enum(['organizer', 'teacher', 'administrator']) }),
    response: TemporaryPassword,
  },
  setRole: {
    params: z.object({ accountId: Id }),
    body: z.object({ role: Role, reason: text(300, 3) }),
    response: Person,
  },
  resetPassword: { params: z.object({ accountId: Id }), response: TemporaryPassword },
  adminUnits: {
    query: z.object({ asOf: Day.optional() }),
    response: z.object({ asOf: Day, units: z.array(Unit.extend({ personCount: z.int() })) }),
  },
  importUnits: {
    body: z.object({
      fileName: z.string().max(200),
      contentBase64: z.base64().max(4_000_000),
      /** true: only say what would happen. */
      isPreview: z.boolean(),
    }),
    response: z.object({
      isPreview: z.boolean(),
      createCount: z.int(),
      updateCount: z.int(),
      keepCount: z.int(),
      refuseCount: z.int(),
      rows: z.array(UnitImportRow),
    }),
  },
  unitTemplate: {},

  auditEntries: {
    /** `from` and `to`: from the first instant on, until before the second. */
    query: z.object({
      ...page,
      q: z.string().max(100).optional(),
      from: Instant.optional(),
      to: Instant.optional(),
    }),
    response: paged(
      z.object({
        id: z.string(),
        at: Instant,
        actorName: z.string(),
        act: z.string(),
        subject: z.string(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
  },
  /** HC-9: the same with the heads of the chain. */
  auditFile: {
    params: z.object({ format: z.enum(['csv', 'xlsx']) }),
    query: z.object({
      locale: z.enum(['vi', 'en']).default('vi'),
      q: z.string().max(100).optional(),
      from: Instant.optional(),
      to: Instant.optional(),
    }),
  },
  /** HC-7: the chain over the log, recomputed from the entries as they are stored. */
  checkAudit: {
    response: z.object({
      checkedCount: z.int(),
      /** In hexadecimal; null where there is a fault. */
      head: z.string().nullable(),
      fault: z
        .object({
          kind: z.enum(['changed', 'removed', 'link-missing']),
          /** The place in the chain, 1-based. */
          linkNo: z.int(),
          entryId: z.string().nullable(),
        })
        .nullable(),
    }),
  },
}
