import fc from 'fast-check'
import { type AwardInput, awardPrizes, type Placing } from './award-prizes.js'
import { prizeChanges } from './prize-changes.js'

const LINES = [
  { key: 'first', list: 'r', tier: 'first' as const, table: null, count: 1 },
  { key: 'second', list: 'r', tier: 'second' as const, table: null, count: 2 },
]
const placings = (ranks: Record<string, number>): Placing[] =>
  Object.entries(ranks)
    .sort(([, a], [, b]) => a - b)
    .map(([accountId, rank], index, all) => ({
      accountId,
      table: null,
      rank,
      orderNo: index + 1,
      isDecided: all.filter(([, other]) => other === rank).length === 1,
    }))
const given = (ranks: Record<string, number>, changes: Partial<AwardInput> = {}): AwardInput => ({
  lists: [{ key: 'r', order: 1, placings: placings(ranks) }],
  lines: LINES,
  isOnePrizeEach: false,
  ineligible: [],
  held: [],
  ...changes,
})
const told = (before: AwardInput, after: AwardInput) =>
  prizeChanges(awardPrizes(before), awardPrizes(after)).lines.map(
    ({ line, people, openBefore, openAfter }) =>
      `${line.key}: ${people.map((one) => `${one.accountId} ${one.before}>${one.after}`).join(', ')} (${openBefore}>${openAfter})`,
  )

describe('RL-4: which prizes change', () => {
  it('nobody’s, where the same people stand in the same places', () => {
    expect(told(given({ a: 1, b: 2, c: 3 }), given({ a: 1, b: 2, c: 3 }))).toEqual([])
  })

  it('two change places across a border: both prizes name both', () => {
    expect(told(given({ a: 1, b: 2, c: 3 }), given({ b: 1, a: 2, c: 3 }))).toEqual([
      'first: a has>none, b none>has (0>0)',
      'second: a none>has, b has>none (0>0)',
    ])
  })

  it('who comes to share the border waits for the draw', () => {
    expect(told(given({ a: 1, b: 2, c: 3, d: 4 }), given({ a: 1, b: 2, c: 3, d: 3 }))).toEqual([
      'second: c has>waits, d none>waits (0>0)',
    ])
  })

  it('who is not eligible is passed over, with the reason, and the next one gains', () => {
    const ineligible = [{ accountId: 'b', list: null, reason: 'barred' as const }]
    const [before, after] = [
      given({ a: 1, c: 2, d: 3, b: 9 }, { ineligible }),
      given({ b: 1, a: 2, c: 3, d: 4 }, { ineligible }),
    ]
    expect(told(before, after)).toEqual([])
    expect(prizeChanges(awardPrizes(before), awardPrizes(after)).skipped).toEqual([
      { list: 'r', accountId: 'b', rank: 1, reasons: [{ reason: 'barred', note: null }] },
    ])
  })

  it('who falls out leaves a seat open where nobody is left', () => {
    expect(told(given({ a: 1, b: 2, c: 3 }), given({ a: 1, b: 2 }))).toEqual(['second: c has>none (0>1)'])
  })

  it('applied to what was, the changes give what will be; told backwards they give it back', () => {
    const ranks = fc.dictionary(fc.constantFrom(...'abcdefg'), fc.integer({ min: 1, max: 4 }))
    const flat = (input: AwardInput) => {
      const holds = new Set<string>()
      for (const { line, awards, waiting } of awardPrizes(input).lines) {
        for (const { accountIds } of waiting) for (const id of accountIds) holds.add(`${line.key} ${id} waits`)
        for (const { accountId } of awards) {
          holds.delete(`${line.key} ${accountId} waits`)
          holds.add(`${line.key} ${accountId} has`)
        }
      }
      return holds
    }
    fc.assert(
      fc.property(ranks, ranks, (one, other) => {
        const [before, after] = [given(one), given(other)]
        const { lines } = prizeChanges(awardPrizes(before), awardPrizes(after))
        const holds = flat(before)
        for (const { line, people } of lines)
          for (const { accountId, before: was, after: is } of people) {
            if (was !== 'none') expect(holds.delete(`${line.key} ${accountId} ${was}`)).toBe(true)
            if (is !== 'none') holds.add(`${line.key} ${accountId} ${is}`)
          }
        expect(holds).toEqual(flat(after))
        const back = prizeChanges(awardPrizes(after), awardPrizes(before)).lines
        expect(back.map(({ line, people }) => [line.key, people.map((p) => [p.accountId, p.after, p.before])])).toEqual(
          lines.map(({ line, people }) => [line.key, people.map((p) => [p.accountId, p.before, p.after])]),
        )
      }),
    )
  })
})
