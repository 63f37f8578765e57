import { Injectable } from '@nestjs/common'
import type { EntrantKind, Role } from '@thiso/contracts/vocab'
import { DataSource, type EntityManager } from 'typeorm'
import { ContestEntrantEntity, ExtraTimeEntity } from './admission.entities.js'

/** A list of people: of a contest or of one of its rounds. */
export type EntrantList = { contestId: string } | { roundId: string }

export interface EntrantRow {
  accountId: string
  login: string
  fullName: string
  unitId: string | null
  kind: EntrantKind
  fromRoundName: { vi: string; en: string } | null
  addedAt: Date
  addedByName: string | null
}

/** A list that a person is on. */
export interface EntrantPlace {
  kind: EntrantKind
  contestTitle: { vi: string; en: string }
  /** null: the list of the contest. */
  roundName: { vi: string; en: string } | null
  fromRoundName: { vi: string; en: string } | null
  addedAt: Date
}

export interface ExtraTimeRow {
  accountId: string
  login: string
  fullName: string
  percent: number
  reason: string
  grantedAt: Date
  grantedByName: string
}

@Injectable()
export class EntrantRepository {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    list: EntrantList,
    { q, page, size }: { q: string | undefined; page: number; size: number },
  ): Promise<{ rows: EntrantRow[]; total: number }> {
    const isRound = 'roundId' in list
    const table = isRound ? 'round_entrant' : 'contest_entrant'
    const id = isRound ? list.roundId : list.contestId
    const like = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null
    const where = `e.${isRound ? 'round_id' : 'contest_id'} = $1 AND ($2::text IS NULL OR p.name_folded LIKE $2 OR p.login LIKE $2)`
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*) AS total FROM ${table} e JOIN account p ON p.id = e.account_id WHERE ${where}`,
      [id, like],
    )
    const rows: EntrantRow[] = await this.dataSource.query(
      `SELECT p.id AS "accountId", p.login, p.full_name AS "fullName", p.unit_id AS "unitId",
              ${isRound ? 'e.kind' : `'invited'`} AS kind, ${isRound ? 'r.name' : 'NULL'} AS "fromRoundName",
              e.added_at AS "addedAt", b.full_name AS "addedByName"
       FROM ${table} e JOIN account p ON p.id = e.account_id LEFT JOIN account b ON b.id = e.added_by
       ${isRound ? 'LEFT JOIN round r ON r.id = e.from_round_id' : ''}
       WHERE ${where} ORDER BY p.name_folded, p.id LIMIT $3 OFFSET $4`,
      [id, like, size, (page - 1) * size],
    )
    return { rows, total: count?.total ?? 0 }
  }

  async countOf(list: EntrantList): Promise<number> {
    const [table, column, id] =
      'roundId' in list
        ? (['round_entrant', 'round_id', list.roundId] as const)
        : (['contest_entrant', 'contest_id', list.contestId] as const)
    const [row]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM ${table} WHERE ${column} = $1`,
      [id],
    )
    return row?.count ?? 0
  }

  /** Accounts by log-in, with whether they are on a list, and on the list of another round. */
  peopleOf(
    logins: readonly string[],
    list: EntrantList,
    otherRoundIds: readonly string[],
  ): Promise<
    { accountId: string; login: string; fullName: string; role: Role; isKnown: boolean; isElsewhere: boolean }[]
  > {
    const known =
      'roundId' in list
        ? `SELECT 1 FROM round_entrant e WHERE e.round_id = $2 AND e.account_id = p.id`
        : `SELECT 1 FROM contest_entrant e WHERE e.contest_id = $2 AND e.account_id = p.id`
    return this.dataSource.query(
      `SELECT p.id AS "accountId", p.login, p.full_name AS "fullName", p.role, EXISTS (${known}) AS "isKnown",
              EXISTS (SELECT 1 FROM round_entrant o WHERE o.account_id = p.id AND o.round_id = ANY($3::uuid[])) AS "isElsewhere"
       FROM account p WHERE p.login = ANY($1::text[])`,
      [logins, 'roundId' in list ? list.roundId : list.contestId, otherRoundIds],
    )
  }

  /** @returns how many were not on the list before */
  async add(
    manager: EntityManager,
    list: EntrantList,
    accountIds: readonly string[],
    addedBy: string,
  ): Promise<number> {
    if (accountIds.length === 0) return 0
    const rows: unknown[] =
      'roundId' in list
        ? await manager.query(
            `WITH back AS (DELETE FROM round_removal WHERE round_id = $1 AND account_id = ANY($2::uuid[]))
             INSERT INTO round_entrant (round_id, account_id, kind, added_by) SELECT $1, id, 'invited', $3 FROM unnest($2::uuid[]) AS t(id)
             ON CONFLICT DO NOTHING RETURNING account_id`,
            [list.roundId, accountIds, addedBy],
          )
        : await manager.query(
            `INSERT INTO contest_entrant (contest_id, account_id, added_by) SELECT $1, id, $3 FROM unnest($2::uuid[]) AS t(id)
             ON CONFLICT DO NOTHING RETURNING account_id`,
            [list.contestId, accountIds, addedBy],
          )
    return rows.length
  }

  /** @returns whether the person was on the list */
  async remove(manager: EntityManager, list: EntrantList, accountId: string): Promise<boolean> {
    if ('roundId' in list) {
      const [row]: { count: number }[] = await manager.query(
        `WITH gone AS (DELETE FROM round_entrant WHERE round_id = $1 AND account_id = $2 RETURNING round_id, account_id),
              kept AS (INSERT INTO round_removal (round_id, account_id) SELECT round_id, account_id FROM gone ON CONFLICT DO NOTHING)
         SELECT count(*)::int AS count FROM gone`,
        [list.roundId, accountId],
      )
      return (row?.count ?? 0) > 0
    }
    const { affected } = await manager
      .getRepository(ContestEntrantEntity)
      .delete({ contestId: list.contestId, accountId })
    return (affected ?? 0) > 0
  }

  async hasStarted(list: EntrantList, accountId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      'roundId' in list
        ? `SELECT 1 FROM attempt WHERE account_id = $1 AND round_id = $2 LIMIT 1`
        : `SELECT 1 FROM attempt a JOIN round r ON r.id = a.round_id WHERE a.account_id = $1 AND r.contest_id = $2 LIMIT 1`,
      [accountId, 'roundId' in list ? list.roundId : list.contestId],
    )
    return rows.length > 0
  }

  /**
   * Makes the qualified of a round exactly these, but for those who have started already, who stay, and those whom somebody took off.
   * @returns who is new
   */
  async replaceQualified(
    manager: EntityManager,
    roundId: string,
    accountIds: readonly string[],
    { fromRoundId, addedBy }: { fromRoundId: string; addedBy: string | null },
  ): Promise<{ added: string[]; removedCount: number }> {
    const [, removedCount]: [unknown, number] = await manager.query(
      `DELETE FROM round_entrant e WHERE e.round_id = $1 AND e.kind = 'qualified' AND NOT (e.account_id = ANY($2::uuid[]))
         AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.round_id = e.round_id AND a.account_id = e.account_id)`,
      [roundId, accountIds],
    )
    const added: { account_id: string }[] = await manager.query(
      `INSERT INTO round_entrant (round_id, account_id, kind, from_round_id, added_by)
       SELECT $1, id, 'qualified', $3, $4 FROM unnest($2::uuid[]) WITH ORDINALITY AS t(id, place)
       WHERE NOT EXISTS (SELECT 1 FROM round_removal x WHERE x.round_id = $1 AND x.account_id = t.id) ORDER BY place
       ON CONFLICT DO NOTHING RETURNING account_id`,
      [roundId, accountIds, fromRoundId, addedBy],
    )
    return { added: added.map(({ account_id }) => account_id), removedCount }
  }

  extraTimesOf(contestId: string): Promise<ExtraTimeRow[]> {
    return this.dataSource.query(
      `SELECT x.account_id AS "accountId", p.login, p.full_name AS "fullName", x.percent, x.reason, x.granted_at AS "grantedAt",
              coalesce(b.full_name, '') AS "grantedByName"
       FROM extra_time x JOIN account p ON p.id = x.account_id LEFT JOIN account b ON b.id = x.granted_by
       WHERE x.contest_id = $1 ORDER BY p.name_folded, p.id`,
      [contestId],
    )
  }

  /** Every list that a person is on. */
  placesOf(accountId: string): Promise<EntrantPlace[]> {
    return this.dataSource.query(
      `SELECT 'invited' AS kind, c.title AS "contestTitle", NULL AS "roundName", NULL AS "fromRoundName", e.added_at AS "addedAt"
       FROM contest_entrant e JOIN contest c ON c.id = e.contest_id WHERE e.account_id = $1
       UNION ALL
       SELECT e.kind, c.title, r.name, f.name, e.added_at
       FROM round_entrant e JOIN round r ON r.id = e.round_id JOIN contest c ON c.id = r.contest_id
       LEFT JOIN round f ON f.id = e.from_round_id WHERE e.account_id = $1
       ORDER BY "addedAt"`,
      [accountId],
    )
  }

  extraTimesOfPerson(
    accountId: string,
  ): Promise<{ contestTitle: { vi: string; en: string }; percent: number; reason: string; grantedAt: Date }[]> {
    return this.dataSource.query(
      `SELECT c.title AS "contestTitle", x.percent, x.reason, x.granted_at AS "grantedAt"
       FROM extra_time x JOIN contest c ON c.id = x.contest_id WHERE x.account_id = $1 ORDER BY x.granted_at`,
      [accountId],
    )
  }

  async saveExtraTime(manager: EntityManager, row: Omit<ExtraTimeEntity, 'grantedAt'>, grantedAt: Date): Promise<void> {
    await manager.getRepository(ExtraTimeEntity).upsert({ ...row, grantedAt }, ['contestId', 'accountId'])
  }

  async deleteExtraTime(manager: EntityManager, contestId: string, accountId: string): Promise<boolean> {
    const { affected } = await manager.getRepository(ExtraTimeEntity).delete({ contestId, accountId })
    return (affected ?? 0) > 0
  }
}
