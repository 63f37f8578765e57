import { randomUUID } from 'node:crypto'
import { type ApiProcess, startApi } from '../support/api-process'
import { Client } from '../support/client'
import { addPerson } from '../support/people'
import { eventually, useStage } from '../support/stage'
import { makeContest, newHolder, responsesFor, type Story, takePart, tokenFor } from '../support/story'

const stage = useStage()
let organizer: Client
let second: ApiProcess | undefined

beforeAll(async () => {
  organizer = await stage.client('organizer')
})
afterAll(async () => {
  await second?.stop()
})

const reason = 'Mất điện diện rộng ở hai xã của huyện'
const start = async (story: Story, person?: Client) => {
  const client = person ?? (await stage.client())
  const holder = newHolder()
  const paper = await client.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
  const { attemptId } = paper.attempt
  const status = () => client.get('attemptStatus', { params: { attemptId }, query: { holder } })
  return { client, holder, paper, attemptId, status, deadline: Date.parse(paper.attempt.deadlineAt) }
}
const now = async () => Date.parse((await organizer.get('serverTime')).serverTime)
const iso = (ms: number) => new Date(ms).toISOString()
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const attemptRow = async (attemptId: string) =>
  (
    await stage.database.pool.query(
      `SELECT credit_ms, time_used_s, extract(epoch FROM deadline_at) * 1000 AS deadline FROM attempt WHERE id = $1`,
      [attemptId],
    )
  ).rows[0] as { credit_ms: number; time_used_s: number | null; deadline: string }

describe('CL-1, CL-2 a pause', () => {
  it('stops the clock of everybody and gives the time back; the end moves by it', async () => {
    const story = await makeContest(organizer, { timeLimitS: 600 })
    const params = { roundId: story.roundId }
    const one = await start(story)
    expect(await organizer.refusal('resumeRound', { params })).toBe('ROUND.NOT_PAUSED')
    const paused = await organizer.get('pauseRound', { params, body: { reason } })
    expect(paused).toMatchObject({ state: 'open', closesAt: story.roundBody.closesAt })
    expect(await organizer.refusal('pauseRound', { params, body: { reason } })).toBe('ROUND.PAUSED')
    const late = await stage.client()
    await eventually('nobody starts while paused', async () => {
      const reply = await late.call('startAttempt', { params, body: { holder: newHolder() } })
      return reply.code === 'ROUND.PAUSED'
    })
    await sleep(1_500)
    const resumed = await organizer.get('resumeRound', { params })
    const { rows } = await stage.database.pool.query(`SELECT from_at, to_at FROM clock_act WHERE round_id = $1`, [
      story.roundId,
    ])
    const pauseMs = rows[0].to_at.getTime() - rows[0].from_at.getTime()
    expect(pauseMs).toBeGreaterThan(1_400)
    expect(Date.parse(resumed.closesAt)).toBe(Date.parse(story.roundBody.closesAt) + pauseMs)
    expect(resumed.pausedAt).toBeNull()
    expect((await attemptRow(one.attemptId)).credit_ms).toBe(pauseMs)
    expect(Date.parse((await one.status()).deadlineAt)).toBe(one.deadline + pauseMs)
    expect((await start(story, late)).paper.attempt.state).toBe('in_progress')
    const kinds = (await one.client.get('myNotices')).rows.map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['round-paused', 'round-resumed'])
    const { acts } = await stage.guest().get('clockActs', { params })
    expect(acts).toMatchObject([{ kind: 'pause', reason, scope: 'all', to: iso(rows[0].to_at.getTime()) }])
  })

  it('keeps a round from closing, and what ends in a pause does not lose its time', async () => {
    const story = await makeContest(organizer, { timeLimitS: 30, opensInS: -1, lengthS: 33 })
    const params = { roundId: story.roundId }
    const one = await start(story)
    await organizer.get('pauseRound', { params, body: { reason } })
    // As if the pause had begun ten minutes ago: the shown end is long over.
    await stage.database.pool.query(
      `UPDATE round SET opens_at = opens_at - interval '10 minutes', closes_at = closes_at - interval '10 minutes',
              paused_at = paused_at - interval '10 minutes' WHERE id = $1`,
      [story.roundId],
    )
    await stage.database.pool.query(
      `UPDATE attempt SET started_at = started_at - interval '10 minutes', deadline_at = deadline_at - interval '10 minutes' WHERE id = $1`,
      [one.attemptId],
    )
    await stage.database.pool.query(
      `UPDATE clock_act SET from_at = from_at - interval '10 minutes' WHERE round_id = $1`,
      [story.roundId],
    )
    await sleep(4_500)
    expect((await one.status()).state).toBe('in_progress')
    await organizer.get('resumeRound', { params })
    const { deadlineAt, serverTime } = await one.status()
    expect(Date.parse(deadlineAt) - Date.parse(serverTime)).toBeGreaterThan(20_000)
    await one.client.get('submitAttempt', { params: { attemptId: one.attemptId }, body: { holder: one.holder } })
    expect((await attemptRow(one.attemptId)).time_used_s).toBeLessThan(30)
  })
})

