import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { AccountEntity } from './account.entity.js'

/** One signed-in device. Only the hash of its token is stored. */
@Entity('session')
@Unique('session_token_uq', ['tokenHash'])
export class SessionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'session_pk' })
  id: string

  @Column({ type: 'bytea' })
  tokenHash: Buffer

  @Index('session_account_ix')
  @ForeignKey(() => AccountEntity, { name: 'session_account_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  accountId: string

  /** Browser and system in words ("Chrome, Android"); no version, no address. */
  @Column({ type: 'text' })
  label: string

  /** The mark of the device (ID-9); null: from before devices had one. */
  @Column({ type: 'text', nullable: true })
  device: string | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  startedAt: Date

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  lastSeenAt: Date

  @Column({ type: 'timestamptz' })
  expiresAt: Date
}
