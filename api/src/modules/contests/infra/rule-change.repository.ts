import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { Localized } from './contest.entities.js'
import { RuleChangeEntity } from './rule-change.entities.js'

const UNIQUE_VIOLATION = '23505'

export type RuleChangeRow = RuleChangeEntity & {
  roundName: Localized | null
  proposedByName: string
  decidedByName: string | null
}

@Injectable()
export class RuleChangeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  async listOf(contestId: string): Promise<RuleChangeRow[]> {
    const changes = await this.dataSource
      .getRepository(RuleChangeEntity)
      .find({ where: { contestId }, order: { proposedAt: 'DESC', id: 'ASC' } })
    const names: { id: string; name: string }[] = await this.dataSource.query(
      `SELECT id, full_name AS name FROM account WHERE id = ANY($1::uuid[])`,
      [changes.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy].filter((id) => id !== null))],
    )
    const rounds: { id: string; name: Localized }[] = await this.dataSource.query(
      `SELECT id, name FROM round WHERE contest_id = $1`,
      [contestId],
    )
    const nameOf = new Map(names.map(({ id, name }) => [id, name]))
    const roundNameOf = new Map(rounds.map(({ id, name }) => [id, name]))
    return changes.map((change) => ({
      ...change,
      roundName: change.roundId === null ? null : (roundNameOf.get(change.roundId) ?? null),
      proposedByName: nameOf.get(change.proposedBy) ?? '',
      decidedByName: change.decidedBy === null ? null : (nameOf.get(change.decidedBy) ?? ''),
    }))
  }

  find(id: string): Promise<RuleChangeEntity | null> {
    return this.dataSource.getRepository(RuleChangeEntity).findOneBy({ id })
  }

  /** @returns false when another one is waiting */
  async insert(
    manager: EntityManager,
    change: Omit<RuleChangeEntity, 'proposedAt' | 'decidedAt' | 'decidedBy' | 'decidedByRole' | 'rulesVersion'>,
  ): Promise<boolean> {
    try {
      await manager.getRepository(RuleChangeEntity).insert(change as object)
      return true
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false
      throw error
    }
  }

  /** The amendment under its lock; whoever decides at the same moment waits. */
  lock(manager: EntityManager, id: string): Promise<RuleChangeEntity | null> {
    return manager.getRepository(RuleChangeEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
  }

  async update(manager: EntityManager, id: string, change: Partial<RuleChangeEntity>): Promise<void> {
    await manager.getRepository(RuleChangeEntity).update({ id }, change as object)
  }

  transaction<T>(act: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(act)
  }

  /** Who has taken part in a round, or in any round of a contest. */
  async participants(
    manager: EntityManager,
    { contestId, roundId }: Pick<RuleChangeEntity, 'contestId' | 'roundId'>,
  ): Promise<string[]> {
    const rows: { account_id: string }[] = await manager.query(
      `SELECT DISTINCT a.account_id FROM attempt a JOIN round r ON r.id = a.round_id
       WHERE r.contest_id = $1 AND ($2::uuid IS NULL OR r.id = $2)`,
      [contestId, roundId],
    )
    return rows.map(({ account_id }) => account_id)
  }
}
