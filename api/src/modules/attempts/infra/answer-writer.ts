import { Inject, Injectable } from '@nestjs/common'
import type { Pool } from 'pg'
import { ANSWER_CONNECTIONS, ANSWER_POOL } from '../../../platform/db/db.module.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { Metrics } from '../../../platform/metrics/metrics.js'
import { answerDigest } from '../domain/attempt-chain.js'

/** One response on its way to the disk. */
export interface ResponseWrite {
  attemptId: string
  holder: string
  seq: number
  position: number
  /** JSON text of the recorded response, or null for blank. */
  response: string | null
  clientAtMs: number | null
  receivedAtMs: number
}

/** What became of a write. Everything but 'saved' left no trace in the database. */
export type WriteOutcome =
  | 'saved'
  | 'held_elsewhere'
  | 'submitted'
  | 'too_late'
  | 'place_closed'
  | 'sequence_reused'
  | 'unknown_attempt'

/** Called once, after the commit: with an error when the database could not be asked, with null when everything is saved. */
export type Written = (error: unknown, outcomes: WriteOutcome[] | null) => void

interface Waiting {
  writes: readonly ResponseWrite[]
  done: Written
}

const MAX_GROUP = 512

/**
 * The whole group in one statement, which is its own transaction: when it returns, everything it inserted is committed.
 * Each attempt is locked before its events are written, so a submission (which locks FOR UPDATE) either sees the event or makes this
 * statement see the submission: no acknowledged answer is left out of a score. Attempts are locked in order of id, so that two groups
 * cannot wait for each other. Opening a place of a one-way paper locks FOR UPDATE too, so an answer to the place before either was
 * committed first or is refused here (AT-12). The prediction (place 0) is open as long as the attempt.
 *
 * HC-1: what is new continues the chain of its attempt in the same statement; whoever holds an attempt's lock is alone with its chain.
 * What is new, the statement sees as of its beginning: if the same answer was committed while it waited for the lock, the insert
 * violates the primary key, nothing of the group happens, and the group is tried again. Of equal numbers in one group the first counts.
 */
const INSERT_GROUP = `
WITH incoming AS (
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::int[], $4::smallint[], $5::jsonb[], $6::bigint[], $7::bigint[], $8::bytea[])
    WITH ORDINALITY AS t(attempt_id, holder, seq, position, response, client_at_ms, received_at_ms, digest, ordinal)
), live AS (
  SELECT id, holder, accept_until, open_position, open_until FROM attempt
  WHERE id IN (SELECT attempt_id FROM incoming) AND state = 'in_progress'
  ORDER BY id FOR NO KEY UPDATE
), fresh AS (
  SELECT DISTINCT ON (i.attempt_id, i.seq) i.*
  FROM incoming i JOIN live l ON l.id = i.attempt_id AND l.holder = i.holder
  WHERE to_timestamp(i.received_at_ms / 1000.0) <= l.accept_until
    AND (l.open_position IS NULL OR i.position = 0
         OR (i.position = l.open_position AND to_timestamp(i.received_at_ms / 1000.0) <= l.open_until))
    AND NOT EXISTS (SELECT 1 FROM response_event e WHERE e.attempt_id = i.attempt_id AND e.seq = i.seq)
  ORDER BY i.attempt_id, i.seq, i.ordinal
), more AS (
  SELECT attempt_id, count(*)::int AS count, array_agg(digest ORDER BY seq) AS digests FROM fresh GROUP BY attempt_id
), chained AS (
  UPDATE attempt_chain c SET head = fold_chain(c.head, m.digests), links = c.links + m.count
  FROM more m WHERE c.attempt_id = m.attempt_id
  RETURNING c.attempt_id, c.links - m.count AS before
)
INSERT INTO response_event (attempt_id, seq, position, response, client_at_ms, received_at, link_no)
SELECT f.attempt_id, f.seq, f.position, f.response, f.client_at_ms, to_timestamp(f.received_at_ms / 1000.0),
       c.before + row_number() OVER (PARTITION BY f.attempt_id ORDER BY f.seq)
FROM fresh f LEFT JOIN chained c ON c.attempt_id = f.attempt_id`

/** Somebody else stored one of the answers first. A group meets each such answer once, so a few tries are always enough. */
const UNIQUE_VIOLATION = '23505'
const MAX_TRIES = 8

/** Why a write of a group was not inserted; asked only when some were not. */
const EXPLAIN_GROUP = `
SELECT (e.attempt_id IS NOT NULL AND e.position = i.position AND e.response IS NOT DISTINCT FROM i.response) AS is_same,
       e.attempt_id IS NOT NULL AS is_stored, a.state, a.holder = i.holder AS is_holder,
       to_timestamp(i.received_at_ms / 1000.0) <= a.accept_until AS is_in_time,
       a.open_position IS NULL OR i.position = 0
         OR (i.position = a.open_position AND to_timestamp(i.received_at_ms / 1000.0) <= a.open_until) AS is_open
FROM unnest($1::uuid[], $2::text[], $3::int[], $4::smallint[], $5::jsonb[], $6::bigint[])
  WITH ORDINALITY AS i(attempt_id, holder, seq, position, response, received_at_ms, ordinal)
LEFT JOIN attempt a ON a.id = i.attempt_id
LEFT JOIN response_event e ON e.attempt_id = i.attempt_id AND e.seq = i.seq
ORDER BY i.ordinal`

/**
 * Group commit: while one group is on its way to the disk, the answers that arrive gather into the next one. Nobody waits for
 * a timer; under load the groups grow by themselves and one disk flush serves hundreds of answers.
 */
