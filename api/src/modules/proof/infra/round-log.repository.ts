import type { ResultPolicy, RoundRules } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { LogCheckpointEntity } from './proof.entities.js'

/** A round whose log may have to grow or to be ended. */
export interface RunningLog {
  roundId: string
  rules: RoundRules
  resultPolicy: ResultPolicy
  opensAt: Date
  closesAt: Date
  graceMs: number
  isPaused: boolean
  lastCheckpointAt: Date | null
  isSomebodyInProgress: boolean
}

export interface Leaf {
  leafIndex: number
  leafHash: Buffer
}

@Injectable()
export class RoundLogRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Rounds that have begun and whose log has not ended. */
  running(now: Date): Promise<RunningLog[]> {
    return this.dataSource.query(
      `SELECT r.id AS "roundId", r.rules, r.result_policy AS "resultPolicy", r.opens_at AS "opensAt", r.closes_at AS "closesAt", r.grace_ms AS "graceMs", r.paused_at IS NOT NULL AS "isPaused",
              (SELECT max(k.made_at) FROM log_checkpoint k WHERE k.log = 'rounds/' || r.id) AS "lastCheckpointAt",
              EXISTS (SELECT 1 FROM attempt a WHERE a.round_id = r.id AND a.state = 'in_progress') AS "isSomebodyInProgress"
       FROM round r LEFT JOIN proof_log p ON p.log = 'rounds/' || r.id
       WHERE r.published_at IS NOT NULL AND r.opens_at <= $1 AND p.ended_at IS NULL ORDER BY r.opens_at`,
      [now],
    )
  }

  /** How far the numbers of closings have gone. Read before `latestTransaction`: see `areOver`. */
  async lastClosing(): Promise<number> {
    const [row]: { last: number }[] = await this.dataSource.query(
      `SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS last FROM attempt_closed_seq`,
    )
    return (row as { last: number }).last
  }

  /** The first transaction that has not begun yet. */
  async latestTransaction(): Promise<string> {
    const [row]: { id: string }[] = await this.dataSource.query(
      `SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS id`,
    )
    return (row as { id: string }).id
  }

  /**
   * Whether every writing transaction before that one has ended. A closing takes its number while it holds the attempt's row, so it is a
   * writing transaction by then: once this is true, whatever took a number up to `lastClosing` can be seen, or never will be.
   */
  async areOver(transaction: string): Promise<boolean> {
    const [row]: { areOver: boolean }[] = await this.dataSource.query(
      `SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 AS "areOver"`,
      [transaction],
    )
    return (row as { areOver: boolean }).areOver
  }

  transaction<T>(work: (manager: Transaction) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work)
  }

  /** @returns false when another process works on the log, or it has ended */
  async hold(manager: Transaction, log: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM proof_log WHERE log = $1 AND ended_at IS NULL FOR UPDATE SKIP LOCKED`,
      [log],
    )
    return rows.length > 0
  }

  /**
   * Adds ended attempts that are not in the log yet, in the order in which they were closed.
   * @param upTo the number of the last closing to look at
   * @returns how many were added; less than `limit` once there are no more
   */
  async addLeaves(manager: Transaction, roundId: string, upTo: number, limit: number): Promise<number> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO log_leaf (round_id, leaf_index, leaf_hash, attempt_id)
       SELECT $1, (SELECT coalesce(max(l.leaf_index) + 1, 0) FROM log_leaf l WHERE l.round_id = $1) + row_number() OVER (ORDER BY f.closed_seq, f.id) - 1,
              sha256('\\x00'::bytea || f.salt || f.head), f.id
       FROM (SELECT a.id, a.closed_seq, c.salt, c.head FROM attempt a JOIN attempt_chain c ON c.attempt_id = a.id
             WHERE a.round_id = $1 AND a.state = 'submitted' AND a.closed_seq <= $2 AND c.salt IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM log_leaf l WHERE l.attempt_id = a.id)
             ORDER BY a.closed_seq, a.id LIMIT $3) f
       RETURNING 1`,
      [roundId, upTo, limit],
    )
    return rows.length
  }

  async sizeOf(manager: Transaction, roundId: string): Promise<number> {
    const [row]: { size: number }[] = await manager.query(
      `SELECT coalesce(max(leaf_index) + 1, 0)::int AS size FROM log_leaf WHERE round_id = $1`,
      [roundId],
    )
    return (row as { size: number }).size
  }

  /** Leaf hashes from one number on, in order. */
  async leafHashes(roundId: string, from: number, limit: number): Promise<Buffer[]> {
    const rows: { hash: Buffer }[] = await this.dataSource.query(
      `SELECT leaf_hash AS hash FROM log_leaf WHERE round_id = $1 AND leaf_index >= $2 ORDER BY leaf_index LIMIT $3`,
      [roundId, from, limit],
    )
    return rows.map(({ hash }) => hash)
  }

  async findLeaf(roundId: string, leafHash: Buffer): Promise<Leaf | null> {
    const [row]: Leaf[] = await this.dataSource.query(
      `SELECT leaf_index AS "leafIndex", leaf_hash AS "leafHash" FROM log_leaf WHERE round_id = $1 AND leaf_hash = $2
       ORDER BY leaf_index LIMIT 1`,
      [roundId, leafHash],
    )
    return row ?? null
  }

  lastCheckpoint(log: string, manager: Transaction = this.dataSource.manager): Promise<LogCheckpointEntity | null> {
    return manager.getRepository(LogCheckpointEntity).findOne({ where: { log }, order: { ordinal: 'DESC' } })
  }

  /** The newest first. */
  checkpoints(log: string, limit: number): Promise<LogCheckpointEntity[]> {
    return this.dataSource
      .getRepository(LogCheckpointEntity)
      .find({ where: { log }, order: { ordinal: 'DESC' }, take: limit })
  }

  countCheckpoints(log: string): Promise<number> {
    return this.dataSource.getRepository(LogCheckpointEntity).countBy({ log })
  }

  /** The first one that covers so many leaves. */
  async checkpointOver(log: string, size: number): Promise<LogCheckpointEntity | null> {
    return this.dataSource
      .getRepository(LogCheckpointEntity)
      .createQueryBuilder('k')
      .where('k.log = :log AND k.size >= :size', { log, size })
      .orderBy('k.ordinal', 'ASC')
      .limit(1)
      .getOne()
  }

  async insertCheckpoint(manager: Transaction, checkpoint: LogCheckpointEntity): Promise<void> {
    await manager.getRepository(LogCheckpointEntity).insert(checkpoint)
  }

  async end(manager: Transaction, log: string, at: Date): Promise<void> {
    await manager.query(`UPDATE proof_log SET ended_at = $2 WHERE log = $1`, [log, at])
  }

  async hasEnded(log: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM proof_log WHERE log = $1 AND ended_at IS NOT NULL`,
      [log],
    )
    return rows.length > 0
  }
}
