import { Inject, Injectable } from '@nestjs/common'
import type { Pool } from 'pg'
import { DataSource, type EntityManager } from 'typeorm'
import { START_POOL } from '../../../platform/db/db.module.js'
import type { RoundRules } from '@thiso/contracts/vocab'
import { alignDeadlines } from './align-deadlines.js'
import { AttemptEntity } from './attempt.entities.js'
import { countExposure } from './count-exposure.js'
import { type ContestQuota, insertAttempt, type NewAttempt } from './insert-attempt.js'
import { type LockedAttempt, readLocked, type StoredEvent } from './locked-attempts.js'
import { writeOpening } from './write-records.js'
import { type Closing, writeClosings } from './write-closings.js'

/** A person's attempt, as starting the next one looks at it. */
export type PastAttemptRow = Pick<
  AttemptEntity,
  | 'id'
  | 'roundId'
  | 'attemptNo'
  | 'state'
  | 'holder'
  | 'startedAt'
  | 'submittedAt'
  | 'deadlineAt'
  | 'acceptUntil'
  | 'prediction'
  | 'replacesId'
> & {
  /** CL-4: since when it does not count towards the quota, since an outage cut it off; null: it counts. */
  givenBackAt: Date | null
}

const PAST = `a.id, a.round_id AS "roundId", a.attempt_no AS "attemptNo", a.state, a.holder, a.started_at AS "startedAt",
  a.submitted_at AS "submittedAt", a.deadline_at AS "deadlineAt", a.accept_until AS "acceptUntil", a.prediction,
  a.replaces_id AS "replacesId",
  (SELECT min(k.at) FROM clock_credit c JOIN clock_act k ON k.id = c.act_id
   WHERE c.attempt_id = a.id AND c.effect = 'one-more') AS "givenBackAt"`

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

  /** A person's attempts in a round, in the order of their numbers. */
  async ofPerson(roundId: string, accountId: string): Promise<PastAttemptRow[]> {
    const { rows } = await this.hot.query({
      name: 'attempts-of-person',
      text: `SELECT ${PAST} FROM attempt a WHERE a.round_id = $1 AND a.account_id = $2 ORDER BY a.attempt_no`,
      values: [roundId, accountId],
    })
    return rows
  }

  /** A person's attempts in all rounds of a contest, in the order in which they were started. */
  async ofPersonInContest(contestId: string, accountId: string): Promise<PastAttemptRow[]> {
    const { rows } = await this.hot.query({
      name: 'attempts-of-person-in-contest',
      text: `SELECT ${PAST} FROM attempt a JOIN round r ON r.id = a.round_id
       WHERE a.account_id = $2 AND r.contest_id = $1 ORDER BY a.started_at, a.id`,
      values: [contestId, accountId],
    })
    return rows
  }

  /** DR-7: the items of a round's pool, in whatever version, that stood on the papers of these attempts. */
  async metItems(roundId: string, attemptIds: readonly string[]): Promise<Set<string>> {
    if (attemptIds.length === 0) return new Set()
    const { rows } = await this.hot.query<{ id: string }>({
      name: 'met-items',
      text: `SELECT p.item_version_id AS id FROM round_item p JOIN item_version v ON v.id = p.item_version_id
       WHERE p.round_id = $1 AND v.item_id IN (
         SELECT w.item_id FROM attempt a, jsonb_array_elements(a.form) AS place
           JOIN item_version w ON w.id = (place->>'itemVersionId')::uuid
         WHERE a.id = ANY($2::uuid[]))`,
      values: [roundId, attemptIds],
    })
    return new Set(rows.map(({ id }) => id))
  }

  async rulesOf(roundId: string, version: number): Promise<RoundRules> {
    const [row]: { rules: RoundRules }[] = await this.dataSource.query(
      `SELECT rules FROM round_rules WHERE round_id = $1 AND version = $2`,
      [roundId, version],
    )
    if (!row) throw new Error(`round ${roundId} has no rules ${version}`)
    return row.rules
  }

  allOfPerson(accountId: string): Promise<AttemptEntity[]> {
    return this.dataSource
      .getRepository(AttemptEntity)
      .find({ where: { accountId }, order: { startedAt: 'DESC' }, take: 500 })
  }

  /** @returns false when somebody was faster or the round has changed: ask again */
  insert(attempt: NewAttempt, quota: ContestQuota | null): Promise<boolean> {
    return insertAttempt(this.hot, attempt, quota)
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
    decide: (locked: LockedAttempt, manager: EntityManager) => Promise<Closing | null>,
  ): Promise<{ attempt: AttemptEntity; closing: Closing }[]> {
    return this.dataSource.transaction(async (manager) => {
      const locked: { id: string }[] =
        'id' in which
          ? await manager.query(`SELECT id FROM attempt WHERE id = $1 AND state = 'in_progress' FOR UPDATE`, [which.id])
          : await manager.query(
              `SELECT id FROM attempt WHERE state = 'in_progress' AND accept_until < $1 ORDER BY accept_until LIMIT $2 FOR UPDATE SKIP LOCKED`,
              [which.overdueAt, which.limit],
            )
      const ids = locked.map((row) => row.id)
      return this.closeLocked(manager, ids, decide)
    })
  }

  /** The same for running attempts that the caller's transaction has locked. */
  async closeLocked(
    manager: EntityManager,
    ids: readonly string[],
    decide: (locked: LockedAttempt, manager: EntityManager) => Promise<Closing | null>,
  ): Promise<{ attempt: AttemptEntity; closing: Closing }[]> {
    const closed: { attempt: AttemptEntity; closing: Closing }[] = []
    for (const one of await readLocked(manager, ids)) {
      const closing = await decide(one, manager)
      if (closing) closed.push({ attempt: one.attempt, closing })
    }
    await writeClosings(
      manager,
      closed.map(({ closing }) => closing),
    )
    return closed
  }

  /** Attempts that the caller's transaction has locked, with everything that their outcome follows from. */
  locked(manager: EntityManager, ids: readonly string[]): Promise<LockedAttempt[]> {
    return readLocked(manager, ids)
  }

  /**
   * AT-12: opens a place of a one-way paper under the attempt's lock.
   * @param decide what to open and until when; null: nothing changes. @throws whatever it throws: then nothing has happened
   * @returns false when the attempt is not running any more
   */
  async openPlace(
    id: string,
    decide: (
      locked: LockedAttempt,
      manager: EntityManager,
    ) => Promise<{ position: number; openedAt: Date; openUntil: Date } | null>,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const rows: { id: string }[] = await manager.query(
        `SELECT id FROM attempt WHERE id = $1 AND state = 'in_progress' FOR UPDATE`,
        [id],
      )
      const [locked] = await readLocked(
        manager,
        rows.map((row) => row.id),
      )
      if (!locked) return false
      const opening = await decide(locked, manager)
      if (!opening) return true
      await writeOpening(manager, id, { ...opening, creditMs: locked.attempt.creditMs })
      await manager.query(`UPDATE attempt SET open_position = $2, open_until = $3 WHERE id = $1`, [
        id,
        opening.position,
        opening.openUntil,
      ])
      return true
    })
  }

  alignDeadlines(roundId: string | null): Promise<string[]> {
    return alignDeadlines(this.dataSource, roundId)
  }

  countExposure(closedBefore: Date): Promise<number> {
    return countExposure(this.dataSource, closedBefore)
  }
}
