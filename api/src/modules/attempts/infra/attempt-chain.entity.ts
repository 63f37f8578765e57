import { Check, Column, Entity, PrimaryColumn } from 'typeorm'

/**
 * HC-1: how long the chain of an attempt's records is and its head; apart from the attempt, since every answer writes it anew. It only
 * grows (a trigger), and its head stands once it has ended. Attempts that had ended before there were chains have none.
 */
@Entity('attempt_chain')
@Check('attempt_chain_head_ck', 'octet_length(head) = 32')
@Check('attempt_chain_salt_ck', 'salt IS NULL OR octet_length(salt) = 16')
export class AttemptChainEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'attempt_chain_pk' })
  attemptId: string

  @Column({ type: 'int' })
  links: number

  @Column({ type: 'bytea' })
  head: Buffer

  /** 16 random bytes, drawn when the attempt ended: with the head they make its leaf in the round's log. */
  @Column({ type: 'bytea', nullable: true })
  salt: Buffer | null
}
