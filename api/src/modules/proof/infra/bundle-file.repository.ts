import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { BundleReleaseEntity, ResultsNoteEntity } from './bundle.entities.js'

/** A round whose newest final results have no bundle, or one that was made of something else. */
export interface DueBundle {
  roundId: string
  versionId: string
  basis: string
}

/**
 * What a bundle is made of, as one text: the version, who holds which published prize, how many leaves are erased. The log has to have
 * ended, since the note names its last size.
 */
const BASIS = `v.id || ' ' || coalesce((SELECT md5(string_agg(w.line_key || ' ' || w.account_id, ',' ORDER BY w.line_key, w.account_id))
    FROM winner_list l JOIN winner w ON w.list_id = l.id
    WHERE l.kind = 'round' AND l.round_id = r.id AND l.published_at IS NOT NULL AND l.version_id = v.id
      AND w.state NOT IN ('declined', 'unreachable', 'ineligible', 'withdrawn')), '-')
  || ' ' || (SELECT count(*) FROM log_leaf f WHERE f.attempt_id IS NULL AND f.round_id = r.id)`

@Injectable()
export class BundleFileRepository {
  constructor(private readonly dataSource: DataSource) {}

  async due(): Promise<DueBundle[]> {
    return this.dataSource.query(
      `SELECT d.* FROM (
         SELECT r.id AS "roundId", v.id AS "versionId", ${BASIS} AS basis FROM round r
         JOIN proof_log p ON p.log = 'rounds/' || r.id AND p.ended_at IS NOT NULL
         CROSS JOIN LATERAL (SELECT id FROM result_version WHERE scope_id = r.id AND state = 'final' ORDER BY number DESC LIMIT 1) v
         WHERE r.results_published_at IS NOT NULL) d
       WHERE d.basis IS DISTINCT FROM (SELECT n.basis FROM results_note n WHERE n.round_id = d."roundId" ORDER BY n.edition DESC LIMIT 1)`,
    )
  }

  /**
   * One process makes the bundle of a round, from one snapshot; a second one goes away.
   * @returns null when another process is at it
   */
  async making<T>(roundId: string, work: (manager: Transaction) => Promise<T>): Promise<T | null> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const [row]: { isFree: boolean }[] = await manager.query(
        `SELECT pg_try_advisory_xact_lock(hashtext('bundle ' || $1)) AS "isFree"`,
        [roundId],
      )
      if (!row?.isFree) return null
      // One of a few transactions in the life of a round.
      await manager.query(`SET LOCAL statement_timeout = '10min'`)
      await manager.query(`SET LOCAL work_mem = '64MB'`)
      return work(manager)
    })
  }

  async numberOf(manager: Transaction, versionId: string): Promise<number> {
    const [row]: { number: number }[] = await manager.query(`SELECT number FROM result_version WHERE id = $1`, [
      versionId,
    ])
    return (row as { number: number }).number
  }

  /** The oldest first. */
  notes(roundId: string, manager: Transaction = this.dataSource.manager): Promise<ResultsNoteEntity[]> {
    return manager.getRepository(ResultsNoteEntity).find({ where: { roundId }, order: { edition: 'ASC' } })
  }

  async insertNote(manager: Transaction, note: Omit<ResultsNoteEntity, 'madeAt'>): Promise<void> {
    await manager.getRepository(ResultsNoteEntity).insert(note)
  }

  async addPart(
    manager: Transaction,
    roundId: string,
    edition: number,
    partNo: number,
    content: Buffer,
  ): Promise<void> {
    await manager.query(`INSERT INTO bundle_part (round_id, edition, part_no, content) VALUES ($1, $2, $3, $4)`, [
      roundId,
      edition,
      partNo,
      content,
    ])
  }

  /** Only the newest file is kept; whoever reads an older one gets to its end by what has been read. */
  async dropParts(manager: Transaction, roundId: string, before: number): Promise<void> {
    await manager.query(`DELETE FROM bundle_part WHERE round_id = $1 AND edition < $2`, [roundId, before])
  }

  /** @returns the newest edition that has a file, with its size in bytes */
  async newest(roundId: string): Promise<{ edition: number; bytes: number } | null> {
    const [row]: { edition: number; bytes: number }[] = await this.dataSource.query(
      `SELECT edition, sum(length(content))::float8 AS bytes FROM bundle_part WHERE round_id = $1 GROUP BY edition ORDER BY edition DESC LIMIT 1`,
      [roundId],
    )
    return row ?? null
  }

  async part(roundId: string, edition: number, partNo: number): Promise<Buffer | null> {
    const [row]: { content: Buffer }[] = await this.dataSource.query(
      `SELECT content FROM bundle_part WHERE round_id = $1 AND edition = $2 AND part_no = $3`,
      [roundId, edition, partNo],
    )
    return row?.content ?? null
  }

  findRelease(roundId: string): Promise<BundleReleaseEntity | null> {
    return this.dataSource.getRepository(BundleReleaseEntity).findOneBy({ roundId })
  }

  /** @returns false when it was released before */
  async release(manager: Transaction, roundId: string, by: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO bundle_release (round_id, released_by) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1`,
      [roundId, by],
    )
    return rows.length > 0
  }
}
