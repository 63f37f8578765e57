import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { isPass, isProven, passOf, safeBrowserHash } from './safe-browser'

const URL_ = 'https://thi.example.vn/api/attempts/42/responses?holder=x'
const key = (digit: string) => digit.repeat(64)

describe('PE-9: the browser’s own proof', () => {
  it('is the SHA-256 of the address without its fragment and the key', () => {
    const expected = createHash('sha256')
      .update(`${URL_}${key('a')}`)
      .digest('hex')
    expect(safeBrowserHash(URL_, key('a'))).toBe(expected)
    expect(safeBrowserHash(`${URL_}#part`, key('A'))).toBe(expected)
  })

  it('holds if it fits one key of each kind that has keys', () => {
    const [configKeyHash, browserKeyHash] = [safeBrowserHash(URL_, key('a')), safeBrowserHash(URL_, key('b'))]
    const proof = { url: URL_, configKeyHash, browserKeyHash }
    const config = [key('1'), key('a')]
    expect(isProven(proof, { configKeys: config, browserKeys: [] })).toBe(true)
    expect(isProven(proof, { configKeys: [], browserKeys: [key('b')] })).toBe(true)
    expect(isProven(proof, { configKeys: config, browserKeys: [key('b'), key('2')] })).toBe(true)
    expect(isProven(proof, { configKeys: config, browserKeys: [key('2')] })).toBe(false)
    expect(isProven({ ...proof, url: `${URL_}&more` }, { configKeys: config, browserKeys: [] })).toBe(false)
    expect(isProven({ ...proof, configKeyHash: undefined }, { configKeys: config, browserKeys: [] })).toBe(false)
    expect(isProven({ ...proof, configKeyHash: 'no hex' }, { configKeys: config, browserKeys: [] })).toBe(false)
  })

  it('never holds without keys', () => {
    const proof = { url: URL_, configKeyHash: safeBrowserHash(URL_, ''), browserKeyHash: safeBrowserHash(URL_, '') }
    expect(isProven(proof, { configKeys: [], browserKeys: [] })).toBe(false)
  })
})

describe('PE-9: the pass of a session', () => {
  const how = { secret: 'the platform’s own secret', sessionId: 's1', roundId: 'r1', nowMs: 1_000 }
  const pass = passOf(how.secret, 's1', 'r1', 2_000)

  it('is good for its session, its round and its time', () => {
    expect(isPass(pass, how)).toBe(true)
    expect(isPass(pass, { ...how, nowMs: 2_001 })).toBe(false)
    expect(isPass(pass, { ...how, sessionId: 's2' })).toBe(false)
    expect(isPass(pass, { ...how, roundId: 'r2' })).toBe(false)
    expect(isPass(pass, { ...how, secret: 'another' })).toBe(false)
    expect(isPass(undefined, how)).toBe(false)
  })

  it('changed anywhere it is none', () => {
    fc.assert(
      fc.property(fc.nat(pass.length - 1), fc.constantFrom('0', '9', 'x', '.'), (place, letter) => {
        fc.pre(pass[place] !== letter)
        expect(isPass(pass.slice(0, place) + letter + pass.slice(place + 1), how)).toBe(false)
      }),
    )
  })
})
