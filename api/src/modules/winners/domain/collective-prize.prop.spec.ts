import { COLLECTIVE_BASES, COLLECTIVE_PRESETS, type CollectivePlan, PRIZE_TIERS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { judgeUnits, placesBy, shrunkMean, type UnitDraw, type UnitFigures } from './collective-prize.js'

const unit = (unitId: string, participants: number, roster: number | null, share = 0.5): UnitFigures => ({
  unitId,
  participants,
  roster,
  firstAttempts: participants,
  shareSum: share * participants,
})
const prizesOf = (figures: UnitFigures[], plan: CollectivePlan) =>
  judgeUnits(figures, plan).awards.map(({ unitIds }) => unitIds.join('+'))

// Worked out by hand: rates 0.30, 0.25, 0.60, 0.50, 0.70.
const units = [
  unit('A', 900, 3000),
  unit('B', 700, 2800),
  unit('C', 600, 1000),
  unit('D', 300, 600),
  unit('E', 70, 100),
]

describe('WN-7: collective prizes of real contests', () => {
  it('2019: first by number; second by number and first by rate; third by number and second by rate', () => {
    expect(prizesOf(units, COLLECTIVE_PRESETS['number-and-rate-2019'])).toEqual(['A', 'B', 'E', 'C', 'D'])
  })

  it('units that hold a higher prize are passed over', () => {
    const wide = units.map((one) => (one.unitId === 'E' ? unit('E', 30, 100) : one))
    // By rate C 0.60, D 0.50, then A and E 0.30. Third by number passes from C to D, second by rate from D over A to E.
    expect(prizesOf(wide, COLLECTIVE_PRESETS['number-and-rate-2019'])).toEqual(['A', 'B', 'C', 'D', 'E'])
  })

  it('most people and highest rate may be the same unit', () => {
    expect(prizesOf(units, COLLECTIVE_PRESETS['most-and-rate'])).toEqual(['A', 'E'])
    expect(prizesOf([unit('A', 9, 10), unit('B', 2, 10)], COLLECTIVE_PRESETS['most-and-rate'])).toEqual(['A', 'A'])
  })

  it('number and quality in one formula', () => {
    const figures = [unit('A', 100, null, 0.4), unit('B', 80, null, 0.9), unit('C', 10, null, 0.95)]
    const plan = { ...COLLECTIVE_PRESETS['number-and-quality-2021'], shrinkage: 0 }
    // Number: 100, 80, 10. Quality of the best: 0.4/0.95, 0.9/0.95, 1. Halves: A 71.05, B 87.37, C 55.
    const result = judgeUnits(figures, plan)
    expect(result.units.map(({ formula }) => Math.round(formula * 100) / 100)).toEqual([71.05, 87.37, 55])
    expect(result.awards.map(({ unitIds }) => unitIds)).toEqual([['B'], ['A'], ['C']])
  })
})

describe('WN-7: what cannot be compared is said', () => {
  const plan = COLLECTIVE_PRESETS['most-and-rate']
  it('no rate without a confirmed roster, nor with more people than it has', () => {
    const { units: scores, awards } = judgeUnits([unit('A', 5, null), unit('B', 12, 10), unit('C', 1, 10)], plan)
    expect(scores.map(({ gaps, measures }) => [gaps, measures.rate])).toEqual([
      [['no-roster'], null],
      [['above-roster'], null],
      [[], 0.1],
    ])
    expect(awards[1]?.unitIds).toEqual(['C'])
  })

  it('too few people: no prize, whatever the rate', () => {
    const { awards } = judgeUnits([unit('A', 2, 2), unit('B', 30, 100)], { ...plan, minParticipants: 10 })
    expect(awards.map(({ unitIds }) => unitIds)).toEqual([['B'], ['B']])
  })

  it('size classes compare only their own', () => {
    const classes = [
      { name: 'small', upTo: 100 },
      { name: 'large', upTo: null },
    ]
    const prize = { tier: 'first', reward: { vi: '', en: '' }, by: 'participants', place: 1 } as const
    const prizes = classes.map(({ name }) => ({ ...prize, sizeClass: name }))
    const result = judgeUnits(units, { ...plan, sizeClasses: classes, prizes })
    expect(result.awards.map(({ unitIds }) => unitIds)).toEqual([['E'], ['A']])
  })

  it('a draw tells equal units apart, the same way for each place of a measure, and only where the plan does not', () => {
    const equal = [unit('A', 10, 20), unit('B', 10, 15), unit('C', 10, 15), unit('D', 5, 15)]
    const prize = { tier: 'first', reward: { vi: '', en: '' }, by: 'participants', sizeClass: null } as const
    const prizes = [1, 2, 3, 4].map((place) => ({ ...prize, place }))
    const backward: UnitDraw = (_, unitIds) => [...unitIds].sort().reverse()
    const { awards } = judgeUnits(equal, { ...plan, onePrizeEach: false, prizes }, backward)
    expect(awards.map(({ unitIds }) => unitIds)).toEqual([['C'], ['B'], ['A'], ['D']])
    expect(awards.map(({ drawnAmong }) => drawnAmong.join(''))).toEqual(['CBA', 'CBA', 'CBA', ''])
    const told = judgeUnits(equal, { ...plan, onePrizeEach: true, tieBreak: ['rate'], prizes }, backward).awards
    expect(told.map(({ unitIds }) => unitIds)).toEqual([['C'], ['B'], ['A'], ['D']])
    expect(told.map(({ drawnAmong }) => drawnAmong.join(''))).toEqual(['CB', 'CB', '', ''])
  })

  it('equal units are told apart by what the plan says, or wait for a draw', () => {
    const equal = [unit('A', 10, 20), unit('B', 10, 15), unit('C', 10, 15)]
    expect(prizesOf(equal, plan)[0]).toBe('A+B+C')
    expect(prizesOf(equal, { ...plan, tieBreak: ['rate'] })[0]).toBe('B+C')
  })
})

const anyUnits = fc
  .array(
    fc.record({
      participants: fc.nat({ max: 50 }),
      roster: fc.option(fc.nat({ max: 60 })),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map(({ participants, roster, share }, index) => unit(`u${index}`, participants, roster, share)))
const anyPlan: fc.Arbitrary<CollectivePlan> = fc.record({
  unitKinds: fc.constant(['district' as const]),
  minParticipants: fc.nat({ max: 5 }),
  shrinkage: fc.nat({ max: 20 }),
  weights: fc.record({ participants: fc.nat(5), rate: fc.nat(5), quality: fc.nat(5) }),
  normalisation: fc.constantFrom('max', 'rank'),
  sizeClasses: fc.constant([]),
  tieBreak: fc.subarray(['participants', 'rate', 'quality']),
  onePrizeEach: fc.boolean(),
  prizes: fc.array(
    fc.record({
      tier: fc.constantFrom(...PRIZE_TIERS),
      reward: fc.constant({ vi: '', en: '' }),
      by: fc.constantFrom(...COLLECTIVE_BASES),
      place: fc.integer({ min: 1, max: 4 }),
      sizeClass: fc.constant(null),
    }),
    { maxLength: 6 },
  ),
})

describe('WN-7: one prize each is the highest, and nobody is good without having taken part', () => {
  const prize = { reward: { vi: '', en: '' }, place: 1, sizeClass: null } as const
  const plan: CollectivePlan = { ...COLLECTIVE_PRESETS['number-and-rate-2019'], prizes: [] }

  it('tiers go first, whatever the order of the plan', () => {
    const prizes = [
      { ...prize, tier: 'third', by: 'rate' },
      { ...prize, tier: 'first', by: 'participants' },
    ] as const
    const figures = [unit('A', 10, 10), unit('B', 5, 10)]
    expect(prizesOf(figures, { ...plan, prizes: [...prizes] })).toEqual(['B', 'A'])
  })

  it('a unit without attempts has no quality', () => {
    const figures = [unit('A', 10, 10, 0.5), unit('B', 5, 10, 0.2), unit('Z', 0, 10)]
    const prizes = [{ ...prize, tier: 'first' as const, by: 'quality' as const, place: 2 }]
    const result = judgeUnits(figures, { ...plan, minParticipants: 0, prizes })
    expect(result.units.find(({ unitId }) => unitId === 'Z')?.measures.quality).toBeNull()
    expect(result.awards[0]?.unitIds).toEqual(['B'])
  })
})

describe('WN-7: for any units and plans', () => {
  it('the order of the units decides nothing', () => {
    fc.assert(
      fc.property(
        anyUnits.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        anyPlan,
        ([list, shuffled], plan) => expect(judgeUnits(shuffled, plan)).toEqual(judgeUnits(list, plan)),
      ),
    )
  })

  it('normalised values and the formula lie between 0 and 100, and the best by a measure has 100 of it', () => {
    fc.assert(
      fc.property(anyUnits, anyPlan, (list, plan) => {
        const { units: scores } = judgeUnits(list, plan)
        for (const score of scores) {
          for (const value of [...Object.values(score.normalised), score.formula]) {
            expect(value).toBeGreaterThanOrEqual(0)
            expect(value).toBeLessThanOrEqual(100 + 1e-9)
          }
        }
        const places = placesBy(scores, 'participants')
        for (const score of scores)
          if (places.get(score.unitId) === 1 && score.participants > 0) expect(score.normalised.participants).toBe(100)
      }),
    )
  })

  it('with a draw nobody waits, and who would have had a prize without one still has it', () => {
    fc.assert(
      fc.property(anyUnits, anyPlan, (list, plan) => {
        const one = { ...plan, prizes: plan.prizes.slice(0, 1) }
        const [without] = judgeUnits(list, one).awards
        const [drawn] = judgeUnits(list, one, (_, unitIds) => [...unitIds].sort().reverse()).awards
        expect(drawn?.unitIds.length ?? 0).toBeLessThanOrEqual(1)
        expect(drawn?.unitIds.length).toBe(without && without.unitIds.length > 0 ? 1 : without?.unitIds.length)
        for (const unitId of drawn?.unitIds ?? []) expect(without?.unitIds).toContain(unitId)
        if (without?.unitIds.length === 1 && drawn?.drawnAmong.length === 0)
          expect(drawn.unitIds).toEqual(without.unitIds)
      }),
    )
  })

  it('quality lies between the unit’s own mean and everybody’s, and moves to its own with more people', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 50 }),
        (own, mean, count, k) => {
          const value = shrunkMean(own * count, count, mean, k) as number
          expect(value).toBeGreaterThanOrEqual(Math.min(own, mean) - 1e-9)
          expect(value).toBeLessThanOrEqual(Math.max(own, mean) + 1e-9)
          const more = shrunkMean(own * count * 2, count * 2, mean, k) as number
          expect(Math.abs(more - own)).toBeLessThanOrEqual(Math.abs(value - own) + 1e-9)
        },
      ),
    )
  })

  it('with one prize each no unit is settled for two, and no prize goes to a unit that is too small', () => {
    fc.assert(
      fc.property(anyUnits, anyPlan, (list, plan) => {
        const { awards } = judgeUnits(list, { ...plan, onePrizeEach: true })
        const given = awards.flatMap(({ unitIds }) => unitIds)
        expect(new Set(given).size).toBe(given.length)
        for (const id of given)
          expect(list.find((one) => one.unitId === id)?.participants).toBeGreaterThanOrEqual(plan.minParticipants)
      }),
    )
  })
})
