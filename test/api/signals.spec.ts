import { type ApiProcess, startApi } from '../support/api-process'
import type { Client } from '../support/client'
import { signedIn } from '../support/people'
import { addRingRound, type RingRound } from '../support/ring-round'
import { addRound } from '../support/rows'
import { eventually, useStage } from '../support/stage'

const stage = useStage()
let organizer: Client
let planted: RingRound

beforeAll(async () => {
  organizer = await stage.client('organizer')
  planted = await addRingRound(stage.database.pool, { people: 160, unitIds: stage.units.communes })
})

const params = () => ({ params: { roundId: planted.roundId } })
const done = () =>
  eventually(
    'the search to be done',
    async () => {
      const found = await organizer.get('signals', params())
      if (found.runs[0]?.state === 'failed') throw new Error(stage.api.log())
      return found.runs[0]?.state === 'done' && found
    },
    60_000,
  )

async function auditOf(acts: readonly string[]) {
  const { rows } = await stage.database.pool.query<{ act: string; subject: string }>(
    `SELECT act, subject FROM audit_entry WHERE act = ANY($1) ORDER BY id`,
    [acts],
  )
  return rows
}

describe('DT-24: a search for signals', () => {
  it('finds a planted ring and nobody else, tells how, and can be worked out again', async () => {
    expect((await organizer.get('signals', params())).runs).toEqual([])
    await organizer.get('startSignalRun', params())
    const found = await done()
    expect(found.runs[0]).toMatchObject({ attemptCount: 160, codeVersion: expect.any(String) })
    const answers = found.signals.filter(({ family }) => family === 'answers')
    expect(answers.map(({ attemptIds }) => [...attemptIds].sort())).toEqual([[...planted.ringAttemptIds].sort()])
    const [signal] = answers
    expect(signal?.adjustedP).toBeLessThan(0.01)
    expect(signal?.falseAlarmRate).toBeGreaterThan(0)
    expect(found.groups[0]?.attemptIds.toSorted()).toEqual([...planted.ringAttemptIds].sort())
    // No name leaves with the list.
    for (const name of planted.ringNames) expect(JSON.stringify(found)).not.toContain(name)

    await organizer.get('startSignalRun', params())
    const again = await done()
    expect(again.runs).toHaveLength(2)
    expect(again.runs[0]?.evidenceHash).toBe(again.runs[1]?.evidenceHash)
    expect(again.runs[0]?.thresholds).toEqual(again.runs[1]?.thresholds)
    const plain = ({ kind, p, facts }: (typeof found.signals)[number]) => ({ kind, p, facts })
    expect(again.signals.map(plain)).toEqual(found.signals.map(plain))
  })

  it('is refused while an answer of anybody may still count', async () => {
    const roundId = await addRound(stage.database.pool)
    expect(await organizer.refusal('startSignalRun', { params: { roundId } })).toBe('SIGNALS.NOT_YET')
    expect(await organizer.get('signals', { params: { roundId } })).toMatchObject({ blocked: 'not-yet', signals: [] })
  })

  it('DT-25: survives a power cut: the dead run is ended, nothing of it is kept, and another one does the work', async () => {
    const { pool, url } = stage.database
    const doomed = await startApi({ DATABASE_URL: url })
    const there = await signedIn(doomed.url, pool, 'organizer')
    const before = (await organizer.get('signals', params())).signals.length
    // What the search wants to read is held until the power is gone.
    const lock = await pool.connect()
    try {
      await lock.query('BEGIN')
      await lock.query('LOCK TABLE place_opening IN ACCESS EXCLUSIVE MODE')
      await there.get('startSignalRun', params())
      await eventually('the search to give a sign of life', async () => {
        const { rows } = await pool.query(
          `SELECT 1 FROM detection_run WHERE state = 'running' AND alive_at > started_at`,
        )
        return rows.length > 0
      })
      expect(await organizer.refusal('startSignalRun', params())).toBe('SIGNALS.RUNNING')
      await doomed.kill()
    } finally {
      await lock.query('ROLLBACK')
      lock.release()
    }
    await eventually(
      'the dead run to be ended',
      async () => (await organizer.get('signals', params())).runs[0]?.state === 'stopped',
      40_000,
    )
    expect((await organizer.get('signals', params())).signals).toHaveLength(before)
    await organizer.get('startSignalRun', params())
    expect((await done()).signals).toHaveLength(before)
  })
})

describe('DT-26: who sees signals', () => {
  it('nobody but organizers and administrators, and each look is written down', async () => {
    const [signal] = (await organizer.get('signals', params())).signals
    const signalId = signal?.id as string
    for (const role of ['teacher', 'contestant'] as const) {
      const client = await stage.client(role)
      for (const status of [
        (await client.call('signals', params())).status,
        (await client.call('startSignalRun', params())).status,
        (await client.call('signal', { params: { signalId } })).status,
      ])
        expect(status).toBe(403)
    }
    const before = await auditOf(['signals.viewed', 'signal.viewed'])
    const opened = await organizer.get('signal', { params: { signalId } })
    expect(opened.people.map(({ attemptId }) => attemptId).toSorted()).toEqual([...planted.ringAttemptIds].sort())
    expect(opened.people.map(({ fullName }) => fullName).toSorted()).toEqual([...planted.ringNames].sort())
    await organizer.get('signals', params())
    expect((await auditOf(['signals.viewed', 'signal.viewed'])).slice(before.length)).toEqual([
      { act: 'signal.viewed', subject: `signal:${signalId}` },
      { act: 'signals.viewed', subject: `round:${planted.roundId}` },
    ])
  })

  it('a contestant’s own data say nothing of them', async () => {
    const client = await stage.client('contestant')
    await stage.database.pool.query(`UPDATE session SET account_id = $1 WHERE account_id = $2`, [
      planted.accountIds[0],
      client.person.accountId,
    ])
    for (const route of ['myData', 'myAttempts', 'home', 'myNotices'] as const) {
      const { status, body } = await client.call(route, {})
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toMatch(/signal|same-answers|detection/)
    }
  })
})

describe('DT-29: the day of deletion', () => {
  it('comes so many days after the results; then signals go, the ledger says how many, and none are looked for again', async () => {
    const { pool, url } = stage.database
    const { deletesOn, keepDays } = await organizer.get('signals', params())
    expect(keepDays).toBe(180)
    expect(deletesOn).not.toBeNull()
    await pool.query(`UPDATE round SET results_published_at = now() - interval '181 days' WHERE id = $1`, [
      planted.roundId,
    ])
    let later: ApiProcess | undefined
    try {
      // Each process sweeps as it starts.
      later = await startApi({ DATABASE_URL: url })
      const there = await signedIn(later.url, pool, 'organizer')
      const gone = await eventually('the signals to go', async () => {
        const found = await there.get('signals', params())
        return found.deletions.length > 0 && found
      })
      expect(gone).toMatchObject({ blocked: 'past-day', signals: [], runs: [] })
      expect(gone.deletions[0]?.counts).toMatchObject({ 'same-answers': expect.any(Number) })
      expect(await there.refusal('startSignalRun', params())).toBe('SIGNALS.PAST_DAY')
      const { rows } = await pool.query(`SELECT count(*)::int AS left FROM signal_subject`)
      expect(rows[0]).toEqual({ left: 0 })
      expect(await auditOf(['signals.deleted'])).toEqual([
        { act: 'signals.deleted', subject: `round:${planted.roundId}` },
      ])
    } finally {
      await later?.stop()
    }
  })
})
