/// <reference types="jest" />
import { type Cell, cellsOf, designOf, emptyDesign, itemsOf, nextRow, ONE_POINT, pointsOf } from './design'

const cell = (more: Partial<Cell>): Cell => ({
  topic: 'concepts',
  level: 'recall',
  type: null,
  count: 2,
  points: 1,
  ...more,
})

describe('BP-1: a blueprint as it is edited', () => {
  it('is the matrix alone in the usual case', () => {
    const usual = [cell({}), cell({ topic: 'quang-nam', level: 'apply', count: 3 })]
    const design = designOf(usual)
    expect(design).toEqual({
      counts: { 'concepts/recall': 2, 'quang-nam/apply': 3 },
      levelPoints: ONE_POINT,
      extra: [],
    })
    expect(cellsOf(design)).toEqual(usual)
  })

  it('keeps every cell, of whatever type and points, there and back', () => {
    const blueprint = [
      cell({ points: 0.5 }),
      cell({ level: 'apply', points: 2 }),
      cell({ level: 'apply', points: 3, count: 1 }),
      cell({ type: 'matching', count: 1 }),
    ]
    const design = designOf(blueprint)
    expect(design.levelPoints).toEqual({ ...ONE_POINT, recall: 0.5, apply: 2 })
    expect(design.extra.map(({ id, points, type }) => [id, points, type])).toEqual([
      [0, 3, null],
      [1, 1, 'matching'],
    ])
    const sorted = (cells: readonly Cell[]) =>
      cells.map((each) => JSON.stringify(each, Object.keys(cell({})).sort())).sort()
    expect(sorted(cellsOf(design))).toEqual(sorted(blueprint))
    expect([itemsOf(design), pointsOf(design)]).toEqual([6, 9])
  })

  it('a new row is worth what its level is, under a name of its own', () => {
    const design = { ...emptyDesign, levelPoints: { ...ONE_POINT, apply: 2 } }
    const row = nextRow(design, { topic: 'concepts', level: 'apply', type: 'number' })
    expect(row).toMatchObject({ id: 0, count: 1, points: 2 })
    expect(nextRow({ ...design, extra: [row] }, row).id).toBe(1)
    expect(cellsOf({ ...design, extra: [{ ...row, count: 0 }] })).toEqual([])
  })
})
