import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { AccountEntity } from './account.entity.js'

/** ID-9: a device on which an account has been signed in. */
@Entity('account_device')
export class AccountDeviceEntity {
  @ForeignKey(() => AccountEntity, { name: 'account_device_account_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'account_device_pk' })
  accountId: string

  /** The hash of a random mark that this site keeps in the browser; it says nothing about the device itself. */
  @Index('account_device_device_ix')
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'account_device_pk' })
  device: string

  /** Browser and system in words, as of the last sign-in. */
  @Column({ type: 'text' })
  label: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  firstSeenAt: Date

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  lastSeenAt: Date
}
