import { DEFAULT_CONTEST_RULES, DEFAULT_ROUND_RULES, type RoundRules } from '@thiso/contracts/vocab'
import type { EntryFacts } from './entry-size.js'
import {
  type ComplaintFacts,
  type ContestSettings,
  contestProblems,
  type RoundSettings,
  roundProblems,
} from './rule-problems.js'

const HOUR = 3_600_000
const nobodyYet: EntryFacts = { listedCounts: new Map(), invitedCount: null, groupCount: 2 }
const { eligibility } = DEFAULT_CONTEST_RULES
const anyTable = { name: { vi: 'Bảng', en: '' }, minAge: null, maxAge: null, unitKinds: [], unitIds: [] }
const contest: ContestSettings = { rules: DEFAULT_CONTEST_RULES, prizes: [] }
const withRules = (rules: Partial<RoundRules>) => ({ rules: { ...DEFAULT_ROUND_RULES, ...rules } })
const round = (change: Partial<RoundSettings> = {}): RoundSettings => ({
  id: 'r1',
  name: { vi: 'Đợt 1', en: 'Round 1' },
  isPublished: false,
  opensAt: 0,
  closesAt: 24 * HOUR,
  timeLimitS: 600,
  attemptLimit: 1,
  blueprint: [
    { count: 8, points: 1 },
    { count: 2, points: 0.5 },
  ],
  rules: DEFAULT_ROUND_RULES,
  ...change,
})
const earlier = (change: Partial<RoundSettings> = {}) =>
  round({
    id: 'r0',
    name: { vi: 'Đợt 0', en: '' },
    opensAt: -48 * HOUR,
    closesAt: -24 * HOUR,
    isPublished: true,
    ...change,
  })
const codes = (
  one: RoundSettings,
  others: RoundSettings[] = [],
  settings: ContestSettings = contest,
  facts: EntryFacts = nobodyYet,
) => roundProblems(one, settings, others, facts).map(({ code, path }) => `${code} ${path}`)

