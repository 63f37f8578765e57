import type { CognitiveLevel, ItemState, Topic } from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'

@Entity('item_bank')
@Unique('item_bank_name_uq', ['name'])
export class ItemBankEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'item_bank_pk' })
  id: string

  @Column({ type: 'text' })
  name: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date
}

@Entity('item')
@Unique('item_code_uq', ['code'])
@Check('item_state_ck', `state IN ('draft', 'approved', 'retired')`)
@Index('item_cell_ix', ['bankId', 'topic', 'level', 'state'])
export class ItemEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'item_pk' })
  id: string

  @ForeignKey(() => ItemBankEntity, { name: 'item_bank_fk' })
  @Column({ type: 'uuid' })
  bankId: string

  @Column({ type: 'text' })
  code: string

  @Column({ type: 'text' })
  topic: Topic

  @Column({ type: 'text' })
  level: CognitiveLevel

  @Column({ type: 'text' })
  state: ItemState

  /** The version that authors see and new rounds draw. */
  @Column({ type: 'int' })
  version: number

  /** Stem and options of the current version, folded, for searching. */
  @Column({ type: 'text' })
  searchFolded: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  updatedAt: Date
}

/** What participants see of an item. Frozen once a round draws from it; a later change makes a new version. */
@Entity('item_version')
@Unique('item_version_uq', ['itemId', 'version'])
export class ItemVersionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'item_version_pk' })
  id: string

  @ForeignKey(() => ItemEntity, { name: 'item_version_item_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  itemId: string

  @Column({ type: 'int' })
  version: number

  @Column({ type: 'text' })
  stem: string

  /** Texts in the author's order; a response stores indices into this list. */
  @Column({ type: 'jsonb' })
  options: string[]

  @Column({ type: 'date', nullable: true })
  validFrom: string | null

  @Column({ type: 'date', nullable: true })
  validTo: string | null
}

/** The key, in a table of its own: what delivers papers never reads it. */
@Entity('item_key')
export class ItemKeyEntity {
  @ForeignKey(() => ItemVersionEntity, { name: 'item_key_version_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'item_key_pk' })
  itemVersionId: string

  /** Index of the right option in the author's order. */
  @Column({ type: 'smallint' })
  key: number

  @Column({ type: 'text' })
  explanation: string

  @Column({ type: 'jsonb' })
  sources: { title: string; url: string | null }[]
}
