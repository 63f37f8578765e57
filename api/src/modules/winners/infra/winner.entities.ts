import type {
  CollectivePlan,
  IdentityProof,
  PrizeTier,
  WinnerListKind,
  WinnerListState,
  WinnerNameChoice,
  WinnerRequestAct,
  WinnerState,
} from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm'
import { ContestEntity, RoundEntity } from '../../contests/index.js'
import { AccountEntity } from '../../identity/index.js'
import { ResultVersionEntity } from '../../results/index.js'
import { UnitEntity } from '../../units/index.js'
import type { CollectiveAward, UnitScore } from '../domain/collective-prize.js'

/** The winners of a round, of the running total, or the units' collective prizes. */
@Entity('winner_list')
@Unique('winner_list_uq', ['contestId', 'kind', 'roundId'])
@Check('winner_list_kind_ck', `(kind = 'round') = (round_id IS NOT NULL)`)
@Check('winner_list_signers_ck', `first_signed_by IS DISTINCT FROM second_signed_by OR first_signed_by IS NULL`)
export class WinnerListEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'winner_list_pk' })
  id: string

  @ForeignKey(() => ContestEntity, { name: 'winner_list_contest_fk' })
  @Column({ type: 'uuid' })
  contestId: string

  @Column({ type: 'text' })
  kind: WinnerListKind

  @ForeignKey(() => RoundEntity, { name: 'winner_list_round_fk' })
  @Column({ type: 'uuid', nullable: true })
  roundId: string | null

  /** The result version it was made from; units stand on `sources`. */
  @ForeignKey(() => ResultVersionEntity, { name: 'winner_list_version_fk' })
  @Column({ type: 'uuid', nullable: true })
  versionId: string | null

  @Column({ type: 'text', default: 'proposed' })
  state: WinnerListState

  @Column({ type: 'int', default: 1 })
  revision: number

  @Column({ type: 'uuid' })
  proposedBy: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  proposedAt: Date

  @Column({ type: 'uuid', nullable: true })
  firstSignedBy: string | null

  @Column({ type: 'timestamptz', nullable: true })
  firstSignedAt: Date | null

  @Column({ type: 'uuid', nullable: true })
  secondSignedBy: string | null

  @Column({ type: 'timestamptz', nullable: true })
  secondSignedAt: Date | null

  @Column({ type: 'uuid', nullable: true })
  publishedBy: string | null

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null

  /** Of units: the result versions of the rounds that their figures were counted from when it was proposed. */
  @Column({ type: 'jsonb', default: [] })
  sources: ListSource[]

  /** Of units: every number as it was when the list was published. */
  @Column({ type: 'jsonb', nullable: true })
  figures: PublishedFigures | null
}

export interface ListSource {
  roundId: string
  versionId: string
  number: number
}

/** WN-6, WN-7: what anybody works the units' prizes out again from. */
export interface PublishedFigures {
  plan: CollectivePlan
  meanShare: number
  units: (UnitScore & { unitName: string; isRosterLate: boolean })[]
  awards: CollectiveAward[]
}

/** That an identity was seen, by whom, against what. No image, no number but its last three digits where they were noted. */
export interface IdentityCheck {
  at: string
  by: string
  seen: IdentityProof[]
  lastDigits: string | null
}

export interface HandOver {
  at: string
  by: string
  receiver: string
  isProxy: boolean
  hasWrittenConsent: boolean
  note: string
}

export interface WinnerRequest {
  act: WinnerRequestAct
  reason: string
  by: string
  at: string
}

