import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm'

/** One act of one person. Append-only: a trigger refuses changes. */
@Entity('audit_entry')
@Index('audit_entry_actor_ix', ['actorId', 'act'])
@Index('audit_entry_subject_ix', ['subject', 'act'])
export class AuditEntryEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'audit_entry_pk',
  })
  id: number

  @Index('audit_entry_at_ix')
  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at: Date

  /** null: the platform itself. */
  @Column({ type: 'uuid', nullable: true })
  actorId: string | null

  @Column({ type: 'text' })
  act: string

  @Column({ type: 'text' })
  subject: string

  @Column({ type: 'jsonb', default: {} })
  detail: Record<string, unknown>
}
