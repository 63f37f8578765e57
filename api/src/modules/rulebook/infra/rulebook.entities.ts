import type { Locale } from '@thiso/contracts/vocab'
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { ContestEntity } from '../../contests/index.js'
import { AccountEntity } from '../../identity/index.js'
import type { Article, RulebookEdits, RulebookHead } from '../domain/rulebook-facts.js'

/** What organizers are writing around the settings. */
@Entity('rulebook')
export class RulebookEntity {
  @ForeignKey(() => ContestEntity, { name: 'rulebook_contest_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'rulebook_pk' })
  contestId: string

  @Column({ type: 'int', default: 1 })
  revision: number

  @Column({ type: 'jsonb' })
  edits: RulebookEdits

  @Column({ type: 'jsonb' })
  head: RulebookHead
}

/** A thể lệ as it was published; the database refuses to change it. */
@Entity('rulebook_version')
export class RulebookVersionEntity {
  @ForeignKey(() => ContestEntity, { name: 'rulebook_version_contest_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'rulebook_version_pk' })
  contestId: string

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'rulebook_version_pk' })
  version: number

  @Column({ type: 'jsonb' })
  head: RulebookHead

  @Column({ type: 'jsonb' })
  articles: Record<Locale, Article[]>

  /** SHA-256 of head and articles in canonical JSON, as hex. */
  @Column({ type: 'text' })
  hash: string

  @ForeignKey(() => AccountEntity, { name: 'rulebook_version_publisher_fk' })
  @Column({ type: 'uuid', nullable: true })
  publishedBy: string | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  publishedAt: Date
}
