import type { ApiBody, Problem } from '@thiso/contracts'
import {
  type ContestRules,
  DEFAULT_CONTEST_RULES,
  DEFAULT_ROUND_RULES,
  RULE_PROBLEM_CODES,
  type RoundRules,
} from '@thiso/contracts/vocab'
import type { Client } from '../support/client'
import { useStage } from '../support/stage'
import { makeContest, type Story } from '../support/story'

const stage = useStage()
let organizer: Client
let story: Story
/** What was refused, and where it was said. */
const shown = new Set<string>()

const anyone = { minAge: null, maxAge: null, unitKinds: [], unitIds: [] }
const table = (code: string, change: Partial<ContestRules['tables'][number]> = {}) => ({
  ...anyone,
  code,
  name: { vi: `Bảng ${code}`, en: '' },
  ...change,
})
const prize = (count: number, change: Partial<ApiBody<'createContest'>['prizes'][number]> = {}) => ({
  tier: 'first' as const,
  count,
  reward: { vi: 'Cúp', en: '' },
  scope: 'round' as const,
  table: null,
  ...change,
})
const { attempts, scoring } = DEFAULT_ROUND_RULES
const { eligibility } = DEFAULT_CONTEST_RULES

beforeAll(async () => {
  organizer = await stage.client('organizer')
  story = await makeContest(organizer)
})

const said = (problem: Problem | undefined) => {
  for (const { code } of problem?.fields ?? []) shown.add(code)
  return (problem?.fields ?? []).map(({ code, path, messages }) => {
    expect(messages.vi).not.toMatch(/[{}]|undefined/)
    expect(messages.en).not.toMatch(/[{}]|undefined/)
    return `${code} ${path}`
  })
}

/** Later than the round that there is. */
const later = (change: Partial<ApiBody<'createRound'>> = {}, rules: Partial<RoundRules> = {}) => {
  const end = Date.parse(story.roundBody.closesAt)
  return {
    ...story.roundBody,
    opensAt: new Date(end).toISOString(),
    closesAt: new Date(end + 7_200_000).toISOString(),
    ...change,
    rules: { ...DEFAULT_ROUND_RULES, ...rules },
  }
}
const create = (body: ApiBody<'createRound'>) =>
  organizer.call('createRound', { params: { contestId: story.contestId }, body })
const contestBody = async (change: Partial<ApiBody<'createContest'>>): Promise<ApiBody<'createContest'>> => {
  const { contest } = await organizer.get('contest', { params: { contestId: story.contestId } })
  const { id: _, isPublished: __, createdAt: ___, ...body } = contest
  return { ...body, ...change }
}
const setContest = async (change: Partial<ApiBody<'createContest'>>) =>
  organizer.call('updateContest', { params: { contestId: story.contestId }, body: await contestBody(change) })
const rules = (change: Partial<ContestRules>) => ({ rules: { ...DEFAULT_CONTEST_RULES, ...change } })
const qualified = (fromRoundId: string, amount = 5, by: 'top' | 'share' = 'top'): Partial<RoundRules> => ({
  entry: { kind: 'qualified', fromRoundId, by, amount },
})

