import type { DocumentKind } from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'

/** A document that items cite: a law, a decision, a plan, an article. */
@Entity('source_document')
@Check('source_document_force_ck', 'in_force_from IS NULL OR in_force_to IS NULL OR in_force_from <= in_force_to')
export class SourceDocumentEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'source_document_pk' })
  id: string

  /** "749/QĐ-TTg"; '' for what has none. */
  @Column({ type: 'text' })
  number: string

  @Column({ type: 'text' })
  kind: DocumentKind

  @Column({ type: 'text' })
  title: string

  @Column({ type: 'text' })
  issuer: string

  @Column({ type: 'date', nullable: true })
  issuedOn: string | null

  @Column({ type: 'date', nullable: true })
  inForceFrom: string | null

  /** The last day in force. */
  @Column({ type: 'date', nullable: true })
  inForceTo: string | null

  @ForeignKey(() => SourceDocumentEntity, { name: 'source_document_replaced_by_fk' })
  @Column({ type: 'uuid', nullable: true })
  replacedById: string | null

  @Column({ type: 'text' })
  url: string

  @Column({ type: 'text', default: '' })
  note: string

  @Column({ type: 'text' })
  searchFolded: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  updatedAt: Date
}
