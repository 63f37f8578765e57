import type { EntityManager } from 'typeorm'
import { answerRecord, type ChainRecord, openRecord, recordDigest } from '../domain/attempt-chain.js'
import type { StoredEvent } from './locked-attempts.js'

/**
 * HC-1: continues the chain of an attempt that the caller's transaction has locked.
 * @returns the number of the first of these records in the chain; null: the attempt has no chain
 */
async function link(
  manager: EntityManager,
  attemptId: string,
  records: readonly ChainRecord[],
): Promise<number | null> {
  const [rows]: [{ links: number }[], number] = await manager.query(
    `UPDATE attempt_chain SET head = fold_chain(head, $2::bytea[]), links = links + cardinality($2::bytea[])
     WHERE attempt_id = $1 RETURNING links`,
    [attemptId, records.map((record) => Buffer.from(recordDigest(record), 'hex'))],
  )
  return rows[0] ? rows[0].links - records.length + 1 : null
}

/**
 * Adds the last answers that came with an act on an attempt that the caller's transaction has locked.
 * @param stored every answer that it has; those among them again are left out
 */
export async function appendEvents(
  manager: EntityManager,
  attemptId: string,
  stored: readonly { seq: number }[],
  events: readonly (StoredEvent & { clientAtMs: number | null })[],
): Promise<void> {
  const known = new Set(stored.map(({ seq }) => seq))
  const fresh = events
    .filter(({ seq }) => !known.has(seq) && known.add(seq))
    .sort((a, b) => a.seq - b.seq)
    .map((event) => ({ ...event, receivedAtMs: event.receivedAt.getTime() }))
  if (fresh.length === 0) return
  const first = await link(manager, attemptId, fresh.map(answerRecord))
  await manager.query(
    `INSERT INTO response_event (attempt_id, seq, position, response, client_at_ms, received_at, link_no)
     SELECT $1, n.seq, n.position, n.response, n.client_at_ms, n.received_at, n.link_no
     FROM unnest($2::int[], $3::smallint[], $4::jsonb[], $5::bigint[], $6::timestamptz[], $7::int[])
       AS n(seq, position, response, client_at_ms, received_at, link_no)`,
    [
      attemptId,
      fresh.map(({ seq }) => seq),
      fresh.map(({ position }) => position),
      fresh.map(({ response }) => (response === null ? null : JSON.stringify(response))),
      fresh.map(({ clientAtMs }) => clientAtMs),
      fresh.map(({ receivedAt }) => receivedAt),
      fresh.map((_, index) => (first === null ? null : first + index)),
    ],
  )
}

/** Records that a place of a one-way paper was opened; the caller's transaction has locked the attempt. */
export async function writeOpening(
  manager: EntityManager,
  attemptId: string,
  opening: { position: number; openedAt: Date; creditMs: number },
): Promise<void> {
  const linkNo = await link(manager, attemptId, [openRecord(opening.position, opening.openedAt.getTime())])
  await manager.query(
    `INSERT INTO place_opening (attempt_id, position, opened_at, credit_ms, link_no) VALUES ($1, $2, $3, $4, $5)`,
    [attemptId, opening.position, opening.openedAt, opening.creditMs, linkNo],
  )
}
