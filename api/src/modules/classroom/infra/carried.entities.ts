import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { AccountEntity } from '../../identity/index.js'
import { ItemEntity } from '../../item-bank/index.js'
import type { CarriedItem } from './files/file-shapes.js'
import { LessonEntity } from './lesson.entities.js'

export interface PlayedItem {
  itemVersionId: string
  item: CarriedItem
}

/**
 * CR-82: a lesson that came in a file. Its items stand here as they were played, with their keys: the banks of this server may have others
 * under the same ids, or none.
 */
@Entity('carried_lesson')
@Index('carried_lesson_origin_ux', ['ownerId', 'originId'], { unique: true })
export class CarriedLessonEntity {
  @ForeignKey(() => LessonEntity, { name: 'carried_lesson_lesson_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'carried_lesson_pk' })
  lessonId: string

  @ForeignKey(() => AccountEntity, { name: 'carried_lesson_owner_fk' })
  @Column({ type: 'uuid' })
  ownerId: string

  /** The id that it has where it was played. */
  @Column({ type: 'uuid' })
  originId: string

  /** Of what was played: two files with the same one tell the same lesson. */
  @Column({ type: 'text' })
  sha256: string

  /** How the class is called where it was played. */
  @Column({ type: 'text', nullable: true })
  className: string | null

  /** By the version that its places name. */
  @Column({ type: 'jsonb' })
  items: PlayedItem[]

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  carriedAt: Date
}

/** CR-81: an item that came in a file, by the hash of its content, so that it comes once and its teacher may play it in class. */
@Entity('carried_item')
@Index('carried_item_item_ix', ['itemId'])
export class CarriedItemEntity {
  @ForeignKey(() => AccountEntity, { name: 'carried_item_owner_fk' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'carried_item_pk' })
  ownerId: string

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'carried_item_pk' })
  sha256: string

  @ForeignKey(() => ItemEntity, { name: 'carried_item_item_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  itemId: string
}
