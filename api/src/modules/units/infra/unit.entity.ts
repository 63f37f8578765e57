import type { UnitKind } from '@thiso/contracts/vocab'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'

/** A node of a unit tree, with the days between which it exists (both inclusive; null = not limited). */
@Entity('unit')
@Unique('unit_code_uq', ['code'])
@Check('unit_validity_ck', 'valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to')
export class UnitEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'unit_pk' })
  id: string

  @Column({ type: 'text' })
  code: string

  @Column({ type: 'text' })
  name: string

  @Column({ type: 'text' })
  kind: UnitKind

  @Index('unit_parent_ix')
  @ForeignKey(() => UnitEntity, { name: 'unit_parent_fk' })
  @Column({ type: 'uuid', nullable: true })
  parentId: string | null

  @Column({ type: 'date', nullable: true })
  validFrom: string | null

  @Column({ type: 'date', nullable: true })
  validTo: string | null
}
