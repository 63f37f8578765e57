import { z } from 'zod'
import {
  COMPLAINT_STATES,
  DRAW_STATES,
  GRADINGS,
  RESULT_CAUSES,
  RESULT_STATES,
  RULING_KINDS,
  RULING_STATES,
  UNRANKED_REASONS,
} from '../vocab/index.js'
import { RankingCriterion } from './rule-shapes.js'
import { Day, Id, Instant, LocalizedText, page, paged, text } from './shapes.js'

/** Versions of results, draws among equals, rulings, complaints. */

const round = z.object({ roundId: Id })
const contest = z.object({ contestId: Id })
const scope = z.object({ scopeId: Id })
const ruling = z.object({ rulingId: Id })
const Hex = z.string().regex(/^[0-9a-f]*$/)

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
    /** The list can be downloaded: results are published. */
    hasList: z.boolean(),
  })
  .meta({ id: 'PublicDraw' })

const Overview = z.object({
  isClosed: z.boolean(),
  /** From when on results can be worked out; null for a total. */
  readyAt: Instant.nullable(),
  runningCount: z.int(),
  publishedAt: Instant.nullable(),
  complaintDeadline: Instant.nullable(),
  openComplaintCount: z.int(),
  openRulingCount: z.int(),
  /** Of a total: a round has newer results than it adds up. */
  isOutdated: z.boolean(),
  versions: z.array(ResultVersion),
  draw: PublicDraw.extend({
    /** People share a rank that the ranking leaves to the draw. */
    isNeeded: z.boolean(),
    enteredBy: z.string().nullable(),
    isOwnEntry: z.boolean(),
  }),
})

const ResultRow = z
  .object({
    accountId: Id,
    fullName: z.string(),
    login: z.string(),
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
  z.object({ kind: z.literal('key'), itemVersionId: Id, key: ItemKey }),
  z.object({ kind: z.enum(['strike', 'all-right']), itemVersionId: Id }),
  z.object({ kind: z.enum(['exclude', 'reinstate']), accountId: Id }),
])

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
          key: ItemKey,
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
      /** By table: how the border of the prizes moves. */
      borders: z.array(
        z.object({
          table: z.string().nullable(),
          prizeCount: z.int(),
          rising: z.array(z.string()),
          falling: z.array(z.string()),
        }),
      ),
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

  draw: { params: round, response: PublicDraw.extend({ name: LocalizedText, tiedCount: z.int().nullable() }) },
  drawList: { params: round },
  totalDraw: { params: contest, response: PublicDraw.extend({ name: LocalizedText, tiedCount: z.int().nullable() }) },
  totalDrawList: { params: contest },

  myComplaints: {
    response: z.object({
      complaints: z.array(Complaint.extend({ roundName: LocalizedText, contestTitle: LocalizedText })),
    }),
  },
  attemptComplaints: {
    params: z.object({ attemptId: Id }),
    /** `deadline` null: results are not published yet. */
    response: z.object({ deadline: Instant.nullable(), canFile: z.boolean(), complaints: z.array(Complaint) }),
  },
  fileComplaint: {
    params: z.object({ attemptId: Id }),
    body: z.object({ position: z.int().min(0).max(200), text: text(2_000, 10) }),
    response: Complaint,
  },
  withdrawComplaint: { params: z.object({ complaintId: Id }), response: Complaint },
}
