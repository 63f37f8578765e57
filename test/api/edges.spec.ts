import http from 'node:http'
import request from 'supertest'
import { type ApiProcess, startApi } from '../support/api-process'
import { freshDatabase, type TestDatabase } from '../support/databases'
import { addPerson, PASSWORD } from '../support/people'

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

const post = (path: string) => request(api.url).post(path).set('x-thi-so', '1')

/** Says how much will come and sends only the beginning: what is too much is refused before it has come. */
function announce(path: string, length: number): Promise<[status: number | undefined, code: string]> {
  const headers = { 'x-thi-so': '1', 'content-type': 'application/json', 'content-length': String(length) }
  return new Promise((resolve, reject) => {
    const call = http.request(api.url + path, { method: 'POST', headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk
      })
      response.on('end', () => {
        resolve([response.statusCode, JSON.parse(text).code])
        call.destroy()
      })
    })
    call.on('error', reject)
    call.write('{"login":"')
  })
}

describe('what a browser is told', () => {
  it('the headers keep the page to itself', async () => {
    const { headers } = await request(api.url).get('/api/home').expect(200)
    expect(headers['content-security-policy']).toMatch(
      /default-src 'self'.*object-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/,
    )
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    })
  })

  it('a session lives in an http-only cookie of this site', async () => {
    const { login } = await addPerson(database.pool)
    const { headers } = await post('/api/auth/sign-in').send({ login, password: PASSWORD }).expect(200)
    const cookies = headers['set-cookie'] as unknown as string[]
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['thiso-device', 'thiso'])
    expect(cookies[1]).toMatch(/^thiso=[A-Za-z0-9_-]{43}; /)
    for (const cookie of cookies)
      for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part)
  })

  it('over https the cookie is bound to the host and needs a secure connection', async () => {
    const secure = await startApi({ DATABASE_URL: database.url, PUBLIC_URL: 'https://thi.example.vn' })
    try {
      const { login } = await addPerson(database.pool)
      const { headers } = await request(secure.url)
        .post('/api/auth/sign-in')
        .set('x-thi-so', '1')
        .send({ login, password: PASSWORD })
        .expect(200)
      const cookies = headers['set-cookie'] as unknown as string[]
      expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['__Host-thiso-device', '__Host-thiso'])
      for (const cookie of cookies) expect(cookie).toContain('Secure')
      expect(headers['strict-transport-security']).toContain('max-age=31536000')
    } finally {
      await secure.stop()
    }
  })
})

describe('calls from elsewhere', () => {
  it.each([
    ['without our header', {}],
    ['from a foreign origin', { 'x-thi-so': '1', origin: 'https://evil.example' }],
    ['that the browser calls cross-site', { 'x-thi-so': '1', 'sec-fetch-site': 'cross-site' }],
  ])('%s are refused', async (_, headers) => {
    const { body } = await request(api.url)
      .post('/api/auth/sign-in')
      .set(headers)
      .send({ login: 'aaaa', password: 'b' })
      .expect(403)
    expect(body.code).toBe('REQUEST.FOREIGN_ORIGIN')
  })

  it('a form of another site, sent as text, never reaches a handler', async () => {
    const { status } = await request(api.url)
      .post('/api/auth/sign-in')
      .type('text/plain')
      .send('{"login":"aaaa","password":"b"}')
    expect(status).toBeGreaterThanOrEqual(400)
  })
})

