import type { CommentAct } from '@thiso/contracts/vocab'
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { AccountEntity } from '../../identity/index.js'
import { ItemEntity } from './item.entities.js'

/** What people leave behind while they work on items. */

@Entity('item_comment')
export class ItemCommentEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'item_comment_pk' })
  id: string

  @Index('item_comment_item_ix')
  @ForeignKey(() => ItemEntity, { name: 'item_comment_item_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  itemId: string

  @Column({ type: 'int' })
  version: number

  @ForeignKey(() => AccountEntity, { name: 'item_comment_author_fk' })
  @Column({ type: 'uuid', nullable: true })
  authorId: string | null

  @Column({ type: 'text' })
  text: string

  /** The act that the comment came with. */
  @Column({ type: 'text', nullable: true })
  act: CommentAct | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at: Date
}

/** A list's filters under a name. */
@Entity('item_view')
@Unique('item_view_name_uq', ['accountId', 'name'])
export class ItemViewEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'item_view_pk' })
  id: string

  @ForeignKey(() => AccountEntity, { name: 'item_view_account_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  accountId: string

  @Column({ type: 'text' })
  name: string

  @Column({ type: 'text' })
  query: string
}

@Entity('bulk_edit')
@Index('bulk_edit_author_ix', ['authorId', 'at'])
export class BulkEditEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'bulk_edit_pk' })
  id: string

  @ForeignKey(() => AccountEntity, { name: 'bulk_edit_author_fk' })
  @Column({ type: 'uuid' })
  authorId: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at: Date

  @Column({ type: 'jsonb' })
  change: Record<string, unknown>

  /** The changed columns of every item as they were. */
  @Column({ type: 'jsonb' })
  before: Record<string, unknown>[]

  @Column({ type: 'jsonb' })
  refused: { itemId: string; code: string; reason: { vi: string; en: string } }[]

  @Column({ type: 'timestamptz', nullable: true })
  undoneAt: Date | null
}

/** A picture or a sound of an item. */
@Entity('media')
export class MediaEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'media_pk' })
  id: string

  @Column({ type: 'text' })
  kind: 'image' | 'audio'

  @Column({ type: 'text' })
  mime: string

  @Column({ type: 'bytea' })
  bytes: Buffer

  @Index('media_sha256_ix')
  @Column({ type: 'bytea' })
  sha256: Buffer

  @Column({ type: 'int', nullable: true })
  width: number | null

  @Column({ type: 'int', nullable: true })
  height: number | null

  @ForeignKey(() => AccountEntity, { name: 'media_uploaded_by_fk' })
  @Column({ type: 'uuid', nullable: true })
  uploadedBy: string | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at: Date
}
