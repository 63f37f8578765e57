import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { RoundCommitmentEntity } from './proof.entities.js'

@Injectable()
export class CommitmentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The oldest first. */
  ofRound(roundId: string, manager: Transaction = this.dataSource.manager): Promise<RoundCommitmentEntity[]> {
    return manager.getRepository(RoundCommitmentEntity).find({ where: { roundId }, order: { version: 'ASC' } })
  }

  async insert(manager: Transaction, commitment: RoundCommitmentEntity): Promise<void> {
    await manager.getRepository(RoundCommitmentEntity).insert(commitment)
  }

  transaction<T>(work: (manager: Transaction) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work)
  }

  /** Holds a round. @returns whether it is there and nobody has taken part */
  async lockUntouched(manager: Transaction, roundId: string): Promise<boolean> {
    await manager.query(`SELECT 1 FROM round WHERE id = $1 FOR UPDATE`, [roundId])
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM round r WHERE r.id = $1 AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.round_id = r.id)`,
      [roundId],
    )
    return rows.length > 0
  }

  /** Published rounds that are not over, without a commitment, in which nobody has taken part. */
  async uncommitted(now: Date): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT r.id FROM round r WHERE r.published_at IS NOT NULL AND r.closes_at > $1
         AND NOT EXISTS (SELECT 1 FROM round_commitment c WHERE c.round_id = r.id)
         AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.round_id = r.id)`,
      [now],
    )
    return rows.map(({ id }) => id)
  }

  /** The first line of everything signed about a log; fixed when it is first asked for. */
  async originOf(log: string, origin: string, manager: Transaction = this.dataSource.manager): Promise<string> {
    const [row]: { origin: string }[] = await manager.query(
      `WITH made AS (INSERT INTO proof_log (log, origin) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING origin)
       SELECT origin FROM made UNION ALL SELECT origin FROM proof_log WHERE log = $1 LIMIT 1`,
      [log, origin],
    )
    if (row) return row.origin
    // Somebody else made it in the same moment.
    const [other]: { origin: string }[] = await manager.query(`SELECT origin FROM proof_log WHERE log = $1`, [log])
    return (other as { origin: string }).origin
  }
}
