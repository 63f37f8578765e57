import type { ItemResponse, LessonPause, LessonPhase, LessonPlace, LessonSettings } from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { AccountEntity } from '../../identity/index.js'
import type { LessonAct } from '../domain/lesson-state.js'
import { SchoolClassEntity } from './class.entities.js'

/** One running of a set with a class. The columns of its state are what its acts make of it (CR-1), kept for the answers' statement. */
@Entity('lesson')
@Index('lesson_owner_ix', ['ownerId', 'createdAt'])
@Index('lesson_pin_ux', ['pin'], { unique: true, where: 'ended_at IS NULL' })
@Index('lesson_class_ix', ['classId'])
@Index('lesson_running_ix', ['id'], { where: `phase IN ('open', 'locked')` })
@Index('lesson_places_ix', { synchronize: false })
@Check('lesson_phase_ck', `phase IN ('lobby', 'open', 'locked', 'revealed', 'board', 'podium', 'ended')`)
@Check('lesson_pause_ck', `(paused_at IS NULL) = (pause IS NULL)`)
@Check('lesson_ended_ck', `(phase = 'ended') = (ended_at IS NOT NULL)`)
export class LessonEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'lesson_pk' })
  id: string

  @ForeignKey(() => AccountEntity, { name: 'lesson_owner_fk' })
  @Column({ type: 'uuid' })
  ownerId: string

  @ForeignKey(() => SchoolClassEntity, { name: 'lesson_class_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid', nullable: true })
  classId: string | null

  @Column({ type: 'text' })
  title: string

  /** null once it has ended or when it was carried in. */
  @Column({ type: 'text', nullable: true })
  pin: string | null

  /** Stands in the QR code of the class screen beside the PIN, and nobody guesses it (CR-55); null once there is no PIN. */
  @Column({ type: 'text', nullable: true })
  doorKey: string | null

  @Column({ type: 'jsonb' })
  settings: LessonSettings

  /** Option tokens come from it (DR-2). */
  @Column({ type: 'bytea' })
  secret: Buffer

  /** Frozen; no key among them. */
  @Column({ type: 'jsonb' })
  places: StoredLessonPlace[]

  @Column({ type: 'text' })
  phase: LessonPhase

  @Column({ type: 'smallint', default: 0 })
  place: number

  @Column({ type: 'timestamptz', nullable: true })
  opensAt: Date | null

  @Column({ type: 'timestamptz', nullable: true })
  closesAt: Date | null

  /** When the host locked the place (CR-3). */
  @Column({ type: 'timestamptz', nullable: true })
  lockedAt: Date | null

  /** Homework may stand for weeks. */
  @Column({ type: 'bigint', default: 0 })
  stoodMs: number

  @Column({ type: 'timestamptz', nullable: true })
  pausedAt: Date | null

  @Column({ type: 'text', nullable: true })
  pause: LessonPause | null

  @Column({ type: 'boolean', default: false })
  isLobbyLocked: boolean

  @Column({ type: 'boolean' })
  areReactionsOn: boolean

  @Column({ type: 'smallint', array: true, default: '{}' })
  skipped: number[]

  @Column({ type: 'integer', default: 0 })
  version: number

  /** While an item is open a process says every second that somebody was there to take answers (CR-40). */
  @Column({ type: 'timestamptz', nullable: true })
  aliveAt: Date | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date

  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null

  @Column({ type: 'date' })
  deleteOn: string

  /** Played elsewhere and carried in as a file. */
  @Column({ type: 'boolean', default: false })
  isCarriedIn: boolean
}

/** A place with the order in which its options are shown: the same for everybody, since the host's screen shows them too. */
export interface StoredLessonPlace extends LessonPlace {
  optionOrder: number[]
  choiceOrder: number[]
}

/** What was done with a lesson, in order; never changed. */
@Entity('lesson_act')
export class LessonActEntity {
  @ForeignKey(() => LessonEntity, { name: 'lesson_act_lesson_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'lesson_act_pk' })
  lessonId: string

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'lesson_act_pk' })
  version: number

  @Column({ type: 'jsonb' })
  act: LessonAct

  @Column({ type: 'text' })
  by: 'host' | 'remote' | 'server'

  @Column({ type: 'timestamptz' })
  at: Date
}

