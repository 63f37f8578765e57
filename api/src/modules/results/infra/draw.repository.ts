import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { ResultDrawEntity } from './ruling.entities.js'

@Injectable()
export class DrawRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(scopeId: string, manager: Transaction = this.dataSource.manager): Promise<ResultDrawEntity | null> {
    return manager.getRepository(ResultDrawEntity).findOneBy({ scopeId })
  }

  /**
   * DW-7: keeps a commitment, unless somebody has taken part already: then it would prove nothing.
   * Run any number of times, by any number of processes, the first one stays.
   */
  async commit(row: {
    scopeId: string
    contestId: string
    roundId: string | null
    secret: Buffer
    commitment: string
  }): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `INSERT INTO result_draw (scope_id, contest_id, round_id, secret, commitment, committed_at)
       SELECT $1, $2, $3, $4, $5, clock_timestamp()
       WHERE NOT EXISTS (SELECT 1 FROM attempt a JOIN round r ON r.id = a.round_id
                         WHERE CASE WHEN $3::uuid IS NULL THEN r.contest_id = $2 ELSE r.id = $3 END)
       ON CONFLICT DO NOTHING RETURNING scope_id`,
      [row.scopeId, row.contestId, row.roundId, row.secret, row.commitment],
    )
    return rows.length > 0
  }

  /** Published rounds, and contests with a total, for which nothing is committed and nobody has taken part yet. */
  uncommitted(): Promise<{ scopeId: string; contestId: string; roundId: string | null }[]> {
    return this.dataSource.query(
      `SELECT s.scope_id AS "scopeId", s.contest_id AS "contestId", s.round_id AS "roundId" FROM (
         SELECT r.id AS scope_id, r.contest_id, r.id AS round_id FROM round r WHERE r.published_at IS NOT NULL
         UNION ALL
         SELECT c.id, c.id, NULL FROM contest c
         WHERE jsonb_typeof(c.rules->'total') = 'object' AND EXISTS (SELECT 1 FROM round r WHERE r.contest_id = c.id AND r.published_at IS NOT NULL)
       ) s
       WHERE NOT EXISTS (SELECT 1 FROM result_draw d WHERE d.scope_id = s.scope_id)
         AND NOT EXISTS (SELECT 1 FROM attempt a JOIN round r ON r.id = a.round_id
                         WHERE CASE WHEN s.round_id IS NULL THEN r.contest_id = s.contest_id ELSE r.id = s.round_id END)`,
    )
  }

  /** The row under its lock; made without a commitment where there was none in time. */
  async lock(
    manager: Transaction,
    scope: { scopeId: string; contestId: string; roundId: string | null },
  ): Promise<ResultDrawEntity> {
    await manager.query(
      `INSERT INTO result_draw (scope_id, contest_id, round_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [scope.scopeId, scope.contestId, scope.roundId],
    )
    return manager
      .getRepository(ResultDrawEntity)
      .findOneOrFail({ where: { scopeId: scope.scopeId }, lock: { mode: 'pessimistic_write' } })
  }

  async change(manager: Transaction, scopeId: string, change: Partial<ResultDrawEntity>): Promise<void> {
    await manager.getRepository(ResultDrawEntity).update({ scopeId }, change)
  }

  /** RS-7: a draw that was done, with the version that keeps its order. */
  async drawnInput(
    manager: Transaction,
    scopeId: string,
  ): Promise<{ seed: string; listRoot: string; orders: { versionId: string } } | null> {
    const draw = await this.find(scopeId, manager)
    if (!draw?.seed || !draw.listRoot || !draw.drawnVersionId) return null
    return { seed: draw.seed, listRoot: draw.listRoot, orders: { versionId: draw.drawnVersionId } }
  }
}
