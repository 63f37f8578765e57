import type { ItemType, SignalFamily } from '@thiso/contracts/vocab'

/**
 * What a search for signals looks at, and what it gives back. Attempts, items and people are named by their place in the lists. Instants are
 * ms since 1970 by the server's clock, durations seconds.
 */
export interface RoundEvidence {
  roundId: string
  opensAt: number
  closesAt: number
  items: readonly EvidenceItem[]
  people: readonly EvidencePerson[]
  /** Ended attempts, in the order of their ids; of one person there may be several. */
  attempts: readonly EvidenceAttempt[]
}

export interface EvidenceItem {
  itemVersionId: string
  type: ItemType
  /** Wrong answers that are told apart, at least 1: codes 1 to this number. */
  wrongAnswers: number
  /** The chance of being right by guessing: 1/options of a single choice, 1/2 of true or false, 0 where nobody guesses. */
  guess: number
  /** How long reading it takes, in whole seconds (IB-12); absent: not known. */
  readingSeconds?: number
  /** Items of one set are variants of each other (canary siblings); '' for none. */
  variantSet: string
}

/** Facts for the graph of accounts. They stay in the search: no signal names them. */
export interface EvidencePerson {
  accountId: string
  /** Lower case, without diacritics. */
  nameFolded: string
  /** yyyy-mm-dd */
  birthDate: string | null
  createdAt: number
}

export interface EvidenceAttempt {
  id: string
  /** Place in `people`. */
  person: number
  /** 1 is the person's first one. */
  attemptNo: number
  /** The unit for which it was taken, by id. */
  unit: string | null
  startedAt: number
  submittedAt: number
  /** Places in `items`, in the order of the paper, each once. */
  items: Int32Array
  /** Codes as in `answer-model`: 0 right, 1… wrong, OMITTED; in the same order. */
  answers: Int32Array
  /** At each place, by `secondsAtPlaces`; NaN where unknown. */
  seconds: Float64Array
  /** /24 or /48; null: unknown. */
  network: string | null
  /** Equal texts: the same tab of the same browser; null: unknown. */
  device: string | null
  process: readonly ProcessCount[]
}

/** What was logged of an attempt of one kind: how often, and for how long together, in seconds, where it has a duration. */
export interface ProcessCount {
  kind: string
  count: number
  seconds: number
}

/** Something that chance rarely makes. It decides nothing. */
export interface Finding {
  kind: string
  family: SignalFamily
  /** Ids of the attempts; a group is one finding; none: it is about items, or explains something and speaks against nobody. */
  attemptIds: readonly string[]
  /** How often chance alone makes something as strong; null: no such figure. */
  p: number | null
  /** The same after everything that was tested. */
  adjustedP: number | null
  /** The share of honest people whom findings of this kind reach at the threshold. */
  falseAlarmRate: number | null
  /** Small figures and ids for the screen; no name, no birth date. */
  facts: Record<string, unknown>
}

/** How an item did for those who came first and those who came last, whether or not that is a finding. */
export interface DriftFinding {
  item: number
  early: number
  late: number
  easier: number
  faster: number | null
  p: number
  /** By quarters of those who had it, in the order of their starts. */
  quarters: { count: number; right: number; expected: number; seconds: number | null }[]
}

export interface Findings {
  findings: Finding[]
  /** Pairs that were tested, all families together. */
  pairCount: number
  drift: DriftFinding[]
  /** Estimates that everything rests on, by item: share right and shares of wrong answers. */
  models: { right: number; wrongShares: readonly number[] }[]
}
