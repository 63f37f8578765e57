import { Injectable } from '@nestjs/common'
import { DataSource, In } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import type { FormItem } from '../../contests/index.js'
import { ComplaintEntity } from './ruling.entities.js'

const UNIQUE_VIOLATION = '23505'

@Injectable()
export class ComplaintRepository {
  constructor(private readonly dataSource: DataSource) {}

  transaction<T>(work: (manager: Transaction) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work)
  }

  /** @returns false when there is an open one about the same */
  async insert(complaint: Omit<ComplaintEntity, 'filedAt'>): Promise<boolean> {
    try {
      await this.dataSource.getRepository(ComplaintEntity).insert(complaint)
      return true
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false
      throw error
    }
  }

  find(id: string): Promise<ComplaintEntity | null> {
    return this.dataSource.getRepository(ComplaintEntity).findOneBy({ id })
  }

  ofAttempt(attemptId: string): Promise<ComplaintEntity[]> {
    return this.dataSource.getRepository(ComplaintEntity).find({ where: { attemptId }, order: { filedAt: 'DESC' } })
  }

  ofPerson(accountId: string): Promise<ComplaintEntity[]> {
    return this.dataSource
      .getRepository(ComplaintEntity)
      .find({ where: { accountId }, order: { filedAt: 'DESC' }, take: 200 })
  }

  allOfPerson(accountId: string): Promise<ComplaintEntity[]> {
    return this.dataSource.getRepository(ComplaintEntity).find({ where: { accountId }, order: { filedAt: 'ASC' } })
  }

  ofRound(roundId: string): Promise<ComplaintEntity[]> {
    return this.dataSource.getRepository(ComplaintEntity).find({ where: { roundId }, order: { filedAt: 'ASC' } })
  }

  openCount(roundId: string): Promise<number> {
    return this.dataSource.getRepository(ComplaintEntity).countBy({ roundId, state: In(['filed', 'in-review']) })
  }

  /** Under their locks, so that two people do not answer the same complaint. */
  lock(manager: Transaction, roundId: string, ids: readonly string[]): Promise<ComplaintEntity[]> {
    return manager.getRepository(ComplaintEntity).find({
      where: { id: In([...ids]), roundId },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    })
  }

  lockOne(manager: Transaction, id: string): Promise<ComplaintEntity | null> {
    return manager.getRepository(ComplaintEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
  }

  async change(manager: Transaction, ids: readonly string[], change: Partial<ComplaintEntity>): Promise<void> {
    await manager.getRepository(ComplaintEntity).update({ id: In([...ids]) }, change)
  }

  /** An ended attempt of that person. */
  async attemptOf(attemptId: string, accountId: string): Promise<{ roundId: string; form: FormItem[] } | null> {
    const [row]: { roundId: string; form: FormItem[] }[] = await this.dataSource.query(
      `SELECT round_id AS "roundId", form FROM attempt WHERE id = $1 AND account_id = $2 AND state = 'submitted'`,
      [attemptId, accountId],
    )
    return row ?? null
  }

  /** Code and stem of items that complaints are about. */
  items(
    itemVersionIds: readonly string[],
  ): Promise<{ itemVersionId: string; itemId: string; code: string; stem: string }[]> {
    return this.dataSource.query(
      `SELECT v.id AS "itemVersionId", i.id AS "itemId", i.code, v.question->>'stem' AS stem
       FROM item_version v JOIN item i ON i.id = v.item_id WHERE v.id = ANY($1::uuid[])`,
      [itemVersionIds],
    )
  }
}
