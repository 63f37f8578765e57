import type { ItemKey } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { keyWords } from './key-words'
import { answerOf, isSameKey, keyOfAnswer, keysNow, type PickedKey, playedItem, type RuledItem } from './played-key'

const range = (count: number) => Array.from({ length: count }, (_, index) => index)
const shuffled = (count: number) => fc.shuffledSubarray(range(count), { minLength: count, maxLength: count })
const keys: fc.Arbitrary<PickedKey> = fc.oneof(
  fc.nat(9).map((option): PickedKey => ({ type: 'single-choice', option })),
  fc.boolean().map((isTrue): PickedKey => ({ type: 'true-false', isTrue })),
  fc
    .subarray(range(6), { minLength: 1 })
    .map((options): PickedKey => ({ type: 'multiple-choice', options, optionCount: 6, grading: 'partial' })),
  fc
    .array(fc.boolean(), { minLength: 1, maxLength: 10 })
    .map((truths): PickedKey => ({ type: 'true-false-group', truths, grading: 'stepped' })),
  fc
    .integer({ min: 2, max: 10 })
    .chain(shuffled)
    .map((order): PickedKey => ({ type: 'ordering', order, grading: 'partial' })),
  fc
    .integer({ min: 1, max: 8 })
    .chain((count) => shuffled(10).map((all) => all.slice(0, count)))
    .map((choiceOf): PickedKey => ({ type: 'matching', choiceOf, grading: 'partial' })),
)

const item = (given: Partial<RuledItem>): RuledItem => ({
  itemVersionId: 'v',
  itemId: 'i',
  code: 'C1',
  stem: 'Đố',
  shownCount: 1,
  options: ['Huế', '<b>Hội An</b>', 'Đà Nẵng'],
  choices: ['1306', '1999', '1997', '2016'],
  unit: '',
  key: { type: 'single-choice', option: 0 },
  held: null,
  ...given,
})

describe('RL-1: a key given as an answer', () => {
  it('is the key again, whatever key it replaces', () => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(keyOfAnswer(key, answerOf(key))).toEqual(key)
        expect(isSameKey(key, keyOfAnswer(key, answerOf(key)) as ItemKey)).toBe(true)
        expect(keyOfAnswer(key, null)).toBeNull()
      }),
    )
  })

  it('is none while parts are open, or two prompts share a choice', () => {
    const group: PickedKey = { type: 'true-false-group', truths: [true, true], grading: 'partial' }
    expect(keyOfAnswer(group, 'o0=1')).toBeNull()
    expect(keyOfAnswer(group, 'o0=1 o1=0')).toEqual({ ...group, truths: [true, false] })
    const matching: PickedKey = { type: 'matching', choiceOf: [0, 1], grading: 'partial' }
    expect(keyOfAnswer(matching, 'o0=c2 o1=c2')).toBeNull()
    expect(keyOfAnswer(matching, 'o0=c2 o1=c0')).toEqual({ ...matching, choiceOf: [2, 0] })
    expect(keyOfAnswer({ type: 'ordering', order: [0, 1, 2], grading: 'partial' }, 'o2 o0')).toBeNull()
  })

  it('points to the parts that the player shows', () => {
    const played = playedItem(item({ key: { type: 'matching', choiceOf: [0, 1, 2], grading: 'partial' } }))
    expect(played.options.map(({ token, text }) => [token, text.vi])[1]).toEqual(['o1', '<b>Hội An</b>'])
    expect(played.choices.at(-1)).toEqual({ token: 'c3', text: { vi: '2016', en: '' } })
    expect(playedItem(item({ key: { type: 'true-false', isTrue: true }, options: [] })).options).toHaveLength(2)
  })

  it('stands beside further ones that were ruled right', () => {
    const [one, two]: ItemKey[] = [
      { type: 'single-choice', option: 1 },
      { type: 'single-choice', option: 2 },
    ]
    expect(keysNow(item({}))).toEqual([{ type: 'single-choice', option: 0 }])
    expect(keysNow(item({ held: { kind: 'also-right', key: one as ItemKey, also: [two as ItemKey] } }))).toEqual([
      one,
      two,
    ])
  })
})

describe('RL-1: a key in words', () => {
  it.each<[ItemKey, string]>([
    [{ type: 'single-choice', option: 1 }, 'B. Hội An'],
    [{ type: 'multiple-choice', options: [2, 0], optionCount: 3, grading: 'partial' }, 'A. Huế; C. Đà Nẵng'],
    [{ type: 'true-false', isTrue: false }, 'Sai'],
    [{ type: 'true-false-group', truths: [true, false], grading: 'partial' }, 'a) Đúng, b) Sai'],
    [{ type: 'ordering', order: [1, 0], grading: 'partial' }, '1. Hội An; 2. Huế'],
    [{ type: 'matching', choiceOf: [0, 3], grading: 'partial' }, 'Huế → 1306; Hội An → 2016'],
    [{ type: 'short-text', accepted: ['Huế', 'TP Huế'], ignoresDiacritics: true }, '“Huế” hoặc “TP Huế”'],
    [{ type: 'number', value: 12.5, tolerance: 0.25 }, '12,5 ± 0,25 km'],
    [{ type: 'number', value: 3, tolerance: 0 }, '3 km'],
  ])('%j', (key, words) => {
    expect(keyWords(item({ unit: 'km' }), key, { true: 'Đúng', false: 'Sai', or: 'hoặc' })).toBe(words)
  })
})
