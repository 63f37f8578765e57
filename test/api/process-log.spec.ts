import { PAPER_NOTICE_VERSION } from '@thiso/contracts/vocab'
import type { Client } from '../support/client'
import { PASSWORD, type Person } from '../support/people'
import { eventually, useStage } from '../support/stage'
import { makeContest, newHolder, type Story } from '../support/story'

const stage = useStage({ TRUST_PROXY: '1' })
type Someone = Client & { person: Person }

let story: Story
let hoa: Someone
let nam: Someone

beforeAll(async () => {
  story = await makeContest(await stage.client('organizer'), { itemCount: 4 })
  hoa = await stage.client('contestant', 'Nguyễn Thị Hoa')
  nam = await stage.client('contestant', 'Trần Văn Nam')
})

const HERE = { 'x-forwarded-for': '203.0.113.7' }

async function start(client: Client, notice?: string) {
  const holder = newHolder()
  const paper = await client.get('startAttempt', {
    params: { roundId: story.roundId },
    body: { holder, ...(notice ? { notice } : {}) },
    headers: HERE,
  })
  return { holder, attemptId: paper.attempt.attemptId }
}

const left = (id: string, atMs: number, more = {}) => ({ id, kind: 'left' as const, atMs, ...more })

describe('PE-1: nothing is noted that was not said before', () => {
  it('an attempt without the notice of today keeps no events, and the page is told to stop', async () => {
    for (const notice of [undefined, 'an older one']) {
      const client = await stage.client()
      const { attemptId } = await start(client, notice)
      const body = { sentAtMs: Date.now(), events: [left('aaaaaaaa', Date.now())] }
      expect(await client.get('recordProcess', { params: { attemptId }, body })).toEqual({
        taken: ['aaaaaaaa'],
        isClosed: true,
      })
      const log = await client.get('ownLog', { params: { attemptId } })
      expect([log.notice, log.events, log.deleteAfter]).toEqual([null, [], null])
    }
  })
})

