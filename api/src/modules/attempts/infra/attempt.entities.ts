import type { AttemptState, SubmitKind } from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { type FormItem, RoundEntity } from '../../contests/index.js'
import { AccountEntity } from '../../identity/index.js'
import { UnitEntity } from '../../units/index.js'

@Entity('attempt')
@Unique('attempt_no_uq', ['roundId', 'accountId', 'attemptNo'])
@Index('attempt_running_uq', ['roundId', 'accountId'], { unique: true, where: `state = 'in_progress'` })
@Index('attempt_overdue_ix', ['acceptUntil'], { where: `state = 'in_progress'` })
@Index('attempt_started_ix', ['roundId', 'startedAt'])
@Index('attempt_submitted_ix', ['roundId', 'submittedAt'])
@Index('attempt_account_ix', ['accountId'])
@Index('attempt_replaces_uq', ['replacesId'], { unique: true, where: `replaces_id IS NOT NULL` })
@Check('attempt_state_ck', `state IN ('in_progress', 'submitted')`)
@Check(
  'attempt_submitted_ck',
  `(state = 'submitted') = (submitted_at IS NOT NULL AND points IS NOT NULL AND receipt_code IS NOT NULL)`,
)
export class AttemptEntity {
  /** Follows from round, account and number (AT-1): the server cannot shop around for a paper. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'attempt_pk' })
  id: string

  @ForeignKey(() => RoundEntity, { name: 'attempt_round_fk' })
  @Column({ type: 'uuid' })
  roundId: string

  @ForeignKey(() => AccountEntity, { name: 'attempt_account_fk' })
  @Column({ type: 'uuid' })
  accountId: string

  /** The unit for which the person took part, as of the start. */
  @ForeignKey(() => UnitEntity, { name: 'attempt_unit_fk' })
  @Column({ type: 'uuid', nullable: true })
  unitId: string | null

  @Column({ type: 'int' })
  attemptNo: number

  @Column({ type: 'text' })
  state: AttemptState

  /** The tab that may write; see AT-5. */
  @Column({ type: 'text' })
  holder: string

  /** The paper as drawn. */
  @Column({ type: 'jsonb' })
  form: FormItem[]

  @Column({ type: 'timestamptz' })
  startedAt: Date

  @Column({ type: 'timestamptz' })
  deadlineAt: Date

  /** Deadline plus grace: an answer counts if it arrived by then. */
  @Column({ type: 'timestamptz' })
  acceptUntil: Date

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt: Date | null

  @Column({ type: 'text', nullable: true })
  submitKind: SubmitKind | null

  /** In hundredths at the finest. */
  @Column({ type: 'double precision', nullable: true })
  points: number | null

  @Column({ type: 'double precision' })
  maxPoints: number

  /** How many items were wholly right. */
  @Column({ type: 'int', nullable: true })
  rightCount: number | null

  /** Answer to the prediction question; null: none was given, or none was asked. */
  @Column({ type: 'int', nullable: true })
  prediction: number | null

  /** false: it ended without everything answered where the rules ask for that; scored, but without a place. */
  @Column({ type: 'boolean', default: true })
  isRanked: boolean

  /** What speed added and what wrong and blank answers cost, in points; both are in `points`. */
  @Column({ type: 'double precision', nullable: true })
  bonus: number | null

  @Column({ type: 'double precision', nullable: true })
  penalty: number | null

  /** The person's earlier attempts whose items came last in the draw of this one (DR-7); empty where the rules do not say so. */
  @Column({ type: 'uuid', array: true, default: () => `'{}'` })
  drawnAfter: string[]

  /** EX-2: the day pool that its paper was drawn from, as of the start; 0 where the round has one. */
  @Column({ type: 'smallint', default: 0 })
  poolPart: number

  /** The attempt that an outage had cut off and in whose place this one stands (CL-7). */
  @ForeignKey(() => AttemptEntity, { name: 'attempt_replaces_fk' })
  @Column({ type: 'uuid', nullable: true })
  replacesId: string | null

