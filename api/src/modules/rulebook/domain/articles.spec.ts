import { ARTICLE_KEYS, DEFAULT_CONTEST_RULES, DEFAULT_ROUND_RULES, type RoundRules } from '@thiso/contracts/vocab'
import { withEdits } from '@thiso/contracts/rule-words'
import { articlesOf } from './articles'
import type { RoundFacts, RulebookEdits, RulebookFacts } from './rulebook-facts'

const NO_EDITS: RulebookEdits = { around: {}, own: [] }

const round = (changes: Partial<RoundFacts> = {}, rules: Partial<RoundRules> = {}): RoundFacts => ({
  id: 'r1',
  name: { vi: 'Tuần 1', en: 'Week 1' },
  opensAtMs: Date.parse('2026-10-10T08:00:00+07:00'),
  closesAtMs: Date.parse('2026-10-16T17:00:00+07:00'),
  timeLimitS: 1200,
  attemptLimit: 2,
  resultPolicy: 'after_close',
  itemCount: 20,
  maxPoints: 20,
  topics: ['concepts', 'cyber-safety'],
  ...changes,
  rules: { ...DEFAULT_ROUND_RULES, ...rules },
})

const facts = (changes: Partial<RulebookFacts> = {}): RulebookFacts => ({
  title: { vi: 'Tìm hiểu chuyển đổi số', en: '' },
  summary: { vi: 'Nâng cao nhận thức.', en: '' },
  organizerName: { vi: 'Tỉnh đoàn Quảng Nam', en: 'Provincial Youth Union' },
  rules: DEFAULT_CONTEST_RULES,
  prizes: [{ tier: 'first', count: 1, reward: { vi: '1.000.000 đồng', en: '' }, scope: 'round', table: null }],
  rounds: [round()],
  unitNames: new Map([['u1', 'Thành phố Hội An']]),
  ...changes,
})

const textOf = (given: RulebookFacts, edits = NO_EDITS, locale: 'vi' | 'en' = 'vi') =>
  withEdits(articlesOf(given, locale), edits, locale)
    .flatMap(({ title, passages }) => [
      title,
      ...passages.flatMap((passage) => (passage.kind === 'list' ? passage.entries : [passage.text])),
    ])
    .join('\n')