describe('EL-7 rules of a round that cannot be kept', () => {
  it('the usual ones can', () => {
    expect(codes(round())).toEqual([])
  })

  it('are named all at once', () => {
    const all = withRules({
      itemClockS: 90,
      scoring: { wrongPenalty: 0, blankPenalty: 0, speedBonus: 0.5 },
      ranking: [{ by: 'prediction-error' }, { by: 'points' }],
      freezeMinutes: 24 * 60,
      tables: ['A'],
    })
    expect(codes(round(all))).toEqual([
      'RANKING.NO_PREDICTION rules.ranking.0',
      'RANKING.NO_END rules.ranking.1',
      'item_clock_needs_one_way rules.itemClockS',
      'item_clocks_exceed_limit rules.itemClockS',
      'freeze_too_long rules.freezeMinutes',
      'speed_bonus_too_big rules.scoring.speedBonus',
      'table_unknown rules.tables.0',
    ])
  })

  it('item clocks may fill the limit and not go over it; the bonus stays below the least item', () => {
    expect(codes(round(withRules({ movement: 'one-way', itemClockS: 60 })))).toEqual([])
    expect(codes(round(withRules({ movement: 'one-way', itemClockS: 61 })))).toEqual([
      'item_clocks_exceed_limit rules.itemClockS',
    ])
    const bonus = (speedBonus: number) => withRules({ scoring: { wrongPenalty: 0, blankPenalty: 0, speedBonus } })
    expect(codes(round(bonus(0.49)))).toEqual([])
    expect(
      codes(
        round({
          ...bonus(0.49),
          blueprint: [
            { count: 0, points: 0.25 },
            { count: 1, points: 1 },
          ],
        }),
      ),
    ).toEqual([])
  })

  it('a wait that is longer than the window leaves no second attempt', () => {
    const waits = (waitS: number) => withRules({ attempts: { ...DEFAULT_ROUND_RULES.attempts, waitS } })
    expect(codes(round({ ...waits(86_400), attemptLimit: 2 }))).toEqual(['wait_too_long rules.attempts.waitS'])
    expect(codes(round({ ...waits(86_399), attemptLimit: 2 }))).toEqual([])
    expect(codes(round({ ...waits(86_400), attemptLimit: 1 }))).toEqual([])
    const daily = withRules({ attempts: { ...DEFAULT_ROUND_RULES.attempts, period: 'day', waitS: 3 * 86_400 } })
    expect(codes(round({ ...daily, closesAt: 72 * HOUR }))).toEqual(['wait_too_long rules.attempts.waitS'])
    expect(codes(round({ ...daily, closesAt: 73 * HOUR }))).toEqual([])
    expect(codes(round({ ...daily, closesAt: 20 * HOUR }))).toEqual([])
  })

  it('people come from an earlier round of the contest, that ends in time, and in no circle', () => {
    const from = (fromRoundId: string, change: Partial<RoundSettings> = {}) =>
      round({ ...withRules({ entry: { kind: 'qualified', fromRoundId, by: 'top', amount: 5 } }), ...change })
    const path = 'rules.entry.fromRoundId'
    expect(codes(from('r0'), [earlier()])).toEqual([])
    expect(codes(from('r0'), [earlier({ closesAt: 0 })])).toEqual([])
    expect(codes(from('r0'), [earlier({ closesAt: 1 })])).toContain(`qualified_ends_too_late ${path}`)
    expect(codes(from('r1'), [earlier()])).toEqual([`qualified_from_itself ${path}`])
    expect(codes(from('elsewhere'), [earlier()])).toEqual([`qualified_from_unknown ${path}`])
    const back = from('r1', { id: 'r0', opensAt: -48 * HOUR, closesAt: -24 * HOUR })
    expect(codes(from('r0'), [back])).toEqual([`qualified_in_circle ${path}`])
    const ring = [
      from('r9', { id: 'r0', closesAt: 0, opensAt: -1 }),
      from('r0', { id: 'r9', closesAt: -1, opensAt: -2 }),
    ]
    expect(codes(from('r0'), ring)).toEqual([`qualified_in_circle ${path}`])
  })

  it('windows overlap only when the same people could be in both, and only with published rounds', () => {
    const tables = {
      ...contest,
      rules: {
        ...DEFAULT_CONTEST_RULES,
        tables: ['A', 'B'].map((code) => ({ ...anyTable, code })),
      },
    }
    const other = (change: Partial<RoundSettings> = {}) => earlier({ opensAt: -1, closesAt: 1, ...change })
    expect(codes(round(), [other()])).toEqual(['windows_overlap opensAt'])
    expect(codes(round(), [other({ isPublished: false })])).toEqual([])
    expect(codes(round(), [other({ closesAt: 0 })])).toEqual([])
    expect(codes(round(withRules({ tables: ['A'] })), [other(withRules({ tables: ['B'] }))], tables)).toEqual([])
    expect(codes(round(withRules({ tables: ['A'] })), [other(withRules({ tables: ['A', 'B'] }))], tables)).toEqual([
      'windows_overlap opensAt',
    ])
    const list = withRules({ entry: { kind: 'list' } })
    expect(codes(round(list), [other(list)])).toEqual([])
    expect(codes(round(list), [other()])).toEqual(['windows_overlap opensAt'])
  })

  it('there are no more prizes of a kind than people who can be in', () => {
    const prizes = [
      { count: 3, scope: 'round' as const, table: null },
      { count: 1, scope: 'round' as const, table: null },
      { count: 9, scope: 'total' as const, table: null },
    ]
    const top = (amount: number, by: 'top' | 'per-unit' | 'share' = 'top') =>
      round(withRules({ entry: { kind: 'qualified', fromRoundId: 'r0', by, amount } }))
    const given = { ...contest, prizes }
    expect(codes(top(4), [earlier()], given)).toEqual([])
    expect(codes(top(3), [earlier()], given)).toEqual(['more_prizes_than_people rules.entry.amount'])
    expect(codes(top(1, 'per-unit'), [earlier()], given)).toEqual(['more_prizes_than_people rules.entry.amount'])
    expect(codes(top(1, 'share'), [earlier()], given)).toEqual([])
    const list = round(withRules({ entry: { kind: 'list' } }))
    expect(codes(list, [], given, { ...nobodyYet, listedCounts: new Map([['r1', 3]]) })).toEqual([
      'more_prizes_than_people rules.entry.kind',
    ])
    expect(codes(list, [], given)).toEqual([])
    const invited = {
      ...given,
      rules: { ...DEFAULT_CONTEST_RULES, eligibility: { ...eligibility, invitedOnly: true } },
    }
    expect(codes(round(), [], invited, { ...nobodyYet, invitedCount: 3 })).toEqual([
      'more_prizes_than_people rules.entry.kind',
    ])
    expect(codes(round(), [], invited, { ...nobodyYet, invitedCount: 4 })).toEqual([])
    expect(codes(round(), [], given, { ...nobodyYet, invitedCount: 3 })).toEqual([])
    // No more can go on than were there, and at most all of them.
    const from = earlier(withRules({ entry: { kind: 'list' } }))
    const listed = (count: number) => ({ ...nobodyYet, listedCounts: new Map([['r0', count]]) })
    expect(codes(top(100), [from], given, listed(3))).toEqual(['more_prizes_than_people rules.entry.amount'])
    expect(codes(top(50, 'share'), [from], given, listed(6))).toEqual(['more_prizes_than_people rules.entry.amount'])
    expect(codes(top(50, 'share'), [from], given, listed(7))).toEqual([])
    expect(codes(top(101, 'share'), [from], contest)).toEqual(['share_over_all rules.entry.amount'])
  })

  it('people go on from each table, so that prizes for all have the people of all tables', () => {
    const tables = ['A', 'B'].map((code) => ({ ...anyTable, code }))
    const rules = { ...DEFAULT_CONTEST_RULES, tables }
    const final = round(withRules({ entry: { kind: 'qualified', fromRoundId: 'r0', by: 'top', amount: 5 } }))
    const prize = (count: number, table: string | null) => [{ count, scope: 'round' as const, table }]
    expect(codes(final, [earlier()], { rules, prizes: prize(10, null) })).toEqual([])
    expect(codes(final, [earlier()], { rules, prizes: prize(11, null) })).toHaveLength(1)
    expect(codes(final, [earlier()], { rules, prizes: prize(5, 'B') })).toEqual([])
    expect(codes(final, [earlier()], { rules, prizes: prize(6, 'B') })).toHaveLength(1)
  })

  it('a quota for the whole contest reaches as many rounds as the total counts', () => {
    const total = { bestRounds: 2, ranking: DEFAULT_ROUND_RULES.ranking }
    const summed = { ...contest, rules: { ...DEFAULT_CONTEST_RULES, total } }
    const quota = (attemptLimit: number) =>
      round({
        ...withRules({ attempts: { ...DEFAULT_ROUND_RULES.attempts, period: 'contest' } }),
        attemptLimit,
      })
    expect(codes(quota(1), [earlier()], summed)).toEqual(['quota_below_total attemptLimit'])
    expect(codes(quota(2), [earlier()], summed)).toEqual([])
  })
})

