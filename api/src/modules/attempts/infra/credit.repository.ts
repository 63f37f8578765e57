import { Injectable } from '@nestjs/common'
import type { CreditEffect, SubmitKind } from '@thiso/contracts/vocab'
import { DataSource, type EntityManager } from 'typeorm'
import type { Interval } from '../domain/clock-credit.js'

/** An attempt that an interval may touch. */
export interface CreditRow {
  id: string
  accountId: string
  fullName: string
  unitId: string | null
  startedAt: Date
  deadlineAt: Date
  submittedAt: Date | null
  submitKind: SubmitKind | null
  extraPercent: number
  usableExtra: number | null
  /** Of the rules that it was taken under. */
  timeLimitS: number
  /** SC-6: the outcome follows from the time, too. */
  hasSpeedBonus: boolean
  /** Earlier credits, without pauses. */
  earlier: Interval[]
}

export interface CreditGiven {
  attemptId: string
  accountId: string
  effect: CreditEffect
  from: number
  to: number
  addedMs: number
}

export interface AttemptClock {
  id: string
  creditMs: number
  /** Of a running attempt; null: as it is. */
  deadlineAt: Date | null
  /** Of a submitted one; null: as it is. */
  timeUsedS: number | null
  /** Of a submitted one that gets another bonus for speed; null: as it is. */
  score: { points: number; bonus: number } | null
}

