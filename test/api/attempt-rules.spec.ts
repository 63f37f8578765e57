import type { ApiOutput } from '@thiso/contracts'
import type { RoundRules } from '@thiso/contracts/vocab'
import { DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import { type ApiProcess, startApi } from '../support/api-process'
import { Client } from '../support/client'
import { freshDatabase, type TestDatabase } from '../support/databases'
import { addPerson, knowDatabase, signedIn } from '../support/people'
import { eventually } from '../support/stage'
import { type MadeItem, makeContest, newHolder, type Paper, type ResponseBody, tokenFor } from '../support/story'

let database: TestDatabase
/** Two processes on one database. */
let apis: [ApiProcess, ApiProcess]
let staff: Client

beforeAll(async () => {
  database = await freshDatabase()
  apis = [await startApi({ DATABASE_URL: database.url }), await startApi({ DATABASE_URL: database.url })]
  for (const { url } of apis) knowDatabase(url, database.pool)
  staff = await signedIn(apis[0].url, database.pool, 'organizer')
})
afterAll(async () => {
  for (const api of apis ?? []) await api.stop()
  await database?.drop()
})

const person = async (): Promise<[Client, Client]> => {
  const { token } = await addPerson(database.pool, 'contestant')
  return [new Client(apis[0].url, token), new Client(apis[1].url, token)]
}
const attempts = (change: Partial<RoundRules['attempts']>): Partial<RoundRules> => ({
  attempts: { ...DEFAULT_ROUND_RULES.attempts, ...change },
})
const prediction = { target: 'perfect', unit: 'people', per: 'person', countsDisqualified: true } as const

async function started(options: Parameters<typeof makeContest>[1]) {
  const story = await makeContest(staff, options)
  const [here, there] = await person()
  const holder = newHolder()
  const paper = await here.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
  const params = { attemptId: paper.attempt.attemptId }
  return {
    story,
    here,
    there,
    holder,
    paper,
    params,
    save: (responses: ResponseBody[], client = here) =>
      client.call('saveResponses', { params, body: { holder, responses } }),
    open: (position: number, responses: ResponseBody[] = [], client = here) =>
      client.call('openPlace', { params: { ...params, position: position as never }, body: { holder, responses } }),
    submit: (responses: ResponseBody[] = []) => here.call('submitAttempt', { params, body: { holder, responses } }),
    result: () => here.get('attemptResult', { params }),
  }
}

/** The token of the one item that is shown. */
const shownToken = (paper: Paper, items: MadeItem[], isRight: boolean) =>
  tokenFor({ ...paper, items: paper.items.slice(0, 1) }, 1, items, isRight)

const begin = async (client: Client, roundId: string) => {
  const holder = newHolder()
  const paper = await client.get('startAttempt', { params: { roundId }, body: { holder } })
  await client.get('submitAttempt', { params: { attemptId: paper.attempt.attemptId }, body: { holder } })
  return paper.attempt.attemptId
}
const secondRound = async (story: {
  contestId: string
  roundBody: Awaited<ReturnType<typeof makeContest>>['roundBody']
}) => {
  const round = await staff.get('createRound', {
    params: { contestId: story.contestId },
    body: {
      ...story.roundBody,
      name: { vi: 'Đợt 2', en: 'Round 2' },
      opensAt: story.roundBody.closesAt,
      closesAt: new Date(Date.parse(story.roundBody.closesAt) + 7_200_000).toISOString(),
    },
  })
  await staff.get('publishRound', { params: { roundId: round.id } })
  // Rounds of a contest do not overlap; here the second one opens before its time, so that both can be started at once.
  await database.pool.query(
    `UPDATE round SET opens_at = now() - interval '1 second', revision = revision + 1 WHERE id = $1`,
    [round.id],
  )
  await eventually('both processes know that it is open', async () => {
    const known = await Promise.all(
      apis.map(({ url }) => staff.twin(url).get('round', { params: { roundId: round.id } })),
    )
    return known.every(({ round: { state } }) => state === 'open')
  })
  return round.id
}

describe('AT-11: how often', () => {
  it('a limit a day says when the next attempt is possible, on the page and in the refusal, and is new the next day', async () => {
    const rules = attempts({ period: 'day' })
    const { roundId } = await makeContest(staff, { attemptLimit: 1, lengthS: 3 * 86_400, rules })
    const [client] = await person()
    const attemptId = await begin(client, roundId)
    const mine = async () => (await client.get('round', { params: { roundId } })).mine
    const reply = await client.call('startAttempt', { params: { roundId }, body: { holder: newHolder() } })
    expect(reply.code).toBe('ATTEMPT.LIMIT_REACHED')
    const { nextAttemptAt } = (await mine()) as NonNullable<ApiOutput<'round'>['mine']>
    expect(reply.problem?.params).toMatchObject({ limit: 1, period: 'day', nextAt: nextAttemptAt })
    expect(nextAttemptAt).toMatch(/T17:00:00\.000Z$/)
    expect(reply.problem?.messages.vi).toMatch(
      /^Bạn đã dùng hết 1 lượt thi của hôm nay\. Lượt tiếp theo bắt đầu được từ /,
    )
    expect(await mine()).toMatchObject({ attemptsUsed: 1, attemptsLeft: 0, startedCount: 1 })
    await database.pool.query(`UPDATE attempt SET started_at = started_at - interval '1 day' WHERE id = $1`, [
      attemptId,
    ])
    expect(await mine()).toMatchObject({ attemptsUsed: 0, attemptsLeft: 1, nextAttemptAt: null, startedCount: 1 })
    await begin(client, roundId)
  })

  it('a wait between attempts is told with its end', async () => {
    const { roundId } = await makeContest(staff, { attemptLimit: 3, rules: attempts({ waitS: 3_600 }) })
    const [client] = await person()
    const attemptId = await begin(client, roundId)
    const reply = await client.call('startAttempt', { params: { roundId }, body: { holder: newHolder() } })
    expect(reply.code).toBe('ATTEMPT.WAIT')
    const { receipt } = await client.get('attemptResult', { params: { attemptId } })
    expect(Date.parse(String(reply.problem?.params?.['nextAt']))).toBe(Date.parse(receipt.submittedAt) + 3_600_000)
  })

  it('a limit over the contest holds when two rounds are started at once through two processes', async () => {
    const story = await makeContest(staff, { attemptLimit: 1, rules: attempts({ period: 'contest' }) })
    const rounds = [story.roundId, await secondRound(story)]
    for (let n = 0; n < 6; n++) {
      const clients = await person()
      const replies = await Promise.all(
        rounds.flatMap((roundId, index) =>
          clients.map((client) =>
            client.call('startAttempt', { params: { roundId }, body: { holder: `holder-of-round-${index}` } }),
          ),
        ),
      )
      const papers = new Set(replies.filter(({ status }) => status === 200).map(({ body }) => body.attempt.attemptId))
      expect(papers.size).toBe(1)
      expect(replies.filter(({ status }) => status !== 200).map(({ code }) => code)).toEqual([
        'ATTEMPT.LIMIT_REACHED',
        'ATTEMPT.LIMIT_REACHED',
      ])
    }
  })

  it('without a limit everybody goes on', async () => {
    const { roundId } = await makeContest(staff, { attemptLimit: 1, rules: attempts({ period: 'unlimited' }) })
    const [client] = await person()
    for (let n = 0; n < 3; n++) await begin(client, roundId)
    const { mine } = await client.get('round', { params: { roundId } })
    expect(mine).toMatchObject({ attemptsUsed: 3, attemptsLeft: null, nextAttemptAt: null })
  })
})

describe('AT-12: one-way', () => {
  const oneWay = { movement: 'one-way', itemClockS: 30 } as const

  it('sends the open place alone, goes forward only, and goes on at the same place after a crash', async () => {
    const { story, paper, holder, params, save, open, submit, here, there, result } = await started({
      itemCount: 4,
      rules: { ...oneWay, scoring: { wrongPenalty: 0, blankPenalty: 0, speedBonus: 0.5 } },
    })
    expect(paper.items.map(({ position }) => position)).toEqual([1])
    expect(paper).toMatchObject({ itemCount: 4, itemClockS: 30, attempt: { open: { position: 1 } } })
    expect(Date.parse(paper.attempt.open?.until as string)).toBe(Date.parse(paper.attempt.startedAt) + 30_000)
    const first = { seq: 1, position: 1, answer: shownToken(paper, story.items, true) }
    expect((await save([first], there)).status).toBe(200)
    expect((await save([{ seq: 2, position: 2, answer: null }])).code).toBe('ATTEMPT.PLACE_NOT_OPEN')

    const second = await open(2, [], there)
    expect(second.body.items.map(({ position }) => position)).toEqual([2])
    expect(JSON.stringify(second.body)).not.toContain(paper.items[0]?.stem.vi as string)
    expect((await open(2)).body.attempt.open).toEqual(second.body.attempt.open)
    expect((await open(1)).code).toBe('ATTEMPT.PLACE_NOT_OPEN')
    expect((await open(4)).code).toBe('ATTEMPT.PLACE_NOT_OPEN')
    expect((await save([{ ...first, seq: 5, answer: null }])).code).toBe('ATTEMPT.PLACE_NOT_OPEN')

    // The page is gone; another one asks the other process.
    const again = await there.get('paper', { params, query: { holder } })
    expect(again.items).toEqual(second.body.items)
    expect(again.attempt.open).toEqual(second.body.attempt.open)

    // The last answer comes along with the act that closes its place.
    const answer = { seq: 6, position: 2, answer: shownToken(again, story.items, true) }
    const third = await open(3, [answer])
    expect(third.body.responses).toContainEqual(expect.objectContaining({ position: 2, answer: answer.answer }))
    await open(4)
    const over = await open(5)
    expect(over.body).toMatchObject({ items: [], attempt: { open: { position: 5 } } })
    expect((await submit()).status).toBe(200)
    const { score } = await result()
    expect(score).toMatchObject({ rightCount: 2, maxPoints: 4, penalty: 0 })
    expect(score?.bonus).toBeGreaterThan(0.2)
    expect(score?.bonus).toBeLessThanOrEqual(0.25)
    expect(score?.points).toBeCloseTo(2 + (score?.bonus ?? 0), 5)
    expect(await here.refusal('openPlace', { params: { ...params, position: 5 as never }, body: { holder } })).toBe(
      'ATTEMPT.ALREADY_SUBMITTED',
    )
  })

  it('takes no answer after the clock of a place, not even along with the next opening', async () => {
    const { story, paper, params, save, open } = await started({ itemCount: 4, rules: oneWay })
    await database.pool.query(`UPDATE attempt SET open_until = now() - interval '1 second' WHERE id = $1`, [
      params.attemptId,
    ])
    const late = { seq: 1, position: 1, answer: shownToken(paper, story.items, true) }
    expect((await save([late])).code).toBe('ATTEMPT.PLACE_NOT_OPEN')
    const next = await open(2, [late])
    expect(next.body.responses).toEqual([])
    expect(next.body.attempt.lastSeq).toBe(0)
  })

  it('opens a place once when both processes are asked for it at once', async () => {
    const { params, open, here, there } = await started({ itemCount: 4, rules: oneWay })
    const replies = await Promise.all(Array.from({ length: 10 }, (_, n) => open(2, [], n % 2 ? here : there)))
    expect(new Set(replies.map(({ body }) => body.attempt.open?.until)).size).toBe(1)
    const { rows } = await database.pool.query(
      `SELECT position FROM place_opening WHERE attempt_id = $1 ORDER BY position`,
      [params.attemptId],
    )
    expect(rows).toEqual([{ position: 1 }, { position: 2 }])
  })

  it('AT-13: wants an answer before the next place where all is required, unless the clock of the place is over', async () => {
    const { story, paper, params, open, submit, result } = await started({
      itemCount: 2,
      rules: { ...oneWay, allRequired: true },
    })
    expect((await open(2)).code).toBe('ATTEMPT.ANSWER_FIRST')
    const given = { seq: 1, position: 1, answer: shownToken(paper, story.items, true) }
    expect((await open(2, [given])).status).toBe(200)
    expect((await submit()).code).toBe('ATTEMPT.INCOMPLETE')
    await database.pool.query(`UPDATE attempt SET open_until = now() - interval '1 second' WHERE id = $1`, [
      params.attemptId,
    ])
    expect((await open(3)).status).toBe(200)
    expect((await submit()).status).toBe(200)
    expect(await result()).toMatchObject({ isRanked: false, score: { points: 1 } })
  })
})

describe('AT-13: everything required', () => {
  it('refuses to hand in with blanks and names them; at the deadline the attempt ends without a place', async () => {
    const { story, paper, params, save, submit, result } = await started({
      itemCount: 4,
      rules: { allRequired: true, prediction },
    })
    await save([{ seq: 1, position: 2, answer: tokenFor(paper, 2, story.items, true) }])
    const refused = await submit()
    expect(refused.code).toBe('ATTEMPT.INCOMPLETE')
    expect(refused.problem?.params).toEqual({ places: '1, 3, 4', count: 3 })
    const rest = [1, 3, 4].map((position) => ({
      seq: position + 1,
      position,
      answer: tokenFor(paper, position, story.items, false),
    }))
    expect((await submit(rest)).code).toBe('ATTEMPT.PREDICTION_MISSING')
    await database.pool.query(`UPDATE round SET closes_at = now() - interval '4 seconds' WHERE id = $1`, [
      story.roundId,
    ])
    const { state } = await eventually('the attempt has been closed', async () => {
      const { rows } = await database.pool.query(`SELECT state FROM attempt WHERE id = $1`, [params.attemptId])
      return rows[0].state === 'submitted' && rows[0]
    })
    expect(state).toBe('submitted')
    expect(await result()).toMatchObject({ isRanked: false, score: { points: 1, rightCount: 1 } })
  })
})

describe('AT-15: the prediction', () => {
  it('is place 0 of the log, digits alone, and the first one of a person holds in the round', async () => {
    const { story, here, paper, params, save, submit, result } = await started({ itemCount: 2, rules: { prediction } })
    expect(paper.heldPrediction).toBeNull()
    expect((await save([{ seq: 1, position: 0, answer: 'nhiều' }])).code).toBe('ATTEMPT.UNKNOWN_OPTION')
    expect((await save([{ seq: 1, position: 0, answer: '12.500' }])).status).toBe(200)
    const { responses } = await here.get('takeOverAttempt', { params, body: { holder: newHolder() } })
    expect(responses).toMatchObject([{ position: 0, answer: '12500' }])
    await here.get('takeOverAttempt', { params, body: { holder: 'holder-of-the-first-tab' } })
    expect((await submit()).code).toBe('ATTEMPT.HELD_ELSEWHERE')
    await here.get('submitAttempt', { params, body: { holder: 'holder-of-the-first-tab' } })
    expect(await result()).toMatchObject({ prediction: 12_500, receipt: { answeredCount: 0, itemCount: 2 } })

    const holder = newHolder()
    const second = await here.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
    expect(second.heldPrediction).toBe(12_500)
    const other = { params: { attemptId: second.attempt.attemptId }, body: { holder } }
    const change = { ...other, body: { holder, responses: [{ seq: 1, position: 0, answer: '7' }] } }
    expect(await here.refusal('saveResponses', change)).toBe('ATTEMPT.UNKNOWN_OPTION')
    await here.get('submitAttempt', other)
    expect(await here.get('attemptResult', { params: other.params })).toMatchObject({ prediction: 12_500 })
  })

  it('is asked anew in every attempt where the rules say so', async () => {
    const { story, here, save, submit } = await started({
      itemCount: 2,
      rules: { prediction: { ...prediction, per: 'attempt' } },
    })
    await save([{ seq: 1, position: 0, answer: '3' }])
    await submit()
    const paper = await here.get('startAttempt', { params: { roundId: story.roundId }, body: { holder: newHolder() } })
    expect(paper).toMatchObject({ heldPrediction: null, responses: [] })
  })
})

describe('SC-5: penalties', () => {
  it('tell wrong from blank, and the sum stands with its parts', async () => {
    const { story, paper, save, submit, result } = await started({
      itemCount: 4,
      rules: { scoring: { wrongPenalty: 0.5, blankPenalty: 0.1, speedBonus: 0 } },
    })
    await save([
      { seq: 1, position: 1, answer: tokenFor(paper, 1, story.items, true) },
      { seq: 2, position: 2, answer: tokenFor(paper, 2, story.items, false) },
    ])
    await submit()
    expect((await result()).score).toEqual({
      points: 0.3,
      maxPoints: 4,
      rightCount: 1,
      bonus: 0,
      penalty: 0.7,
      pointsAtEnd: null,
    })
  })
})

describe('CL-1 and AT-14: clocks that organizers move', () => {
  const status = async ({ here, params, holder }: Awaited<ReturnType<typeof started>>) =>
    here.get('attemptStatus', { params, query: { holder } })

  it('a pause refuses starts, keeps what runs and goes on after the credit', async () => {
    const one = await started({ itemCount: 2, timeLimitS: 60 })
    const { story, paper, params, save, submit, result } = one
    const deadline = Date.parse(paper.attempt.deadlineAt)
    // As if the pause had begun ten seconds after the start and lasted until long after the deadline.
    await database.pool.query(
      `UPDATE round SET paused_at = now() - interval '60 seconds', closes_at = closes_at + interval '7 days' WHERE id = $1`,
      [story.roundId],
    )
    await database.pool.query(`UPDATE attempt SET started_at = started_at - interval '70 seconds' WHERE id = $1`, [
      params.attemptId,
    ])
    await eventually('the pause is known', async () => (await status(one)).pausedAt)
    await eventually('the attempt is kept open', async () => {
      const { rows } = await database.pool.query(
        `SELECT accept_until > now() + interval '7 days' AS kept FROM attempt WHERE id = $1`,
        [params.attemptId],
      )
      return rows[0].kept
    })
    expect((await save([{ seq: 1, position: 1, answer: tokenFor(paper, 1, story.items, true) }])).status).toBe(200)
    const [other] = await person()
    const start = { params: { roundId: story.roundId }, body: { holder: newHolder() } }
    expect(await other.refusal('startAttempt', start)).toBe('ROUND.PAUSED')
    await database.pool.query(`UPDATE attempt SET credit_ms = 70000 WHERE id = $1`, [params.attemptId])
    await database.pool.query(
      `UPDATE round SET paused_at = NULL, closes_at = closes_at - interval '7 days' WHERE id = $1`,
      [story.roundId],
    )
    await eventually('the clock goes on', async () => !(await status(one)).pausedAt)
    await eventually(
      'the deadline is as far as before',
      async () => Date.parse((await status(one)).deadlineAt) === deadline,
    )
    expect(await status(one)).toMatchObject({ creditMs: 70_000, state: 'in_progress' })
    await submit()
    const { timeUsedS, score } = await result()
    expect(score?.points).toBe(1)
    expect(timeUsedS).toBeLessThan(30)
  })

  it('extra time lengthens the deadline within seconds and is told', async () => {
    const one = await started({ itemCount: 2, timeLimitS: 600 })
    await database.pool.query(`UPDATE attempt SET extra_percent = 25 WHERE id = $1`, [one.params.attemptId])
    const from = Date.parse(one.paper.attempt.startedAt)
    await eventually(
      'the deadline has moved',
      async () => Date.parse((await status(one)).deadlineAt) === from + 750_000,
    )
  })

  it('AT-16: keeps the network, not the address', async () => {
    const { params } = await started({ itemCount: 2 })
    const { rows } = await database.pool.query(`SELECT network FROM attempt WHERE id = $1`, [params.attemptId])
    expect(rows[0].network).toMatch(/^(127\.0\.0\.0\/24|0:0:0::\/48)$/)
  })
})

describe('DR-7: items not met before come first', () => {
  it('also from round to round of a contest, and what was known is recorded with the paper', async () => {
    const story = await makeContest(staff, { itemCount: 12, paperCount: 4, rules: attempts({ unseenFirst: true }) })
    const rounds = [story.roundId, story.roundId, await secondRound(story)]
    const [client] = await person()
    const taken: { id: string; stems: string[] }[] = []
    for (const roundId of rounds) {
      const holder = newHolder()
      const { attempt, items } = await client.get('startAttempt', { params: { roundId }, body: { holder } })
      await client.get('submitAttempt', { params: { attemptId: attempt.attemptId }, body: { holder } })
      taken.push({ id: attempt.attemptId, stems: items.map(({ stem }) => stem.vi) })
    }
    expect(new Set(taken.flatMap(({ stems }) => stems)).size).toBe(12)
    const { rows } = await database.pool.query(`SELECT id, drawn_after FROM attempt WHERE id = ANY($1)`, [
      taken.map(({ id }) => id),
    ])
    const after = new Map(rows.map(({ id, drawn_after }) => [id, drawn_after]))
    expect(taken.map(({ id }) => after.get(id))).toEqual([[], [taken[0]?.id], [taken[0]?.id, taken[1]?.id]])
  })
})

describe('AT-12: a process that dies', () => {
  it('while a place is open loses nothing of it: the other one goes on at the same place with the same clock', async () => {
    const story = await makeContest(staff, { itemCount: 4, rules: { movement: 'one-way', itemClockS: 60 } })
    const { token } = await addPerson(database.pool, 'contestant')
    const dying = await startApi({ DATABASE_URL: database.url })
    const [here, there] = [new Client(dying.url, token), new Client(apis[0].url, token)]
    const holder = newHolder()
    const paper = await here.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
    const params = { attemptId: paper.attempt.attemptId }
    const second = await here.get('openPlace', { params: { ...params, position: '2' }, body: { holder } })
    const given = { seq: 1, position: 2, answer: shownToken(second, story.items, true) }
    await here.get('saveResponses', { params, body: { holder, responses: [given] } })
    await dying.kill()
    const again = await there.get('paper', { params, query: { holder } })
    expect(again.attempt.open).toEqual(second.attempt.open)
    expect(again.items).toEqual(second.items)
    expect(again.responses).toMatchObject([{ position: 2, answer: given.answer }])
    await there.get('openPlace', { params: { ...params, position: '3' }, body: { holder } })
    await there.get('submitAttempt', { params, body: { holder } })
    expect((await there.get('attemptResult', { params })).score).toMatchObject({ points: 1, rightCount: 1 })
  })
})
