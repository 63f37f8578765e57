import fc from 'fast-check'
import type { Pool } from 'pg'
import { chainOf, isChainRight, recordsOf } from '../domain/attempt-chain.js'
import { AnswerWriter, type ResponseWrite } from './answer-writer.js'
import type { StoredEvent } from './locked-attempts.js'
import { readChains, type StoredChain } from './read-chains.js'
import { type AnswerStage, answerStage } from './answer-stage.sample.js'
import { appendEvents } from './write-records.js'

const HOLDER = 'holder-of-the-attempt'

let stage: AnswerStage
let database: AnswerStage['database']
let dataSource: AnswerStage['dataSource']
let attempts: AnswerStage['attempts']
let writers: AnswerStage['writers']

beforeAll(async () => {
  stage = await answerStage(600)
  ;({ database, dataSource, attempts, writers } = stage)
})
afterAll(() => stage?.end())

const newAttempt = (openPosition?: number) => stage.newAttempt(openPosition === undefined ? {} : { openPosition })

const chainFrom = async (id: string) => (await readChains(dataSource, [id]))[0] as StoredChain

/** How a page may send an answer: well, for another tab, or too late; `luck` says when its process sends it. */
const sending = fc.record({
  attempt: fc.nat({ max: 2 }),
  seq: fc.integer({ min: 1, max: 6 }),
  response: fc.constantFrom('[0]', '[1,2]', '"Hội An \\"cổ\\""', null),
  manner: fc.constantFrom('well', 'well', 'well', 'well', 'other-tab', 'late'),
  process: fc.nat({ max: 1 }),
  delayMs: fc.nat({ max: 6 }),
})
/** What else happens meanwhile. */
const act = fc.record({
  attempt: fc.nat({ max: 2 }),
  kind: fc.constantFrom('submit', 'open'),
  seq: fc.integer({ min: 1, max: 8 }),
  delayMs: fc.nat({ max: 8 }),
})

const toWrite = (
  attemptId: string,
  { seq, response, manner }: { seq: number; response: string | null; manner: string },
) =>
  ({
    attemptId,
    holder: manner === 'other-tab' ? 'another-tab' : HOLDER,
    seq,
    position: 1,
    response,
    clientAtMs: null,
    receivedAtMs: manner === 'late' ? Date.now() + 3_600_000 : Date.now(),
  }) satisfies ResponseWrite

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The answer with this number as an act brings it along. */
const brought = (seq: number): StoredEvent & { clientAtMs: null } => ({
  seq,
  position: 1,
  response: [3],
  receivedAt: new Date(),
  clientAtMs: null,
})

