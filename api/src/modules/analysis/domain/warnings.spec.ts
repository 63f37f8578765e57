import type { ItemKey } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { countByGroup, extremeSize } from './ability-groups.js'
import { answerRows } from './answer-rows.js'
import type { ItemStatistics } from './item-statistics.js'
import { scoreBins } from './score-bins.js'
import { randomGuessOf } from './random-guess.js'
import type { TestStatistics } from './test-statistics.js'
import { type CountedRow, itemWarnings, keyDoubtOf, testWarnings } from './warnings.js'

const sound: ItemStatistics = {
  servedCount: 100,
  meanMark: 0.6,
  facility: 60,
  sd: 0.5,
  sdPercent: 50,
  discriminationIndex: 40,
  discriminativeEfficiency: 50,
  wholeDiscriminationIndex: 50,
  wholeDiscriminativeEfficiency: 60,
  itemRest: 0.4,
  itemTotal: 0.5,
  intendedWeight: 5,
  effectiveWeight: 5,
  upperLower: 0.4,
}
const option = (count: number, upperCount: number, isKey = false): CountedRow => ({
  kind: 'option',
  isKey,
  count,
  upperCount,
})
const options = [option(60, 24, true), option(20, 2), option(20, 1)]
const codes = (item: Partial<ItemStatistics>, rows = options) =>
  itemWarnings({ ...sound, ...item }, rows).map(({ code }) => code)

describe('IA-5: warnings', () => {
  it.each<[Partial<ItemStatistics>, string[]]>([
    [{}, []],
    [{ facility: 95 }, []],
    [{ facility: 95.1 }, ['too_easy']],
    [{ facility: 20 }, []],
    [{ facility: 19.9 }, ['hard']],
    [{ facility: 10 }, ['hard']],
    [{ facility: 9.9 }, ['too_hard']],
    [{ discriminativeEfficiency: 20 }, []],
    [{ discriminativeEfficiency: 19.9 }, ['weakly_discriminating']],
    [{ discriminativeEfficiency: 14.9 }, ['not_discriminating']],
    [{ itemRest: -0.01, discriminativeEfficiency: -1 }, ['negative_item_rest', 'not_discriminating']],
    [{ facility: null, discriminativeEfficiency: null, itemRest: null }, []],
    [{ servedCount: 0, facility: 5 }, []],
  ])('of %j are %j', (item, expected) => {
    expect(codes(item)).toEqual(expected)
  })

  it('name a wrong option that more of the ablest chose than the key', () => {
    const [warning] = itemWarnings(sound, [option(60, 10, true), option(20, 10), option(20, 11)])
    expect(warning).toEqual({ code: 'wrong_answer_preferred', rows: [2] })
  })

  it('compare with the least chosen of several right options', () => {
    expect(codes({}, [option(60, 20, true), option(30, 5, true), option(9, 6)])).toEqual(['wrong_answer_preferred'])
  })

  it('add up what is accepted of typed answers', () => {
    const typed = (upperCount: number, isKey: boolean): CountedRow => ({ kind: 'typed', isKey, count: 9, upperCount })
    expect(codes({}, [typed(5, true), typed(4, true), typed(8, false)])).toEqual([])
    expect(codes({}, [typed(5, true), typed(2, true), typed(8, false)])).toEqual(['wrong_answer_preferred'])
  })

  it('name the options that nobody chose', () => {
    expect(itemWarnings(sound, [...options, option(0, 0), option(0, 0)])).toEqual([
      { code: 'option_unused', rows: [3, 4] },
    ])
    expect(codes({ servedCount: 30 }, [...options, option(0, 0)])).toEqual(['option_unused'])
    expect(codes({ servedCount: 29 }, [...options, option(0, 0)])).toEqual([])
  })

  it('doubt the key only where the answers speak against it, and clearly only beyond chance', () => {
    const doubt = (item: Partial<ItemStatistics>, rows = options) => keyDoubtOf({ ...sound, ...item }, rows)
    expect(doubt({ facility: 5 })).toBe('none')
    // atanh(0.2)·√97 = 1.997 and atanh(0.24)·√97 = 2.41, against 2.326.
    expect([doubt({ itemRest: -0.2 }), doubt({ itemRest: -0.24 })]).toEqual(['slight', 'clear'])
    expect(doubt({ itemRest: -0.9, servedCount: 4 })).toBe('slight')
    expect(doubt({ itemRest: -1, servedCount: 3 })).toBe('slight')
    // (16 − 6)/√22 = 2.13 and (17 − 6)/√23 = 2.29, (18 − 6)/√24 = 2.45.
    const preferred = (wrong: number) => doubt({}, [option(60, 6, true), option(30, wrong)])
    expect([6, 16, 17, 18].map(preferred)).toEqual(['none', 'slight', 'slight', 'clear'])
  })

  it('of the whole: few people, many perfect papers, little reliability', () => {
    const test = (personCount: number, perfectCount: number, coefficient: number | null) =>
      testWarnings({ personCount, perfectCount, reliability: { kind: 'alpha', coefficient } } as TestStatistics)
    expect(test(29, 0, 0.8)).toEqual(['few_people'])
    expect(test(100, 40, 0.64)).toEqual([])
    expect(test(100, 41, 0.63)).toEqual(['many_perfect', 'unreliable'])
    expect(test(0, 0, null)).toEqual([])
  })
})

