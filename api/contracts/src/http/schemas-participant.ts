import { z } from 'zod'
import { ITEM_RULING_KINDS, UNRANKED_REASONS } from '../vocab/index.js'
import {
  Account,
  AttemptState,
  BoardRow,
  BoardSnapshot,
  Day,
  FinalResults,
  Id,
  Instant,
  ItemType,
  LocalizedText,
  Ok,
  Role,
  SubmitKind,
  Topic,
  Unit,
  text,
} from './shapes.js'
import { MyAttemptData, myContestData } from './my-data-shapes.js'
import { Spread } from './paper-shapes.js'
import { PublicContest, PublicRound } from './public-shapes.js'
import { RoundRules } from './rule-shapes.js'

/** What anyone and what participants send and get. Nothing here carries a key before the round has closed. */

/** A tab's own name for itself: only the holder of an attempt may write to it. */
export const Holder = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)

/** A mobile number of Viet Nam (kept as 0…), or a user name of 4 to 32 Latin letters, digits, dots, dashes. */
export const Login = z
  .string()
  .max(64)
  .transform((value) => {
    const compact = value.normalize('NFC').trim().toLowerCase()
    const digits = compact.replace(/[\s.()-]/g, '')
    if (/^(\+84|84|0)\d{9}$/.test(digits)) return digits.replace(/^(\+84|84)/, '0')
    return compact
  })
  .pipe(z.string().regex(/^(0\d{9}|[a-z][a-z0-9._-]{3,31})$/))

export const Password = z.string().min(8).max(128)

const RoundParams = z.object({ roundId: Id })
const AttemptParams = z.object({ attemptId: Id })

export const MyPart = z
  .object({
    /** In the current period of the round's rules (the day, the week, the round, the contest). */
    attemptsUsed: z.int(),
    /** In the current period; null: as many as one likes. */
    attemptsLeft: z.int().nullable(),
    /** Before this the next attempt cannot be started, because of a wait or because the period is used up; null: now, or never. */
    nextAttemptAt: Instant.nullable(),
    /** Why this person cannot take part in this round, in a sentence; null: nothing known stands against it. */
    barred: LocalizedText.nullable(),
    /** Extra time of the person in this round, in percent. */
    extraPercent: z.int(),
    /** How many this person has started in this round. */
    startedCount: z.int(),
    /** The attempt that is still running, if any. */
    runningAttemptId: Id.nullable(),
    lastSubmittedAttemptId: Id.nullable(),
  })
  .meta({ id: 'MyPart' })

const TokenText = z.object({ token: z.string(), text: LocalizedText })

export const PaperItem = z
  .object({
    position: z.int(),
    topic: Topic,
    type: ItemType,
    /** Limited rich text in both languages; English may be empty. Formulas are MathML. */
    stem: LocalizedText,
    /**
     * Options, statements, entries or prompts in this attempt's own order; tokens are opaque and belong to this attempt alone.
     * Empty for typed answers; for true-false the tokens stand for true and false, in this order, and have no text.
     */
    options: z.array(TokenText),
    /** What the prompts of a matching item are matched with, in this attempt's own order. */
    choices: z.array(TokenText),
    /** Of a number; '' otherwise. */
    unit: z.string(),
  })
  .meta({ id: 'PaperItem' })

export const AttemptStatus = z
  .object({
    attemptId: Id,
    roundId: Id,
    state: AttemptState,
    isHeldHere: z.boolean(),
    startedAt: Instant,
    deadlineAt: Instant,
    /** Since when the organizers have stopped the clock for everybody; null: it runs. */
    pausedAt: Instant.nullable(),
    /** What organizers took out of this attempt's clock, in ms; `deadlineAt` has it already. */
    creditMs: z.int(),
    /**
     * Of a paper with one-way movement: the one place that takes answers, and until when (without grace). One more than `itemCount` of the
     * paper: all places are over. null: the whole paper is open.
     */
    open: z.object({ position: z.int(), until: Instant }).nullable(),
    /** The highest sequence number stored; the client goes on from here. */
    lastSeq: z.int(),
    serverTime: Instant,
  })
  .meta({ id: 'AttemptStatus' })

