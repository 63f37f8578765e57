import { DEFAULT_ROUND_RULES, type RoundRules } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { type JudgedAttempt, judgeAttempt } from './judge-attempt.js'

const start = 1_800_000_000_000
const at = (seconds: number) => new Date(start + seconds * 1000)
const grade = (key: number, response: readonly number[] | string) => (response[0] === key ? 1 : 0)
const rules = (change: Partial<RoundRules>): RoundRules => ({ ...DEFAULT_ROUND_RULES, ...change })
const event = (seq: number, position: number, option: number | string | null, second = seq) => ({
  seq,
  position,
  response: option === null ? null : typeof option === 'string' ? option : [option],
  receivedAt: at(second),
})

const attempt = (change: Partial<JudgedAttempt<number>>): JudgedAttempt<number> => ({
  form: [{ itemVersionId: 'a' }, { itemVersionId: 'b', points: 2 }],
  events: [],
  rules: DEFAULT_ROUND_RULES,
  timeLimitS: 100,
  extraPercent: 0,
  takenOut: [],
  timeUsedS: 50,
  heldPrediction: null,
  openings: [],
  keys: new Map([
    ['a', 0],
    ['b', 1],
  ]),
  grade,
  ...change,
})
const bonus = { wrongPenalty: 0, blankPenalty: 0, speedBonus: 0.6 }

describe('SC-3 and SC-6: the outcome of an attempt', () => {
  it('gives a bonus by the clock of the paper, the same with extra time used in proportion', () => {
    const events = [event(1, 1, 0), event(2, 2, 1)]
    expect(judgeAttempt(attempt({ events, rules: rules({ scoring: bonus }) }))).toMatchObject({
      points: 3.3,
      maxPoints: 3,
      rightCount: 2,
      bonus: 0.3,
    })
    const slower = attempt({ events, rules: rules({ scoring: bonus }), extraPercent: 50, timeUsedS: 75 })
    expect(judgeAttempt(slower).bonus).toBe(0.3)
  })

  it('gives it by the clocks of the items, from opening to last answer, less what was taken out in between', () => {
    const own = attempt({
      rules: rules({ scoring: bonus, movement: 'one-way', itemClockS: 20 }),
      openings: [
        { position: 1, openedAt: at(0) },
        { position: 2, openedAt: at(10) },
      ],
      takenOut: [
        { from: at(2).getTime(), to: at(6).getTime() },
        { from: at(12).getTime(), to: at(14).getTime() },
      ],
      // Place 1: answered after 9 s of which 4 did not count: a quarter of 20. Place 2: 7 s of which 2 did not count: a quarter.
      events: [event(1, 1, 1, 3), event(2, 1, 0, 9), event(3, 2, 1, 17)],
    })
    expect(judgeAttempt(own)).toMatchObject({ bonus: 0.45, points: 3.45 })
  })

  it('takes off only what was taken out between opening and last answer, every instant once', () => {
    const one = (takenOut: { from: number; to: number }[], answeredAt: number) =>
      judgeAttempt(
        attempt({
          form: [{ itemVersionId: 'a' }],
          rules: rules({ scoring: bonus, movement: 'one-way', itemClockS: 10 }),
          openings: [{ position: 1, openedAt: at(0) }],
          events: [event(1, 1, 0, answeredAt)],
          takenOut,
        }),
      ).bonus
    const span = (from: number, to: number) => ({ from: at(from).getTime(), to: at(to).getTime() })
    expect(one([], 6)).toBe(0.24)
    // A pause after the answer, a credit from before the opening: neither makes the answer faster.
    expect(one([span(7, 60)], 6)).toBe(0.24)
    expect(one([span(-60, 0)], 6)).toBe(0.24)
    expect(one([span(-60, 1), span(3, 5), span(4, 6)], 6)).toBe(0.48)
    // Answered while the clock stands, in a pause that goes on: only the second before it is used.
    expect(one([{ from: at(1).getTime(), to: Number.POSITIVE_INFINITY }], 6)).toBe(0.54)
  })

  it('SC-6: counts extra time as far as it was there before the end of the round', () => {
    const events = [event(1, 1, 0), event(2, 2, 1)]
    const cut = { events, rules: rules({ scoring: bonus }), extraPercent: 100, timeUsedS: 110 }
    expect(judgeAttempt(attempt({ ...cut, usableExtra: null })).bonus).toBe(0.27)
    expect(judgeAttempt(attempt({ ...cut, usableExtra: 1_000 })).bonus).toBe(0)
    expect(judgeAttempt(attempt({ ...cut, timeUsedS: 55, usableExtra: 1_000 })).bonus).toBe(0.3)
  })

  it('keeps the prediction that held before, else the one that was given', () => {
    const prediction = { target: 'perfect', unit: 'people', per: 'person', countsDisqualified: true } as const
    const given = attempt({ rules: rules({ prediction }), events: [event(1, 0, '120'), event(2, 0, '150')] })
    expect(judgeAttempt(given).prediction).toBe(150)
    expect(judgeAttempt({ ...given, heldPrediction: 0 }).prediction).toBe(0)
    expect(judgeAttempt({ ...given, rules: DEFAULT_ROUND_RULES }).prediction).toBeNull()
    expect(judgeAttempt({ ...given, events: [] }).prediction).toBeNull()
  })

  it('AT-13: scores what is incomplete, without a place where everything had to be answered', () => {
    const whole = rules({ allRequired: true })
    const events = [event(1, 1, 0)]
    expect(judgeAttempt(attempt({ events }))).toMatchObject({ points: 1, isRanked: true })
    expect(judgeAttempt(attempt({ events, rules: whole }))).toMatchObject({ points: 1, isRanked: false })
    expect(judgeAttempt(attempt({ events: [...events, event(2, 2, 0)], rules: whole }))).toMatchObject({
      isRanked: true,
    })
    expect(
      judgeAttempt(attempt({ events: [...events, event(2, 2, 0), event(3, 2, null)], rules: whole })),
    ).toMatchObject({ isRanked: false })
  })

  it('is the same whenever and in whatever order of events it is judged', () => {
    const events = fc.uniqueArray(
      fc.record({ seq: fc.integer({ min: 1, max: 40 }), position: fc.integer({ min: 0, max: 2 }), option: fc.nat(2) }),
      { selector: ({ seq }) => seq, maxLength: 20 },
    )
    fc.assert(
      fc.property(
        events.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const judged = (own: typeof list) =>
            judgeAttempt(
              attempt({
                events: own.map(({ seq, position, option }) => event(seq, position, option)),
                rules: rules({ scoring: { wrongPenalty: 0.5, blankPenalty: 0.1, speedBonus: 0.9 }, itemClockS: 30 }),
                openings: [{ position: 1, openedAt: at(0) }],
              }),
            )
          expect(judged(shuffled)).toEqual(judged(list))
        },
      ),
    )
  })
})
