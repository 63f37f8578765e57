import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { addPeople } from '../../../../../test/support/people'
import { createDataSource } from '../../../platform/db/database.js'
import { schema } from '../../../schema.js'
import { NoticeRepository } from '../infra/notice.repository.js'
import { NoticesService } from './notices.service.js'

let database: TestDatabase
let dataSource: DataSource
let notices: NoticesService

beforeAll(async () => {
  database = await freshDatabase()
  dataSource = await createDataSource(database.url, schema).initialize()
  notices = new NoticesService(new NoticeRepository(dataSource))
})
afterAll(async () => {
  await dataSource?.destroy()
  await database?.drop()
})

const round = { vi: 'Tuần 1', en: 'Week 1' }
const people = async (count: number) => (await addPeople(database.pool, count)).map(({ accountId }) => accountId)
const listOf = async (accountId: string) => (await notices.list(accountId, 1, 50)).rows

describe('NT-1: telling people', () => {
  it('tells everybody of a long list once, in one statement, whoever is named twice too', async () => {
    const ids = await people(5_000)
    await notices.tell(null, [...ids, ids[0] as string], 'round-paused', { round }, '/dot/x')
    const { rows } = await database.pool.query(
      `SELECT count(*)::int AS total, count(DISTINCT account_id)::int AS people, count(DISTINCT created_at)::int AS moments
       FROM notice WHERE kind = 'round-paused' AND account_id = ANY($1)`,
      [ids],
    )
    expect(rows[0]).toEqual({ total: 5_000, people: 5_000, moments: 1 })
    const [notice] = await listOf(ids[0] as string)
    expect(notice).toMatchObject({ kind: 'round-paused', params: { round }, link: '/dot/x', readAt: null })
  })

  it('tells each person the own', async () => {
    const [a, b] = (await people(2)) as [string, string]
    await notices.tellEach(null, 'result-changed', [
      { accountId: a, params: { round, rankBefore: 3, rankAfter: 1 }, link: '/bang/x' },
      { accountId: b, params: { round, rankBefore: 1, rankAfter: null }, link: null },
    ])
    expect((await listOf(a))[0]).toMatchObject({ params: { rankBefore: 3, rankAfter: 1 }, link: '/bang/x' })
    expect((await listOf(b))[0]).toMatchObject({ params: { rankBefore: 1, rankAfter: null }, link: null })
  })

  it('what is taken back was never told', async () => {
    const [a, b] = (await people(2)) as [string, string]
    const act = dataSource.transaction(async (transaction) => {
      await notices.tell(transaction, [a], 'complaint-answered', { round })
      await notices.tellEach(transaction, 'clock-credit', [
        { accountId: b, params: { round, creditS: 60 }, link: null },
      ])
      throw new Error('the act fails')
    })
    await expect(act).rejects.toThrow('the act fails')
    expect([await listOf(a), await listOf(b)]).toEqual([[], []])
  })

  it('nobody to tell is nothing to do', async () => {
    const before = await database.pool.query(`SELECT count(*) FROM notice`)
    await notices.tell(null, [], 'round-paused', { round })
    await notices.tellEach(null, 'round-paused', [])
    expect((await database.pool.query(`SELECT count(*) FROM notice`)).rows).toEqual(before.rows)
  })
})

describe('NT-2: reading', () => {
  it('lists page by page, the newest first, only the own', async () => {
    const [a, b] = (await people(2)) as [string, string]
    for (const creditS of [1, 2, 3]) await notices.tell(null, [a], 'clock-credit', { round, creditS })
    await notices.tell(null, [b], 'round-paused', { round })
    const first = await notices.list(a, 1, 2)
    const second = await notices.list(a, 2, 2)
    expect([...first.rows, ...second.rows].map(({ params }) => (params as { creditS: number }).creditS)).toEqual([
      3, 2, 1,
    ])
    expect([first.total, first.unreadCount]).toEqual([3, 3])
    expect(await notices.list(b, 1, 2)).toMatchObject({ total: 1, unreadCount: 1 })
  })

  it('what was seen is read, what came since is not, and other people stay as they are', async () => {
    const [a, b] = (await people(2)) as [string, string]
    await notices.tell(null, [a, b], 'round-paused', { round })
    const [seen] = await listOf(a)
    // A later moment, also in the whole milliseconds in which the moment is seen.
    await dataSource.query(`SELECT pg_sleep(0.005)`)
    await notices.tell(null, [a], 'round-resumed', { round, closesAt: '2026-12-01T00:00:00Z' })
    expect(await notices.read(a, new Date((seen as { createdAt: Date }).createdAt.toISOString()))).toBe(1)
    expect((await listOf(a)).map(({ kind, readAt }) => [kind, readAt !== null])).toEqual([
      ['round-resumed', false],
      ['round-paused', true],
    ])
    expect((await notices.list(b, 1, 1)).unreadCount).toBe(1)
  })
})