describe('CL-3 an extension', () => {
  it('moves the end later, with a reason, for everybody to see', async () => {
    const story = await makeContest(organizer)
    const params = { roundId: story.roundId }
    const one = await start(story)
    const end = Date.parse(story.roundBody.closesAt)
    expect(await organizer.refusal('extendRound', { params, body: { closesAt: iso(end), reason } })).toBe(
      'ROUND.WINDOW_INVALID',
    )
    const extended = await organizer.get('extendRound', { params, body: { closesAt: iso(end + 60_000), reason } })
    expect(extended).toMatchObject({ closesAt: iso(end + 60_000), rulesVersion: 1 })
    expect((await stage.guest().get('clockActs', { params })).acts).toMatchObject([
      { kind: 'extension', from: iso(end), to: iso(end + 60_000), reason },
    ])
    expect((await one.client.get('myNotices')).rows).toMatchObject([
      { kind: 'round-extended', params: { closesAt: iso(end + 60_000) } },
    ])
  })

  it('does not run into another round for the same people', async () => {
    const story = await makeContest(organizer)
    const end = Date.parse(story.roundBody.closesAt)
    const next = await organizer.get('createRound', {
      params: { contestId: story.contestId },
      body: { ...story.roundBody, opensAt: iso(end), closesAt: iso(end + 3_600_000) },
    })
    await organizer.get('publishRound', { params: { roundId: next.id } })
    const reply = await organizer.call('extendRound', {
      params: { roundId: story.roundId },
      body: { closesAt: iso(end + 1), reason },
    })
    expect(reply.problem).toMatchObject({
      code: 'ROUND.RULES_IMPOSSIBLE',
      fields: [{ path: 'closesAt', code: 'windows_overlap' }],
    })
  })
})

