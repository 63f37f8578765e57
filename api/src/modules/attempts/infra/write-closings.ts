import type { SubmitKind } from '@thiso/contracts/vocab'
import { randomBytes } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { recordDigest, submitRecord } from '../domain/attempt-chain.js'
import type { Judgement } from '../domain/judge-attempt.js'

export interface Closing extends Judgement {
  id: string
  submittedAt: Date
  submitKind: SubmitKind
  timeUsedS: number
  usableExtra: number | null
  receiptCode: string
}

/** Every column that a closing writes, with its type; the first names the attempt. */
const COLUMNS: [keyof Closing, column: string, type: string][] = [
  ['id', 'id', 'uuid'],
  ['submittedAt', 'submitted_at', 'timestamptz'],
  ['submitKind', 'submit_kind', 'text'],
  ['points', 'points', 'float8'],
  ['maxPoints', 'max_points', 'float8'],
  ['rightCount', 'right_count', 'int'],
  ['answeredCount', 'answered_count', 'int'],
  ['bonus', 'bonus', 'float8'],
  ['penalty', 'penalty', 'float8'],
  ['prediction', 'prediction', 'int'],
  ['isRanked', 'is_ranked', 'bool'],
  ['timeUsedS', 'time_used_s', 'int'],
  ['usableExtra', 'usable_extra', 'int'],
  ['receiptCode', 'receipt_code', 'text'],
]

const WRITE = `
UPDATE attempt a SET state = 'submitted', closed_seq = nextval('attempt_closed_seq'),
  ${COLUMNS.slice(1)
    .map(([, column]) => `${column} = c.${column}`)
    .join(', ')}
FROM unnest(${COLUMNS.map(([, , type], index) => `$${index + 1}::${type}[]`).join(', ')}) AS c(${COLUMNS.map(([, column]) => column).join(', ')})
WHERE a.id = c.id`

/**
 * HC-3: the end is the last record of the chain, and with it the salt is drawn that hides the head in the round's log. An attempt without
 * a chain ends without one.
 */
const END_CHAIN = `
UPDATE attempt_chain c SET head = fold_chain(c.head, ARRAY[e.digest]), links = c.links + 1, salt = e.salt
FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS e(attempt_id, digest, salt)
WHERE c.attempt_id = e.attempt_id AND c.salt IS NULL`

/** Closes attempts that this transaction holds, and their chains. */
export async function writeClosings(manager: EntityManager, closings: readonly Closing[]): Promise<void> {
  if (closings.length === 0) return
  await manager.query(
    WRITE,
    COLUMNS.map(([name]) => closings.map((closing) => closing[name])),
  )
  await manager.query(END_CHAIN, [
    closings.map(({ id }) => id),
    closings.map(({ submittedAt, submitKind }) =>
      Buffer.from(recordDigest(submitRecord(submittedAt.getTime(), submitKind)), 'hex'),
    ),
    closings.map(() => randomBytes(16)),
  ])
}
