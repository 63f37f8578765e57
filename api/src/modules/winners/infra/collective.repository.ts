import type { CollectivePlan } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { CollectivePlanEntity, RosterRecordEntity, UnitRosterEntity } from './winner.entities.js'

export type NewRoster = Omit<UnitRosterEntity, 'confirmedAt'>

@Injectable()
export class CollectiveRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findPlan(contestId: string, manager: Transaction = this.dataSource.manager): Promise<CollectivePlan | null> {
    return (await manager.getRepository(CollectivePlanEntity).findOneBy({ contestId }))?.plan ?? null
  }

  async savePlan(manager: Transaction, contestId: string, plan: CollectivePlan, savedBy: string): Promise<void> {
    await manager.query(
      `INSERT INTO collective_prize_plan (contest_id, plan, saved_by) VALUES ($1, $2, $3)
       ON CONFLICT (contest_id) DO UPDATE SET plan = excluded.plan, saved_by = excluded.saved_by, saved_at = clock_timestamp()`,
      [contestId, JSON.stringify(plan), savedBy],
    )
  }

  rosters(contestId: string): Promise<UnitRosterEntity[]> {
    return this.dataSource.getRepository(UnitRosterEntity).findBy({ contestId })
  }

  /** Every roster that was ever confirmed, the newest first. */
  rosterRecords(contestId: string): Promise<RosterRecordEntity[]> {
    return this.dataSource.getRepository(RosterRecordEntity).find({ where: { contestId }, order: { id: 'DESC' } })
  }

  async saveRoster(manager: Transaction, roster: NewRoster): Promise<void> {
    const { contestId, unitId, size, confirmedBy, recordedBy, isLate, reason } = roster
    await manager.query(
      `WITH record AS (
         INSERT INTO roster_record (contest_id, unit_id, size, confirmed_by, recorded_by, is_late, reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING *
       )
       INSERT INTO unit_roster (contest_id, unit_id, size, confirmed_by, recorded_by, is_late, reason, confirmed_at)
       SELECT contest_id, unit_id, size, confirmed_by, recorded_by, is_late, reason, confirmed_at FROM record
       ON CONFLICT (contest_id, unit_id) DO UPDATE SET size = excluded.size, confirmed_by = excluded.confirmed_by,
         recorded_by = excluded.recorded_by, is_late = excluded.is_late, reason = excluded.reason, confirmed_at = excluded.confirmed_at`,
      [contestId, unitId, size, confirmedBy, recordedBy, isLate, reason],
    )
  }

  transaction<T>(act: (manager: Transaction) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(act)
  }

  /**
   * What the list of a contest's units stands on may change: takes the list's lock and, where nobody has signed it, makes those who have
   * it open look again before they sign.
   * @returns false once somebody has signed it, or winners of it hold signed prizes
   */
  async openList(manager: Transaction, contestId: string): Promise<boolean> {
    // Also where there is no list yet, two at once wait for each other here.
    await manager.query(`SELECT 1 FROM contest WHERE id = $1 FOR UPDATE`, [contestId])
    const [list]: { id: string; isSigned: boolean }[] = await manager.query(
      `SELECT l.id, l.state <> 'proposed' OR l.published_at IS NOT NULL OR EXISTS (
           SELECT 1 FROM winner w WHERE w.list_id = l.id AND w.state IN ('confirmed', 'published', 'handed-over')) AS "isSigned"
       FROM winner_list l WHERE l.contest_id = $1 AND l.kind = 'collective' FOR UPDATE OF l`,
      [contestId],
    )
    if (list?.isSigned) return false
    if (list) await manager.query(`UPDATE winner_list SET revision = revision + 1 WHERE id = $1`, [list.id])
    return true
  }

  /** Whether the list of a contest's units is signed, or its winners hold signed prizes. */
  async isListSigned(contestId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM winner_list l WHERE l.contest_id = $1 AND l.kind = 'collective' AND (l.state <> 'proposed' OR l.published_at IS NOT NULL
         OR EXISTS (SELECT 1 FROM winner w WHERE w.list_id = l.id AND w.state IN ('confirmed', 'published', 'handed-over')))`,
      [contestId],
    )
    return rows.length > 0
  }
}
