import type { ItemKey } from '@thiso/contracts/vocab'
import { gradeResponse } from '../../item-bank/index.js'
import { randomGuessShare } from './random-guess.js'

const sequences = (length: number, values: number): number[][] =>
  length === 0 ? [[]] : sequences(length - 1, values).flatMap((rest) => range(values).map((value) => [...rest, value]))
const range = (count: number) => Array.from({ length: count }, (_, index) => index)
const orders = (list: number[]): number[][] =>
  list.length < 2
    ? [list]
    : list.flatMap((first) => orders(list.filter((other) => other !== first)).map((rest) => [first, ...rest]))
const subsets = (count: number) =>
  sequences(count, 2)
    .map((chosen) => range(count).filter((option) => chosen[option] === 1))
    .filter((options) => options.length > 0)

const gradings = ['partial', 'all-or-nothing'] as const
const cases: [string, ItemKey, number, number, number[][]][] = [
  ['one of four', { type: 'single-choice', option: 2 }, 4, 0, range(4).map((option) => [option])],
  ['true or false', { type: 'true-false', isTrue: true }, 2, 0, [[0], [1]]],
  [
    'four statements in steps',
    { type: 'true-false-group', truths: [true, false, true, true], grading: 'stepped' },
    4,
    0,
    sequences(4, 2),
  ],
  ...gradings.flatMap((grading): [string, ItemKey, number, number, number[][]][] => [
    [
      `three statements, ${grading}`,
      { type: 'true-false-group', truths: [true, false, true], grading },
      3,
      0,
      sequences(3, 2),
    ],
    [
      `two of five, ${grading}`,
      { type: 'multiple-choice', options: [1, 3], optionCount: 5, grading },
      5,
      0,
      subsets(5),
    ],
    [
      `all of three, ${grading}`,
      { type: 'multiple-choice', options: [0, 1, 2], optionCount: 3, grading },
      3,
      0,
      subsets(3),
    ],
    [`an order of five, ${grading}`, { type: 'ordering', order: [2, 0, 1, 4, 3], grading }, 5, 0, orders(range(5))],
    [
      `three prompts, four choices, ${grading}`,
      { type: 'matching', choiceOf: [3, 0, 1], grading },
      3,
      4,
      sequences(3, 4),
    ],
  ]),
]

describe('IA-4: what blind guessing gains', () => {
  it.each(cases)('%s: the mean over all responses', (_, key, optionCount, choiceCount, responses) => {
    const mean = responses.reduce((sum, response) => sum + gradeResponse(key, response), 0) / responses.length
    expect(randomGuessShare(key, optionCount, choiceCount)).toBeCloseTo(mean, 10)
  })

  it('is nothing where an answer is typed', () => {
    expect(randomGuessShare({ type: 'number', value: 4, tolerance: 0 }, 0, 0)).toBe(0)
  })
})
