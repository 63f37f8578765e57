import type { ItemKey, ItemResponse, RoundRules, RulingContent, RulingOnItem } from '@thiso/contracts/vocab'
import { DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { judgeAttempt } from '../../attempts/index.js'
import { gradeResponse } from '../../item-bank/index.js'
import { effectiveRulings, gradeRuled, isTouched, type ItemRulings, ruledKeyOf, underRulings } from './rulings.js'

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
    fc.integer({ min: 0, max: 3 }).map(
      (option): RulingOnItem => ({
        kind: 'also-right',
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
  takenOut: [],
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

describe('RL-1: a further right answer', () => {
  const also = (index: number, option: number): RulingOnItem => ({
    kind: 'also-right',
    itemVersionId: id(index),
    key: { type: 'single-choice', option },
  })

  it('takes nothing from anybody, and gives its points to whoever answered so', () => {
    fc.assert(
      fc.property(cases, fc.nat(ITEMS - 1), fc.nat(3), (of, at, option) => {
        const position = (at % of.form.length) + 1
        const { itemVersionId } = of.form[position - 1] as Case['form'][number]
        const after = judged(of, only(also(Number(itemVersionId.slice(5)), option)))
        const before = plain(of)
        const answer = of.answers[position - 1]
        const isNew = answer === option && answer !== (keys.get(itemVersionId) as { option: number }).option
        expect(after.points).toBeGreaterThanOrEqual(before.points)
        expect(after.rightCount).toBe(before.rightCount + (isNew ? 1 : 0))
        if (!isNew) expect(after).toEqual({ ...before, countingPlaces: of.form.length })
      }),
    )
  })

  it('of any type counts by the answer that a response comes nearest to', () => {
    const group = (truths: boolean[]): ItemKey => ({ type: 'true-false-group', truths, grading: 'partial' })
    const ruled = ruledKeyOf(group([true, true, true]), {
      kind: 'also-right',
      key: null,
      also: [group([false, false, true])],
    })
    expect(
      [
        [1, 1, 0],
        [0, 0, 0],
        [1, 0, 1],
      ].map((response) => gradeRuled(ruled, response, gradeResponse)),
    ).toEqual([0.66, 0.66, 0.66])
    const typed = ruledKeyOf(
      { type: 'short-text', accepted: ['Huế'], ignoresDiacritics: false },
      {
        kind: 'also-right',
        key: null,
        also: [{ type: 'short-text', accepted: ['Thừa Thiên'], ignoresDiacritics: true }],
      },
    )
    expect(['huế', 'thua thien', 'hue'].map((text) => gradeRuled(typed, text, gradeResponse))).toEqual([1, 1, 0])
  })
})

describe('RL-2: rulings that hold', () => {
  it('gather further right answers, until another key or kind takes their place', () => {
    const key = (option: number): ItemKey => ({ type: 'single-choice', option })
    const ruled = (kind: 'key' | 'also-right', option: number): RulingOnItem => ({
      kind,
      itemVersionId: 'a',
      key: key(option),
    })
    const held = (...list: RulingOnItem[]) => only(...list).get('a')
    expect(held(ruled('also-right', 1), ruled('also-right', 2))).toEqual({
      kind: 'also-right',
      key: null,
      also: [key(1), key(2)],
    })
    expect(held(ruled('key', 0), ruled('also-right', 2))).toEqual({ kind: 'also-right', key: key(0), also: [key(2)] })
    expect(held(ruled('also-right', 1), ruled('key', 3))).toEqual({ kind: 'key', key: key(3), also: [] })
    const strike: RulingOnItem = { kind: 'strike', itemVersionId: 'a' }
    expect(held(ruled('also-right', 1), strike)).toEqual({ kind: 'strike', key: null, also: [] })
    // Struck out first, an item with a further answer counts again, by the author's key and this one.
    expect(held(strike, ruled('also-right', 1))).toEqual({ kind: 'also-right', key: null, also: [key(1)] })
  })

  it('are the last ones about each item and person', () => {
    const { items, excluded } = effectiveRulings([
      { kind: 'strike', itemVersionId: 'a' },
      { kind: 'exclude', accountId: 'x' },
      { kind: 'all-right', itemVersionId: 'a' },
      { kind: 'exclude', accountId: 'y' },
      { kind: 'reinstate', accountId: 'x' },
    ] satisfies RulingContent[])
    expect([...items.values()]).toEqual([{ kind: 'all-right', key: null, also: [] }])
    expect([...excluded]).toEqual(['y'])
  })
})
