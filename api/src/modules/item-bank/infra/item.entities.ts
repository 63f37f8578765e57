import type {
  CitationRole,
  CognitiveLevel,
  ItemKey,
  ItemQuestion,
  ItemState,
  ItemType,
  Topic,
} from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { AccountEntity } from '../../identity/index.js'
import { SubtopicEntity } from './subtopic.entity.js'
import { ItemBankEntity } from './bank.entities.js'

/** A source as an item names it: a document of the register, or one of its own. */
export interface StoredCitation {
  documentId: string | null
  title: string
  url: string
  locator: string
  role: CitationRole
}

@Entity('item')
@Unique('item_code_uq', ['code'])
@Check('item_state_ck', `state IN ('draft', 'in_review', 'approved', 'retired')`)
@Index('item_cell_ix', ['bankId', 'topic', 'level', 'state'])
@Index('item_search_ix', { synchronize: false })
@Index('item_tags_ix', { synchronize: false })
@Index('item_facts_ix', { synchronize: false })
@Index('item_documents_ix', { synchronize: false })
@Index('item_basis_ix', { synchronize: false })
@Index('item_units_ix', { synchronize: false })
@Index('item_stem_bands_ix', { synchronize: false })
export class ItemEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'item_pk' })
  id: string

  @ForeignKey(() => ItemBankEntity, { name: 'item_bank_fk' })
  @Column({ type: 'uuid' })
  bankId: string

  @Column({ type: 'text' })
  code: string

  @Index('item_type_ix')
  @Column({ type: 'text' })
  type: ItemType

  @Column({ type: 'text' })
  topic: Topic

  @ForeignKey(() => SubtopicEntity, { name: 'item_subtopic_fk' })
  @Column({ type: 'uuid', nullable: true })
  subtopicId: string | null

  @Column({ type: 'text' })
  level: CognitiveLevel

  @Column({ type: 'text' })
  state: ItemState

  /** The version that authors see and new rounds draw. */
  @Column({ type: 'int' })
  version: number

  /** The stem of the current version without markup. */
  @Column({ type: 'text' })
  stemText: string

  /** Everything in the current version that people search by, folded to plain words. */
  @Column({ type: 'text' })
  searchFolded: string

  /** The author's weight, for papers that use weights. */
  @Column({ type: 'double precision' })
  points: number

  /** Expected share of right answers, in percent. */
  @Column({ type: 'smallint', nullable: true })
  intendedDifficulty: number | null

  @Column({ type: 'text', array: true, default: '{}' })
  tags: string[]

  @Column({ type: 'text', array: true, default: '{}' })
  competences: string[]

  /** Entries of the fact list that the item was written from. */
  @Column({ type: 'text', array: true, default: '{}' })
  facts: string[]

  /** Units that the item is about. */
  @Column({ type: 'uuid', array: true, default: '{}' })
  unitIds: string[]

  /** Documents that the current version cites, and those of them that it rests on. */
  @Column({ type: 'uuid', array: true, default: '{}' })
  documentIds: string[]

  @Column({ type: 'uuid', array: true, default: '{}' })
  basisDocumentIds: string[]

  /** Items of one group never stand on one paper; '' for none. */
  @Column({ type: 'text', default: '' })
  exclusionGroup: string

  /** Variants of one question; they never stand on one paper either. */
  @Column({ type: 'text', default: '' })
  variantGroup: string

  @Column({ type: 'boolean', default: false })
  hasEnglish: boolean

  /** For finding items that say nearly the same. */
  @Column({ type: 'int', array: true, default: '{}' })
  stemBands: number[]

  /** Who wrote the current version; null for content that came with the platform. */
  @ForeignKey(() => AccountEntity, { name: 'item_author_fk' })
  @Column({ type: 'uuid', nullable: true })
  authorId: string | null

  /** The import that it came with. */
  @Index('item_batch_ix')
  @Column({ type: 'uuid', nullable: true })
  batchId: string | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  updatedAt: Date
}

/** What participants see of an item. Frozen once a round or a printed paper uses it; a later change makes a new version. */
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

  /** A response stores indices into its options and choices. */
  @Column({ type: 'jsonb' })
  question: ItemQuestion

  @Column({ type: 'date', nullable: true })
  validFrom: string | null

  @Index('item_version_valid_to_ix')
  @Column({ type: 'date', nullable: true })
  validTo: string | null

  @ForeignKey(() => AccountEntity, { name: 'item_version_author_fk' })
  @Column({ type: 'uuid', nullable: true })
  authorId: string | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date
}

/** The key, in a table of its own: what delivers papers never reads it. */
@Entity('item_key')
export class ItemKeyEntity {
  @ForeignKey(() => ItemVersionEntity, { name: 'item_key_version_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'item_key_pk' })
  itemVersionId: string

  @Column({ type: 'jsonb' })
  key: ItemKey

  @Column({ type: 'jsonb' })
  explanation: { vi: string; en: string }

  @Column({ type: 'jsonb' })
  citations: StoredCitation[]
}