const submit = (id: string, seq: number) =>
  attempts.close({ id }, async ({ attempt, events }, manager) => {
    await appendEvents(manager, id, events, [brought(seq), brought(seq)])
    return {
      id: attempt.id,
      submittedAt: new Date(),
      submitKind: 'by_participant',
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
  })

const open = (id: string, seq: number) =>
  attempts.openPlace(id, async ({ attempt, events }, manager) => {
    await appendEvents(manager, id, events, [brought(seq)])
    return attempt.openPosition === null || attempt.openPosition > 4
      ? null
      : { position: attempt.openPosition + 1, openedAt: new Date(), openUntil: new Date(Date.now() + 60_000) }
  })

describe('HC-2: the chain of an attempt', () => {
  it('follows from its rows after any mixture of groups, repetitions, refusals, openings and submissions in two processes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(sending, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 14 }),
        fc.array(act, { maxLength: 4 }),
        async (sendings, acts) => {
          // The third is one-way: most answers meet a place that is open no more.
          const ids = [await newAttempt(), await newAttempt(), await newAttempt(1)]
          const acknowledged = new Set<string>()
          await Promise.all([
            ...sendings.map(async (group) => {
              const [first] = group
              await later(first?.delayMs ?? 0)
              const writer = writers[first?.process ?? 0] as AnswerWriter
              const outcomes = await writer.write(group.map((one) => toWrite(ids[one.attempt] as string, one)))
              outcomes.forEach((outcome, index) => {
                const { attempt, seq } = group[index] as (typeof group)[number]
                if (outcome === 'saved') acknowledged.add(`${ids[attempt]} ${seq}`)
              })
            }),
            ...acts.map(async ({ attempt, kind, seq, delayMs }) => {
              await later(delayMs)
              await (kind === 'submit' ? submit : open)(ids[attempt] as string, seq)
            }),
          ])
          const chains = await readChains(dataSource, ids)
          expect(chains).toHaveLength(3)
          for (const chain of chains) {
            expect(isChainRight(chain, chain.head)).toBe(true)
            expect(chain.answers.every(({ linkNo }) => linkNo !== null)).toBe(true)
            expect(chain.salt?.length).toBe(chain.end ? 16 : undefined)
          }
          const stored = chains.flatMap(({ attemptId, answers }) => answers.map(({ seq }) => `${attemptId} ${seq}`))
          expect([...acknowledged].filter((one) => !stored.includes(one))).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is right when twenty copies of one answer come at once through two processes', async () => {
    const id = await newAttempt()
    const one = { seq: 1, response: '[1]', manner: 'well' }
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (writers[n % 2] as AnswerWriter).write([toWrite(id, one), toWrite(id, one)]),
      ),
    )
    expect(outcomes.flat().every((outcome) => outcome === 'saved')).toBe(true)
    const chain = await chainFrom(id)
    expect(chain).toMatchObject({ links: 2, answers: [{ linkNo: 2 }] })
    expect(isChainRight(chain, chain.head)).toBe(true)
  })

  it('acknowledges nothing of a group that met an answer committed while it waited before the group is tried again', async () => {
    const id = await newAttempt()
    const other = await newAttempt()
    // Somebody holds the attempt and stores the answer while the group has already begun to look.
    const holder = await (stage.pools[1] as Pool).connect()
    await holder.query('BEGIN')
    await holder.query(`SELECT 1 FROM attempt WHERE id = $1 FOR UPDATE`, [id])
    await holder.query(
      `UPDATE attempt_chain SET links = links + 1, head = fold_chain(head, ARRAY[sha256('x')]) WHERE attempt_id = $1`,
      [id],
    )
    await holder.query(
      `INSERT INTO response_event (attempt_id, seq, position, response, received_at, link_no) VALUES ($1, 1, 1, '[1]', now(), 2)`,
      [id],
    )
    const group = (writers[0] as AnswerWriter).write([
      toWrite(id, { seq: 1, response: '[1]', manner: 'well' }),
      toWrite(other, { seq: 1, response: '[2]', manner: 'well' }),
    ])
    await later(150)
    await holder.query('COMMIT')
    holder.release()
    expect(await group).toEqual(['saved', 'saved'])
    expect(await chainFrom(id)).toMatchObject({ links: 2 })
    const chain = await chainFrom(other)
    expect(chain.links).toBe(2)
    expect(isChainRight(chain, chain.head)).toBe(true)
  })

  it('HC-3: ends with the submission and a salt, and stands from then on', async () => {
    const id = await newAttempt()
    await submit(id, 4)
    const chain = await chainFrom(id)
    expect(recordsOf(chain).map(([kind]) => kind)).toEqual(['start', 'answer', 'submit'])
    expect(chain.salt).toHaveLength(16)
    expect(chain.head).toEqual(chainOf(recordsOf(chain)).head)
    const change = (what: string) => database.pool.query(`UPDATE attempt_chain SET ${what} WHERE attempt_id = $1`, [id])
    await expect(change(`head = sha256('x')`)).rejects.toThrow('append-only')
    await expect(change(`head = sha256('x'), links = links + 1`)).rejects.toThrow('append-only')
    await expect(change(`links = links - 1`)).rejects.toThrow('append-only')
  })

  it('of an attempt without one is not begun in the middle', async () => {
    const id = await newAttempt()
    await database.pool.query(`DELETE FROM attempt_chain WHERE attempt_id = $1`, [id])
    expect(
      await (writers[0] as AnswerWriter).write([toWrite(id, { seq: 1, response: '[1]', manner: 'well' })]),
    ).toEqual(['saved'])
    await submit(id, 2)
    expect(await readChains(dataSource, [id])).toEqual([])
    expect((await attempts.eventsOf(id)).map(({ seq }) => seq)).toEqual([1, 2])
  })
})
