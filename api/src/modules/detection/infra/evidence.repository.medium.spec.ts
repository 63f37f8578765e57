import { randomUUID } from 'node:crypto'
import type { ItemKey } from '@thiso/contracts/vocab'
import type { DataSource } from 'typeorm'
import { type ClosedRound, addClosedRound } from '../../../../../test/support/closed-round'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { createDataSource } from '../../../platform/db/database.js'
import { schema } from '../../../schema.js'
import { comparableText, gradeResponse } from '../../item-bank/rules.js'
import { OMITTED } from '../domain/answer-model.js'
import { EvidenceBuilder, type EvidenceRow } from '../domain/evidence-builder.js'
import { EvidenceRepository } from './evidence.repository.js'

let database: TestDatabase
let dataSource: DataSource
let repository: EvidenceRepository
let round: ClosedRound

beforeAll(async () => {
  database = await freshDatabase()
  dataSource = await createDataSource(database.url, schema).initialize()
  repository = new EvidenceRepository(dataSource)
  round = await addClosedRound(database.pool, { people: 60, replacedEvery: 10 })
})
afterAll(async () => {
  await dataSource?.destroy()
  await database?.drop()
})

async function read(pageSize: number): Promise<EvidenceRow[]> {
  const rows: EvidenceRow[] = []
  for await (const page of repository.attempts(round.roundId, pageSize)) rows.push(...page)
  return rows
}

async function build(pageSize: number) {
  const builder = new EvidenceBuilder(
    {
      roundId: round.roundId,
      opensAt: 0,
      closesAt: 1,
      items: round.itemVersionIds.map((itemVersionId) => {
        const key = round.keys.get(itemVersionId) as ItemKey
        return { itemVersionId, type: key.type, optionCount: 4, keys: [key], readingSeconds: 5, variantSet: '' }
      }),
    },
    { grade: gradeResponse, comparable: (text) => comparableText(text, true) },
  )
  for (const row of await read(pageSize)) builder.add(row)
  return builder.build(await repository.people(builder.accountIds))
}

describe('DT-27: evidence of a round', () => {
  it('holds every ended attempt but replaced ones, once, whatever the pages; the same records have the same hash', async () => {
    const replaced = new Set(round.attempts.flatMap(({ replacesId }) => replacesId ?? []))
    expect(replaced.size).toBeGreaterThan(0)
    const expected = round.attempts.filter(({ id }) => !replaced.has(id)).map(({ id }) => id)
    const [small, large] = [await build(7), await build(1_000)]
    expect(small.evidence.attempts.map(({ id }) => id)).toEqual([...expected].sort())
    expect(large.hash).toBe(small.hash)
    expect(small.evidence.people.map(({ accountId }) => accountId).sort()).toEqual([...round.accountIds].sort())
    expect(small.evidence.people[0]).toMatchObject({
      birthDate: '1995-04-30',
      nameFolded: expect.stringContaining('nguyen'),
    })
  })

  it('codes answers as they are graded: what gains all points is 0, what was left blank is none, of changes the last', async () => {
    const { evidence } = await build(1_000)
    for (const attempt of evidence.attempts) {
      const sample = round.attempts.find(({ id }) => id === attempt.id)
      const { form, events } = (sample as ClosedRound['attempts'][number]).facts
      for (const [place, { itemVersionId }] of form.entries()) {
        const response = events.findLast(({ position }) => position === place + 1)?.response ?? null
        const isBlank = response === null || response.length === 0
        const share = isBlank ? 0 : gradeResponse(round.keys.get(itemVersionId) as ItemKey, response)
        const code = attempt.answers[place] as number
        expect({ isOmitted: code === OMITTED, isRight: code === 0 }).toEqual({
          isOmitted: isBlank,
          isRight: share === 1,
        })
        expect(code).toBeLessThanOrEqual(evidence.items[attempt.items[place] as number]?.wrongAnswers as number)
        expect(Number.isNaN(attempt.seconds[place])).toBe(!events.some(({ position }) => position === place + 1))
      }
    }
  })

  it('gives its connection back to whoever stops in the middle', async () => {
    for (let n = 0; n < 30; n++) {
      const pages = repository.attempts(round.roundId, 5)
      await pages.next()
      await pages.return(undefined)
    }
    expect((await read(100)).length).toBeGreaterThan(60)
  })

  it('counts what was logged by attempt and kind', async () => {
    const [attempt] = round.attempts
    const id = attempt?.id as string
    for (const durationMs of [1_500, 2_500])
      await database.pool.query(
        `INSERT INTO process_event (id, attempt_id, kind, at, duration_ms, detail, delete_after) VALUES ($1, $2, 'left', now(), $3, '{}', now())`,
        [randomUUID(), id, durationMs],
      )
    expect(await repository.processOf([id, randomUUID()])).toEqual({ [id]: [{ kind: 'left', count: 2, seconds: 4 }] })
  })
})
