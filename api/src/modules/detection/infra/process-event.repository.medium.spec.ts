import { PROCESS_EVENT_LIMIT } from '@thiso/contracts/vocab'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { addPeople } from '../../../../../test/support/people'
import { addAttempt, addRound } from '../../../../../test/support/rows'
import { createDataSource } from '../../../platform/db/database.js'
import { schema } from '../../../schema.js'
import { eventIdOf } from '../domain/process-event.js'
import { type NewProcessEvent, ProcessEventRepository } from './process-event.repository.js'

let database: TestDatabase
let dataSource: DataSource
let events: ProcessEventRepository
let accountId: string
const DAY = 86_400_000

beforeAll(async () => {
  database = await freshDatabase()
  dataSource = await createDataSource(database.url, schema).initialize()
  events = new ProcessEventRepository(dataSource)
  accountId = (await addPeople(database.pool, 1))[0]?.accountId as string
})
afterAll(async () => {
  await dataSource?.destroy()
  await database?.drop()
})

const left = (attemptId: string, no: number): NewProcessEvent => ({
  id: eventIdOf(attemptId, `page ${no}`),
  attemptId,
  kind: 'left',
  at: new Date(),
  clientAtMs: Date.now(),
  durationMs: null,
  detail: { position: 1 },
})
const roundOf = async (roundId: string) =>
  (await database.pool.query<{ contest_id: string; closes_at: Date }>(`SELECT * FROM round WHERE id = $1`, [roundId]))
    .rows[0] as { contest_id: string; closes_at: Date }

describe('PE-4: events of an attempt', () => {
  it('are written once, however often they come, and not beyond the limit', async () => {
    const attemptId = await addAttempt(database.pool, { roundId: await addRound(database.pool), accountId })
    const all = Array.from({ length: PROCESS_EVENT_LIMIT + 5 }, (_, no) => left(attemptId, no))
    await events.add(attemptId, all.slice(0, 40))
    await events.add(attemptId, all.slice(0, 40))
    expect(await events.of([attemptId])).toHaveLength(40)
    await events.add(attemptId, all.slice(40))
    expect(await events.of([attemptId])).toHaveLength(PROCESS_EVENT_LIMIT)
    await events.add(attemptId, [left(attemptId, 9_999)])
    expect(await events.of([attemptId])).toHaveLength(PROCESS_EVENT_LIMIT)
  })
})

describe('PE-5: events are deleted on a day', () => {
  it('90 days after the results are public, at the latest 180 days after the round closed', async () => {
    const roundId = await addRound(database.pool)
    const attemptId = await addAttempt(database.pool, { roundId, accountId })
    await events.add(attemptId, [left(attemptId, 1)])
    const { contest_id: contestId, closes_at: closesAt } = await roundOf(roundId)
    const [before] = await events.of([attemptId])
    expect(before?.deleteAfter.getTime()).toBe(closesAt.getTime() + 180 * DAY)

    const publishedAt = new Date(closesAt.getTime() + 3 * DAY)
    await database.pool.query(
      `INSERT INTO result_version (id, contest_id, round_id, scope_id, number, state, cause, published_at, input_hash, rules, ranking,
         participant_count, perfect_count, ranked_count, attempt_count, tied_count, sources, differences)
       SELECT gen_random_uuid(), $1, $2, $2, 1, 'final', 'closing', $3, 'x', '{}', '[]', 1, 0, 1, 1, 0, '[]', '{}'`,
      [contestId, roundId, publishedAt],
    )
    expect(await events.sweep(new Date())).toBe(0)
    const [after] = await events.of([attemptId])
    expect(after?.deleteAfter.getTime()).toBe(publishedAt.getTime() + 90 * DAY)

    expect(await events.sweep(new Date(publishedAt.getTime() + 90 * DAY - 1))).toBe(0)
    expect(await events.sweep(new Date(publishedAt.getTime() + 90 * DAY))).toBeGreaterThan(0)
    expect(await events.of([attemptId])).toEqual([])
  })
})
