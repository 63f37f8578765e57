import type { ApiBody } from '@thiso/contracts'
import type { Client } from '../support/client'
import { useStage } from '../support/stage'
import { makeContest, makeItems, newHolder, type Story, takePart } from '../support/story'

const stage = useStage()
let organizer: Client

beforeAll(async () => {
  organizer = await stage.client('organizer')
})

const roundBody = (story: Story, change: Partial<ApiBody<'createRound'>> = {}) => ({ ...story.roundBody, ...change })
const at = async (seconds: number) => {
  const { serverTime } = await organizer.get('serverTime')
  return new Date(Date.parse(serverTime) + seconds * 1000).toISOString()
}
describe('contests', () => {
  it('have short addresses of their own, also when two are made at once', async () => {
    const story = await makeContest(organizer)
    const { contest } = await organizer.get('contest', { params: { contestId: story.contestId } })
    const { id: _, isPublished: __, createdAt: ___, ...body } = contest
    expect(await organizer.refusal('createContest', { body })).toBe('CONTEST.SLUG_TAKEN')
    const both = await Promise.all(
      [1, 2].map(() => organizer.call('createContest', { body: { ...body, slug: `${body.slug}-hai` } })),
    )
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    const renamed = await organizer.get('updateContest', {
      params: { contestId: story.contestId },
      body: { ...body, title: { vi: 'Tên mới', en: '' } },
    })
    expect(renamed).toMatchObject({ title: { vi: 'Tên mới', en: '' }, isPublished: true })
  })

  it('that are not published show nothing, nor do their rounds', async () => {
    const story = await makeContest(organizer)
    await organizer.get('publishContest', { params: { contestId: story.contestId }, body: { isPublished: false } })
    const params = { roundId: story.roundId }
    const person = await stage.client()
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect(await person.refusal('round', { params })).toBe('ROUND.NOT_FOUND')
    expect(await person.refusal('board', { params })).toBe('ROUND.NOT_FOUND')
    expect((await person.get('home')).contest?.id).not.toBe(story.contestId)
    expect(await person.refusal('startAttempt', { params, body: { holder: newHolder() } })).toBe('ROUND.NOT_FOUND')
  })
})

