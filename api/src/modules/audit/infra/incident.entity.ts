import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Server errors counted by minute; see platform/metrics/incidents. */
@Entity('incident')
export class IncidentEntity {
  @PrimaryColumn({ type: 'timestamptz', primaryKeyConstraintName: 'incident_pk' })
  minute: Date

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'incident_pk' })
  code: string

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'incident_pk' })
  route: string

  @Column({ type: 'int' })
  count: number
}
