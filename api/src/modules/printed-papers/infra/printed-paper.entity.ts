import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { AccountEntity } from '../../identity/index.js'
import type { PaperForm } from '../domain/make-forms.js'

/** What is printed: the orders under each code, and the points of each item as they were when the paper was made. */
export interface StoredForms {
  codes: PaperForm[]
  /** In the order of `itemVersionIds`. */
  points: number[]
}

/** A paper on paper. It is never changed; the versions that it names are frozen by standing here (IB-3). */
@Entity('printed_paper')
@Index('printed_paper_items_ix', { synchronize: false })
export class PrintedPaperEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'printed_paper_pk' })
  id: string

  @Column({ type: 'text' })
  title: string

  @Column({ type: 'text' })
  organizer: string

  @Column({ type: 'text' })
  subject: string

  @Column({ type: 'int' })
  durationMinutes: number

  /** In the order of the teacher's own copy. */
  @Column({ type: 'uuid', array: true })
  itemVersionIds: string[]

  @Column({ type: 'jsonb' })
  forms: StoredForms

  @Column({ type: 'double precision' })
  maxPoints: number

  @ForeignKey(() => AccountEntity, { name: 'printed_paper_author_fk' })
  @Column({ type: 'uuid' })
  authorId: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date
}
