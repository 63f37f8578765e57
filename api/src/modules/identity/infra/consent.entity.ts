import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm'
import { AccountEntity } from './account.entity.js'

/** Proof that a text was agreed to: which version, by whom, when. */
@Entity('consent')
@Check('consent_given_by_ck', `given_by IN ('self', 'guardian')`)
export class ConsentEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'consent_pk',
  })
  id: number

  @Index('consent_account_ix')
  @ForeignKey(() => AccountEntity, { name: 'consent_account_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  accountId: string

  @Column({ type: 'text' })
  version: string

  @Column({ type: 'text' })
  textSha256: string

  @Column({ type: 'text' })
  givenBy: 'self' | 'guardian'

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  givenAt: Date
}
