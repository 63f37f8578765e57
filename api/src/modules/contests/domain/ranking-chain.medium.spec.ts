import { RANKING_PRESETS, type RankingCriterion } from '@thiso/contracts/vocab'
import { Client } from 'pg'
import { postgresUrl } from '../../../../../test/support/databases'
import {
  compareByRanking,
  compareCounted,
  countedOrderSql,
  rankAll,
  rankedTimeS,
  rankedTimeSql,
  type RankedResult,
  rankingOrderSql,
  rankingTieSql,
  withoutDraw,
} from './ranking-chain.js'

const COUNT = 100_000
const PEOPLE = 30_000

type Made = RankedResult & { id: number; personId: number; attemptNo: number }

let client: Client
let rows: Made[]

beforeAll(async () => {
  let state = 20261124
  const below = (bound: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  const numbers = new Map<number, number>()
  // Few values of each, so that ties of any length are everywhere.
  rows = Array.from({ length: COUNT }, (_, id): Made => {
    const personId = below(PEOPLE)
    const attemptNo = (numbers.get(personId) ?? 0) + 1
    numbers.set(personId, attemptNo)
    return {
      id,
      personId,
      attemptNo,
      points: [0, 0.25, 0.33, 0.1 + 0.2, 0.3, 2.5, 2.675, 1e3][below(8)] as number,
      rightCount: below(3),
      predictionError: below(4) === 0 ? null : below(3),
      timeUsedS: 55 + below(10),
      // Around midnight in Viet Nam, with milliseconds.
      submittedAtMs: Date.parse('2026-11-22T16:59:58Z') + below(4_000),
      attemptCount: 1 + below(2),
      drawOrder: below(5) === 0 ? null : 1 + below(3),
    }
  })
  client = new Client({ connectionString: postgresUrl() })
  await client.connect()
  await client.query(`CREATE TEMP TABLE result (id int, person_id int, attempt_no int, points double precision, right_count int,
    prediction_error int, time_used_s int, submitted_at timestamptz, attempt_count int, draw_order int)`)
  const column = (key: keyof Made) => rows.map((row) => row[key])
  await client.query(
    `INSERT INTO result SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::double precision[], $5::int[], $6::int[], $7::int[],
      $8::timestamptz[], $9::int[], $10::int[])`,
    [
      column('id'),
      column('personId'),
      column('attemptNo'),
      column('points'),
      column('rightCount'),
      column('predictionError'),
      column('timeUsedS'),
      rows.map(({ submittedAtMs }) => new Date(submittedAtMs).toISOString()),
      column('attemptCount'),
      column('drawOrder'),
    ],
  )
})
afterAll(() => client?.end())

const chains: [string, RankingCriterion[]][] = [
  ...Object.entries(RANKING_PRESETS).map(([name, chain]): [string, RankingCriterion[]] => [name, [...chain]]),
  ['as usual', [{ by: 'points' }, { by: 'time-used' }, { by: 'submitted-at' }, { by: 'draw' }]],
  [
    'in buckets',
    [
      { by: 'attempt-count' },
      { by: 'time-used', bucketS: 60 },
      { by: 'submitted-at', bucketS: 86_400 },
      { by: 'points' },
      { by: 'draw' },
    ],
  ],
]

describe.each(chains)('LB-1: the chain %s', (_, ranking) => {
  it('is the same order in PostgreSQL as in the comparator', async () => {
    const { rows: sorted } = await client.query<{ id: number }>(
      `SELECT id FROM result r ORDER BY ${rankingOrderSql(ranking, 'r')}, id`,
    )
    const compare = compareByRanking(ranking)
    const expected = [...rows].sort((a, b) => compare(a, b) || a.id - b.id)
    expect(sorted.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
  })

  it('LB-2: gives the same ranks', async () => {
    const merit = withoutDraw(ranking)
    const { rows: ranked } = await client.query<{ id: number; rank: string; tied: boolean }>(
      `SELECT id, rank() OVER (ORDER BY ${rankingOrderSql(merit, 'r')}) AS rank,
              count(*) OVER (PARTITION BY ${rankingTieSql(ranking, 'r')}) > 1 AS tied FROM result r ORDER BY id`,
    )
    const expected = rankAll(ranking, rows, (row) => row).sort((a, b) => a.row.id - b.row.id)
    expect(ranked.map(({ rank, tied }) => `${rank} ${tied}`)).toEqual(
      expected.map(({ rank, isTied }) => `${rank} ${isTied}`),
    )
  })

  it.each(['best', 'first', 'last'] as const)('LB-3: counts the same attempt of a person: %s', async (counted) => {
    const { rows: chosen } = await client.query<{ id: number }>(
      `SELECT DISTINCT ON (person_id) id FROM result r ORDER BY person_id, ${countedOrderSql(counted, ranking, 'r')}`,
    )
    const compare = compareCounted(counted, ranking)
    const best = new Map<number, Made>()
    for (const row of rows) {
      const known = best.get(row.personId)
      if (!known || compare(row, known) < 0) best.set(row.personId, row)
    }
    expect(new Set(chosen.map(({ id }) => id))).toEqual(new Set([...best.values()].map(({ id }) => id)))
  })
})

it('LB-1: time is brought to the common limit in PostgreSQL as here, extra time as far as it was there', async () => {
  const { rows: times } = await client.query<{
    time_used_s: number
    extra_percent: number
    usable_extra: number | null
    ranked: number
  }>(
    `SELECT time_used_s, extra_percent, usable_extra, ${rankedTimeSql('a')} AS ranked
     FROM (SELECT t AS time_used_s, e::smallint AS extra_percent, CASE WHEN u <= 100 THEN u * e END AS usable_extra
           FROM generate_series(0, 21600, 61) t, generate_series(0, 300, 15) e, generate_series(0, 125, 25) u) a`,
  )
  expect(times.some(({ usable_extra }) => usable_extra === null)).toBe(true)
  for (const { time_used_s, extra_percent, usable_extra, ranked } of times)
    expect(ranked).toBe(rankedTimeS(time_used_s, extra_percent, usable_extra))
})