@Injectable()
export class AnswerWriter {
  private readonly queue: Waiting[] = []
  private running = 0
  private isScheduled = false

  constructor(
    @Inject(ANSWER_POOL) private readonly pool: Pool,
    private readonly metrics: Metrics,
    private readonly logger: Logger,
  ) {}

  /** Resolves after the commit, with one outcome a write; rejects when the database could not be asked (nothing is acknowledged). */
  write(writes: readonly ResponseWrite[]): Promise<WriteOutcome[]> {
    return new Promise((resolve, reject) => {
      this.enqueue(writes, (error, outcomes) => {
        if (error) reject(error)
        else resolve(outcomes ?? writes.map(() => 'saved' as const))
      })
    })
  }

  /** The same by callback: at ten thousand answers a second, promises are a cost that shows. */
  enqueue(writes: readonly ResponseWrite[], done: Written): void {
    this.queue.push({ writes, done })
    if (this.isScheduled || this.running >= ANSWER_CONNECTIONS) return
    this.isScheduled = true
    // One turn of the event loop: everything that has already arrived on the sockets joins the group.
    setImmediate(() => {
      this.isScheduled = false
      this.startGroups()
    })
  }

  private startGroups(): void {
    while (this.queue.length > 0 && this.running < ANSWER_CONNECTIONS) {
      let size = 0
      let count = 0
      while (
        count < this.queue.length &&
        (count === 0 || size + (this.queue[count] as Waiting).writes.length <= MAX_GROUP)
      )
        size += (this.queue[count++] as Waiting).writes.length
      const group = this.queue.splice(0, count)
      this.running++
      void this.commit(group).finally(() => {
        this.running--
        this.startGroups()
      })
    }
  }

  private async commit(group: readonly Waiting[]): Promise<void> {
    const writes = group.flatMap((waiting) => waiting.writes)
    const stopTimer = this.metrics.groupSeconds.startTimer()
    let outcomes: WriteOutcome[] | null = null
    let failure: unknown = null
    try {
      const columns = columnsOf(writes)
      const rowCount = await this.insert(columns)
      if (rowCount !== writes.length) outcomes = await this.explain(columns)
      this.metrics.groupSize.observe(writes.length)
      this.metrics.savedResponses.inc(rowCount)
    } catch (error) {
      failure = error
    }
    stopTimer()
    let from = 0
    for (const { writes: own, done } of group) {
      const ownOutcomes = outcomes ? outcomes.slice(from, from + own.length) : null
      from += own.length
      try {
        done(failure, failure ? null : ownOutcomes)
      } catch (error) {
        // One caller's slip (a socket that broke while it was answered) must not keep the others of the group waiting.
        this.logger.error({ reason: (error as Error).message }, 'an answer could not be sent')
      }
    }
  }

  /** @returns how many were new, committed */
  private async insert(columns: string[]): Promise<number> {
    for (let tries = 1; ; tries++) {
      try {
        const { rowCount } = await this.pool.query({
          name: 'insert-response-group',
          text: INSERT_GROUP,
          values: columns,
        })
        return rowCount ?? 0
      } catch (error) {
        if ((error as { code?: string }).code !== UNIQUE_VIOLATION || tries === MAX_TRIES) throw error
      }
    }
  }

  private async explain(columns: string[]): Promise<WriteOutcome[]> {
    const [attemptIds, holders, seqs, positions, responses, , receivedAts] = columns
    const { rows } = await this.pool.query<{
      is_same: boolean
      is_stored: boolean
      state: string | null
      is_holder: boolean | null
      is_in_time: boolean | null
      is_open: boolean | null
    }>({
      name: 'explain-response-group',
      text: EXPLAIN_GROUP,
      values: [attemptIds, holders, seqs, positions, responses, receivedAts],
    })
    return rows.map((row) => {
      if (row.is_same) return 'saved'
      if (row.is_stored) return 'sequence_reused'
      if (row.state === null) return 'unknown_attempt'
      if (row.state !== 'in_progress') return 'submitted'
      if (!row.is_holder) return 'held_elsewhere'
      return row.is_in_time && !row.is_open ? 'place_closed' : 'too_late'
    })
  }
}

/**
 * Array literals built by hand: every value is a UUID, a number, a plain token or escaped JSON, checked before it came here,
 * and the driver's general array writer costs more than the rest of the path.
 */
function columnsOf(writes: readonly ResponseWrite[]): string[] {
  let attemptIds = ''
  let holders = ''
  let seqs = ''
  let positions = ''
  let responses = ''
  let clientAts = ''
  let receivedAts = ''
  let digests = ''
  let comma = '{'
  for (const write of writes) {
    attemptIds += comma + write.attemptId
    holders += comma + write.holder
    seqs += comma + write.seq
    positions += comma + write.position
    responses += write.response === null ? `${comma}NULL` : `${comma}"${escapeElement(write.response)}"`
    clientAts += comma + (write.clientAtMs ?? 'NULL')
    receivedAts += comma + write.receivedAtMs
    // Within quotes a backslash is written twice: the element is the bytea text \\x….
    digests += `${comma}"\\\\x${answerDigest(write.seq, write.position, write.response, write.receivedAtMs)}"`
    comma = ','
  }
  return [attemptIds, holders, seqs, positions, responses, clientAts, receivedAts, digests].map(
    (column) => `${column}}`,
  )
}

/** JSON of numbers needs nothing; of a typed answer, quotes and backslashes are escaped once more for the array literal. */
function escapeElement(json: string): string {
  return json.startsWith('[') ? json : json.replace(/["\\]/g, '\\$&')
}
