import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { RoundEntity } from '../../contests/index.js'

/** The keys of the Safe Exam Browser that a round takes. Beside the rules, because those are public. */
@Entity('safe_browser_keys')
export class SafeBrowserKeysEntity {
  @ForeignKey(() => RoundEntity, { name: 'safe_browser_keys_round_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'safe_browser_keys_pk' })
  roundId: string

  @Column({ type: 'text', array: true })
  configKeys: string[]

  @Column({ type: 'text', array: true })
  browserKeys: string[]
}
