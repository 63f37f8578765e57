import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { AccountEntity } from '../../identity/index.js'

/** A teacher's class; names of pupils live nowhere else and are deleted with it. */
@Entity('school_class')
@Index('school_class_owner_ix', ['ownerId'])
@Check('school_class_grade_ck', `grade BETWEEN 1 AND 12`)
export class SchoolClassEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'school_class_pk' })
  id: string

  @ForeignKey(() => AccountEntity, { name: 'school_class_owner_fk' })
  @Column({ type: 'uuid' })
  ownerId: string

  @Column({ type: 'text' })
  name: string

  @Column({ type: 'smallint', nullable: true })
  grade: number | null

  @Column({ type: 'smallint' })
  schoolYear: number

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date

  /** CR-60: on this day the class, its pupils and what they answered are deleted. */
  @Column({ type: 'date' })
  deleteOn: string
}

@Entity('pupil')
@Index('pupil_class_ix', ['classId', 'number'])
@Check('pupil_extra_ck', `extra_percent BETWEEN 0 AND 100`)
export class PupilEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pupil_pk' })
  id: string

  @ForeignKey(() => SchoolClassEntity, { name: 'pupil_class_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  classId: string

  @Column({ type: 'smallint' })
  number: number

  @Column({ type: 'text' })
  name: string

  @Column({ type: 'smallint', default: 0 })
  extraPercent: number
}

/** Items in an order, prepared for lessons. */
@Entity('lesson_set')
@Index('lesson_set_owner_ix', ['ownerId'])
@Index('lesson_set_origin_ux', ['ownerId', 'originId', 'originHash'], { unique: true, where: 'origin_id IS NOT NULL' })
export class LessonSetEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'lesson_set_pk' })
  id: string

  @ForeignKey(() => AccountEntity, { name: 'lesson_set_owner_fk' })
  @Column({ type: 'uuid' })
  ownerId: string

  @Column({ type: 'text' })
  title: string

  @Column({ type: 'jsonb' })
  places: StoredSetPlace[]

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  changedAt: Date

  /** Of a set that came in a file: the id that it has where it was made. */
  @Column({ type: 'uuid', nullable: true })
  originId: string | null

  /** And the hash of what the file held. */
  @Column({ type: 'text', nullable: true })
  originHash: string | null
}

export interface StoredSetPlace {
  kind: 'item' | 'poll' | 'word-cloud'
  itemId: string | null
  prompt: string
  choices: string[]
  limitS: number | null
  points: number
  section: string
}
