import { type ApiProcess, startApi } from '../support/api-process'
import type { Client } from '../support/client'
import { freshDatabase, type TestDatabase } from '../support/databases'
import { signedIn } from '../support/people'
import { makeContest, newHolder, type ResponseBody, responsesFor, tokenFor } from '../support/story'

let database: TestDatabase
let api: ApiProcess
let staff: Client

beforeAll(async () => {
  database = await freshDatabase()
  api = await startApi({ DATABASE_URL: database.url })
  staff = await signedIn(api.url, database.pool, 'organizer')
})
afterAll(async () => {
  await api?.stop()
  await database?.drop()
})

async function started(options: Parameters<typeof makeContest>[1] = {}) {
  const story = await makeContest(staff, options)
  const person = await signedIn(api.url, database.pool)
  const holder = newHolder()
  const paper = await person.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
  const params = { attemptId: paper.attempt.attemptId }
  const save = (responses: ResponseBody[]) => person.call('saveResponses', { params, body: { holder, responses } })
  return { story, person, holder, paper, params, save }
}

/** Waits until a moment of the server's clock. */
async function until(person: Client, at: number): Promise<void> {
  const { serverTime } = await person.get('serverTime')
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - Date.parse(serverTime))))
}

describe('starting', () => {
  it('AT-2: twenty starts at once are one attempt with one paper', async () => {
    const story = await makeContest(staff)
    const person = await signedIn(api.url, database.pool)
    const holder = newHolder()
    const papers = await Promise.all(
      Array.from({ length: 20 }, () =>
        person.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } }),
      ),
    )
    expect(new Set(papers.map((paper) => paper.attempt.attemptId)).size).toBe(1)
    expect(new Set(papers.map((paper) => JSON.stringify(paper.items))).size).toBe(1)
    const { rows } = await database.pool.query('SELECT count(*)::int AS n FROM attempt WHERE round_id = $1', [
      story.roundId,
    ])
    expect(rows).toEqual([{ n: 1 }])
  })

  it('AT-2: the limit of attempts holds, also when the last one is raced for', async () => {
    const story = await makeContest(staff, { attemptLimit: 2 })
    const person = await signedIn(api.url, database.pool)
    for (let attemptNo = 1; attemptNo <= 2; attemptNo++) {
      const holder = newHolder()
      const replies = await Promise.all(
        Array.from({ length: 8 }, () =>
          person.call('startAttempt', { params: { roundId: story.roundId }, body: { holder } }),
        ),
      )
      const ids = new Set(replies.map((reply) => reply.body.attempt.attemptId))
      expect(ids.size).toBe(1)
      await person.get('submitAttempt', { params: { attemptId: [...ids][0] as string }, body: { holder } })
    }
    const start = { params: { roundId: story.roundId }, body: { holder: newHolder() } }
    expect(await person.refusal('startAttempt', start)).toBe('ATTEMPT.LIMIT_REACHED')
  })

  it('AT-5: another tab is asked, takes over, and the first one cannot write any more', async () => {
    const { story, person, paper, params, save } = await started()
    const other = newHolder()
    const reply = await person.call('startAttempt', { params: { roundId: story.roundId }, body: { holder: other } })
    expect(reply.code).toBe('ATTEMPT.HELD_ELSEWHERE')
    expect(reply.problem?.params).toEqual({ attemptId: params.attemptId })
    const [first] = responsesFor(paper, story.items, 1)
    expect((await save([first as never])).status).toBe(200)
    const taken = await person.get('takeOverAttempt', { params, body: { holder: other } })
    expect(taken.items).toEqual(paper.items)
    expect(taken.responses).toMatchObject([{ position: 1, answer: first?.answer }])
    expect((await save([{ seq: 50, position: 2, answer: null }])).code).toBe('ATTEMPT.HELD_ELSEWHERE')
  })

  it('two people get papers of their own order, with tokens that are of no use to the other', async () => {
    const { story, paper } = await started()
    const neighbour = await signedIn(api.url, database.pool)
    const holder = newHolder()
    const theirs = await neighbour.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
    const tokens = new Set(paper.items.flatMap((item) => item.options.map((option) => option.token)))
    expect(theirs.items.flatMap((item) => item.options).some((option) => tokens.has(option.token))).toBe(false)
    const stolen = paper.items[0]?.options[0]?.token as string
    const body = { holder, responses: [{ seq: 1, position: 1, answer: stolen }] }
    expect(await neighbour.refusal('saveResponses', { params: { attemptId: theirs.attempt.attemptId }, body })).toBe(
      'ATTEMPT.UNKNOWN_OPTION',
    )
  })
})

