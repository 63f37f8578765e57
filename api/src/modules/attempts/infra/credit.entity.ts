import type { CreditEffect } from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { ClockActEntity } from '../../contests/index.js'
import { AttemptEntity } from './attempt.entities.js'

/** What one credit did to one attempt. */
@Entity('clock_credit')
@Index('clock_credit_attempt_ix', ['attemptId'])
@Index('clock_credit_more_ix', ['roundId', 'accountId'], { where: `effect = 'one-more'` })
@Check('clock_credit_effect_ck', `effect IN ('running', 'submitted', 'one-more')`)
export class ClockCreditEntity {
  @ForeignKey(() => ClockActEntity, { name: 'clock_credit_act_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'clock_credit_pk' })
  actId: string

  @ForeignKey(() => AttemptEntity, { name: 'clock_credit_attempt_fk' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'clock_credit_pk' })
  attemptId: string

  @Column({ type: 'uuid' })
  roundId: string

  @Column({ type: 'uuid' })
  accountId: string

  @Column({ type: 'text' })
  effect: CreditEffect

  /** The part of the interval that lay within the attempt. */
  @Column({ type: 'timestamptz' })
  fromAt: Date

  @Column({ type: 'timestamptz' })
  toAt: Date

  /** What it added to what earlier ones had given already. */
  @Column({ type: 'int' })
  creditMs: number
}
