import fc from 'fast-check'
import { scoreAttempt as scoreBy, timeUsedS } from './score-attempt.js'

const grade = (key: number, response: readonly number[] | string) =>
  response.length === 1 && response[0] === key ? 1 : 0
const scoreAttempt = (
  ids: readonly string[],
  keyBy: ReadonlyMap<string, number>,
  responses: ReadonlyMap<number, number[]>,
) => scoreBy(ids, keyBy, responses, grade)

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
    })
  })

  it('of an empty paper is nothing', () => {
    expect(scoreAttempt(paper, keys, new Map())).toEqual({
      points: 0,
      maxPoints: 4,
      answeredCount: 0,
      rightPositions: [],
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
      ids,
      new Map(ids.map((id) => [id, 0])),
      new Map(ids.map((_, index) => [index + 1, [0]])),
      () => 0.1,
    )
    expect(tenths).toMatchObject({ points: 1, rightPositions: [] })
    const third = scoreBy(['v'], new Map([['v', 0]]), new Map([[1, 'x']]), () => 0.33)
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
        })
      }),
    )
  })
})

describe('SC-2: the time used', () => {
  const start = 1_800_000_000_000

  it.each([
    [0, 0],
    [999, 0],
    [1_000, 1],
    [59_999, 59],
    [600_000, 600],
  ])('%i ms after the start is %i s', (after, expected) => {
    expect(timeUsedS(start, start + after, start + 600_000)).toBe(expected)
  })

  it('never passes the deadline: the grace is not held against anybody', () => {
    expect(timeUsedS(start, start + 602_500, start + 600_000)).toBe(600)
  })

  it('is never negative', () => {
    expect(timeUsedS(start, start - 5, start + 600_000)).toBe(0)
  })

  it('grows with the submission and stays whole', () => {
    fc.assert(
      fc.property(fc.nat(7_200_000), fc.nat(7_200_000), fc.nat(7_200_000), (first, more, limit) => {
        const a = timeUsedS(start, start + first, start + limit)
        const b = timeUsedS(start, start + first + more, start + limit)
        return Number.isInteger(a) && a >= 0 && a <= b && b <= limit / 1000
      }),
    )
  })
})