describe('PE-2, PE-3, PE-6: what is noted, and the own look at it', () => {
  let attemptId: string
  let holder: string

  it('events come back by the server’s clock, once each, with what belongs to them and no more', async () => {
    const begun = await start(hoa, PAPER_NOTICE_VERSION)
    attemptId = begun.attemptId
    holder = begun.holder
    // A clock that is three hours fast: only the distance between both of its times counts.
    const sentAtMs = Date.now() + 3 * 3_600_000
    const events = [
      left('event-01', sentAtMs - 900, { position: 2 }),
      { id: 'event-02', kind: 'returned' as const, atMs: sentAtMs - 100, durationMs: 800, position: 2 },
      { id: 'event-03', kind: 'pasted' as const, atMs: sentAtMs, length: 12, position: 2 },
    ]
    const sent = { params: { attemptId }, body: { sentAtMs, events } }
    for (const _ of [1, 2])
      expect(await hoa.get('recordProcess', sent)).toEqual({
        taken: ['event-01', 'event-02', 'event-03'],
        isClosed: false,
      })
    const log = await hoa.get('ownLog', { params: { attemptId } })
    expect(log.notice).toEqual({ version: PAPER_NOTICE_VERSION, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(log.events.map(({ kind }) => kind).sort()).toEqual(['clock-offset', 'left', 'pasted', 'returned'])
    expect(log.events.find(({ kind }) => kind === 'clock-offset')?.offsetMs).toBe(3 * 3_600_000)
    expect(log.events.find(({ kind }) => kind === 'returned')).toMatchObject({
      durationMs: 800,
      position: 2,
      lateMs: null,
    })
    expect(log.events.find(({ kind }) => kind === 'pasted')).toMatchObject({ length: 12 })
    for (const { at } of log.events) expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000)
    expect(Date.parse(log.deleteAfter as string)).toBeGreaterThan(Date.now() + 179 * 86_400_000)
  })

  it('a further network and a further device are noted once, from requests of the attempt', async () => {
    const elsewhere = { 'x-forwarded-for': '198.51.100.9' }
    await stage.database.pool.query(`UPDATE attempt SET device = 'of-the-start' WHERE id = $1`, [attemptId])
    await stage.database.pool.query(`UPDATE session SET device = 'another-one' WHERE account_id = $1`, [
      hoa.person.accountId,
    ])
    // What a session says is believed for half a minute; a new one is asked about at once.
    const again = await stage.client()
    await stage.database.pool.query(
      `UPDATE session SET account_id = $1, device = 'another-one' WHERE account_id = $2`,
      [hoa.person.accountId, again.person.accountId],
    )
    for (const headers of [HERE, elsewhere, elsewhere])
      await again.get('attemptStatus', { params: { attemptId }, query: { holder }, headers })
    const log = await eventually('both are noted', async () => {
      const found = await hoa.get('ownLog', { params: { attemptId } })
      return found.events.some(({ kind }) => kind === 'device-changed') &&
        found.events.some(({ kind }) => kind === 'network-changed')
        ? found
        : null
    })
    expect(log.events.filter(({ kind }) => kind === 'device-changed')).toHaveLength(1)
    expect(log.events.filter(({ kind }) => kind === 'network-changed').map(({ network }) => network)).toEqual([
      '198.51.100.0/24',
    ])
    // The mark of a device is nobody's business.
    expect(JSON.stringify(log)).not.toContain('another-one')
  })

  it('of nobody else', async () => {
    const body = { sentAtMs: Date.now(), events: [] }
    expect(await nam.refusal('recordProcess', { params: { attemptId }, body })).toBe('ATTEMPT.NOT_FOUND')
    expect(await nam.refusal('ownLog', { params: { attemptId } })).toBe('ATTEMPT.NOT_FOUND')
  })

  it('PE-4: what a page noted before the end is taken after it, at the latest moment of the attempt', async () => {
    await hoa.get('submitAttempt', { params: { attemptId }, body: { holder } })
    const sentAtMs = Date.now() + 60 * 1_000
    const events = [{ id: 'event-09', kind: 'copied' as const, atMs: sentAtMs, length: 4 }]
    await hoa.get('recordProcess', { params: { attemptId }, body: { sentAtMs, events } })
    const log = await hoa.get('ownLog', { params: { attemptId } })
    const copied = log.events.find(({ kind }) => kind === 'copied')
    expect(copied?.at).toBe(log.submittedAt)
  })

  it('ID-8: the same stands in what a person takes along', async () => {
    const { attempts } = await hoa.get('myData')
    const own = attempts.find((attempt) => attempt.attemptId === attemptId)
    expect(own?.events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['left', 'returned', 'network-changed']))
    expect(own?.notice?.version).toBe(PAPER_NOTICE_VERSION)
  })
})

describe('ID-9: devices', () => {
  it('a sign-in on a device that the account has not used is told under the bell; on a known one it is not', async () => {
    const { login } = (await stage.client()).person
    const [first, second] = [stage.guest(), stage.guest()]
    const signIn = (client: Client) => client.get('signIn', { body: { login, password: PASSWORD } })
    const told = async () =>
      (await first.get('myNotices')).rows.filter(({ kind }) => kind === 'new-device').map(({ link }) => link)
    await signIn(first)
    expect(await told()).toEqual([])
    await signIn(second)
    expect(await told()).toEqual(['/toi'])
    await signIn(first)
    await signIn(second)
    expect(await told()).toEqual(['/toi'])
    // The mark is a random number of this site and hidden from scripts; only its hash is stored.
    const mark = second.cookies.get('thiso-device') as string
    expect(mark).toMatch(/^[A-Za-z0-9_-]{22}$/)
    const { rows } = await stage.database.pool.query(`SELECT device FROM account_device WHERE device = $1`, [mark])
    expect(rows).toEqual([])
  })
})
