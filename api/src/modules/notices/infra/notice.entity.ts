import type { NoticeKind, NoticeParams } from '@thiso/contracts/vocab'
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { AccountEntity } from '../../identity/index.js'

/** One thing that one person was told. */
@Entity('notice')
@Index('notice_account_ix', ['accountId', 'createdAt'])
@Index('notice_unread_ix', ['accountId'], { where: `read_at IS NULL` })
export class NoticeEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'notice_pk' })
  id: string

  @ForeignKey(() => AccountEntity, { name: 'notice_account_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  accountId: string

  @Column({ type: 'text' })
  kind: NoticeKind

  /** What the sentence of the kind is filled with. */
  @Column({ type: 'jsonb' })
  params: NoticeParams[NoticeKind]

  /** A page of the contest site. */
  @Column({ type: 'text', nullable: true })
  link: string | null

  /** The moment of telling by the database's clock: people who are told together have the same one. */
  @Column({ type: 'timestamptz', default: () => 'statement_timestamp()' })
  createdAt: Date

  @Column({ type: 'timestamptz', nullable: true })
  readAt: Date | null
}