describe('RB-1: the articles of a thể lệ', () => {
  it('stand in the administrative order, own ones before the last', () => {
    const own = [{ title: { vi: 'Điều khoản tài trợ', en: '' }, text: { vi: 'Một.\nHai.', en: '' } }]
    const articles = withEdits(articlesOf(facts(), 'vi'), { around: {}, own }, 'vi')
    expect(articles.map(({ key }) => key)).toEqual([...ARTICLE_KEYS.slice(0, -1), 'own', 'effect'])
    expect(articles.at(-2)?.passages).toHaveLength(2)
    for (const { passages } of articles) expect(passages.length).toBeGreaterThan(0)
  })

  it('say the time in Viet Nam and the form as it is set', () => {
    const text = textOf(facts())
    expect(text).toContain('Tuần 1: từ 08:00 ngày 10/10/2026 đến 17:00 ngày 16/10/2026.')
    expect(text).toContain('Mỗi đề thi gồm 20 câu, tổng 20 điểm, làm trong 20 phút')
    expect(text).toContain('Mỗi người được thi 2 lượt trong đợt thi.')
    expect(text).toContain('01 giải Nhất: 1.000.000 đồng.')
    expect(text).toContain('an toàn mạng')
  })

  const r = DEFAULT_ROUND_RULES
  const c = DEFAULT_CONTEST_RULES
  const prediction = { target: 'perfect', unit: 'people', per: 'person', countsDisqualified: false } as const
  const variants: [string, RulebookFacts][] = [
    ['time limit', facts({ rounds: [round({ timeLimitS: 600 })] })],
    ['attempt limit', facts({ rounds: [round({ attemptLimit: 1 })] })],
    ['result policy', facts({ rounds: [round({ resultPolicy: 'after_publish' })] })],
    ...(['day', 'week', 'contest', 'unlimited'] as const).map((period): [string, RulebookFacts] => [
      `period ${period}`,
      facts({ rounds: [round({}, { attempts: { ...r.attempts, period } })] }),
    ]),
    ['wait', facts({ rounds: [round({}, { attempts: { ...r.attempts, waitS: 3600 } })] })],
    ['first counts', facts({ rounds: [round({}, { attempts: { ...r.attempts, counted: 'first' } })] })],
    ['last counts', facts({ rounds: [round({}, { attempts: { ...r.attempts, counted: 'last' } })] })],
    ['unseen first', facts({ rounds: [round({}, { attempts: { ...r.attempts, unseenFirst: true } })] })],
    ['one way', facts({ rounds: [round({}, { movement: 'one-way' })] })],
    ['item clock', facts({ rounds: [round({}, { movement: 'one-way', itemClockS: 45 })] })],
    ['all required', facts({ rounds: [round({}, { allRequired: true })] })],
    ['wrong penalty', facts({ rounds: [round({}, { scoring: { ...r.scoring, wrongPenalty: 0.25 } })] })],
    ['blank penalty', facts({ rounds: [round({}, { scoring: { ...r.scoring, blankPenalty: 0.1 } })] })],
    ['speed bonus', facts({ rounds: [round({}, { scoring: { ...r.scoring, speedBonus: 0.5 } })] })],
    ['prediction', facts({ rounds: [round({}, { prediction })] })],
    [
      'prediction of participants',
      facts({ rounds: [round({}, { prediction: { ...prediction, target: 'participants' } })] }),
    ],
    ['prediction in attempts', facts({ rounds: [round({}, { prediction: { ...prediction, unit: 'attempts' } })] })],
    ['prediction each attempt', facts({ rounds: [round({}, { prediction: { ...prediction, per: 'attempt' } })] })],
    ['disqualified count', facts({ rounds: [round({}, { prediction: { ...prediction, countsDisqualified: true } })] })],
    ['ranking', facts({ rounds: [round({}, { ranking: [{ by: 'right-items' }, { by: 'draw' }] })] })],
    ['bucket', facts({ rounds: [round({}, { ranking: [{ by: 'time-used', bucketS: 60 }, { by: 'draw' }] })] })],
    ['attempt count', facts({ rounds: [round({}, { ranking: [{ by: 'attempt-count' }, { by: 'draw' }] })] })],
    ['freeze', facts({ rounds: [round({}, { freezeMinutes: 60 })] })],
    ['minimum age', facts({ rules: { ...c, eligibility: { ...c.eligibility, minAge: 16 } } })],
    ['maximum age', facts({ rules: { ...c, eligibility: { ...c.eligibility, maxAge: 30 } } })],
    ['age day', facts({ rules: { ...c, eligibility: { ...c.eligibility, minAge: 16, ageOn: '2026-12-31' } } })],
    ['units', facts({ rules: { ...c, eligibility: { ...c.eligibility, unitIds: ['u1'] } } })],
    ['roles', facts({ rules: { ...c, eligibility: { ...c.eligibility, roles: ['teacher'] } } })],
    ['invited only', facts({ rules: { ...c, eligibility: { ...c.eligibility, invitedOnly: true } } })],
    [
      'tables',
      facts({
        rules: {
          ...c,
          tables: [
            {
              code: 'A',
              name: { vi: 'Trung học cơ sở', en: '' },
              minAge: null,
              maxAge: 15,
              unitKinds: ['school'],
              unitIds: [],
            },
          ],
        },
      }),
    ],
    ['total', facts({ rules: { ...c, total: { bestRounds: null, ranking: [{ by: 'points' }, { by: 'draw' }] } } })],
    ['best rounds', facts({ rules: { ...c, total: { bestRounds: 3, ranking: [{ by: 'points' }, { by: 'draw' }] } } })],
    ['one prize each', facts({ rules: { ...c, onePrizeEach: true } })],
    ['complaint hours', facts({ rules: { ...c, complaintHours: 24 } })],
    ['no complaints', facts({ rules: { ...c, complaintHours: 0 } })],
    ['no prizes', facts({ prizes: [] })],
  ]

  it.each(['vi', 'en'] as const)('say every setting (%s): no two settings make the same rulebook', (locale) => {
    const texts = [['as usual', facts()] as const, ...variants].map(([, given]) => textOf(given, NO_EDITS, locale))
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}/)
  })

  it('say once what is the same for all rounds, and name the rounds where they differ', () => {
    const second = round({ id: 'r2', name: { vi: 'Tuần 2', en: '' } })
    const alike = textOf(facts({ rounds: [round(), second] }))
    expect(alike.match(/Mỗi người được thi 2 lượt/g)).toHaveLength(1)
    const different = textOf(facts({ rounds: [round(), { ...second, attemptLimit: 5 }] }))
    expect(different).toContain('Tuần 2:')
    expect(different.match(/Mỗi người được thi \d lượt/g)).toHaveLength(2)
  })

  it('keep the organizers’ own words around what the settings say', () => {
    const before = { vi: 'Căn cứ Kế hoạch số 1.', en: 'By plan no. 1.' }
    const edits: RulebookEdits = { around: { purpose: { before, after: { vi: 'Hết.', en: '' } } }, own: [] }
    expect(textOf(facts(), edits)).toContain('Căn cứ Kế hoạch số 1.\nNâng cao nhận thức.\nHết.')
    // In Vietnamese where nobody wrote the English.
    expect(textOf(facts(), edits, 'en')).toContain('By plan no. 1.\nNâng cao nhận thức.\nHết.')
  })
})
