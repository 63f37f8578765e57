import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Client } from '../support/client'
import { postgresUrl } from '../support/databases'
import { newHolder } from '../support/story'
import { freePort } from '../../api/launch/postgres.mjs'
import { type Launcher, launch } from './support/launcher'
import { isAlive, killServer, serverPid } from './support/own-postgres'
import { note, until } from './support/until'

let folder: string
let port: number
let url: string
const launchers: Launcher[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'thiso-start-'))
  port = await freePort()
  url = `http://127.0.0.1:${port}`
})

// One that a failed test has left would only make the next one fail.
afterEach(async () => {
  for (const launcher of launchers) launcher.signal('SIGTERM')
  await Promise.all(launchers.splice(0).map(({ ended }) => ended))
})

afterAll(async () => {
  const left = await serverPid(folder)
  if (left && isAlive(left)) process.kill(left, 'SIGKILL')
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

function start(env: Record<string, string> = {}): Launcher {
  const launcher = launch({ DATA_DIR: folder, PORT: String(port), HOST: '127.0.0.1', ...env })
  launchers.push(launcher)
  return launcher
}

const apiOf = (launcher: Launcher) =>
  launcher.children().find(({ command }) => command.includes('api/dist/main.js'))?.pid

/** The database takes away its note and then ends, so it may be a moment behind the launcher. */
const gone = (pids: number[]) =>
  until('the processes are gone', () => !pids.some((pid) => isAlive(pid)), { withinMs: 3_000 })

/** Whoever stands on the start screen under that role, signed in. */
async function signedInAs(launcher: Launcher, role: string): Promise<Client> {
  const line = launcher
    .said()
    .split('\n')
    .map((text) => text.trim().split(/\s+/))
    .find(([first]) => first === role)
  if (!line) throw new Error(`no log-in of a ${role} on the start screen:\n${launcher.said()}`)
  const [, login = '', password = ''] = line
  const client = new Client(url)
  await client.get('signIn', { body: { login, password } })
  return client
}

it('comes up from nothing with the demo, shows where to go, and ends in order', async () => {
  const from = performance.now()
  const launcher = start()
  await launcher.ready
  note(`first start, with a new database and the demo: ${(performance.now() - from).toFixed(0)} ms`)
  expect(launcher.said()).toContain(`http://localhost:${port}/`)
  expect(launcher.said()).toContain(`http://localhost:${port}/admin/`)
  for (const page of ['/', '/admin/']) {
    const response = await fetch(url + page)
    expect([page, response.status]).toEqual([page, 200])
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await response.text()).toContain('<html lang="vi"')
  }
  const home = await new Client(url).get('home')
  expect(home.contest?.slug).toBeTruthy()
  expect(home.board?.participantCount).toBeGreaterThan(10)
  for (const role of ['administrator', 'organizer', 'teacher', 'contestant']) {
    const client = await signedInAs(launcher, role)
    expect((await client.get('me')).account?.role).toBe(role)
  }

  const [api, database] = [apiOf(launcher), await serverPid(folder)] as [number, number]
  expect([api, database].map((pid) => isAlive(pid))).toEqual([true, true])
  launcher.signal('SIGTERM')
  expect(await launcher.ended).toBe(0)
  await gone([api, database])
  expect(launcher.said()).toContain('Đã dừng · stopped')
})

it('comes back after launcher and api were killed, with everything that was there', async () => {
  const first = start()
  await first.ready
  const contestant = await signedInAs(first, 'contestant')
  const home = await contestant.get('home')
  const roundId = home.featuredRoundId as string
  const holder = newHolder()
  const paper = await contestant.get('startAttempt', { params: { roundId }, body: { holder } })
  const { attemptId } = paper.attempt
  const answer = paper.items.find(({ type }) => type === 'single-choice')?.options[1]?.token as string
  const position = paper.items.findIndex(({ type }) => type === 'single-choice') + 1
  await contestant.get('saveResponses', {
    params: { attemptId },
    body: { holder, responses: [{ seq: 1, position, answer }] },
  })

  const [api, database] = [apiOf(first), await serverPid(folder)] as [number, number]
  process.kill(first.pid, 'SIGKILL')
  process.kill(api, 'SIGKILL')
  expect(await first.ended).toBe('SIGKILL')
  // The database outlives them on purpose.
  expect(isAlive(database)).toBe(true)

  const from = performance.now()
  const second = start()
  await second.ready
  note(`start after launcher and api were killed: ${(performance.now() - from).toFixed(0)} ms`)
  // The session, the attempt, the answer: nobody has to do anything again.
  const kept = await contestant.get('paper', { params: { attemptId }, query: { holder } })
  expect(kept.responses.map(({ position: at, answer: line }) => ({ at, line }))).toEqual([
    { at: position, line: answer },
  ])
  expect((await contestant.get('home')).contest?.slug).toBe(home.contest?.slug)

  // And once more with the database: everything dies at once, as when the power fails.
  const secondApi = apiOf(second) as number
  process.kill(second.pid, 'SIGKILL')
  process.kill(secondApi, 'SIGKILL')
  await killServer(folder)
  expect(await second.ended).toBe('SIGKILL')
  const third = start()
  await third.ready
  expect((await contestant.get('paper', { params: { attemptId }, query: { holder } })).responses).toEqual(
    kept.responses,
  )
  const pids = [apiOf(third), await serverPid(folder)] as [number, number]
  third.signal('SIGTERM')
  expect(await third.ended).toBe(0)
  await gone([...pids, api, secondApi, database])
})

describe('says in one sentence in each language why it cannot start', () => {
  /** Waits for the end of a launcher that must fail, and returns what it said. */
  async function failure(env: Record<string, string>): Promise<string> {
    const launcher = start({ PORT: String(await freePort()), ...env })
    expect(await launcher.ended).toBe(1)
    expect(launcher.children()).toEqual([])
    const said = launcher.said()
    expect(said).toMatch(/^✗ /m)
    // Ours is a sentence; a stack is for defects.
    expect(said).not.toMatch(/^\s+at .+:\d+:\d+\)?$|ngoài dự kiến/m)
    return said
  }
  const unused = () => path.join(folder, 'unused')

  it('a port that another program has', async () => {
    const server = createServer((_request, response) => response.end('somebody else'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const taken = (server.address() as AddressInfo).port
    try {
      const said = await failure({ PORT: String(taken), DATA_DIR: unused() })
      expect(said).toContain(`Cổng ${taken} đang được chương trình khác dùng.`)
      expect(said).toContain(`Port ${taken} is used by another program.`)
    } finally {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  })

  it('a database that is not there, refuses, or is no address', async () => {
    const SESSION_SECRET = 'mot-khoa-phien-du-dai-de-khoi-dong-0123456789'
    const own = { DATA_DIR: unused(), SESSION_SECRET }
    const known = new URL(postgresUrl())
    const place = `${known.hostname}:${known.port}`
    const nobody = await freePort()
    const [unreachable, refused, absent, malformed, noSecret] = await Promise.all([
      failure({ ...own, DATABASE_URL: `postgres://thiso:x@127.0.0.1:${nobody}/thiso` }),
      failure({ ...own, DATABASE_URL: `postgres://thiso:sai-mat-khau@${place}/thiso` }),
      failure({ ...own, DATABASE_URL: postgresUrl().replace(/\/\w+$/, '/chua_co') }),
      failure({ ...own, DATABASE_URL: 'mysql://thiso@localhost/thiso' }),
      failure({ DATA_DIR: unused(), DATABASE_URL: postgresUrl() }),
    ])
    expect(unreachable).toContain(`Không kết nối được PostgreSQL ở 127.0.0.1:${nobody}/thiso.`)
    expect(refused).toContain('từ chối người dùng hoặc mật khẩu')
    expect(absent).toContain('Cơ sở dữ liệu trong DATABASE_URL chưa có')
    expect(malformed).toContain('DATABASE_URL không đúng dạng.')
    expect(noSecret).toContain('phải đặt cả SESSION_SECRET')
    // What people keep secret is not repeated on their screen.
    expect(refused + absent).not.toMatch(/sai-mat-khau|mot-khoa-phien/)
    expect(existsSync(unused())).toBe(false)
  })

  it('settings that do not fit, and leaves no database running', async () => {
    expect(await failure({ PORT: 'ba-nghin' })).toContain('PORT="ba-nghin" không phải số cổng')
    const said = await failure({ LOG_LEVEL: 'loud', PUBLIC_URL: 'thi.example.vn' })
    expect(said).toContain('LOG_LEVEL: does not fit')
    expect(said).toContain('PUBLIC_URL: does not fit')
    expect(await serverPid(folder)).toBeUndefined()
  })
})