export const Paper = z
  .object({
    attempt: AttemptStatus,
    roundName: LocalizedText,
    attemptNo: z.int(),
    itemCount: z.int(),
    /** The rules that this attempt is taken under, as far as the paper has to say them. */
    rules: RoundRules.pick({
      movement: true,
      itemClockS: true,
      allRequired: true,
      scoring: true,
      prediction: true,
      protection: true,
    }),
    /** The person's own item clock, extra time included, in seconds; null: none. */
    itemClockS: z.number().nullable(),
    extraPercent: z.int(),
    /** The prediction that this person has given in the round and that holds; null: it is asked (where the rules have one). */
    heldPrediction: z.int().nullable(),
    /** With one-way movement only the open one: no other text leaves the server. */
    items: z.array(PaperItem),
    /** Place 0 is the prediction. */
    responses: z.array(z.object({ position: z.int(), answer: z.string().nullable(), savedAt: Instant })),
  })
  .meta({ id: 'Paper' })

export const ResponseIn = z.object({
  /** Grows with every change in this attempt; the same number may be sent again and counts once. */
  seq: z.int().min(1).max(1_000_000),
  /** 0: the prediction, as digits. */
  position: z.int().min(0).max(500),
  /** One line (`AnswerLine` of the word lists): the option's token, several of them, or what was typed; null: blank again. */
  answer: z.string().max(600).nullable(),
  /** The client's clock in ms since 1970; evidence only, it decides nothing. */
  clientAtMs: z.int().min(0).max(9_999_999_999_999).optional(),
})

export const Receipt = z
  .object({
    attemptId: Id,
    submittedAt: Instant,
    submitKind: SubmitKind,
    receiptCode: z.string(),
    answeredCount: z.int(),
    itemCount: z.int(),
  })
  .meta({ id: 'Receipt' })

export const ReviewItem = z
  .object({
    position: z.int(),
    topic: Topic,
    type: ItemType,
    stem: LocalizedText,
    /** Of the choice types: in the order of the paper. */
    options: z.array(z.object({ text: LocalizedText, isKey: z.boolean(), isChosen: z.boolean() })),
    /**
     * Of the other types: a statement, a place of the order, a prompt, or the one typed answer, with what was given and what is right.
     * `given` and `right` of statements are 'true' or 'false'; `given` is null where nothing was given.
     */
    parts: z.array(
      z.object({ text: LocalizedText, given: LocalizedText.nullable(), right: LocalizedText, isRight: z.boolean() }),
    ),
    unit: z.string(),
    isAnswered: z.boolean(),
    /** The share of the item's points gained, 0 to 1; right means 1. */
    share: z.number(),
    isRight: z.boolean(),
    explanation: LocalizedText,
    sources: z.array(z.object({ title: z.string(), locator: z.string(), url: z.string() })),
    /** What the organizers decided about the item after the round (RL-1); what is right above follows it. */
    ruling: z.enum(ITEM_RULING_KINDS).nullable(),
  })
  .meta({ id: 'ReviewItem' })

