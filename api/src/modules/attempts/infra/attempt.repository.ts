import { Inject, Injectable } from '@nestjs/common'
import type { Pool } from 'pg'
import { DataSource, type EntityManager } from 'typeorm'
import { START_POOL } from '../../../platform/db/db.module.js'
import type { SubmitKind } from '@thiso/contracts/vocab'
import type { ResponseEvent } from '../domain/response-log.js'
import { AttemptEntity } from './attempt.entities.js'

export interface NewAttempt {
  id: string
  roundId: string
  roundRevision: number
  accountId: string
  attemptNo: number
  holder: string
  form: AttemptEntity['form']
  startedAt: Date
  deadlineAt: Date
  acceptUntil: Date
}

export interface Closing {
  id: string
  submittedAt: Date
  submitKind: SubmitKind
  points: number
  answeredCount: number
  timeUsedS: number
  receiptCode: string
}

export interface StoredEvent extends ResponseEvent {
  receivedAt: Date
}

/** The reads and the rarer writes of attempts; answers go through AnswerWriter. */
@Injectable()
export class AttemptRepository {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(START_POOL) private readonly hot: Pool,
  ) {}

  find(id: string): Promise<AttemptEntity | null> {
    return this.dataSource.getRepository(AttemptEntity).findOneBy({ id })
  }

  async ofPerson(
    roundId: string,
    accountId: string,
  ): Promise<Pick<AttemptEntity, 'id' | 'attemptNo' | 'state' | 'holder' | 'acceptUntil'>[]> {
    const { rows } = await this.hot.query({
      name: 'attempts-of-person',
      text: `SELECT id, attempt_no AS "attemptNo", state, holder, accept_until AS "acceptUntil" FROM attempt
       WHERE round_id = $1 AND account_id = $2 ORDER BY attempt_no`,
      values: [roundId, accountId],
    })
    return rows
  }

  allOfPerson(accountId: string): Promise<AttemptEntity[]> {
    return this.dataSource
      .getRepository(AttemptEntity)
      .find({ where: { accountId }, order: { startedAt: 'DESC' }, take: 500 })
  }

  /**
   * Starts an attempt if the round is open at this moment and unchanged since it was read; the unique indexes hold the
   * number of attempts and "one at a time" whatever runs in parallel.
   * @returns false when somebody was faster or the round has changed: ask again
   */
  async insert(attempt: NewAttempt): Promise<boolean> {
    const { rowCount } = await this.hot.query({
      name: 'insert-attempt',
      text: `INSERT INTO attempt (id, round_id, account_id, unit_id, attempt_no, state, holder, form, started_at, deadline_at, accept_until, max_points)
       SELECT $1, r.id, p.id, p.unit_id, $4, 'in_progress', $5, $6, $7, $8, $9, $10
       FROM round r, account p
       WHERE r.id = $2 AND p.id = $3 AND r.revision = $11 AND r.published_at IS NOT NULL AND $7 >= r.opens_at AND $7 < r.closes_at
       FOR KEY SHARE OF r
       ON CONFLICT DO NOTHING`,
      values: [
        attempt.id,
        attempt.roundId,
        attempt.accountId,
        attempt.attemptNo,
        attempt.holder,
        JSON.stringify(attempt.form),
        attempt.startedAt,
        attempt.deadlineAt,
        attempt.acceptUntil,
        attempt.form.length,
        attempt.roundRevision,
      ],
    })
    return (rowCount ?? 0) > 0
  }

  /** @returns false when the attempt is not running any more */
  async setHolder(id: string, holder: string): Promise<boolean> {
    const [, count]: [unknown, number] = await this.dataSource.query(
      `UPDATE attempt SET holder = $2 WHERE id = $1 AND state = 'in_progress'`,
      [id, holder],
    )
    return count > 0
  }

  async eventsOf(attemptId: string): Promise<StoredEvent[]> {
    return this.dataSource.query(
      `SELECT seq, position, response, received_at AS "receivedAt" FROM response_event WHERE attempt_id = $1 ORDER BY seq`,
      [attemptId],
    )
  }

  async lastSeq(attemptId: string): Promise<number> {
    const [row]: { last: number }[] = await this.dataSource.query(
      `SELECT coalesce(max(seq), 0) AS last FROM response_event WHERE attempt_id = $1`,
      [attemptId],
    )
    return row?.last ?? 0
  }

  /**
   * Closes attempts in one transaction: locks them, lets `decide` make the closing of each from its events, writes all.
   * @param which one attempt (waits for its lock), or the overdue ones (skips those that somebody else is closing)
   * @returns what was closed; attempts that were closed already are left alone
   */
  async close(
    which: { id: string } | { overdueAt: Date; limit: number },
    decide: (attempt: AttemptEntity, events: StoredEvent[], manager: EntityManager) => Promise<Closing | null>,
  ): Promise<{ attempt: AttemptEntity; closing: Closing }[]> {
    return this.dataSource.transaction(async (manager) => {
      const locked: { id: string }[] =
        'id' in which
          ? await manager.query(`SELECT id FROM attempt WHERE id = $1 AND state = 'in_progress' FOR UPDATE`, [which.id])
          : await manager.query(
              `SELECT id FROM attempt WHERE state = 'in_progress' AND accept_until < $1 ORDER BY accept_until LIMIT $2 FOR UPDATE SKIP LOCKED`,
              [which.overdueAt, which.limit],
            )
      if (locked.length === 0) return []
      const ids = locked.map((row) => row.id)
      const attempts: AttemptEntity[] = await manager
        .getRepository(AttemptEntity)
        .createQueryBuilder('a')
        .whereInIds(ids)
        .getMany()
      const events: (StoredEvent & { attemptId: string })[] = await manager.query(
        `SELECT attempt_id AS "attemptId", seq, position, response, received_at AS "receivedAt" FROM response_event
         WHERE attempt_id = ANY($1::uuid[]) ORDER BY attempt_id, seq`,
        [ids],
      )
      const eventsBy = new Map<string, StoredEvent[]>()
      for (const event of events) {
        const list = eventsBy.get(event.attemptId)
        if (list) list.push(event)
        else eventsBy.set(event.attemptId, [event])
      }
      const closed: { attempt: AttemptEntity; closing: Closing }[] = []
      for (const attempt of attempts) {
        const closing = await decide(attempt, eventsBy.get(attempt.id) ?? [], manager)
        if (closing) closed.push({ attempt, closing })
      }
      await writeClosings(
        manager,
        closed.map(({ closing }) => closing),
      )
      return closed
    })
  }

  /** Adds the last answers that a submission brought along; the attempt is locked by the caller's transaction. */
  async appendEvents(
    manager: EntityManager,
    attemptId: string,
    events: readonly (StoredEvent & { clientAtMs: number | null })[],
  ): Promise<void> {
    for (const event of events)
      await manager.query(
        `INSERT INTO response_event (attempt_id, seq, position, response, client_at_ms, received_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING`,
        [
          attemptId,
          event.seq,
          event.position,
          event.response === null ? null : JSON.stringify(event.response),
          event.clientAtMs,
          event.receivedAt,
        ],
      )
  }

  /** Brings the deadlines of running attempts in line with their rounds, whose window an organizer may have changed. */
  async alignDeadlines(roundId: string | null): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.dataSource.query(
      `UPDATE attempt a SET deadline_at = w.deadline_at, accept_until = w.deadline_at + make_interval(secs => w.grace_ms / 1000.0)
       FROM (
         SELECT x.id, least(x.started_at + make_interval(secs => r.time_limit_s), r.closes_at) AS deadline_at, r.grace_ms
         FROM attempt x JOIN round r ON r.id = x.round_id
         WHERE x.state = 'in_progress' AND ($1::uuid IS NULL OR x.round_id = $1)
           AND x.deadline_at <> least(x.started_at + make_interval(secs => r.time_limit_s), r.closes_at)
         ORDER BY x.id FOR UPDATE OF x
       ) w
       WHERE a.id = w.id RETURNING a.id`,
      [roundId],
    )
    return rows.map((row) => row.id)
  }

  /**
   * IB-16: counts, once for every round that is closed with all attempts ended, to how many attempts each of its items was shown.
   * Several processes may try at once: the round's row lock lets one of them count.
   * @param closedBefore rounds that closed earlier than this
   */
  async countExposure(closedBefore: Date): Promise<number> {
    const due: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM round WHERE exposure_counted_at IS NULL AND published_at IS NOT NULL AND closes_at < $1
         AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.round_id = round.id AND a.state = 'in_progress') LIMIT 5`,
      [closedBefore],
    )
    for (const { id } of due)
      await this.dataSource.transaction(async (manager) => {
        const locked: unknown[] = await manager.query(
          `SELECT 1 FROM round WHERE id = $1 AND exposure_counted_at IS NULL FOR UPDATE SKIP LOCKED`,
          [id],
        )
        if (locked.length === 0) return
        await manager.query(
          `UPDATE round_item p SET shown_count = coalesce(s.count, 0)
           FROM round_item q LEFT JOIN (
             SELECT (place->>'itemVersionId')::uuid AS item_version_id, count(*)::int AS count
             FROM attempt a, jsonb_array_elements(a.form) AS place WHERE a.round_id = $1 GROUP BY 1
           ) s ON s.item_version_id = q.item_version_id
           WHERE p.round_id = $1 AND q.round_id = $1 AND p.item_version_id = q.item_version_id`,
          [id],
        )
        await manager.query(`UPDATE round SET exposure_counted_at = clock_timestamp() WHERE id = $1`, [id])
      })
    return due.length
  }
}

async function writeClosings(manager: EntityManager, closings: readonly Closing[]): Promise<void> {
  if (closings.length === 0) return
  await manager.query(
    `UPDATE attempt a SET state = 'submitted', submitted_at = c.submitted_at, submit_kind = c.submit_kind, points = c.points,
            answered_count = c.answered_count, time_used_s = c.time_used_s, receipt_code = c.receipt_code,
            closed_seq = nextval('attempt_closed_seq')
     FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::float8[], $5::int[], $6::int[], $7::text[])
       AS c(id, submitted_at, submit_kind, points, answered_count, time_used_s, receipt_code)
     WHERE a.id = c.id`,
    [
      closings.map((closing) => closing.id),
      closings.map((closing) => closing.submittedAt),
      closings.map((closing) => closing.submitKind),
      closings.map((closing) => closing.points),
      closings.map((closing) => closing.answeredCount),
      closings.map((closing) => closing.timeUsedS),
      closings.map((closing) => closing.receiptCode),
    ],
  )
}