describe('rounds', () => {
  it('BP-2: are published only when the banks can feed them', async () => {
    const story = await makeContest(organizer)
    const blueprint = [{ topic: 'concepts' as const, level: 'recall' as const, count: 6 }]
    const params = { contestId: story.contestId }
    await organizer.get('closeRound', { params: { roundId: story.roundId } })
    const round = await organizer.get('createRound', {
      params,
      body: roundBody(story, { blueprint, opensAt: await at(0) }),
    })
    const check = await organizer.get('checkBlueprint', { body: { bankIds: [story.bankId], blueprint } })
    expect(check).toMatchObject({
      isFeasible: false,
      itemCount: 6,
      missingCount: 2,
      cells: [{ usableCount: 4, missingCount: 2 }],
    })
    const reply = await organizer.call('publishRound', { params: { roundId: round.id } })
    expect(reply.problem).toMatchObject({ code: 'ROUND.BANK_TOO_SMALL', params: { missing: 2 } })
    expect(reply.problem?.messages.vi).toContain('còn thiếu 2 câu')
    await makeItems(organizer, story.bankId, 4, 'them')
    expect(await organizer.get('publishRound', { params: { roundId: round.id } })).toMatchObject({ state: 'open' })
  })

  it('RD-5: have room for one attempt', async () => {
    const story = await makeContest(organizer)
    const params = { contestId: story.contestId }
    for (const [opensAt, closesAt] of [
      [await at(0), await at(599)],
      [await at(60), await at(0)],
    ] as const)
      expect(await organizer.refusal('createRound', { params, body: roundBody(story, { opensAt, closesAt }) })).toBe(
        'ROUND.WINDOW_INVALID',
      )
  })

  it('RD-1: are drafts, scheduled, open and closed, and refuse what does not fit', async () => {
    const story = await makeContest(organizer, { opensInS: 600 })
    const params = { roundId: story.roundId }
    const person = await stage.client()
    const start = { params, body: { holder: newHolder() } }
    expect(await organizer.get('adminRound', { params })).toMatchObject({ round: { state: 'scheduled' } })
    expect(await person.refusal('startAttempt', start)).toBe('ROUND.NOT_OPEN')
    expect(await organizer.refusal('publishRound', { params })).toBe('ROUND.WRONG_STATE')
    expect(await organizer.refusal('closeRound', { params })).toBe('ROUND.WRONG_STATE')
    expect(await organizer.get('openRound', { params })).toMatchObject({ state: 'open' })
    expect(await organizer.refusal('openRound', { params })).toBe('ROUND.WRONG_STATE')
    await person.get('startAttempt', start)
    expect(await organizer.get('closeRound', { params })).toMatchObject({ state: 'closed' })
    expect(await organizer.refusal('closeRound', { params })).toBe('ROUND.WRONG_STATE')
  })

  it('RD-6: change wholly before the first attempt, afterwards in name only', async () => {
    const story = await makeContest(organizer)
    const params = { roundId: story.roundId }
    const update = (change: Partial<ApiBody<'updateRound'>>) =>
      organizer.get('updateRound', { params, body: roundBody(story, change) })
    expect(await update({ timeLimitS: 900, attemptLimit: 1 })).toMatchObject({ timeLimitS: 900, hasAttempts: false })
    const person = await stage.client()
    const paper = await person.get('startAttempt', { params, body: { holder: newHolder() } })
    expect(Date.parse(paper.attempt.deadlineAt) - Date.parse(paper.attempt.startedAt)).toBe(900_000)
    const name = { vi: 'Đợt mở rộng', en: 'Extended round' }
    const same = { timeLimitS: 900, attemptLimit: 1 }
    expect(await update({ ...same, name })).toMatchObject({ ...same, name, hasAttempts: true })
    const change = {
      ...same,
      closesAt: await at(9_000),
      resultPolicy: 'after_close' as const,
      blueprint: story.roundBody.blueprint.slice(1),
    }
    const reply = await organizer.call('updateRound', { params, body: roundBody(story, change) })
    expect(reply.problem).toMatchObject({ code: 'ROUND.AMENDMENT_NEEDED' })
    expect(reply.problem?.fields?.map(({ path }) => path)).toEqual(['blueprint', 'closesAt', 'resultPolicy'])
    expect(await organizer.refusal('deleteRound', { params })).toBe('ROUND.WRONG_STATE')
    await organizer.get('closeRound', { params })
    const { closesAt } = (await organizer.get('adminRound', { params })).round
    const closed = { ...same, name: { vi: 'Đợt đã đóng', en: '' } }
    expect(await organizer.refusal('updateRound', { params, body: roundBody(story, closed) })).toBe(
      'ROUND.AMENDMENT_NEEDED',
    )
    expect(await update({ ...closed, closesAt })).toMatchObject({
      name: { vi: 'Đợt đã đóng' },
      closesAt,
      state: 'closed',
    })
  })

  it('RD-2: moving the end moves the deadlines of those who are at it', async () => {
    const story = await makeContest(organizer, { timeLimitS: 600, opensInS: -300, lengthS: 700 })
    const params = { roundId: story.roundId }
    const person = await stage.client()
    const holder = newHolder()
    const paper = await person.get('startAttempt', { params, body: { holder } })
    expect(Date.parse(paper.attempt.deadlineAt)).toBe(Date.parse(story.roundBody.closesAt))
    const closesAt = new Date(Date.parse(story.roundBody.closesAt) + 60_000).toISOString()
    await organizer.get('extendRound', { params, body: { closesAt, reason: 'Mất điện ở ba xã trong buổi sáng' } })
    const status = { params: { attemptId: paper.attempt.attemptId }, query: { holder } }
    for (let tries = 0; ; tries++) {
      const { deadlineAt } = await person.get('attemptStatus', status)
      if (Date.parse(deadlineAt) === Date.parse(closesAt)) break
      expect(tries).toBeLessThan(50)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })

  it('are numbered in the order in which they are made, also at once, and go without a trace while unused', async () => {
    const story = await makeContest(organizer)
    const params = { contestId: story.contestId }
    const made = await Promise.all(
      [1, 2, 3, 4].map(() => organizer.get('createRound', { params, body: story.roundBody })),
    )
    expect(made.map(({ ordinal }) => ordinal).sort((a, b) => a - b)).toEqual([2, 3, 4, 5])
    for (const { id } of made) await organizer.get('deleteRound', { params: { roundId: id } })
    expect((await organizer.get('contest', { params })).rounds.map(({ id }) => id)).toEqual([story.roundId])
  })

  it('are watched live: who has started, who is at it, who has submitted', async () => {
    const story = await makeContest(organizer)
    const params = { roundId: story.roundId }
    await takePart(await stage.client(), story, 4)
    await (await stage.client()).get('startAttempt', { params, body: { holder: newHolder() } })
    const monitor = await organizer.get('monitor', { params })
    expect(monitor).toMatchObject({ startedCount: 2, inProgressCount: 1, submittedCount: 1, participantCount: 2 })
    expect(monitor.perMinute).toHaveLength(60)
    expect(monitor.perMinute.reduce((sum, { startedCount }) => sum + startedCount, 0)).toBe(2)
    expect(monitor.byUnit).toMatchObject([{ unitName: 'Huyện Tiên Phước', startedCount: 2, submittedCount: 1 }])
    expect(monitor.responsesPerSecond).toBeGreaterThan(0)
  })
})
