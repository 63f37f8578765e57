import { COLLECTIVE_MEASURES, type CollectivePlan, PRIZE_TIERS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { drawAll, type DrawLine, drawList, tiedLines } from '../../results/index.js'
import { awardPrizes, type Placing } from '../domain/award-prizes.js'
import { judgeUnits, type UnitFigures } from '../domain/collective-prize.js'
import { unitCode, unitDraw, unitEntries } from '../domain/unit-entries.js'

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
const chance = fc.infiniteStream(fc.nat())
const shuffled = <T>(list: readonly T[], stream: Iterator<number>): T[] =>
  list
    .map((one) => ({ one, by: stream.next().value as number }))
    .sort((a, b) => a.by - b.by)
    .map(({ one }) => one)
/** What everybody can download, read again. */
const published = (lines: readonly DrawLine[]): DrawLine[] => JSON.parse(JSON.stringify(lines))

const reward = { vi: '', en: '' }
const anyUnits = fc
  .array(
    fc.record({ participants: fc.integer({ min: 0, max: 3 }), roster: fc.option(fc.integer({ min: 3, max: 5 })) }),
    {
      minLength: 2,
      maxLength: 9,
    },
  )
  .map((list) =>
    list.map(
      ({ participants, roster }, index): UnitFigures => ({
        unitId: `u${index}`,
        participants,
        roster,
        firstAttempts: participants,
        shareSum: participants / 2,
      }),
    ),
  )
const anyPlan: fc.Arbitrary<CollectivePlan> = fc.record({
  unitKinds: fc.constant(['district' as const]),
  minParticipants: fc.nat({ max: 2 }),
  shrinkage: fc.constant(0),
  weights: fc.constant({ participants: 1, rate: 1, quality: 0 }),
  normalisation: fc.constant('max' as const),
  sizeClasses: fc.constant([]),
  tieBreak: fc.subarray([...COLLECTIVE_MEASURES], { maxLength: 1 }),
  onePrizeEach: fc.boolean(),
  prizes: fc.array(
    fc.record({
      tier: fc.constantFrom(...PRIZE_TIERS),
      reward: fc.constant(reward),
      by: fc.constantFrom('participants' as const, 'rate' as const, 'formula' as const),
      place: fc.integer({ min: 1, max: 4 }),
      sizeClass: fc.constant(null),
    }),
    { minLength: 1, maxLength: 5 },
  ),
})

describe('DW-2, WN-7: units’ prizes follow from what is published', () => {
  it('whoever has list, secret, randomness and scope finds the same units, in whatever order figures were stored', () => {
    fc.assert(
      fc.property(anyUnits, anyPlan, hash, hash, chance, (figures, plan, secret, randomness, stream) => {
        const awardsOf = (list: readonly UnitFigures[]) => {
          const lines = published(drawList(unitEntries(judgeUnits(list, plan).units, plan)))
          const { orderOf } = drawAll({ scope: 'c', secret, randomness, lines })
          return { lines, awards: judgeUnits(list, plan, unitDraw(orderOf)).awards }
        }
        const one = awardsOf(figures)
        expect(awardsOf(shuffled(figures, stream))).toEqual(one)
        // After the draw nobody waits.
        for (const { unitIds } of one.awards) expect(unitIds.length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('whoever waits for the draw of a measure is tied on its list, and so is whoever it told apart', () => {
    fc.assert(
      fc.property(anyUnits, anyPlan, (figures, plan) => {
        const { units, awards } = judgeUnits(figures, plan)
        const tied = new Set(tiedLines(drawList(unitEntries(units, plan))).map(({ code }) => code))
        for (const { prize, unitIds } of awards)
          if (unitIds.length > 1)
            for (const unitId of unitIds)
              expect(tied).toContain(unitCode(plan.prizes[prize]?.by ?? 'participants', unitId))
      }),
    )
  })

  it('the list has each unit once for every measure that a prize names, comparable or not', () => {
    fc.assert(
      fc.property(anyUnits, anyPlan, (figures, plan) => {
        const entries = unitEntries(judgeUnits(figures, plan).units, plan)
        const bases = new Set(plan.prizes.map(({ by }) => by))
        expect(entries).toHaveLength(bases.size * figures.length)
        expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length)
      }),
    )
  })

  it('units that the list does not have wait on', () => {
    const draw = unitDraw(new Map([[unitCode('rate', 'a'), 1]]))
    expect(draw('rate', ['a', 'b'])).toBeNull()
    expect(draw('rate', ['a'])).toEqual(['a'])
  })

  it('equal units have about the same chance', () => {
    const figures = ['a', 'b', 'c'].map((unitId): UnitFigures => {
      return { unitId, participants: 4, roster: null, firstAttempts: 4, shareSum: 2 }
    })
    const plan: CollectivePlan = {
      unitKinds: ['district'],
      minParticipants: 0,
      shrinkage: 0,
      weights: { participants: 1, rate: 0, quality: 0 },
      normalisation: 'max',
      sizeClasses: [],
      tieBreak: [],
      onePrizeEach: false,
      prizes: [{ tier: 'first', reward, by: 'participants', place: 1, sizeClass: null }],
    }
    const lines = drawList(unitEntries(judgeUnits(figures, plan).units, plan))
    const first = new Map<string, number>()
    for (let n = 0; n < 3_000; n++) {
      const randomness = Buffer.alloc(32)
      randomness.writeUInt32BE(n)
      const { orderOf } = drawAll({ scope: 'c', secret: Buffer.alloc(32), randomness, lines })
      const winner = judgeUnits(figures, plan, unitDraw(orderOf)).awards[0]?.unitIds[0] as string
      first.set(winner, (first.get(winner) ?? 0) + 1)
    }
    // 1,000 expected, standard deviation 26.
    expect(first.size).toBe(3)
    for (const count of first.values()) expect(Math.abs(count - 1_000)).toBeLessThan(130)
  })
})

const anyList = fc
  .uniqueArray(fc.stringMatching(/^[0-9a-f]{6}$/), { minLength: 1, maxLength: 20 })
  .chain((codes) =>
    fc.tuple(...codes.map((code) => fc.record({ code: fc.constant(code), rank: fc.integer({ min: 1, max: 3 }) }))),
  )

describe('DW-2, WN-4: people’s prizes follow from what is published', () => {
  it('whoever the codes stand for: the same list, secret and randomness give the same codes the same prizes', () => {
    fc.assert(
      fc.property(anyList, hash, hash, chance, (people, secret, randomness, stream) => {
        const lines = published(drawList(people.map((one) => ({ ...one, table: null }))))
        const { orderOf } = drawAll({ scope: 'r', secret, randomness, lines })
        const winners = (named: readonly string[]) => {
          const codeOf = new Map(named.map((accountId, index) => [accountId, lines[index]?.code as string]))
          const placings = lines
            .map(({ code, rank }, index) => ({ accountId: named[index] as string, code, rank: rank as number }))
            .sort((a, b) => a.rank - b.rank || (orderOf.get(a.code) as number) - (orderOf.get(b.code) as number))
            .map(({ accountId, rank }, index): Placing => {
              return { accountId, table: null, rank, orderNo: index + 1, isDecided: true }
            })
          const prize = { list: 'r', table: null, count: 2 } as const
          return awardPrizes({
            lists: [{ key: 'r', order: 1, placings: shuffled(placings, stream) }],
            lines: [
              { ...prize, key: '1', tier: 'first' },
              { ...prize, key: '2', tier: 'second' },
            ],
            isOnePrizeEach: false,
            ineligible: [],
            held: [],
          }).lines.map(({ awards, waiting }) => [awards.map(({ accountId }) => codeOf.get(accountId)), waiting])
        }
        const ids = lines.map((_, index) => `account-${index}`)
        expect(winners(shuffled(ids, stream))).toEqual(winners(ids))
      }),
    )
  })
})
