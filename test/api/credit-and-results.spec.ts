import { randomUUID } from 'node:crypto'
import type { CountedAttempt } from '@thiso/contracts/vocab'
import { DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import type { Client } from '../support/client'
import type { Person } from '../support/people'
import { eventually, useStage } from '../support/stage'
import { makeContest, newHolder, responsesFor, type Story, takePart } from '../support/story'

const stage = useStage()
type Someone = Client & { person: Person }
let organizer: Client

beforeAll(async () => {
  organizer = await stage.client('organizer')
})

const reason = 'Mất điện diện rộng ở hai xã của huyện'
const iso = (ms: number) => new Date(ms).toISOString()
const grantAll = (story: Story, from: number, to: number, why = reason) =>
  organizer.get('grantCredit', {
    params: { roundId: story.roundId, creditId: randomUUID() },
    body: { from: iso(from), to: iso(to), scope: { kind: 'all' }, reason: why },
  })

/** Ends the round, waits for its grace and makes the results. */
async function close(story: Story) {
  const params = { roundId: story.roundId }
  await organizer.get('closeRound', { params })
  await eventually('the end of the grace', async () => {
    const { readyAt } = await organizer.get('results', { params })
    const { serverTime } = await organizer.get('serverTime')
    return Date.parse(serverTime) > Date.parse(readyAt as string)
  })
  return (await organizer.get('closeResults', { params })).version
}

/** An attempt whose time ran out an instant ago with so many right answers; its times are moved by the database's owner. */
async function cutOff(person: Someone, story: Story, right: number) {
  const params = { roundId: story.roundId }
  const holder = newHolder()
  const paper = await person.get('startAttempt', { params, body: { holder } })
  const { attemptId } = paper.attempt
  const responses = responsesFor(paper, story.items, right)
  await person.get('saveResponses', { params: { attemptId }, body: { holder, responses } })
  await stage.database.pool.query(`UPDATE round SET opens_at = opens_at - interval '20 minutes' WHERE id = $1`, [
    story.roundId,
  ])
  await stage.database.pool.query(`UPDATE attempt SET started_at = started_at - interval '11 minutes' WHERE id = $1`, [
    attemptId,
  ])
  const state = async () =>
    (await person.get('attemptStatus', { params: { attemptId }, query: { holder } })).state === 'submitted'
  await eventually('the end of the attempt', state, 30_000)
  const { rows } = await stage.database.pool.query<{ deadline: Date }>(
    `SELECT deadline_at AS deadline FROM attempt WHERE id = $1`,
    [attemptId],
  )
  return { attemptId, deadline: (rows[0] as { deadline: Date }).deadline.getTime() }
}

describe.each(['best', 'first', 'last'] as const)(
  'CL-7: an attempt that is taken anew, where the %s one counts',
  (counted) => {
    it('takes the place of the one that was cut off, on the board, on the own page and in the results', async () => {
      const rules = {
        ...DEFAULT_ROUND_RULES,
        attempts: { ...DEFAULT_ROUND_RULES.attempts, counted: counted as CountedAttempt },
      }
      const story = await makeContest(organizer, { timeLimitS: 600, attemptLimit: 1, rules })
      const params = { roundId: story.roundId }
      const [anew, absent] = [await stage.client('contestant', 'Làm Lại'), await stage.client('contestant', 'Giữ Lượt')]
      const first = await cutOff(anew, story, 7)
      const kept = await cutOff(absent, story, 6)
      const { counts } = await grantAll(
        story,
        Math.min(first.deadline, kept.deadline) - 5_000,
        Math.max(first.deadline, kept.deadline),
      )
      expect(counts).toEqual({ running: 0, submitted: 0, oneMore: 2 })
      const isCounted = async (attemptId: string, person: Client) =>
        (await person.get('attemptResult', { params: { attemptId } })).isCounted
      expect(await isCounted(first.attemptId, anew)).toBe(true)
      // Better before than now: the one that was cut off counts for nothing all the same.
      const { attemptId } = await takePart(anew, story, 3)
      expect([await isCounted(first.attemptId, anew), await isCounted(attemptId, anew)]).toEqual([false, true])
      expect(await isCounted(kept.attemptId, absent)).toBe(true)
      await eventually('the board', async () => {
        const { rows } = await stage.guest().get('board', { params })
        return JSON.stringify(rows.map(({ points }) => points)) === '[6,3]'
      })
      const version = await close(story)
      expect(version).toMatchObject({ participantCount: 2, rankedCount: 2 })
      const { rows } = await organizer.get('resultRows', { params: { versionId: version.id }, query: {} })
      expect(rows.map(({ points, attemptCount }) => [points, attemptCount])).toEqual([
        [6, 1],
        [3, 1],
      ])
    }, 90_000)
  },
)

describe('CL-8: a credit after the results were made', () => {
  it('says which version knows nothing of it, keeps it from being published, and makes the next one with its reason', async () => {
    const story = await makeContest(organizer, { timeLimitS: 600 })
    const params = { roundId: story.roundId }
    const person = await stage.client('contestant', 'Trần Chậm')
    const holder = newHolder()
    const paper = await person.get('startAttempt', { params, body: { holder } })
    const { attemptId, startedAt } = paper.attempt
    await new Promise((resolve) => setTimeout(resolve, 2_200))
    const responses = responsesFor(paper, story.items, 4)
    await person.get('submitAttempt', { params: { attemptId }, body: { holder, responses } })
    const from = Date.parse(startedAt)
    const credit = { from: iso(from), to: iso(from + 2_000), scope: { kind: 'all' as const } }
    expect((await organizer.get('previewCredit', { params, body: credit })).outdatesVersion).toBeNull()
    const first = await close(story)
    expect((await organizer.get('results', { params })).isOutdated).toBe(false)

    // Nobody was at it then: nothing to make anew.
    const nobody = { ...credit, from: iso(from - 2_000), to: iso(from - 1_000) }
    expect((await organizer.get('previewCredit', { params, body: nobody })).outdatesVersion).toBeNull()
    expect((await organizer.get('previewCredit', { params, body: credit })).outdatesVersion).toBe(1)
    expect((await grantAll(story, from, from + 2_000)).outdatesVersion).toBe(1)
    expect(await organizer.get('results', { params })).toMatchObject({ isOutdated: true, creditReasons: [reason] })

    const publish = (versionId: string) =>
      organizer.call('publishResults', { params, body: { versionId, withTies: true } })
    expect((await publish(first.id)).code).toBe('RESULTS.CREDIT_SINCE')
    const ruling = await organizer.get('proposeRuling', {
      params,
      body: { ruling: { kind: 'exclude', accountId: person.person.accountId }, reason: 'Dùng hai tài khoản' },
    })
    const rulingId = ruling.id
    expect(await organizer.refusal('previewRuling', { params: { rulingId } })).toBe('RESULTS.CREDIT_SINCE')

    const made = await Promise.all([1, 2, 3].map(() => organizer.get('closeResults', { params })))
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(made[0]?.version).toMatchObject({ number: 2, cause: 'credit', reason, state: 'provisional' })
    expect(await organizer.get('results', { params })).toMatchObject({ isOutdated: false, creditReasons: [] })
    const usedIn = async (versionId: string) =>
      (await organizer.get('resultRows', { params: { versionId }, query: {} })).rows[0]?.timeUsedS as number
    expect((await usedIn(first.id)) - (await usedIn(made[0]?.version.id as string))).toBe(2)
    expect((await publish(first.id)).code).toBe('RESULTS.OUTDATED')
    expect((await publish(made[0]?.version.id as string)).status).toBe(200)
    expect(await organizer.refusal('previewCredit', { params, body: credit })).toBe('ROUND.RESULTS_PUBLISHED')
  }, 60_000)
})
