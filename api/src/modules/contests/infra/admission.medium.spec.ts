import { randomUUID } from 'node:crypto'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { addBank, addItem, type AddedItem, addRoundOf } from '../../../../../test/support/item-rows'
import { addPeople, type Person } from '../../../../../test/support/people'
import { addAttempt } from '../../../../../test/support/rows'
import { createDataSource } from '../../../platform/db/database.js'
import { schema } from '../../../schema.js'
import { BarredService } from '../app/barred.service.js'
import { AdmissionRepository } from './admission.repository.js'
import { EntrantRepository } from './entrant.repository.js'

let database: TestDatabase
let dataSource: DataSource
let admission: AdmissionRepository
let barred: BarredService
let entrants: EntrantRepository
let people: Person[]
let items: AddedItem[]
let roundId: string

const id = (index: number) => (people[index] as Person).accountId
/** An entry of the audit, some seconds from now. */
const note = (actorId: string, act: string, subject: string, detail: unknown = {}, inS = 0) =>
  database.pool.query(
    `INSERT INTO audit_entry (actor_id, act, subject, detail, at) VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5))`,
    [actorId, act, subject, JSON.stringify(detail), inS],
  )

beforeAll(async () => {
  database = await freshDatabase()
  dataSource = await createDataSource(database.url, schema).initialize()
  admission = new AdmissionRepository(dataSource)
  barred = new BarredService(admission)
  entrants = new EntrantRepository(dataSource)
})
afterAll(async () => {
  await dataSource?.destroy()
  await database?.drop()
})
beforeEach(async () => {
  people = await addPeople(database.pool, 8)
  const bankId = await addBank(database.pool)
  items = [await addItem(database.pool, bankId), await addItem(database.pool, bankId)]
  roundId = await addRoundOf(database.pool, items.slice(0, 1))
})

const found = async () =>
  Object.fromEntries(
    await barred.barredOf(
      roundId,
      people.map(({ accountId }) => accountId),
    ),
  )
const item = (index: number) => (items[index] as AddedItem).itemId
const code = async (index: number) =>
  (await database.pool.query(`SELECT code FROM item WHERE id = $1`, [item(index)])).rows[0].code as string

describe('WN-2 who gets no prize', () => {
  it('wrote, reviewed or read an item of the pool; another item of the same bank does not count', async () => {
    await database.pool.query(`UPDATE item_version SET author_id = $1 WHERE item_id = $2`, [id(0), item(0)])
    await note(id(1), 'item.state_changed', `item:${item(0)}`, { act: 'approve' })
    await note(id(2), 'item.key_read', `item:${item(0)}`)
    await note(id(3), 'item.key_read', `item:${item(1)}`)
    await note(id(4), 'item.keys_read', 'export:items', { count: 1, codes: [await code(0)] })
    await note(id(5), 'item.keys_read', 'export:items', { count: 1, codes: [await code(1)] })
    // Whose list of codes was cut off has read what is not in it, too.
    await note(id(6), 'item.keys_read', 'export:items', { count: 5_000, codes: [await code(1)] })
    expect(await found()).toEqual({
      [id(0)]: 'author',
      [id(1)]: 'reviewer',
      [id(2)]: 'key-reader',
      [id(4)]: 'key-reader',
      [id(6)]: 'key-reader',
    })
  })

  it('read the key before it was of no use any more', async () => {
    // The round closes in two hours; its grace is three seconds, and ten more go by before keys are shown.
    await note(id(0), 'item.key_read', `item:${item(0)}`, {}, 7_200 + 5)
    await note(id(1), 'item.key_read', `item:${item(0)}`, {}, 7_200 + 30)
    expect(await found()).toEqual({ [id(0)]: 'key-reader' })
  })

  it('organizes, did so since the contest was made, or acted on the contest', async () => {
    await database.pool.query(`UPDATE account SET role = 'organizer' WHERE id = $1`, [id(0)])
    await note(id(7), 'account.role_changed', `account:${id(1)}`, { from: 'organizer', to: 'contestant' })
    await note(id(7), 'account.role_changed', `account:${id(2)}`, { from: 'organizer', to: 'contestant' }, -60)
    await note(id(7), 'account.role_changed', `account:${id(3)}`, { from: 'contestant', to: 'teacher' })
    await note(id(4), 'round.extended', `round:${roundId}`)
    await note(id(5), 'round.extended', `round:${randomUUID()}`)
    expect(await found()).toEqual({ [id(0)]: 'organizer', [id(1)]: 'organizer', [id(4)]: 'organizer' })
  })

  it('is nobody when nobody is asked about', async () => {
    expect(await barred.barredOf(roundId, [])).toEqual(new Map())
  })
})

describe('EL-8 the qualified of a round', () => {
  it('are replaced as a whole, but for those who have started', async () => {
    const fromRoundId = await addRoundOf(database.pool, items)
    const replace = (ids: string[]) =>
      dataSource.transaction((manager) =>
        entrants.replaceQualified(manager, roundId, ids, { fromRoundId, addedBy: null }),
      )
    await entrants.add(dataSource.manager, { roundId }, [id(7)], id(6))
    expect(await replace([id(0), id(1), id(2)])).toEqual({ added: [id(0), id(1), id(2)], removedCount: 0 })
    await addAttempt(database.pool, { roundId, accountId: id(0) })
    expect(await replace([id(2), id(3)])).toEqual({ added: [id(3)], removedCount: 1 })
    const { rows } = await entrants.list({ roundId }, { q: undefined, page: 1, size: 50 })
    expect(rows.map(({ accountId, kind }) => [accountId, kind]).sort()).toEqual(
      [
        [id(0), 'qualified'],
        [id(2), 'qualified'],
        [id(3), 'qualified'],
        [id(7), 'invited'],
      ].sort(),
    )
    expect(await admission.candidate(randomUUID(), roundId, id(3))).toMatchObject({
      isEntrant: true,
      isInvited: false,
      extraPercent: 0,
    })
    expect(await admission.candidate(randomUUID(), roundId, id(1))).toMatchObject({ isEntrant: false })
  })
})
