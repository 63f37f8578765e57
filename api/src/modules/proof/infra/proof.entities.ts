import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm'

/**
 * Keys with which the platform signs. The newest is in use; earlier ones stay, so that what they signed can be checked for ever.
 * Insert-only.
 */
@Entity('signing_key')
export class SigningKeyEntity {
  /** As a verifier is given it: name, id and public key. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'signing_key_pk' })
  verifierKey: string

  @Column({ type: 'text' })
  name: string

  /** 32 bytes from which the key follows; null: it comes from a setting and is not kept here. */
  @Column({ type: 'bytea', nullable: true })
  seed: Buffer | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  since: Date
}

/** A log by name ("rounds/ID" or "audit"). Who works on a log holds this row. */
@Entity('proof_log')
export class ProofLogEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'proof_log_pk' })
  log: string

  /** First line of everything signed about it; stays when the platform's address changes. */
  @Column({ type: 'text' })
  origin: string

  /** Nothing is added any more. */
  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null
}

/** What was fixed before a round; every version stays. Insert-only. No foreign key: it outlives a round that is deleted. */
@Entity('round_commitment')
export class RoundCommitmentEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'round_commitment_pk' })
  roundId: string

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'round_commitment_pk' })
  version: number

  @Column({ type: 'bytea' })
  secretCommitment: Buffer

  @Column({ type: 'bytea' })
  poolRoot: Buffer

  @Column({ type: 'int' })
  poolSize: number

  /** The signed note of it. */
  @Column({ type: 'text' })
  note: string

  @Column({ type: 'timestamptz' })
  madeAt: Date
}

/** The log of a round. Insert-only, but that the attempt of an erased person is forgotten; the tree needs the hash alone. */
@Entity('log_leaf')
@Unique('log_leaf_attempt_uq', ['attemptId'])
@Index('log_leaf_hash_ix', ['roundId', 'leafHash'])
export class LogLeafEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'log_leaf_pk' })
  roundId: string

  /** From 0, without gaps. */
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'log_leaf_pk' })
  leafIndex: number

  @Column({ type: 'bytea' })
  leafHash: Buffer

  @Column({ type: 'uuid', nullable: true })
  attemptId: string | null
}

/** Signed states of logs; insert-only. */
@Entity('log_checkpoint')
export class LogCheckpointEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'log_checkpoint_pk' })
  log: string

  /** From 1. */
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'log_checkpoint_pk' })
  ordinal: number

  @Column({ type: 'int' })
  size: number

  @Column({ type: 'bytea' })
  root: Buffer

  @Column({ type: 'text' })
  note: string

  /** The last one of its log. */
  @Column({ type: 'boolean', default: false })
  isFinal: boolean

  @Column({ type: 'timestamptz' })
  madeAt: Date
}
