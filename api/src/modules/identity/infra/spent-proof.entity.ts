import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** A proof of work that was accepted: it is not accepted again, through whatever process. Deleted once it has expired anyway. */
@Entity('spent_proof')
@Index('spent_proof_expires_ix', ['expiresAt'])
export class SpentProofEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'spent_proof_pk' })
  nonce: string

  @Column({ type: 'timestamptz' })
  expiresAt: Date
}
