import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, IsNull } from 'typeorm'
import { ClockActEntity } from './rule-change.entities.js'

@Injectable()
export class ClockActRepository {
  constructor(private readonly dataSource: DataSource) {}

  listOf(roundId: string): Promise<ClockActEntity[]> {
    return this.dataSource.getRepository(ClockActEntity).find({ where: { roundId }, order: { at: 'ASC', id: 'ASC' } })
  }

  find(manager: EntityManager, id: string): Promise<ClockActEntity | null> {
    return manager.getRepository(ClockActEntity).findOneBy({ id })
  }

  async insert(manager: EntityManager, act: Omit<ClockActEntity, 'at'>): Promise<void> {
    await manager.getRepository(ClockActEntity).insert(act)
  }

  /** Says until when the running pause of a round went. */
  async endPause(manager: EntityManager, roundId: string, toAt: Date): Promise<void> {
    await manager.getRepository(ClockActEntity).update({ roundId, kind: 'pause', toAt: IsNull() }, { toAt })
  }

  /** Rounds whose stored end came while they were paused. */
  async forgottenPauses(now: Date): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM round WHERE paused_at IS NOT NULL AND closes_at <= $1 ORDER BY id`,
      [now],
    )
    return rows.map(({ id }) => id)
  }

  /** Who has taken part in a round, or is at it now. */
  async peopleOf(manager: EntityManager, roundId: string, isRunningOnly: boolean): Promise<string[]> {
    const rows: { account_id: string }[] = await manager.query(
      `SELECT DISTINCT account_id FROM attempt WHERE round_id = $1 AND (NOT $2 OR state = 'in_progress')`,
      [roundId, isRunningOnly],
    )
    return rows.map(({ account_id }) => account_id)
  }

  /** The pauses of a round that are over. */
  async pausesOf(manager: EntityManager | null, roundId: string): Promise<{ from: number; to: number }[]> {
    const acts = await (manager ?? this.dataSource).getRepository(ClockActEntity).findBy({ roundId, kind: 'pause' })
    return acts.flatMap(({ fromAt, toAt }) => (toAt ? [{ from: fromAt.getTime(), to: toAt.getTime() }] : []))
  }
}
