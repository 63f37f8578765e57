import { answerRecord, chainOf, startRecord, submitRecord } from '@thiso/api/seeding'
import { createHash } from 'node:crypto'
import type { SimulatedAttempt } from '../factories/attempts.js'
import type { Runner } from '../services.js'
import { plainArray, textArray } from './sql-array.js'

const CHUNK = 1000

/**
 * Attempts with everything that was recorded of them. Those of one call get their closing numbers in the
 * order in which they ended.
 * @returns how many events were written
 */
export async function insertAttempts(runner: Runner, attempts: readonly SimulatedAttempt[]): Promise<number> {
  const endOf = (attempt: SimulatedAttempt) => attempt.closing?.submittedAtMs ?? Number.POSITIVE_INFINITY
  const ordered = [...attempts].sort((a, b) => endOf(a) - endOf(b))
  let eventCount = 0
  for (let from = 0; from < ordered.length; from += CHUNK) {
    const chunk = ordered.slice(from, from + CHUNK)
    await insertHeads(runner, chunk)
    await insertChains(runner, chunk)
    eventCount += await insertEvents(runner, chunk)
  }
  return eventCount
}

async function insertHeads(runner: Runner, attempts: readonly SimulatedAttempt[]): Promise<void> {
  const closing = <T>(pick: (closing: NonNullable<SimulatedAttempt['closing']>) => T) =>
    attempts.map((attempt) => (attempt.closing ? pick(attempt.closing) : null))
  await runner.query(
    `INSERT INTO attempt (id, round_id, account_id, unit_id, attempt_no, state, holder, form, started_at, deadline_at, accept_until,
                          rules_version, submitted_at, submit_kind, points, max_points, right_count, answered_count, bonus, penalty, is_ranked,
                          time_used_s, receipt_code, closed_seq)
     SELECT n.id, n.round_id, n.account_id, n.unit_id, n.attempt_no,
            CASE WHEN n.receipt_code IS NULL THEN 'in_progress' ELSE 'submitted' END, n.holder, n.form,
            to_timestamp(n.started_ms / 1000), to_timestamp(n.deadline_ms / 1000), to_timestamp(n.accept_ms / 1000),
            n.rules_version, to_timestamp(n.submitted_ms / 1000), n.submit_kind, n.points,
            (SELECT sum(coalesce((place->>'points')::float8, 1)) FROM jsonb_array_elements(n.form) AS place), n.right_count, n.answered_count, n.bonus,
            n.penalty, coalesce(n.is_ranked, true), n.time_used_s, n.receipt_code, CASE WHEN n.receipt_code IS NOT NULL THEN nextval('attempt_closed_seq') END
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::text[], $7::jsonb[], $8::float8[], $9::float8[],
                 $10::float8[], $11::int[], $12::float8[], $13::text[], $14::float8[], $15::int[], $16::int[], $17::float8[], $18::float8[],
                 $19::bool[], $20::int[], $21::text[])
       AS n(id, round_id, account_id, unit_id, attempt_no, holder, form, started_ms, deadline_ms, accept_ms, rules_version,
            submitted_ms, submit_kind, points, right_count, answered_count, bonus, penalty, is_ranked, time_used_s, receipt_code)`,
    [
      plainArray(attempts.map((attempt) => attempt.id)),
      plainArray(attempts.map((attempt) => attempt.roundId)),
      plainArray(attempts.map((attempt) => attempt.accountId)),
      plainArray(attempts.map((attempt) => attempt.unitId)),
      plainArray(attempts.map((attempt) => attempt.attemptNo)),
      textArray(attempts.map((attempt) => attempt.holder)),
      textArray(attempts.map((attempt) => JSON.stringify(attempt.form))),
      plainArray(attempts.map((attempt) => attempt.startedAtMs)),
      plainArray(attempts.map((attempt) => attempt.deadlineAtMs)),
      plainArray(attempts.map((attempt) => attempt.acceptUntilMs)),
      plainArray(attempts.map((attempt) => attempt.rulesVersion)),
      plainArray(closing(({ submittedAtMs }) => submittedAtMs)),
      plainArray(closing(({ submitKind }) => submitKind)),
      plainArray(closing(({ points }) => points)),
      plainArray(closing(({ rightCount }) => rightCount)),
      plainArray(closing(({ answeredCount }) => answeredCount)),
      plainArray(closing(({ bonus }) => bonus)),
      plainArray(closing(({ penalty }) => penalty)),
      plainArray(closing(({ isRanked }) => isRanked)),
      plainArray(closing(({ timeUsedS }) => timeUsedS)),
      plainArray(closing(({ receiptCode }) => receiptCode)),
    ],
  )
}

/** The chains, as the API would have written them with each answer by itself; the salt follows from the seed like everything else. */
async function insertChains(runner: Runner, attempts: readonly SimulatedAttempt[]): Promise<void> {
  const chains = attempts.map(({ id, roundId, startedAtMs, form, events, closing }) =>
    chainOf([
      startRecord(id, roundId, startedAtMs, form),
      ...events.map(answerRecord),
      ...(closing ? [submitRecord(closing.submittedAtMs, closing.submitKind)] : []),
    ]),
  )
  const salts = attempts.map(({ holder, closing }) =>
    closing ? createHash('sha256').update(`salt\0${holder}`).digest('hex').slice(0, 32) : null,
  )
  await runner.query(
    `INSERT INTO attempt_chain (attempt_id, links, head, salt)
     SELECT n.id, n.links, decode(n.head, 'hex'), decode(n.salt, 'hex')
     FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[]) AS n(id, links, head, salt)`,
    [
      plainArray(attempts.map((attempt) => attempt.id)),
      plainArray(chains.map(({ links }) => links)),
      plainArray(chains.map(({ head }) => head.toString('hex'))),
      plainArray(salts),
    ],
  )
}

async function insertEvents(runner: Runner, attempts: readonly SimulatedAttempt[]): Promise<number> {
  const owners: number[] = []
  const seqs: number[] = []
  const positions: number[] = []
  const responses: (string | null)[] = []
  const clientMs: number[] = []
  const receivedMs: number[] = []
  const linkNos: number[] = []
  attempts.forEach((attempt, index) => {
    attempt.events.forEach((event, place) => {
      owners.push(index + 1)
      seqs.push(event.seq)
      positions.push(event.position)
      responses.push(event.response === null ? null : JSON.stringify(event.response))
      clientMs.push(event.clientAtMs)
      receivedMs.push(event.receivedAtMs)
      // The first record is the start.
      linkNos.push(place + 2)
    })
  })
  // Each id is sent once and named by its place: twenty copies of it would be most of the statement.
  await runner.query(
    `INSERT INTO response_event (attempt_id, seq, position, response, client_at_ms, received_at, link_no)
     SELECT ids.list[n.owner], n.seq, n.position, n.response, n.client_ms, to_timestamp(n.received_ms / 1000), n.link_no
     FROM (SELECT $1::uuid[] AS list) ids,
          unnest($2::int[], $3::int[], $4::smallint[], $5::jsonb[], $6::bigint[], $7::float8[], $8::int[])
            AS n(owner, seq, position, response, client_ms, received_ms, link_no)`,
    [
      plainArray(attempts.map((attempt) => attempt.id)),
      plainArray(owners),
      plainArray(seqs),
      plainArray(positions),
      textArray(responses),
      plainArray(clientMs),
      plainArray(receivedMs),
      plainArray(linkNos),
    ],
  )
  return owners.length
}
