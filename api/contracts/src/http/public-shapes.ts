import { z } from 'zod'
import { ContestRules, RoundRules } from './rule-shapes.js'
import { Id, Instant, LocalizedText, NameDisplay, Prize, ResultPolicy, RoundState } from './shapes.js'

/** Contests and rounds as anybody may see them. */

export const PublicContest = z
  .object({
    id: Id,
    slug: z.string(),
    title: LocalizedText,
    summary: LocalizedText,
    about: LocalizedText,
    organizerName: LocalizedText,
    prizes: z.array(Prize),
    nameDisplay: NameDisplay,
    rules: ContestRules,
  })
  .meta({ id: 'PublicContest' })

export const PublicRound = z
  .object({
    id: Id,
    contestId: Id,
    ordinal: z.int(),
    name: LocalizedText,
    state: RoundState,
    opensAt: Instant,
    closesAt: Instant,
    itemCount: z.int(),
    /** Of a paper, without a bonus. */
    maxPoints: z.number(),
    timeLimitS: z.int(),
    attemptLimit: z.int(),
    resultPolicy: ResultPolicy,
    rules: RoundRules,
    /** Grows when the rules are amended; an attempt keeps the rules it was taken under. */
    rulesVersion: z.int(),
    /** While the organizers have stopped the clock for everybody; null otherwise. */
    pausedAt: Instant.nullable(),
  })
  .meta({ id: 'PublicRound' })
