import { randomUUID } from 'node:crypto'
import type { ItemKey, UnitKind } from '@thiso/contracts/vocab'
import type { Pool } from 'pg'
import { receiptCode } from '../../api/src/modules/attempts/domain/receipt-code'
import type { Client } from './client'
import { addBank, addItem } from './item-rows'
import type { Person } from './people'
import type { Settings } from './rulebook-settings'
import { momentOf, type Row, secondsOf } from './rulebook-table'

export type Someone = Client & { person: Person }

/** Units directly below the province, by name. */
export async function addUnitsBelow(
  pool: Pool,
  parentId: string,
  units: readonly (readonly [name: string, kind: UnitKind])[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [index, [name, kind]] of units.entries()) {
    const id = randomUUID()
    await pool.query(`INSERT INTO unit (id, code, name, kind, parent_id) VALUES ($1, $2, $3, $4, $5)`, [
      id,
      `QNM.TL${index + 1}`,
      name,
      kind,
      parentId,
    ])
    ids.set(name, id)
  }
  return ids
}

/** A bank with approved items for the cells of a paper: with one right option of four each, or with one to four. */
export async function addPaperItems(
  pool: Pool,
  paper: Settings['paper'],
  kind: NonNullable<Settings['items']>,
): Promise<string> {
  const bankId = await addBank(pool, false)
  for (const { topic, level, count, of = count } of paper)
    for (let n = 1; n <= of; n++) {
      const options = [0, 1, 2, 3].slice(0, 1 + (n % 4))
      const key: ItemKey =
        kind === 'several-right'
          ? { type: 'multiple-choice', options, optionCount: 4, grading: 'all-or-nothing' }
          : { type: 'single-choice', option: n % 4 }
      const { itemId } = await addItem(pool, bankId, { topic, key, question: { type: key.type } })
      await pool.query(`UPDATE item SET level = $2 WHERE id = $1`, [itemId, level])
    }
  return bankId
}

export async function setGuardian(pool: Pool, accountId: string, name: string): Promise<void> {
  await pool.query(`UPDATE account SET guardian_name = $2 WHERE id = $1`, [accountId, name])
  await pool.query(
    `INSERT INTO consent (account_id, version, text_sha256, given_by) VALUES ($1, '2026-12', repeat('0', 64), 'guardian')`,
    [accountId],
  )
}

const GRACE_MS = 3_000

/**
 * Gives a running attempt the answers and times of a line of a table: the first places of its form right, then wrong ones, then blanks.
 * The score is the line's own, so that working the results out again compares the platform's with the hand's.
 */
export async function recordAttempt(
  pool: Pool,
  attemptId: string,
  row: Row,
  round: { opensAt: number; closesAt: number; limitS: number },
): Promise<void> {
  const { rows } = await pool.query<{ form: { itemVersionId: string }[] }>(`SELECT form FROM attempt WHERE id = $1`, [
    attemptId,
  ])
  const { form } = rows[0] as (typeof rows)[0]
  const keys = await pool.query<{ id: string; key: ItemKey }>(
    `SELECT item_version_id AS id, key FROM item_key WHERE item_version_id = ANY($1::uuid[])`,
    [form.map(({ itemVersionId }) => itemVersionId)],
  )
  const keyOf = new Map(keys.rows.map(({ id, key }) => [id, key]))
  const isLeft = row.used === '–'
  const usedS = isLeft ? round.limitS : secondsOf(row.used)
  const at = momentOf(row.at, round.opensAt)
  const startedAt = isLeft ? at : at - usedS * 1000
  const deadline = Math.min(startedAt + round.limitS * 1000, round.closesAt)
  if (startedAt < round.opensAt || at > deadline) throw new Error(`outside the round: ${row.who} ${row.at}`)
  const guess = row.guess && row.guess !== '–' ? Number(row.guess) : null
  const right = Number(row.right)
  const answered = form.length - Number(row.blank || 0)
  if (right > answered) throw new Error(`more right than answered: ${row.who}`)
  // Above what may have been answered over HTTP before.
  const events = form.slice(0, answered).map(({ itemVersionId }, index) => ({
    seq: 1001 + index,
    position: index + 1,
    response: answerTo(keyOf.get(itemVersionId) as ItemKey, index < right) as number[] | string,
  }))
  if (guess !== null) events.push({ seq: 1001 + form.length, position: 0, response: String(guess) })
  const iso = (ms: number) => new Date(ms).toISOString()
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(
      `INSERT INTO response_event (attempt_id, seq, position, response, received_at)
       SELECT $1, seq, position, response, $3 FROM jsonb_to_recordset($2::jsonb) AS t(seq int, position int, response jsonb)`,
      [attemptId, JSON.stringify(events), iso(startedAt + usedS * 500)],
    )
    await client.query(`UPDATE attempt SET started_at = $2, deadline_at = $3, accept_until = $4 WHERE id = $1`, [
      attemptId,
      iso(startedAt),
      iso(deadline),
      iso(deadline + GRACE_MS),
    ])
    if (!isLeft)
      await client.query(
        `UPDATE attempt SET state = 'submitted', submit_kind = 'by_participant', submitted_at = $2, time_used_s = $3, points = $4::int,
           right_count = $4::int, answered_count = $5, bonus = 0, penalty = 0, prediction = coalesce($6, prediction), is_ranked = true,
           receipt_code = $7, closed_seq = nextval('attempt_closed_seq') WHERE id = $1`,
        [attemptId, iso(at), usedS, right, answered, guess, receiptCode({ attemptId, submittedAt: iso(at), events })],
      )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

function answerTo(key: ItemKey, isRight: boolean): number[] {
  if (key.type === 'single-choice') return [isRight ? key.option : (key.option + 1) % 4]
  if (key.type !== 'multiple-choice') throw new Error(`no answers to ${key.type}`)
  if (isRight) return key.options
  // One too few, or of a single one another.
  return key.options.length > 1 ? key.options.slice(1) : [(Number(key.options[0]) + 1) % key.optionCount]
}

/** Round 657413 of the beacon drand quicknet, with the signature that it published. */
const BEACON = {
  round: 657_413,
  signature: 'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b',
}

/** Nobody can wait for a round whose signature a spec knows: the named one is put back by the database's owner. Returns what it said. */
export async function markAsBeacon(pool: Pool, scopeId: string): Promise<string> {
  const client = await pool.connect()
  await client.query(`SET session_replication_role = replica`)
  await client.query(`UPDATE result_draw SET source = $2 WHERE scope_id = $1`, [
    scopeId,
    JSON.stringify({ kind: 'beacon', round: BEACON.round, dueAt: '2023-03-24T00:00:00.000Z' }),
  ])
  await client.query(`SET session_replication_role = DEFAULT`)
  client.release()
  return BEACON.signature
}
