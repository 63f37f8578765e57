import type {
  AgeGroup,
  CaseAct,
  CaseDecision,
  CaseGround,
  CasePart,
  CaseState,
  SignalFamily,
} from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm'
import { RoundEntity } from '../../contests/index.js'
import { AccountEntity } from '../../identity/index.js'
import { ResultVersionEntity } from '../../results/index.js'

/** What one reviewer proposed and another one approved; instants in ms since 1970. */
export interface StoredDecision {
  decision: CaseDecision
  ground: CaseGround
  words: string
  at: number
  by: string
  approvedBy: string | null
}

/** A case about one person in one round. Where it stands follows from its acts; this row is what is asked for. */
@Entity('case_file')
@Unique('case_file_number_uq', ['number'])
@Index('case_file_open_uq', ['roundId', 'accountId'], { unique: true, where: `state <> 'closed'` })
@Index('case_file_account_ix', ['accountId'])
@Index('case_file_appeal_ix', ['appealUntil'], { where: `state = 'decided'` })
@Index('case_file_delete_ix', ['deleteOn'], { where: `deleted_at IS NULL` })
@Check(
  'case_file_state_ck',
  `state IN ('opened', 'hearing', 'proposed', 'decided', 'appealed', 'appeal-proposed', 'closed')`,
)
@Check(
  'case_file_closed_ck',
  `(state = 'closed') = (closed_at IS NOT NULL) AND (closed_at IS NULL) = (delete_on IS NULL)`,
)
@Check('case_file_deleted_ck', '(deleted_at IS NULL) = (account_id IS NOT NULL)')
export class CaseFileEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'case_file_pk' })
  id: string

  /** Its number in writing (sequence case_number_seq). */
  @Column({ type: 'int' })
  number: number

  @ForeignKey(() => RoundEntity, { name: 'case_file_round_fk' })
  @Column({ type: 'uuid' })
  roundId: string

  /** null once it has been deleted. */
  @ForeignKey(() => AccountEntity, { name: 'case_file_account_fk' })
  @Column({ type: 'uuid', nullable: true })
  accountId: string | null

  /** For which the person took part. */
  @Column({ type: 'uuid', nullable: true })
  unitId: string | null

  @Column({ type: 'uuid', array: true })
  attemptIds: string[]

  /** Attempts of others that the evidence names, in the order in which they came: A, B, … */
  @Column({ type: 'uuid', array: true })
  companions: string[]

  /** As of the opening. */
  @Column({ type: 'text' })
  ageGroup: AgeGroup

  @Column({ type: 'text', nullable: true })
  guardianName: string | null

  @Column({ type: 'text' })
  state: CaseState

  @Column({ type: 'int' })
  actNo: number

  @Column({ type: 'bytea' })
  head: Buffer

  @Column({ type: 'timestamptz' })
  openedAt: Date

  @Column({ type: 'text', nullable: true })
  allegation: string | null

  @Column({ type: 'timestamptz', nullable: true })
  toldAt: Date | null

  @Column({ type: 'timestamptz', nullable: true })
  hearingUntil: Date | null

  @Column({ type: 'text', nullable: true })
  answer: string | null

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null

  /** What waits for its second person. */
  @Column({ type: 'jsonb', nullable: true })
  proposal: StoredDecision | null

  @Column({ type: 'jsonb', nullable: true })
  decision: StoredDecision | null

  @Column({ type: 'timestamptz', nullable: true })
  appealUntil: Date | null

  @Column({ type: 'text', nullable: true })
  appeal: string | null

  @Column({ type: 'timestamptz', nullable: true })
  appealedAt: Date | null

  @Column({ type: 'jsonb', nullable: true })
  appealAnswer: StoredDecision | null

  /** The newest version of results that it made. */
  @ForeignKey(() => ResultVersionEntity, { name: 'case_file_version_fk' })
  @Column({ type: 'uuid', nullable: true })
  versionId: string | null

  @Column({ type: 'timestamptz', nullable: true })
  closedAt: Date | null

  @Column({ type: 'date', nullable: true })
  deleteOn: string | null

  @Column({ type: 'timestamptz', nullable: true })
  deletedAt: Date | null
}

/** One act. Append-only and chained (CA-9); what was said in it stands apart, so that it can be deleted. */
@Entity('case_act')
export class CaseActEntity {
  @ForeignKey(() => CaseFileEntity, { name: 'case_act_case_fk' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'case_act_pk' })
  caseId: string

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'case_act_pk' })
  no: number

  @Column({ type: 'timestamptz' })
  at: Date

  @Column({ type: 'text' })
  kind: CaseAct

  @Column({ type: 'uuid', nullable: true })
  actorId: string | null

  @Column({ type: 'bytea' })
  contentHash: Buffer

  @Column({ type: 'bytea' })
  head: Buffer
}

/** What was said in an act. It never changes, and goes with the case. */
@Entity('case_note')
@ForeignKey(() => CaseActEntity, ['caseId', 'no'], ['caseId', 'no'], { name: 'case_note_act_fk' })
export class CaseNoteEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'case_note_pk' })
  caseId: string

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'case_note_pk' })
  no: number

  @Column({ type: 'bytea' })
  salt: Buffer

  @Column({ type: 'jsonb' })
  content: ActContent
}

export interface ActContent {
  words?: string
  decision?: CaseDecision
  ground?: CaseGround
  /** ms since 1970 */
  until?: number
  signals?: string[]
}

/** What a case rests on: a copy of each signal as it was, and what organizers saw. */
@Entity('case_evidence')
@Index('case_evidence_signal_uq', ['caseId', 'signalId'], { unique: true, where: 'signal_id IS NOT NULL' })
export class CaseEvidenceEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'case_evidence_pk' })
  id: string

  @ForeignKey(() => CaseFileEntity, { name: 'case_evidence_case_fk' })
  @Column({ type: 'uuid' })
  caseId: string

  @Index('case_evidence_held_ix')
  @Column({ type: 'uuid', nullable: true })
  signalId: string | null

  @Column({ type: 'text' })
  kind: string

  @Column({ type: 'text', nullable: true })
  family: SignalFamily | null

  @Column({ type: 'double precision', nullable: true })
  p: number | null

  @Column({ type: 'jsonb' })
  facts: Record<string, unknown>

  @Column({ type: 'text', nullable: true })
  note: string | null

  /** All that it is about, those of others too. */
  @Column({ type: 'uuid', array: true })
  attemptIds: string[]

  @Column({ type: 'timestamptz' })
  foundAt: Date
}

/** Who looked at which part of a case, when. Append-only. */
@Entity('case_view')
@Index('case_view_case_ix', ['caseId', 'at'])
export class CaseViewEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'case_view_pk',
  })
  id: number

  @ForeignKey(() => CaseFileEntity, { name: 'case_view_case_fk' })
  @Column({ type: 'uuid' })
  caseId: string

  @Column({ type: 'uuid' })
  accountId: string

  @Column({ type: 'text' })
  part: CasePart

  @Column({ type: 'uuid', nullable: true })
  attemptId: string | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at: Date
}
