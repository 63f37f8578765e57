import type {
  ContestRules,
  RankingCriterion,
  ResultCause,
  ResultState,
  RoundRules,
  UnrankedReason,
} from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { ContestEntity, RoundEntity } from '../../contests/index.js'

/** A score that came out differently when it was worked out again from what is recorded. */
export interface ScoreDifference {
  attemptId: string
  stored: number | null
  recomputed: number
}

/** Results as of one moment. Immutable by the database itself, but for becoming final once. */
@Entity('result_version')
@Unique('result_version_number_uq', ['scopeId', 'number'])
@Check('result_version_state_ck', `state IN ('provisional', 'final')`)
@Check('result_version_published_ck', `(state = 'final') = (published_at IS NOT NULL)`)
export class ResultVersionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'result_version_pk' })
  id: string

  @ForeignKey(() => ContestEntity, { name: 'result_version_contest_fk' })
  @Column({ type: 'uuid' })
  contestId: string

  /** null: the running total over the contest's rounds. */
  @ForeignKey(() => RoundEntity, { name: 'result_version_round_fk' })
  @Column({ type: 'uuid', nullable: true })
  roundId: string | null

  /** The round, or the contest of a running total: versions are numbered within it. */
  @Column({ type: 'uuid' })
  scopeId: string

  @Column({ type: 'int' })
  number: number

  @Column({ type: 'text' })
  state: ResultState

  @Column({ type: 'text' })
  cause: ResultCause

  @Column({ type: 'text', nullable: true })
  reason: string | null

  @Column({ type: 'uuid', nullable: true })
  madeBy: string | null

  @Column({ type: 'uuid', nullable: true })
  approvedBy: string | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  madeAt: Date

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null

  /** RS-3: SHA-256 over everything that the rows follow from, in hex. */
  @Column({ type: 'text' })
  inputHash: string

  @Column({ type: 'jsonb' })
  rules: RoundRules | ContestRules['total']

  @Column({ type: 'jsonb' })
  ranking: RankingCriterion[]

  /** Of a total: the versions of the rounds that it adds up. */
  @Column({ type: 'jsonb' })
  sources: { roundId: string; versionId: string; number: number }[]

  @Column({ type: 'int', nullable: true })
  predictionTarget: number | null

  @Column({ type: 'int' })
  participantCount: number

  @Column({ type: 'int' })
  perfectCount: number

  @Column({ type: 'int' })
  rankedCount: number

  @Column({ type: 'int' })
  attemptCount: number

  /** How many people share their rank with somebody. */
  @Column({ type: 'int' })
  tiedCount: number

  @Column({ type: 'jsonb' })
  differences: { count: number; examples: ScoreDifference[] }

  /** The seed of the draw that told equal people apart. */
  @Column({ type: 'jsonb', nullable: true })
  draw: { seed: string; listRoot: string } | null
}

/** A person in a version. No foreign keys: all rows of a version are written by one statement that joins what they name. */
@Entity('result_row')
@Index('result_row_order_ix', ['versionId', 'orderNo'])
@Check('result_row_rank_ck', '(rank IS NULL) = (unranked_reason IS NOT NULL)')
export class ResultRowEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'result_row_pk' })
  versionId: string

  @Index('result_row_account_ix')
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'result_row_pk' })
  accountId: string

  /** DW-2: the person's name in the list of a draw. */
  @Column({ type: 'text' })
  code: string

  @Column({ type: 'text', nullable: true })
  tableCode: string | null

  @Column({ type: 'uuid', nullable: true })
  unitId: string | null

  /** The counted attempt; null in totals. */
  @Column({ type: 'uuid', nullable: true })
  attemptId: string | null

  /** Within the table; null for those without a place. */
  @Column({ type: 'int', nullable: true })
  rank: number | null

  @Column({ type: 'text', nullable: true })
  unrankedReason: UnrankedReason | null

  /** From 1 over all tables; equal people stand by the draw, or by code while there is none. */
  @Column({ type: 'int' })
  orderNo: number

  @Column({ type: 'boolean' })
  isTied: boolean

  @Column({ type: 'double precision' })
  points: number

  @Column({ type: 'double precision' })
  maxPoints: number

  @Column({ type: 'int' })
  rightCount: number

  @Column({ type: 'int', nullable: true })
  prediction: number | null

  @Column({ type: 'int', nullable: true })
  predictionError: number | null

  /** As it ranks: of people with extra time as if they had had the common limit. */
  @Column({ type: 'int' })
  timeUsedS: number

  @Column({ type: 'timestamptz' })
  submittedAt: Date

  @Column({ type: 'int' })
  attemptCount: number

  @Column({ type: 'int', nullable: true })
  drawOrder: number | null

  /** Of the person's first attempt that was not taken anew, under the rulings of the version; null in totals. */
  @Column({ type: 'double precision', nullable: true })
  firstPoints: number | null

  @Column({ type: 'double precision', nullable: true })
  firstMaxPoints: number | null
}
