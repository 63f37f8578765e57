import { randomUUID } from 'node:crypto'
import { DEFAULT_ROUND_RULES, type RoundRules, type RulingContent } from '@thiso/contracts/vocab'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { createDataSource } from '../../../platform/db/database.js'
import { schema } from '../../../schema.js'
import { judgeAttempt, withoutReplaced } from '../../attempts/index.js'
import { compareCounted, type RankedResult, rankAll, RoundEntity, withoutDraw } from '../../contests/index.js'
import { gradeResponse, type ItemsService } from '../../item-bank/index.js'
import { ItemRepository } from '../../item-bank/infra/item.repository.js'
import { predictionTarget } from '../domain/prediction-target.js'
import { effectiveRulings, gradeRuled, underRulings } from '../domain/rulings.js'
import { ClosedAttemptsRepository } from '../infra/closed-attempts.repository.js'
import { addClosedRound, type ClosedRound } from '../../../../../test/support/closed-round'
import { ResultRowEntity } from '../infra/result.entities.js'
import { ResultRowsRepository } from '../infra/result-rows.repository.js'
import { RoundJudging, type RoundInputs } from './round-judging.js'

let database: TestDatabase
let dataSource: DataSource
let judging: RoundJudging

beforeAll(async () => {
  database = await freshDatabase()
  dataSource = await createDataSource(database.url, schema).initialize()
  const items = new ItemRepository(dataSource)
  const keys: Pick<ItemsService, 'keys'> = { keys: (ids, manager) => items.keys(ids, manager) }
  judging = new RoundJudging(new ClosedAttemptsRepository(dataSource), new ResultRowsRepository(), keys as ItemsService)
})
afterAll(async () => {
  await dataSource?.destroy()
  await database?.drop()
})

async function judge(sample: ClosedRound, change: Partial<RoundInputs> = {}) {
  const round = await dataSource.getRepository(RoundEntity).findOneByOrFail({ id: sample.roundId })
  const versionId = randomUUID()
  const outcome = await dataSource.transaction((manager) =>
    judging.judge(manager, versionId, { round, approved: [], barred: new Set(), draw: null, ...change }),
  )
  const rows = await dataSource.getRepository(ResultRowEntity).find({ where: { versionId }, order: { orderNo: 'ASC' } })
  if (outcome === null) throw new Error('nothing new')
  return { outcome, rows, versionId }
}

/** The same in plain code: everybody's attempts judged one by one, the counted one chosen and ranked by the comparators. */
function oracle(sample: ClosedRound, approved: readonly RulingContent[], barred: ReadonlySet<string>) {
  const { items, excluded } = effectiveRulings(approved)
  const leftOut = new Set([...excluded, ...barred])
  const held = new Map<string, number>()
  const judged = sample.attempts.map((attempt) => {
    const { countingPlaces, ...view } = underRulings({ ...attempt.facts, keys: sample.keys }, items)
    const judgement = judgeAttempt({
      ...attempt.facts,
      ...view,
      heldPrediction: sample.rules.prediction?.per === 'person' ? (held.get(attempt.accountId) ?? null) : null,
      grade: (key, response) => gradeRuled(key, response, gradeResponse),
    })
    if (judgement.prediction !== null && !held.has(attempt.accountId)) held.set(attempt.accountId, judgement.prediction)
    return {
      id: attempt.id,
      replacesId: attempt.replacesId,
      attempt,
      judgement,
      isPerfect: judgement.rightCount === countingPlaces,
    }
  })
  const standing = withoutReplaced(judged)
  const turnoutOf = (list: typeof judged) => {
    const countable = list.filter(({ attempt }) => {
      if (sample.rules.attempts.counted === 'best') return true
      const own = list.filter((other) => other.attempt.accountId === attempt.accountId)
      const ranked = own.some((other) => other.attempt.isRanked) ? own.filter((other) => other.attempt.isRanked) : own
      const numbers = ranked.map((other) => other.attempt.attemptNo)
      return (
        ranked.some((other) => other.attempt === attempt) &&
        attempt.attemptNo === (sample.rules.attempts.counted === 'first' ? Math.min(...numbers) : Math.max(...numbers))
      )
    })
    return {
      people: new Set(list.map(({ attempt }) => attempt.accountId)).size,
      attempts: list.length,
      perfectPeople: new Set(countable.filter(({ isPerfect }) => isPerfect).map(({ attempt }) => attempt.accountId))
        .size,
      perfectAttempts: list.filter(({ isPerfect }) => isPerfect).length,
    }
  }
  const target = predictionTarget(
    sample.rules.prediction,
    turnoutOf(standing),
    turnoutOf(standing.filter(({ attempt }) => !leftOut.has(attempt.accountId))),
  )
  const people = sample.accountIds.map((accountId) => {
    const own = standing.filter(({ attempt }) => attempt.accountId === accountId)
    const results = own.map(({ attempt, judgement }) => ({
      attempt,
      judgement,
      attemptNo: attempt.attemptNo,
      ...({
        points: judgement.points,
        rightCount: judgement.rightCount,
        predictionError:
          judgement.prediction === null || target === null ? null : Math.abs(judgement.prediction - target),
        timeUsedS: Math.floor((attempt.facts.timeUsedS * 100) / (100 + attempt.facts.extraPercent)),
        submittedAtMs: attempt.submittedAtMs,
        attemptCount: own.length,
        drawOrder: null,
      } satisfies RankedResult),
    }))
    const compare = compareCounted(sample.rules.attempts.counted, sample.rules.ranking)
    const [counted] = [...results].sort(
      (a, b) => Number(b.attempt.isRanked) - Number(a.attempt.isRanked) || compare(a, b),
    )
    return counted as NonNullable<typeof counted>
  })
  const expected = new Map<string, { rank: number | null; isTied: boolean; reason: string | null }>()
  const tables = new Set(people.map(({ attempt }) => attempt.tableCode))
  for (const table of tables) {
    const own = people.filter(({ attempt }) => attempt.tableCode === table)
    const ranked = own.filter(({ attempt }) => attempt.isRanked && !leftOut.has(attempt.accountId))
    for (const { row, rank, isTied } of rankAll(withoutDraw(sample.rules.ranking), ranked, (row) => row))
      expected.set(row.attempt.accountId, { rank, isTied, reason: null })
    for (const { attempt } of own.filter((row) => !ranked.includes(row)))
      expected.set(attempt.accountId, {
        rank: null,
        isTied: false,
        reason: excluded.has(attempt.accountId) ? 'excluded' : barred.has(attempt.accountId) ? 'barred' : 'incomplete',
      })
  }
  return { people, expected, target }
}