describe('CL-4, CL-5 a credit after an outage', () => {
  it('is previewed, given once whatever is sent twice through two processes, and counts an instant once', async () => {
    second ??= await startApi({ DATABASE_URL: stage.database.url })
    const story = await makeContest(organizer, { timeLimitS: 600 })
    const params = { roundId: story.roundId }
    const running = await start(story)
    const ended = await start(story)
    await sleep(2_100)
    await ended.client.get('submitAttempt', { params: { attemptId: ended.attemptId }, body: { holder: ended.holder } })
    const usedBefore = (await attemptRow(ended.attemptId)).time_used_s as number
    expect(usedBefore).toBeGreaterThanOrEqual(2)
    const from = Date.parse(running.paper.attempt.startedAt)
    const first = { from: iso(from), to: iso(from + 1_500), scope: { kind: 'all' as const } }
    const preview = await organizer.get('previewCredit', { params, body: first })
    expect(preview.counts).toEqual({ running: 1, submitted: 1, oneMore: 0 })
    expect(preview.rows.map(({ effect }) => effect).sort()).toEqual(['running', 'submitted'])
    expect((await attemptRow(running.attemptId)).credit_ms).toBe(0)

    const creditId = randomUUID()
    const grant = (client: Client) =>
      client.get('grantCredit', { params: { ...params, creditId }, body: { ...first, reason } })
    const outcomes = await Promise.all([grant(organizer), grant(organizer.twin(second.url)), grant(organizer)])
    for (const outcome of outcomes) expect(outcome.counts).toEqual({ running: 1, submitted: 1, oneMore: 0 })
    expect((await attemptRow(running.attemptId)).credit_ms).toBe(1_500)
    expect(Date.parse((await running.status()).deadlineAt)).toBe(running.deadline + 1_500)
    expect((await attemptRow(ended.attemptId)).time_used_s).toBeLessThan(usedBefore)
    expect(
      await organizer.refusal('grantCredit', {
        params: { ...params, creditId },
        body: { ...first, to: iso(from + 1_000), reason },
      }),
    ).toBe('CREDIT.OTHER')

    // Half of it was given already.
    const overlapping = { from: iso(from + 750), to: iso(from + 2_000), scope: { kind: 'all' as const }, reason }
    await organizer.get('grantCredit', { params: { ...params, creditId: randomUUID() }, body: overlapping })
    expect((await attemptRow(running.attemptId)).credit_ms).toBe(2_000)
    const again = { ...overlapping, reason: 'Bù lại lần nữa cho chắc' }
    const nothing = await organizer.get('grantCredit', { params: { ...params, creditId: randomUUID() }, body: again })
    expect(nothing.counts).toEqual({ running: 0, submitted: 0, oneMore: 0 })
    expect((await running.client.get('myNotices')).rows.map(({ kind }) => kind)).toEqual([
      'clock-credit',
      'clock-credit',
    ])
    const { acts } = await stage.guest().get('clockActs', { params })
    expect(acts.filter(({ kind }) => kind === 'credit')).toHaveLength(3)
  })

  it('is for a unit with everything below it, or for a network, and for nobody else', async () => {
    const story = await makeContest(organizer, { timeLimitS: 600 })
    const params = { roundId: story.roundId }
    const near = await start(story)
    const far = await addPerson(stage.database.pool, 'contestant', stage.units.communes[2] as string)
    const distant = await start(story, new Client(stage.api.url, far.token))
    await sleep(1_100)
    const from = Date.parse(distant.paper.attempt.startedAt)
    const interval = { from: iso(from), to: iso(from + 1_000) }
    const unit = { kind: 'unit' as const, unitId: stage.units.districts[0] as string }
    await organizer.get('grantCredit', {
      params: { ...params, creditId: randomUUID() },
      body: { ...interval, scope: unit, reason },
    })
    expect((await attemptRow(near.attemptId)).credit_ms).toBe(1_000)
    expect((await attemptRow(distant.attemptId)).credit_ms).toBe(0)
    expect((await stage.guest().get('clockActs', { params })).acts).toMatchObject([
      { scope: 'unit', unitName: 'Huyện Tiên Phước' },
    ])
    await stage.database.pool.query(`UPDATE attempt SET network = '10.1.2.0/24' WHERE id = $1`, [distant.attemptId])
    const network = { kind: 'network' as const, network: '10.1.2.0/24' }
    const preview = await organizer.get('previewCredit', { params, body: { ...interval, scope: network } })
    expect(preview.rows.map(({ attemptId }) => attemptId)).toEqual([distant.attemptId])
  })

  it('gives one attempt more to whom the deadline came in the outage', async () => {
    const story = await makeContest(organizer, { timeLimitS: 30, attemptLimit: 1 })
    const params = { roundId: story.roundId }
    const one = await start(story)
    await one.client.get('saveResponses', {
      params: { attemptId: one.attemptId },
      body: { holder: one.holder, responses: responsesFor(one.paper, story.items, 2) },
    })
    await stage.database.pool.query(`UPDATE round SET opens_at = opens_at - interval '2 minutes' WHERE id = $1`, [
      story.roundId,
    ])
    await stage.database.pool.query(`UPDATE attempt SET started_at = started_at - interval '1 minute' WHERE id = $1`, [
      one.attemptId,
    ])
    await eventually('closed at the deadline', async () => (await one.status()).state === 'submitted')
    const startAgain = () => one.client.call('startAttempt', { params, body: { holder: newHolder() } })
    expect((await startAgain()).code).toBe('ATTEMPT.LIMIT_REACHED')
    const deadline = Number((await attemptRow(one.attemptId)).deadline)
    const body = { from: iso(deadline - 5_000), to: iso(deadline + 1_000), scope: { kind: 'all' as const }, reason }
    const outcome = await organizer.get('grantCredit', { params: { ...params, creditId: randomUUID() }, body })
    expect(outcome.counts).toEqual({ running: 0, submitted: 0, oneMore: 1 })
    expect((await startAgain()).status).toBe(200)
    expect((await startAgain()).code).toBe('ATTEMPT.HELD_ELSEWHERE')
    expect((await one.client.get('myNotices')).rows).toMatchObject([{ kind: 'attempt-added' }])
  })

  it('moves the end of the round when somebody would not get it otherwise, and says so before', async () => {
    const story = await makeContest(organizer, { timeLimitS: 60, opensInS: -5, lengthS: 66 })
    const params = { roundId: story.roundId }
    const one = await start(story)
    await sleep(2_100)
    const end = Date.parse(story.roundBody.closesAt)
    const from = Date.parse(one.paper.attempt.startedAt)
    const body = { from: iso(from), to: iso(from + 2_000), scope: { kind: 'all' as const } }
    const needed = one.deadline + 2_000
    expect(needed).toBeGreaterThan(end)
    expect((await organizer.get('previewCredit', { params, body })).closesAt).toBe(iso(needed))
    await organizer.get('grantCredit', { params: { ...params, creditId: randomUUID() }, body: { ...body, reason } })
    expect((await organizer.get('adminRound', { params })).round.closesAt).toBe(iso(needed))
    expect(Date.parse((await one.status()).deadlineAt)).toBe(needed)
    const kinds = (await stage.guest().get('clockActs', { params })).acts.map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['credit', 'extension'])
  })

  it('takes no interval of the future, before the round, or turned round, and none once results are published', async () => {
    const story = await makeContest(organizer)
    const params = { roundId: story.roundId }
    const at = await now()
    const opensAt = Date.parse(story.roundBody.opensAt)
    const ask = (from: number, to: number) =>
      organizer.call('previewCredit', { params, body: { from: iso(from), to: iso(to), scope: { kind: 'all' } } })
    expect((await ask(at - 1_000, at + 60_000)).code).toBe('CREDIT.INTERVAL_INVALID')
    expect((await ask(opensAt - 1, at)).code).toBe('CREDIT.INTERVAL_INVALID')
    expect((await ask(at, at - 1_000)).code).toBe('CREDIT.INTERVAL_INVALID')
    expect((await ask(opensAt, at)).status).toBe(200)
    await takePart(await stage.client(), story, 2)
    await stage.database.pool.query(`UPDATE round SET results_published_at = clock_timestamp() WHERE id = $1`, [
      story.roundId,
    ])
    await sleep(1_100)
    expect((await ask(opensAt, at)).code).toBe('ROUND.RESULTS_PUBLISHED')
  })
})

describe('AT-3 answers while the clock stands', () => {
  it('are saved: what people had in hand is not lost', async () => {
    const story = await makeContest(organizer)
    const params = { roundId: story.roundId }
    const one = await start(story)
    await organizer.get('pauseRound', { params, body: { reason } })
    const answer = tokenFor(one.paper, 1, story.items, true)
    const saved = await one.client.get('saveResponses', {
      params: { attemptId: one.attemptId },
      body: { holder: one.holder, responses: [{ seq: 1, position: 1, answer }] },
    })
    expect(saved.savedSeqs).toEqual([1])
  })
})
