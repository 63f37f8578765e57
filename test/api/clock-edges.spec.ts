import { randomUUID } from 'node:crypto'
import type { RoundRules } from '@thiso/contracts/vocab'
import type { Client } from '../support/client'
import { eventually, useStage } from '../support/stage'
import { makeContest, newHolder, responsesFor, type Story, tokenFor } from '../support/story'

const stage = useStage()
let organizer: Client

beforeAll(async () => {
  organizer = await stage.client('organizer')
})

const reason = 'Mất điện diện rộng ở hai xã của huyện'
const DAY_S = 86_400
const iso = (ms: number) => new Date(ms).toISOString()
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const scoring = { wrongPenalty: 0, blankPenalty: 0, speedBonus: 0.9 }
const oneWay: Partial<RoundRules> = { movement: 'one-way', itemClockS: 30 }

const start = async (story: Story) => {
  const client = await stage.client()
  const holder = newHolder()
  const paper = await client.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
  const params = { attemptId: paper.attempt.attemptId }
  return {
    client,
    holder,
    paper,
    params,
    startedAt: Date.parse(paper.attempt.startedAt),
    deadline: Date.parse(paper.attempt.deadlineAt),
    right: (position: number) => ({ seq: position, position, answer: tokenFor(paper, position, story.items, true) }),
    status: () => client.get('attemptStatus', { params, query: { holder } }),
    save: (responses: ReturnType<typeof responsesFor>) =>
      client.call('saveResponses', { params, body: { holder, responses } }),
    submit: () => client.get('submitAttempt', { params, body: { holder } }),
    result: () => client.get('attemptResult', { params }),
    again: () => client.call('startAttempt', { params: { roundId: story.roundId }, body: { holder: newHolder() } }),
  }
}
const row = async (attemptId: string) =>
  (
    await stage.database.pool.query(
      `SELECT state, submit_kind, credit_ms, time_used_s, bonus, points, usable_extra, deadline_at FROM attempt WHERE id = $1`,
      [attemptId],
    )
  ).rows[0]
const pause = (story: Story) => organizer.get('pauseRound', { params: { roundId: story.roundId }, body: { reason } })
const resume = (story: Story) => organizer.call('resumeRound', { params: { roundId: story.roundId } })
const creditOf = (from: number, to: number) => ({ from: iso(from), to: iso(to), scope: { kind: 'all' as const } })
const grant = (story: Story, from: number, to: number) =>
  organizer.call('grantCredit', {
    params: { roundId: story.roundId, creditId: randomUUID() },
    body: { ...creditOf(from, to), reason },
  })
/** As if everything in the round had happened so much earlier. */
async function ago(story: Story, seconds: number) {
  const { pool } = stage.database
  const back = `- make_interval(secs => ${seconds})`
  await pool.query(
    `UPDATE round SET opens_at = opens_at ${back}, closes_at = closes_at ${back}, paused_at = paused_at ${back} WHERE id = $1`,
    [story.roundId],
  )
  await pool.query(`UPDATE clock_act SET from_at = from_at ${back}, to_at = to_at ${back} WHERE round_id = $1`, [
    story.roundId,
  ])
  await pool.query(
    `UPDATE attempt SET started_at = started_at ${back}, deadline_at = deadline_at ${back}, accept_until = accept_until ${back},
            submitted_at = submitted_at ${back} WHERE round_id = $1`,
    [story.roundId],
  )
}

describe('CL-1 a pause that nobody ends', () => {
  it('ends with the round seven days after its end: attempts close, none of it is time used, results can be made', async () => {
    const story = await makeContest(organizer, { timeLimitS: 600, lengthS: 900 })
    const one = await start(story)
    await one.save(responsesFor(one.paper, story.items, 3))
    await sleep(1_100)
    await pause(story)
    await ago(story, 8 * DAY_S)
    await eventually(
      'the attempt is closed',
      async () => (await row(one.params.attemptId)).state === 'submitted',
      15_000,
    )
    expect(await row(one.params.attemptId)).toMatchObject({ submit_kind: 'at_deadline', points: 3 })
    expect((await row(one.params.attemptId)).time_used_s).toBeLessThan(6)
    const { round } = await organizer.get('adminRound', { params: { roundId: story.roundId } })
    expect(round).toMatchObject({ state: 'closed', pausedAt: null })
    expect((await one.save(responsesFor(one.paper, story.items, 4, 20))).status).toBe(409)
    expect((await resume(story)).code).toBe('ROUND.NOT_PAUSED')
    const { acts } = await stage.guest().get('clockActs', { params: { roundId: story.roundId } })
    expect(acts).toMatchObject([{ kind: 'pause', to: round.closesAt }])
    expect((await organizer.call('closeResults', { params: { roundId: story.roundId } })).status).toBe(200)
  })

  it('brings no attempt back that was over before, although the job had not come to it', async () => {
    const story = await makeContest(organizer, { timeLimitS: 30, opensInS: -300 })
    const one = await start(story)
    // Over for less than the job waits: the pause begins in between.
    await stage.database.pool.query(
      `UPDATE attempt SET started_at = started_at - interval '34 seconds', deadline_at = deadline_at - interval '34 seconds',
              accept_until = accept_until - interval '34 seconds' WHERE id = $1`,
      [one.params.attemptId],
    )
    await pause(story)
    expect((await one.save([one.right(1)])).code).toMatch(/^ATTEMPT\.(DEADLINE_PASSED|ALREADY_SUBMITTED)$/)
    await eventually('it is closed', async () => (await row(one.params.attemptId)).state === 'submitted', 10_000)
    const after = await row(one.params.attemptId)
    expect(after).toMatchObject({ submit_kind: 'at_deadline', time_used_s: 30, credit_ms: 0, points: 0 })
  })
})

