import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { chances } from './closed-round'
import { type AddedItem, addBank, addItem } from './item-rows'
import { addPeople } from './people'
import { addRound } from './rows'

export interface RingRound {
  roundId: string
  items: AddedItem[]
  /** Of everybody, in the order of `accountIds`. */
  attemptIds: string[]
  accountIds: string[]
  /** Those who copied from one of them. */
  ringAttemptIds: string[]
  ringNames: string[]
}

const ITEMS = 30
const RING = 4
/** What the ring copies of its first member's paper. */
const COPIED = 27
const RAPID = 8

/**
 * A closed round on a common paper of 30 items of single choice, each person working alone, but for a ring of four in the first unit, who
 * share most answers, right and wrong. Everybody is honest about time: 20 to 40 seconds an item.
 * @param hasMore its last member answers eight items that the first one had right faster than anybody reads; and the last item got out:
 *   whoever begins in the second half is right and quick
 */
export async function addRingRound(
  pool: Pool,
  {
    people,
    unitIds,
    seed = 7,
    hasMore = false,
  }: { people: number; unitIds: readonly string[]; seed?: number; hasMore?: boolean },
): Promise<RingRound> {
  const below = chances(seed)
  const bankId = await addBank(pool)
  const items: AddedItem[] = []
  const keys: number[] = []
  for (let n = 0; n < ITEMS; n++) {
    keys.push(below(4))
    items.push(await addItem(pool, bankId, { key: { type: 'single-choice', option: keys[n] as number } }))
  }
  const roundId = await addRound(pool, { opensInS: -4 * 3_600, closesInS: -3_600 })
  await pool.query(
    `INSERT INTO round_item (round_id, item_version_id, topic, level, option_count) SELECT $1, v, 'concepts', 'recall', 4 FROM unnest($2::uuid[]) v`,
    [roundId, items.map(({ itemVersionId }) => itemVersionId)],
  )
  const accounts = await addPeople(pool, people, { unitIds: [...unitIds], name: nameOf })
  await pool.query(
    `UPDATE account a SET birth_date = date '2008-01-01' + (t.no * 37 % 1400)::int
     FROM unnest($1::uuid[]) WITH ORDINALITY AS t(id, no) WHERE a.id = t.id`,
    [accounts.map(({ accountId }) => accountId)],
  )
  // The ring: the first four of the first unit.
  const ring = accounts
    .map((_, index) => index)
    .filter((index) => index % unitIds.length === 0)
    .slice(0, RING)
  const source: number[] = []
  let rapid: number[] = []
  const startMs = Date.now() - 3 * 3_600_000
  const form = JSON.stringify(items.map(({ itemVersionId }) => ({ itemVersionId, optionOrder: [0, 1, 2, 3] })))
  const attempts: { id: string; account: string; unit: string; from: string; to: string; holder: string }[] = []
  const events: { id: string; seq: number; position: number; response: number[]; at: string }[] = []
  for (const [index, { accountId }] of accounts.entries()) {
    const id = randomUUID()
    let at = startMs + below(5_400) * 1_000
    const from = at
    const isLate = from - startMs > 2_700_000
    for (let place = 0; place < ITEMS; place++) {
      const isRapid = hasMore && index === ring.at(-1) && rapid.includes(place)
      const isOut = hasMore && isLate && place === ITEMS - 1
      at += isRapid ? 1_500 : isOut ? 6_000 + below(4_000) : 20_000 + below(20_000)
      const key = keys[place] as number
      const isRight = below(100) < 25 + ((place * 13) % 60) || isOut
      let option = isRight ? key : (key + 1 + below(3)) % 4
      if (ring[0] === index) source.push(option)
      else if (ring.includes(index) && place < COPIED) option = source[place] as number
      events.push({ id, seq: place + 1, position: place + 1, response: [option], at: new Date(at).toISOString() })
    }
    if (ring[0] === index)
      rapid = source.flatMap((option, place) => (option === keys[place] && place < COPIED ? place : [])).slice(0, RAPID)
    attempts.push({
      id,
      account: accountId,
      unit: unitIds[index % unitIds.length] as string,
      from: new Date(from).toISOString(),
      to: new Date(at + 5_000).toISOString(),
      holder: `tab-${index}`,
    })
  }
  await pool.query(
    `INSERT INTO attempt (id, round_id, account_id, unit_id, attempt_no, state, holder, form, started_at, deadline_at, accept_until, submitted_at,
       submit_kind, points, max_points, answered_count, time_used_s, receipt_code, closed_seq, network)
     SELECT id, $1, account, unit, 1, 'submitted', holder, $2, "from", "to", "to", "to", 'by_participant', 0, 30, 30, 900, id::text,
            nextval('attempt_closed_seq'), '10.0.' || (abs(hashtext(account::text)) % 90) || '.0/24'
     FROM jsonb_to_recordset($3::jsonb) AS t(id uuid, account uuid, unit uuid, "from" timestamptz, "to" timestamptz, holder text)`,
    [roundId, form, JSON.stringify(attempts)],
  )
  await pool.query(
    `INSERT INTO response_event (attempt_id, seq, position, response, received_at)
     SELECT id, seq, position, response, at FROM jsonb_to_recordset($1::jsonb) AS t(id uuid, seq int, position int, response jsonb, at timestamptz)`,
    [JSON.stringify(events)],
  )
  const attemptIds = attempts.map(({ id }) => id)
  return {
    roundId,
    items,
    attemptIds,
    accountIds: accounts.map(({ accountId }) => accountId),
    ringNames: ring.map((index) => (accounts[index] as (typeof accounts)[number]).fullName),
    ringAttemptIds: ring.map((index) => attemptIds[index] as string),
  }
}

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý']
const MIDDLES = ['Văn', 'Thị', 'Minh', 'Ngọc', 'Quốc', 'Thu', 'Hoài']
const GIVEN = [
  'An',
  'Bình',
  'Châu',
  'Dũng',
  'Giang',
  'Hạnh',
  'Khánh',
  'Linh',
  'Mai',
  'Nam',
  'Oanh',
  'Phúc',
  'Quỳnh',
  'Sơn',
  'Trang',
  'Uyên',
  'Vinh',
]

/** People who are not each other: a name of one's own for hundreds of them. */
function nameOf(n: number): string {
  return [FAMILIES[n % FAMILIES.length], MIDDLES[n % MIDDLES.length], GIVEN[n % GIVEN.length]].join(' ')
}