describe('EL-7 a round that cannot be', () => {
  it.each<[string, Partial<RoundRules>, Partial<ApiBody<'createRound'>>]>([
    ['RANKING.NO_END rules.ranking.0', { ranking: [{ by: 'points' }] }, {}],
    ['RANKING.AFTER_DRAW rules.ranking.0', { ranking: [{ by: 'draw' }, { by: 'points' }] }, {}],
    ['RANKING.DOUBLED rules.ranking.1', { ranking: [{ by: 'points' }, { by: 'points' }, { by: 'draw' }] }, {}],
    ['RANKING.NO_PREDICTION rules.ranking.0', { ranking: [{ by: 'prediction-error' }, { by: 'draw' }] }, {}],
    ['RANKING.NO_BUCKET_HERE rules.ranking.0', { ranking: [{ by: 'points', bucketS: 60 }, { by: 'draw' }] }, {}],
    ['item_clock_needs_one_way rules.itemClockS', { itemClockS: 20 }, {}],
    ['item_clocks_exceed_limit rules.itemClockS', { movement: 'one-way', itemClockS: 300 }, {}],
    ['speed_bonus_too_big rules.scoring.speedBonus', { scoring: { ...scoring, speedBonus: 1 } }, {}],
    ['table_unknown rules.tables.0', { tables: ['Z'] }, {}],
    ['freeze_too_long rules.freezeMinutes', { freezeMinutes: 120 }, {}],
    ['wait_too_long rules.attempts.waitS', { attempts: { ...attempts, waitS: 7_200 } }, {}],
    ['qualified_from_unknown rules.entry.fromRoundId', qualified('00000000-0000-4000-8000-000000000000'), {}],
  ])('%s', async (expected, change, body) => {
    const reply = await create(later(body, change))
    expect(reply.problem).toMatchObject({ code: 'ROUND.RULES_IMPOSSIBLE', status: 400 })
    expect(said(reply.problem)).toContain(expected)
  })

  it('takes no people from itself, in a circle, from what ends later, or more than all', async () => {
    const first = later({}, qualified(story.roundId))
    const second = (await create(first)).body
    const params = { roundId: second.id }
    const itself = await organizer.call('updateRound', { params, body: later({}, qualified(second.id)) })
    expect(said(itself.problem)).toContain('qualified_from_itself rules.entry.fromRoundId')
    const circle = await organizer.call('updateRound', {
      params: { roundId: story.roundId },
      body: { ...story.roundBody, rules: { ...DEFAULT_ROUND_RULES, ...qualified(second.id) } },
    })
    expect(said(circle.problem)).toContain('qualified_in_circle rules.entry.fromRoundId')
    const early = await create(later({ opensAt: story.roundBody.opensAt }, qualified(story.roundId)))
    expect(said(early.problem)).toContain('qualified_ends_too_late rules.entry.fromRoundId')
    const over = await create(later({}, qualified(story.roundId, 101, 'share')))
    expect(said(over.problem)).toEqual(['share_over_all rules.entry.amount'])
    // What another round takes its people from stays.
    const gone = await organizer.call('deleteRound', { params: { roundId: story.roundId } })
    expect(gone.problem).toMatchObject({ code: 'ROUND.AWAITED', params: { round: 'Đợt 1' } })
    await organizer.get('deleteRound', { params })
  })

  it('is not published into the window of another one for the same people', async () => {
    const round = (await create(story.roundBody)).body
    const reply = await organizer.call('publishRound', { params: { roundId: round.id } })
    expect(said(reply.problem)).toEqual(['windows_overlap opensAt'])
    await organizer.get('deleteRound', { params: { roundId: round.id } })
  })

  it('has no more prizes than people, the same table once, and a quota that reaches the total', async () => {
    const total = { bestRounds: 2, ranking: DEFAULT_ROUND_RULES.ranking }
    await setContest({ ...rules({ tables: [table('A')], total }), prizes: [prize(6)] })
    const few = await create(later({}, qualified(story.roundId, 5)))
    expect(said(few.problem)).toContain('more_prizes_than_people rules.entry.amount')
    const twice = await create(later({}, { tables: ['A', 'A'] }))
    expect(said(twice.problem)).toContain('table_repeated rules.tables.1')
    const quota = await create(later({ attemptLimit: 1 }, { attempts: { ...attempts, period: 'contest' } }))
    expect(said(quota.problem)).toContain('quota_below_total attemptLimit')
    await setContest({ ...rules({}), prizes: [prize(1)] })
  })

  it('BP-2: that the banks cannot feed says which cell lacks how many', async () => {
    const blueprint = [
      { topic: 'concepts' as const, level: 'recall' as const, count: 4 },
      { topic: 'cyber-safety' as const, level: 'understand' as const, type: 'matching' as const, count: 2 },
    ]
    const round = (await create(later({ blueprint }))).body
    const { problem } = await organizer.call('publishRound', { params: { roundId: round.id } })
    expect(problem).toMatchObject({ code: 'ROUND.BANK_TOO_SMALL', params: { missing: 2 } })
    expect(problem?.fields).toEqual([
      {
        path: 'blueprint.1',
        code: 'cell_missing',
        messages: {
          vi: 'Thiếu 2 câu ở ô an toàn mạng, thông hiểu, ghép đôi: cần 2, dùng được 0.',
          en: '2 missing in the cell safety online, understand, matching: 2 asked for, 0 usable.',
        },
      },
    ])
    await organizer.get('deleteRound', { params: { roundId: round.id } })
  })
})

