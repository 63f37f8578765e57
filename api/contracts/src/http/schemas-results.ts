import { z } from 'zod'
import {
  COMPLAINT_STATES,
  DRAW_KINDS,
  DRAW_STATES,
  GRADINGS,
  PRIZE_HOLDS,
  RESULT_CAUSES,
  RESULT_STATES,
  RULING_KINDS,
  RULING_STATES,
  SKIP_REASONS,
  UNRANKED_REASONS,
} from '../vocab/index.js'
import { RankingCriterion } from './rule-shapes.js'
import { Day, Id, Instant, LocalizedText, PrizeTier, page, paged, text } from './shapes.js'

/** Versions of results, draws among equals, rulings, complaints. */

const round = z.object({ roundId: Id })
const contest = z.object({ contestId: Id })
const scope = z.object({ scopeId: Id })
const ruling = z.object({ rulingId: Id })
const Hex = z.string().regex(/^[0-9a-f]*$/)

const SkipNote = z.object({ reason: z.enum(SKIP_REASONS), note: z.string().nullable() })

const ResultVersion = z
  .object({
    id: Id,
    roundId: Id.nullable(),
    number: z.int(),
    state: z.enum(RESULT_STATES),
    cause: z.enum(RESULT_CAUSES),
    reason: z.string().nullable(),
    madeBy: z.string().nullable(),
    approvedBy: z.string().nullable(),
    madeAt: Instant,
    publishedAt: Instant.nullable(),
    inputHash: Hex,
    ranking: z.array(RankingCriterion),
    sources: z.array(z.object({ roundId: Id, versionId: Id, number: z.int() })),
    predictionTarget: z.int().nullable(),
    participantCount: z.int(),
    perfectCount: z.int(),
    rankedCount: z.int(),
    attemptCount: z.int(),
    tiedCount: z.int(),
    /** Scores that came out differently when they were worked out again; the new value counts. */
    differences: z.object({
      count: z.int(),
      examples: z.array(z.object({ attemptId: Id, stored: z.number().nullable(), recomputed: z.number() })),
    }),
    isDrawn: z.boolean(),
  })
  .meta({ id: 'ResultVersion' })

const DrawSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('beacon'), round: z.int(), dueAt: Instant }),
  z.object({ kind: z.literal('lottery'), name: z.string(), day: Day, dueAt: Instant }),
])

/** A draw as anybody may see it: everything that it follows from, as soon as it may be known. */
const PublicDraw = z
  .object({
    scopeId: Id,
    kind: z.enum(DRAW_KINDS),
    state: z.enum(DRAW_STATES),
    /** null: nothing was committed before people took part; the public randomness alone decides then. */
    commitment: Hex.nullable(),
    committedAt: Instant.nullable(),
    listRoot: Hex.nullable(),
    listCount: z.int().nullable(),
    source: DrawSource.nullable(),
    namedAt: Instant.nullable(),
    /** The beacon's signature, or the lottery's numbers. */
    entry: z.string().nullable(),
    randomness: Hex.nullable(),
    secret: Hex.nullable(),
    seed: Hex.nullable(),
    drawnAt: Instant.nullable(),
    /** The list can be downloaded: it is published together with the source. */
    hasList: z.boolean(),
  })
  .meta({ id: 'PublicDraw' })

/** What anybody sees of a draw: beside its numbers, what shares a place and waits for it. */
const ShownDraw = PublicDraw.extend({
  contestId: Id,
  name: LocalizedText,
  /** null: the list is not published yet. Of very many only the first are here; the list has all. */
  ties: z
    .object({
      count: z.int(),
      entries: z.array(
        z.object({
          n: z.int(),
          code: z.string(),
          /** Of a unit; people stand by their codes alone. */
          name: z.string().nullable(),
          /** Of people their table, of units the measure that they are compared by. */
          table: z.string().nullable(),
          rank: z.int(),
          /** The place in the draw; null while it waits. */
          order: z.int().nullable(),
        }),
      ),
    })
    .nullable(),
})

/** A draw as organizers lead it. */
const LedDraw = PublicDraw.extend({
  /** A rank is shared that the rules leave to the draw, and it has not been drawn. */
  isNeeded: z.boolean(),
  enteredBy: z.string().nullable(),
  isOwnEntry: z.boolean(),
})

const Overview = z.object({
  isClosed: z.boolean(),
  /** From when on results can be worked out; null for a total. */
  readyAt: Instant.nullable(),
  runningCount: z.int(),
  publishedAt: Instant.nullable(),
  complaintDeadline: Instant.nullable(),
  openComplaintCount: z.int(),
  openRulingCount: z.int(),
  /** Of a total: a round has newer results than it adds up. Of a round: a credit was granted since the newest version. */
  isOutdated: z.boolean(),
  /** The reasons of these credits. */
  creditReasons: z.array(z.string()),
  versions: z.array(ResultVersion),
  draw: LedDraw,
})

