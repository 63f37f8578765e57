import { randomUUID } from 'node:crypto'
import { type AnalysedAttempts, DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { addPeople } from '../../../../../test/support/people'
import { addRound } from '../../../../../test/support/rows'
import { createDataSource } from '../../../platform/db/database.js'
import { schema } from '../../../schema.js'
import { type AnswerSheet, CollectedAnswers } from '../domain/collected-answers.js'
import { AnswerSheetRepository } from './answer-sheet.repository.js'

/** More than two pages, so that the seams are in it. */
const PEOPLE = 4_500
const ITEMS = Array.from({ length: 4 }, () => randomUUID())

let database: TestDatabase
let dataSource: DataSource
let repository: AnswerSheetRepository
let roundId: string
let people: { accountId: string }[]

beforeAll(async () => {
  database = await freshDatabase()
  dataSource = await createDataSource(database.url, schema).initialize()
  repository = new AnswerSheetRepository(dataSource)
  roundId = await addRound(database.pool)
  people = await addPeople(database.pool, PEOPLE)
  await addAttempts(1, people)
  await addAttempts(2, people.slice(0, 1_000))
})
afterAll(async () => {
  await dataSource?.destroy()
  await database?.drop()
})

async function addAttempts(attemptNo: number, of: { accountId: string }[], state = 'submitted') {
  const form = JSON.stringify(ITEMS.map((itemVersionId) => ({ itemVersionId, optionOrder: [0, 1, 2, 3] })))
  const { rows } = await database.pool.query<{ id: string; account_id: string }>(
    `INSERT INTO attempt (id, round_id, account_id, attempt_no, state, holder, form, started_at, deadline_at, accept_until,
                          submitted_at, submit_kind, points, max_points, answered_count, time_used_s, receipt_code, closed_seq)
     SELECT gen_random_uuid(), $1, account_id, $3, $5, 'h', $4, now(), now(), now(),
            CASE WHEN $5 = 'submitted' THEN now() END, CASE WHEN $5 = 'submitted' THEN 'by_participant' END,
            CASE WHEN $5 = 'submitted' THEN 1 END, 4, 4, 60, CASE WHEN $5 = 'submitted' THEN 'x' END, nextval('attempt_closed_seq')
     FROM unnest($2::uuid[]) AS t(account_id) RETURNING id, account_id`,
    [roundId, of.map(({ accountId }) => accountId), attemptNo, form, state],
  )
  // Everybody: place 1 changed, place 2 blank again, place 3 typed over two lines, place 4 never touched.
  await database.pool.query(
    `INSERT INTO response_event (attempt_id, seq, position, response, received_at)
     SELECT a, e.seq, e.position, e.response, now() FROM unnest($1::uuid[]) AS a,
       (VALUES (4, 1, to_jsonb(ARRAY[$2::int])), (2, 2, '[1]'::jsonb), (5, 2, NULL), (1, 1, '[3]'), (3, 3, to_jsonb($3::text)))
         AS e(seq, position, response)`,
    [rows.map(({ id }) => id), attemptNo, 'một\nhai\tba'],
  )
  return rows
}

async function read(attempts: AnalysedAttempts, versionId: string | null = null): Promise<AnswerSheet[]> {
  const sheets: AnswerSheet[] = []
  for await (const page of repository.sheets({ id: roundId, rules: DEFAULT_ROUND_RULES }, attempts, versionId))
    sheets.push(...page)
  return sheets
}

describe('IA-6: the answers of a round', () => {
  it('are those of each person’s first attempt, nobody twice and nobody left out', async () => {
    const sheets = await read('first')
    expect(sheets).toHaveLength(PEOPLE)
    expect(new Set(sheets.map(({ name }) => name)).size).toBe(PEOPLE)
    const answers = new CollectedAnswers()
    for (const sheet of sheets) answers.add(sheet)
    // AT-4: the highest number of a place counts, in whatever order the rows came.
    expect(answers.items).toEqual([
      { itemVersionId: ITEMS[0], responses: [[1]], counts: [PEOPLE] },
      { itemVersionId: ITEMS[1], responses: [], counts: [] },
      { itemVersionId: ITEMS[2], responses: ['một\nhai\tba'], counts: [PEOPLE] },
      { itemVersionId: ITEMS[3], responses: [], counts: [] },
    ])
    const { table, responses } = answers.graded((item) => (item === 0 ? 0.5 : 1))
    expect([...table.marks.slice(0, 4)]).toEqual([0.5, 0, 1, 0])
    expect([...responses.slice(0, 4)]).toEqual([0, -1, 0, -1])
    expect(table.starts.at(-1)).toBe(PEOPLE * 4)
  })

  it('are those of all attempts when asked for', async () => {
    const sheets = await read('all')
    expect(sheets).toHaveLength(PEOPLE + 1_000)
    const answers = new CollectedAnswers()
    for (const sheet of sheets) answers.add(sheet)
    expect(answers.items[0]).toMatchObject({
      responses: expect.arrayContaining([[1], [2]]),
      counts: expect.arrayContaining([PEOPLE, 1_000]),
    })
  })

  it('change their mark when a result is added, and tell who is still writing', async () => {
    const before = await repository.stateOf(roundId)
    expect(before.runningCount).toBe(0)
    expect(await repository.stateOf(roundId)).toEqual(before)
    const [running] = await addAttempts(3, people.slice(0, 1), 'in_progress')
    const during = await repository.stateOf(roundId)
    expect(during.runningCount).toBe(1)
    expect(during.mark).not.toBe(before.mark)
    expect(await read('all')).toHaveLength(PEOPLE + 1_000)
    await database.pool.query(`UPDATE attempt SET points = 2 WHERE id <> $1 AND account_id = $2`, [
      running?.id,
      people[0]?.accountId,
    ])
    expect((await repository.stateOf(roundId)).mark).not.toBe(during.mark)
  })
})