export const AttemptResult = z
  .object({
    receipt: Receipt,
    round: PublicRound,
    attemptNo: z.int(),
    timeUsedS: z.int(),
    /** null while the round's policy still hides it; `resultVisibleAt` says until when. */
    score: z
      .object({
        points: z.number(),
        /** The most that answers can bring; the bonus for speed comes on top. */
        maxPoints: z.number(),
        rightCount: z.int(),
        /** What speed added, and what wrong and blank answers cost, in points; both are in `points` already. */
        bonus: z.number(),
        penalty: z.number(),
        /** Points as they were when the attempt ended, where rulings have changed them since; `bonus` and `penalty` are 0 then. */
        pointsAtEnd: z.number().nullable(),
      })
      .nullable(),
    /** The prediction that holds for this attempt; null: none was asked or none was given. */
    prediction: z.int().nullable(),
    /** false: it ended at the deadline without everything answered, which the rules ask for. */
    isRanked: z.boolean(),
    extraPercent: z.int(),
    creditMs: z.int(),
    /** null: once the organizers publish the results, and nobody knows when. */
    resultVisibleAt: Instant.nullable(),
    /** Place of this person in the round (by the counted attempt); null while the score is hidden. */
    standing: BoardRow.nullable(),
    /** The published version that score and place are from; null: what is told is provisional. */
    final: FinalResults.pick({ number: true, publishedAt: true }).nullable(),
    /** Why this person has no place in the final results. */
    unrankedReason: z.enum(UNRANKED_REASONS).nullable(),
    /** This attempt is the one that counts for the board; null: not told while scores are hidden (RD-7). */
    isCounted: z.boolean().nullable(),
    /** Shares right by topic, shown with the score. */
    topics: z.array(z.object({ topic: Topic, rightCount: z.int(), itemCount: z.int() })).nullable(),
    /** Keys, explanations and sources: only after the round has closed. */
    review: z.array(ReviewItem).nullable(),
    /** Items of the paper that another round still needs: they join review and topics once that is over (RD-3). */
    held: z.object({ itemCount: z.int(), until: Instant }).nullable(),
    serverTime: Instant,
  })
  .meta({ id: 'AttemptResult' })

export const Device = z
  .object({
    id: Id,
    label: z.string(),
    isThisDevice: z.boolean(),
    startedAt: Instant,
    lastSeenAt: Instant,
  })
  .meta({ id: 'Device' })

const Signed = z.object({ account: Account })

