import { addClosedRound, type ClosedRound } from '../support/closed-round'
import { type ApiProcess, startApi } from '../support/api-process'
import { Client } from '../support/client'
import { freshDatabase, type TestDatabase } from '../support/databases'
import { signedIn } from '../support/people'
import { until } from './support/until'

let database: TestDatabase
let apis: ApiProcess[] = []
let sample: ClosedRound
let staff: Client

beforeAll(async () => {
  database = await freshDatabase()
  apis = await Promise.all([1, 2].map(() => startApi({ DATABASE_URL: database.url })))
  staff = await signedIn(apis[0]?.url as string, database.pool, 'organizer')
  sample = await addClosedRound(database.pool, { people: 400 })
})
afterAll(async () => {
  await Promise.all(apis.map((api) => api.stop()))
  await database?.drop()
})

const at = (index: number) => staff.twin(apis[index]?.url as string)
const close = (client: Client) => client.call('closeResults', { params: { roundId: sample.roundId } })

async function stored() {
  const { rows } = await database.pool.query(
    `SELECT (SELECT count(*)::int FROM result_version) AS versions, (SELECT count(*)::int FROM result_row) AS rows`,
  )
  return rows[0]
}

/** Runs something while nobody can write a row of results; `let go` comes when it asks for it. */
async function heldUp(work: (letGo: () => Promise<unknown>) => Promise<void>): Promise<void> {
  const holder = await database.pool.connect()
  try {
    await holder.query('BEGIN; LOCK TABLE result_row IN SHARE MODE')
    await work(() => holder.query('COMMIT'))
  } finally {
    holder.release(true)
  }
}

const waiting = (pattern: string, count: number) =>
  until(`${count} waiting for ${pattern}`, async () => {
    const { rows } = await database.pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ~ $1`,
      [pattern],
    )
    return rows[0]?.count === count
  })

it('RS-8: a process that dies in the middle of closing leaves nothing, and closing again makes one result', async () => {
  await heldUp(async (letGo) => {
    const broken = close(at(0)).catch(() => 'broken off')
    await waiting('INSERT INTO result_row', 1)
    await apis[0]?.kill()
    expect(await broken).toBe('broken off')
    await letGo()
  })
  expect(await stored()).toEqual({ versions: 0, rows: 0 })
  apis[0] = await startApi({ DATABASE_URL: database.url })
  expect((await close(at(0))).body.isNew).toBe(true)
  expect(await stored()).toEqual({ versions: 1, rows: sample.accountIds.length })
})

it('RS-8: two processes that close at the same moment make one result', async () => {
  const other = await addClosedRound(database.pool, { people: 300, seed: 7 })
  const before = await stored()
  sample = other
  await heldUp(async (letGo) => {
    const both = Promise.all([close(at(0)), close(at(1))])
    await waiting('INSERT INTO result_row', 1)
    await waiting('SELECT 1 FROM round WHERE id', 1)
    await letGo()
    const replies = await both
    expect(replies.map(({ body }) => body.isNew).filter(Boolean)).toHaveLength(1)
    expect(new Set(replies.map(({ body }) => body.version.id)).size).toBe(1)
  })
  expect(await stored()).toEqual({ versions: before.versions + 1, rows: before.rows + other.accountIds.length })
})
