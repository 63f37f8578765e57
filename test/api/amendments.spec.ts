import type { ApiBody } from '@thiso/contracts'
import { DEFAULT_CONTEST_RULES, DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import { type ApiProcess, startApi } from '../support/api-process'
import type { Client } from '../support/client'
import { useStage } from '../support/stage'
import { makeContest, newHolder, type Story, takePart } from '../support/story'

const stage = useStage()
let organizer: Client
let colleague: Client
let second: ApiProcess | undefined

beforeAll(async () => {
  organizer = await stage.client('organizer')
  colleague = await stage.client('administrator')
})
afterAll(async () => {
  await second?.stop()
})

const reason = 'Thời gian ghi trong kế hoạch là 15 phút'
type Change = ApiBody<'proposeRoundAmendment'>['change']
const propose = (story: Story, change: Change) =>
  organizer.call('proposeRoundAmendment', { params: { roundId: story.roundId }, body: { change, reason } })
const decide = (client: Client, amendmentId: string, isApproved = true) =>
  client.call('decideAmendment', { params: { amendmentId }, body: { isApproved } })
const begin = async (story: Story) => {
  const person = await stage.client()
  const holder = newHolder()
  const { attempt } = await person.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
  return { person, holder, attempt, lengthMs: Date.parse(attempt.deadlineAt) - Date.parse(attempt.startedAt) }
}
const publicOf = async (story: Story) => {
  const { contest } = await organizer.get('contest', { params: { contestId: story.contestId } })
  return (await stage.guest().get('publicAmendments', { params: { slug: contest.slug } })).amendments
}

describe('AM-1 before anybody has started', () => {
  it('rules change at once, and an amendment is not needed', async () => {
    const story = await makeContest(organizer)
    const body = { ...story.roundBody, timeLimitS: 900 }
    expect(await organizer.get('updateRound', { params: { roundId: story.roundId }, body })).toMatchObject({
      timeLimitS: 900,
      rulesVersion: 1,
    })
    expect((await propose(story, { timeLimitS: 1_200 })).code).toBe('AMENDMENT.NOT_NEEDED')
  })
})

describe('AM-2 an amendment', () => {
  it('takes a reason and a second person, holds from the approval, and lets running attempts keep their rules', async () => {
    const story = await makeContest(organizer, { timeLimitS: 600 })
    const early = await begin(story)
    const params = { roundId: story.roundId }
    expect((await propose(story, { timeLimitS: 600 })).code).toBe('AMENDMENT.CHANGES_NOTHING')
    expect(
      (
        await organizer.call('proposeRoundAmendment', {
          params,
          body: { change: { timeLimitS: 900 }, reason: 'ngắn' },
        })
      ).code,
    ).toBe('REQUEST.INVALID')
    const scoring = { ...DEFAULT_ROUND_RULES.scoring, wrongPenalty: 0.25 }
    const amendment = (await propose(story, { timeLimitS: 900, rules: { ...DEFAULT_ROUND_RULES, scoring } })).body
    expect(amendment).toMatchObject({
      state: 'proposed',
      changes: [
        { path: 'rules.scoring.wrongPenalty', before: 0, after: 0.25 },
        { path: 'timeLimitS', before: 600, after: 900 },
      ],
    })
    expect((await propose(story, { timeLimitS: 1_200 })).code).toBe('AMENDMENT.PENDING')
    expect((await decide(organizer, amendment.id)).code).toBe('AMENDMENT.OWN')
    expect(await publicOf(story)).toEqual([])
    expect((await organizer.get('adminRound', { params })).round).toMatchObject({ timeLimitS: 600, rulesVersion: 1 })

    expect((await decide(colleague, amendment.id)).body).toMatchObject({ state: 'approved', rulesVersion: 2 })
    expect((await organizer.get('adminRound', { params })).round).toMatchObject({ timeLimitS: 900, rulesVersion: 2 })
    const late = await begin(story)
    expect([early.lengthMs, late.lengthMs]).toEqual([600_000, 900_000])
    // The job that brings deadlines in line with their rounds has run by then, and left the first one alone.
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    const status = await early.person.get('attemptStatus', {
      params: { attemptId: early.attempt.attemptId },
      query: { holder: early.holder },
    })
    expect(status.deadlineAt).toBe(early.attempt.deadlineAt)
    const { rows } = await stage.database.pool.query(
      `SELECT a.rules_version, v.time_limit_s, v.rules->'scoring'->>'wrongPenalty' AS penalty
       FROM attempt a JOIN round_rules v ON v.round_id = a.round_id AND v.version = a.rules_version
       WHERE a.round_id = $1 ORDER BY a.started_at`,
      [story.roundId],
    )
    expect(rows).toEqual([
      { rules_version: 1, time_limit_s: 600, penalty: '0' },
      { rules_version: 2, time_limit_s: 900, penalty: '0.25' },
    ])
    expect((await early.person.get('myNotices')).rows).toMatchObject([{ kind: 'rules-amended', params: { reason } }])
    const acts = (await organizer.get('auditEntries', { query: { q: 'amendment' } })).rows.map(({ act }) => act)
    expect(acts).toEqual(expect.arrayContaining(['amendment.proposed', 'amendment.approved']))
  })

  it('AM-4: is shown to everybody with before and after, who by role and not by name', async () => {
    const story = await makeContest(organizer)
    await begin(story)
    const rejected = (await propose(story, { attemptLimit: 9 })).body
    expect((await decide(colleague, rejected.id, false)).body).toMatchObject({ state: 'rejected' })
    const approved = (await propose(story, { attemptLimit: 5 })).body
    await decide(colleague, approved.id)
    const shown = await publicOf(story)
    expect(shown).toMatchObject([
      {
        roundId: story.roundId,
        changes: [{ path: 'attemptLimit', before: 2, after: 5 }],
        reason,
        proposedByRole: 'organizer',
        decidedByRole: 'administrator',
        rulesVersion: 2,
      },
    ])
    expect(JSON.stringify(shown)).not.toContain('Trần Thị Bích')
  })

  it('AM-4: names the units, rounds and tables that it speaks of, to organizers and to everybody', async () => {
    const story = await makeContest(organizer)
    await begin(story)
    const { contest } = await organizer.get('contest', { params: { contestId: story.contestId } })
    const { units } = await stage.guest().get('units', { query: { asOf: contest.unitsAsOf } })
    const [one, other] = units.filter(({ kind }) => kind === 'district')
    if (!one || !other) throw new Error('the stage has no districts')
    const table = { code: 'A', name: { vi: 'Khối huyện', en: 'Districts' }, minAge: null, maxAge: null, unitKinds: [] }
    const { body } = await organizer.call('proposeContestAmendment', {
      params: { contestId: story.contestId },
      body: {
        change: {
          rules: {
            ...DEFAULT_CONTEST_RULES,
            eligibility: { ...DEFAULT_CONTEST_RULES.eligibility, unitIds: [one.id] },
            tables: [{ ...table, unitIds: [one.id, other.id] }],
          },
        },
        reason,
      },
    })
    await decide(colleague, body.id)
    const round = (await propose(story, { rules: { ...DEFAULT_ROUND_RULES, tables: ['A'] } })).body
    await decide(colleague, round.id)
    const names = {
      [one.id]: { vi: one.name, en: '' },
      [other.id]: { vi: other.name, en: '' },
      A: { vi: 'Khối huyện', en: 'Districts' },
    }
    const told = await stage.guest().get('publicAmendments', { params: { slug: contest.slug } })
    expect(told.names).toEqual(names)
    expect(told.amendments).toHaveLength(2)
    expect((await organizer.get('amendments', { params: { contestId: story.contestId } })).names).toEqual(names)
  })

  it('that is decided by two people at once, in two processes, is decided once', async () => {
    second ??= await startApi({ DATABASE_URL: stage.database.url })
    const story = await makeContest(organizer)
    await begin(story)
    const { id } = (await propose(story, { attemptLimit: 3 })).body
    const others = [colleague, (await stage.client('organizer')).twin(second.url), colleague.twin(second.url)]
    const replies = await Promise.all(others.map((client) => decide(client, id)))
    expect(replies.map(({ status, code }) => code ?? status).sort()).toEqual([
      200,
      'AMENDMENT.DECIDED',
      'AMENDMENT.DECIDED',
    ])
    expect((await organizer.get('adminRound', { params: { roundId: story.roundId } })).round).toMatchObject({
      attemptLimit: 3,
      rulesVersion: 2,
    })
  })

  it('is looked at again when it is approved: nothing that has changed meanwhile, nothing that cannot be kept', async () => {
    const story = await makeContest(organizer)
    await begin(story)
    const impossible = await propose(story, { rules: { ...DEFAULT_ROUND_RULES, itemClockS: 20 } })
    expect(impossible.problem).toMatchObject({
      code: 'ROUND.RULES_IMPOSSIBLE',
      fields: [{ path: 'rules.itemClockS', code: 'item_clock_needs_one_way' }],
    })
    const later = new Date(Date.parse(story.roundBody.closesAt) + 60_000).toISOString()
    expect((await propose(story, { closesAt: later })).code).toBe('ROUND.WINDOW_INVALID')
    const sooner = new Date(Date.parse(story.roundBody.closesAt) - 3_600_000).toISOString()
    const { id } = (await propose(story, { closesAt: sooner })).body
    await organizer.get('extendRound', { params: { roundId: story.roundId }, body: { closesAt: later, reason } })
    expect((await decide(colleague, id)).code).toBe('AMENDMENT.OUTDATED')
    expect(await colleague.refusal('withdrawAmendment', { params: { amendmentId: id } })).toBe('AMENDMENT.NOT_OWN')
    expect(await organizer.get('withdrawAmendment', { params: { amendmentId: id } })).toMatchObject({
      state: 'withdrawn',
    })
    const again = (await propose(story, { closesAt: sooner })).body
    await decide(colleague, again.id)
    expect((await organizer.get('adminRound', { params: { roundId: story.roundId } })).round.closesAt).toBe(sooner)
    await organizer.get('closeRound', { params: { roundId: story.roundId } })
    expect((await propose(story, { attemptLimit: 4 })).code).toBe('ROUND.WRONG_STATE')
  })
})

describe('AM-3 rules and prizes of a contest', () => {
  it('change by an amendment once somebody has taken part; its texts stay free', async () => {
    const story = await makeContest(organizer)
    await takePart(await stage.client(), story, 4)
    const params = { contestId: story.contestId }
    const { contest } = await organizer.get('contest', { params })
    const { id: _, isPublished: __, createdAt: ___, ...body } = contest
    const prizes = [{ ...body.prizes[0], count: 2 }] as typeof body.prizes
    const refused = await organizer.call('updateContest', { params, body: { ...body, prizes } })
    expect(refused.problem).toMatchObject({ code: 'ROUND.AMENDMENT_NEEDED', fields: [{ path: 'prizes' }] })
    const title = { vi: 'Tên mới của cuộc thi', en: '' }
    expect(await organizer.get('updateContest', { params, body: { ...body, title } })).toMatchObject({ title })
    const change = { prizes, rules: { ...DEFAULT_CONTEST_RULES, complaintHours: 24 } }
    const amendment = await organizer.get('proposeContestAmendment', { params, body: { change, reason } })
    expect(amendment.changes.map(({ path }) => path)).toEqual(['prizes', 'rules.complaintHours'])
    await decide(colleague, amendment.id)
    expect((await organizer.get('contest', { params })).contest).toMatchObject({
      prizes,
      rules: { complaintHours: 24 },
    })
    expect(await publicOf(story)).toMatchObject([{ roundId: null, rulesVersion: null }])
  })
})