@Entity('winner')
@Unique('winner_certificate_uq', ['certificateCode'])
@Check('winner_who_ck', `(account_id IS NULL) <> (unit_id IS NULL)`)
@Index('winner_one_place_uq', ['listId', 'accountId', 'unitId', 'lineKey'], {
  unique: true,
  where: `state NOT IN ('declined', 'unreachable', 'ineligible', 'withdrawn')`,
})
export class WinnerEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'winner_pk' })
  id: string

  @ForeignKey(() => WinnerListEntity, { name: 'winner_list_fk' })
  @Column({ type: 'uuid' })
  listId: string

  @Index('winner_account_ix')
  @ForeignKey(() => AccountEntity, { name: 'winner_account_fk' })
  @Column({ type: 'uuid', nullable: true })
  accountId: string | null

  @ForeignKey(() => UnitEntity, { name: 'winner_unit_fk' })
  @Column({ type: 'uuid', nullable: true })
  unitId: string | null

  /** Which of the prizes. */
  @Column({ type: 'text' })
  lineKey: string

  @Column({ type: 'text' })
  tier: PrizeTier

  /** As it was when the list was proposed. */
  @Column({ type: 'jsonb' })
  reward: { vi: string; en: string }

  @Column({ type: 'text', nullable: true })
  tableCode: string | null

  @Column({ type: 'int' })
  rank: number

  @Column({ type: 'int' })
  orderNo: number

  @Column({ type: 'double precision', nullable: true })
  points: number | null

  @Column({ type: 'text', default: 'proposed' })
  state: WinnerState

  /** Why the place was lost. */
  @Column({ type: 'text', nullable: true })
  reason: string | null

  /** Whose leaving brought this winner in. */
  @ForeignKey(() => WinnerEntity, { name: 'winner_replaces_fk' })
  @Column({ type: 'uuid', nullable: true })
  replacesId: string | null

  /** What one person asked for about a winner whom two have signed: it happens only with a second person. */
  @Column({ type: 'jsonb', nullable: true })
  request: WinnerRequest | null

  @Column({ type: 'jsonb', nullable: true })
  identity: IdentityCheck | null

  @Column({ type: 'text', nullable: true })
  nameChoice: WinnerNameChoice | null

  /** As published and as certificates say it. */
  @Column({ type: 'text', nullable: true })
  publishedName: string | null

  @Column({ type: 'text', nullable: true })
  publishedUnit: string | null

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null

  @Column({ type: 'jsonb', nullable: true })
  handOver: HandOver | null

  @Column({ type: 'text', nullable: true })
  certificateCode: string | null

  @Column({ type: 'timestamptz', nullable: true })
  certificateWithdrawnAt: Date | null

  @Column({ type: 'text', nullable: true })
  certificateWithdrawnReason: string | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date
}

/** What happened to a winner, in order; never changed. */
@Entity('winner_event')
export class WinnerEventEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'winner_event_pk',
  })
  id: number

  @Index('winner_event_winner_ix')
  @ForeignKey(() => WinnerEntity, { name: 'winner_event_winner_fk' })
  @Column({ type: 'uuid' })
  winnerId: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at: Date

  @Column({ type: 'uuid', nullable: true })
  actorId: string | null

  @Column({ type: 'text' })
  act: string

  @Column({ type: 'text' })
  fromState: WinnerState

  @Column({ type: 'text' })
  toState: WinnerState

  @Column({ type: 'jsonb', default: {} })
  detail: Record<string, unknown>
}

@Entity('collective_prize_plan')
export class CollectivePlanEntity {
  @ForeignKey(() => ContestEntity, { name: 'collective_prize_plan_contest_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'collective_prize_plan_pk' })
  contestId: string

  @Column({ type: 'jsonb' })
  plan: CollectivePlan

  @Column({ type: 'uuid' })
  savedBy: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  savedAt: Date
}

/** WN-6: every roster that was ever confirmed, in order; what `unit_roster` holds is the newest one. */
@Entity('roster_record')
@Index('roster_record_contest_ix', ['contestId', 'unitId'])
export class RosterRecordEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'roster_record_pk',
  })
  id: number

  @ForeignKey(() => ContestEntity, { name: 'roster_record_contest_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  contestId: string

  @ForeignKey(() => UnitEntity, { name: 'roster_record_unit_fk' })
  @Column({ type: 'uuid' })
  unitId: string

  @Column({ type: 'int' })
  size: number

  @Column({ type: 'text' })
  confirmedBy: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  confirmedAt: Date

  @Column({ type: 'uuid' })
  recordedBy: string

  @Column({ type: 'boolean' })
  isLate: boolean

  @Column({ type: 'text', nullable: true })
  reason: string | null
}

/** How many people a unit says it has: what its rate is worked out from. */
@Entity('unit_roster')
@Check('unit_roster_size_ck', 'size > 0')
export class UnitRosterEntity {
  @ForeignKey(() => ContestEntity, { name: 'unit_roster_contest_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'unit_roster_pk' })
  contestId: string

  @ForeignKey(() => UnitEntity, { name: 'unit_roster_unit_fk' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'unit_roster_pk' })
  unitId: string

  @Column({ type: 'int' })
  size: number

  /** Who confirmed it for the unit, in words. */
  @Column({ type: 'text' })
  confirmedBy: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  confirmedAt: Date

  @Column({ type: 'uuid' })
  recordedBy: string

  /** Only after the first round had opened. */
  @Column({ type: 'boolean' })
  isLate: boolean

  @Column({ type: 'text', nullable: true })
  reason: string | null
}
