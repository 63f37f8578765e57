import { z } from 'zod'
import {
  CASE_STATES,
  COMPLAINT_STATES,
  ENTRANT_KINDS,
  IDENTITY_PROOFS,
  NOTICE_KINDS,
  UNRANKED_REASONS,
  WINNER_NAME_CHOICES,
  WINNER_STATES,
} from '../vocab/index.js'
import { Decided } from './schemas-cases.js'
import { ProcessEvent } from './schemas-process.js'
import { Id, Instant, LocalizedText, PrizeTier } from './shapes.js'

const name = LocalizedText.nullable()

/** ID-8: an attempt without what was chosen, which with the key of a later day would be a leak today. */
export const MyAttemptData = z.object({
  attemptId: Id,
  roundName: LocalizedText,
  attemptNo: z.int(),
  startedAt: Instant,
  submittedAt: Instant.nullable(),
  /** The own answer to the prediction question. */
  prediction: z.int().nullable(),
  /** The network from which it was started, shortened; never the address. */
  network: z.string().nullable(),
  /** The contest's table in which it was taken. */
  table: z.string().nullable(),
  extraPercent: z.int(),
  creditMs: z.int(),
  responses: z.array(z.object({ seq: z.int(), position: z.int(), receivedAt: Instant })),
  /** What was said before the start about what is noted, and what was noted (PE). */
  notice: z.object({ version: z.string(), sha256: z.string() }).nullable(),
  events: z.array(ProcessEvent),
})

/** ID-8: what a contest keeps about a person beside attempts. */
export const myContestData = {
  notices: z.array(z.object({ kind: z.enum(NOTICE_KINDS), createdAt: Instant, readAt: Instant.nullable() })),
  /** Lists that the person is on: of a contest, or of a round; `fromRoundName`: the round in which the person qualified. */
  entrants: z.array(
    z.object({
      kind: z.enum(ENTRANT_KINDS),
      contestTitle: LocalizedText,
      roundName: name,
      fromRoundName: name,
      addedAt: Instant,
    }),
  ),
  extraTimes: z.array(
    z.object({ contestTitle: LocalizedText, percent: z.int(), reason: z.string(), grantedAt: Instant }),
  ),
  complaints: z.array(
    z.object({
      roundName: LocalizedText,
      attemptId: Id,
      /** The place in the paper; 0: the whole result. */
      position: z.int(),
      text: z.string(),
      state: z.enum(COMPLAINT_STATES),
      outcome: z.string().nullable(),
      filedAt: Instant,
      decidedAt: Instant.nullable(),
    }),
  ),
  /** The person's row in every version of results that is public. */
  results: z.array(
    z.object({
      contestTitle: LocalizedText,
      /** null: the running total. */
      roundName: name,
      version: z.int(),
      publishedAt: Instant,
      table: z.string().nullable(),
      rank: z.int().nullable(),
      unrankedReason: z.enum(UNRANKED_REASONS).nullable(),
      points: z.number(),
      maxPoints: z.number(),
      rightCount: z.int(),
      timeUsedS: z.int(),
      prediction: z.int().nullable(),
      predictionError: z.int().nullable(),
      /** The person's name in the list of a draw, and the place that the draw gave. */
      drawCode: z.string(),
      drawOrder: z.int().nullable(),
    }),
  ),
  /** Cases that the person was told of. */
  cases: z.array(
    z.object({
      number: z.int(),
      state: z.enum(CASE_STATES),
      roundName: LocalizedText,
      contestTitle: LocalizedText,
      openedAt: Instant,
      toldAt: Instant.nullable(),
      allegation: z.string().nullable(),
      guardianName: z.string().nullable(),
      hearingUntil: Instant.nullable(),
      said: z.string().nullable(),
      saidAt: Instant.nullable(),
      decision: Decided.nullable(),
      appeal: z.string().nullable(),
      appealedAt: Instant.nullable(),
      decisionOnAppeal: Decided.nullable(),
      deleteOn: z.string().nullable(),
    }),
  ),
  prizes: z.array(
    z.object({
      contestTitle: LocalizedText,
      /** null: the running total. */
      roundName: name,
      tier: PrizeTier,
      reward: LocalizedText,
      table: z.string().nullable(),
      rank: z.int(),
      state: z.enum(WINNER_STATES),
      /** Why the place was lost. */
      reason: z.string().nullable(),
      proposedAt: Instant,
      nameChoice: z.enum(WINNER_NAME_CHOICES).nullable(),
      publishedName: z.string().nullable(),
      identity: z
        .object({ at: Instant, seen: z.array(z.enum(IDENTITY_PROOFS)), lastDigits: z.string().nullable() })
        .nullable(),
      handOver: z.object({ at: z.string(), receiver: z.string(), isProxy: z.boolean(), note: z.string() }).nullable(),
      certificateCode: z.string().nullable(),
      certificateWithdrawnAt: Instant.nullable(),
      certificateWithdrawnReason: z.string().nullable(),
    }),
  ),
}
