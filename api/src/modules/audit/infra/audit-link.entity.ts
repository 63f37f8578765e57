import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm'

/**
 * HC-6: the place of an entry in the chain of the audit log and the head after it. Written by a job, in the order in which entries were
 * seen committed, so that nobody who acts waits for another. Append-only.
 */
@Entity('audit_link')
@Unique('audit_link_entry_uq', ['entryId'])
@Check('audit_link_head_ck', 'octet_length(head) = 32')
export class AuditLinkEntity {
  /** 1-based, without gaps. */
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'audit_link_pk' })
  linkNo: number

  @Column({ type: 'bigint' })
  entryId: number

  @Column({ type: 'bytea' })
  head: Buffer
}
