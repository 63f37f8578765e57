import { randomUUID } from 'node:crypto'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { addPeople } from '../../../../../test/support/people'
import { addRound } from '../../../../../test/support/rows'
import { createDataSource } from '../../../platform/db/database.js'
import { schema } from '../../../schema.js'
import { DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import { compareByRanking, type RankedResult, withoutDraw } from '../../contests/index.js'
import { StandingRepository } from '../../standings/infra/standing.repository.js'
import { type RankedRound, ResultRepository, type ResultRow } from './result.repository.js'

const PEOPLE = 4_000
const ATTEMPTS = 10_000

interface Made extends RankedResult {
  id: string
  accountId: string
}

let database: TestDatabase
let dataSource: DataSource
let results: ResultRepository
let roundId: string
let round: RankedRound
const compareResults = compareByRanking(withoutDraw(DEFAULT_ROUND_RULES.ranking))
/** Each person's best, by the comparator alone. */
const best = new Map<string, Made>()
const counts = new Map<string, number>()

beforeAll(async () => {
  database = await freshDatabase()
  dataSource = await createDataSource(database.url, schema).initialize()
  results = new ResultRepository(dataSource)
  roundId = await addRound(database.pool)
  round = { id: roundId, rules: DEFAULT_ROUND_RULES }
  const people = await addPeople(database.pool, PEOPLE)
  // Few values each, so that ties in one, two and all three parts are everywhere.
  let state = 20261123
  const below = (bound: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  const numbers = new Map<string, number>()
  const made = Array.from({ length: ATTEMPTS }, (_, index): Made & { attemptNo: number } => {
    const { accountId } = people[index < PEOPLE ? index : below(PEOPLE)] as { accountId: string }
    const attemptNo = (numbers.get(accountId) ?? 0) + 1
    numbers.set(accountId, attemptNo)
    return {
      id: randomUUID(),
      accountId,
      attemptNo,
      points: below(6),
      timeUsedS: 100 + below(5),
      rightCount: 0,
      predictionError: null,
      attemptCount: 0,
      drawOrder: null,
      submittedAtMs: Date.parse('2026-11-23T01:00:00Z') + below(4_000),
    }
  })
  for (const attempt of made) {
    counts.set(attempt.accountId, (counts.get(attempt.accountId) ?? 0) + 1)
    const known = best.get(attempt.accountId)
    if (!known || compareResults(attempt, known) < 0) best.set(attempt.accountId, attempt)
  }
  await database.pool.query(
    `INSERT INTO attempt (id, round_id, account_id, attempt_no, state, holder, form, started_at, deadline_at, accept_until,
                          submitted_at, submit_kind, points, max_points, answered_count, time_used_s, receipt_code, closed_seq)
     SELECT id, $1, account_id, attempt_no, 'submitted', 'h', '[]', at, at, at, at, 'by_participant', points, 6, 6, time_used_s, 'x', nextval('attempt_closed_seq')
     FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::int[], $6::int[], $7::timestamptz[]) AS t(id, account_id, attempt_no, points, time_used_s, at)`,
    [
      roundId,
      made.map(({ id }) => id),
      made.map(({ accountId }) => accountId),
      made.map(({ attemptNo }) => attemptNo),
      made.map(({ points }) => points),
      made.map(({ timeUsedS }) => timeUsedS),
      made.map(({ submittedAtMs }) => new Date(submittedAtMs)),
    ],
  )
})
afterAll(async () => {
  await dataSource?.destroy()
  await database?.drop()
})

const resultOf = (row: Pick<ResultRow, 'points' | 'timeUsedS' | 'submittedAt'>): RankedResult => ({
  points: row.points,
  timeUsedS: row.timeUsedS,
  submittedAtMs: row.submittedAt.getTime(),
  rightCount: 0,
  predictionError: null,
  attemptCount: 0,
  drawOrder: null,
})

it('LB-1 to LB-3: the database ranks ten thousand attempts as the comparator does', async () => {
  const { rows, total } = await results.page(round, [], 0, PEOPLE)
  expect(total).toBe(PEOPLE)
  expect(rows).toHaveLength(PEOPLE)
  const ordered = [...best.values()].sort(compareResults)
  const firstOf = new Map<string, number>()
  const sizeOf = new Map<string, number>()
  const place = (result: RankedResult) =>
    `${result.points} ${result.timeUsedS} ${Math.floor(result.submittedAtMs / 1000)}`
  ordered.forEach((result, index) => {
    if (!firstOf.has(place(result))) firstOf.set(place(result), index + 1)
    sizeOf.set(place(result), (sizeOf.get(place(result)) ?? 0) + 1)
  })
  rows.forEach((row, index) => {
    const own = best.get(row.accountId) as Made
    // Of attempts that are equal in all three parts any may stand for the person.
    expect(compareResults(resultOf(row), own)).toBe(0)
    expect(row.rank).toBe(firstOf.get(place(own)))
    expect(row.isTied).toBe((sizeOf.get(place(own)) ?? 0) > 1)
    expect(row.attemptCount).toBe(counts.get(row.accountId))
    const before = rows[index - 1]
    if (before) expect(compareResults(resultOf(before), resultOf(row))).toBeLessThanOrEqual(0)
  })
})

it('LB-4: what fills a store is each person’s same best attempt', async () => {
  const counted = await new StandingRepository(dataSource).counted({
    roundId,
    ranking: DEFAULT_ROUND_RULES.ranking,
    counted: 'best',
    cutoff: null,
  })
  const { rows } = await results.page(round, [], 0, PEOPLE)
  const attemptOf = new Map(rows.map((row) => [row.accountId, resultOf(row)]))
  expect(counted).toHaveLength(PEOPLE)
  for (const row of counted) expect(compareResults(resultOf(row), attemptOf.get(row.accountId) as RankedResult)).toBe(0)
})

it('pages neither skip nor repeat anybody', async () => {
  const { rows: all } = await results.page(round, [], 0, PEOPLE)
  const paged: ResultRow[] = []
  for (let from = 0; from < PEOPLE; from += 700) paged.push(...(await results.page(round, [], from, 700)).rows)
  expect(paged.map(({ accountId }) => accountId)).toEqual(all.map(({ accountId }) => accountId))
})

it('searching keeps the ranks of the whole round', async () => {
  const { rows: all } = await results.page(round, [], 0, PEOPLE)
  const rankOf = new Map(all.map((row) => [row.accountId, row.rank]))
  const { rows, total } = await results.page(round, ['thu', '77'], 0, 200)
  expect(total).toBeGreaterThan(0)
  expect(total).toBe(rows.length)
  const { rows: logins } = await database.pool.query<{ id: string; login: string }>(`SELECT id, login FROM account`)
  const loginOf = new Map(logins.map(({ id, login }) => [id, login]))
  for (const row of rows) {
    expect(row.rank).toBe(rankOf.get(row.accountId))
    expect(`${row.fullName} ${loginOf.get(row.accountId)}`).toContain('77')
  }
  expect((await results.page(round, ['100%'], 0, 10)).total).toBe(0)
  expect((await results.page(round, ['_'], 0, 10)).total).toBe(0)
})

it('the export reads the same in pages, and gives its connection back also when it is broken off', async () => {
  const { rows: all } = await results.page(round, [], 0, PEOPLE)
  const exported: ResultRow[] = []
  for await (const page of results.all(round, 333)) {
    expect(page.length).toBeLessThanOrEqual(333)
    exported.push(...page)
  }
  const told = (rows: readonly ResultRow[]) =>
    rows.map((row) => `${row.rank} ${row.accountId} ${row.attemptId} ${row.points}`)
  expect(told(exported).join('\n') === told(all).join('\n')).toBe(true)
  for (let n = 0; n < 40; n++) for await (const _ of results.all(round, 10)) break
  const [{ open }] = await dataSource.query(
    `SELECT count(*) AS open FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
  )
  expect(open).toBe(0)
})
