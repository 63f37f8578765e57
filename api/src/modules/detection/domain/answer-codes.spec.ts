import type { ItemKey, ItemResponse } from '@thiso/contracts/vocab'
import { comparableText, gradeResponse } from '../../item-bank/rules.js'
import { AnswerCodes } from './answer-codes.js'
import { OMITTED } from './answer-model.js'

const RULES = { grade: gradeResponse, comparable: (text: string) => comparableText(text, true) }
const coded = (keys: [ItemKey, ...ItemKey[]], responses: (ItemResponse | null)[], optionCount = 4) => {
  const codes = new AnswerCodes(keys, optionCount, RULES)
  return { codes: responses.map((response) => codes.codeOf(JSON.stringify(response))), wrong: codes.wrongCount }
}

describe('DT-27: answers by number', () => {
  it('single choice: 0 is the key, the wrong options keep the author’s order, whoever gives them first', () => {
    const key: ItemKey = { type: 'single-choice', option: 1 }
    expect(coded([key], [[3], [1], [0], [2], [], null])).toEqual({ codes: [3, 0, 1, 2, OMITTED, OMITTED], wrong: 3 })
  })

  it('true or false has one wrong answer', () => {
    expect(coded([{ type: 'true-false', isTrue: true }], [[1], [0]], 0)).toEqual({ codes: [0, 1], wrong: 1 })
  })

  it('several right options: a set, whatever the order; partly right is wrong, and its own wrong answer', () => {
    const key: ItemKey = { type: 'multiple-choice', options: [0, 2], optionCount: 4, grading: 'partial' }
    expect(coded([key], [[0, 2], [2, 0], [0], [1, 0], [0, 1], []]).codes).toEqual([0, 0, 1, 2, 2, OMITTED])
  })

  it('items of several parts: each different response; none of the parts given is none', () => {
    const group: ItemKey = { type: 'true-false-group', truths: [true, false], grading: 'partial' }
    expect(
      coded(
        [group],
        [
          [1, 0],
          [1, 1],
          [-1, -1],
          [1, -1],
          [1, 1],
        ],
      ).codes,
    ).toEqual([0, 1, OMITTED, 2, 1])
    const order: ItemKey = { type: 'ordering', order: [2, 0, 1], grading: 'partial' }
    expect(
      coded(
        [order],
        [
          [0, 1, 2],
          [2, 0, 1],
          [1, 0, 2],
        ],
      ).codes,
    ).toEqual([1, 0, 2])
    const match: ItemKey = { type: 'matching', choiceOf: [1, 0], grading: 'partial' }
    expect(
      coded(
        [match],
        [
          [1, 0],
          [0, 1],
        ],
      ).codes,
    ).toEqual([0, 1])
  })

  it('typed answers: spellings of one text, or of one number, are one answer', () => {
    const text: ItemKey = { type: 'short-text', accepted: ['Hội An'], ignoresDiacritics: true }
    expect(coded([text], ['hoi an', 'Huế', ' HUẾ.', 'Đà Nẵng', '  ']).codes).toEqual([0, 1, 1, 2, OMITTED])
    const number: ItemKey = { type: 'number', value: 5, tolerance: 0 }
    expect(coded([number], ['5', '7', '7,0', '8']).codes).toEqual([0, 1, 1, 2])
  })

  it('RL-1: by a further key a response is right too', () => {
    const keys: [ItemKey, ...ItemKey[]] = [
      { type: 'single-choice', option: 1 },
      { type: 'single-choice', option: 3 },
    ]
    expect(coded(keys, [[1], [3], [0], [2]])).toEqual({ codes: [0, 0, 1, 2], wrong: 2 })
  })
})
