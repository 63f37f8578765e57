import type { PrizeTier, UnitKind } from './words.js'

/**
 * A winner's life: proposed by the ranking, identity seen, confirmed by two people, published, prize handed over. Three ways out give the
 * place to the next; a winner whom a later result version no longer names is withdrawn by people.
 */
export const WINNER_STATES = [
  'proposed',
  'identity-checked',
  'confirmed',
  'published',
  'handed-over',
  'declined',
  'unreachable',
  'ineligible',
  'withdrawn',
] as const
export type WinnerState = (typeof WINNER_STATES)[number]

/** How a winner loses the place for the next one. */
export const WINNER_OUTCOMES = ['declined', 'unreachable', 'ineligible'] as const
export type WinnerOutcome = (typeof WINNER_OUTCOMES)[number]

/** What one person may ask for about a signed winner: a way out, a result that no longer names the winner, the certificate alone. */
export const WINNER_REQUEST_ACTS = [...WINNER_OUTCOMES, 'withdraw', 'withdraw-certificate'] as const
export type WinnerRequestAct = (typeof WINNER_REQUEST_ACTS)[number]

/** What keeps a list of winners from being signed or published. */
export const WINNER_OBSTACLES = [
  'nothing-proposed',
  'changes',
  'waiting-for-draw',
  'identities',
  'results-not-final',
  'rounds-not-final',
  'total-outdated',
  'holds-two',
] as const
export type WinnerObstacle = (typeof WINNER_OBSTACLES)[number]

/** A list of winners: nothing signed yet; one signature; two, so that tiers are locked; public. */
export const WINNER_LIST_STATES = ['proposed', 'signed-once', 'confirmed', 'published'] as const
export type WinnerListState = (typeof WINNER_LIST_STATES)[number]

export const WINNER_LIST_KINDS = ['round', 'total', 'collective'] as const
export type WinnerListKind = (typeof WINNER_LIST_KINDS)[number]

/** Why somebody whom the order reaches gets no prize there. */
export const SKIP_REASONS = [
  'barred',
  'excluded',
  'voided',
  'incomplete',
  'no-guardian-consent',
  'holds-higher-prize',
  'declined',
  'unreachable',
  'ineligible',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** Whether a person has a prize, waits for the draw about it, or neither. */
export const PRIZE_HOLDS = ['none', 'waits', 'has'] as const
export type PrizeHold = (typeof PRIZE_HOLDS)[number]

/** What an identity was compared with. Nothing of it is kept but that it was seen. */
export const IDENTITY_PROOFS = [
  'id-card',
  'student-card',
  'birth-certificate',
  'unit-letter',
  'vneid',
  'known',
] as const
export type IdentityProof = (typeof IDENTITY_PROOFS)[number]

export const WINNER_NAME_CHOICES = ['full', 'masked'] as const
export type WinnerNameChoice = (typeof WINNER_NAME_CHOICES)[number]

/** By what units are compared: people who took part, their share of the confirmed roster, their points, a formula of the three. */
export const COLLECTIVE_MEASURES = ['participants', 'rate', 'quality'] as const
export type CollectiveMeasure = (typeof COLLECTIVE_MEASURES)[number]
export const COLLECTIVE_BASES = [...COLLECTIVE_MEASURES, 'formula'] as const
export type CollectiveBasis = (typeof COLLECTIVE_BASES)[number]

/** How a measure becomes 0 to 100 in the formula: as a share of the largest, or by its place. */
export const NORMALISATIONS = ['max', 'rank'] as const
export type Normalisation = (typeof NORMALISATIONS)[number]

export interface CollectivePrize {
  tier: PrizeTier
  reward: { vi: string; en: string }
  by: CollectiveBasis
  /** Which place by that measure: 1 is the best. */
  place: number
  /** Only among units of this size class; null: among all. */
  sizeClass: string | null
}

export interface CollectivePlan {
  /** Kinds of units that compare: a person counts for the nearest such unit above or at the own one. */
  unitKinds: UnitKind[]
  /** Units with fewer people get no collective prize. */
  minParticipants: number
  /** k of (Σ + k·mean) / (n + k): as if everybody's mean had been scored k times in each unit. */
  shrinkage: number
  weights: Record<CollectiveMeasure, number>
  normalisation: Normalisation
  /** By roster, ascending; the last one takes all that are larger. */
  sizeClasses: { name: string; upTo: number | null }[]
  /** Of equal units, who is better in these, one after the other. What stays equal waits for the draw. */
  tieBreak: CollectiveMeasure[]
  /** A unit gets at most one of these prizes: the highest. */
  onePrizeEach: boolean
  prizes: CollectivePrize[]
}

const none = { vi: '', en: '' }

const PLAN: CollectivePlan = {
  unitKinds: ['district'],
  minParticipants: 1,
  shrinkage: 10,
  weights: { participants: 1, rate: 0, quality: 0 },
  normalisation: 'max',
  sizeClasses: [],
  tieBreak: [],
  onePrizeEach: true,
  prizes: [],
}

/** Collective prizes as real contests had them. */
export const COLLECTIVE_PRESETS = {
  /** First for the most people; two seconds: second by number, first by rate; two thirds: third by number, second by rate. */
  'number-and-rate-2019': {
    ...PLAN,
    weights: { participants: 1, rate: 1, quality: 0 },
    prizes: [
      { tier: 'first', reward: none, by: 'participants', place: 1, sizeClass: null },
      { tier: 'second', reward: none, by: 'participants', place: 2, sizeClass: null },
      { tier: 'second', reward: none, by: 'rate', place: 1, sizeClass: null },
      { tier: 'third', reward: none, by: 'participants', place: 3, sizeClass: null },
      { tier: 'third', reward: none, by: 'rate', place: 2, sizeClass: null },
    ],
  },
  /** One for the most people, one for the highest rate. */
  'most-and-rate': {
    ...PLAN,
    onePrizeEach: false,
    weights: { participants: 1, rate: 1, quality: 0 },
    prizes: [
      { tier: 'first', reward: none, by: 'participants', place: 1, sizeClass: null },
      { tier: 'first', reward: none, by: 'rate', place: 1, sizeClass: null },
    ],
  },
  /** Number and quality in one formula, half each. */
  'number-and-quality-2021': {
    ...PLAN,
    weights: { participants: 1, rate: 0, quality: 1 },
    prizes: [
      { tier: 'first', reward: none, by: 'formula', place: 1, sizeClass: null },
      { tier: 'second', reward: none, by: 'formula', place: 2, sizeClass: null },
      { tier: 'third', reward: none, by: 'formula', place: 3, sizeClass: null },
    ],
  },
} as const satisfies Record<string, CollectivePlan>
export type CollectivePreset = keyof typeof COLLECTIVE_PRESETS