@Injectable()
export class CreditRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The attempts of a round that were alive at some moment of an interval; locked, in order of id, when a transaction is given.
   * @param only `unitIds`: of people of these units; `network`: started from there
   */
  async touched(
    manager: EntityManager | null,
    roundId: string,
    { from, to }: Interval,
    only: { unitIds: readonly string[] | null; network: string | null },
  ): Promise<CreditRow[]> {
    const asked = manager ?? this.dataSource.manager
    const rows: Omit<CreditRow, 'earlier'>[] = await asked.query(
      `SELECT a.id, a.account_id AS "accountId", p.full_name AS "fullName", a.unit_id AS "unitId", a.started_at AS "startedAt",
              a.deadline_at AS "deadlineAt", a.submitted_at AS "submittedAt", a.submit_kind AS "submitKind",
              a.extra_percent AS "extraPercent", a.usable_extra AS "usableExtra", v.time_limit_s AS "timeLimitS",
              coalesce((v.rules->'scoring'->>'speedBonus')::float8, 0) > 0 AS "hasSpeedBonus"
       FROM attempt a JOIN account p ON p.id = a.account_id
         JOIN round_rules v ON v.round_id = a.round_id AND v.version = a.rules_version
       WHERE a.round_id = $1 AND a.started_at < $3 AND (a.submitted_at IS NULL OR a.submitted_at > $2)
         AND ($4::uuid[] IS NULL OR a.unit_id = ANY($4)) AND ($5::text IS NULL OR a.network = $5)
       ORDER BY a.id ${manager ? 'FOR UPDATE OF a' : ''}`,
      [roundId, new Date(from), new Date(to), only.unitIds, only.network],
    )
    const given: { attemptId: string; fromAt: Date; toAt: Date }[] = await asked.query(
      `SELECT attempt_id AS "attemptId", from_at AS "fromAt", to_at AS "toAt" FROM clock_credit
       WHERE round_id = $1 AND effect <> 'one-more'`,
      [roundId],
    )
    const earlier = new Map<string, Interval[]>()
    for (const { attemptId, fromAt, toAt } of given) {
      const interval = { from: fromAt.getTime(), to: toAt.getTime() }
      const list = earlier.get(attemptId)
      if (list) list.push(interval)
      else earlier.set(attemptId, [interval])
    }
    return rows.map((row) => ({ ...row, earlier: earlier.get(row.id) ?? [] }))
  }

  async record(manager: EntityManager, roundId: string, actId: string, given: readonly CreditGiven[]): Promise<void> {
    if (given.length === 0) return
    await manager.query(
      `INSERT INTO clock_credit (act_id, attempt_id, round_id, account_id, effect, from_at, to_at, credit_ms)
       SELECT $1, attempt_id, $2, account_id, effect, from_at, to_at, credit_ms
       FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::int[])
         AS t(attempt_id, account_id, effect, from_at, to_at, credit_ms)`,
      [
        actId,
        roundId,
        given.map(({ attemptId }) => attemptId),
        given.map(({ accountId }) => accountId),
        given.map(({ effect }) => effect),
        given.map(({ from }) => new Date(from)),
        given.map(({ to }) => new Date(to)),
        given.map(({ addedMs }) => addedMs),
      ],
    )
  }

  /** CL-8: the reasons of the credits that have changed submitted attempts of a round since a moment, the oldest first. */
  async reasonsSince(manager: EntityManager | null, roundId: string, since: Date): Promise<string[]> {
    const rows: { reason: string }[] = await (manager ?? this.dataSource.manager).query(
      `SELECT k.reason FROM clock_act k WHERE k.round_id = $1 AND k.kind = 'credit' AND k.at > $2
         AND EXISTS (SELECT 1 FROM clock_credit c WHERE c.act_id = k.id AND c.effect = 'submitted') ORDER BY k.at, k.id`,
      [roundId, since],
    )
    return rows.map(({ reason }) => reason)
  }

  /** The number of a round's newest results; null: there are none. */
  async resultsNumber(roundId: string): Promise<number | null> {
    const [row]: { number: number | null }[] = await this.dataSource.query(
      `SELECT max(number) AS number FROM result_version WHERE round_id = $1`,
      [roundId],
    )
    return row?.number ?? null
  }

  /** What an act did, as it was recorded. */
  givenBy(actId: string): Promise<(CreditGiven & { fullName: string; unitId: string | null })[]> {
    return this.dataSource.query(
      `SELECT c.attempt_id AS "attemptId", c.account_id AS "accountId", c.effect, c.credit_ms AS "addedMs",
              extract(epoch FROM c.from_at) * 1000 AS "from", extract(epoch FROM c.to_at) * 1000 AS "to",
              p.full_name AS "fullName", a.unit_id AS "unitId"
       FROM clock_credit c JOIN attempt a ON a.id = c.attempt_id JOIN account p ON p.id = c.account_id WHERE c.act_id = $1`,
      [actId],
    )
  }

  /**
   * Writes the clocks of attempts that this transaction has locked. A submitted one counts as closed anew, so that standings look at it
   * again.
   * @param graceMs null: the round is paused, and until when answers count stays as it is
   */
  async writeClocks(manager: EntityManager, clocks: readonly AttemptClock[], graceMs: number | null): Promise<void> {
    if (clocks.length === 0) return
    await manager.query(
      `UPDATE attempt a SET credit_ms = c.credit_ms, deadline_at = coalesce(c.deadline_at, a.deadline_at),
              accept_until = CASE WHEN c.deadline_at IS NULL OR $5::int IS NULL THEN a.accept_until
                                  ELSE c.deadline_at + make_interval(secs => $5::int / 1000.0) END,
              time_used_s = coalesce(c.time_used_s, a.time_used_s),
              points = coalesce(c.points, a.points), bonus = coalesce(c.bonus, a.bonus),
              closed_seq = CASE WHEN a.state = 'submitted' THEN nextval('attempt_closed_seq') ELSE a.closed_seq END
       FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::int[], $6::float8[], $7::float8[])
         AS c(id, credit_ms, deadline_at, time_used_s, points, bonus)
       WHERE a.id = c.id`,
      [
        clocks.map(({ id }) => id),
        clocks.map(({ creditMs }) => creditMs),
        clocks.map(({ deadlineAt }) => deadlineAt),
        clocks.map(({ timeUsedS }) => timeUsedS),
        graceMs,
        clocks.map(({ score }) => score?.points ?? null),
        clocks.map(({ score }) => score?.bonus ?? null),
      ],
    )
  }
}
