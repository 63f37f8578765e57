import type { UnitKind } from './words.js'

/**
 * The rules of a contest and of a round as settings: what a thể lệ says, in a form that machines keep. Instants and days as ISO text,
 * durations with their unit in the name, shares between 0 and 1.
 */

export interface Localized {
  vi: string
  /** May be empty: then the Vietnamese text stands for it. */
  en: string
}

/** Within what a person's attempts are counted: the day and the week (from Monday) are those of Viet Nam. */
export const QUOTA_PERIODS = ['round', 'day', 'week', 'contest', 'unlimited'] as const
export type QuotaPeriod = (typeof QUOTA_PERIODS)[number]

/** Which of several attempts counts: the best by the ranking, then the earliest; the first; the last. */
export const COUNTED_ATTEMPTS = ['best', 'first', 'last'] as const
export type CountedAttempt = (typeof COUNTED_ATTEMPTS)[number]

export const MOVEMENTS = ['free', 'one-way'] as const
export type Movement = (typeof MOVEMENTS)[number]

/** What the prediction question asks for: how many get everything right, or how many take part. */
export const PREDICTION_TARGETS = ['perfect', 'participants'] as const
export type PredictionTarget = (typeof PREDICTION_TARGETS)[number]

export const PREDICTION_UNITS = ['people', 'attempts'] as const
export type PredictionUnit = (typeof PREDICTION_UNITS)[number]

/** Whether a person predicts once in the round (the first prediction holds) or anew in each attempt. */
export const PREDICTION_PER = ['person', 'attempt'] as const
export type PredictionPer = (typeof PREDICTION_PER)[number]

/**
 * What an order of people is made of, one after the other. Points and right items: more first. Prediction error, time used, submitted at
 * and attempt count: less first. Draw: the order of a verifiable draw; it stands last, so that no two people stay equal.
 */
export const RANKING_CRITERIA = [
  'points',
  'right-items',
  'prediction-error',
  'time-used',
  'submitted-at',
  'attempt-count',
  'draw',
] as const
export type RankingCriterionName = (typeof RANKING_CRITERIA)[number]

export interface RankingCriterion {
  by: RankingCriterionName
  /** Of time used and submitted at: times within the same bucket of so many seconds are equal. 1 where absent. */
  bucketS?: number | undefined
}

/** Who may take part in a round: everybody who may in the contest, a list, or those who qualified in an earlier round. */
export type RoundEntry =
  | { kind: 'open' }
  | { kind: 'list' }
  | { kind: 'qualified'; fromRoundId: string; by: 'top' | 'share' | 'per-unit'; amount: number }

export interface RoundRules {
  attempts: {
    /** The round's attempt limit counts within this period. */
    period: QuotaPeriod
    /** From the end of an attempt to the start of the next. */
    waitS: number
    counted: CountedAttempt
    /** Items that the person has not met in earlier attempts of the contest come first. */
    unseenFirst: boolean
  }
  movement: Movement
  /** A clock of its own for each item, only with one-way movement; null: only the clock of the paper. */
  itemClockS: number | null
  /** A paper can only be submitted when everything is answered; what ends at the deadline incomplete is not ranked. */
  allRequired: boolean
  scoring: {
    /** What a wrong answer costs, as a share of the item's points; one that gains a part costs nothing. */
    wrongPenalty: number
    /** What a blank costs, as a share of the item's points. */
    blankPenalty: number
    /** At most so many points for speed over the whole paper; less than the points of the least item. 0: none. */
    speedBonus: number
  }
  prediction: null | {
    target: PredictionTarget
    unit: PredictionUnit
    per: PredictionPer
    /** Whether people who are disqualified later still count for the target. */
    countsDisqualified: boolean
  }
  ranking: RankingCriterion[]
  /** The public board stands still for so long before the end, until somebody reveals it. 0: never. */
  freezeMinutes: number
  /** How far the expected points of two papers of the round may lie apart; null: not looked at. */
  paperTolerance: number | null
  /** What makes cheating with the paper a little harder; none of it makes it impossible. */
  protection: {
    /** The attempt's code lies faintly across the paper. */
    watermark: boolean
    /** Text of the paper cannot be marked and copied by hand. */
    copyGuard: boolean
    /** Full screen is asked for; leaving it is noted. Who cannot or will not goes on. */
    fullScreen: boolean
    /** The paper opens only in the Safe Exam Browser, with the organizer's settings. */
    safeBrowser: boolean
  }
  entry: RoundEntry
  /** Codes of the contest's tables that take part; empty: all. */
  tables: string[]
}

