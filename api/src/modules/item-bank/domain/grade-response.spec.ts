import type { ItemKey, ItemResponse } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { gradeResponse, rightParts } from './grade-response.js'

const several = (grading: 'partial' | 'all-or-nothing'): ItemKey => ({
  type: 'multiple-choice',
  options: [0, 2, 3],
  optionCount: 5,
  grading,
})
const group = (grading: 'partial' | 'all-or-nothing' | 'stepped'): ItemKey => ({
  type: 'true-false-group',
  truths: [true, false, true, true],
  grading,
})
const order = (grading: 'partial' | 'all-or-nothing'): ItemKey => ({ type: 'ordering', order: [3, 0, 2, 1], grading })
const match = (grading: 'partial' | 'all-or-nothing'): ItemKey => ({ type: 'matching', choiceOf: [4, 0, 2], grading })
const text: ItemKey = { type: 'short-text', accepted: ['Hội An', 'phố cổ Hội An'], ignoresDiacritics: false }
const number: ItemKey = { type: 'number', value: 12.5, tolerance: 0.1 }

describe('SC-4: the share that a response gains', () => {
  it.each<[string, ItemKey, ItemResponse | null, number]>([
    ['single choice, right', { type: 'single-choice', option: 2 }, [2], 1],
    ['single choice, wrong', { type: 'single-choice', option: 2 }, [1], 0],
    ['single choice, two chosen', { type: 'single-choice', option: 2 }, [2, 1], 0],
    ['true, said true', { type: 'true-false', isTrue: true }, [1], 1],
    ['true, said false', { type: 'true-false', isTrue: true }, [0], 0],
    ['false, said false', { type: 'true-false', isTrue: false }, [0], 1],
    ['several, all or nothing, all', several('all-or-nothing'), [0, 2, 3], 1],
    ['several, all or nothing, one missing', several('all-or-nothing'), [0, 2], 0],
    ['several, all or nothing, one too many', several('all-or-nothing'), [0, 1, 2, 3], 0],
    ['several, partial, two of three', several('partial'), [0, 2], 0.66],
    ['several, partial, three right and one of two wrong ones', several('partial'), [0, 1, 2, 3], 0.5],
    ['several, partial, one right and one wrong', several('partial'), [0, 1], 0],
    ['several, partial, everything chosen', several('partial'), [0, 1, 2, 3, 4], 0],
    ['group, stepped, none right', group('stepped'), [0, 1, 0, 0], 0],
    ['group, stepped, one right', group('stepped'), [1, 1, 0, 0], 0.1],
    ['group, stepped, two right', group('stepped'), [1, 0, 0, 0], 0.25],
    ['group, stepped, three right', group('stepped'), [1, 0, 1, 0], 0.5],
    ['group, stepped, four right', group('stepped'), [1, 0, 1, 1], 1],
    ['group, stepped, a blank is not right', group('stepped'), [1, -1, 1, 1], 0.5],
    ['group, partial', group('partial'), [1, 0, 1, 0], 0.75],
    ['group, all or nothing', group('all-or-nothing'), [1, 0, 1, 0], 0],
    ['ordering, right', order('all-or-nothing'), [3, 0, 2, 1], 1],
    ['ordering, neighbours swapped', order('all-or-nothing'), [0, 3, 2, 1], 0],
    ['ordering, partial, neighbours swapped: five of six pairs', order('partial'), [0, 3, 2, 1], 0.66],
    ['ordering, partial, reversed', order('partial'), [1, 2, 0, 3], 0],
    ['ordering, incomplete', order('partial'), [3, 0], 0],
    ['matching, partial', match('partial'), [4, 1, 2], 0.66],
    ['matching, partial, one blank', match('partial'), [4, -1, 2], 0.66],
    ['matching, all or nothing', match('all-or-nothing'), [4, 1, 2], 0],
    ['matching, all right', match('all-or-nothing'), [4, 0, 2], 1],
    ['text in another case and place of the tone', text, '  hỘi   an. ', 1],
    ['another accepted form', text, 'Phố cổ Hội An', 1],
    ['text without marks where they count', text, 'hoi an', 0],
    ['text without marks where they do not', { ...text, ignoresDiacritics: true } as ItemKey, 'hoi an', 1],
    ['decomposed text', text, 'Hội An'.normalize('NFD'), 1],
    ['number with a comma', number, '12,5', 1],
    ['number with a point', number, '12.5', 1],
    ['number at the edge of its tolerance', number, '12,6', 1],
    ['number beyond it', number, '12,61', 0],
    ['words for a number', number, 'mười hai', 0],
    ['blank', number, null, 0],
    ['nothing chosen', several('partial'), [], 0],
  ])('%s', (_, key, response, share) => {
    expect(gradeResponse(key, response)).toBe(share)
  })

  const keys = fc.oneof(
    fc.integer({ min: 2, max: 8 }).chain((count) =>
      fc.record({
        type: fc.constant('multiple-choice' as const),
        options: fc.subarray([...Array(count).keys()], { minLength: 1 }),
        optionCount: fc.constant(count),
        grading: fc.constantFrom('partial' as const, 'all-or-nothing' as const),
      }),
    ),
    fc.record({
      type: fc.constant('true-false-group' as const),
      truths: fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }),
      grading: fc.constantFrom('partial' as const, 'all-or-nothing' as const, 'stepped' as const),
    }),
    fc.integer({ min: 3, max: 8 }).chain((count) =>
      fc.record({
        type: fc.constant('ordering' as const),
        order: fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
        grading: fc.constantFrom('partial' as const, 'all-or-nothing' as const),
      }),
    ),
    fc.record({
      type: fc.constant('matching' as const),
      choiceOf: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 8 }),
      grading: fc.constantFrom('partial' as const, 'all-or-nothing' as const),
    }),
  )
  const rightFor = (key: ItemKey): number[] => {
    if (key.type === 'multiple-choice') return [...key.options]
    if (key.type === 'true-false-group') return key.truths.map((isTrue) => (isTrue ? 1 : 0))
    if (key.type === 'ordering') return [...key.order]
    return key.type === 'matching' ? [...key.choiceOf] : []
  }

  it('is between nothing and everything in hundredths, and everything only for what is right', () => {
    fc.assert(
      fc.property(keys, fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 10 }), (key, response) => {
        const share = gradeResponse(key, response)
        expect(share >= 0 && share <= 1 && Math.abs(share * 100 - Math.round(share * 100)) < 1e-9).toBe(true)
        expect(gradeResponse(key, rightFor(key))).toBe(1)
        if (share === 1 && key.type !== 'multiple-choice')
          expect(response.slice(0, rightFor(key).length)).toEqual(rightFor(key))
        if (share === 1 && key.type === 'multiple-choice') expect(new Set(response)).toEqual(new Set(rightFor(key)))
      }),
      { numRuns: 2_000 },
    )
  })

  it('of a partial group or matching grows with every part that is put right', () => {
    fc.assert(
      fc.property(
        keys,
        fc.array(fc.integer({ min: -1, max: 9 }), { minLength: 8, maxLength: 8 }),
        fc.nat(7),
        (key, response, at) => {
          if (key.type !== 'true-false-group' && key.type !== 'matching') return
          const right = rightFor(key)
          const place = at % right.length
          const better = response
            .slice(0, right.length)
            .map((value, index) => (index === place ? (right[place] as number) : value))
          expect(gradeResponse(key, better)).toBeGreaterThanOrEqual(gradeResponse(key, response.slice(0, right.length)))
          expect(rightParts(key, better)[place]).toBe(true)
        },
      ),
    )
  })

  it('of choosing blindly is nothing on average or less than the half, for several right ones', () => {
    // Choosing everything or nothing never pays.
    fc.assert(
      fc.property(keys, (key) => {
        if (key.type !== 'multiple-choice' || key.options.length === key.optionCount) return
        expect(gradeResponse(key, [...Array(key.optionCount).keys()])).toBe(0)
      }),
    )
  })
})
