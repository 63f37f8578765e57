import type { CollectivePlan } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { CollectivePlanEntity, UnitRosterEntity } from './winner.entities.js'

@Injectable()
export class CollectiveRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findPlan(contestId: string): Promise<CollectivePlan | null> {
    return (await this.dataSource.getRepository(CollectivePlanEntity).findOneBy({ contestId }))?.plan ?? null
  }

  async savePlan(contestId: string, plan: CollectivePlan, savedBy: string): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO collective_prize_plan (contest_id, plan, saved_by) VALUES ($1, $2, $3)
       ON CONFLICT (contest_id) DO UPDATE SET plan = excluded.plan, saved_by = excluded.saved_by, saved_at = clock_timestamp()`,
      [contestId, JSON.stringify(plan), savedBy],
    )
  }

  rosters(contestId: string): Promise<UnitRosterEntity[]> {
    return this.dataSource.getRepository(UnitRosterEntity).findBy({ contestId })
  }

  async saveRoster(roster: Omit<UnitRosterEntity, 'confirmedAt'>): Promise<void> {
    const { contestId, unitId, size, confirmedBy, recordedBy, isLate, reason } = roster
    await this.dataSource.query(
      `INSERT INTO unit_roster (contest_id, unit_id, size, confirmed_by, recorded_by, is_late, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (contest_id, unit_id) DO UPDATE SET size = excluded.size, confirmed_by = excluded.confirmed_by,
         recorded_by = excluded.recorded_by, is_late = excluded.is_late, reason = excluded.reason, confirmed_at = clock_timestamp()`,
      [contestId, unitId, size, confirmedBy, recordedBy, isLate, reason],
    )
  }
}