const CASES: [string, Partial<RoundRules>][] = [
  ['as usual', {}],
  [
    'with penalties, a bonus for speed, tables, the last attempt',
    {
      scoring: { wrongPenalty: 0.25, blankPenalty: 0.1, speedBonus: 0.2 },
      tables: ['A', 'B'],
      attempts: { ...DEFAULT_ROUND_RULES.attempts, counted: 'last' },
    },
  ],
  [
    'with a prediction of the perfect people, one a person',
    {
      prediction: { target: 'perfect', unit: 'people', per: 'person', countsDisqualified: false },
      ranking: [{ by: 'right-items' }, { by: 'prediction-error' }, { by: 'submitted-at', bucketS: 60 }, { by: 'draw' }],
    },
  ],
  [
    'with a prediction of the attempts, one each, everybody counted, the first attempt',
    {
      prediction: { target: 'participants', unit: 'attempts', per: 'attempt', countsDisqualified: true },
      ranking: [
        { by: 'points' },
        { by: 'prediction-error' },
        { by: 'time-used', bucketS: 2 },
        { by: 'attempt-count' },
        { by: 'draw' },
      ],
      attempts: { ...DEFAULT_ROUND_RULES.attempts, counted: 'first' },
    },
  ],
  [
    'with item clocks that nobody’s page opened',
    { movement: 'one-way', itemClockS: 60, scoring: { wrongPenalty: 0, blankPenalty: 0, speedBonus: 0.2 } },
  ],
]

