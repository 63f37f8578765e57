import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { UnitNode } from '../domain/unit-tree.js'
import { UnitEntity } from './unit.entity.js'

@Injectable()
export class UnitRepository {
  constructor(private readonly dataSource: DataSource) {}

  all(): Promise<UnitNode[]> {
    return this.dataSource.getRepository(UnitEntity).find()
  }

  async personCounts(): Promise<Map<string, number>> {
    const rows: { unit_id: string; count: number }[] = await this.dataSource.query(
      `SELECT unit_id, count(*) AS count FROM account WHERE unit_id IS NOT NULL GROUP BY unit_id`,
    )
    return new Map(rows.map((row) => [row.unit_id, row.count]))
  }

  /** Writes all of them or none. Parents must come before their children. */
  /** @param alongside what belongs to it, in the same transaction */
  async saveAll(
    units: readonly UnitNode[],
    alongside: (manager: EntityManager) => Promise<void> = async () => undefined,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      for (const unit of units) await manager.getRepository(UnitEntity).upsert(unit, ['id'])
      await alongside(manager)
    })
  }
}
