import { Injectable } from '@nestjs/common'
import type { RulingContent } from '@thiso/contracts/vocab'
import { DataSource, In } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { RulingEntity } from './ruling.entities.js'

/** How an item of a round was answered, for whoever rules about it. */
export interface PoolItemRow {
  itemVersionId: string
  itemId: string
  code: string
  stem: string
  shownCount: number | null
}

@Injectable()
export class RulingRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(ruling: Omit<RulingEntity, 'proposedAt'>, manager: Transaction): Promise<void> {
    await manager.getRepository(RulingEntity).insert(ruling)
  }

  find(id: string): Promise<RulingEntity | null> {
    return this.dataSource.getRepository(RulingEntity).findOneBy({ id })
  }

  async findAll(ids: readonly string[]): Promise<RulingEntity[]> {
    return ids.length === 0 ? [] : this.dataSource.getRepository(RulingEntity).findBy({ id: In([...ids]) })
  }

  /** The row under its lock, so that two people cannot decide at once. */
  lock(manager: Transaction, id: string): Promise<RulingEntity | null> {
    return manager.getRepository(RulingEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
  }

  async decide(
    manager: Transaction,
    id: string,
    decision: Pick<RulingEntity, 'state' | 'decidedBy' | 'decisionReason' | 'decidedAt'>,
  ): Promise<void> {
    await manager.getRepository(RulingEntity).update({ id }, decision)
  }

  async made(manager: Transaction, id: string, versionId: string): Promise<void> {
    await manager.getRepository(RulingEntity).update({ id }, { versionId })
  }

  list(roundId: string): Promise<RulingEntity[]> {
    return this.dataSource.getRepository(RulingEntity).find({ where: { roundId }, order: { proposedAt: 'DESC' } })
  }

  /** RL-2: in the order in which they were approved. */
  async approvedContents(manager: Transaction | null, roundId: string): Promise<RulingContent[]> {
    const rows: RulingEntity[] = await (manager ?? this.dataSource)
      .getRepository(RulingEntity)
      .find({ where: { roundId, state: 'approved' }, order: { decidedAt: 'ASC', id: 'ASC' } })
    return rows.map(contentOf)
  }

  async isInPool(roundId: string, itemVersionId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM round_item WHERE round_id = $1 AND item_version_id = $2`,
      [roundId, itemVersionId],
    )
    return rows.length > 0
  }

  async isAttemptOf(roundId: string, attemptId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM attempt WHERE id = $2 AND round_id = $1 AND state = 'submitted'`,
      [roundId, attemptId],
    )
    return rows.length > 0
  }

  async tookPart(roundId: string, accountId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM attempt WHERE round_id = $1 AND account_id = $2 LIMIT 1`,
      [roundId, accountId],
    )
    return rows.length > 0
  }

  /** The items of a round's pool by code, for choosing one to rule about. */
  pool(roundId: string): Promise<PoolItemRow[]> {
    return this.dataSource.query(
      `SELECT p.item_version_id AS "itemVersionId", i.id AS "itemId", i.code, v.question->>'stem' AS stem, p.shown_count AS "shownCount"
       FROM round_item p JOIN item_version v ON v.id = p.item_version_id JOIN item i ON i.id = v.item_id
       WHERE p.round_id = $1 ORDER BY i.code`,
      [roundId],
    )
  }
}

export function contentOf(
  ruling: Pick<RulingEntity, 'kind' | 'itemVersionId' | 'accountId' | 'attemptId' | 'key'>,
): RulingContent {
  const { kind, itemVersionId, accountId, attemptId, key } = ruling
  if (kind === 'exclude' || kind === 'reinstate') return { kind, accountId: accountId as string }
  if (kind === 'void-attempt' || kind === 'restore-attempt') return { kind, attemptId: attemptId as string }
  return (kind === 'key' || kind === 'also-right') && key
    ? { kind, itemVersionId: itemVersionId as string, key }
    : { kind: kind as 'strike' | 'all-right', itemVersionId: itemVersionId as string }
}
