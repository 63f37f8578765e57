import { z } from 'zod'
import {
  COLLECTIVE_BASES,
  COLLECTIVE_MEASURES,
  IDENTITY_PROOFS,
  NORMALISATIONS,
  SKIP_REASONS,
  WINNER_LIST_KINDS,
  WINNER_LIST_STATES,
  WINNER_NAME_CHOICES,
  WINNER_OBSTACLES,
  WINNER_OUTCOMES,
  WINNER_REQUEST_ACTS,
  WINNER_STATES,
} from '../vocab/index.js'
import { Day, Id, Instant, LocalizedText, Ok, PrizeTier, UnitKind, localizedText, page, paged, text } from './shapes.js'

const RoundParams = z.object({ roundId: Id })
const ContestParams = z.object({ contestId: Id })
const WinnerParams = z.object({ winnerId: Id })
const ListParams = ContestParams.extend({ list: z.union([Id, z.enum(['total', 'collective'])]) })
const TableFormat = z.enum(['xlsx', 'csv', 'pdf'])
const DocumentFormat = z.enum(['pdf', 'docx'])
const inLocale = z.object({ locale: z.enum(['vi', 'en']).default('vi') })
const Reason = text(500, 3)

/** WN-11: with a reason, names stand in full; the reason stays in the log. Without one they are masked. */
const namesInFull = inLocale.extend({ reason: Reason.optional() })

const Standing = z
  .object({
    rank: z.int(),
    isTied: z.boolean(),
    accountId: Id,
    /** Masked. */
    name: z.string(),
    unitName: z.string(),
    parentUnitName: z.string().nullable(),
    points: z.number(),
    timeUsedS: z.int(),
    submittedAt: Instant,
    attemptId: Id,
    attemptCount: z.int(),
  })
  .meta({ id: 'Standing' })

/** Somebody on a list, named as on public boards; the full name only by `winnerIdentity`. */
const ListedPerson = z.object({
  accountId: Id,
  name: z.string(),
  unitName: z.string(),
  rank: z.int(),
  orderNo: z.int(),
  points: z.number(),
})

const Winner = z
  .object({
    id: Id,
    state: z.enum(WINNER_STATES),
    /** A person or a unit. */
    accountId: Id.nullable(),
    unitId: Id.nullable(),
    name: z.string(),
    unitName: z.string(),
    rank: z.int(),
    orderNo: z.int(),
    points: z.number().nullable(),
    /** Whose place this one took. */
    replacesName: z.string().nullable(),
    reason: z.string().nullable(),
    /** What one person asked for; it happens with the second signature of the list, or for a certificate when another person does it. */
    request: z
      .object({
        act: z.enum(WINNER_REQUEST_ACTS),
        reason: z.string(),
        byName: z.string(),
        isMine: z.boolean(),
        at: Instant,
      })
      .nullable(),
    identity: z
      .object({
        at: Instant,
        byName: z.string(),
        seen: z.array(z.enum(IDENTITY_PROOFS)),
        lastDigits: z.string().nullable(),
      })
      .nullable(),
    nameChoice: z.enum(WINNER_NAME_CHOICES).nullable(),
    publishedName: z.string().nullable(),
    handOver: z
      .object({
        at: Instant,
        byName: z.string(),
        receiver: z.string(),
        isProxy: z.boolean(),
        hasWrittenConsent: z.boolean(),
        note: z.string(),
      })
      .nullable(),
    certificateCode: z.string().nullable(),
    certificateWithdrawnReason: z.string().nullable(),
  })
  .meta({ id: 'Winner' })

const WinnerLine = z.object({
  key: z.string(),
  tier: PrizeTier,
  reward: LocalizedText,
  table: z.string().nullable(),
  count: z.int(),
  winners: z.array(Winner),
  /** People or units among whom only a draw can tell who gets these seats; of very many only the first are named. */
  waiting: z.array(z.object({ seats: z.int(), count: z.int(), names: z.array(z.string()) })),
  openSeats: z.int(),
  /** Where seats stay open: how many have a place there (or units can be compared by the measure), and how many of them are passed over. */
  openBecause: z.object({ placed: z.int(), passed: z.int() }).nullable(),
  /** Who would move up. */
  next: z.array(ListedPerson),
})

