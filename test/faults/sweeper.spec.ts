import { setTimeout as sleep } from 'node:timers/promises'
import { type ApiProcess, startApi } from '../support/api-process'
import { Client } from '../support/client'
import { freshDatabase, redisUrl, type TestDatabase } from '../support/databases'
import { addPeople, addUnits, signedIn } from '../support/people'
import { makeContest, type Story } from '../support/story'
import { boardByDatabase, plainRows } from './support/board-watcher'
import { checkHistories, Contestant } from './support/history'
import { inParts } from './support/in-parts'
import { note, until } from './support/until'

/** More than the job takes at a time, so that it has to come again at once. */
const OVERDUE_COUNT = 540
const TIME_LIMIT_S = 600
const GRACE_MS = 3_000
/** What the job waits after the grace, and how often it looks. */
const MARGIN_MS = 2_000
const TICK_MS = 2_000

let database: TestDatabase
let apis: ApiProcess[] = []
let story: Story
let unitIds: string[]

beforeAll(async () => {
  database = await freshDatabase()
  // Every ending of an attempt leaves a line here, also one that changes nothing any more.
  await database.pool.query(`
    CREATE TABLE ending (attempt_id uuid, state_before text);
    CREATE FUNCTION note_ending() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
      $$ BEGIN INSERT INTO ending VALUES (NEW.id, OLD.state); RETURN NULL; END $$;
    CREATE TRIGGER ending AFTER UPDATE ON attempt FOR EACH ROW WHEN (NEW.state = 'submitted') EXECUTE FUNCTION note_ending()`)
  apis = [await start()]
  unitIds = (await addUnits(database.pool)).communes
  const staff = await signedIn(url(0), database.pool, 'organizer')
  story = await makeContest(staff, { itemCount: 6, timeLimitS: TIME_LIMIT_S })
})

afterAll(async () => {
  await Promise.all(apis.map((api) => api.stop()))
  await database?.drop()
})

const url = (index: number) => apis[index % apis.length]?.url as string
const start = () => {
  const redis = redisUrl()
  return startApi({ DATABASE_URL: database.url, ...(redis ? { REDIS_URL: redis } : {}) })
}

/** Attempts with a few saved answers, spread over the processes there are. */
async function begin(count: number, name: string): Promise<Contestant[]> {
  const people = await addPeople(database.pool, count, { unitIds, name: (n) => `${name} ${n}` })
  return inParts(people, 40, async (person, index) => {
    const contestant = await Contestant.start(url(index), person, story, `${name} ${index}`)
    const reply = await contestant.save([contestant.choose(), contestant.choose(), contestant.choose()])
    expect(reply.status).toBe(200)
    return contestant
  })
}

/** Moves attempts in time, as if they had begun so that they end at that moment. */
async function endAt(contestants: readonly Contestant[], deadlineMs: number): Promise<void> {
  await database.pool.query(
    `UPDATE attempt SET started_at = to_timestamp($2 / 1000.0) - make_interval(secs => $3),
       deadline_at = to_timestamp($2 / 1000.0), accept_until = to_timestamp($2 / 1000.0) + make_interval(secs => $4)
     WHERE id = ANY($1::uuid[])`,
    [contestants.map(({ attemptId }) => attemptId), deadlineMs, TIME_LIMIT_S, GRACE_MS / 1000],
  )
}

async function endingsOf(contestants: readonly Contestant[]) {
  const { rows } = await database.pool.query<{ attemptId: string; count: number; before: string[] }>(
    `SELECT attempt_id AS "attemptId", count(*)::int AS count, array_agg(state_before) AS before FROM ending
     WHERE attempt_id = ANY($1::uuid[]) GROUP BY 1`,
    [contestants.map(({ attemptId }) => attemptId)],
  )
  return rows
}

async function closedByJob(api: ApiProcess): Promise<number> {
  const text = await (await fetch(`${api.url}/api/metrics`)).text()
  return Number(/^thiso_submitted_attempts_total\{kind="at_deadline"\} (\d+)/m.exec(text)?.[1] ?? 0)
}

