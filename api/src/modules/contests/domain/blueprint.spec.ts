import { COGNITIVE_LEVELS, TOPICS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { type BlueprintCell, checkBlueprint, normaliseBlueprint } from './blueprint.js'

const cell = fc.record({
  topic: fc.constantFrom(...TOPICS),
  level: fc.constantFrom(...COGNITIVE_LEVELS),
  count: fc.integer({ min: 0, max: 9 }),
})
const blueprint = fc.array(cell, { maxLength: 32 })
const items = fc.array(
  cell.map(({ topic, level }) => ({ topic, level })),
  { maxLength: 120 },
)
const countOf = (cells: readonly BlueprintCell[]) => cells.reduce((total, { count }) => total + count, 0)

describe('BP-1: a blueprint in order', () => {
  it('joins cells of the same topic and level, drops empty ones, sorts by topic and level', () => {
    expect(
      normaliseBlueprint([
        { topic: 'youth-union', level: 'recall', count: 1 },
        { topic: 'concepts', level: 'apply', count: 2 },
        { topic: 'concepts', level: 'recall', count: 0 },
        { topic: 'concepts', level: 'apply', count: 3 },
        { topic: 'concepts', level: 'understand', count: 1 },
      ]),
    ).toEqual([
      { topic: 'concepts', level: 'understand', type: null, count: 1, points: 1 },
      { topic: 'concepts', level: 'apply', type: null, count: 5, points: 1 },
      { topic: 'youth-union', level: 'recall', type: null, count: 1, points: 1 },
    ])
  })

  it('asks for as much as before, and putting it in order again changes nothing', () => {
    fc.assert(
      fc.property(blueprint, (cells) => {
        const ordered = normaliseBlueprint(cells)
        expect(countOf(ordered)).toBe(countOf(cells))
        expect(normaliseBlueprint([...ordered].reverse())).toEqual(ordered)
        expect(new Set(ordered.map(({ topic, level }) => `${topic} ${level}`)).size).toBe(ordered.length)
      }),
    )
  })
})

describe('BP-2: whether a blueprint can be fed', () => {
  it('names what each cell lacks', () => {
    const check = checkBlueprint(
      [
        { topic: 'concepts', level: 'recall', count: 3 },
        { topic: 'quang-nam', level: 'apply', count: 1 },
      ],
      [
        { topic: 'concepts', level: 'recall' },
        { topic: 'quang-nam', level: 'apply' },
        { topic: 'quang-nam', level: 'apply' },
      ],
    )
    expect(check).toMatchObject({ isFeasible: false, itemCount: 4, missingCount: 2 })
    expect(check.cells).toEqual([
      { topic: 'concepts', level: 'recall', type: null, count: 3, points: 1, usableCount: 1, missingCount: 2 },
      { topic: 'quang-nam', level: 'apply', type: null, count: 1, points: 1, usableCount: 2, missingCount: 0 },
    ])
    expect(check.usable).toHaveLength(TOPICS.length * COGNITIVE_LEVELS.length)
  })

  it('takes an empty blueprint for none', () => {
    expect(checkBlueprint([], [{ topic: 'concepts', level: 'recall' }]).isFeasible).toBe(false)
    expect(checkBlueprint([{ topic: 'concepts', level: 'recall', count: 0 }], []).isFeasible).toBe(false)
  })

  it('holds exactly when every cell finds enough', () => {
    fc.assert(
      fc.property(blueprint, items, (cells, usable) => {
        const check = checkBlueprint(cells, usable)
        const isEnough = normaliseBlueprint(cells).every(
          ({ topic, level, count }) =>
            usable.filter((item) => item.topic === topic && item.level === level).length >= count,
        )
        expect(check.isFeasible).toBe(isEnough && countOf(cells) > 0)
        expect(check.missingCount === 0).toBe(isEnough)
        expect(check.usable.reduce((total, { usableCount }) => total + usableCount, 0)).toBe(usable.length)
      }),
    )
  })

  it('more items never make it worse', () => {
    fc.assert(
      fc.property(blueprint, items, items, (cells, usable, more) => {
        const before = checkBlueprint(cells, usable).missingCount
        return checkBlueprint(cells, [...usable, ...more]).missingCount <= before
      }),
    )
  })
})