/** What a round has where nobody says otherwise. */
export const DEFAULT_ROUND_RULES: RoundRules = {
  attempts: { period: 'round', waitS: 0, counted: 'best', unseenFirst: false },
  movement: 'free',
  itemClockS: null,
  allRequired: false,
  scoring: { wrongPenalty: 0, blankPenalty: 0, speedBonus: 0 },
  prediction: null,
  ranking: [{ by: 'points' }, { by: 'time-used' }, { by: 'submitted-at' }, { by: 'draw' }],
  freezeMinutes: 0,
  paperTolerance: null,
  protection: { watermark: false, copyGuard: false, fullScreen: false, safeBrowser: false },
  entry: { kind: 'open' },
  tables: [],
}

/** Orders of winners as real contests have them, by name. */
export const RANKING_PRESETS = {
  'prediction-then-earliest': [
    { by: 'right-items' },
    { by: 'prediction-error' },
    { by: 'submitted-at' },
    { by: 'draw' },
  ],
  'fastest-then-earliest': [{ by: 'right-items' }, { by: 'time-used' }, { by: 'submitted-at' }, { by: 'draw' }],
  'fastest-then-prediction': [{ by: 'right-items' }, { by: 'time-used' }, { by: 'prediction-error' }, { by: 'draw' }],
} as const satisfies Record<string, readonly RankingCriterion[]>
export type RankingPreset = keyof typeof RANKING_PRESETS

export interface AgeBand {
  /** Whole years on the contest's age day; null: no limit. */
  minAge: number | null
  maxAge: number | null
}

/** A table (bảng) of a contest: people of an age band, of kinds of units, of parts of the unit tree. The first that fits is a person's. */
export interface ContestTable extends AgeBand {
  code: string
  name: Localized
  /** Empty: any. */
  unitKinds: UnitKind[]
  /** Units with everything below them; empty: any. */
  unitIds: string[]
}

/** The kinds of accounts that take part in contests. */
export const ENTRY_ROLES = ['contestant', 'teacher'] as const
export type EntryRole = (typeof ENTRY_ROLES)[number]

export interface ContestRules {
  eligibility: AgeBand & {
    /** On which day ages are taken; null: on the day of the attempt. */
    ageOn: string | null
    /** Units with everything below them; empty: all. */
    unitIds: string[]
    /** Empty: any. */
    roles: EntryRole[]
    /** Only people on the contest's list. */
    invitedOnly: boolean
  }
  tables: ContestTable[]
  /** A running total over the rounds with its own order; null: every round stands for itself. */
  total: null | {
    /** Only a person's best so many rounds count; null: all. */
    bestRounds: number | null
    ranking: RankingCriterion[]
  }
  /** A person gets at most one prize in the whole contest: the highest. */
  onePrizeEach: boolean
  /** Complaints are taken for so many hours after results are published. */
  complaintHours: number
}

export const DEFAULT_CONTEST_RULES: ContestRules = {
  eligibility: { minAge: null, maxAge: null, ageOn: null, unitIds: [], roles: [], invitedOnly: false },
  tables: [],
  total: null,
  onePrizeEach: false,
  complaintHours: 72,
}

/** For what a prize is given: in each round, or for the running total. */
export const PRIZE_SCOPES = ['round', 'total'] as const
export type PrizeScope = (typeof PRIZE_SCOPES)[number]

/** The articles that every rulebook has, in their order. */
export const ARTICLE_KEYS = [
  'name',
  'purpose',
  'participants',
  'content',
  'form',
  'time',
  'scoring',
  'ranking',
  'prizes',
  'rights',
  'complaints',
  'personal-data',
  'effect',
] as const
export type ArticleKey = (typeof ARTICLE_KEYS)[number]