it('closes what ran out while every process was down, once each, though two processes sweep at the same moment', async () => {
  const contestants = await begin(OVERDUE_COUNT, 'Quá Giờ')
  const bystanders = await begin(3, 'Còn Giờ')
  await apis[0]?.kill()
  await endAt(contestants, Date.now() - 20 * 60_000)

  // Both are held up at their first look, and then let go together.
  const holder = await database.pool.connect()
  try {
    await holder.query('BEGIN; LOCK TABLE attempt IN EXCLUSIVE MODE')
    apis = await Promise.all([start(), start()])
    await until('both processes want to look', async () => {
      const { rows } = await database.pool.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ~* '\\mattempt\\M'`,
      )
      return rows[0]?.count === 2
    })
    await holder.query('COMMIT')
  } finally {
    holder.release(true)
  }
  const releasedAt = performance.now()
  await until('all are closed', async () => {
    const { submittedCount } = await checkHistories(database.pool, contestants)
    return submittedCount === OVERDUE_COUNT
  })
  note(`sweeper: ${OVERDUE_COUNT} overdue attempts closed within ${(performance.now() - releasedAt).toFixed(0)} ms`)

  expect((await checkHistories(database.pool, contestants)).faults).toEqual([])
  const endings = await endingsOf(contestants)
  expect(endings).toHaveLength(OVERDUE_COUNT)
  expect(endings.filter(({ count, before }) => count !== 1 || before[0] !== 'in_progress')).toEqual([])
  const { rows } = await database.pool.query(
    `SELECT DISTINCT submit_kind, submitted_at = deadline_at AS is_at_deadline, time_used_s, closed_seq IS NOT NULL AS is_numbered
     FROM attempt WHERE id = ANY($1::uuid[])`,
    [contestants.map(({ attemptId }) => attemptId)],
  )
  expect(rows).toEqual([
    { submit_kind: 'at_deadline', is_at_deadline: true, time_used_s: TIME_LIMIT_S, is_numbered: true },
  ])
  const shares = await Promise.all(apis.map(closedByJob))
  expect(shares.reduce((sum, share) => sum + share, 0)).toBe(OVERDUE_COUNT)

  // Whose time is not over goes on, and the boards know the others.
  expect(await endingsOf(bystanders)).toEqual([])
  for (const [index, contestant] of bystanders.entries())
    expect((await contestant.save([contestant.choose()], new Client(url(index), contestant.person.token))).status).toBe(
      200,
    )
  const expected = await boardByDatabase(database.pool, story.roundId)
  expect(expected).toHaveLength(50)
  for (const index of redisUrl() ? [0, 1] : [0])
    await until(`the board of process ${index}`, async () => {
      const board = await new Client(url(index)).get('board', { params: { roundId: story.roundId } })
      expect(plainRows(board)).toEqual(expected)
      return board.participantCount === OVERDUE_COUNT
    })
})

it('ends an attempt once, with one receipt, when the submission meets the deadline, the end of the grace or the job', async () => {
  const [atDeadline, atGraceEnd, atSweep] = [
    await begin(24, 'Đúng Giờ'),
    await begin(24, 'Hết Nán'),
    await begin(40, 'Gặp Máy Quét'),
  ] as const
  const all = [...atDeadline, ...atGraceEnd, ...atSweep]
  const deadlineMs = Date.now() + 2_500
  await endAt(all, deadlineMs)

  const receipts = new Map<Contestant, string[]>()
  const handIn = async (contestant: Contestant, atMs: number, index: number) => {
    await sleep(Math.max(0, atMs - Date.now()))
    // A last answer, the submission, and both again on the other process, all at the same time.
    const [, ...replies] = await Promise.all([
      contestant.save([contestant.choose()], new Client(url(index), contestant.person.token)),
      ...[index, index + 1].map((each) => contestant.submit(new Client(url(each), contestant.person.token))),
    ])
    replies.push(await contestant.submit(new Client(url(index), contestant.person.token)))
    receipts.set(
      contestant,
      replies.map((reply) => JSON.stringify(reply.body)),
    )
  }
  /** Evenly over [from, to] ms after the deadline. */
  const spread = (contestants: readonly Contestant[], from: number, to: number) =>
    contestants.map((contestant, index) =>
      handIn(contestant, deadlineMs + from + ((to - from) * index) / (contestants.length - 1), index),
    )
  const sweepFrom = GRACE_MS + MARGIN_MS
  await Promise.all([
    ...spread(atDeadline, -50, 50),
    ...spread(atGraceEnd, GRACE_MS - 50, GRACE_MS + 50),
    ...spread(atSweep, sweepFrom - 50, sweepFrom + TICK_MS + 50),
  ])

  expect([...receipts].filter(([, texts]) => new Set(texts).size !== 1)).toEqual([])
  const endings = await endingsOf(all)
  expect(endings).toHaveLength(all.length)
  expect(endings.filter(({ count, before }) => count !== 1 || before[0] !== 'in_progress')).toEqual([])
  const { faults, submittedCount } = await checkHistories(database.pool, all)
  expect({ faults, submittedCount }).toEqual({ faults: [], submittedCount: all.length })
  const { rows } = await database.pool.query<{ id: string; submitKind: string; early: boolean; exact: boolean }>(
    `SELECT id, submit_kind AS "submitKind", submitted_at < deadline_at AS early, submitted_at = deadline_at AS exact
     FROM attempt WHERE id = ANY($1::uuid[])`,
    [all.map(({ attemptId }) => attemptId)],
  )
  // Nobody is later than the bell, and the kind says which it was.
  expect(
    rows.filter(({ submitKind, early, exact }) =>
      submitKind === 'by_participant' ? !early : submitKind !== 'at_deadline' || !exact,
    ),
  ).toEqual([])
  const late = await database.pool.query(
    `SELECT 1 FROM response_event e JOIN attempt a ON a.id = e.attempt_id
     WHERE a.id = ANY($1::uuid[]) AND e.received_at > a.accept_until`,
    [all.map(({ attemptId }) => attemptId)],
  )
  expect(late.rowCount).toBe(0)
  const early = rows.filter(({ submitKind }) => submitKind === 'by_participant').length
  note(`sweeper: of ${all.length} submissions at the bell and after it ${early} came before it`)
})
