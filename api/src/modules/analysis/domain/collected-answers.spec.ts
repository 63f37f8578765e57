import { CollectedAnswers } from './collected-answers.js'

const free = { wrongPenalty: 0, blankPenalty: 0 }
const sheet = (name: string, responses: (number | null)[], given = {}) => ({
  name,
  itemVersionIds: responses.map((_, index) => `item-${index}`),
  points: null,
  penalties: free,
  log: responses
    .flatMap((response, index) => (response === null ? [] : [`${index + 1}\t${index + 1}\t[${response}]`]))
    .join('\n'),
  ...given,
})
/** Right is 1; 2 gains the half. */
const shareOf = (_: number, response: readonly number[] | string) =>
  response[0] === 1 ? 1 : response[0] === 2 ? 0.5 : 0

describe('IA-1: marks', () => {
  it('are points with what wrong and blank answers cost by the rules of each attempt', () => {
    const answers = new CollectedAnswers()
    answers.add(sheet('a', [1, 0, null], { points: [1, 2, 0.5], penalties: { wrongPenalty: 0.25, blankPenalty: 0.1 } }))
    answers.add(sheet('b', [2, 0, null], { points: [1, 2, 0.5] }))
    const { table, meanShares } = answers.graded(shareOf)
    expect(table.maxMarks).toEqual([1, 2, 0.5])
    // A tenth of half a point is 0.05.
    expect([...table.marks]).toEqual([1, -0.5, -0.05, 0.5, 0, 0])
    expect(meanShares).toEqual([0.75, 0, 0])
  })

  it('are in points of their mean where papers give an item different points', () => {
    const answers = new CollectedAnswers()
    answers.add(sheet('a', [1], { points: [1] }))
    answers.add(sheet('b', [2], { points: [2] }))
    const { table } = answers.graded(shareOf)
    expect([table.maxMarks, [...table.marks]]).toEqual([[1.5], [1.5, 0.75]])
  })

  it('IA-8: are whole also for a blank where everybody is right', () => {
    const answers = new CollectedAnswers()
    answers.add(sheet('a', [0, null], { penalties: { wrongPenalty: 1, blankPenalty: 1 } }))
    const { table } = answers.graded(
      () => 1,
      () => 1,
    )
    expect([...table.marks]).toEqual([1, 1])
  })
})
