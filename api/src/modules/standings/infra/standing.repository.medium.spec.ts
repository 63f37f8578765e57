import { randomUUID } from 'node:crypto'
import type { CountedAttempt, RankingCriterion } from '@thiso/contracts/vocab'
import { Pool } from 'pg'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { addPeople } from '../../../../../test/support/people'
import { addRound } from '../../../../../test/support/rows'
import { withoutReplaced } from '../../attempts/domain/replaced.js'
import { compareCounted, type RankedResult, rankedTimeS } from '../../contests/domain/ranking-chain.js'
import { isOnBoard } from '../../contests/domain/ranking-freeze.js'
import { StandingRepository } from './standing.repository.js'

const PEOPLE = 1_000
const ATTEMPTS = 4_000
const FIRST = Date.parse('2026-11-23T01:00:00Z')
const CUTOFF = FIRST + 2_000_000

interface Made {
  id: string
  accountId: string
  attemptNo: number
  table: string | null
  points: number
  rightCount: number | null
  timeUsedS: number
  extraPercent: number
  submittedAtMs: number
  isRanked: boolean
  replacesId: string | null
}

let database: TestDatabase
let repository: StandingRepository
let pool: Pool
let roundId: string
let made: Made[]

beforeAll(async () => {
  database = await freshDatabase()
  pool = new Pool({ connectionString: database.url, max: 2 })
  // The repository only asks; a pool answers like the data source does.
  const dataSource = { query: async (sql: string, values: unknown[]) => (await pool.query(sql, values)).rows }
  repository = new StandingRepository(dataSource as unknown as DataSource)
  roundId = await addRound(database.pool)
  const people = await addPeople(database.pool, PEOPLE)
  let state = 20261125
  const below = (bound: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  const numbers = new Map<string, number>()
  made = Array.from({ length: ATTEMPTS }, (_, index) => {
    const { accountId } = people[index < PEOPLE ? index : below(PEOPLE)] as { accountId: string }
    const attemptNo = (numbers.get(accountId) ?? 0) + 1
    numbers.set(accountId, attemptNo)
    return {
      id: randomUUID(),
      accountId,
      attemptNo,
      table: [null, 'A', 'B'][below(3)] as string | null,
      points: below(4),
      rightCount: below(5) === 0 ? null : below(3),
      timeUsedS: 100 + below(5),
      extraPercent: [0, 0, 25, 50][below(4)] as number,
      submittedAtMs: FIRST + attemptNo * 500_000 + below(499_000),
      isRanked: below(8) > 0,
      replacesId: null,
    }
  })
  // A third of the second attempts stand in the place of the first.
  const idOf = new Map(made.map(({ id, accountId, attemptNo }) => [`${accountId} ${attemptNo}`, id]))
  for (const attempt of made)
    if (attempt.attemptNo === 2 && below(3) === 0) attempt.replacesId = idOf.get(`${attempt.accountId} 1`) ?? null
  const column = (key: keyof Made) => made.map((attempt) => attempt[key])
  await database.pool.query(
    `INSERT INTO attempt (id, round_id, account_id, attempt_no, table_code, state, holder, form, started_at, deadline_at, accept_until, submitted_at,
       submit_kind, points, max_points, answered_count, time_used_s, receipt_code, closed_seq, right_count, extra_percent, is_ranked, replaces_id)
     SELECT id, $1, account_id, attempt_no, table_code, 'submitted', 'h', '[]', at, at, at, at, 'by_participant', points, 6, 6, time_used_s, 'x',
            nextval('attempt_closed_seq'), right_count, extra_percent, is_ranked, replaces_id
     FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::float8[], $6::int[], $7::int[], $8::int[], $9::timestamptz[], $10::bool[], $11::uuid[], $12::text[])
       AS t(id, account_id, attempt_no, points, right_count, time_used_s, extra_percent, at, is_ranked, replaces_id, table_code)`,
    [
      roundId,
      column('id'),
      column('accountId'),
      column('attemptNo'),
      column('points'),
      column('rightCount'),
      column('timeUsedS'),
      column('extraPercent'),
      made.map(({ submittedAtMs }) => new Date(submittedAtMs).toISOString()),
      column('isRanked'),
      column('replacesId'),
      column('table'),
    ],
  )
})
afterAll(async () => {
  await pool?.end()
  await database?.drop()
})

const resultOf = (attempt: Made): RankedResult & { attemptNo: number; table: string | null } => ({
  attemptNo: attempt.attemptNo,
  table: attempt.table,
  points: attempt.points,
  rightCount: attempt.rightCount ?? 0,
  predictionError: null,
  timeUsedS: rankedTimeS(attempt.timeUsedS, attempt.extraPercent),
  submittedAtMs: attempt.submittedAtMs,
  attemptCount: 0,
  drawOrder: null,
})

/** The same, found by looking through everything. */
function expected(counted: CountedAttempt, ranking: readonly RankingCriterion[], cutoff: number | null) {
  const compare = compareCounted(counted, ranking)
  const onBoard = made.filter(({ submittedAtMs }) => isOnBoard(submittedAtMs, cutoff))
  const rows = new Map<string, unknown>()
  for (const accountId of new Set(onBoard.map((attempt) => attempt.accountId))) {
    const ended = onBoard.filter((attempt) => attempt.accountId === accountId)
    const own = withoutReplaced(ended)
    const [best] = own
      .filter(({ isRanked }) => isRanked)
      .map(resultOf)
      .sort(compare)
    if (!best) continue
    const { table, points, rightCount, timeUsedS, submittedAtMs } = best
    rows.set(accountId, {
      table,
      points,
      rightCount,
      timeUsedS,
      submittedAtMs,
      attemptCount: own.length,
      endedCount: ended.length,
    })
  }
  return rows
}

const RANKING: RankingCriterion[] = [
  { by: 'right-items' },
  { by: 'prediction-error' },
  { by: 'time-used' },
  { by: 'points' },
  { by: 'draw' },
]

describe.each(['best', 'first', 'last'] as const)(
  'LB-3, LB-13, CL-7: the counted attempt with its table: %s',
  (counted) => {
    it.each([
      ['of a whole round', null],
      ['LB-9: of a frozen one, as if nothing had come since', CUTOFF],
    ] as const)('%s', async (_, cutoff) => {
      const rows = await repository.counted({ roundId, ranking: RANKING, counted, cutoff })
      const found = new Map(
        rows.map(({ accountId, table, points, rightCount, timeUsedS, submittedAt, attemptCount, endedCount }) => [
          accountId,
          { table, points, rightCount, timeUsedS, submittedAtMs: submittedAt.getTime(), attemptCount, endedCount },
        ]),
      )
      const wanted = expected(counted, RANKING, cutoff)
      expect(found).toEqual(wanted)
      expect(wanted.size).toBeGreaterThan(PEOPLE / 2)
    })
  },
)

it('LB-4: people looked up one by one are the same as in the whole', async () => {
  const board = { roundId, ranking: RANKING, counted: 'best', cutoff: CUTOFF } as const
  const all = await repository.counted(board)
  const some = all.filter((_, index) => index % 100 === 0)
  expect(
    await repository.counted(
      board,
      some.map(({ accountId }) => accountId),
    ),
  ).toEqual(some)
  expect(await repository.counted(board, [randomUUID()])).toEqual([])
})