describe('EL-6 rules of a contest that cannot be kept', () => {
  const of = (
    rules: Partial<ContestSettings['rules']>,
    prizes: ContestSettings['prizes'] = [],
    rounds: RoundSettings[] = [],
    complaints: ComplaintFacts | null = null,
  ) =>
    contestProblems(
      { rules: { ...DEFAULT_CONTEST_RULES, ...rules }, prizes },
      rounds,
      new Map(),
      nobodyYet,
      complaints,
    ).map(({ code, path }) => `${code} ${path}`)

  it('are reversed bands, unknown units, prizes for what is not there', () => {
    const eligibility = { ...DEFAULT_CONTEST_RULES.eligibility, minAge: 30, maxAge: 20, unitIds: ['gone'] }
    expect(
      of({ eligibility }, [
        { count: 1, scope: 'round', table: 'Z' },
        { count: 1, scope: 'total', table: null },
      ]),
    ).toEqual([
      'band_reversed rules.eligibility.minAge',
      'unit_unknown rules.eligibility.unitIds',
      'prize_table_unknown prizes.0.table',
      'prize_without_total prizes.1.scope',
    ])
  })

  it('are tables that a round is for, and more prizes than can enter a round', () => {
    expect(of({ tables: [{ ...anyTable, code: 'B' }] }, [], [round(withRules({ tables: ['A'] }))])).toEqual([
      'table_in_use rules.tables',
    ])
    const final = round(withRules({ entry: { kind: 'qualified', fromRoundId: 'r0', by: 'top', amount: 5 } }))
    const prizes = [1, 4, 1].map((count) => ({ count, scope: 'round' as const, table: null }))
    expect(of({}, prizes, [earlier(), final])).toEqual(['more_prizes_than_entrants prizes.2.count'])
    expect(of({}, prizes.slice(1), [earlier(), final])).toEqual([])
  })

  it('are complaints that would end earlier than was said, while they are taken', () => {
    const facts = { hours: 72, publishedAt: [0], now: 71 * HOUR }
    expect(of({ complaintHours: 71 }, [], [], facts)).toEqual(['complaints_running rules.complaintHours'])
    expect(of({ complaintHours: 73 }, [], [], facts)).toEqual([])
    expect(of({ complaintHours: 24 }, [], [], { ...facts, now: 72 * HOUR })).toEqual([])
    expect(of({ complaintHours: 24 }, [], [], { ...facts, publishedAt: [] })).toEqual([])
  })

  it('are totals ranked by what no round asks', () => {
    const total = { bestRounds: null, ranking: [{ by: 'points' }, { by: 'prediction-error' }, { by: 'draw' }] as const }
    const rules = { total: { ...total, ranking: [...total.ranking] } }
    expect(of(rules)).toEqual([])
    expect(of(rules, [], [round()])).toEqual(['RANKING.NO_PREDICTION rules.total.ranking.1'])
  })
})