describe('answering', () => {
  it('AT-4: retried, reordered and parallel saves leave the highest number of each place', async () => {
    const { story, paper, params, save, person, holder } = await started()
    const right = tokenFor(paper, 1, story.items, true)
    const wrong = tokenFor(paper, 1, story.items, false)
    const changes = Array.from({ length: 12 }, (_, index) => ({
      seq: index + 1,
      position: 1,
      answer: index % 2 === 0 ? wrong : right,
    }))
    const sent = [...changes, ...changes].sort((a, b) => ((a.seq * 7) % 13) - ((b.seq * 7) % 13))
    const replies = await Promise.all(sent.map((change) => save([change])))
    expect(replies.map((reply) => reply.status)).toEqual(sent.map(() => 200))
    const { responses, attempt } = await person.get('paper', { params, query: { holder } })
    expect(responses).toMatchObject([{ position: 1, answer: right }])
    expect(attempt.lastSeq).toBe(12)
    const { rows } = await database.pool.query('SELECT count(*)::int AS n FROM response_event WHERE attempt_id = $1', [
      params.attemptId,
    ])
    expect(rows).toEqual([{ n: 12 }])
  })

  it('AT-4: a number that is used again for something else is refused and changes nothing', async () => {
    const { story, paper, save } = await started()
    await save([{ seq: 1, position: 1, answer: tokenFor(paper, 1, story.items, true) }])
    expect((await save([{ seq: 1, position: 1, answer: tokenFor(paper, 1, story.items, false) }])).code).toBe(
      'ATTEMPT.SEQUENCE_REUSED',
    )
    expect((await save([{ seq: 1, position: 1, answer: tokenFor(paper, 1, story.items, true) }])).status).toBe(200)
  })

  it('places and options that the paper does not have are refused whole', async () => {
    const { story, paper, save } = await started()
    const good = { seq: 1, position: 1, answer: tokenFor(paper, 1, story.items, true) }
    for (const bad of [
      { seq: 2, position: 99, answer: null },
      { seq: 2, position: 2, answer: 'AAAAAAAA' },
      { seq: 2, position: 2, answer: good.answer },
    ])
      expect((await save([good, bad])).code).toBe('ATTEMPT.UNKNOWN_OPTION')
    expect((await save([{ seq: 0, position: 1, answer: null }])).code).toBe('REQUEST.INVALID')
  })

  it('AT-3: what arrives before deadline and grace counts, what arrives after is refused; then the job closes', async () => {
    const { story, paper, params, save, person } = await started()
    await save([{ seq: 1, position: 1, answer: tokenFor(paper, 1, story.items, true) }])
    const closed = await staff.get('closeRound', { params: { roundId: story.roundId } })
    const closesAt = Date.parse(closed.closesAt)
    await until(person, closesAt + 1_000)
    expect((await save([{ seq: 2, position: 2, answer: tokenFor(paper, 2, story.items, true) }])).status).toBe(200)
    await until(person, closesAt + 3_300)
    const late = await save([{ seq: 3, position: 3, answer: tokenFor(paper, 3, story.items, true) }])
    expect(['ATTEMPT.DEADLINE_PASSED', 'ATTEMPT.ALREADY_SUBMITTED']).toContain(late.code)
    for (let tries = 0; tries < 100; tries++) {
      const { state } = await person.get('attemptStatus', { params, query: { holder: newHolder() } })
      if (state === 'submitted') break
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    const { receipt, score } = await person.get('attemptResult', { params })
    expect(receipt).toMatchObject({
      submitKind: 'at_deadline',
      answeredCount: 2,
      submittedAt: new Date(closesAt).toISOString(),
    })
    expect(score).toEqual({ points: 2, maxPoints: 8, rightCount: 2, bonus: 0, penalty: 0, pointsAtEnd: null })
  })
})

describe('submitting', () => {
  it('ten submissions at once are one, with one receipt, and bring the last answers along', async () => {
    const { story, person, holder, paper, params } = await started()
    const responses = responsesFor(paper, story.items, 6)
    const receipts = await Promise.all(
      Array.from({ length: 10 }, () => person.get('submitAttempt', { params, body: { holder, responses } })),
    )
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1)
    expect(receipts[0]).toMatchObject({ answeredCount: 8, itemCount: 8, submitKind: 'by_participant' })
    expect((await person.get('attemptResult', { params })).score).toMatchObject({
      points: 6,
      maxPoints: 8,
      rightCount: 6,
    })
  })

  it('SC-3: answers that contradict a stored one, or each other, stop the submission and change nothing', async () => {
    const { story, person, holder, paper, params, save } = await started()
    const [right, wrong] = [true, false].map((isRight) => tokenFor(paper, 1, story.items, isRight)) as [string, string]
    await save([{ seq: 1, position: 1, answer: right }])
    const submit = (responses: ResponseBody[]) => person.call('submitAttempt', { params, body: { holder, responses } })
    expect((await submit([{ seq: 1, position: 1, answer: wrong }])).code).toBe('ATTEMPT.SEQUENCE_REUSED')
    const twice = [2, 3].map((position) => ({ seq: 2, position, answer: tokenFor(paper, position, story.items, true) }))
    expect((await submit(twice)).code).toBe('ATTEMPT.SEQUENCE_REUSED')
    expect((await person.get('attemptStatus', { params, query: { holder } })).state).toBe('in_progress')
    expect((await submit([{ seq: 1, position: 1, answer: right }])).body.answeredCount).toBe(1)
    expect((await person.get('attemptResult', { params })).score?.points).toBe(1)
  })

  it('an answer that races with the submission is either in the score or refused', async () => {
    for (let round = 0; round < 5; round++) {
      const { story, person, holder, paper, params, save } = await started({ itemCount: 4 })
      const answers = responsesFor(paper, story.items, 4)
      const [submission, ...saves] = await Promise.all([
        person.get('submitAttempt', { params, body: { holder } }),
        ...answers.map((answer) => save([answer])),
      ])
      const savedCount = saves.filter((reply) => reply.status === 200).length
      for (const reply of saves) if (reply.status !== 200) expect(reply.code).toBe('ATTEMPT.ALREADY_SUBMITTED')
      expect(submission.answeredCount).toBe(savedCount)
      expect((await person.get('attemptResult', { params })).score?.points).toBe(savedCount)
    }
  })

  it('AT-9: recorded events cannot be changed or removed through SQL', async () => {
    const { story, paper, save } = await started()
    await save([{ seq: 1, position: 1, answer: tokenFor(paper, 1, story.items, true) }])
    await expect(database.pool.query(`UPDATE response_event SET position = 2`)).rejects.toThrow('append-only')
    await expect(database.pool.query(`DELETE FROM response_event`)).rejects.toThrow('append-only')
    await expect(database.pool.query(`TRUNCATE response_event`)).rejects.toThrow('append-only')
    await expect(database.pool.query(`DELETE FROM audit_entry`)).rejects.toThrow('append-only')
  })
})
