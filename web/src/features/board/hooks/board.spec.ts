/// <reference types="jest" />
import type { BoardPatch } from '@thiso/contracts'
import type { BoardRowData, BoardSnapshotData } from '../../../lib/shapes'
import { applyPatch } from '@thiso/contracts/board-patch'
import { chainOf, rivalOf } from './chain'
import { movesBetween } from './moves'

const row = (rowId: string, rank: number, more: Partial<BoardRowData> = {}): BoardRowData => ({
  rowId,
  rank,
  isTied: false,
  name: rowId,
  unitName: '',
  points: 10,
  timeUsedS: 300,
  submittedAt: '2026-11-23T01:00:00.000Z',
  ...more,
})
const board = (version: number, ...rows: BoardRowData[]): BoardSnapshotData => ({
  roundId: 'r',
  version,
  participantCount: rows.length,
  rows,
})
const patch = (fromVersion: number, version: number, order: string[], changed: BoardRowData[] = []): BoardPatch => ({
  roundId: 'r',
  fromVersion,
  version,
  participantCount: 9,
  order,
  changed,
})

describe('applyPatch', () => {
  const before = board(4, row('a', 1), row('b', 2))

  it('puts the rows in the new order with what changed', () => {
    const after = applyPatch(before, patch(4, 5, ['b', 'a', 'c'], [row('b', 1), row('a', 2), row('c', 3)]))
    expect(after?.rows.map(({ rowId, rank }) => [rowId, rank])).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 3],
    ])
    expect(after).toMatchObject({ version: 5, participantCount: 9 })
  })

  it('leaves the board as it is for old news', () => {
    expect(applyPatch(before, patch(3, 4, ['a']))).toBe(before)
  })

  it('asks for the whole board after a gap, or when a row is missing', () => {
    expect(applyPatch(before, patch(5, 6, ['a', 'b']))).toBeNull()
    expect(applyPatch(before, patch(4, 5, ['a', 'x']))).toBeNull()
  })
})

describe('movesBetween', () => {
  const from = board(1, row('a', 1), row('b', 2), row('c', 3))
  const to = board(2, row('c', 1), row('a', 2), row('b', 3), row('d', 4))

  it('tells who climbed, and of losses only the own', () => {
    expect([...movesBetween(from, to)]).toEqual([['c', 2]])
    expect([...movesBetween(from, to, 'b')]).toEqual([
      ['c', 2],
      ['b', -1],
    ])
  })
})

describe('chainOf', () => {
  const verdicts = (mine: BoardRowData, other: BoardRowData) => chainOf(mine, other).map((step) => step.verdict)

  it('stops at the first difference', () => {
    expect(verdicts(row('me', 2, { points: 9 }), row('x', 1))).toEqual(['behind', 'skipped', 'skipped'])
    expect(verdicts(row('me', 2, { timeUsedS: 301 }), row('x', 1))).toEqual(['equal', 'behind', 'skipped'])
    expect(chainOf(row('me', 2, { submittedAt: '2026-11-23T01:00:07Z' }), row('x', 1))[2]).toEqual({
      name: 'submitted',
      verdict: 'behind',
      gap: 7000,
    })
  })

  it('counts submissions to the second', () => {
    expect(verdicts(row('me', 1, { submittedAt: '2026-11-23T01:00:00.900Z' }), row('x', 1))).toEqual([
      'equal',
      'equal',
      'equal',
    ])
  })
})

describe('rivalOf', () => {
  it('finds the nearest better place past those who share mine', () => {
    const mine = row('me', 3, { isTied: true })
    const found = rivalOf(mine, [row('a', 1), row('b', 2), row('c', 3, { isTied: true }), mine, row('d', 5)])
    expect(found).toMatchObject({ above: { rowId: 'b' }, below: undefined, isTied: true })
  })

  it('compares the leader with the next below', () => {
    const mine = row('me', 1)
    expect(rivalOf(mine, [mine, row('d', 3), row('c', 2)])).toMatchObject({ below: { rowId: 'c' }, isTied: false })
  })
})
