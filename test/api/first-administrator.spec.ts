import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type ApiProcess, SESSION_SECRET, startApi } from '../support/api-process'
import { Client } from '../support/client'
import { freshDatabase, type TestDatabase } from '../support/databases'
import { at } from '../support/place'

let database: TestDatabase
let api: ApiProcess

beforeAll(async () => {
  database = await freshDatabase()
  api = await startApi({ DATABASE_URL: database.url })
})
afterAll(async () => {
  await api?.stop()
  await database?.drop()
})

const seed = (...given: string[]) =>
  promisify(execFile)(process.execPath, [at('seed/dist/cli.js'), ...given], {
    env: { PATH: process.env['PATH'], DATABASE_URL: database.url, SESSION_SECRET, LOG_LEVEL: 'warn' },
  })

it('a platform without a demo gets its first administrator by a command, with a password that must be replaced', async () => {
  const { stdout } = await seed('administrator', '--login', 'chuquan', '--name', 'Lê Văn Quản')
  const password = /one-time password: (\S+)/.exec(stdout)?.[1] as string
  const person = new Client(api.url)
  const { account } = await person.get('signIn', { body: { login: 'chuquan', password } })
  expect(account).toMatchObject({ role: 'administrator', fullName: 'Lê Văn Quản', mustChangePassword: true })
  await person.get('changePassword', { body: { currentPassword: password, newPassword: 'thuyền ra khơi 82' } })
  expect((await person.get('me')).account?.mustChangePassword).toBe(false)
  await expect(seed('administrator', '--login', 'chuquan')).rejects.toMatchObject({ code: 2 })
})

it('units and items come without any people', async () => {
  await seed('content')
  await seed('content')
  const { rows } = await database.pool.query(
    `SELECT (SELECT count(*) FROM unit)::int AS units, (SELECT count(*) FROM item WHERE state = 'approved')::int AS items,
            (SELECT count(*) FROM account WHERE role = 'contestant')::int AS contestants`,
  )
  expect(rows).toEqual([{ units: 260, items: 644, contestants: 0 }])
})
