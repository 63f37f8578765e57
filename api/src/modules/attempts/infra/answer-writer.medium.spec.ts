import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { AnswerWriter, type ResponseWrite } from './answer-writer.js'
import { type AnswerStage, answerStage } from './answer-stage.sample.js'
import type { StoredEvent } from './locked-attempts.js'

const HOLDER = 'holder-of-the-attempt'

let stage: AnswerStage
let database: AnswerStage['database']
let attempts: AnswerStage['attempts']
let writers: AnswerStage['writers']

beforeAll(async () => {
  stage = await answerStage(1_500)
  ;({ database, attempts, writers } = stage)
})
afterAll(() => stage?.end())

const newAttempt = (acceptUntilMs?: number) => stage.newAttempt(acceptUntilMs === undefined ? {} : { acceptUntilMs })

const answer = (attemptId: string, seq: number, change: Partial<ResponseWrite> = {}): ResponseWrite => ({
  attemptId,
  holder: HOLDER,
  seq,
  position: ((seq - 1) % 5) + 1,
  response: `[${seq % 4}]`,
  clientAtMs: 1_795_000_000_000 + seq,
  receivedAtMs: Date.now(),
  ...change,
})

const stored = async (attemptId: string) =>
  (
    await database.pool.query<{ seq: number; position: number; response: number[] | null }>(
      `SELECT seq, position, response FROM response_event WHERE attempt_id = $1 ORDER BY seq`,
      [attemptId],
    )
  ).rows

const NOTHING = {
  points: 0,
  maxPoints: 5,
  rightCount: 0,
  answeredCount: 0,
  bonus: 0,
  penalty: 0,
  prediction: null,
  isRanked: true,
  timeUsedS: 0,
  usableExtra: null,
  receiptCode: 'x',
}

/** Closes as the application does, with the events under the lock as its only source. */
const close = (attemptId: string, see: (events: StoredEvent[]) => void = () => undefined) =>
  attempts.close({ id: attemptId }, async ({ attempt, events }) => {
    see(events)
    return {
      id: attempt.id,
      submittedAt: new Date(),
      submitKind: 'by_participant',
      ...NOTHING,
    }
  })

describe('AT-4 and AT-6: answers', () => {
  it('are stored as they came, blank ones too', async () => {
    const id = await newAttempt()
    const writes = [answer(id, 1), answer(id, 2, { response: null, clientAtMs: null }), answer(id, 3, { position: 1 })]
    expect(await writers[0].write(writes)).toEqual(['saved', 'saved', 'saved'])
    expect(await stored(id)).toEqual([
      { seq: 1, position: 1, response: [1] },
      { seq: 2, position: 2, response: null },
      { seq: 3, position: 1, response: [3] },
    ])
  })

  it('sent again are saved and stored once', async () => {
    const id = await newAttempt()
    const writes = [answer(id, 1), answer(id, 2, { response: null })]
    for (let n = 0; n < 3; n++) expect(await writers[n % 2]?.write(writes)).toEqual(['saved', 'saved'])
    expect(await stored(id)).toHaveLength(2)
  })

  it('sent twenty times at once through two processes are saved twenty times and stored once', async () => {
    const id = await newAttempt()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (writers[n % 2] as AnswerWriter).write([answer(id, 1), answer(id, 2)])),
    )
    expect(new Set(outcomes.flat())).toEqual(new Set(['saved']))
    expect(await stored(id)).toHaveLength(2)
  })

  it('under a number that holds something else are refused, and what is stored stays', async () => {
    const id = await newAttempt()
    await writers[0].write([answer(id, 1, { response: '[0]' }), answer(id, 2, { response: null })])
    for (const other of [
      answer(id, 1, { response: '[1]' }),
      answer(id, 1, { response: null }),
      answer(id, 1, { response: '[0]', position: 2 }),
      answer(id, 2, { response: '[0]' }),
    ])
      expect(await writers[0].write([other])).toEqual(['sequence_reused'])
    expect(await stored(id)).toEqual([
      { seq: 1, position: 1, response: [0] },
      { seq: 2, position: 2, response: null },
    ])
  })

  it('in any order end as the same rows', async () => {
    const id = await newAttempt()
    for (const seq of [5, 1, 4, 2, 3]) await writers[0].write([answer(id, seq)])
    expect((await stored(id)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  })

  it('of a group are judged one by one', async () => {
    const [id, other, closed] = [await newAttempt(), await newAttempt(), await newAttempt()]
    await close(closed)
    const outcomes = await writers[0].write([
      answer(id, 1),
      answer(other, 1, { holder: 'another-tab-of-this-browser' }),
      answer(closed, 1),
      answer(randomUUID(), 1),
      answer(id, 1, { response: '[3]', position: 4 }),
      answer(id, 2),
    ])
    expect(outcomes).toEqual(['saved', 'held_elsewhere', 'submitted', 'unknown_attempt', 'sequence_reused', 'saved'])
    expect(await stored(id)).toHaveLength(2)
    for (const refused of [other, closed]) expect(await stored(refused)).toEqual([])
  })

  it('by the thousand, from two processes, come through whole', async () => {
    const ids = await Promise.all(Array.from({ length: 60 }, () => newAttempt()))
    const outcomes = await Promise.all(
      ids.flatMap((id, n) =>
        Array.from({ length: 50 }, (_, seq) => (writers[(n + seq) % 2] as AnswerWriter).write([answer(id, seq + 1)])),
      ),
    )
    expect(new Set(outcomes.flat())).toEqual(new Set(['saved']))
    const { rows } = await database.pool.query(
      `SELECT count(*)::int AS count FROM response_event WHERE attempt_id = ANY($1::uuid[])`,
      [ids],
    )
    expect(rows).toEqual([{ count: 3_000 }])
  })
})

