import { randomUUID } from 'node:crypto'
import { ROLES, type Role } from '@thiso/contracts/vocab'
import { type RouteName, routes, urlOf } from '@thiso/contracts/routes'
import { type ApiProcess, startApi } from '../support/api-process'
import { Client } from '../support/client'
import { freshDatabase, type TestDatabase } from '../support/databases'
import { signedIn } from '../support/people'
import { makeContest, newHolder, takePart } from '../support/story'

let database: TestDatabase
let api: ApiProcess
const clients = new Map<Role | 'nobody', Client>()

beforeAll(async () => {
  database = await freshDatabase()
  api = await startApi({ DATABASE_URL: database.url })
  clients.set('nobody', new Client(api.url))
  for (const role of ROLES) clients.set(role, await signedIn(api.url, database.pool, role))
})
afterAll(async () => {
  await api?.stop()
  await database?.drop()
})

/** Signing out or ending sessions would take the walker's own session away. */
const ENDS_THE_SESSION: RouteName[] = ['signOut', 'changePassword', 'endOtherDevices']

/** Any parameters: whoever may call gets as far as the handler, whoever may not is stopped before it. */
function anyUrl(name: RouteName): string {
  const params = Object.fromEntries(
    [...routes[name].path.matchAll(/:([A-Za-z]+)/g)].map(([, key]) => [
      key as string,
      key === 'format' ? 'csv' : randomUUID(),
    ]),
  )
  return urlOf(name, params, { holder: newHolder() })
}

describe('every route, every role', () => {
  it.each(Object.keys(routes) as RouteName[])('%s lets in whom the contract names, and nobody else', async (name) => {
    const { access, method } = routes[name]
    for (const [role, client] of clients) {
      if (ENDS_THE_SESSION.includes(name) && role !== 'nobody') continue
      const { status } = await client.send(method, anyUrl(name), {
        headers: {
          'x-thi-so': '1',
          ...(method === 'GET' || method === 'DELETE' ? {} : { 'content-type': 'application/json' }),
        },
        ...(method === 'GET' || method === 'DELETE' ? {} : { body: '{}' }),
      })
      const isAllowed =
        access === 'public' ||
        (role !== 'nobody' && (access === 'signed-in' || (access as readonly string[]).includes(role)))
      if (isAllowed) expect({ role, status, isStopped: status === 403 }).toMatchObject({ isStopped: false })
      else expect({ role, status }).toEqual({ role, status: role === 'nobody' ? 401 : 403 })
    }
  })

  it('a session that is none, or has ended, is nobody', async () => {
    const gone = new Client(api.url, 'A'.repeat(43))
    expect(await gone.refusal('devices')).toBe('AUTH.SIGN_IN_NEEDED')
    const person = await signedIn(api.url, database.pool)
    const twin = person.twin()
    await person.get('signOut')
    expect(await twin.refusal('devices')).toBe('AUTH.SIGN_IN_NEEDED')
  })

  it("another person's attempt is not found, whatever is asked of it", async () => {
    const story = await makeContest(clients.get('organizer') as Client)
    const owner = await signedIn(api.url, database.pool)
    const stranger = await signedIn(api.url, database.pool)
    const { attemptId, holder } = await takePart(owner, story, 3)
    const holderQuery = { params: { attemptId }, query: { holder } }
    expect(await stranger.refusal('paper', holderQuery)).toBe('ATTEMPT.NOT_FOUND')
    expect(await stranger.refusal('attemptStatus', holderQuery)).toBe('ATTEMPT.NOT_FOUND')
    expect(await stranger.refusal('attemptResult', { params: { attemptId } })).toBe('ATTEMPT.NOT_FOUND')
    expect(await stranger.refusal('takeOverAttempt', { params: { attemptId }, body: { holder } })).toBe(
      'ATTEMPT.NOT_FOUND',
    )
    expect(await stranger.refusal('submitAttempt', { params: { attemptId }, body: { holder } })).toBe(
      'ATTEMPT.NOT_FOUND',
    )
    const responses = [{ seq: 999, position: 1, answer: null }]
    expect(await stranger.refusal('saveResponses', { params: { attemptId }, body: { holder, responses } })).toBe(
      'ATTEMPT.NOT_FOUND',
    )
  })

  it('a changed role counts at once', async () => {
    const administrator = clients.get('administrator') as Client
    const person = await signedIn(api.url, database.pool, 'organizer')
    const { account } = await person.get('me')
    await person.get('contests')
    await administrator.get('setRole', {
      params: { accountId: account?.id as string },
      body: { role: 'teacher', reason: 'thử đổi vai trò' },
    })
    expect(await person.refusal('contests')).toBe('AUTH.NOT_ALLOWED')
  })
})
