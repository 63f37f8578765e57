import type { AmendmentState, ClockActKind, CreditScope, Role } from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { AccountEntity } from '../../identity/index.js'
import { ContestEntity, RoundEntity } from './contest.entities.js'

/** A proposed change of rules after people have taken part, and what became of it. */
@Entity('rule_change')
@Index('rule_change_contest_ix', ['contestId', 'proposedAt'])
@Index('rule_change_round_waiting_uq', ['roundId'], { unique: true, where: `state = 'proposed'` })
@Index('rule_change_contest_waiting_uq', ['contestId'], {
  unique: true,
  where: `state = 'proposed' AND round_id IS NULL`,
})
@Check('rule_change_state_ck', `state IN ('proposed', 'approved', 'rejected', 'withdrawn')`)
@Check('rule_change_second_ck', `state NOT IN ('approved', 'rejected') OR decided_by <> proposed_by`)
export class RuleChangeEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'rule_change_pk' })
  id: string

  @ForeignKey(() => ContestEntity, { name: 'rule_change_contest_fk' })
  @Column({ type: 'uuid' })
  contestId: string

  /** null: the rules of the whole contest. */
  @ForeignKey(() => RoundEntity, { name: 'rule_change_round_fk' })
  @Column({ type: 'uuid', nullable: true })
  roundId: string | null

  @Column({ type: 'text' })
  state: AmendmentState

  /** The changed settings as they were when it was proposed, and as they are to be. */
  @Column({ type: 'jsonb' })
  before: Record<string, unknown>

  @Column({ type: 'jsonb' })
  after: Record<string, unknown>

  @Column({ type: 'text' })
  reason: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  proposedAt: Date

  @ForeignKey(() => AccountEntity, { name: 'rule_change_proposer_fk' })
  @Column({ type: 'uuid' })
  proposedBy: string

  @Column({ type: 'text' })
  proposedByRole: Role

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null

  @ForeignKey(() => AccountEntity, { name: 'rule_change_decider_fk' })
  @Column({ type: 'uuid', nullable: true })
  decidedBy: string | null

  @Column({ type: 'text', nullable: true })
  decidedByRole: Role | null

  /** The version of the round's rules that it made. */
  @Column({ type: 'int', nullable: true })
  rulesVersion: number | null
}

/** What organizers did to the clock of a round, for everybody to see. */
@Entity('clock_act')
@Index('clock_act_round_ix', ['roundId', 'at'])
@Check('clock_act_kind_ck', `kind IN ('pause', 'extension', 'credit')`)
export class ClockActEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'clock_act_pk' })
  id: string

  @ForeignKey(() => RoundEntity, { name: 'clock_act_round_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  roundId: string

  @Column({ type: 'text' })
  kind: ClockActKind

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at: Date

  /** null: the platform itself. */
  @Column({ type: 'uuid', nullable: true })
  by: string | null

  @Column({ type: 'text' })
  reason: string

  /** Pause and credit: what is taken out of the clock. An extension: from which closing time to which. */
  @Column({ type: 'timestamptz' })
  fromAt: Date

  /** null: the pause goes on. */
  @Column({ type: 'timestamptz', nullable: true })
  toAt: Date | null

  @Column({ type: 'jsonb' })
  scope: CreditScope
}