/** What certificates say beside the winner; the place also stands on minutes and the report. */
const CertificateForm = z
  .object({
    place: text(60),
    /** Number and date of the decision to award. */
    decision: text(200, 0),
    signerRole: text(120),
    signerName: text(80, 0),
  })
  .meta({ id: 'CertificateForm' })

const WinnerList = z
  .object({
    kind: z.enum(WINNER_LIST_KINDS),
    title: LocalizedText,
    roundId: Id.nullable(),
    /** null: nobody has proposed yet; `lines` show what would be proposed. */
    state: z.enum(WINNER_LIST_STATES).nullable(),
    /** Grows with every act; acts on the list name the one that they saw. */
    revision: z.int(),
    /** The result version that the list was made from, and the newest one. */
    version: z.object({ number: z.int(), isFinal: z.boolean(), at: Instant }).nullable(),
    newest: z.object({ number: z.int(), isFinal: z.boolean(), at: Instant }).nullable(),
    signatures: z.array(z.object({ byName: z.string(), isMe: z.boolean(), at: Instant })),
    publishedAt: Instant.nullable(),
    lines: z.array(WinnerLine),
    skipped: z.array(
      z.object({
        accountId: Id,
        name: z.string(),
        unitName: z.string(),
        table: z.string().nullable(),
        /** null: without a place in the ranking. */
        rank: z.int().nullable(),
        reasons: z.array(z.object({ reason: z.enum(SKIP_REASONS), note: z.string().nullable() })),
      }),
    ),
    /** Winners of the signed list who lose their prize once two people have signed this one; until then it stays theirs, in public too. */
    leaving: z.array(Winner.and(z.object({ tier: PrizeTier, table: z.string().nullable() }))),
    /** Winners who lost their place, and why. */
    ended: z.array(Winner),
    /** What the newest results and what has happened since would change; nothing of it happens by itself. */
    changes: z.array(z.object({ name: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    /** How many keep their prize with another rank or other points. */
    movedCount: z.int(),
    /** What keeps the list from being signed or published. */
    obstacles: z.array(z.enum(WINNER_OBSTACLES)),
    /** null: none was ever saved in this contest. Not its own: proposed from another list of the contest. */
    form: CertificateForm.extend({ isOwn: z.boolean() }).nullable(),
  })
  .meta({ id: 'WinnerList' })

const Measures = z.object({
  participants: z.number().nullable(),
  rate: z.number().nullable(),
  quality: z.number().nullable(),
})

const CollectivePlan = z
  .object({
    unitKinds: z.array(UnitKind).min(1).max(5),
    minParticipants: z.int().min(0).max(100_000),
    shrinkage: z.number().min(0).max(1_000),
    weights: z.object({
      participants: z.number().min(0).max(100),
      rate: z.number().min(0).max(100),
      quality: z.number().min(0).max(100),
    }),
    normalisation: z.enum(NORMALISATIONS),
    sizeClasses: z.array(z.object({ name: text(40), upTo: z.int().min(1).max(10_000_000).nullable() })).max(6),
    tieBreak: z.array(z.enum(COLLECTIVE_MEASURES)).max(3),
    onePrizeEach: z.boolean(),
    prizes: z
      .array(
        z.object({
          tier: PrizeTier,
          reward: localizedText(200).default({ vi: '', en: '' }).or(LocalizedText),
          by: z.enum(COLLECTIVE_BASES),
          place: z.int().min(1).max(1000),
          sizeClass: z.string().max(40).nullable(),
        }),
      )
      .max(60),
  })
  .meta({ id: 'CollectivePlan' })

const UnitFigures = z.object({
  unitId: Id,
  unitName: z.string(),
  participants: z.int(),
  roster: z.int().nullable(),
  isRosterLate: z.boolean(),
  firstAttempts: z.int(),
  shareSum: z.number(),
  sizeClass: z.string().nullable(),
  measures: Measures,
  normalised: Measures,
  formula: z.number(),
  gaps: z.array(z.enum(['too-few', 'no-roster', 'above-roster'])),
})
const CollectiveAward = z.object({ prize: z.int(), unitIds: z.array(Id), drawnAmong: z.array(Id) })

const CollectivePrizes = z.object({
  plan: CollectivePlan,
  isSaved: z.boolean(),
  /** Every round has published results, and none has newer ones. */
  isFinal: z.boolean(),
  /** The newest results of each round that has any: what the figures are counted from. */
  sources: z.array(z.object({ roundId: Id, number: z.int() })),
  /** The list of units is signed: neither plan nor rosters change any more. */
  isSigned: z.boolean(),
  /** Somebody has started in the contest: the plan changes only by an amendment. */
  isStarted: z.boolean(),
  /** Until when a roster is confirmed in time: the opening of the first round. */
  rosterUntil: Instant.nullable(),
  meanShare: z.number(),
  units: z.array(
    UnitFigures.extend({
      rosterConfirmedBy: z.string().nullable(),
      rosterConfirmedAt: Instant.nullable(),
      /** Every one that was confirmed, the newest first. */
      rosterRecords: z.array(
        z.object({
          size: z.int(),
          confirmedBy: z.string(),
          confirmedAt: Instant,
          isLate: z.boolean(),
          reason: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Several units wait for a draw; `drawnAmong` are the equal units that one told apart, in drawn order. */
  awards: z.array(CollectiveAward),
})

const ListAct = z.object({ revision: z.int() })

export const winnersSchemas = {
  standings: {
    params: RoundParams,
    query: z.object({ ...page, q: z.string().max(100).optional() }),
    response: paged(Standing),
  },
  exportStandings: { params: RoundParams.extend({ format: TableFormat }), query: namesInFull },
  exportParticipation: { params: ContestParams.extend({ format: TableFormat }), query: inLocale },

  winnerList: { params: ListParams, response: WinnerList },
  /** Takes the newest results over; a reason is needed once somebody has signed. */
  proposeWinners: {
    params: ListParams,
    body: ListAct.extend({ reason: Reason.optional() }),
    response: WinnerList,
  },
  signWinners: { params: ListParams, body: ListAct, response: WinnerList },
  publishWinners: { params: ListParams, body: ListAct, response: WinnerList },
  exportWinnerList: { params: ListParams.extend({ format: TableFormat }), query: namesInFull },
  winnersMinutes: { params: ListParams.extend({ format: DocumentFormat }), query: inLocale },
  winnerCertificates: { params: ListParams, query: inLocale },
  saveCertificateForm: { params: ListParams, body: CertificateForm, response: WinnerList },
  winnerIdentity: {
    params: WinnerParams,
    body: z.object({ reason: Reason }),
    response: z.object({
      fullName: z.string(),
      birthDate: Day.nullable(),
      login: z.string(),
      unitName: z.string().nullable(),
      guardianName: z.string().nullable(),
    }),
  },
  checkIdentity: {
    params: WinnerParams,
    body: z.object({
      seen: z.array(z.enum(IDENTITY_PROOFS)).min(1).max(IDENTITY_PROOFS.length),
      /** No more of any number is ever kept. */
      lastDigits: z
        .string()
        .regex(/^\d{3}$/)
        .nullable()
        .default(null),
    }),
    response: Ok,
  },
  endWinner: {
    params: WinnerParams,
    body: z.object({ outcome: z.enum(WINNER_OUTCOMES), reason: Reason }),
    response: Ok,
  },
  handOverPrize: {
    params: WinnerParams,
    body: z
      .object({
        at: Instant,
        receiver: text(120, 2),
        isProxy: z.boolean(),
        hasWrittenConsent: z.boolean(),
        note: text(500, 0).default(''),
      })
      .refine(({ isProxy, hasWrittenConsent }) => !isProxy || hasWrittenConsent, { path: ['hasWrittenConsent'] }),
    response: Ok,
  },
  /** The first person asks for it, the second does it. */
  withdrawCertificate: { params: WinnerParams, body: z.object({ reason: Reason }), response: Ok },
  keepWinner: { params: WinnerParams, body: z.object({ reason: Reason }), response: Ok },
  maskWinner: { params: WinnerParams, body: z.object({ reason: Reason }), response: Ok },

  collectivePrizes: { params: ContestParams, response: CollectivePrizes },
  saveCollectivePlan: { params: ContestParams, body: CollectivePlan, response: CollectivePrizes },
  amendCollectivePlan: {
    params: ContestParams,
    body: z.object({ plan: CollectivePlan, reason: text(500, 10) }),
    response: Ok,
  },
  confirmRoster: {
    params: ContestParams.extend({ unitId: Id }),
    body: z.object({
      size: z.int().min(1).max(10_000_000),
      /** Who confirmed it for the unit. */
      confirmedBy: text(120, 2),
      /** Needed once the first round has opened. */
      reason: Reason.optional(),
    }),
    response: Ok,
  },
  contestReport: {
    params: ContestParams.extend({ format: z.enum(['pdf', 'docx', 'xlsx']) }),
    query: inLocale,
  },

  publicWinners: {
    params: RoundParams,
    response: z.object({
      contestTitle: LocalizedText,
      roundName: LocalizedText,
      /** Published lists only: the round's, the running total's and that of the units. */
      lists: z.array(
        z.object({
          kind: z.enum(WINNER_LIST_KINDS),
          publishedAt: Instant,
          prizes: z.array(
            z.object({
              tier: PrizeTier,
              reward: LocalizedText,
              table: z.string().nullable(),
              winners: z.array(z.object({ name: z.string(), unitName: z.string() })),
            }),
          ),
          /** Of units: the plan and every number as they were when the list was published; null for people. */
          figures: z
            .object({
              plan: CollectivePlan,
              meanShare: z.number(),
              units: z.array(UnitFigures),
              awards: z.array(CollectiveAward),
              /** The results that they were counted from. */
              sources: z.array(z.object({ roundId: Id, roundName: LocalizedText, number: z.int() })),
            })
            .nullable(),
        }),
      ),
    }),
  },
  certificate: {
    params: z.object({ code: z.string().min(1).max(40) }),
    response: z.object({
      code: z.string(),
      isValid: z.boolean(),
      name: z.string(),
      tier: PrizeTier,
      table: z.string().nullable(),
      contestTitle: LocalizedText,
      roundName: LocalizedText.nullable(),
      organizerName: LocalizedText,
      publishedAt: Instant,
      withdrawnAt: Instant.nullable(),
    }),
  },
  myPrizes: {
    response: z.object({
      prizes: z.array(
        z.object({
          id: Id,
          tier: PrizeTier,
          reward: LocalizedText,
          table: z.string().nullable(),
          contestTitle: LocalizedText,
          roundId: Id.nullable(),
          roundName: LocalizedText.nullable(),
          state: z.enum(WINNER_STATES),
          nameChoice: z.enum(WINNER_NAME_CHOICES).nullable(),
          /** As the lists would name the person. */
          fullName: z.string(),
          maskedName: z.string(),
          /** Too young to be named in full without a guardian's recorded consent. */
          needsGuardian: z.boolean(),
          publishedName: z.string().nullable(),
          certificateCode: z.string().nullable(),
        }),
      ),
    }),
  },
  choosePrizeName: {
    params: WinnerParams,
    body: z.object({ choice: z.enum(WINNER_NAME_CHOICES) }),
    response: Ok,
  },
}
