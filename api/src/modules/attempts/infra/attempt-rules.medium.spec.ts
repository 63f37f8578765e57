import { randomUUID } from 'node:crypto'
import { DEFAULT_ROUND_RULES, type RoundRules } from '@thiso/contracts/vocab'
import { pino } from 'pino'
import type { Pool } from 'pg'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { addPeople } from '../../../../../test/support/people'
import { addAttempt, addRound } from '../../../../../test/support/rows'
import { createDataSource, createHotPool } from '../../../platform/db/database.js'
import { Metrics } from '../../../platform/metrics/metrics.js'
import { schema } from '../../../schema.js'
import { PAUSE_LIMIT_MS } from '../../contests/index.js'
import { attemptDeadline } from '../domain/attempt-clock.js'
import { attemptIdOf } from '../domain/attempt-id.js'
import { AnswerWriter, type ResponseWrite } from './answer-writer.js'
import { AttemptRepository } from './attempt.repository.js'

const HOLDER = 'holder-of-the-attempt'
const GRACE_MS = 3_000

let database: TestDatabase
let dataSource: DataSource
let pools: Pool[]
/** Two, as in two API processes. */
let processes: [AttemptRepository, AttemptRepository]
let writers: [AnswerWriter, AnswerWriter]
let accountIds: string[]
let next = 0

beforeAll(async () => {
  database = await freshDatabase()
  dataSource = await createDataSource(database.url, schema).initialize()
  pools = Array.from({ length: 2 }, () => createHotPool(database.url, 'starts', 6))
  processes = pools.map((pool) => new AttemptRepository(dataSource, pool)) as typeof processes
  const [metrics, logger] = [new Metrics(), pino({ level: 'silent' })]
  writers = pools.map((pool) => new AnswerWriter(pool, metrics, logger)) as typeof writers
  accountIds = (await addPeople(database.pool, 200)).map(({ accountId }) => accountId)
})
afterAll(async () => {
  for (const pool of pools ?? []) await pool.end()
  await dataSource?.destroy()
  await database?.drop()
})

const rules = (change: Partial<RoundRules>): RoundRules => ({ ...DEFAULT_ROUND_RULES, ...change })
const person = () => accountIds[next++] as string
const answer = (attemptId: string, seq: number, position: number, receivedAtMs = Date.now()): ResponseWrite => ({
  attemptId,
  holder: HOLDER,
  seq,
  position,
  response: position === 0 ? '"120"' : '[0]',
  clientAtMs: null,
  receivedAtMs,
})
const row = async (id: string) =>
  (await database.pool.query(`SELECT * FROM attempt WHERE id = $1`, [id])).rows[0] as Record<string, unknown>
const ms = (value: unknown) => (value as Date).getTime()

describe('AT-11: a limit over the whole contest', () => {
  /** Two rounds of one contest. */
  async function twoRounds(): Promise<{ contestId: string; roundIds: string[] }> {
    const roundIds = [await addRound(database.pool), await addRound(database.pool)]
    const { rows } = await database.pool.query(`SELECT contest_id FROM round WHERE id = $1`, [roundIds[0]])
    const contestId = rows[0].contest_id as string
    await database.pool.query(`UPDATE round SET contest_id = $1, ordinal = 2 WHERE id = $2`, [contestId, roundIds[1]])
    return { contestId, roundIds }
  }

  it('holds when both rounds are started through two processes in the same instant', async () => {
    const { contestId, roundIds } = await twoRounds()
    for (let n = 0; n < 25; n++) {
      const accountId = person()
      const now = Date.now()
      const start = (roundId: string, process: AttemptRepository) =>
        process.insert(
          {
            id: attemptIdOf(roundId, accountId, 1),
            roundId,
            roundRevision: 1,
            accountId,
            attemptNo: 1,
            holder: HOLDER,
            form: [],
            startedAt: new Date(now),
            deadlineAt: new Date(now + 600_000),
            acceptUntil: new Date(now + 603_000),
            maxPoints: 5,
            rulesVersion: 1,
            openPosition: null,
            openUntil: null,
            prediction: null,
            extraPercent: 0,
            tableCode: null,
            network: null,
            drawnAfter: [],
            replacesId: null,
            device: null,
            noticeVersion: null,
            noticeSha256: null,
            poolPart: 0,
          },
          { contestId, startedCount: 0 },
        )
      const outcomes = await Promise.all(roundIds.flatMap((id) => processes.map((process) => start(id, process))))
      expect(outcomes.filter(Boolean)).toHaveLength(1)
      expect(await processes[0].ofPersonInContest(contestId, accountId)).toHaveLength(1)
    }
  })
})

