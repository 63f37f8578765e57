import type { ItemDraft, ItemFormat, ItemProblem } from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { AccountEntity } from '../../identity/index.js'
import { ItemBankEntity, ItemEntity } from '../../item-bank/index.js'
import type { ImportState } from '../domain/import-states.js'

/** Something that says nearly the same: an item of the bank, or an earlier row of the file. */
export interface Duplicate {
  itemId: string | null
  ordinal: number | null
  label: string
  percent: number
}

/** One file on its way into a bank. The file itself is not kept. */
@Entity('import_batch')
@Check('import_batch_state_ck', `state IN ('reading', 'ready', 'importing', 'imported', 'undone', 'failed')`)
@Index('import_batch_author_ix', ['authorId', 'createdAt'])
@Index('import_batch_bank_ix', ['bankId', 'createdAt'])
export class ImportBatchEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'import_batch_pk' })
  id: string

  @ForeignKey(() => ItemBankEntity, { name: 'import_batch_bank_fk' })
  @Column({ type: 'uuid' })
  bankId: string

  @ForeignKey(() => AccountEntity, { name: 'import_batch_author_fk' })
  @Column({ type: 'uuid' })
  authorId: string

  @Column({ type: 'text' })
  fileName: string

  @Column({ type: 'text', nullable: true })
  format: ItemFormat | null

  @Column({ type: 'text' })
  state: ImportState

  @Column({ type: 'jsonb', nullable: true })
  error: { code: string; messages: { vi: string; en: string } } | null

  @Column({ type: 'int', default: 0 })
  progressPercent: number

  @Column({ type: 'int', default: 0 })
  rowCount: number

  @Column({ type: 'int', default: 0 })
  goodCount: number

  @Column({ type: 'int', default: 0 })
  faultyCount: number

  @Column({ type: 'int', default: 0 })
  warnedCount: number

  @Column({ type: 'int', default: 0 })
  duplicateCount: number

  @Column({ type: 'int', default: 0 })
  chosenCount: number

  @Column({ type: 'int', default: 0 })
  importedCount: number

  @Column({ type: 'int', default: 0 })
  keptCount: number

  @Column({ type: 'text', nullable: true })
  encoding: string | null

  @Column({ type: 'bytea', nullable: true })
  sha256: Buffer | null

  /** Who works on it now: a new id for every reading and every import, so that a process that was given up cannot finish. */
  @Column({ type: 'uuid', nullable: true })
  jobId: string | null

  /** The last sign of life of that job. */
  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  beatAt: Date

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date

  @Column({ type: 'timestamptz', nullable: true })
  importedAt: Date | null
}

/** One item of the file. */
@Entity('import_row')
export class ImportRowEntity {
  @ForeignKey(() => ImportBatchEntity, { name: 'import_row_batch_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'import_row_pk' })
  batchId: string

  /** From 1, in the order of the file. */
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'import_row_pk' })
  ordinal: number

  @Column({ type: 'text' })
  place: string

  @Column({ type: 'jsonb' })
  draft: ItemDraft

  @Column({ type: 'jsonb' })
  problems: ItemProblem[]

  @Column({ type: 'jsonb' })
  duplicates: Duplicate[]

  /** For finding rows that say nearly the same. */
  @Column({ type: 'int', array: true })
  stemBands: number[]

  @Column({ type: 'boolean' })
  isFaulty: boolean

  @Column({ type: 'boolean' })
  isChosen: boolean

  /** The item that it has become. */
  @Index('import_row_item_ix')
  @ForeignKey(() => ItemEntity, { name: 'import_row_item_fk', onDelete: 'SET NULL' })
  @Column({ type: 'uuid', nullable: true })
  itemId: string | null
}
