import { z } from 'zod'
import { AMENDMENT_STATES, CLOCK_ACT_KINDS, CREDIT_EFFECTS, ENTRANT_KINDS } from '../vocab/index.js'
import { ContestRules, RoundRules } from './rule-shapes.js'
import { AdminRound, ContestIn, RoundIn } from './schemas-organizer.js'
import { Id, Instant, LocalizedText, Ok, ResultPolicy, page, paged, text } from './shapes.js'

/** Who may take part, amendments of rules, acts on the clock. */

const RoundParams = z.object({ roundId: Id })
const ContestParams = z.object({ contestId: Id })
const AmendmentParams = z.object({ amendmentId: Id })
const Reason = text(500, 10)

const FieldProblems = z.object({
  problems: z.array(z.object({ path: z.string(), code: z.string(), messages: LocalizedText })),
})

const Entrant = z
  .object({
    accountId: Id,
    /** A phone number shows its last three digits only. */
    login: z.string(),
    fullName: z.string(),
    unitName: z.string().nullable(),
    kind: z.enum(ENTRANT_KINDS),
    fromRoundName: LocalizedText.nullable(),
    addedAt: Instant,
    addedByName: z.string().nullable(),
  })
  .meta({ id: 'Entrant' })

/** One log-in name or phone number a line; what stands after a comma, semicolon or tab is left out. */
const EntrantsIn = z.object({
  text: z.string().max(2_000_000),
  /** true: only say who was found. */
  isPreview: z.boolean(),
})
const EntrantsFound = z.object({
  isPreview: z.boolean(),
  foundCount: z.int(),
  /** How many of them are on the list already. */
  knownCount: z.int(),
  addedCount: z.int(),
  /** Found, the names masked: to see that it is the right list, not to learn who has which number. */
  found: z.array(z.object({ line: z.int(), login: z.string(), maskedName: z.string(), isKnown: z.boolean() })),
  notFound: z.array(z.object({ line: z.int(), login: z.string() })),
  /** Found twice, staff, or on the list of a round that is open at the same time. */
  refused: z.array(z.object({ line: z.int(), login: z.string(), reason: z.enum(['twice', 'staff', 'other-round']) })),
})

const ExtraTime = z
  .object({
    accountId: Id,
    login: z.string(),
    fullName: z.string(),
    percent: z.int(),
    reason: z.string(),
    grantedAt: Instant,
    grantedByName: z.string(),
  })
  .meta({ id: 'ExtraTime' })

/** What the settings in `changes` point to, by id or code: units, rounds, tables. */
const Names = z.record(z.string(), LocalizedText)

/** One setting as it was and as it is to be; null: it was or will be absent. */
const Change = z.object({ path: z.string(), before: z.json(), after: z.json() })

const PublicAmendment = z
  .object({
    id: Id,
    /** null: the rules of the whole contest. */
    roundId: Id.nullable(),
    roundName: LocalizedText.nullable(),
    changes: z.array(Change),
    reason: z.string(),
    proposedAt: Instant,
    proposedByRole: z.enum(['organizer', 'administrator']),
    decidedAt: Instant,
    decidedByRole: z.enum(['organizer', 'administrator']),
    /** The version of the round's rules that it made; attempts keep the one that they were started under. */
    rulesVersion: z.int().nullable(),
  })
  .meta({ id: 'PublicAmendment' })

const Amendment = z
  .object({
    id: Id,
    contestId: Id,
    roundId: Id.nullable(),
    roundName: LocalizedText.nullable(),
    state: z.enum(AMENDMENT_STATES),
    changes: z.array(Change),
    reason: z.string(),
    proposedAt: Instant,
    proposedById: Id,
    proposedByName: z.string(),
    decidedAt: Instant.nullable(),
    decidedByName: z.string().nullable(),
    rulesVersion: z.int().nullable(),
  })
  .meta({ id: 'Amendment' })

/** What an amendment of a round may change; whatever is left out stays. */
const RoundAmendmentIn = z.object({
  rules: RoundRules.optional(),
  timeLimitS: RoundIn.shape.timeLimitS.optional(),
  attemptLimit: RoundIn.shape.attemptLimit.optional(),
  resultPolicy: ResultPolicy.optional(),
  closesAt: Instant.optional(),
})
const ContestAmendmentIn = z.object({ rules: ContestRules.optional(), prizes: ContestIn.shape.prizes.optional() })

const CreditScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('unit'), unitId: Id }),
  z.object({ kind: z.literal('network'), network: z.string().min(2).max(60) }),
])
const CreditIn = z.object({ from: Instant, to: Instant, scope: CreditScope })

const CreditOutcome = z.object({
  counts: z.object({ running: z.int(), submitted: z.int(), oneMore: z.int() }),
  /** The latest closing time that the credit needs; null: the present one will do. */
  closesAt: Instant.nullable(),
  /** The newest version of the round's results, which knows nothing of the credit; null: there is none, or the credit changes nothing in it. */
  outdatesVersion: z.int().nullable(),
  /** The first hundred, the largest credit first. */
  rows: z.array(
    z.object({
      attemptId: Id,
      maskedName: z.string(),
      unitName: z.string().nullable(),
      effect: z.enum(CREDIT_EFFECTS),
      creditS: z.int(),
    }),
  ),
})

const ClockAct = z
  .object({
    id: Id,
    kind: z.enum(CLOCK_ACT_KINDS),
    at: Instant,
    /** Pause and credit: what was taken out of the clock; an extension: from which closing time to which. `to` is null while paused. */
    from: Instant,
    to: Instant.nullable(),
    scope: z.enum(['all', 'unit', 'network']),
    unitName: z.string().nullable(),
    reason: z.string(),
  })
  .meta({ id: 'ClockAct' })

export const admissionSchemas = {
  checkContestRules: { body: ContestIn.extend({ contestId: Id.nullable().default(null) }), response: FieldProblems },
  checkRoundRules: {
    params: ContestParams,
    body: RoundIn.extend({ roundId: Id.nullable().default(null) }),
    response: FieldProblems,
  },

  contestEntrants: {
    params: ContestParams,
    query: z.object({ ...page, q: z.string().max(100).optional() }),
    response: paged(Entrant),
  },
  addContestEntrants: { params: ContestParams, body: EntrantsIn, response: EntrantsFound },
  removeContestEntrant: { params: ContestParams.extend({ accountId: Id }), response: Ok },
  roundEntrants: {
    params: RoundParams,
    query: z.object({ ...page, q: z.string().max(100).optional() }),
    response: paged(Entrant),
  },
  addRoundEntrants: { params: RoundParams, body: EntrantsIn, response: EntrantsFound },
  removeRoundEntrant: { params: RoundParams.extend({ accountId: Id }), response: Ok },
  extraTimes: { params: ContestParams, response: z.object({ extraTimes: z.array(ExtraTime) }) },
  grantExtraTime: {
    params: ContestParams,
    /** The reason says who decided and on what paper; no illness is asked for. */
    body: z.object({ login: text(100), percent: z.int().min(1).max(100), reason: text(300, 3) }),
    response: ExtraTime,
  },
  withdrawExtraTime: { params: ContestParams.extend({ accountId: Id }), response: Ok },

  publicAmendments: {
    params: z.object({ slug: z.string().max(60) }),
    response: z.object({ amendments: z.array(PublicAmendment), names: Names }),
  },
  amendments: { params: ContestParams, response: z.object({ amendments: z.array(Amendment), names: Names }) },
  proposeContestAmendment: {
    params: ContestParams,
    body: z.object({ change: ContestAmendmentIn, reason: Reason }),
    response: Amendment,
  },
  proposeRoundAmendment: {
    params: RoundParams,
    body: z.object({ change: RoundAmendmentIn, reason: Reason }),
    response: Amendment,
  },
  decideAmendment: { params: AmendmentParams, body: z.object({ isApproved: z.boolean() }), response: Amendment },
  withdrawAmendment: { params: AmendmentParams, response: Amendment },

  clockActs: { params: RoundParams, response: z.object({ acts: z.array(ClockAct) }) },
  pauseRound: { params: RoundParams, body: z.object({ reason: Reason }), response: AdminRound },
  resumeRound: { params: RoundParams, response: AdminRound },
  extendRound: { params: RoundParams, body: z.object({ closesAt: Instant, reason: Reason }), response: AdminRound },
  previewCredit: { params: RoundParams, body: CreditIn, response: CreditOutcome },
  grantCredit: {
    params: RoundParams.extend({ creditId: Id }),
    body: CreditIn.extend({ reason: Reason }),
    response: CreditOutcome,
  },
}
