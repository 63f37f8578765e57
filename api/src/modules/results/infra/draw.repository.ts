import type { DrawKind } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { ResultDrawEntity } from './ruling.entities.js'

/** What a draw is for, and whose it is. */
export interface DrawScope {
  scopeId: string
  kind: DrawKind
  contestId: string
  /** Of a round only. */
  roundId: string | null
}

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
  async commit(row: DrawScope & { secret: Buffer; commitment: string }): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `INSERT INTO result_draw (scope_id, contest_id, round_id, secret, commitment, committed_at, kind)
       SELECT $1, $2, $3, $4, $5, clock_timestamp(), $6
       WHERE NOT EXISTS (SELECT 1 FROM attempt a JOIN round r ON r.id = a.round_id
                         WHERE CASE WHEN $3::uuid IS NULL THEN r.contest_id = $2 ELSE r.id = $3 END)
       ON CONFLICT DO NOTHING RETURNING scope_id`,
      [row.scopeId, row.contestId, row.roundId, row.secret, row.commitment, row.kind],
    )
    return rows.length > 0
  }

  /**
   * Published rounds, and their contests with a total and with units, for which nothing is committed and nobody has taken part yet.
   * @param unitsScopeOf a contest's scope for its units
   */
  async uncommitted(unitsScopeOf: (contestId: string) => string): Promise<DrawScope[]> {
    const rounds: DrawScope[] = await this.dataSource.query(
      `SELECT r.id AS "scopeId", 'round' AS kind, r.contest_id AS "contestId", r.id AS "roundId" FROM round r
       WHERE r.published_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM result_draw d WHERE d.scope_id = r.id)
         AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.round_id = r.id)`,
    )
    const contests: { id: string; hasTotal: boolean; kinds: DrawKind[] }[] = await this.dataSource.query(
      `SELECT c.id, jsonb_typeof(c.rules->'total') = 'object' AS "hasTotal",
              ARRAY(SELECT d.kind FROM result_draw d WHERE d.contest_id = c.id) AS kinds FROM contest c
       WHERE EXISTS (SELECT 1 FROM round r WHERE r.contest_id = c.id AND r.published_at IS NOT NULL)
         AND NOT EXISTS (SELECT 1 FROM attempt a JOIN round r ON r.id = a.round_id WHERE r.contest_id = c.id)`,
    )
    const of = (contestId: string, kind: 'total' | 'units'): DrawScope => ({
      scopeId: kind === 'total' ? contestId : unitsScopeOf(contestId),
      kind,
      contestId,
      roundId: null,
    })
    return [
      ...rounds,
      ...contests.flatMap(({ id, hasTotal, kinds }) => [
        ...(hasTotal && !kinds.includes('total') ? [of(id, 'total')] : []),
        ...(kinds.includes('units') ? [] : [of(id, 'units')]),
      ]),
    ]
  }

  async contestIds(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(`SELECT id FROM contest`)
    return rows.map(({ id }) => id)
  }

  /** The row under its lock; made without a commitment where there was none in time. */
  async lock(manager: Transaction, scope: DrawScope): Promise<ResultDrawEntity> {
    await manager.query(
      `INSERT INTO result_draw (scope_id, kind, contest_id, round_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [scope.scopeId, scope.kind, scope.contestId, scope.roundId],
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