describe.each(CASES)('RS-2, RS-4 to RS-6: a round %s', (_, rules) => {
  let sample: ClosedRound
  beforeAll(async () => {
    sample = await addClosedRound(database.pool, { people: 700, rules, replacedEvery: 3 })
  })

  const check = async (approved: RulingContent[], barred: Set<string>) => {
    const { outcome, rows } = await judge(sample, { approved, barred })
    const { people, expected, target } = oracle(sample, approved, barred)
    expect(outcome.predictionTarget).toBe(target)
    expect(outcome.participantCount).toBe(people.length)
    const wanted = people.map((person) => ({
      accountId: person.attempt.accountId,
      attemptId: person.attempt.id,
      table: person.attempt.tableCode,
      points: person.points,
      rightCount: person.rightCount,
      prediction: person.judgement.prediction,
      predictionError: person.predictionError,
      timeUsedS: person.timeUsedS,
      attemptCount: person.attemptCount,
      ...expected.get(person.attempt.accountId),
    }))
    const found = rows.map((row) => ({
      accountId: row.accountId,
      attemptId: row.attemptId,
      table: row.tableCode,
      points: row.points,
      rightCount: row.rightCount,
      prediction: row.prediction,
      predictionError: row.predictionError,
      timeUsedS: row.timeUsedS,
      attemptCount: row.attemptCount,
      rank: row.rank,
      isTied: row.isTied,
      reason: row.unrankedReason,
    }))
    const byAccount = <T extends { accountId: string }>(list: T[]) =>
      new Map(list.map((each) => [each.accountId, each]))
    expect(byAccount(found)).toEqual(byAccount(wanted))
    expect(rows.map(({ orderNo }) => orderNo)).toEqual(rows.map((_row, index) => index + 1))
    return outcome
  }

  it('comes out as judging and ranking everybody one by one', async () => {
    const outcome = await check([], new Set())
    expect(outcome.tiedCount).toBeGreaterThan(0)
    expect(outcome.attemptCount).toBe(sample.attempts.length)
    // The sample stores 0 points for all: what differs is told, and the recomputed value counts.
    expect(outcome.differences.count).toBeGreaterThan(sample.attempts.length / 2)
  })

  it('RL-1: also under rulings, with people left out', async () => {
    const [a, b, c] = sample.itemVersionIds as [string, string, string]
    await check(
      [
        { kind: 'key', itemVersionId: a, key: { type: 'single-choice', option: 0 } },
        { kind: 'strike', itemVersionId: b },
        { kind: 'all-right', itemVersionId: c },
        ...sample.accountIds.slice(0, 60).map((accountId): RulingContent => ({ kind: 'exclude', accountId })),
        ...sample.accountIds.slice(0, 20).map((accountId): RulingContent => ({ kind: 'reinstate', accountId })),
      ],
      new Set(sample.accountIds.slice(50, 90)),
    )
  })

  it('RS-3: has the same hash twice, and another one when anything that counts is another', async () => {
    const first = await judge(sample)
    expect(first.outcome.inputHash).toMatch(/^[0-9a-f]{64}$/)
    expect((await judge(sample)).outcome.inputHash).toBe(first.outcome.inputHash)
    const ruling: RulingContent = { kind: 'strike', itemVersionId: sample.itemVersionIds[0] as string }
    const others = [
      await judge(sample, { approved: [ruling] }),
      await judge(sample, { barred: new Set([sample.accountIds[0] as string]) }),
      await judge(sample, { draw: { seed: 'ab', listRoot: 'cd', orders: [] } }),
    ]
    const attempt = sample.attempts[0] as ClosedRound['attempts'][number]
    await database.pool.query(
      `INSERT INTO response_event (attempt_id, seq, position, response, received_at) VALUES ($1, 999, 1, '[3]', now())`,
      [attempt.id],
    )
    others.push(await judge(sample))
    // CL-7: also when another attempt comes to stand for one.
    const free = sample.attempts.find(
      ({ id, attemptNo }, index) =>
        attemptNo === 1 && sample.attempts[index + 1]?.attemptNo === 2 && sample.attempts[index + 1]?.replacesId !== id,
    ) as ClosedRound['attempts'][number]
    await database.pool.query(
      `UPDATE attempt SET replaces_id = $1 WHERE account_id = $2 AND round_id = $3 AND attempt_no = 2`,
      [free.id, free.accountId, sample.roundId],
    )
    others.push(await judge(sample))
    expect(new Set([first, ...others].map(({ outcome }) => outcome.inputHash)).size).toBe(6)
  })

  it('RS-7: keeps the order of a draw among equals, and shared ranks stay shared', async () => {
    const { rows } = await judge(sample)
    const orders = [...sample.accountIds].reverse().map((accountId, index) => ({ accountId, order: index + 1 }))
    const drawn = await judge(sample, { draw: { seed: 'ab', listRoot: 'cd', orders } })
    const later = await judge(sample, { draw: { seed: 'ab', listRoot: 'cd', orders: { versionId: drawn.versionId } } })
    expect(later.rows.map(({ accountId }) => accountId)).toEqual(drawn.rows.map(({ accountId }) => accountId))
    const rankOf = new Map(rows.map((row) => [row.accountId, row.rank]))
    drawn.rows.forEach((row, index) => {
      expect(row.rank).toBe(rankOf.get(row.accountId))
      const before = drawn.rows[index - 1]
      if (before && row.rank !== null && before.rank === row.rank && before.tableCode === row.tableCode)
        expect(before.drawOrder as number).toBeLessThan(row.drawOrder as number)
    })
  })
})
