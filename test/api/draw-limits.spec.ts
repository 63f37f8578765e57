import { randomBytes } from 'node:crypto'
import type { ApiBody } from '@thiso/contracts'
import { DEFAULT_DRAW_LIMITS, DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import { dealDays } from '../../api/src/modules/contests/domain/day-pools'
import { drawForm, type PoolItem } from '../../api/src/modules/contests/domain/draw-form'
import type { Client } from '../support/client'
import { eventually, useStage } from '../support/stage'
import { makeContest, makeItems, newHolder, type Story } from '../support/story'

const stage = useStage()
let organizer: Client

beforeAll(async () => {
  organizer = await stage.client('organizer')
})

const cell = { topic: 'concepts', level: 'recall' } as const
const blueprint = [{ ...cell, count: 2 }]

/** A second round of a contest whose first one is over, over a bank of its own with eight items of the cell. */
async function draftRound(story: Story, change: Partial<ApiBody<'createRound'>> = {}) {
  const { id: bankId } = await organizer.get('createBank', {
    body: { name: `Ngân hàng ${randomBytes(4).toString('hex')}` },
  })
  await makeItems(organizer, bankId, 16, randomBytes(4).toString('hex'))
  const { serverTime } = await organizer.get('serverTime')
  const round = await organizer.get('createRound', {
    params: { contestId: story.contestId },
    body: {
      ...story.roundBody,
      opensAt: serverTime,
      closesAt: new Date(Date.parse(serverTime) + 3_600_000).toISOString(),
      bankIds: [bankId],
      blueprint,
      ...change,
    },
  })
  return round.id
}

async function overStory() {
  const story = await makeContest(organizer, { itemCount: 2 })
  await organizer.get('closeRound', { params: { roundId: story.roundId } })
  return story
}

const start = async (roundId: string) =>
  (await stage.client()).get('startAttempt', { params: { roundId }, body: { holder: newHolder() } })

async function drawnFrom(roundId: string) {
  const { pool } = stage.database
  const [round] = (await pool.query(`SELECT secret, blueprint, draw_limits FROM round WHERE id = $1`, [roundId])).rows
  const items = await pool.query(
    `SELECT item_version_id AS "itemVersionId", topic, level, type, option_count AS "optionCount", choice_count AS "choiceCount",
       exclusion_set AS "exclusionSet", expected_share AS "expectedShare", admit_share AS "admitShare" FROM round_item WHERE round_id = $1`,
    [roundId],
  )
  const attempts = await pool.query(`SELECT id, form, pool_part AS part FROM attempt WHERE round_id = $1`, [roundId])
  return { round, items: items.rows as PoolItem[], attempts: attempts.rows }
}

describe('EX-2: day pools', () => {
  it('a paper takes the items of its day, and is drawn again from what is recorded', async () => {
    const roundId = await draftRound(await overStory(), { drawLimits: { ...DEFAULT_DRAW_LIMITS, dayPools: 3 } })
    await organizer.get('publishRound', { params: { roundId } })
    for (let n = 0; n < 4; n++) await start(roundId)
    const { round, items, attempts } = await drawnFrom(roundId)
    expect(round.draw_limits).toEqual({ dayPools: 3, maxShare: null, leaveOutUsed: false })
    const days = dealDays(round.secret, round.blueprint, items, 3)
    expect(attempts).toHaveLength(4)
    for (const { id, form, part } of attempts) {
      expect(part).toBe(0)
      for (const place of form) expect(days[0]?.map((item) => item.itemVersionId)).toContain(place.itemVersionId)
      expect(form).toEqual(drawForm(round.secret, id, round.blueprint, items, undefined, null, { of: 3, at: part }))
    }
  })

  it('are refused where a day cannot feed the blueprint, and the builder says which cell lacks what', async () => {
    const drawLimits = { ...DEFAULT_DRAW_LIMITS, dayPools: 5 }
    const roundId = await draftRound(await overStory(), { drawLimits })
    const { check } = await organizer.get('adminRound', { params: { roundId } })
    expect(check).toMatchObject({
      isFeasible: false,
      papers: null,
      overlap: null,
      days: { dayPools: 5, unfed: [{ availableCount: 1, neededCount: 2 }], overCap: [] },
    })
    const { problem } = await organizer.call('publishRound', { params: { roundId } })
    expect(problem).toMatchObject({
      code: 'ROUND.DAYS_TOO_SMALL',
      params: { days: 5 },
      fields: [{ path: 'blueprint.0' }],
    })
  })

  it('EX-8: stay as they are once somebody has started', async () => {
    const story = await overStory()
    const roundId = await draftRound(story)
    await organizer.get('publishRound', { params: { roundId } })
    await start(roundId)
    const { round } = await organizer.get('adminRound', { params: { roundId } })
    const { name, opensAt, closesAt, timeLimitS, attemptLimit, resultPolicy, bankIds, rules } = round
    const body = {
      name,
      opensAt,
      closesAt,
      timeLimitS,
      attemptLimit,
      resultPolicy,
      bankIds,
      rules,
      blueprint: round.blueprint,
    }
    expect(
      (await organizer.call('updateRound', { params: { roundId }, body: { ...body, drawLimits: round.drawLimits } }))
        .status,
    ).toBe(200)
    const { problem } = await organizer.call('updateRound', {
      params: { roundId },
      body: { ...body, drawLimits: { ...round.drawLimits, dayPools: 2 } },
    })
    expect(problem).toMatchObject({ code: 'ROUND.AMENDMENT_NEEDED', fields: [{ path: 'drawLimits.dayPools' }] })
  })
})

describe('EX-1: a cap on exposure', () => {
  it('is kept by the frozen pool, or the round is not published', async () => {
    const story = await overStory()
    const kept = await draftRound(story, { drawLimits: { ...DEFAULT_DRAW_LIMITS, maxShare: 0.25 } })
    await organizer.get('publishRound', { params: { roundId: kept } })
    expect((await drawnFrom(kept)).items.map(({ admitShare }) => admitShare)).toEqual(new Array(8).fill(null))
    await organizer.get('closeRound', { params: { roundId: kept } })

    const roundId = await draftRound(story, { drawLimits: { ...DEFAULT_DRAW_LIMITS, maxShare: 0.2 } })
    const { problem } = await organizer.call('publishRound', { params: { roundId } })
    expect(problem).toMatchObject({ code: 'ROUND.CAP_TOO_LOW', params: { percent: 20 } })
    expect(problem?.fields?.[0]?.messages.en).toContain('8 items, 10 needed')
  })

  it('EX-1: where two cells ask for the same items, shares below 1 are frozen with the pool, and papers are drawn with them', async () => {
    const roundId = await draftRound(await overStory(), {
      blueprint: [
        { ...cell, type: 'single-choice', count: 1 },
        { ...cell, count: 1, points: 2 },
      ],
      drawLimits: { ...DEFAULT_DRAW_LIMITS, maxShare: 0.4 },
    })
    await organizer.get('publishRound', { params: { roundId } })
    await start(roundId)
    const { round, items, attempts } = await drawnFrom(roundId)
    for (const { id, form } of attempts) expect(form).toEqual(drawForm(round.secret, id, round.blueprint, items))
  })
})

describe('EX-3: items of earlier rounds', () => {
  it('are named in the builder, and stay out of the next pool where the round says so', async () => {
    const story = await makeContest(organizer, { itemCount: 8, paperCount: 2 })
    const { serverTime } = await organizer.get('serverTime')
    const [opensAt, closesAt] = [10_800_000, 14_400_000].map((ms) =>
      new Date(Date.parse(serverTime) + ms).toISOString(),
    )
    const body = { ...story.roundBody, opensAt: opensAt as string, closesAt: closesAt as string }
    const again = await organizer.get('createRound', { params: { contestId: story.contestId }, body })
    const { check } = await organizer.get('adminRound', { params: { roundId: again.id } })
    expect(check.reused).toMatchObject({ count: 8, isLeftOut: false })
    expect(check.reused?.items).toHaveLength(8)
    expect(check.isFeasible).toBe(true)

    const fresh = { ...body, drawLimits: { ...DEFAULT_DRAW_LIMITS, leaveOutUsed: true } }
    await organizer.get('updateRound', { params: { roundId: again.id }, body: fresh })
    const refused = await organizer.call('publishRound', { params: { roundId: again.id } })
    expect(refused.problem).toMatchObject({ code: 'ROUND.BANK_TOO_SMALL' })

    await makeItems(organizer, story.bankId, 4, randomBytes(4).toString('hex'))
    await organizer.get('publishRound', { params: { roundId: again.id } })
    const { rows } = await stage.database.pool.query(
      `SELECT v.item_id FROM round_item p JOIN item_version v ON v.id = p.item_version_id WHERE p.round_id = $1`,
      [again.id],
    )
    expect(rows).toHaveLength(4)
    const old = new Set(story.items.map(({ itemId }) => itemId))
    expect(rows.filter(({ item_id }: { item_id: string }) => old.has(item_id))).toEqual([])
  })
})

describe('EX-4: how much papers share', () => {
  it('is told in the builder before, and from real counts after the round', async () => {
    const roundId = await draftRound(await overStory(), { rules: { ...DEFAULT_ROUND_RULES } })
    const before = await organizer.get('adminRound', { params: { roundId } })
    // 2 of 8: 2² / 8.
    expect(before.check.overlap).toMatchObject({ itemCount: 2, mean: 0.5, advice: 'pays-and-hides', sight: 'none' })
    expect(before.drawnOverlap).toBeNull()
    await organizer.get('publishRound', { params: { roundId } })
    for (let n = 0; n < 3; n++) await start(roundId)
    const { attempts, items } = await drawnFrom(roundId)
    await organizer.get('closeRound', { params: { roundId } })
    // Counting waits for the last sweep after the end: the round ended a minute ago.
    const { pool } = stage.database
    await pool.query(`UPDATE attempt SET accept_until = accept_until - interval '1 hour' WHERE round_id = $1`, [
      roundId,
    ])
    await pool.query(
      `UPDATE round SET opens_at = opens_at - interval '1 minute', closes_at = closes_at - interval '1 minute' WHERE id = $1`,
      [roundId],
    )
    const drawnOverlap = await eventually(
      'the exposure is counted',
      async () => (await organizer.get('adminRound', { params: { roundId } })).drawnOverlap,
    )
    const papers = attempts.map(({ form }) => new Set(form.map((place: PoolItem) => place.itemVersionId)))
    const sharing = [
      [0, 1],
      [0, 2],
      [1, 2],
    ].map(([a, b]) => [...(papers[a as number] as Set<string>)].filter((id) => papers[b as number]?.has(id)).length)
    expect(drawnOverlap).toMatchObject({ papers: 3, itemCount: 2, poolCount: items.length })
    expect(drawnOverlap.mean).toBeCloseTo(sharing.reduce((sum, each) => sum + each, 0) / 3, 9)
  })
})
