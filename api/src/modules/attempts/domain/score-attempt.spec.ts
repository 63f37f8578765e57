import type { RoundRules } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { scoreAttempt as scoreBy, speedBonusOf } from './score-attempt.js'

const grade = (key: number, response: readonly number[] | string) =>
  response.length === 1 && response[0] === key ? 1 : 0
const places = (ids: readonly string[]) => ids.map((itemVersionId) => ({ itemVersionId }))
const scoreAttempt = (
  ids: readonly string[],
  keyBy: ReadonlyMap<string, number>,
  responses: ReadonlyMap<number, number[]>,
) => scoreBy(places(ids), keyBy, responses, grade)

const paper = ['v1', 'v2', 'v3', 'v4']
const keys = new Map([
  ['v1', 0],
  ['v2', 1],
  ['v3', 2],
  ['v4', 3],
])

describe('SC-1: the score', () => {
  it('is one point for each right item and nothing off for wrong or blank ones', () => {
    const responses = new Map([
      [1, [0]],
      [2, [3]],
      [4, [3]],
    ])
    expect(scoreAttempt(paper, keys, responses)).toEqual({
      points: 2,
      maxPoints: 4,
      answeredCount: 3,
      rightPositions: [1, 4],
      bonus: 0,
      penalty: 0,
    })
  })

  it('of an empty paper is nothing', () => {
    expect(scoreAttempt(paper, keys, new Map())).toEqual({
      points: 0,
      maxPoints: 4,
      answeredCount: 0,
      rightPositions: [],
      bonus: 0,
      penalty: 0,
    })
  })

  it('takes several chosen options, or none, as not right', () => {
    const responses = new Map<number, number[]>([
      [1, [0, 1]],
      [2, []],
    ])
    expect(scoreAttempt(paper, keys, responses)).toMatchObject({ points: 0, answeredCount: 1 })
  })

  it('adds shares in hundredths, so that no binary fraction shows', () => {
    const ids = Array.from({ length: 10 }, (_, index) => `v${index}`)
    const tenths = scoreBy(
      places(ids),
      new Map(ids.map((id) => [id, 0])),
      new Map(ids.map((_, index) => [index + 1, [0]])),
      () => 0.1,
    )
    expect(tenths).toMatchObject({ points: 1, rightPositions: [] })
    const third = scoreBy(places(['v']), new Map([['v', 0]]), new Map([[1, 'x']]), () => 0.33)
    expect(third).toMatchObject({ points: 0.33, answeredCount: 1 })
  })

  it('is never guessed: a missing key stops it', () => {
    expect(() => scoreAttempt(['v1', 'unknown'], keys, new Map())).toThrow('no key')
  })

  it('counts the places whose choice is the key, whatever lies beside the paper', () => {
    const answered = fc.dictionary(fc.integer({ min: 1, max: 40 }).map(String), fc.integer({ min: 0, max: 3 }))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 }), answered, (keyList, chosen) => {
        const ids = keyList.map((_, index) => `v${index}`)
        const keyBy = new Map(keyList.map((key, index) => [`v${index}`, key]))
        const responses = new Map(Object.entries(chosen).map(([position, option]) => [Number(position), [option]]))
        const right = keyList.flatMap((key, index) => (chosen[String(index + 1)] === key ? [index + 1] : []))
        const onPaper = [...responses.keys()].filter((position) => position <= keyList.length)
        expect(scoreAttempt(ids, keyBy, responses)).toEqual({
          points: right.length,
          maxPoints: keyList.length,
          answeredCount: onPaper.length,
          rightPositions: right,
          bonus: 0,
          penalty: 0,
        })
      }),
    )
  })
})

const rules = (change: Partial<RoundRules['scoring']>): RoundRules['scoring'] => ({
  wrongPenalty: 0,
  blankPenalty: 0,
  speedBonus: 0,
  ...change,
})
/** An item is graded by the share that stands in for its key. */
const byShare = (share: number) => share
const paperOf = (items: readonly { points: number }[]) =>
  items.map(({ points }, index) => ({ itemVersionId: `v${index}`, points }))
const sharesOf = (items: readonly { share: number }[]) => new Map(items.map(({ share }, index) => [`v${index}`, share]))
const answered = (items: readonly { isBlank: boolean }[]) =>
  new Map(items.flatMap(({ isBlank }, index) => (isBlank ? [] : [[index + 1, [0]] as const])))