describe('SC-2 a pause that ends with the round', () => {
  it('is no time used when an organizer closes the round', async () => {
    const story = await makeContest(organizer, { timeLimitS: 600 })
    const one = await start(story)
    await pause(story)
    await sleep(3_200)
    const closed = await organizer.get('closeRound', { params: { roundId: story.roundId } })
    expect(closed).toMatchObject({ state: 'closed', pausedAt: null })
    await eventually(
      'the attempt is closed',
      async () => (await row(one.params.attemptId)).state === 'submitted',
      15_000,
    )
    expect((await row(one.params.attemptId)).time_used_s).toBeLessThanOrEqual(2)
    expect((await row(one.params.attemptId)).credit_ms).toBeGreaterThan(3_000)
  })
})

describe('SC-6 the bonus for speed', () => {
  it('does not count a pause in which a place is answered and the paper handed in', async () => {
    const story = await makeContest(organizer, { itemCount: 2, rules: { ...oneWay, itemClockS: 10, scoring } })
    const one = await start(story)
    await pause(story)
    await sleep(3_000)
    await one.save([{ ...one.right(1) }])
    await one.submit()
    const { bonus } = await row(one.params.attemptId)
    // Half of the points, and of its ten seconds the few tenths before the pause: with the pause it would be under 0.32.
    expect(bonus).toBeGreaterThan(0.36)
  })

  it('CL-4: grows with a credit that an attempt gets after it was handed in', async () => {
    const story = await makeContest(organizer, { timeLimitS: 30, opensInS: -20, rules: { scoring } })
    const one = await start(story)
    await one.save(responsesFor(one.paper, story.items, 8))
    await sleep(3_100)
    await one.submit()
    const before = await row(one.params.attemptId)
    expect(before.time_used_s).toBeGreaterThanOrEqual(3)
    expect((await grant(story, one.startedAt, one.startedAt + 3_000)).body.counts.submitted).toBe(1)
    const after = await row(one.params.attemptId)
    expect(after.time_used_s).toBe(before.time_used_s - 3)
    expect(after.bonus).toBeCloseTo((0.9 * (30 - after.time_used_s)) / 30, 2)
    expect(after.points - before.points).toBeCloseTo(0.09, 2)
    expect((await one.result()).score?.points).toBe(after.points)
  })
})

describe('AT-13 a place whose clock is over', () => {
  it('keeps nobody waiting for the grace where everything must be answered', async () => {
    const story = await makeContest(organizer, { itemCount: 2, rules: { ...oneWay, itemClockS: 5, allRequired: true } })
    const { client, params, holder, paper } = await start(story)
    const open = () => client.call('openPlace', { params: { ...params, position: 2 }, body: { holder, responses: [] } })
    expect((await open()).code).toBe('ATTEMPT.ANSWER_FIRST')
    const left =
      Date.parse(paper.attempt.open?.until ?? '') - Date.parse((await organizer.get('serverTime')).serverTime)
    await sleep(left + 400)
    expect((await open()).status).toBe(200)
  })
})

describe('AT-11 attempts that are left', () => {
  it('promises no attempt after the end of the round', async () => {
    const rules = { attempts: { counted: 'best' as const, period: 'round' as const, waitS: 3_600, unseenFirst: false } }
    const story = await makeContest(organizer, {
      timeLimitS: 60,
      opensInS: -2_000,
      lengthS: 4_000,
      attemptLimit: 3,
      rules,
    })
    const one = await start(story)
    await one.submit()
    const { mine } = await one.client.get('round', { params: { roundId: story.roundId } })
    expect(mine).toMatchObject({ attemptsLeft: 0, nextAttemptAt: null })
    const refused = await one.again()
    expect(refused.code).toBe('ATTEMPT.WAIT')
    expect(refused.problem?.params).not.toHaveProperty('nextAt')
    expect(refused.problem?.messages.vi).toContain('đợt thi đã kết thúc')
  })

  it('CL-4: one that is given back after midnight is one more today', async () => {
    const rules = { attempts: { counted: 'best' as const, period: 'day' as const, waitS: 0, unseenFirst: false } }
    const story = await makeContest(organizer, { timeLimitS: 30, attemptLimit: 1, lengthS: 5 * DAY_S, rules })
    const one = await start(story)
    await ago(story, 2 * DAY_S)
    await eventually(
      'closed at the deadline',
      async () => (await row(one.params.attemptId)).state === 'submitted',
      10_000,
    )
    const deadline = (await row(one.params.attemptId)).deadline_at.getTime()
    expect((await grant(story, deadline - 5_000, deadline + 1_000)).body.counts.oneMore).toBe(1)
    for (let n = 0; n < 2; n++) {
      const { body } = await one.again()
      await one.client.get('submitAttempt', {
        params: { attemptId: body.attempt.attemptId },
        body: { holder: await holderOf(body.attempt.attemptId) },
      })
    }
    expect((await one.again()).code).toBe('ATTEMPT.LIMIT_REACHED')
  })

  const holderOf = async (attemptId: string) =>
    (await stage.database.pool.query(`SELECT holder FROM attempt WHERE id = $1`, [attemptId])).rows[0].holder as string
})

