import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { ContestEntity } from '../../contests/index.js'

/** What certificates of a list say beside the winner; the place also stands on minutes and reports. */
@Entity('certificate_form')
export class CertificateFormEntity {
  @ForeignKey(() => ContestEntity, { name: 'certificate_form_contest_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'certificate_form_pk' })
  contestId: string

  /** A round's id, `total` or `collective`. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'certificate_form_pk' })
  list: string

  @Column({ type: 'text' })
  place: string

  /** Number and date of the decision to award; empty: not known yet. */
  @Column({ type: 'text' })
  decision: string

  @Column({ type: 'text' })
  signerRole: string

  @Column({ type: 'text' })
  signerName: string

  @Column({ type: 'uuid' })
  savedBy: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  savedAt: Date
}
