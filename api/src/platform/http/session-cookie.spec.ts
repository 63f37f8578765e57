import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { readSettings } from '../config/settings.js'
import { isOwnOrigin } from './access.guard.js'
import { cookieName, sessionTokenOf } from './session-cookie.js'

const settings = readSettings({
  DATABASE_URL: 'postgres://a:b@c/d',
  SESSION_SECRET: 'r4nd0m-v4lue-with-more-than-32-characters',
})
const token = randomBytes(32).toString('base64url')
const tokenOf = (cookie: string | undefined, name = 'thiso') =>
  sessionTokenOf({ headers: cookie === undefined ? {} : { cookie } }, name)

describe('the session token in a Cookie header', () => {
  it.each([
    [`thiso=${token}`],
    [`a=b; thiso=${token}`],
    [`thiso=${token}; a=b`],
    [`xthiso=1; thiso=${token}; thisox=2`],
  ])('is found in %s', (cookie) => {
    expect(tokenOf(cookie)).toBe(token)
  })

  it.each([
    [undefined],
    [''],
    ['thiso='],
    ['thiso=short'],
    [`thiso=${token}x`],
    [`xthiso=${token}`],
    [`a=thiso=${token}`],
    [`thiso=${token.slice(1)}"`],
    [`__Host-thiso=${token}`],
  ])('is not found in %s', (cookie) => {
    expect(tokenOf(cookie)).toBeUndefined()
  })

  it('is found among any other cookies', () => {
    const other = fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[A-Za-z0-9%._-]{0,20}$/))
    fc.assert(
      fc.property(fc.array(other), fc.array(other), (before, after) => {
        const pairs = [...before, ['thiso', token], ...after].filter(
          ([name], at) => name !== 'thiso' || at === before.length,
        )
        expect(tokenOf(pairs.map(([name, value]) => `${name}=${value}`).join('; '))).toBe(token)
      }),
    )
  })
})

it('binds the cookie to the host where the site has https', () => {
  expect(cookieName(settings)).toBe('thiso')
  expect(cookieName({ ...settings, publicUrl: 'http://thi.example.vn' })).toBe('thiso')
  expect(cookieName({ ...settings, publicUrl: 'https://thi.example.vn' })).toBe('__Host-thiso')
})

describe('our own origin', () => {
  const at = { ...settings, publicUrl: 'https://thi.example.vn/' }

  it.each([
    ['https://thi.example.vn', 'api:3000'],
    ['http://localhost:3000', 'localhost:3000'],
    ['https://localhost:3000', 'localhost:3000'],
  ])('is %s for a call to %s', (origin, host) => {
    expect(isOwnOrigin(origin, host, at)).toBe(true)
  })

  it.each([
    ['https://thi.example.vn.evil.vn', 'thi.example.vn'],
    ['https://evil.vn', 'thi.example.vn'],
    ['http://localhost:3001', 'localhost:3000'],
    ['null', 'localhost:3000'],
    ['', ''],
  ])('is not %s for a call to %s', (origin, host) => {
    expect(isOwnOrigin(origin, host, at)).toBe(false)
  })
})