const ResultRow = z
  .object({
    accountId: Id,
    /** Masked. */
    name: z.string(),
    unitName: z.string(),
    code: z.string(),
    table: z.string().nullable(),
    rank: z.int().nullable(),
    unrankedReason: z.enum(UNRANKED_REASONS).nullable(),
    isTied: z.boolean(),
    points: z.number(),
    maxPoints: z.number(),
    rightCount: z.int(),
    prediction: z.int().nullable(),
    predictionError: z.int().nullable(),
    timeUsedS: z.int(),
    submittedAt: Instant,
    attemptCount: z.int(),
    drawOrder: z.int().nullable(),
  })
  .meta({ id: 'ResultRow' })

const index = z.int().min(0).max(15)
const Grading = z.enum(GRADINGS)
const ItemKey = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single-choice'), option: index }),
  z.object({
    type: z.literal('multiple-choice'),
    options: z.array(index).min(1).max(16),
    optionCount: z.int().min(1).max(16),
    grading: Grading,
  }),
  z.object({ type: z.literal('true-false'), isTrue: z.boolean() }),
  z.object({ type: z.literal('true-false-group'), truths: z.array(z.boolean()).min(1).max(16), grading: Grading }),
  z.object({
    type: z.literal('short-text'),
    accepted: z.array(z.string().min(1).max(300)).min(1).max(30),
    ignoresDiacritics: z.boolean(),
  }),
  z.object({ type: z.literal('number'), value: z.number(), tolerance: z.number().min(0) }),
  z.object({ type: z.literal('ordering'), order: z.array(index).min(1).max(16), grading: Grading }),
  z.object({ type: z.literal('matching'), choiceOf: z.array(index).min(1).max(16), grading: Grading }),
])

const RulingIn = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['key', 'also-right']), itemVersionId: Id, key: ItemKey }),
  z.object({ kind: z.enum(['strike', 'all-right']), itemVersionId: Id }),
  z.object({ kind: z.enum(['exclude', 'reinstate']), accountId: Id }),
])

const HeldRuling = z.object({
  kind: z.enum(['key', 'also-right', 'strike', 'all-right']),
  key: ItemKey.nullable(),
  also: z.array(ItemKey),
})

const Ruling = z
  .object({
    id: Id,
    kind: z.enum(RULING_KINDS),
    itemVersionId: Id.nullable(),
    itemCode: z.string().nullable(),
    key: ItemKey.nullable(),
    accountId: Id.nullable(),
    personName: z.string().nullable(),
    reason: z.string(),
    state: z.enum(RULING_STATES),
    proposedBy: z.string(),
    isOwn: z.boolean(),
    proposedAt: Instant,
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
    decisionReason: z.string().nullable(),
    versionId: Id.nullable(),
  })
  .meta({ id: 'Ruling' })

const Move = z.object({
  accountId: Id,
  fullName: z.string(),
  table: z.string().nullable(),
  rankBefore: z.int().nullable(),
  rankAfter: z.int().nullable(),
  pointsBefore: z.number().nullable(),
  pointsAfter: z.number().nullable(),
})

const Complaint = z
  .object({
    id: Id,
    roundId: Id,
    attemptId: Id,
    /** The place in the paper; 0: the whole result. */
    position: z.int(),
    text: z.string(),
    state: z.enum(COMPLAINT_STATES),
    outcome: z.string().nullable(),
    rulingId: Id.nullable(),
    /** What the ruling that followed did to the item or the person. */
    rulingKind: z.enum(RULING_KINDS).nullable(),
    filedAt: Instant,
    decidedAt: Instant.nullable(),
  })
  .meta({ id: 'Complaint' })

