/// <reference types="jest" />
import { byNeed, verdictOf } from './verdict'

describe('the sentence beside a score', () => {
  it.each([
    [20, 20, 'full'],
    [19, 20, 'strong'],
    [15, 20, 'strong'],
    [14, 20, 'fair'],
    [10, 20, 'fair'],
    [9, 20, 'weak'],
    [0, 0, 'weak'],
  ])('%d of %d is %s', (points, max, verdict) => {
    expect(verdictOf(points, max)).toBe(verdict)
  })
})

it('what to study puts the weakest part first, and of equals the larger one', () => {
  const topics = [
    { name: 'known', rightCount: 3, itemCount: 3 },
    { name: 'small gap', rightCount: 0, itemCount: 1 },
    { name: 'large gap', rightCount: 0, itemCount: 4 },
    { name: 'half', rightCount: 1, itemCount: 2 },
  ]
  expect(byNeed(topics).map((topic) => topic.name)).toEqual(['large gap', 'small gap', 'half', 'known'])
})
