import { randomUUID } from 'node:crypto'
import type { ItemKey, ItemResponse, RoundRules } from '@thiso/contracts/vocab'
import { DEFAULT_CONTEST_RULES, DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import type { Pool } from 'pg'
import { addBank, addItem } from './item-rows'
import { addPeople } from './people'

/** Whole numbers below a bound, the same ones each time. */
export function chances(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

export interface SampleAttempt {
  id: string
  accountId: string
  attemptNo: number
  tableCode: string | null
  isRanked: boolean
  submittedAtMs: number
  receiptCode: string
  /** CL-7: the attempt in whose place it stands. */
  replacesId: string | null
  /** What its outcome follows from, beside keys and how they grade. */
  facts: {
    form: { itemVersionId: string; optionOrder: number[]; points: number }[]
    events: { seq: number; position: number; response: ItemResponse | null; receivedAt: Date }[]
    rules: RoundRules
    timeLimitS: number
    extraPercent: number
    takenOut: []
    timeUsedS: number
    openings: []
  }
}

export interface ClosedRound {
  contestId: string
  roundId: string
  rules: RoundRules
  itemVersionIds: string[]
  keys: Map<string, ItemKey>
  attempts: SampleAttempt[]
  accountIds: string[]
}

const KEYS: ItemKey[] = [
  { type: 'single-choice', option: 1 },
  { type: 'multiple-choice', options: [0, 2], optionCount: 4, grading: 'partial' },
  { type: 'true-false-group', truths: [true, false, true, true], grading: 'stepped' },
  { type: 'short-text', accepted: ['Hội An'], ignoresDiacritics: true },
]
const OPTIONS = ['một', 'hai', 'ba', 'bốn']

/** A round that closed an hour ago with random answers, few different values each, so that ties in every part are everywhere. */
export async function addClosedRound(
  pool: Pool,
  {
    people,
    itemCount = 8,
    rules: own = {},
    seed = 20261123,
    replacedEvery = Number.POSITIVE_INFINITY,
  }: {
    people: number
    itemCount?: number
    rules?: Partial<RoundRules>
    seed?: number
    /** Of each so many people the one whose first attempt an outage cut off, and who takes it anew if there is a second one. */
    replacedEvery?: number
  },
): Promise<ClosedRound> {
  const below = chances(seed)
  const rules: RoundRules = { ...DEFAULT_ROUND_RULES, ...own }
  const [contestId, roundId] = [randomUUID(), randomUUID()]
  const name = JSON.stringify({ vi: 'Thử', en: 'Test' })
  await pool.query(
    `INSERT INTO contest (id, slug, title, summary, about, organizer_name, prizes, rules, name_display, units_as_of, is_published)
     VALUES ($1, $2, $3, $3, $3, $3, '[]', $4, 'full', '2021-06-30', true)`,
    [contestId, `thu-${contestId}`, name, JSON.stringify(DEFAULT_CONTEST_RULES)],
  )
  await pool.query(
    `INSERT INTO round (id, contest_id, ordinal, name, opens_at, closes_at, time_limit_s, attempt_limit, grace_ms, result_policy, bank_ids, blueprint,
       rules, secret, published_at)
     VALUES ($1, $2, 1, $3, now() - interval '3 hours', now() - interval '1 hour', 600, 100, 3000, 'at_once', '{}', '[]', $4, '\\x00', now())`,
    [roundId, contestId, name, JSON.stringify(rules)],
  )
  await pool.query(
    `INSERT INTO round_rules (round_id, version, rules, time_limit_s, attempt_limit, result_policy)
     SELECT id, 1, rules, time_limit_s, attempt_limit, result_policy FROM round WHERE id = $1`,
    [roundId],
  )
  const bankId = await addBank(pool)
  const keys = new Map<string, ItemKey>()
  for (let n = 0; n < itemCount; n++) {
    const key = KEYS[n % KEYS.length] as ItemKey
    const options = key.type === 'short-text' ? [] : OPTIONS
    const { itemVersionId } = await addItem(pool, bankId, { key, question: { type: key.type, options } })
    keys.set(itemVersionId, key)
  }
  const itemVersionIds = [...keys.keys()]
  await pool.query(
    `INSERT INTO round_item (round_id, item_version_id, topic, level, option_count) SELECT $1, v, 'concepts', 'recall', 4 FROM unnest($2::uuid[]) v`,
    [roundId, itemVersionIds],
  )
  const accountIds = (await addPeople(pool, people)).map(({ accountId }) => accountId)
  const { rows } = await pool.query<{ now: Date }>(`SELECT clock_timestamp() AS now`)
  const closedMs = (rows[0] as { now: Date }).now.getTime() - 3_600_000
  const attempts: SampleAttempt[] = []
  for (const [index, accountId] of accountIds.entries()) {
    const count = 1 + below(3)
    const tableCode = rules.tables.length > 0 ? (rules.tables[below(rules.tables.length)] as string) : null
    for (let attemptNo = 1; attemptNo <= count; attemptNo++) {
      const form = [...itemVersionIds]
        .sort(() => below(3) - 1)
        .slice(0, itemCount - 2)
        .map((itemVersionId) => ({
          itemVersionId,
          optionOrder: [0, 1, 2, 3],
          points: [1, 1, 0.5, 2][below(4)] as number,
        }))
      const submittedAtMs = closedMs - 600_000 + attemptNo * 60_000 + below(4) * 1_000
      const events: SampleAttempt['facts']['events'][number][] = []
      let seq = 0
      form.forEach((place, at) => {
        for (let change = below(3); change > 0; change--)
          events.push({
            seq: ++seq,
            position: at + 1,
            response: responseTo(keys.get(place.itemVersionId) as ItemKey, below),
            receivedAt: new Date(submittedAtMs - 1_000),
          })
      })
      if (rules.prediction && below(4) > 0)
        events.push({
          seq: ++seq,
          position: 0,
          response: String(below(people)),
          receivedAt: new Date(submittedAtMs - 500),
        })
      attempts.push({
        id: randomUUID(),
        accountId,
        attemptNo,
        tableCode,
        isRanked: below(10) > 0,
        submittedAtMs,
        receiptCode: randomUUID(),
        replacesId: attemptNo === 2 && (index + 1) % replacedEvery === 0 ? (attempts.at(-1)?.id ?? null) : null,
        facts: {
          form,
          events,
          rules,
          timeLimitS: 600,
          extraPercent: below(8) === 0 ? 25 : 0,
          takenOut: [],
          timeUsedS: 100 + below(4),
          openings: [],
        },
      })
    }
  }
  await insertAttempts(pool, roundId, attempts)
  return { contestId, roundId, rules, itemVersionIds, keys, attempts, accountIds }
}

function responseTo(key: ItemKey, below: (bound: number) => number) {
  if (below(8) === 0) return null
  switch (key.type) {
    case 'single-choice':
      return [below(2)]
    case 'multiple-choice':
      return [[0, 2], [0], [0, 1], []][below(4)] as number[]
    case 'true-false-group':
      return [1, below(2), 1, below(3) - 1]
    default:
      return ['hoi an', 'Hội  An.', 'Huế', ''][below(4)] as string
  }
}

async function insertAttempts(pool: Pool, roundId: string, attempts: readonly SampleAttempt[]): Promise<void> {
  await pool.query(
    `INSERT INTO attempt (id, round_id, account_id, attempt_no, table_code, state, holder, form, started_at, deadline_at, accept_until, submitted_at,
       submit_kind, points, max_points, answered_count, time_used_s, receipt_code, closed_seq, extra_percent, is_ranked, replaces_id)
     SELECT id, $1, account, no, table_code, 'submitted', 'h', form, at - interval '5 minutes', at, at, at, 'by_participant', 0, 6, 6, used, receipt,
            nextval('attempt_closed_seq'), extra, ranked, replaces
     FROM jsonb_to_recordset($2::jsonb) AS t(id uuid, account uuid, no int, table_code text, form jsonb, at timestamptz, used int, receipt text, extra int, ranked bool,
       replaces uuid)`,
    [
      roundId,
      JSON.stringify(
        attempts.map((attempt) => ({
          id: attempt.id,
          account: attempt.accountId,
          no: attempt.attemptNo,
          table_code: attempt.tableCode,
          form: attempt.facts.form,
          at: new Date(attempt.submittedAtMs).toISOString(),
          used: attempt.facts.timeUsedS,
          receipt: attempt.receiptCode,
          extra: attempt.facts.extraPercent,
          ranked: attempt.isRanked,
          replaces: attempt.replacesId,
        })),
      ),
    ],
  )
  await pool.query(
    `INSERT INTO response_event (attempt_id, seq, position, response, received_at)
     SELECT id, seq, position, nullif(response, 'null'::jsonb), at FROM jsonb_to_recordset($1::jsonb) AS t(id uuid, seq int, position int, response jsonb, at timestamptz)`,
    [
      JSON.stringify(
        attempts.flatMap((attempt) =>
          attempt.facts.events.map((event) => ({
            id: attempt.id,
            seq: event.seq,
            position: event.position,
            response: event.response,
            at: event.receivedAt.toISOString(),
          })),
        ),
      ),
    ],
  )
}