describe('CL-3 the end of a round that credits and pauses move', () => {
  const nextRound = async (story: Story, opensAt: number) => {
    const body = { ...story.roundBody, opensAt: iso(opensAt), closesAt: iso(opensAt + 3_600_000) }
    const next = await organizer.get('createRound', { params: { contestId: story.contestId }, body })
    return organizer.call('publishRound', { params: { roundId: next.id } })
  }
  const impossible = { code: 'ROUND.RULES_IMPOSSIBLE', fields: [{ path: 'closesAt', code: 'windows_overlap' }] }

  it('does not come to lie within another round for the same people, and the preview says so', async () => {
    const story = await makeContest(organizer, { timeLimitS: 60, opensInS: -5, lengthS: 66 })
    const end = Date.parse(story.roundBody.closesAt)
    const one = await start(story)
    expect((await nextRound(story, end + 500)).status).toBe(200)
    await sleep(2_600)
    const body = creditOf(one.startedAt, one.startedAt + 2_500)
    const preview = await organizer.call('previewCredit', { params: { roundId: story.roundId }, body })
    expect(preview.problem).toMatchObject(impossible)
    expect((await grant(story, one.startedAt, one.startedAt + 2_500)).problem).toMatchObject(impossible)
    expect(await row(one.params.attemptId)).toMatchObject({ credit_ms: 0, state: 'in_progress' })
    await pause(story)
    await sleep(1_000)
    expect((await resume(story)).problem).toMatchObject(impossible)
    expect((await organizer.get('closeRound', { params: { roundId: story.roundId } })).state).toBe('closed')
  })

  it('CL-1: a pause does not make it seem to lie a week later', async () => {
    const story = await makeContest(organizer, { timeLimitS: 60, lengthS: 3_600 })
    await pause(story)
    const { made } = await organizer.get('rulebook', { params: { contestId: story.contestId } })
    const end = new Date(Date.parse(story.roundBody.closesAt) + 7 * 3_600_000).toISOString()
    expect(JSON.stringify(made.vi)).toContain(`${end.slice(8, 10)}/${end.slice(5, 7)}/${end.slice(0, 4)}`)
    const later = new Date(Date.parse(end) + 7 * 86_400_000).toISOString()
    expect(JSON.stringify(made.vi)).not.toContain(`${later.slice(8, 10)}/${later.slice(5, 7)}/${later.slice(0, 4)}`)
    expect((await nextRound(story, Date.parse(story.roundBody.closesAt) + 2 * DAY_S * 1_000)).status).toBe(200)
  })

  it('RD-6: never moves once the round has closed', async () => {
    const story = await makeContest(organizer, { timeLimitS: 600 })
    const one = await start(story)
    await sleep(2_100)
    await organizer.get('closeRound', { params: { roundId: story.roundId } })
    const reply = await grant(story, one.startedAt, one.startedAt + 2_000)
    expect(reply.body).toMatchObject({ counts: { running: 0, submitted: 1, oneMore: 0 }, closesAt: null })
    const { round } = await organizer.get('adminRound', { params: { roundId: story.roundId } })
    expect(round.state).toBe('closed')
    await eventually(
      'the attempt is closed',
      async () => (await row(one.params.attemptId)).state === 'submitted',
      15_000,
    )
    expect((await row(one.params.attemptId)).time_used_s).toBeLessThanOrEqual(1)
  })
})

describe('LB-1 extra time that the end of the round cuts off', () => {
  it('is noted with the attempt as far as it was there', async () => {
    const story = await makeContest(organizer, { timeLimitS: 30, opensInS: -5, lengthS: 38 })
    const one = await start(story)
    await stage.database.pool.query(`UPDATE attempt SET extra_percent = 100 WHERE id = $1`, [one.params.attemptId])
    const end = Date.parse(story.roundBody.closesAt)
    await eventually('the bell cuts it off', async () => Date.parse((await one.status()).deadlineAt) === end, 10_000)
    await one.submit()
    const share = (end - one.startedAt) / 30_000 - 1
    expect((await row(one.params.attemptId)).usable_extra).toBe(Math.ceil(share * 10_000))
  })
})