export const participantSchemas = {
  serverTime: { response: z.object({ serverTime: Instant }) },
  home: {
    response: z.object({
      serverTime: Instant,
      contest: PublicContest.nullable(),
      rounds: z.array(PublicRound),
      /** The round whose board is shown: the open one, else the last closed one. */
      featuredRoundId: Id.nullable(),
      board: BoardSnapshot.nullable(),
    }),
  },
  round: {
    params: RoundParams,
    response: z.object({
      serverTime: Instant,
      round: PublicRound,
      contest: PublicContest,
      mine: MyPart.nullable(),
      /** How far the expected points of the papers lie apart; once the round has closed. */
      papers: Spread.nullable(),
    }),
  },
  units: { query: z.object({ asOf: Day.optional() }), response: z.object({ asOf: Day, units: z.array(Unit) }) },
  consent: {
    response: z.object({
      version: z.string(),
      /** Plain paragraphs in both languages; what is recorded is the version and the hash of this text. */
      paragraphs: z.array(LocalizedText),
      guardianParagraph: LocalizedText,
    }),
  },
  board: { params: RoundParams, response: BoardSnapshot },
  boardByUnit: {
    params: RoundParams,
    response: z.object({
      version: z.int(),
      rows: z.array(
        z.object({
          unitId: Id,
          unitName: z.string(),
          participantCount: z.int(),
          averagePoints: z.number(),
          bestPoints: z.number(),
        }),
      ),
    }),
  },

  me: { response: z.object({ serverTime: Instant, account: Account.nullable() }) },
  proofChallenge: {
    body: z.object({ act: z.enum(['sign-up', 'start', 'seat']) }),
    /** For the solver of altcha-lib as it is; what is solved goes back in the header x-thi-so-proof. */
    response: z.object({ parameters: z.record(z.string(), z.unknown()), signature: z.string() }),
  },
  signUp: {
    body: z.object({
      login: Login,
      password: Password,
      fullName: text(80, 2),
      birthDate: Day,
      unitId: Id,
      consentVersion: z.string().max(32),
      isConsentGiven: z.literal(true),
      guardian: z.object({ fullName: text(80, 2), isConsentGiven: z.literal(true) }).optional(),
    }),
    response: Signed,
  },
  signIn: { body: z.object({ login: Login, password: z.string().min(1).max(128) }), response: Signed },
  signOut: { response: Ok },
  changePassword: {
    body: z.object({ currentPassword: z.string().min(1).max(128), newPassword: Password }),
    response: Ok,
  },
  devices: { response: z.object({ devices: z.array(Device) }) },
  endDevice: { params: z.object({ deviceId: Id }), response: Ok },
  endOtherDevices: { response: z.object({ endedCount: z.int() }) },
  updateProfile: {
    body: z.object({
      fullName: text(80, 2).optional(),
      birthDate: Day.optional(),
      unitId: Id.optional(),
      /** Needed when the new birth date makes the person younger than 16 and no guardian is known. */
      guardian: z.object({ fullName: text(80, 2), isConsentGiven: z.literal(true) }).optional(),
    }),
    response: Signed,
  },
  myAttempts: {
    response: z.object({
      attempts: z.array(
        z.object({
          attemptId: Id,
          round: PublicRound,
          contestTitle: LocalizedText,
          attemptNo: z.int(),
          state: AttemptState,
          startedAt: Instant,
          submittedAt: Instant.nullable(),
          timeUsedS: z.int().nullable(),
          score: z.object({ points: z.number(), maxPoints: z.number() }).nullable(),
          /** null while scores are hidden and the best attempt counts: it would tell which one that is. */
          isCounted: z.boolean().nullable(),
        }),
      ),
    }),
  },
  /** Everything that is stored about the person, as one JSON document. */
  myData: {
    response: z.object({
      account: Account,
      role: Role,
      createdAt: Instant,
      consents: z.array(z.object({ version: z.string(), givenAt: Instant, givenBy: z.string() })),
      devices: z.array(Device),
      /** Devices on which the account was signed in, also before. */
      usedDevices: z.array(z.object({ label: z.string(), firstSeenAt: Instant, lastSeenAt: Instant })),
      attempts: z.array(MyAttemptData),
      ...myContestData,
      /** Every item shown in practice, and what its answer came to. */
      practice: z.array(z.object({ shownAt: Instant, answeredAt: Instant.nullable(), share: z.number().nullable() })),
    }),
  },

  startAttempt: {
    params: RoundParams,
    body: z.object({
      holder: Holder,
      /** The version of the notice about what is noted that the page showed (PE-1); without it nothing is noted. */
      notice: z.string().max(32).optional(),
    }),
    response: Paper,
  },
  paper: { params: AttemptParams, query: z.object({ holder: Holder }), response: Paper },
  takeOverAttempt: { params: AttemptParams, body: z.object({ holder: Holder }), response: Paper },
  attemptStatus: { params: AttemptParams, query: z.object({ holder: Holder }), response: AttemptStatus },
  saveResponses: {
    params: AttemptParams,
    body: z.object({ holder: Holder, responses: z.array(ResponseIn).min(1).max(100) }),
    /** Sent only after the commit: every number in `savedSeqs` is durable. */
    response: z.object({ savedSeqs: z.array(z.int()), serverTime: Instant }),
  },
  /** Opens the next place of a one-way paper, with the last answers to the one that this closes. */
  openPlace: {
    params: z.object({ attemptId: Id, position: z.coerce.number().int().min(1).max(501) }),
    body: z.object({ holder: Holder, responses: z.array(ResponseIn).max(100).default([]) }),
    response: Paper,
  },
  submitAttempt: {
    params: AttemptParams,
    body: z.object({ holder: Holder, responses: z.array(ResponseIn).max(500).default([]) }),
    response: Receipt,
  },
  attemptResult: { params: AttemptParams, response: AttemptResult },
  myStanding: {
    params: RoundParams,
    response: z.object({
      version: z.int(),
      mine: BoardRow.nullable(),
      /** Up to two rows before and two after, own row included. */
      neighbours: z.array(BoardRow),
      /** Why this person has no place in the final results. */
      unrankedReason: z.enum(UNRANKED_REASONS).nullable(),
      unit: z.object({ unitId: Id, unitName: z.string() }).nullable(),
    }),
  },
}
