import type { ComplaintState, DrawKind, DrawSource, ItemKey, RulingKind, RulingState } from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { AttemptEntity } from '../../attempts/index.js'
import { ContestEntity, RoundEntity } from '../../contests/index.js'
import { AccountEntity } from '../../identity/index.js'
import { ItemVersionEntity } from '../../item-bank/index.js'
import type { DrawLine } from '../domain/draw-list.js'
import { ResultVersionEntity } from './result.entities.js'

/** What people decided about an item or a person of a round; of several approved ones about the same, the last holds. */
@Entity('ruling')
@Index('ruling_round_ix', ['roundId', 'proposedAt'])
@Check(
  'ruling_kind_ck',
  `kind IN ('key', 'also-right', 'strike', 'all-right', 'exclude', 'reinstate', 'void-attempt', 'restore-attempt')`,
)
@Check(
  'ruling_subject_ck',
  `(kind IN ('exclude', 'reinstate')) = (account_id IS NOT NULL)
      AND (kind IN ('void-attempt', 'restore-attempt')) = (attempt_id IS NOT NULL)
      AND (account_id IS NULL AND attempt_id IS NULL) = (item_version_id IS NOT NULL)
      AND (kind IN ('key', 'also-right')) = (key IS NOT NULL)`,
)
@Check('ruling_state_ck', `state IN ('proposed', 'approved', 'rejected', 'withdrawn')`)
@Check('ruling_decided_ck', `(state = 'proposed') = (decided_at IS NULL)`)
export class RulingEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'ruling_pk' })
  id: string

  @ForeignKey(() => RoundEntity, { name: 'ruling_round_fk' })
  @Column({ type: 'uuid' })
  roundId: string

  @Column({ type: 'text' })
  kind: RulingKind

  @ForeignKey(() => ItemVersionEntity, { name: 'ruling_item_fk' })
  @Column({ type: 'uuid', nullable: true })
  itemVersionId: string | null

  @Column({ type: 'jsonb', nullable: true })
  key: ItemKey | null

  @ForeignKey(() => AccountEntity, { name: 'ruling_account_fk' })
  @Column({ type: 'uuid', nullable: true })
  accountId: string | null

  /** The attempt that does not count, or counts again; what a case ended in. */
  @ForeignKey(() => AttemptEntity, { name: 'ruling_attempt_fk' })
  @Column({ type: 'uuid', nullable: true })
  attemptId: string | null

  @Column({ type: 'text' })
  reason: string

  @Column({ type: 'text' })
  state: RulingState

  @Column({ type: 'uuid' })
  proposedBy: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  proposedAt: Date

  @Column({ type: 'uuid', nullable: true })
  decidedBy: string | null

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null

  @Column({ type: 'text', nullable: true })
  decisionReason: string | null

  /** The version that it made. */
  @ForeignKey(() => ResultVersionEntity, { name: 'ruling_version_fk' })
  @Column({ type: 'uuid', nullable: true })
  versionId: string | null
}

/** A draw among equals, from the commitment before the round to the outcome; hashes and keys in hex. */
@Entity('result_draw')
@Check(
  'result_draw_commitment_ck',
  '(secret IS NULL) = (commitment IS NULL) AND (secret IS NULL) = (committed_at IS NULL)',
)
@Check('result_draw_kind_ck', `kind IN ('round', 'total', 'units') AND (kind = 'round') = (round_id IS NOT NULL)`)
@Check('result_draw_lines_ck', `(lines IS NOT NULL) = (kind = 'units' AND named_at IS NOT NULL)`)
export class ResultDrawEntity {
  /** The round, the contest of a running total, or what `unitsScopeOf` makes of the contest of units. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'result_draw_pk' })
  scopeId: string

  @Column({ type: 'text' })
  kind: DrawKind

  @ForeignKey(() => ContestEntity, { name: 'result_draw_contest_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  contestId: string

  @ForeignKey(() => RoundEntity, { name: 'result_draw_round_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid', nullable: true })
  roundId: string | null

  /** Never leaves the server before the draw is done; null: nothing was committed in time. */
  @Column({ type: 'bytea', nullable: true })
  secret: Buffer | null

  @Column({ type: 'text', nullable: true })
  commitment: string | null

  @Column({ type: 'timestamptz', nullable: true })
  committedAt: Date | null

  @Column({ type: 'text', nullable: true })
  listRoot: string | null

  @Column({ type: 'int', nullable: true })
  listCount: number | null

  /** The version whose people are drawn. */
  @Column({ type: 'uuid', nullable: true })
  versionId: string | null

  /** Of units: the list itself, which no version has. */
  @Column({ type: 'jsonb', nullable: true })
  lines: DrawLine[] | null

  @Column({ type: 'jsonb', nullable: true })
  source: DrawSource | null

  @Column({ type: 'uuid', nullable: true })
  namedBy: string | null

  @Column({ type: 'timestamptz', nullable: true })
  namedAt: Date | null

  /** What the first person entered: the signature, or the numbers. */
  @Column({ type: 'text', nullable: true })
  entry: string | null

  @Column({ type: 'uuid', nullable: true })
  enteredBy: string | null

  @Column({ type: 'timestamptz', nullable: true })
  enteredAt: Date | null

  @Column({ type: 'text', nullable: true })
  randomness: string | null

  @Column({ type: 'text', nullable: true })
  seed: string | null

  @Column({ type: 'uuid', nullable: true })
  confirmedBy: string | null

  @Column({ type: 'timestamptz', nullable: true })
  drawnAt: Date | null

  @Column({ type: 'uuid', nullable: true })
  drawnVersionId: string | null
}

/** Phúc khảo: somebody asks to have an item or the whole result looked at again. */
@Entity('complaint')
@Index('complaint_open_uq', ['attemptId', 'position'], { unique: true, where: `state IN ('filed', 'in-review')` })
@Index('complaint_round_ix', ['roundId', 'state'])
@Index('complaint_account_ix', ['accountId', 'filedAt'])
@Check('complaint_state_ck', `state IN ('filed', 'in-review', 'upheld', 'rejected', 'withdrawn')`)
@Check('complaint_position_ck', '(position = 0) = (item_version_id IS NULL)')
@Check('complaint_decided_ck', `(state IN ('filed', 'in-review')) = (decided_at IS NULL)`)
@Check(
  'complaint_outcome_ck',
  `state NOT IN ('upheld', 'rejected') OR (outcome IS NOT NULL AND decided_by IS NOT NULL)`,
)
export class ComplaintEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'complaint_pk' })
  id: string

  @ForeignKey(() => RoundEntity, { name: 'complaint_round_fk' })
  @Column({ type: 'uuid' })
  roundId: string

  @ForeignKey(() => AccountEntity, { name: 'complaint_account_fk' })
  @Column({ type: 'uuid' })
  accountId: string

  @ForeignKey(() => AttemptEntity, { name: 'complaint_attempt_fk' })
  @Column({ type: 'uuid' })
  attemptId: string

  /** The place in the paper, from 1; 0 is the whole result. */
  @Column({ type: 'smallint' })
  position: number

  @Column({ type: 'uuid', nullable: true })
  itemVersionId: string | null

  @Column({ type: 'text' })
  text: string

  @Column({ type: 'text' })
  state: ComplaintState

  @Column({ type: 'text', nullable: true })
  outcome: string | null

  @Column({ type: 'uuid', nullable: true })
  decidedBy: string | null

  @ForeignKey(() => RulingEntity, { name: 'complaint_ruling_fk' })
  @Column({ type: 'uuid', nullable: true })
  rulingId: string | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  filedAt: Date

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null
}
