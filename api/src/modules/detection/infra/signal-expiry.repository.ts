import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'

/** A round that still has signals or runs. */
export interface KeptRound {
  roundId: string
  closesAt: Date
  resultsPublishedAt: Date | null
}

@Injectable()
export class SignalExpiryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Rounds with runs that have not been cleared since. */
  kept(): Promise<KeptRound[]> {
    return this.dataSource.query(
      `SELECT r.id AS "roundId", r.closes_at AS "closesAt", r.results_published_at AS "resultsPublishedAt" FROM round r
       WHERE EXISTS (SELECT FROM signal s WHERE s.round_id = r.id)
          OR EXISTS (SELECT FROM detection_run d WHERE d.round_id = r.id AND d.state <> 'running')
       ORDER BY r.id`,
    )
  }

  async idsOf(roundId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(`SELECT id FROM signal WHERE round_id = $1`, [roundId])
    return rows.map(({ id }) => id)
  }

  /**
   * Deletes all signals of a round but those that are held, and the runs that then have none; writes what went into the ledger.
   * @returns the ledger's line, null when there was nothing to delete
   */
  delete(
    roundId: string,
    held: readonly string[],
    afterwards: (manager: Transaction, counts: Record<string, number>) => Promise<void>,
  ): Promise<Record<string, number> | null> {
    return this.dataSource.transaction(async (manager) => {
      const [gone]: [{ kind: string }[], number] = await manager.query(
        `DELETE FROM signal WHERE round_id = $1 AND id <> ALL($2::uuid[]) RETURNING kind`,
        [roundId, held],
      )
      await manager.query(
        `DELETE FROM detection_run d WHERE d.round_id = $1 AND d.state <> 'running' AND NOT EXISTS (SELECT FROM signal s WHERE s.run_id = d.id)`,
        [roundId],
      )
      if (gone.length === 0) return null
      const counts: Record<string, number> = {}
      for (const { kind } of gone) counts[kind] = (counts[kind] ?? 0) + 1
      await manager.query(`INSERT INTO signal_deletion (id, round_id, counts, kept_count) VALUES ($1, $2, $3, $4)`, [
        randomUUID(),
        roundId,
        JSON.stringify(counts),
        held.length,
      ])
      await afterwards(manager, counts)
      return counts
    })
  }

  /** The newest first. */
  ledger(roundId: string): Promise<{ deletedAt: Date; counts: Record<string, number>; keptCount: number }[]> {
    return this.dataSource.query(
      `SELECT deleted_at AS "deletedAt", counts, kept_count AS "keptCount" FROM signal_deletion WHERE round_id = $1 ORDER BY deleted_at DESC`,
      [roundId],
    )
  }
}
