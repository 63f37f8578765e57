import type {
  CognitiveLevel,
  ContestRules,
  DrawLimits,
  ItemType,
  NameDisplay,
  PrizeScope,
  PrizeTier,
  ResultPolicy,
  RoundRules,
  Topic,
} from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { ItemVersionEntity } from '../../item-bank/index.js'

export interface Localized {
  vi: string
  en: string
}

@Entity('contest')
@Unique('contest_slug_uq', ['slug'])
export class ContestEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'contest_pk' })
  id: string

  @Column({ type: 'text' })
  slug: string

  @Column({ type: 'jsonb' })
  title: Localized

  @Column({ type: 'jsonb' })
  summary: Localized

  @Column({ type: 'jsonb' })
  about: Localized

  @Column({ type: 'jsonb' })
  organizerName: Localized

  @Column({ type: 'jsonb' })
  prizes: { tier: PrizeTier; count: number; reward: Localized; scope: PrizeScope; table: string | null }[]

  @Column({ type: 'jsonb' })
  rules: ContestRules

  @Column({ type: 'text' })
  nameDisplay: NameDisplay

  @Column({ type: 'date' })
  unitsAsOf: string

  @Column({ type: 'boolean', default: false })
  isPublished: boolean

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date
}

@Entity('round')
@Unique('round_ordinal_uq', ['contestId', 'ordinal'])
@Check('round_window_ck', 'opens_at < closes_at')
export class RoundEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'round_pk' })
  id: string

  @ForeignKey(() => ContestEntity, { name: 'round_contest_fk' })
  @Column({ type: 'uuid' })
  contestId: string

  @Column({ type: 'int' })
  ordinal: number

  @Column({ type: 'jsonb' })
  name: Localized

  @Column({ type: 'timestamptz' })
  opensAt: Date

  @Column({ type: 'timestamptz' })
  closesAt: Date

  @Column({ type: 'int' })
  timeLimitS: number

  @Column({ type: 'int' })
  attemptLimit: number

  /** How long after the deadline an answer on its way still counts; the same for everybody. */
  @Column({ type: 'int' })
  graceMs: number

  @Column({ type: 'text' })
  resultPolicy: ResultPolicy

  @Column({ type: 'uuid', array: true })
  bankIds: string[]

  @Column({ type: 'jsonb' })
  blueprint: { topic: Topic; level: CognitiveLevel; type: ItemType | null; count: number; points: number }[]

  /** How often items are shown, and on which days; fixed with the blueprint. */
  @Column({ type: 'jsonb', default: () => `'{"dayPools": 1, "maxShare": null, "leaveOutUsed": false}'` })
  drawLimits: DrawLimits

  @Column({ type: 'jsonb' })
  rules: RoundRules

  /** Grows with every amendment; `round_rules` keeps what each version said. */
  @Column({ type: 'int', default: 1 })
  rulesVersion: number

  /** While the organizers have stopped the clock for everybody. */
  @Column({ type: 'timestamptz', nullable: true })
  pausedAt: Date | null

  /** Where the freeze of the board was nailed down because the end was moved; null: so many minutes before the end (LB-10). */
  @Column({ type: 'timestamptz', nullable: true })
  frozenFrom: Date | null

  /** When the frozen board was revealed. */
  @Column({ type: 'timestamptz', nullable: true })
  revealedAt: Date | null

  /** When the organizers published the results. */
  @Column({ type: 'timestamptz', nullable: true })
  resultsPublishedAt: Date | null

  /** 32 random bytes from which every paper of the round is drawn. Never leaves the server before the round is over. */
  @Column({ type: 'bytea' })
  secret: Buffer

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null

  /** Grows with every change, so that caches know. */
  @Column({ type: 'int', default: 1 })
  revision: number

  @Column({ type: 'timestamptz', nullable: true })
  exposureCountedAt: Date | null
}

/** What the rules of a round said from when on; an attempt keeps the version it was taken under. */
@Entity('round_rules')
export class RoundRulesEntity {
  @ForeignKey(() => RoundEntity, { name: 'round_rules_round_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'round_rules_pk' })
  roundId: string

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'round_rules_pk' })
  version: number

  @Column({ type: 'jsonb' })
  rules: RoundRules

  @Column({ type: 'int' })
  timeLimitS: number

  @Column({ type: 'int' })
  attemptLimit: number

  @Column({ type: 'text' })
  resultPolicy: ResultPolicy

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  effectiveAt: Date
}

/** The pool of a round, frozen when it was published. */
@Entity('round_item')
export class RoundItemEntity {
  @ForeignKey(() => RoundEntity, { name: 'round_item_round_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'round_item_pk' })
  roundId: string

  @Index('round_item_version_ix')
  @ForeignKey(() => ItemVersionEntity, { name: 'round_item_version_fk' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'round_item_pk' })
  itemVersionId: string

  @Column({ type: 'text' })
  topic: Topic

  @Column({ type: 'text' })
  level: CognitiveLevel

  @Column({ type: 'smallint' })
  optionCount: number

  @Column({ type: 'text', default: 'single-choice' })
  type: ItemType

  @Column({ type: 'smallint', default: 0 })
  choiceCount: number

  @Column({ type: 'text', default: '' })
  exclusionSet: string

  /** How easy it is expected to be: the share of its points that a response gains on average, 0 to 1. */
  @Column({ type: 'double precision', default: () => '0.5' })
  expectedShare: number

  /** With which chance a paper may take it at all (EX-1); null: always. */
  @Column({ type: 'double precision', nullable: true })
  admitShare: number | null

  /** First attempts that were shown it, and the share of its points that they gained on average; known once the round's items are analysed. */
  @Column({ type: 'int', nullable: true })
  firstCount: number | null

  @Column({ type: 'double precision', nullable: true })
  firstShare: number | null

  /** To how many attempts it was shown; counted once the round is closed and every attempt has ended. */
  @Column({ type: 'int', nullable: true })
  shownCount: number | null
}
