import { type ApiProcess, startApi } from '../support/api-process'
import type { Client } from '../support/client'
import { freshDatabase, type TestDatabase } from '../support/databases'
import { signedIn } from '../support/people'
import { eventually } from '../support/stage'
import { type Batch, runImport, sendFile, settled } from '../support/uploads'

/** Enough work to be killed in the middle of it. */
const ITEM_COUNT = 6_000
const WORDS = 'dữ liệu số công dân dịch vụ trực tuyến an toàn mạng kỹ năng nền tảng'.split(' ')
const CONTENT = Array.from({ length: ITEM_COUNT }, (_, n) => {
  const words = Array.from({ length: 14 }, (_, i) => `${WORDS[(n * 7 + i * i) % WORDS.length]}${(n * (i + 3)) % 977}`)
  return `${words.join(' ')}? {=đúng ${n} ~sai ${n} ~sai nữa ${n}}`
}).join('\n\n')

let database: TestDatabase
let api: ApiProcess
let organizer: Client
let bankId: string

beforeAll(async () => {
  database = await freshDatabase()
  api = await startApi({ DATABASE_URL: database.url })
  organizer = await signedIn(api.url, database.pool, 'organizer')
  bankId = (await organizer.get('createBank', { body: { name: 'Ngân hàng' } })).id
})

afterAll(async () => {
  await api?.stop()
  await database?.drop()
})

async function begin(): Promise<Batch> {
  const response = await sendFile(organizer, 'uploadImport', { name: 'lon.gift', content: CONTENT }, { bankId })
  return (await response.json()) as Batch
}

async function restart(): Promise<void> {
  api = await startApi({ DATABASE_URL: database.url })
  organizer = organizer.twin(api.url)
}

const find = (batchId: string) => organizer.get('import', { params: { batchId } })
const reaches = (batchId: string, state: Batch['state'], percent: number) =>
  eventually(
    `${state}, ${percent} %`,
    async () => {
      const batch = await find(batchId)
      if (batch.state !== state) throw new Error(`${batch.state} before it could be broken off`)
      return batch.progressPercent >= percent
    },
    30_000,
  )
const count = async (table: 'item' | 'import_row', batchId: string) =>
  Number((await database.pool.query(`SELECT count(*) AS n FROM ${table} WHERE batch_id = $1`, [batchId])).rows[0].n)

it('IX-9: a reading whose process is killed ends with a sentence and without rows', async () => {
  const { id } = await begin()
  await reaches(id, 'reading', 30)
  await api.kill()
  await restart()
  const batch = await settled(organizer, id, 40_000)
  expect(batch).toMatchObject({ state: 'failed', rowCount: 0, error: { code: 'IMPORT.INTERRUPTED' } })
  expect(batch.error?.messages.vi).toMatch(/làm lại/)
  expect(await count('import_row', id)).toBe(0)
  expect(
    await organizer.refusal('runImport', { params: { batchId: id }, body: { topic: 'concepts', level: 'recall' } }),
  ).toBe('IMPORT.WRONG_STATE')
})

it('IX-9: an import whose process is killed leaves no item, and its rows can be imported again', async () => {
  const { id } = await begin()
  await settled(organizer, id)
  await organizer.get('chooseImportRows', { params: { batchId: id }, body: { choose: 'good' } })
  await organizer.get('runImport', { params: { batchId: id }, body: { topic: 'concepts', level: 'recall' } })
  await reaches(id, 'importing', 20)
  await api.kill()
  await restart()
  const batch = await settled(organizer, id, 40_000)
  expect(batch).toMatchObject({
    state: 'failed',
    rowCount: ITEM_COUNT,
    importedCount: 0,
    error: { code: 'IMPORT.INTERRUPTED' },
  })
  expect(await count('item', id)).toBe(0)
  expect(await runImport(organizer, id)).toMatchObject({ state: 'imported', importedCount: ITEM_COUNT, error: null })
  expect(await count('item', id)).toBe(ITEM_COUNT)
  expect(await organizer.get('undoImport', { params: { batchId: id } })).toMatchObject({ keptCount: 0 })
  expect(await count('item', id)).toBe(0)
})

it('IX-9: another process ends what a killed one has left, and not what a living one does', async () => {
  const other = await startApi({ DATABASE_URL: database.url })
  const there = organizer.twin(other.url)
  const dying = await begin()
  await reaches(dying.id, 'reading', 30)
  await api.kill()
  const response = await sendFile(there, 'uploadImport', { name: 'lon.gift', content: CONTENT }, { bankId })
  const living = (await response.json()) as Batch
  expect(await settled(there, dying.id, 40_000)).toMatchObject({ state: 'failed' })
  expect(await settled(there, living.id)).toMatchObject({ state: 'ready', rowCount: ITEM_COUNT })
  await other.stop()
  await restart()
})

it('IX-9: a process that is told to stop says at once that the reading is over', async () => {
  const { id } = await begin()
  await reaches(id, 'reading', 0)
  const since = performance.now()
  await api.stop()
  expect(performance.now() - since).toBeLessThan(10_000)
  await restart()
  expect(await find(id)).toMatchObject({ state: 'failed', error: { code: 'IMPORT.INTERRUPTED' } })
})