/** Who takes part in a lesson. */
@Entity('lesson_seat')
@Index('lesson_seat_token_ux', ['tokenHash'], { unique: true })
@Index('lesson_seat_name_ux', ['lessonId', 'foldedName'], { unique: true })
@Index('lesson_seat_pupil_ux', ['lessonId', 'pupilId'], { unique: true, where: 'pupil_id IS NOT NULL' })
@Index('lesson_seat_device_ix', ['lessonId', 'deviceHash'])
@Check('lesson_seat_floor_ck', `floor IN ('on', 'out', 'reserve')`)
export class LessonSeatEntity {
  @ForeignKey(() => LessonEntity, { name: 'lesson_seat_lesson_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'lesson_seat_pk' })
  lessonId: string

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'lesson_seat_pk' })
  number: number

  @Column({ type: 'text' })
  name: string

  /**
   * By what it is told apart: a typed name without case and marks, a pupil of the class list by the id. Of a removed seat it keeps the name
   * from coming back.
   */
  @Column({ type: 'text' })
  foldedName: string

  @Column({ type: 'uuid', nullable: true })
  pupilId: string | null

  @Column({ type: 'smallint', nullable: true })
  team: number | null

  @Column({ type: 'text' })
  tokenHash: string

  @Column({ type: 'text' })
  deviceHash: string

  @Column({ type: 'smallint', default: 0 })
  extraPercent: number

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  joinedAt: Date

  /** The place that was played when the seat was taken; 0: in the lobby. */
  @Column({ type: 'smallint' })
  joinedPlace: number

  /** When a device with the seat's token was connected last; told now and then while it is. */
  @Column({ type: 'timestamptz', nullable: true })
  hereAt: Date | null

  @Column({ type: 'timestamptz', nullable: true })
  removedAt: Date | null

  /** bell */
  @Column({ type: 'text', nullable: true })
  floor: 'on' | 'out' | 'reserve' | null

  /** bell: the place at which the seat fell. */
  @Column({ type: 'smallint', nullable: true })
  outAt: number | null

  @Column({ type: 'smallint', default: 0 })
  rescues: number

  /** race, homework: the own place and since when it is open. */
  @Column({ type: 'smallint', default: 0 })
  ownPlace: number

  @Column({ type: 'timestamptz', nullable: true })
  ownOpenedAt: Date | null
}

/** CR-52: the device that asks for a seat which another one has, one a seat, and what the host said to it. */
@Entity('seat_request')
@Index('seat_request_seat_ux', ['lessonId', 'seat'], { unique: true })
export class SeatRequestEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'seat_request_pk' })
  id: string

  @ForeignKey(() => LessonEntity, { name: 'seat_request_lesson_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  lessonId: string

  @Column({ type: 'integer' })
  seat: number

  @Column({ type: 'text' })
  deviceHash: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  askedAt: Date

  /** A device that waits asks again and again. */
  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  repeatedAt: Date

  @Column({ type: 'timestamptz', nullable: true })
  admittedAt: Date | null

  /** The device that was refused last; the present one may be another. */
  @Column({ type: 'text', nullable: true })
  refusedHash: string | null

  @Column({ type: 'timestamptz', nullable: true })
  refusedAt: Date | null
}

/** CR-3: one answer of a seat to a place; the first that was committed stands. */
@Entity('lesson_answer')
export class LessonAnswerEntity {
  @ForeignKey(() => LessonEntity, { name: 'lesson_answer_lesson_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'lesson_answer_pk' })
  lessonId: string

  @PrimaryColumn({ type: 'smallint', primaryKeyConstraintName: 'lesson_answer_pk' })
  place: number

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'lesson_answer_pk' })
  seat: number

  @Column({ type: 'jsonb' })
  response: ItemResponse

  @Column({ type: 'timestamptz' })
  receivedAt: Date

  /** ms of running clock. */
  @Column({ type: 'integer' })
  timeMs: number
}

/** A second device of the host. */
@Entity('lesson_remote')
@Index('lesson_remote_key_ux', ['keyHash'], { unique: true })
@Index('lesson_remote_code_ux', ['codeHash'], { unique: true })
export class LessonRemoteEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'lesson_remote_pk' })
  id: string

  @ForeignKey(() => LessonEntity, { name: 'lesson_remote_lesson_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  lessonId: string

  @Column({ type: 'text' })
  codeHash: string

  @Column({ type: 'timestamptz' })
  until: Date

  /** null until the code is exchanged, which works once. */
  @Column({ type: 'text', nullable: true })
  keyHash: string | null
}
