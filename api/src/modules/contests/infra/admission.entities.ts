import type { EntrantKind } from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { AccountEntity } from '../../identity/index.js'
import { ContestEntity, RoundEntity } from './contest.entities.js'

/** The list of a contest that is only for invited people. */
@Entity('contest_entrant')
export class ContestEntrantEntity {
  @ForeignKey(() => ContestEntity, { name: 'contest_entrant_contest_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'contest_entrant_pk' })
  contestId: string

  @ForeignKey(() => AccountEntity, { name: 'contest_entrant_account_fk' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'contest_entrant_pk' })
  accountId: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  addedAt: Date

  /** null: the platform itself. */
  @Column({ type: 'uuid', nullable: true })
  addedBy: string | null
}

/** Who may start in a round that is by list or by qualification. */
@Entity('round_entrant')
@Check('round_entrant_kind_ck', `kind IN ('invited', 'qualified')`)
export class RoundEntrantEntity {
  @ForeignKey(() => RoundEntity, { name: 'round_entrant_round_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'round_entrant_pk' })
  roundId: string

  @ForeignKey(() => AccountEntity, { name: 'round_entrant_account_fk' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'round_entrant_pk' })
  accountId: string

  @Column({ type: 'text' })
  kind: EntrantKind

  /** The round in which somebody qualified. */
  @Column({ type: 'uuid', nullable: true })
  fromRoundId: string | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  addedAt: Date

  @Column({ type: 'uuid', nullable: true })
  addedBy: string | null
}

/** Who was taken off the list of a round by somebody: results do not bring the person back (EL-8). */
@Entity('round_removal')
export class RoundRemovalEntity {
  @ForeignKey(() => RoundEntity, { name: 'round_removal_round_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'round_removal_pk' })
  roundId: string

  @ForeignKey(() => AccountEntity, { name: 'round_removal_account_fk' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'round_removal_pk' })
  accountId: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  removedAt: Date
}

/** More time for a person in a contest, as a share of every limit. Why somebody needs it is nobody's business here. */
@Entity('extra_time')
@Check('extra_time_percent_ck', 'percent BETWEEN 1 AND 100')
export class ExtraTimeEntity {
  @ForeignKey(() => ContestEntity, { name: 'extra_time_contest_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'extra_time_pk' })
  contestId: string

  @ForeignKey(() => AccountEntity, { name: 'extra_time_account_fk' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'extra_time_pk' })
  accountId: string

  @Column({ type: 'smallint' })
  percent: number

  @Column({ type: 'text' })
  reason: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  grantedAt: Date

  @Column({ type: 'uuid' })
  grantedBy: string
}
