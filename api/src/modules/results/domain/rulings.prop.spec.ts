import type { ItemKey, ItemResponse, RoundRules, RulingContent, RulingOnItem } from '@thiso/contracts/vocab'
import { DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { judgeAttempt } from '../../attempts/index.js'
import { gradeResponse } from '../../item-bank/index.js'
import { effectiveRulings, gradeRuled, isTouched, type ItemRulings, underRulings } from './rulings.js'

const ITEMS = 6
const id = (index: number) => `item-${index}`
const keys = new Map<string, ItemKey>(
  Array.from({ length: ITEMS }, (_, index) => [id(index), { type: 'single-choice', option: index % 4 }]),
)

interface Case {
  form: { itemVersionId: string; points: number }[]
  answers: (number | null)[]
  rules: RoundRules
  timeUsedS: number
}
const points = fc.constantFrom(0.25, 1, 1.5, 2)
const cases: fc.Arbitrary<Case> = fc.record({
  form: fc
    .shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1 })
    .chain((chosen) =>
      fc.tuple(...chosen.map((index) => points.map((worth) => ({ itemVersionId: id(index), points: worth })))),
    ),
  answers: fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { minLength: ITEMS, maxLength: ITEMS }),
  rules: fc
    .record({
      wrongPenalty: fc.constantFrom(0, 0.25),
      blankPenalty: fc.constantFrom(0, 0.1),
      speedBonus: fc.constantFrom(0, 0.2),
    })
    .map((scoring) => ({ ...DEFAULT_ROUND_RULES, scoring })),
  timeUsedS: fc.integer({ min: 0, max: 600 }),
})
const ruling: fc.Arbitrary<RulingOnItem> = fc.integer({ min: 0, max: ITEMS - 1 }).chain((index) =>
  fc.oneof(
    fc.integer({ min: 0, max: 3 }).map(
      (option): RulingOnItem => ({
        kind: 'key',
        itemVersionId: id(index),
        key: { type: 'single-choice', option },
      }),
    ),
    fc.constantFrom('strike' as const, 'all-right' as const).map((kind) => ({ kind, itemVersionId: id(index) })),
  ),
)

const factsOf = ({ form, answers, rules, timeUsedS }: Case) => ({
  form,
  events: answers.flatMap((option, index) =>
    option === null
      ? []
      : [{ seq: index + 1, position: index + 1, response: [option] as ItemResponse, receivedAt: new Date(0) }],
  ),
  rules,
  timeLimitS: 600,
  extraPercent: 0,
  creditMs: 0,
  timeUsedS,
  heldPrediction: null,
  openings: [],
})
function judged(of: Case, rulings: ItemRulings) {
  const facts = factsOf(of)
  const { countingPlaces, ...view } = underRulings({ ...facts, keys }, rulings)
  const judgement = judgeAttempt({
    ...facts,
    ...view,
    grade: (key, response) => gradeRuled(key, response, gradeResponse),
  })
  return { ...judgement, countingPlaces }
}
const plain = (of: Case) => judgeAttempt({ ...factsOf(of), keys, grade: gradeResponse })
const only = (...list: RulingOnItem[]) => effectiveRulings(list).items

describe('RL-1: judging under rulings', () => {
  it('without rulings is judging', () => {
    fc.assert(
      fc.property(cases, (of) => {
        const { countingPlaces, ...judgement } = judged(of, new Map())
        expect(judgement).toEqual(plain(of))
        expect(countingPlaces).toBe(of.form.length)
        expect(isTouched(of.form, new Map())).toBe(false)
      }),
    )
  })

  it('twice with the same rulings is once, in whatever order different items were ruled about', () => {
    fc.assert(
      fc.property(cases, fc.uniqueArray(ruling, { selector: ({ itemVersionId }) => itemVersionId }), (of, rulings) => {
        const once = judged(of, only(...rulings))
        expect(judged(of, only(...rulings, ...rulings))).toEqual(once)
        expect(judged(of, only(...[...rulings].reverse()))).toEqual(once)
      }),
    )
  })

  it('leaves alone papers on which the item does not stand', () => {
    fc.assert(
      fc.property(cases, ruling, (of, each) => {
        fc.pre(!of.form.some(({ itemVersionId }) => itemVersionId === each.itemVersionId))
        expect(isTouched(of.form, only(each))).toBe(false)
        const { countingPlaces: _, ...judgement } = judged(of, only(each))
        expect(judgement).toEqual(plain(of))
      }),
    )
  })

  it('with the key that it had changes nothing', () => {
    fc.assert(
      fc.property(cases, fc.nat(ITEMS - 1), (of, index) => {
        const { countingPlaces: _, ...judgement } = judged(
          of,
          only({ kind: 'key', itemVersionId: id(index), key: keys.get(id(index)) as ItemKey }),
        )
        expect(judgement).toEqual(plain(of))
      }),
    )
  })

  it('a struck item is as if the paper had been drawn without it', () => {
    fc.assert(
      fc.property(cases, fc.nat(ITEMS - 1), (of, at) => {
        const place = at % of.form.length
        const without: Case = {
          ...of,
          form: of.form.filter((_, index) => index !== place),
          answers: of.answers.filter((_, index) => index !== place),
        }
        const struck = judged(of, only({ kind: 'strike', itemVersionId: of.form[place]?.itemVersionId as string }))
        const expected = plain(without)
        expect([struck.points, struck.maxPoints, struck.rightCount, struck.countingPlaces]).toEqual([
          expected.points,
          expected.maxPoints,
          expected.rightCount,
          without.form.length,
        ])
      }),
    )
  })

  it('an item that is right for everybody takes nothing from anybody and gives everybody its points', () => {
    fc.assert(
      fc.property(cases, fc.nat(ITEMS - 1), (of, at) => {
        const place = of.form[at % of.form.length] as Case['form'][number]
        const after = judged(of, only({ kind: 'all-right', itemVersionId: place.itemVersionId }))
        const position = of.form.indexOf(place) + 1
        const wasRight = of.answers[position - 1] === (keys.get(place.itemVersionId) as { option: number }).option
        expect(after.points).toBeGreaterThanOrEqual(plain(of).points)
        expect(after.rightCount).toBe(plain(of).rightCount + (wasRight ? 0 : 1))
        expect(after.maxPoints).toBe(plain(of).maxPoints)
        if (of.rules.scoring.speedBonus === 0 && plain(of).penalty === 0)
          expect(after.points).toBeCloseTo(plain(of).points + (wasRight ? 0 : place.points), 10)
      }),
    )
  })
})

describe('RL-2: rulings that hold', () => {
  it('are the last ones about each item and person', () => {
    const { items, excluded } = effectiveRulings([
      { kind: 'strike', itemVersionId: 'a' },
      { kind: 'exclude', accountId: 'x' },
      { kind: 'all-right', itemVersionId: 'a' },
      { kind: 'exclude', accountId: 'y' },
      { kind: 'reinstate', accountId: 'x' },
    ] satisfies RulingContent[])
    expect([...items.values()]).toEqual([{ kind: 'all-right', itemVersionId: 'a' }])
    expect([...excluded]).toEqual(['y'])
  })
})
