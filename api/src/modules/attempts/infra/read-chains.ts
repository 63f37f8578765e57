import type { SubmitKind } from '@thiso/contracts/vocab'
import type { DataSource, EntityManager } from 'typeorm'
import type { LinkedAnswer, LinkedAttempt, LinkedOpening } from '../domain/attempt-chain.js'

/** What is stored of an attempt, with the head that its records are to lead to; salt: null while it runs. */
export interface StoredChain extends LinkedAttempt {
  head: Buffer
  salt: Buffer | null
}

/** Attempts with their chains, for whoever recomputes them; those without a chain are left out. In the order of their ids. */
export async function readChains(
  database: DataSource | EntityManager,
  attemptIds: readonly string[],
): Promise<StoredChain[]> {
  if (attemptIds.length === 0) return []
  const attempts: {
    id: string
    roundId: string
    startedAt: Date
    form: unknown
    submittedAt: Date | null
    submitKind: SubmitKind | null
    links: number
    head: Buffer
    salt: Buffer | null
  }[] = await database.query(
    `SELECT a.id, a.round_id AS "roundId", a.started_at AS "startedAt", a.form, a.submitted_at AS "submittedAt",
       a.submit_kind AS "submitKind", c.links, c.head, c.salt
     FROM attempt_chain c JOIN attempt a ON a.id = c.attempt_id WHERE c.attempt_id = ANY($1::uuid[]) ORDER BY a.id`,
    [attemptIds],
  )
  const answers: (Omit<LinkedAnswer, 'receivedAtMs'> & { attemptId: string; receivedAt: Date })[] =
    await database.query(
      `SELECT attempt_id AS "attemptId", link_no AS "linkNo", seq, position, response, received_at AS "receivedAt"
       FROM response_event WHERE attempt_id = ANY($1::uuid[])`,
      [attemptIds],
    )
  const openings: (Omit<LinkedOpening, 'openedAtMs'> & { attemptId: string; openedAt: Date })[] = await database.query(
    `SELECT attempt_id AS "attemptId", link_no AS "linkNo", position, opened_at AS "openedAt"
     FROM place_opening WHERE attempt_id = ANY($1::uuid[])`,
    [attemptIds],
  )
  const stored = new Map(
    attempts.map(({ id, roundId, startedAt, form, submittedAt, submitKind, links, head, salt }) => [
      id,
      {
        attemptId: id,
        roundId,
        startedAtMs: startedAt.getTime(),
        form,
        answers: [] as LinkedAnswer[],
        openings: [] as LinkedOpening[],
        end: submittedAt && submitKind && { submittedAtMs: submittedAt.getTime(), submitKind },
        links,
        head,
        salt,
      },
    ]),
  )
  for (const { attemptId, receivedAt, ...answer } of answers)
    stored.get(attemptId)?.answers.push({ ...answer, receivedAtMs: receivedAt.getTime() })
  for (const { attemptId, openedAt, ...opening } of openings)
    stored.get(attemptId)?.openings.push({ ...opening, openedAtMs: openedAt.getTime() })
  return [...stored.values()]
}
