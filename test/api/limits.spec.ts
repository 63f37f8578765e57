import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { startApi } from '../support/api-process'
import { Client } from '../support/client'
import { useStage } from '../support/stage'
import { makeContest, newHolder } from '../support/story'

/** As behind a proxy that says whom it speaks for. */
const stage = useStage({ TRUST_PROXY: '1' })
const from = (address: string) => ({ 'x-forwarded-for': address })

async function inGroups<T, R>(list: readonly T[], size: number, act: (each: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let at = 0; at < list.length; at += size) done.push(...(await Promise.all(list.slice(at, at + size).map(act))))
  return done
}

describe('EX-6: a school behind one address', () => {
  it('six hundred people sign in and start within two minutes', async () => {
    const organizer = await stage.client('organizer')
    const story = await makeContest(organizer, { itemCount: 2 })
    const passwordHash = await hash('rau-tra-que', { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 })
    const logins = Array.from({ length: 600 }, (_, n) => `hocsinh.${String(n).padStart(3, '0')}`)
    await stage.database.pool.query(
      `INSERT INTO account (id, role, login, password_hash, must_change_password, full_name, name_folded, birth_date, unit_id)
       SELECT gen_random_uuid(), 'contestant', login, $2, false, 'Nguyễn Văn An', 'nguyen van an', '2005-01-01', $3
       FROM unnest($1::text[]) AS login`,
      [logins, passwordHash, stage.units.communes[0]],
    )
    const headers = from('203.0.113.7')
    const began = performance.now()
    const entered = await inGroups(logins, 20, async (login) => {
      const client = new Client(stage.api.url)
      const reply = await client.call('signIn', { body: { login, password: 'rau-tra-que' }, headers })
      const token = /thiso=([^;]+)/.exec(reply.headers.get('set-cookie') ?? '')?.[1]
      if (token) client.cookies.set('thiso', token)
      return { client, status: reply.status }
    })
    expect(entered.filter(({ status }) => status !== 200)).toEqual([])
    const started = await inGroups(entered, 20, ({ client }) =>
      client.call('startAttempt', { params: { roundId: story.roundId }, body: { holder: newHolder() }, headers }),
    )
    expect(started.filter(({ status }) => status !== 200).map(({ text }) => text)).toEqual([])
    expect(performance.now() - began).toBeLessThan(120_000)
  }, 180_000)
})