  /** The rules that it was taken under. */
  @Column({ type: 'int', default: 1 })
  rulesVersion: number

  /** Of a paper with one-way movement: the open place, one past the last when all are over; null: the whole paper is open. */
  @Column({ type: 'smallint', nullable: true })
  openPosition: number | null

  /** Until when an answer to the open place counts, grace included. */
  @Column({ type: 'timestamptz', nullable: true })
  openUntil: Date | null

  /** Extra time of the person, in percent of the limit. */
  @Column({ type: 'smallint', default: 0 })
  extraPercent: number

  /** How much of it there was before the end of the round, in hundredths of a percent of the limit; null: all of it, or it still runs. */
  @Column({ type: 'int', nullable: true })
  usableExtra: number | null

  /** What organizers took out of this attempt's clock, in ms. */
  @Column({ type: 'int', default: 0 })
  creditMs: number

  /** The contest's table in which the person took part, as of the start; null: the contest has none. */
  @Column({ type: 'text', nullable: true })
  tableCode: string | null

  /** The network from which it was started, shortened (/24 or /48): for credits after an outage. */
  @Column({ type: 'text', nullable: true })
  network: string | null

  /** The mark of the device on which it was started (ID-9); null: not known. */
  @Column({ type: 'text', nullable: true })
  device: string | null

  /** What was said before the start about what is noted (PE-1): its version and hash; null: nothing was, and nothing is noted. */
  @Column({ type: 'text', nullable: true })
  noticeVersion: string | null

  @Column({ type: 'text', nullable: true })
  noticeSha256: string | null

  @Column({ type: 'int', nullable: true })
  answeredCount: number | null

  @Column({ type: 'int', nullable: true })
  timeUsedS: number | null

  @Column({ type: 'text', nullable: true })
  receiptCode: string | null

  /** Grows with every closing (sequence attempt_closed_seq), so that standings can catch up from where they were. */
  @Index('attempt_closed_seq_ix')
  @Column({ type: 'bigint', nullable: true })
  closedSeq: number | null
}

/**
 * Every choice and every change of a choice, in the order in which the person made them. Append-only: a trigger refuses
 * changes. No foreign key: each insert is joined to its locked attempt in the same statement, which says more.
 */
@Entity('response_event')
export class ResponseEventEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'response_event_pk' })
  attemptId: string

  /** The participant's own count of changes in this attempt; the highest of a position is the response. */
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'response_event_pk' })
  seq: number

  @Column({ type: 'smallint' })
  position: number

  /** Author indices, or what was typed; null = left blank again. */
  @Column({ type: 'jsonb', nullable: true })
  response: number[] | string | null

  /** The participant's own clock: evidence at most. */
  @Column({ type: 'bigint', nullable: true })
  clientAtMs: number | null

  @Column({ type: 'timestamptz' })
  receivedAt: Date

  /** Its number in the attempt's chain, 1-based (HC-1); null: from before there were chains. */
  @Column({ type: 'int', nullable: true })
  linkNo: number | null
}

/**
 * When each place of a one-way paper was opened, by the server's clock. Append-only like the answers; a place that has an opening after it
 * is closed for good.
 */
@Entity('place_opening')
export class PlaceOpeningEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'place_opening_pk' })
  attemptId: string

  @PrimaryColumn({ type: 'smallint', primaryKeyConstraintName: 'place_opening_pk' })
  position: number

  @Column({ type: 'timestamptz' })
  openedAt: Date

  /** What organizers had taken out of the attempt's clock by then: only what came later lengthens the item's clock. */
  @Column({ type: 'int', default: 0 })
  creditMs: number

  /** Its number in the attempt's chain, 1-based (HC-1); null: from before there were chains. */
  @Column({ type: 'int', nullable: true })
  linkNo: number | null
}