describe('EL-6 a contest that cannot be', () => {
  it.each<[string, Partial<ContestRules>, ApiBody<'createContest'>['prizes']]>([
    ['table_repeated rules.tables.1.code', { tables: [table('A'), table('A')] }, []],
    ['table_unreachable rules.tables.1.code', { tables: [table('A'), table('B')] }, []],
    [
      'tables_cross rules.tables.1.minAge',
      { tables: [table('A', { minAge: 10, maxAge: 15 }), table('B', { minAge: 14, maxAge: 18 })] },
      [],
    ],
    ['band_reversed rules.eligibility.minAge', { eligibility: { ...eligibility, minAge: 30, maxAge: 20 } }, []],
    [
      'unit_unknown rules.eligibility.unitIds',
      { eligibility: { ...eligibility, unitIds: ['00000000-0000-4000-8000-000000000000'] } },
      [],
    ],
    ['prize_table_unknown prizes.0.table', {}, [prize(1, { table: 'Z' })]],
    ['prize_without_total prizes.0.scope', {}, [prize(1, { scope: 'total' })]],
  ])('%s', async (expected, change, prizes) => {
    const reply = await setContest({ ...rules(change), prizes })
    expect(reply.problem).toMatchObject({ code: 'CONTEST.RULES_IMPOSSIBLE', status: 400 })
    expect(said(reply.problem)).toContain(expected)
    // The form asks beforehand, and is told the same.
    const body = { ...(await contestBody({ ...rules(change), prizes })), contestId: story.contestId }
    const { problems } = await organizer.get('checkContestRules', { body })
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toContain(expected)
  })

  it('leaves its rounds their tables, and gives no more prizes than can come into one', async () => {
    await setContest(rules({ tables: [table('A')] }))
    const round = (await create(later({}, { tables: ['A'], ...qualified(story.roundId, 5) }))).body
    expect(said((await setContest(rules({ tables: [table('B')] }))).problem)).toEqual(['table_in_use rules.tables'])
    const prizes = [prize(5), prize(1, { tier: 'second' })]
    expect(said((await setContest({ ...rules({ tables: [table('A')] }), prizes })).problem)).toEqual([
      'more_prizes_than_entrants prizes.1.count',
    ])
    await organizer.get('deleteRound', { params: { roundId: round.id } })
    await setContest(rules({}))
  })

  it('opens no round earlier into another one for the same people, and says it in both languages', async () => {
    const opensAt = Date.now() + 3 * 86_400_000
    const hour = 3_600_000
    const round = (
      await create({
        ...later(),
        name: { vi: 'Đợt 2', en: 'Round 2' },
        opensAt: new Date(opensAt).toISOString(),
        closesAt: new Date(opensAt + hour).toISOString(),
      })
    ).body
    await organizer.get('publishRound', { params: { roundId: round.id } })
    const { problem } = await organizer.call('openRound', { params: { roundId: round.id } })
    expect(said(problem)).toEqual(['windows_overlap opensAt'])
    expect(problem?.fields?.[0]?.messages).toMatchObject({
      vi: expect.stringContaining(story.roundBody.name.vi),
      en: expect.stringContaining('Round 1'),
    })
    await organizer.get('deleteRound', { params: { roundId: round.id } })
  })

  it('takes complaints as long as it said while they are taken', async () => {
    await stage.database.pool.query(`UPDATE round SET results_published_at = now() WHERE id = $1`, [story.roundId])
    expect(said((await setContest(rules({ complaintHours: 24 }))).problem)).toEqual([
      'complaints_running rules.complaintHours',
    ])
    expect((await setContest(rules({ complaintHours: 96 }))).status).toBe(200)
    await stage.database.pool.query(
      `UPDATE round SET results_published_at = now() - interval '96 hours' WHERE id = $1`,
      [story.roundId],
    )
    expect((await setContest(rules({ complaintHours: 24 }))).status).toBe(200)
  })

  it('each way in which rules cannot be kept has been shown above', () => {
    expect(RULE_PROBLEM_CODES.filter((code) => !shown.has(code))).toEqual([])
  })
})
