import type { ProcessDetail, ProcessEventKind } from '@thiso/contracts/vocab'
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { AttemptEntity } from '../../attempts/index.js'

/** PE-2: something that was noted about how a paper was taken. Nothing is decided by it alone. */
@Entity('process_event')
@Index('process_event_attempt_ix', ['attemptId', 'at'])
export class ProcessEventEntity {
  /** Follows from the attempt and what it is about: the same thing told twice is one. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'process_event_pk' })
  id: string

  @ForeignKey(() => AttemptEntity, { name: 'process_event_attempt_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  attemptId: string

  @Column({ type: 'text' })
  kind: ProcessEventKind

  /** By the server's clock: the arrival, less what the page says it waited. */
  @Column({ type: 'timestamptz' })
  at: Date

  /** The device's clock; evidence only. null: the server noted it. */
  @Column({ type: 'bigint', nullable: true })
  clientAtMs: number | null

  @Column({ type: 'int', nullable: true })
  durationMs: number | null

  @Column({ type: 'jsonb', default: () => `'{}'` })
  detail: ProcessDetail

  @Index('process_event_delete_ix')
  @Column({ type: 'timestamptz' })
  deleteAfter: Date
}