describe('IA-4: ability groups', () => {
  it('of 27 % have as many as the published example', () => {
    expect([0, 1, 2, 50, 1607].map(extremeSize)).toEqual([0, 0, 1, 14, 434])
  })

  it('are as equal as can be, count everybody once, and the weakest come first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 3 })), fc.constantFrom(3, 5), (choices, groupCount) => {
        const { sizes, counts } = countByGroup(choices, 4, groupCount)
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(choices.length)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        for (let choice = 0; choice < 4; choice++)
          expect(counts.reduce((sum, row) => sum + (row[choice] as number), 0)).toBe(
            choices.filter((other) => other === choice).length,
          )
      }),
    )
    expect(countByGroup([0, 0, 1, 1, -1, -1], 2, 3)).toEqual({
      sizes: [2, 2, 2],
      counts: [
        [0, 0],
        [0, 2],
        [2, 0],
      ],
    })
  })
})

describe('IA-4: lines of the answer table', () => {
  const rows = (key: ItemKey, responses: (number[] | string)[], counts = [3, 2, 1]) => rowsOf([key], responses, counts)
  const rowsOf = (keys: [ItemKey, ...ItemKey[]], responses: (number[] | string)[], counts = [3, 2, 1]) =>
    answerRows(
      keys,
      3,
      responses,
      counts,
      (response) => (response === 'Đà Nẵng' ? 1 : 0),
      (response) => [...response].map((mark) => mark === 1),
    ).map(({ isKey, responses: own, text }) => [isKey, own, text])

  it('are options, also those that nobody chose', () => {
    expect(rows({ type: 'single-choice', option: 1 }, [[1], [0]])).toEqual([
      [false, [1], ''],
      [true, [0], ''],
      [false, [], ''],
    ])
    expect(
      rows({ type: 'multiple-choice', options: [0, 2], optionCount: 3, grading: 'partial' }, [
        [0, 2],
        [0, 1],
      ]),
    ).toEqual([
      [true, [0, 1], ''],
      [false, [1], ''],
      [true, [0], ''],
    ])
    expect(rows({ type: 'true-false', isTrue: false }, [[1], [0]])).toEqual([
      [false, [0], ''],
      [true, [1], ''],
    ])
  })

  it('IA-8: mark every answer that a ruling lets be right', () => {
    const keys: [ItemKey, ItemKey] = [
      { type: 'single-choice', option: 1 },
      { type: 'single-choice', option: 2 },
    ]
    expect(rowsOf(keys, [[1], [0]]).map(([isKey]) => isKey)).toEqual([false, true, true])
  })

  it('are parts that people have right', () => {
    expect(
      rows({ type: 'true-false-group', truths: [true, true], grading: 'partial' }, [
        [1, 0],
        [1, 1],
      ]),
    ).toEqual([
      [true, [0, 1], ''],
      [true, [1], ''],
    ])
  })

  it('are what was typed, the most frequent first', () => {
    const key: ItemKey = { type: 'short-text', accepted: ['Đà Nẵng'], ignoresDiacritics: false }
    expect(rows(key, ['Huế', 'Đà Nẵng', 'Hội An'], [1, 3, 1])).toEqual([
      [true, [1], 'Đà Nẵng'],
      [false, [0], 'Huế'],
      [false, [2], 'Hội An'],
    ])
    expect(rows(key, ['Huế', 'huế ', 'Hội An'], [1, 3, 3])).toEqual([
      [false, [0, 1], 'huế'],
      [false, [2], 'Hội An'],
    ])
    expect(
      rows(
        key,
        Array.from({ length: 20 }, (_, n) => `x${n}`),
        new Array(20).fill(1),
      ),
    ).toHaveLength(8)
  })
})

describe('IA-1: the histogram of totals', () => {
  it('has one bin a point, and counts everybody', () => {
    const bins = scoreBins([0, 0.5, 3, 2.999999999999, 1], 3)
    expect(bins.map(({ from, count }) => [from, count])).toEqual([
      [0, 2],
      [1, 1],
      [2, 0],
      [3, 2],
    ])
  })

  it('has twenty bins where there are many points', () => {
    const bins = scoreBins([0, 100, 99], 100)
    expect(bins).toHaveLength(20)
    expect(bins.at(-1)).toEqual({ from: 95, to: 100, count: 2 })
  })
})

describe('IA-8: an item with two right answers', () => {
  const row = (isKey: boolean, upperCount: number): CountedRow => ({ kind: 'option', isKey, count: 50, upperCount })
  const rows = [row(true, 30), row(true, 20), row(false, 40)]

  it('is not doubted for a wrong answer that is chosen less often than both together', () => {
    expect(itemWarnings(sound, rows, true).map(({ code }) => code)).not.toContain('wrong_answer_preferred')
    expect(keyDoubtOf(sound, rows, true)).toBe('none')
    // Of a multiple choice each right option has to be chosen.
    expect(itemWarnings(sound, rows).map(({ code }) => code)).toContain('wrong_answer_preferred')
  })

  it('is guessed as often as either', () => {
    const one: ItemKey = { type: 'single-choice', option: 0 }
    const two: ItemKey = { type: 'single-choice', option: 3 }
    expect(randomGuessOf([one, two, one], 4, 0)).toBe(0.5)
    expect(
      randomGuessOf(
        [
          { type: 'true-false', isTrue: true },
          { type: 'true-false', isTrue: false },
        ],
        2,
        0,
      ),
    ).toBe(1)
  })
})