const scored = fc.record({
  points: fc.integer({ min: 1, max: 1_000 }).map((hundredths) => hundredths / 100),
  share: fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100),
  isBlank: fc.boolean(),
})

describe('SC-1 and SC-5: points of items and what mistakes cost', () => {
  it('weighs each item by its points and rounds half up, item by item', () => {
    const paper = paperOf([{ points: 2.5 }, { points: 0.5 }, { points: 1 }])
    const shares = new Map([
      ['v0', 1],
      ['v1', 0.33],
      ['v2', 0],
    ])
    const responses = new Map([1, 2, 3].map((position) => [position, [0]] as const))
    // 2.50 + 0.165, which is 0.17.
    expect(scoreBy(paper, shares, responses, byShare)).toMatchObject({
      points: 2.67,
      maxPoints: 4,
      rightPositions: [1],
    })
    expect(scoreBy(paper, shares, responses, byShare, rules({ wrongPenalty: 0.25 }))).toMatchObject({
      points: 2.42,
      penalty: 0.25,
    })
  })

  it('tells a blank from a wrong answer, and takes nothing off one that gained a part', () => {
    const paper = paperOf([{ points: 1 }, { points: 1 }, { points: 2 }])
    const shares = new Map([
      ['v0', 0],
      ['v1', 0.1],
      ['v2', 1],
    ])
    const both = rules({ wrongPenalty: 0.5, blankPenalty: 0.1 })
    expect(scoreBy(paper, shares, new Map([[2, [0]]]), byShare, both)).toMatchObject({ points: 0, penalty: 0.3 })
    const all = new Map([1, 2, 3].map((position) => [position, [0]] as const))
    expect(scoreBy(paper, shares, all, byShare, both)).toMatchObject({ points: 1.6, penalty: 0.5, answeredCount: 3 })
  })

  it('is never below 0 nor above the items’ points and the bonus, and always whole hundredths', () => {
    const share = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100)
    fc.assert(
      fc.property(fc.array(scored, { maxLength: 20 }), share, share, (items, wrongPenalty, blankPenalty) => {
        const score = scoreBy(
          paperOf(items),
          sharesOf(items),
          answered(items),
          byShare,
          rules({ wrongPenalty, blankPenalty, speedBonus: 0.5 }),
          () => 0.25,
        )
        expect(score.points).toBeGreaterThanOrEqual(0)
        expect(score.points).toBeLessThanOrEqual(score.maxPoints + 0.5)
        expect(Math.abs(score.points * 100 - Math.round(score.points * 100))).toBeLessThan(1e-6)
      }),
    )
  })
})

describe('SC-6: the bonus for speed', () => {
  it('is all of it for a perfect paper in no time, none at the bell, and shares by the right items’ points', () => {
    expect(speedBonusOf(0.5, 4, [{ points: 4, usedShare: 0 }])).toBe(0.5)
    expect(speedBonusOf(0.5, 4, [{ points: 4, usedShare: 1 }])).toBe(0)
    expect(
      speedBonusOf(0.8, 4, [
        { points: 1, usedShare: 0.5 },
        { points: 2, usedShare: 0.25 },
      ]),
    ).toBe(0.4)
    expect(speedBonusOf(0.5, 4, [{ points: 4, usedShare: 1.7 }])).toBe(0)
    expect(speedBonusOf(0.5, 0, [])).toBe(0)
  })

  it('never outweighs one more right item, however fast the other was', () => {
    const speed = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 })
    const paper = fc.array(scored, { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(paper, fc.nat(), fc.nat(), speed, speed, (items, pick, bonusPick, quick, slow) => {
        const at = pick % items.length
        const least = Math.min(...items.map(({ points }) => Math.round(points * 100)))
        const scoring = rules({ wrongPenalty: 0.25, blankPenalty: 0.1, speedBonus: (bonusPick % least) / 100 })
        const total = (own: typeof items, used: number[]) =>
          scoreBy(paperOf(own), sharesOf(own), answered(own), byShare, scoring, (position) => used[position - 1] ?? 1)
        const without = items.map((item, index) => (index === at ? { ...item, share: 0 } : item))
        const withRight = items.map((item, index) => (index === at ? { ...item, share: 1, isBlank: false } : item))
        const [better, worse] = [total(withRight, slow), total(without, quick)]
        // Below 0 nothing can be told apart.
        if (better.points > 0) expect(better.points).toBeGreaterThan(worse.points)
        else expect(worse.points).toBe(0)
      }),
      { numRuns: 500 },
    )
  })
})