describe('AT-3: the end of the time', () => {
  it('is kept to the millisecond', async () => {
    const base = Date.now() + 60_000
    for (const odd of [0, 1, 86, 333, 499, 501, 999]) {
      const until = base + odd
      const id = await newAttempt(until)
      expect(await writers[0].write([answer(id, 1, { receivedAtMs: until })])).toEqual(['saved'])
      expect(await writers[0].write([answer(id, 2, { receivedAtMs: until + 1 })])).toEqual(['too_late'])
      expect(await writers[0].write([answer(id, 1, { receivedAtMs: until + 5_000 })])).toEqual(['saved'])
      expect(await stored(id)).toHaveLength(1)
    }
  })

  it('counts when the answer arrived, not when it reached the disk', async () => {
    const until = Date.now() - 500
    const id = await newAttempt(until)
    expect(await writers[0].write([answer(id, 1, { receivedAtMs: until - 1 })])).toEqual(['saved'])
  })
})

describe('AT-5: the holder', () => {
  it('alone may write, also after the attempt was handed over', async () => {
    const id = await newAttempt()
    await writers[0].write([answer(id, 1)])
    await attempts.setHolder(id, 'the-other-tab-has-it-now')
    expect(await writers[0].write([answer(id, 2)])).toEqual(['held_elsewhere'])
    expect(await writers[1].write([answer(id, 3, { holder: 'the-other-tab-has-it-now' })])).toEqual(['saved'])
    // What the first tab had saved already stays saved when it asks again.
    expect(await writers[0].write([answer(id, 1)])).toEqual(['saved'])
    expect((await stored(id)).map(({ seq }) => seq)).toEqual([1, 3])
  })

  it('cannot be changed after the submission', async () => {
    const id = await newAttempt()
    await close(id)
    expect(await attempts.setHolder(id, 'the-other-tab-has-it-now')).toBe(false)
  })
})

describe('a submission while answers are still coming', () => {
  it('sees every answer that was acknowledged, and none comes after it', async () => {
    const ids = await Promise.all(Array.from({ length: 80 }, () => newAttempt()))
    const acknowledged = new Map<string, Set<number>>(ids.map((id) => [id, new Set()]))
    const seen = new Map<string, number[]>()
    await Promise.all(
      ids.map(async (id, n) => {
        const writing = (async () => {
          for (let seq = 1; seq <= 15; seq++) {
            const [outcome] = await (writers[seq % 2] as AnswerWriter).write([answer(id, seq)])
            if (outcome === 'saved') acknowledged.get(id)?.add(seq)
            else expect(outcome).toBe('submitted')
          }
        })()
        const submitting = (async () => {
          await sleep((n * 37) % 60)
          await close(id, (events) =>
            seen.set(
              id,
              events.map(({ seq }) => seq),
            ),
          )
        })()
        await Promise.all([writing, submitting])
      }),
    )
    for (const id of ids) {
      expect(seen.get(id)).toEqual([...(acknowledged.get(id) ?? [])])
      expect((await stored(id)).map(({ seq }) => seq)).toEqual(seen.get(id))
    }
    // Otherwise nothing was raced.
    expect([...seen.values()].some((seqs) => seqs.length > 0 && seqs.length < 15)).toBe(true)
  })

  it('counts once, whoever else submits at the same moment', async () => {
    const id = await newAttempt()
    const closed = await Promise.all(Array.from({ length: 10 }, () => close(id)))
    expect(closed.flat()).toHaveLength(1)
  })
})

describe('AT-7: overdue attempts', () => {
  it('are each closed once by jobs that run at the same time', async () => {
    const past = Date.now() - 60_000
    const ids = await Promise.all(Array.from({ length: 300 }, () => newAttempt(past)))
    const job = () =>
      attempts.close({ overdueAt: new Date(), limit: 100 }, async ({ attempt }) => ({
        id: attempt.id,
        submittedAt: attempt.deadlineAt,
        submitKind: 'at_deadline',
        ...NOTHING,
      }))
    const closed: string[] = []
    for (let round = 0; round < 4; round++)
      for (const list of await Promise.all([job(), job(), job()])) closed.push(...list.map(({ attempt }) => attempt.id))
    expect(new Set(closed).size).toBe(closed.length)
    expect(closed.filter((id) => ids.includes(id))).toHaveLength(300)
  })
})

describe('a database that goes away in the middle', () => {
  it('acknowledges nothing that is not stored, and is written to again when it is back', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => newAttempt()))
    const acknowledged = new Set<string>()
    let failures = 0
    const writing = ids.map(async (id) => {
      for (let seq = 1; seq <= 40; seq++) {
        for (let isSaved = false; !isSaved; ) {
          isSaved = await writers[0].write([answer(id, seq)]).then(
            ([outcome]) => outcome === 'saved',
            () => false,
          )
          if (isSaved) acknowledged.add(`${id} ${seq}`)
          else failures++
        }
      }
    })
    for (let n = 0; n < 5; n++) {
      await sleep(15)
      await database.pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'thi-so answers' AND datname = current_database()`,
      )
    }
    await Promise.all(writing)
    const { rows } = await database.pool.query<{ attempt_id: string; seq: number }>(
      `SELECT attempt_id, seq FROM response_event WHERE attempt_id = ANY($1::uuid[])`,
      [ids],
    )
    const inDatabase = new Set(rows.map(({ attempt_id, seq }) => `${attempt_id} ${seq}`))
    expect(acknowledged.size).toBe(800)
    for (const each of acknowledged) expect(inDatabase.has(each)).toBe(true)
    expect(failures).toBeGreaterThan(0)
  })
})
