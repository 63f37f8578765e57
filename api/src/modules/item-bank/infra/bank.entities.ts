import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { AccountEntity } from '../../identity/index.js'

@Entity('item_bank')
@Unique('item_bank_name_uq', ['name'])
export class ItemBankEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'item_bank_pk' })
  id: string

  @Column({ type: 'text' })
  name: string

  /** The teacher whose bank it is; null for the province's. */
  @ForeignKey(() => AccountEntity, { name: 'item_bank_owner_fk' })
  @Column({ type: 'uuid', nullable: true })
  ownerId: string | null

  @Column({ type: 'boolean', default: false })
  isOpenForPractice: boolean

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date
}

/** Teachers who may read and write a bank that is not their own. */
@Entity('bank_member')
export class BankMemberEntity {
  @ForeignKey(() => ItemBankEntity, { name: 'bank_member_bank_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'bank_member_pk' })
  bankId: string

  @Index('bank_member_account_ix')
  @ForeignKey(() => AccountEntity, { name: 'bank_member_account_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'bank_member_pk' })
  accountId: string
}