describe('bad input', () => {
  it('is one problem with every field named in both languages', async () => {
    const { body, headers } = await post('/api/auth/sign-up')
      .send({ login: '12', fullName: '', birthDate: 'yesterday' })
      .expect(400)
    expect(headers['content-type']).toContain('application/problem+json')
    expect(body).toMatchObject({ status: 400, code: 'REQUEST.INVALID', type: 'urn:thi-so:problem:request.invalid' })
    expect(body.fields.map((field: { path: string }) => field.path)).toEqual(
      expect.arrayContaining(['login', 'password', 'fullName', 'birthDate', 'unitId', 'isConsentGiven']),
    )
    for (const field of body.fields)
      expect(field.messages).toEqual({ vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) })
  })

  it('of any kind gets a clear answer and harms nothing', async () => {
    await post('/api/auth/sign-in').set('content-type', 'application/json').send('{"login":').expect(400)
    await post('/api/auth/sign-in')
      .send({ login: 'a'.repeat(100_000), password: 'b' })
      .expect(400)
    expect(await announce('/api/auth/sign-in', 5_000_000)).toEqual([413, 'REQUEST.TOO_LARGE'])
    await post('/api/auth/sign-in')
      .send({ login: 'aaaa', password: 'b', __proto__: { role: 'administrator' } })
      .expect(401)
    await request(api.url).get('/api/rounds/not-a-uuid').expect(400)
    await request(api.url).get('/api/rounds/5b1c9f0e-0000-4000-8000-000000000001').expect(404)
    await request(api.url).get('/api/no-such-thing').expect(404)
    await request(api.url).get('/api/health/ready').expect(200)
  })

  it('a role or an id that is smuggled into signing up is ignored', async () => {
    const { rows } = await database.pool.query(
      `INSERT INTO unit (id, code, name, kind) VALUES (gen_random_uuid(), 'X', 'Xã X', 'commune') RETURNING id`,
    )
    const { body: consent } = await request(api.url).get('/api/consent').expect(200)
    const { body } = await post('/api/auth/sign-up')
      .send({
        login: '0912 345 678',
        password: 'con đò nhỏ 27',
        fullName: '  Lê   Thị Mỹ ',
        birthDate: '1999-02-28',
        unitId: rows[0].id,
        consentVersion: consent.version,
        isConsentGiven: true,
        role: 'administrator',
        id: '5b1c9f0e-0000-4000-8000-000000000001',
      })
      .expect(200)
    expect(body.account).toMatchObject({ role: 'contestant', login: '0912345678', unitName: 'Xã X' })
    expect(body.account.id).not.toBe('5b1c9f0e-0000-4000-8000-000000000001')
    const stored = await database.pool.query('SELECT given_by, version FROM consent WHERE account_id = $1', [
      body.account.id,
    ])
    expect(stored.rows).toEqual([{ given_by: 'self', version: consent.version }])
  })
})

describe('guessing', () => {
  it('ID-6: an unknown log-in and a wrong password say the same', async () => {
    const { login } = await addPerson(database.pool)
    const wrong = await post('/api/auth/sign-in').send({ login, password: 'không phải mật khẩu' }).expect(401)
    const unknown = await post('/api/auth/sign-in')
      .send({ login: 'nobody.here', password: 'không phải mật khẩu' })
      .expect(401)
    expect(wrong.body).toEqual(unknown.body)
  })

  it('ten wrong passwords slow the log-in down, with the seconds to wait; others are not locked out', async () => {
    const { login } = await addPerson(database.pool)
    for (let tries = 0; tries < 10; tries++)
      await post('/api/auth/sign-in')
        .send({ login, password: `sai lần ${tries}` })
        .expect(401)
    const { body, headers } = await post('/api/auth/sign-in').send({ login, password: PASSWORD }).expect(429)
    expect(body.code).toBe('REQUEST.TOO_MANY')
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    const other = await addPerson(database.pool)
    await post('/api/auth/sign-in').send({ login: other.login, password: PASSWORD }).expect(200)
  })
})

describe('for operators and developers', () => {
  it('health, figures and the contract answer without a session', async () => {
    await request(api.url).get('/api/health/live').expect(200, { status: 'live' })
    await request(api.url).get('/api/health/ready').expect(200, { status: 'ready', database: 'up', cache: 'none' })
    const { text } = await request(api.url).get('/api/metrics').expect(200)
    expect(text).toMatch(/^thiso_saved_responses_total \d+$/m)
    const { body } = await request(api.url).get('/api/openapi.json').expect(200)
    expect(body.openapi).toMatch(/^3\.1/)
    await request(api.url).get('/api/docs').expect(200).expect('content-type', /html/)
    for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'start.js'])
      await request(api.url).get(`/api/docs/${file}`).expect(200)
  })
})
