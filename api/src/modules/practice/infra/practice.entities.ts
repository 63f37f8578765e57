import type { ItemResponse } from '@thiso/contracts/vocab'
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { AccountEntity } from '../../identity/index.js'
import type { FormItem } from '../../contests/index.js'
import { ItemEntity, ItemVersionEntity } from '../../item-bank/index.js'
import type { Memory } from '../domain/schedule.js'

/** How an item was shown once. */
export interface PracticeForm extends Omit<FormItem, 'itemVersionId'> {
  /** Makes the tokens of this showing, base64url: without it they say nothing (DR-2). */
  secret: string
  /** SHA-256 of the question as it was shown, base64url: until its first showing is kept, an item may be edited in place. */
  shown: string
}

/** What one person's answers to one item have come to, and when it comes back. */
@Entity('practice_card')
@Index('practice_card_due_ix', ['accountId', 'dueAt'])
export class PracticeCardEntity {
  @ForeignKey(() => AccountEntity, { name: 'practice_card_account_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'practice_card_pk' })
  accountId: string

  @Index('practice_card_item_ix')
  @ForeignKey(() => ItemEntity, { name: 'practice_card_item_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'practice_card_pk' })
  itemId: string

  @Column({ type: 'timestamptz' })
  dueAt: Date

  @Column({ type: 'jsonb' })
  memory: Memory

  @Column({ type: 'int' })
  answerCount: number

  @Column({ type: 'int' })
  rightCount: number
}

/** One showing of an item, and its answer once there is one. */
@Entity('practice_answer')
export class PracticeAnswerEntity {
  /** The card of the contract. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'practice_answer_pk' })
  id: string

  @Index('practice_answer_account_ix')
  @ForeignKey(() => AccountEntity, { name: 'practice_answer_account_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  accountId: string

  @Index('practice_answer_version_ix')
  @ForeignKey(() => ItemVersionEntity, { name: 'practice_answer_version_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  itemVersionId: string

  @Column({ type: 'jsonb' })
  form: PracticeForm

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  shownAt: Date

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null

  /** null: left blank. */
  @Column({ type: 'jsonb', nullable: true })
  response: ItemResponse | null

  @Column({ type: 'double precision', nullable: true })
  share: number | null
}
