import { z } from 'zod'
import * as vocab from '../vocab/index.js'
import { Day, Id, Instant, LocalizedText } from './shapes.js'

/** What goes in and out of the routes of `routes-detection.ts`. Chances and rates are 0 to 1. */

/** Small figures and ids by name; which ones, the kind of the signal says. No name, no birth date. */
const Facts = z.record(z.string(), z.unknown())
const Chance = z.number().nullable()

const Signal = z
  .object({
    id: Id,
    kind: z.string(),
    family: z.enum(vocab.SIGNAL_FAMILIES),
    attemptIds: z.array(Id),
    /** How often chance alone makes something as strong, once and among everything that was tested; null: no such figure exists. */
    p: Chance,
    adjustedP: Chance,
    /** The share of honest people whom a signal of this kind reaches, as measured at its threshold. */
    falseAlarmRate: Chance,
    facts: Facts,
    foundAt: Instant,
  })
  .meta({ id: 'Signal' })

const SignalRun = z
  .object({
    id: Id,
    state: z.enum(vocab.DETECTION_RUN_STATES),
    stage: z.enum(vocab.DETECTION_STAGES),
    progress: z.int(),
    startedAt: Instant,
    finishedAt: Instant.nullable(),
    /** Null: the platform began it by itself. */
    startedByName: z.string().nullable(),
    attemptCount: z.int().nullable(),
    pairCount: z.number().nullable(),
    signalCount: z.int().nullable(),
    evidenceHash: z.string().nullable(),
    codeVersion: z.string().nullable(),
    thresholds: Facts.nullable(),
  })
  .meta({ id: 'SignalRun' })

/** Attempts that signals link, directly or over others. */
const SignalGroup = z
  .object({
    attemptIds: z.array(Id),
    signalIds: z.array(Id),
    families: z.array(z.enum(vocab.SIGNAL_FAMILIES)),
    /** The most families that meet at a single attempt: from two on a case may be opened. */
    mostFamilies: z.int(),
    unitNames: z.array(z.string()),
  })
  .meta({ id: 'SignalGroup' })

/** How an item did for those who came first and those who came last. */
const ItemDriftRow = z
  .object({
    itemId: Id,
    itemVersionId: Id,
    code: z.string(),
    stem: LocalizedText,
    early: z.int(),
    late: z.int(),
    /** Share right above what these people's other answers lead to expect, late less early. */
    easier: z.number(),
    /** How much quicker, in logarithms of time; null without times. */
    faster: z.number().nullable(),
    p: z.number(),
    /** By quarters of the window: share right, the share that was expected, and the mean time in seconds. */
    quarters: z.array(
      z.object({ count: z.int(), right: z.number(), expected: z.number(), seconds: z.number().nullable() }),
    ),
    isSignal: z.boolean(),
  })
  .meta({ id: 'ItemDriftRow' })

export const detectionSchemas = {
  signals: {
    params: z.object({ roundId: Id }),
    response: z.object({
      roundName: LocalizedText,
      contestId: Id,
      contestTitle: LocalizedText,
      /** Why no search can be begun now; null: one can. */
      blocked: z.enum(['not-yet', 'running', 'past-day']).nullable(),
      /** The day on which signals without a case are deleted; null before the round has ended. */
      deletesOn: Day.nullable(),
      keepDays: z.int(),
      /** Whether the results are published, from when on the days count. */
      isPublished: z.boolean(),
      runs: z.array(SignalRun),
      deletions: z.array(z.object({ deletedAt: Instant, counts: z.record(z.string(), z.int()), keptCount: z.int() })),
      groups: z.array(SignalGroup),
      signals: z.array(Signal),
      items: z.array(ItemDriftRow),
    }),
  },
  /** How searches stand, without what they found: for whoever waits. */
  signalRuns: {
    params: z.object({ roundId: Id }),
    response: z.object({ runs: z.array(SignalRun) }),
  },
  startSignalRun: {
    params: z.object({ roundId: Id }),
    response: z.object({ runId: Id }),
  },
  signal: {
    params: z.object({ signalId: Id }),
    response: z.object({
      signal: Signal,
      roundId: Id,
      roundName: LocalizedText,
      people: z.array(
        z.object({
          attemptId: Id,
          attemptNo: z.int(),
          fullName: z.string(),
          unitName: z.string().nullable(),
          startedAt: Instant,
          submittedAt: Instant,
          points: z.number(),
          maxPoints: z.number(),
          /** Families of all signals of the newest search about this attempt. */
          families: z.array(z.enum(vocab.SIGNAL_FAMILIES)),
        }),
      ),
      /** Other signals about these attempts. */
      others: z.array(Signal),
    }),
  },
}
