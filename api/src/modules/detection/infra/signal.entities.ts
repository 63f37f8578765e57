import type { DetectionRunState, DetectionStage, SignalFamily } from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { AttemptEntity } from '../../attempts/index.js'
import { RoundEntity } from '../../contests/index.js'
import { AccountEntity } from '../../identity/index.js'

/** One search for signals in a round, with all that is needed to work its numbers out again. */
@Entity('detection_run')
@Index('detection_run_running_uq', ['roundId'], { unique: true, where: `state = 'running'` })
@Check('detection_run_state_ck', `state IN ('running', 'done', 'failed', 'stopped')`)
export class DetectionRunEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'detection_run_pk' })
  id: string

  @Index('detection_run_round_ix')
  @ForeignKey(() => RoundEntity, { name: 'detection_run_round_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  roundId: string

  @Column({ type: 'text' })
  state: DetectionRunState

  /** Null: the platform began it by itself after the round. */
  @ForeignKey(() => AccountEntity, { name: 'detection_run_starter_fk' })
  @Column({ type: 'uuid', nullable: true })
  startedBy: string | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  startedAt: Date

  /** The last sign of life. */
  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  aliveAt: Date

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null

  @Column({ type: 'text', default: 'loading' })
  stage: DetectionStage

  /** Of the stage, in percent. */
  @Column({ type: 'smallint', default: 0 })
  progress: number

  /** The thresholds that it went by. */
  @Column({ type: 'jsonb', nullable: true })
  settings: Record<string, unknown> | null

  /** SHA-256 of the evidence in canonical JSON, as hex: the same evidence, settings and code give the same signals. */
  @Column({ type: 'text', nullable: true })
  evidenceHash: string | null

  @Column({ type: 'text', nullable: true })
  codeVersion: string | null

  /** How many attempts were looked at, pairs compared, signals of each kind found, and what it estimated of the items. */
  @Column({ type: 'jsonb', default: () => `'{}'` })
  summary: Record<string, unknown>

  /** Why it failed, for the log of the operator. */
  @Column({ type: 'text', nullable: true })
  failure: string | null
}

/** Something about attempts that chance rarely makes. It decides nothing. */
@Entity('signal')
export class SignalEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'signal_pk' })
  id: string

  @Index('signal_round_ix')
  @ForeignKey(() => RoundEntity, { name: 'signal_round_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  roundId: string

  @Index('signal_run_ix')
  @ForeignKey(() => DetectionRunEntity, { name: 'signal_run_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  runId: string

  @Column({ type: 'text' })
  kind: string

  @Column({ type: 'text' })
  family: SignalFamily

  /** How often chance alone makes something as strong; null where no such figure exists. */
  @Column({ type: 'double precision', nullable: true })
  p: number | null

  /** The same after everything that was tested. */
  @Column({ type: 'double precision', nullable: true })
  adjustedP: number | null

  /** The share of honest people whom a signal of this kind may reach, as stated of its threshold. */
  @Column({ type: 'double precision', nullable: true })
  falseAlarmRate: number | null

  /** What the screen shows; no name, no birth date. */
  @Column({ type: 'jsonb' })
  facts: Record<string, unknown>

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  foundAt: Date
}

/** The attempts that a signal is about; a group is one signal. */
@Entity('signal_subject')
export class SignalSubjectEntity {
  @ForeignKey(() => SignalEntity, { name: 'signal_subject_signal_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'signal_subject_pk' })
  signalId: string

  @Index('signal_subject_attempt_ix')
  @ForeignKey(() => AttemptEntity, { name: 'signal_subject_attempt_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'signal_subject_pk' })
  attemptId: string
}

/** What was deleted on its day: how much of which kind, never about whom. */
@Entity('signal_deletion')
export class SignalDeletionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'signal_deletion_pk' })
  id: string

  @Index('signal_deletion_round_ix')
  @ForeignKey(() => RoundEntity, { name: 'signal_deletion_round_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  roundId: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  deletedAt: Date

  /** Signals by kind. */
  @Column({ type: 'jsonb' })
  counts: Record<string, number>

  /** Signals that stayed because a case holds them. */
  @Column({ type: 'int' })
  keptCount: number
}
