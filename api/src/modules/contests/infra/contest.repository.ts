import { Injectable } from '@nestjs/common'
import { DataSource, In } from 'typeorm'
import type { PoolItem } from '../domain/draw-form.js'
import { ContestEntity, RoundEntity, RoundItemEntity, RoundRulesEntity } from './contest.entities.js'

const UNIQUE_VIOLATION = '23505'

@Injectable()
export class ContestRepository {
  constructor(private readonly dataSource: DataSource) {}

  contests(): Promise<ContestEntity[]> {
    return this.dataSource.getRepository(ContestEntity).find({ order: { createdAt: 'DESC' } })
  }

  async counts(): Promise<Map<string, { roundCount: number; participantCount: number }>> {
    const rows: { id: string; roundCount: number; participantCount: number }[] = await this.dataSource.query(
      `SELECT c.id, (SELECT count(*) FROM round r WHERE r.contest_id = c.id) AS "roundCount",
              (SELECT count(DISTINCT a.account_id) FROM attempt a JOIN round r ON r.id = a.round_id WHERE r.contest_id = c.id) AS "participantCount"
       FROM contest c`,
    )
    return new Map(rows.map(({ id, ...counts }) => [id, counts]))
  }

  findContest(id: string): Promise<ContestEntity | null> {
    return this.dataSource.getRepository(ContestEntity).findOneBy({ id })
  }

  /** @returns false when the slug is taken */
  insertContest(contest: Omit<ContestEntity, 'createdAt'>): Promise<boolean> {
    return isUnique(this.dataSource.getRepository(ContestEntity).insert(contest))
  }

  /**
   * Leaves alone whether it is published: somebody may be changing just that.
   * @returns false when the slug is taken
   */
  updateContest(id: string, contest: Omit<ContestEntity, 'id' | 'createdAt' | 'isPublished'>): Promise<boolean> {
    return isUnique(this.dataSource.getRepository(ContestEntity).update({ id }, contest))
  }

  async setPublished(id: string, isPublished: boolean): Promise<void> {
    await this.dataSource.getRepository(ContestEntity).update({ id }, { isPublished })
  }

  roundsOf(contestId: string): Promise<RoundEntity[]> {
    return this.dataSource.getRepository(RoundEntity).find({ where: { contestId }, order: { ordinal: 'ASC' } })
  }

  findRound(id: string): Promise<RoundEntity | null> {
    return this.dataSource.getRepository(RoundEntity).findOneBy({ id })
  }

  findRounds(ids: readonly string[]): Promise<RoundEntity[]> {
    return this.dataSource.getRepository(RoundEntity).findBy({ id: In([...ids]) })
  }

  async insertRound(
    round: Omit<
      RoundEntity,
      'ordinal' | 'revision' | 'exposureCountedAt' | 'rulesVersion' | 'pausedAt' | 'revealedAt' | 'resultsPublishedAt'
    >,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT 1 FROM contest WHERE id = $1 FOR UPDATE`, [round.contestId])
      const [row]: { next: number }[] = await manager.query(
        `SELECT coalesce(max(ordinal), 0) + 1 AS next FROM round WHERE contest_id = $1`,
        [round.contestId],
      )
      await manager.getRepository(RoundEntity).insert({ ...round, ordinal: row?.next ?? 1 })
      await manager.getRepository(RoundRulesEntity).insert({ roundId: round.id, version: 1, rules: round.rules })
    })
  }

  /**
   * Changes a round under its row lock, so that two organizers, or an organizer and the first participant, cannot cross.
   * @param decide gets the row as it is and whether anybody has started; returns what to change
   */
  async changeRound(
    id: string,
    decide: (round: RoundEntity, hasAttempts: boolean) => Promise<{ change: Partial<RoundEntity>; pool?: PoolItem[] }>,
  ): Promise<RoundEntity | null> {
    return this.dataSource.transaction(async (manager) => {
      const round = await manager
        .getRepository(RoundEntity)
        .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      if (!round) return null
      const { change, pool } = await decide(round, await this.hasAttempts(id))
      const next = { ...change, revision: round.revision + 1 }
      await manager.getRepository(RoundEntity).update({ id }, next)
      // Before anybody has started, a change of the rules is no amendment: the first version says it.
      if (change.rules && !change.rulesVersion)
        await manager
          .getRepository(RoundRulesEntity)
          .update({ roundId: id, version: round.rulesVersion }, { rules: change.rules })
      if (pool) {
        await manager.getRepository(RoundItemEntity).delete({ roundId: id })
        if (pool.length > 0)
          await manager.getRepository(RoundItemEntity).insert(pool.map((item) => ({ ...item, roundId: id })))
      }
      return Object.assign(round, next)
    })
  }

  async deleteRound(id: string): Promise<void> {
    await this.dataSource.getRepository(RoundEntity).delete({ id })
  }

  async hasAttempts(roundId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(`SELECT 1 FROM attempt WHERE round_id = $1 LIMIT 1`, [roundId])
    return rows.length > 0
  }

  async poolOf(roundId: string): Promise<PoolItem[]> {
    const rows = await this.dataSource.getRepository(RoundItemEntity).findBy({ roundId })
    return rows.map(({ roundId: _, shownCount: __, expectedShare: ___, ...item }) => item)
  }
}

async function isUnique(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing
    return true
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false
    throw error
  }
}