export const resultsSchemas = {
  results: { params: round, response: Overview },
  closeResults: { params: round, response: z.object({ version: ResultVersion, isNew: z.boolean() }) },
  publishResults: {
    params: round,
    /** `withTies`: places that people share stay shared, although the ranking ends in a draw. */
    body: z.object({ versionId: Id, withTies: z.boolean().default(false) }),
    response: Overview,
  },
  total: { params: contest, response: Overview },
  closeTotal: { params: contest, response: z.object({ version: ResultVersion, isNew: z.boolean() }) },
  publishTotal: {
    params: contest,
    body: z.object({ versionId: Id, withTies: z.boolean().default(false) }),
    response: Overview,
  },
  resultRows: {
    params: z.object({ versionId: Id }),
    query: z.object({
      q: z.string().max(100).default(''),
      tied: z.stringbool().default(false),
      table: z.string().max(8).optional(),
      ...page,
    }),
    response: paged(ResultRow),
  },
  nameDraw: {
    params: scope,
    body: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('beacon'), at: Instant }),
      z.object({ kind: z.literal('lottery'), name: text(120, 2), day: Day }),
    ]),
    response: PublicDraw,
  },
  adminUnitsDraw: {
    params: contest,
    /** `isFinal`: every round has published results, so what units are compared by stays. */
    response: z.object({ draw: LedDraw, isFinal: z.boolean(), tiedCount: z.int() }),
  },
  enterDraw: { params: scope, body: z.object({ entry: text(2_000) }), response: PublicDraw },
  confirmDraw: { params: scope, body: z.object({ entry: text(2_000) }), response: PublicDraw },
  rulings: {
    params: round,
    response: z.object({
      rulings: z.array(Ruling),
      items: z.array(
        z.object({
          itemVersionId: Id,
          itemId: Id,
          code: z.string(),
          stem: z.string(),
          shownCount: z.int().nullable(),
          options: z.array(z.string()),
          /** Of a matching. */
          choices: z.array(z.string()),
          /** Of a number. */
          unit: z.string(),
          /** The author's. */
          key: ItemKey,
          /** What approved rulings made of it. */
          held: HeldRuling.nullable(),
        }),
      ),
    }),
  },
  proposeRuling: {
    params: round,
    body: z.object({ ruling: RulingIn, reason: text(2_000, 5) }),
    response: Ruling,
  },
  previewRuling: {
    params: ruling,
    response: z.object({
      moves: z.array(Move),
      moveCount: z.int(),
      rankMoveCount: z.int(),
      participantCount: z.int(),
      /** The prizes that would go to others, of the round and of whatever hangs together with it by one prize each. */
      prizes: z.array(
        z.object({
          /** null: the running total. */
          roundId: Id.nullable(),
          roundName: LocalizedText.nullable(),
          tier: PrizeTier,
          table: z.string().nullable(),
          reward: LocalizedText,
          people: z.array(z.object({ fullName: z.string(), before: z.enum(PRIZE_HOLDS), after: z.enum(PRIZE_HOLDS) })),
          openBefore: z.int(),
          openAfter: z.int(),
        }),
      ),
      /** Whom the new order reaches and who gets no prize all the same, with the reason. */
      skipped: z.array(z.object({ fullName: z.string(), rank: z.int(), reasons: z.array(SkipNote) })),
      /** The list of winners has signatures, which would not hold for a changed list. */
      isSigned: z.boolean(),
    }),
  },
  decideRuling: {
    params: ruling,
    body: z.object({ decision: z.enum(['approve', 'reject', 'withdraw']), reason: text(2_000, 0).default('') }),
    response: z.object({ ruling: Ruling, version: ResultVersion.nullable() }),
  },
  complaints: {
    params: round,
    response: z.object({
      deadline: Instant.nullable(),
      groups: z.array(
        z.object({
          itemVersionId: Id.nullable(),
          itemId: Id.nullable(),
          code: z.string().nullable(),
          stem: z.string().nullable(),
          openCount: z.int(),
          /** `personName` only of complaints about a whole result: an item is judged without looking at the person. */
          complaints: z.array(Complaint.extend({ personName: z.string().nullable() })),
        }),
      ),
    }),
  },
  actOnComplaints: {
    params: round,
    body: z.object({
      ids: z.array(Id).min(1).max(1_000),
      act: z.enum(['take', 'uphold', 'reject']),
      outcome: text(2_000, 0).default(''),
      rulingId: Id.nullable().default(null),
    }),
    response: z.object({ count: z.int() }),
  },

  draw: { params: round, response: ShownDraw },
  drawList: { params: round },
  totalDraw: { params: contest, response: ShownDraw },
  totalDrawList: { params: contest },
  unitsDraw: { params: contest, response: ShownDraw },
  unitsDrawList: { params: contest },

  myComplaints: {
    response: z.object({
      complaints: z.array(Complaint.extend({ roundName: LocalizedText, contestTitle: LocalizedText })),
    }),
  },
  attemptComplaints: {
    params: z.object({ attemptId: Id }),
    /** `deadline` null: results are not published yet. */
    response: z.object({
      deadline: Instant.nullable(),
      canFile: z.boolean(),
      complaints: z.array(Complaint),
      /** The own paper, place by place, to choose what the complaint is about; empty while none is taken. */
      places: z.array(z.object({ position: z.int(), stem: LocalizedText })),
    }),
  },
  fileComplaint: {
    params: z.object({ attemptId: Id }),
    body: z.object({ position: z.int().min(0).max(200), text: text(2_000, 10) }),
    response: Complaint,
  },
  withdrawComplaint: { params: z.object({ complaintId: Id }), response: Complaint },
}
