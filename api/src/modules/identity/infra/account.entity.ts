import type { Role } from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { UnitEntity } from '../../units/index.js'

/** One person, one account. Holds no national id number, no address, no photo. */
@Entity('account')
@Unique('account_login_uq', ['login'])
@Check('account_role_ck', `role IN ('administrator', 'organizer', 'teacher', 'contestant')`)
export class AccountEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'account_pk' })
  id: string

  @Column({ type: 'text' })
  role: Role

  @Column({ type: 'text' })
  login: string

  @Column({ type: 'text' })
  passwordHash: string

  @Column({ type: 'boolean', default: false })
  mustChangePassword: boolean

  @Column({ type: 'text' })
  fullName: string

  /** For searching: lower case, no diacritics. */
  @Column({ type: 'text' })
  nameFolded: string

  @Column({ type: 'date', nullable: true })
  birthDate: string | null

  @Index('account_unit_ix')
  @ForeignKey(() => UnitEntity, { name: 'account_unit_fk' })
  @Column({ type: 'uuid', nullable: true })
  unitId: string | null

  @Column({ type: 'text', nullable: true })
  guardianName: string | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date
}
