/// <reference types="jest" />
import { COGNITIVE_LEVELS, TOPICS } from '@thiso/contracts/vocab'
import { blueprintOf, countsOf, totalOf } from './counts'
import { spread } from './spread'

const usable = (count: (index: number) => number) =>
  TOPICS.flatMap((topic) => COGNITIVE_LEVELS.map((level) => ({ topic, level }))).map((cell, index) => ({
    ...cell,
    usableCount: count(index),
  }))

it('turns a blueprint into counts and back', () => {
  const blueprint = [
    { topic: 'concepts', level: 'recall', count: 3 },
    { topic: 'youth-union', level: 'apply-high', count: 1 },
  ] as const
  expect(blueprintOf(countsOf(blueprint))).toEqual(blueprint)
  expect(totalOf(countsOf(blueprint))).toBe(4)
})

describe('spread', () => {
  it('gives exactly the total and asks no cell for more than it has', () => {
    for (const total of [1, 7, 20, 31, 100]) {
      const cells = usable((index) => (index * 7) % 11)
      const counts = spread(total, cells)
      expect(totalOf(counts)).toBe(total)
      for (const cell of cells) {
        expect(counts[`${cell.topic}/${cell.level}`] ?? 0).toBeLessThanOrEqual(cell.usableCount)
      }
    }
  })

  it('gives all there is when more is wanted, and nothing of nothing', () => {
    const cells = usable((index) => index % 2)
    expect(totalOf(spread(500, cells))).toBe(16)
    expect(
      spread(
        20,
        usable(() => 0),
      ),
    ).toEqual({})
  })
})
