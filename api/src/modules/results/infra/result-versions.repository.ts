import { Injectable } from '@nestjs/common'
import { DataSource, In } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { RoundEntity } from '../../contests/index.js'
import type { Move, TriedRow } from '../domain/moves.js'
import { ResultRowEntity, ResultVersionEntity } from './result.entities.js'

/** A row with its person, for organizers. */
export interface NamedRow extends ResultRowEntity {
  fullName: string
  unitName: string
}

@Injectable()
export class ResultVersionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  transaction<T>(work: (manager: Transaction) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work)
  }

  /** Does everything as it would be done, tells what came of it, and undoes it. */
  async rehearse<T>(work: (manager: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner()
    await runner.connect()
    try {
      await runner.startTransaction()
      return await work(runner.manager)
    } finally {
      await runner.rollbackTransaction().catch(() => undefined)
      await runner.release()
    }
  }

  /**
   * RS-8: who makes versions of a round's results holds its row until the commit, so that there is one after the other. Answers and
   * complaints, which only refer to the round, do not wait.
   */
  async lockRound(manager: Transaction, roundId: string): Promise<RoundEntity | null> {
    await manager.query(`SELECT 1 FROM round WHERE id = $1 FOR NO KEY UPDATE`, [roundId])
    return manager.getRepository(RoundEntity).findOneBy({ id: roundId })
  }

  async lockContest(manager: Transaction, contestId: string): Promise<void> {
    await manager.query(`SELECT 1 FROM contest WHERE id = $1 FOR NO KEY UPDATE`, [contestId])
  }

  latest(scopeId: string, manager: Transaction = this.dataSource.manager): Promise<ResultVersionEntity | null> {
    return manager.getRepository(ResultVersionEntity).findOne({ where: { scopeId }, order: { number: 'DESC' } })
  }

  latestFinal(scopeId: string, manager: Transaction = this.dataSource.manager): Promise<ResultVersionEntity | null> {
    return manager
      .getRepository(ResultVersionEntity)
      .findOne({ where: { scopeId, state: 'final' }, order: { number: 'DESC' } })
  }

  /** The newest version first. */
  list(scopeId: string): Promise<ResultVersionEntity[]> {
    return this.dataSource.getRepository(ResultVersionEntity).find({ where: { scopeId }, order: { number: 'DESC' } })
  }

  find(id: string): Promise<ResultVersionEntity | null> {
    return this.dataSource.getRepository(ResultVersionEntity).findOneBy({ id })
  }

  async insert(manager: Transaction, version: Omit<ResultVersionEntity, 'madeAt'>): Promise<ResultVersionEntity> {
    await manager.getRepository(ResultVersionEntity).insert(version)
    return manager.getRepository(ResultVersionEntity).findOneByOrFail({ id: version.id })
  }

  async finalise(manager: Transaction, id: string, approvedBy: string | null, publishedAt: Date): Promise<void> {
    await manager.query(
      `UPDATE result_version SET state = 'final', published_at = $2, approved_by = coalesce(approved_by, $3) WHERE id = $1 AND state = 'provisional'`,
      [id, publishedAt, approvedBy],
    )
  }

  async page(
    versionId: string,
    { words, tiedOnly, table }: { words: readonly string[]; tiedOnly: boolean; table: string | undefined },
    from: number,
    count: number,
  ): Promise<{ rows: NamedRow[]; total: number }> {
    const query = this.dataSource
      .getRepository(ResultRowEntity)
      .createQueryBuilder('r')
      .innerJoin('account', 'a', 'a.id = r.account_id')
      .leftJoin('unit', 'u', 'u.id = r.unit_id')
      .where('r.version_id = :versionId', { versionId })
    words.forEach((word, index) => {
      query.andWhere(`(a.name_folded LIKE :w${index} OR a.login LIKE :w${index})`, {
        [`w${index}`]: `%${word.replace(/[\\%_]/g, '\\$&')}%`,
      })
    })
    if (tiedOnly) query.andWhere('r.is_tied')
    if (table !== undefined) query.andWhere('r.table_code = :table', { table })
    const total = await query.getCount()
    const { entities, raw } = await query
      .addSelect('a.full_name', 'full_name')
      .addSelect('u.name', 'unit_name')
      .orderBy('r.order_no')
      .offset(from)
      .limit(count)
      .getRawAndEntities<{ full_name: string; unit_name: string | null }>()
    return {
      rows: entities.map((row, index) =>
        Object.assign(row, { fullName: raw[index]?.full_name ?? '', unitName: raw[index]?.unit_name ?? '' }),
      ),
      total,
    }
  }

  rowOf(versionId: string, accountId: string): Promise<ResultRowEntity | null> {
    return this.dataSource.getRepository(ResultRowEntity).findOneBy({ versionId, accountId })
  }

  /** The rows of a person in all versions that are public, the oldest first. */
  async publicRowsOf(accountId: string): Promise<{ version: ResultVersionEntity; row: ResultRowEntity }[]> {
    const rows = await this.dataSource.getRepository(ResultRowEntity).findBy({ accountId })
    const versions = await this.dataSource.getRepository(ResultVersionEntity).find({
      where: { id: In(rows.map(({ versionId }) => versionId)), state: 'final' },
      order: { publishedAt: 'ASC' },
    })
    const rowOf = new Map(rows.map((row) => [row.versionId, row]))
    return versions.flatMap((version) => {
      const row = rowOf.get(version.id)
      return row ? [{ version, row }] : []
    })
  }

  /** The list of a draw: everybody of the version, also those without a place, who may be given one back later. */
  async drawPeople(
    versionId: string,
    manager: Transaction = this.dataSource.manager,
  ): Promise<{ code: string; table: string | null; rank: number | null; accountId: string }[]> {
    return manager.query(
      `SELECT code, table_code AS "table", rank, account_id AS "accountId" FROM result_row WHERE version_id = $1`,
      [versionId],
    )
  }

  /** Everybody with a place, in their order; `isDecided`: nobody shares it, or a draw has told those who do apart. */
  async ranked(manager: Transaction, versionId: string): Promise<TriedRow[]> {
    return manager.query(
      `SELECT account_id AS "accountId", unit_id AS "unitId", table_code AS "table", rank, order_no AS "orderNo",
              NOT is_tied OR draw_order IS NOT NULL AS "isDecided", points
       FROM result_row WHERE version_id = $1 AND rank IS NOT NULL ORDER BY order_no`,
      [versionId],
    )
  }

  /** Whose place or points differ between two versions. @param before null: there was none */
  async moves(manager: Transaction, before: string | null, after: string): Promise<Move[]> {
    return manager.query(
      `SELECT coalesce(b.account_id, a.account_id) AS "accountId", b.rank AS "rankBefore", a.rank AS "rankAfter", b.points AS "pointsBefore",
              a.points AS "pointsAfter", coalesce(b.table_code, a.table_code) AS "table"
       FROM (SELECT * FROM result_row WHERE version_id = $1) b FULL JOIN (SELECT * FROM result_row WHERE version_id = $2) a
         ON a.account_id = b.account_id
       WHERE (b.rank, b.points) IS DISTINCT FROM (a.rank, a.points)
       ORDER BY coalesce(a.order_no, b.order_no)`,
      [before, after],
    )
  }

  async names(accountIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; name: string }[] = await this.dataSource.query(
      `SELECT id, full_name AS name FROM account WHERE id = ANY($1::uuid[])`,
      [accountIds],
    )
    return new Map(rows.map(({ id, name }) => [id, name]))
  }
}
