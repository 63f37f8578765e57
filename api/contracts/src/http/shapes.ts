import { z } from 'zod'
import * as vocab from '../vocab/index.js'

/** Building blocks used by more than one endpoint. Instants are ISO 8601 in UTC; durations carry their unit in the name. */

export const Id = z.uuid()
export const Instant = z.iso.datetime({ offset: true })
export const Day = z.iso.date()
/** Trimmed, Unicode NFC, single spaces: what a person typed, as it is stored. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .max(max * 2)
    .transform((value) =>
      value
        .normalize('NFC')
        .replace(/(?!\n)\p{Cc}/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(min).max(max))
export const LocalizedText = z.object({ vi: z.string(), en: z.string() }).meta({ id: 'LocalizedText' })
export const localizedText = (max: number) => z.object({ vi: text(max), en: text(max, 0).default('') })

export const Role = z.enum(vocab.ROLES)
export const Topic = z.enum(vocab.TOPICS)
export const CognitiveLevel = z.enum(vocab.COGNITIVE_LEVELS)
export const RoundState = z.enum(vocab.ROUND_STATES)
export const ResultPolicy = z.enum(vocab.RESULT_POLICIES)
export const NameDisplay = z.enum(vocab.NAME_DISPLAYS)
export const PrizeTier = z.enum(vocab.PRIZE_TIERS)
export const UnitKind = z.enum(vocab.UNIT_KINDS)
export const ItemState = z.enum(vocab.ITEM_STATES)
export const ItemType = z.enum(vocab.ITEM_TYPES)
export const AttemptState = z.enum(vocab.ATTEMPT_STATES)
export const SubmitKind = z.enum(vocab.SUBMIT_KINDS)

export const Unit = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    kind: UnitKind,
    parentId: Id.nullable(),
    validFrom: Day.nullable(),
    validTo: Day.nullable(),
  })
  .meta({ id: 'Unit' })

export const Account = z
  .object({
    id: Id,
    role: Role,
    login: z.string(),
    fullName: z.string(),
    birthDate: Day.nullable(),
    unitId: Id.nullable(),
    unitName: z.string().nullable(),
    guardianName: z.string().nullable(),
    /** A one-time password was set by an administrator and must be replaced. */
    mustChangePassword: z.boolean(),
  })
  .meta({ id: 'Account' })

export const Prize = z
  .object({
    tier: PrizeTier,
    count: z.int(),
    reward: LocalizedText,
    scope: z.enum(vocab.PRIZE_SCOPES),
    /** The table for which it is given; null: for all together. */
    table: z.string().nullable(),
  })
  .meta({ id: 'Prize' })

/** One line of the board. Equal people share a rank. `rowId` is opaque and differs from round to round. */
export const BoardRow = z
  .object({
    rowId: z.string(),
    rank: z.int(),
    isTied: z.boolean(),
    name: z.string(),
    unitName: z.string(),
    points: z.number(),
    /** Items wholly right. */
    rightCount: z.int(),
    /** Of people with an extra-time profile brought to the common limit. */
    timeUsedS: z.int(),
    submittedAt: Instant,
    /** Only where the ranking asks for it. */
    attemptCount: z.int().optional(),
    /** From here on only in final results (LB-12). The distance to the target, where the ranking asks for it; null: no prediction. */
    predictionError: z.int().nullable().optional(),
    /** Place in the draw, where there was one. It tells people of the same rank apart, and changes no rank. */
    drawOrder: z.int().optional(),
    /** The table within which the rank counts, where the contest has tables. */
    table: z.string().optional(),
  })
  .meta({ id: 'BoardRow' })

/** What a board of final results is (LB-12): the newest published version. */
export const FinalResults = z
  .object({
    number: z.int(),
    /** Since when this version is public. */
    publishedAt: Instant,
    /** SHA-256 over everything that it follows from, in hex. */
    inputHash: z.string(),
    /** Equal people were told apart by a draw, which has a page of its own. */
    isDrawn: z.boolean(),
    /** What the prediction question asked for; null: there was none. */
    predictionTarget: z.int().nullable(),
  })
  .meta({ id: 'FinalResults' })

/** The top of the board as of `version`; versions only grow, a gap between patches means: ask again. */
export const BoardSnapshot = z
  .object({
    roundId: Id,
    version: z.int(),
    participantCount: z.int(),
    /** From this instant on the board stands still until it is revealed; told in advance; null: nothing is frozen. */
    frozenAt: Instant.nullable(),
    /** null: not published yet. */
    final: FinalResults.nullable(),
    /** Only where ranks count by table (LB-13): those that somebody has a rank in, with how many. */
    tables: z.array(z.object({ code: z.string(), rankedCount: z.int() })).optional(),
    /** Where there are tables the first of each, one table after the other. */
    rows: z.array(BoardRow),
  })
  .meta({ id: 'BoardSnapshot' })

export const BlueprintCell = z
  .object({
    topic: Topic,
    level: CognitiveLevel,
    /** null: items of any type. */
    type: ItemType.nullable().default(null),
    count: z.int().min(0).max(100),
    /** What each item of the cell is worth. */
    points: z.number().min(0.25).max(10).multipleOf(0.05).default(1),
  })
  .meta({ id: 'BlueprintCell' })

export const page = {
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
}
export const paged = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), total: z.int(), page: z.int(), size: z.int() })
export const Ok = z.object({ ok: z.literal(true) })