describe('AT-12: one-way papers', () => {
  const oneWay = async (change: Partial<RoundRules> = {}, openUntilMs?: number) => {
    const roundId = await addRound(database.pool, { rules: rules({ movement: 'one-way', ...change }) })
    const accountId = person()
    return addAttempt(database.pool, { roundId, accountId, openPosition: 2, ...(openUntilMs ? { openUntilMs } : {}) })
  }

  it('takes answers to the open place and the prediction alone, and says why not', async () => {
    const id = await oneWay()
    const outcomes = await writers[0].write([answer(id, 1, 1), answer(id, 2, 2), answer(id, 3, 3), answer(id, 4, 0)])
    expect(outcomes).toEqual(['place_closed', 'saved', 'place_closed', 'saved'])
    expect((await processes[0].eventsOf(id)).map(({ position }) => position)).toEqual([2, 0])
  })

  it('takes none after the clock of the place, grace included, and still takes the prediction', async () => {
    const until = Date.now() - 10_000
    const id = await oneWay({ itemClockS: 30 }, until)
    expect(await writers[0].write([answer(id, 1, 2, until + 1), answer(id, 2, 2, until), answer(id, 3, 0)])).toEqual([
      'place_closed',
      'saved',
      'saved',
    ])
  })

  it('never loses an acknowledged answer to a place that is closed in the same instant by the other process', async () => {
    for (let n = 0; n < 30; n++) {
      const id = await oneWay()
      let seen: number[] = []
      const [outcomes] = await Promise.all([
        Promise.all(Array.from({ length: 8 }, (_, seq) => writers[0].write([answer(id, seq + 1, 2)]))),
        processes[1].openPlace(id, async ({ events }) => {
          seen = events.map(({ seq }) => seq)
          return { position: 3, openedAt: new Date(), openUntil: new Date(Date.now() + 60_000) }
        }),
      ])
      const acknowledged = outcomes.flatMap(([outcome], index) => (outcome === 'saved' ? [index + 1] : []))
      expect(seen).toEqual(acknowledged)
      expect((await processes[0].eventsOf(id)).map(({ seq }) => seq)).toEqual(acknowledged)
    }
  })

  it('records openings for good: nobody can change or repeat one', async () => {
    const id = await oneWay()
    const open = (position: number) =>
      processes[0].openPlace(id, async () => ({ position, openedAt: new Date(), openUntil: new Date() }))
    expect(await open(3)).toBe(true)
    await expect(open(3)).rejects.toThrow('place_opening_pk')
    await expect(database.pool.query(`UPDATE place_opening SET opened_at = now()`)).rejects.toThrow('append-only')
    await expect(database.pool.query(`DELETE FROM place_opening`)).rejects.toThrow('append-only')
  })

  it('does not open anything of an attempt that has ended', async () => {
    const id = await oneWay()
    await database.pool.query(
      `UPDATE attempt SET state = 'submitted', submitted_at = now(), submit_kind = 'by_participant', points = 0, receipt_code = 'x' WHERE id = $1`,
      [id],
    )
    expect(await processes[0].openPlace(id, () => Promise.reject(new Error('not asked')))).toBe(false)
  })
})