describe('EX-6: a flood from one address', () => {
  it('of wrong passwords is slowed, and told when to come again, in both languages; others are not', async () => {
    const flood = from('198.51.100.9')
    const attempt = (headers: Record<string, string>) =>
      stage
        .guest()
        .call('signIn', { body: { login: `khong.co.${randomUUID().slice(0, 8)}`, password: 'sai-mat-khau' }, headers })
    const replies = await inGroups(Array.from({ length: 230 }), 20, () => attempt(flood))
    const refused = replies.filter(({ code }) => code === 'REQUEST.TOO_MANY')
    expect(refused.length).toBeGreaterThan(0)
    const last = await attempt(flood)
    expect(last.code).toBe('REQUEST.TOO_MANY')
    const wait = Number(last.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(last.problem?.messages.vi).toContain(`${wait} giây`)
    expect(last.problem?.messages.en).toContain(`${wait} seconds`)
    expect((await attempt(from('198.51.100.10'))).code).toBe('AUTH.WRONG_CREDENTIALS')
  }, 60_000)
})

describe('EX-6: a network that is known', () => {
  it('is one from which many people of one unit took part on several days', async () => {
    const { rows } = await stage.database.pool.query(
      `UPDATE attempt SET network = '192.0.2.0/24', unit_id = $1,
         started_at = started_at - (CASE WHEN ('x' || left(id::text, 1))::bit(4)::int < 8 THEN interval '1 day' ELSE interval '0' END)
       RETURNING id`,
      [stage.units.communes[0]],
    )
    expect(rows.length).toBe(600)
    // Read when a process starts, and every ten minutes.
    const other = await startApi({ DATABASE_URL: stage.database.url, TRUST_PROXY: '1' })
    try {
      const codesFrom = async (address: string) => {
        const signUp = () => new Client(other.url).call('signUp', { body: SIGN_UP, headers: from(address) })
        const replies = await inGroups(Array.from({ length: 70 }), 10, signUp)
        return [...new Set(replies.map(({ code }) => code))]
      }
      expect(await codesFrom('192.0.2.5')).toEqual(['AUTH.CONSENT_OUTDATED'])
      expect(await codesFrom('192.0.3.5')).toEqual(['AUTH.CONSENT_OUTDATED', 'REQUEST.PROOF_NEEDED'])
    } finally {
      await other.stop()
    }
  }, 60_000)
})

const SIGN_UP = {
  login: 'tran.thi.b',
  password: 'rau-tra-que-xanh',
  fullName: 'Trần Thị B',
  birthDate: '2000-01-01',
  unitId: randomUUID(),
  consentVersion: 'none',
  isConsentGiven: true as const,
}

describe('EX-5: a proof of work', () => {
  const address = '203.0.113.99'
  const headers = from(address)
  const signUp = (proof?: string, own = headers) =>
    stage.guest().call('signUp', { body: SIGN_UP, headers: { ...own, ...(proof ? { 'x-thi-so-proof': proof } : {}) } })
  const challengeFor = async (act: 'sign-up' | 'start', own = headers) =>
    (await stage.guest().get('proofChallenge', { body: { act }, headers: own })) as unknown as Challenge
  const packed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  async function solved(challenge: Challenge) {
    const solution = await solveChallenge({ challenge, deriveKey })
    return { challenge, solution }
  }

  it('is asked for only once more come than is usual, and then each sign-up takes one', async () => {
    const usual = await inGroups(Array.from({ length: 60 }), 20, () => signUp())
    expect(new Set(usual.map(({ code }) => code))).toEqual(new Set(['AUTH.CONSENT_OUTDATED']))
    const asked = await signUp()
    expect([asked.status, asked.code]).toEqual([429, 'REQUEST.PROOF_NEEDED'])
    const proof = packed(await solved(await challengeFor('sign-up')))
    // It gets as far as it would have got.
    expect((await signUp(proof)).code).toBe('AUTH.CONSENT_OUTDATED')
    expect((await signUp(proof)).code).toBe('REQUEST.PROOF_NEEDED')
    // Nobody else is asked, and nobody in a private network ever is.
    expect((await signUp(undefined, from('203.0.113.100'))).code).toBe('AUTH.CONSENT_OUTDATED')
    const local = await inGroups(Array.from({ length: 70 }), 20, () => signUp(undefined, from('192.168.1.20')))
    expect(new Set(local.map(({ code }) => code))).toEqual(new Set(['AUTH.CONSENT_OUTDATED']))
  })

  it('counts once also when it comes many times at the same moment', async () => {
    const proof = packed(await solved(await challengeFor('sign-up')))
    const replies = await Promise.all(Array.from({ length: 8 }, () => signUp(proof)))
    expect(replies.filter(({ code }) => code === 'AUTH.CONSENT_OUTDATED')).toHaveLength(1)
  })

  it('is for its act and its network alone, and nothing of it can be changed', async () => {
    const refused = async (proof: unknown) => expect((await signUp(packed(proof))).code).toBe('REQUEST.PROOF_NEEDED')
    await refused(await solved(await challengeFor('start')))
    await refused(await solved(await challengeFor('sign-up', from('198.51.100.1'))))
    const own = await solved(await challengeFor('sign-up'))
    const { parameters, signature } = own.challenge
    const later = (parameters.expiresAt as number) + 1
    await refused({ ...own, challenge: { parameters: { ...parameters, expiresAt: later }, signature } })
    await refused({ ...own, challenge: { parameters: { ...parameters, cost: 1 }, signature } })
    await refused({ ...own, challenge: { parameters: { ...parameters, more: '1' }, signature } })
    await refused({ ...own, challenge: { parameters, signature: '0'.repeat(64) } })
    await refused({ ...own, challenge: { parameters } })
    await refused({ ...own, solution: { ...own.solution, derivedKey: '00'.repeat(32) } })
    await refused('x')
    expect((await signUp(Buffer.from('{').toString('base64url'))).code).toBe('REQUEST.PROOF_NEEDED')
    expect((await signUp('A'.repeat(4_000))).code).toBe('REQUEST.PROOF_NEEDED')
    // Untouched it counts: none of these had used it up.
    expect((await signUp(packed(own))).code).toBe('AUTH.CONSENT_OUTDATED')
  })
})
