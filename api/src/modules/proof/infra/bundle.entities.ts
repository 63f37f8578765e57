import { Column, Entity, PrimaryColumn } from 'typeorm'

/** VB-3: what was signed when a bundle was made; insert-only, kept for ever. */
@Entity('results_note')
export class ResultsNoteEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'results_note_pk' })
  roundId: string

  /** From 1. */
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'results_note_pk' })
  edition: number

  @Column({ type: 'uuid' })
  versionId: string

  @Column({ type: 'int' })
  versionNumber: number

  /** What it was made of: another one asks for another edition. */
  @Column({ type: 'text' })
  basis: string

  @Column({ type: 'text' })
  note: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  madeAt: Date
}

/** A piece of the newest bundle of a round: compressed by itself; all of them one after the other are the file. */
@Entity('bundle_part')
export class BundlePartEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'bundle_part_pk' })
  roundId: string

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'bundle_part_pk' })
  edition: number

  /** From 0. */
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'bundle_part_pk' })
  partNo: number

  @Column({ type: 'bytea' })
  content: Buffer
}

/** VB-10: that organizers let anybody have the bundles of a round. */
@Entity('bundle_release')
export class BundleReleaseEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'bundle_release_pk' })
  roundId: string

  @Column({ type: 'uuid' })
  releasedBy: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  releasedAt: Date
}
