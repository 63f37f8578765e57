import type { Topic } from '@thiso/contracts/vocab'
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'

/** A branch of the topic tree; the eight topics are its roots. */
@Entity('subtopic')
export class SubtopicEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'subtopic_pk' })
  id: string

  @Column({ type: 'text' })
  topic: Topic

  @ForeignKey(() => SubtopicEntity, { name: 'subtopic_parent_fk' })
  @Column({ type: 'uuid', nullable: true })
  parentId: string | null

  @Column({ type: 'jsonb' })
  name: { vi: string; en: string }
}