describe('RD-2, CL-1 and AT-14: deadlines follow what organizers do', () => {
  const running = async (
    change: Partial<RoundRules> = {},
    extra: { extraPercent?: number; creditMs?: number } = {},
  ) => {
    const roundId = await addRound(database.pool, { rules: rules(change), timeLimitS: 600 })
    const isOneWay = change.movement === 'one-way'
    const id = await addAttempt(database.pool, {
      roundId,
      accountId: person(),
      ...(isOneWay ? { openPosition: 1 } : {}),
    })
    await database.pool.query(`UPDATE attempt SET started_at = date_trunc('milliseconds', started_at) WHERE id = $1`, [
      id,
    ])
    await database.pool.query(`UPDATE attempt SET extra_percent = $2, credit_ms = $3 WHERE id = $1`, [
      id,
      extra.extraPercent ?? 0,
      extra.creditMs ?? 0,
    ])
    if (isOneWay)
      await database.pool.query(`INSERT INTO place_opening SELECT id, 1, started_at, 0 FROM attempt WHERE id = $1`, [
        id,
      ])
    return { roundId, id }
  }

  /** As the acts leave the round behind. */
  const pause = (roundId: string) =>
    database.pool.query(
      `UPDATE round SET paused_at = date_trunc('milliseconds', now()), closes_at = closes_at + make_interval(secs => $2) WHERE id = $1`,
      [roundId, PAUSE_LIMIT_MS / 1_000],
    )
  const resume = async (roundId: string, id: string, pauseMs: number) => {
    await database.pool.query(
      `INSERT INTO clock_act (id, round_id, kind, reason, from_at, to_at, scope)
       SELECT $2, id, 'pause', 'Mất điện', paused_at, paused_at + make_interval(secs => $3), '{"kind":"all"}' FROM round WHERE id = $1`,
      [roundId, randomUUID(), pauseMs / 1_000],
    )
    await database.pool.query(
      `UPDATE round SET paused_at = NULL, closes_at = closes_at - make_interval(secs => $2) WHERE id = $1`,
      [roundId, PAUSE_LIMIT_MS / 1_000 - pauseMs / 1_000],
    )
    await database.pool.query(`UPDATE attempt SET credit_ms = credit_ms + $2 WHERE id = $1`, [id, pauseMs])
  }

  it('extra time and credit lengthen them, as the pure rule says', async () => {
    const extra = { extraPercent: 37, creditMs: 12_345 }
    const { roundId, id } = await running({}, extra)
    await processes[0].alignDeadlines(roundId)
    const { started_at, deadline_at, accept_until } = await row(id)
    const { rows } = await database.pool.query(`SELECT closes_at FROM round WHERE id = $1`, [roundId])
    const expected = attemptDeadline(ms(started_at), 600, ms(rows[0].closes_at), extra)
    expect(ms(deadline_at)).toBe(expected)
    expect(ms(accept_until)).toBe(expected + GRACE_MS)
    expect(await processes[1].alignDeadlines(roundId)).toEqual([])
  })

  it('a pause keeps everything open, and the credit for it moves the deadline and the clock of the open place', async () => {
    const { roundId, id } = await running({ movement: 'one-way', itemClockS: 90 })
    await processes[0].alignDeadlines(roundId)
    const before = await row(id)
    expect(ms(before['open_until'])).toBe(ms(before['started_at']) + 90_000 + GRACE_MS)
    await pause(roundId)
    expect(await processes[0].alignDeadlines(roundId)).toEqual([id])
    const late = Date.now() + 86_400_000
    expect(await writers[0].write([answer(id, 1, 1, late)])).toEqual(['saved'])
    const overdue: string[] = []
    await processes[0].close({ overdueAt: new Date(late), limit: 500 }, async ({ attempt }) => {
      overdue.push(attempt.id)
      return null
    })
    expect(overdue.length).toBeGreaterThan(0)
    expect(overdue).not.toContain(id)
    await resume(roundId, id, 90_000)
    expect(await processes[1].alignDeadlines(roundId)).toEqual([id])
    const after = await row(id)
    expect(ms(after['deadline_at']) - ms(before['deadline_at'])).toBe(90_000)
    expect(ms(after['open_until']) - ms(before['open_until'])).toBe(90_000)
  })

  it('CL-1: a pause that nobody ends accepts answers until the round ends by itself, and no longer', async () => {
    const { roundId, id } = await running()
    await pause(roundId)
    await processes[0].alignDeadlines(roundId)
    const { rows } = await database.pool.query(`SELECT closes_at FROM round WHERE id = $1`, [roundId])
    const until = ms(rows[0].closes_at) + GRACE_MS
    expect(ms((await row(id))['accept_until'])).toBe(until)
    expect(await writers[0].write([answer(id, 1, 1, until), answer(id, 2, 1, until + 1)])).toEqual([
      'saved',
      'too_late',
    ])
  })

  it('CL-1: a pause brings nothing back that was over before, neither an attempt nor the clock of a place', async () => {
    const ended = await running()
    await database.pool.query(`UPDATE attempt SET started_at = started_at - interval '11 minutes' WHERE id = $1`, [
      ended.id,
    ])
    await pause(ended.roundId)
    await processes[0].alignDeadlines(ended.roundId)
    const { started_at, accept_until } = await row(ended.id)
    expect(ms(accept_until)).toBe(ms(started_at) + 600_000 + GRACE_MS)
    expect(await writers[0].write([answer(ended.id, 1, 1)])).toEqual(['too_late'])

    const placed = await running({ movement: 'one-way', itemClockS: 30 })
    await pause(placed.roundId)
    await processes[0].alignDeadlines(placed.roundId)
    expect(await writers[0].write([answer(placed.id, 1, 1)])).toEqual(['place_closed'])
    expect(await writers[0].write([answer(placed.id, 2, 0)])).toEqual(['saved'])
  })

  it('AT-14: the clock of a place gets of a credit only what lies behind its opening, every instant once', async () => {
    const { roundId, id } = await running({ movement: 'one-way', itemClockS: 30 })
    const openedAt = new Date(Date.now() - 20_000)
    await processes[0].openPlace(id, async () => ({ position: 2, openedAt, openUntil: new Date(0) }))
    const credit = async (fromS: number, toS: number, addedMs: number) => {
      const actId = randomUUID()
      const span = [fromS, toS].map((seconds) => new Date(openedAt.getTime() + seconds * 1_000))
      await database.pool.query(
        `INSERT INTO clock_act (id, round_id, kind, reason, from_at, to_at, scope) VALUES ($1, $2, 'credit', 'Mất mạng', $3, $4, '{"kind":"all"}')`,
        [actId, roundId, ...span],
      )
      await database.pool.query(
        `INSERT INTO clock_credit (act_id, attempt_id, round_id, account_id, effect, from_at, to_at, credit_ms)
         SELECT $1, id, round_id, account_id, 'running', $3, $4, $5 FROM attempt WHERE id = $2`,
        [actId, id, ...span, addedMs],
      )
      await database.pool.query(`UPDATE attempt SET credit_ms = credit_ms + $2 WHERE id = $1`, [id, addedMs])
      await processes[0].alignDeadlines(roundId)
      return ms((await row(id))['open_until']) - openedAt.getTime() - GRACE_MS
    }
    expect(await credit(-30, -10, 20_000)).toBe(30_000)
    expect(await credit(-5, 3, 8_000)).toBe(33_000)
    expect(await credit(1, 6, 3_000)).toBe(36_000)
  })

  it('a credit given before a place was opened does not lengthen its clock', async () => {
    const { roundId, id } = await running({ movement: 'one-way', itemClockS: 30 }, { creditMs: 50_000 })
    const openedAt = new Date(Date.now() - 1_000)
    await processes[0].openPlace(id, async () => ({ position: 2, openedAt, openUntil: new Date(0) }))
    await processes[0].alignDeadlines(roundId)
    expect(ms((await row(id))['open_until'])).toBe(openedAt.getTime() + 30_000 + GRACE_MS)
  })
})
