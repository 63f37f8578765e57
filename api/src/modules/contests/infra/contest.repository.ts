import type { ResultPolicy } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import type { PoolItem } from '../domain/draw-form.js'
import { movedFreeze } from '../domain/ranking-freeze.js'
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

  /**
   * @param alongside what belongs to it, in its transaction
   * @returns false when the slug is taken
   */
  insertContest(
    contest: Omit<ContestEntity, 'createdAt'>,
    alongside: (manager: EntityManager) => Promise<void>,
  ): Promise<boolean> {
    return isUnique(
      this.dataSource.transaction(async (manager) => {
        await manager.getRepository(ContestEntity).insert(contest)
        await alongside(manager)
      }),
    )
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
    manager: EntityManager,
    round: Omit<
      RoundEntity,
      | 'ordinal'
      | 'revision'
      | 'exposureCountedAt'
      | 'rulesVersion'
      | 'pausedAt'
      | 'frozenFrom'
      | 'revealedAt'
      | 'resultsPublishedAt'
    >,
  ): Promise<void> {
    await manager.query(`SELECT 1 FROM contest WHERE id = $1 FOR UPDATE`, [round.contestId])
    const [row]: { next: number }[] = await manager.query(
      `SELECT coalesce(max(ordinal), 0) + 1 AS next FROM round WHERE contest_id = $1`,
      [round.contestId],
    )
    await manager.getRepository(RoundEntity).insert({ ...round, ordinal: row?.next ?? 1 })
    await manager.getRepository(RoundRulesEntity).insert({ roundId: round.id, version: 1, ...kept(round) })
  }

  /**
   * Changes a round under its row lock, so that two organizers, or an organizer and the first participant, cannot cross.
   * @param decide gets the row as it is, whether anybody has started, and the transaction; returns what to change. A new version of the
   *   rules is kept beside the earlier ones.
   */
  async changeRound(
    id: string,
    decide: (
      round: RoundEntity,
      hasAttempts: boolean,
      manager: EntityManager,
    ) => Promise<{ change: Partial<RoundEntity>; pool?: PoolItem[] }>,
  ): Promise<RoundEntity | null> {
    return this.dataSource.transaction(async (manager) => {
      const round = await this.lockRound(manager, id)
      if (!round) return null
      const { change, pool } = await decide(round, await this.hasAttempts(id, manager), manager)
      const freeze =
        change.closesAt || change.rules ? { frozenFrom: await this.freezeAfter(manager, round, change) } : {}
      const next = { ...change, ...freeze, revision: round.revision + 1 }
      await manager.getRepository(RoundEntity).update({ id }, next)
      // Before anybody has started, a change of the rules is no amendment: the first version says it.
      const rules = {
        roundId: id,
        version: change.rulesVersion ?? round.rulesVersion,
        ...kept({ ...round, ...change }),
      }
      await manager.getRepository(RoundRulesEntity).upsert(rules, ['roundId', 'version'])
      if (pool) {
        await manager.getRepository(RoundItemEntity).delete({ roundId: id })
        if (pool.length > 0)
          await manager.getRepository(RoundItemEntity).insert(pool.map((item) => ({ ...item, roundId: id })))
      }
      return Object.assign(round, next)
    })
  }

  /** LB-10: where the freeze stands after the end or the rules have changed, by the database's clock like submissions. */
  private async freezeAfter(
    manager: EntityManager,
    round: RoundEntity,
    change: Partial<RoundEntity>,
  ): Promise<Date | null> {
    const [row]: { now: Date }[] = await manager.query(`SELECT clock_timestamp() AS now`)
    const frozenFrom = movedFreeze(
      {
        closesAt: round.closesAt.getTime(),
        freezeMinutes: round.rules.freezeMinutes,
        frozenFrom: round.frozenFrom?.getTime() ?? null,
      },
      {
        closesAt: (change.closesAt ?? round.closesAt).getTime(),
        freezeMinutes: (change.rules ?? round.rules).freezeMinutes,
      },
      (row as { now: Date }).now.getTime(),
    )
    return frozenFrom === null ? null : new Date(frozenFrom)
  }

  async deleteRound(manager: EntityManager, id: string): Promise<void> {
    await manager.getRepository(RoundEntity).delete({ id })
  }

  /** Nobody starts, and no other organizer changes the round, until the transaction ends. */
  lockRound(manager: EntityManager, id: string): Promise<RoundEntity | null> {
    return manager.getRepository(RoundEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
  }

  /** What each version of these rounds' rules said about when scores are shown. */
  async resultPolicies(
    roundIds: readonly string[],
  ): Promise<{ roundId: string; version: number; policy: ResultPolicy }[]> {
    return this.dataSource.query(
      `SELECT round_id AS "roundId", version, result_policy AS policy FROM round_rules WHERE round_id = ANY($1::uuid[])`,
      [roundIds],
    )
  }

  async hasAttempts(roundId: string, manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    const rows: unknown[] = await manager.query(`SELECT 1 FROM attempt WHERE round_id = $1 LIMIT 1`, [roundId])
    return rows.length > 0
  }

  /** Has anybody started in any round of the contest? */
  async contestHasAttempts(contestId: string, manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM round r WHERE r.contest_id = $1 AND EXISTS (SELECT 1 FROM attempt a WHERE a.round_id = r.id) LIMIT 1`,
      [contestId],
    )
    return rows.length > 0
  }

  /**
   * Changes a contest under its row lock and those of its rounds, so that no attempt is started meanwhile.
   * @param decide gets the row as it is, whether anybody has started in it, and the transaction
   */
  async changeContest(
    id: string,
    decide: (
      contest: ContestEntity,
      hasAttempts: boolean,
      manager: EntityManager,
    ) => Promise<Partial<Omit<ContestEntity, 'id' | 'createdAt'>>>,
  ): Promise<'changed' | 'missing' | 'slug_taken'> {
    let isFound = true
    const isFree = await isUnique(
      this.dataSource.transaction(async (manager) => {
        const contest = await manager
          .getRepository(ContestEntity)
          .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
        isFound = contest !== null
        if (!contest) return
        await manager.query(`SELECT 1 FROM round WHERE contest_id = $1 ORDER BY id FOR UPDATE`, [id])
        const change = await decide(contest, await this.contestHasAttempts(id, manager), manager)
        if (Object.keys(change).length > 0) await manager.getRepository(ContestEntity).update({ id }, change)
      }),
    )
    if (!isFound) return 'missing'
    return isFree ? 'changed' : 'slug_taken'
  }

  async poolOf(roundId: string): Promise<PoolItem[]> {
    const rows = await this.dataSource.getRepository(RoundItemEntity).findBy({ roundId })
    return rows.map((row) => {
      const { itemVersionId, topic, level, type, optionCount, choiceCount, exclusionSet, expectedShare, admitShare } =
        row
      const item = { itemVersionId, topic, level, type, optionCount, choiceCount, exclusionSet, expectedShare }
      return admitShare === null ? item : { ...item, admitShare }
    })
  }
}

/** What a version of the rules keeps for those who started under it. */
function kept({
  rules,
  timeLimitS,
  attemptLimit,
  resultPolicy,
}: Pick<RoundEntity, 'rules' | 'timeLimitS' | 'attemptLimit' | 'resultPolicy'>) {
  return { rules, timeLimitS, attemptLimit, resultPolicy }
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
