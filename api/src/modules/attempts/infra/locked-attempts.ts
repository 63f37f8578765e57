import type { RoundRules } from '@thiso/contracts/vocab'
import type { EntityManager } from 'typeorm'
import type { Interval } from '../domain/clock-credit.js'
import type { PlaceOpening } from '../domain/judge-attempt.js'
import type { ResponseEvent } from '../domain/response-log.js'
import { AttemptEntity } from './attempt.entities.js'
import { takenOutSql } from './taken-out.js'

export interface StoredEvent extends ResponseEvent {
  receivedAt: Date
}

/** What an attempt's round and the rules that it was taken under say, read in the transaction that holds the attempt. */
export interface AttemptTerms {
  rules: RoundRules
  timeLimitS: number
  graceMs: number
  pausedAt: Date | null
}

/** An attempt under its lock with everything that its outcome follows from. */
export interface LockedAttempt extends AttemptTerms {
  attempt: AttemptEntity
  events: StoredEvent[]
  openings: PlaceOpening[]
  /** What was taken out of the clock: the attempt's credits and the round's pauses; one that goes on has no end. */
  takenOut: Interval[]
}

/** Attempts that this transaction has locked, with their events, openings and terms. */
export async function readLocked(manager: EntityManager, ids: readonly string[]): Promise<LockedAttempt[]> {
  if (ids.length === 0) return []
  const attempts = await manager.getRepository(AttemptEntity).createQueryBuilder('a').whereInIds(ids).getMany()
  const events = byAttempt<StoredEvent>(
    await manager.query(
      `SELECT attempt_id AS "attemptId", seq, position, response, received_at AS "receivedAt" FROM response_event
       WHERE attempt_id = ANY($1::uuid[]) ORDER BY attempt_id, seq`,
      [ids],
    ),
  )
  const oneWay = attempts.filter((attempt) => attempt.openPosition !== null).map((attempt) => attempt.id)
  const openings = byAttempt<PlaceOpening>(
    oneWay.length === 0
      ? []
      : await manager.query(
          `SELECT attempt_id AS "attemptId", position, opened_at AS "openedAt" FROM place_opening
           WHERE attempt_id = ANY($1::uuid[]) ORDER BY attempt_id, position`,
          [oneWay],
        ),
  )
  const takenOut = byAttempt<{ fromAt: Date; toAt: Date }>(
    oneWay.length === 0
      ? []
      : await manager.query(
          `SELECT a.id AS "attemptId", t.from_at AS "fromAt", t.to_at AS "toAt"
           FROM attempt a CROSS JOIN LATERAL (${takenOutSql('a')}) t WHERE a.id = ANY($1::uuid[])`,
          [oneWay],
        ),
  )
  const terms: (AttemptTerms & { roundId: string; version: number })[] = await manager.query(
    `SELECT v.round_id AS "roundId", v.version, v.rules, v.time_limit_s AS "timeLimitS", r.grace_ms AS "graceMs", r.paused_at AS "pausedAt"
     FROM round_rules v JOIN round r ON r.id = v.round_id
     WHERE (v.round_id, v.version) IN (SELECT a.round_id, a.rules_version FROM attempt a WHERE a.id = ANY($1::uuid[]))`,
    [ids],
  )
  return attempts.map((attempt) => {
    const own = terms.find((term) => term.roundId === attempt.roundId && term.version === attempt.rulesVersion)
    if (!own) throw new Error(`round ${attempt.roundId} has no rules ${attempt.rulesVersion}`)
    const { rules, timeLimitS, graceMs, pausedAt } = own
    const taken = takenOut.get(attempt.id) ?? []
    return {
      attempt,
      events: events.get(attempt.id) ?? [],
      openings: openings.get(attempt.id) ?? [],
      takenOut: [
        ...taken.map(({ fromAt, toAt }) => ({ from: fromAt.getTime(), to: toAt.getTime() })),
        ...(pausedAt ? [{ from: pausedAt.getTime(), to: Number.POSITIVE_INFINITY }] : []),
      ],
      rules,
      timeLimitS,
      graceMs,
      pausedAt,
    }
  })
}

function byAttempt<T>(rows: readonly (T & { attemptId: string })[]): Map<string, T[]> {
  const lists = new Map<string, T[]>()
  for (const row of rows) {
    const list = lists.get(row.attemptId)
    if (list) list.push(row)
    else lists.set(row.attemptId, [row])
  }
  return lists
}
