/// <reference types="jest" />
import type { BoardPatch } from '@thiso/contracts'
import type { BoardRowData, BoardSnapshotData } from '../../../lib/shapes'
import { applyPatch } from '@thiso/contracts/board-patch'
import { DEFAULT_ROUND_RULES, type RankingCriterion } from '@thiso/contracts/vocab'
import { whyEmpty } from '../../../lib/board/empty-board'
import { chainOf, gapOf, rivalsOf } from './chain'
import { movesBetween } from './moves'

const row = (rowId: string, rank: number, more: Partial<BoardRowData> = {}): BoardRowData => ({
  rowId,
  rank,
  isTied: false,
  name: rowId,
  unitName: '',
  points: 10,
  rightCount: 10,
  timeUsedS: 300,
  submittedAt: '2026-11-23T01:00:00.000Z',
  ...more,
})
const board = (version: number, ...rows: BoardRowData[]): BoardSnapshotData => ({
  roundId: 'r',
  version,
  participantCount: rows.length,
  frozenAt: null,
  final: null,
  rows,
})
const patch = (fromVersion: number, version: number, order: string[], changed: BoardRowData[] = []): BoardPatch => ({
  roundId: 'r',
  fromVersion,
  version,
  participantCount: 9,
  frozenAt: null,
  final: null,
  order,
  changed,
})

it('LB-13: who comes to another table has won or lost nothing there', () => {
  const at = (table: string, rank: number) => board(rank, row('a', rank, { table }))
  expect([...movesBetween(at('A', 9), at('A', 2), 'a')]).toEqual([['a', 7]])
  expect([...movesBetween(at('A', 9), at('B', 2), 'a')]).toEqual([])
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

describe('LB-8: chainOf', () => {
  const usual = DEFAULT_ROUND_RULES.ranking
  const verdicts = (mine: BoardRowData, other: BoardRowData, ranking: readonly RankingCriterion[] = usual) =>
    chainOf(ranking, mine, other).map(({ criterion, verdict }) => `${criterion.by} ${verdict}`)

  it('stops at the first difference', () => {
    expect(verdicts(row('me', 2, { points: 9 }), row('x', 1))).toEqual(['points behind'])
    expect(verdicts(row('me', 2, { timeUsedS: 301 }), row('x', 1))).toEqual(['points equal', 'time-used behind'])
    const last = chainOf(usual, row('me', 2, { submittedAt: '2026-11-23T01:00:07Z' }), row('x', 1)).at(-1)
    expect(last).toMatchObject({ criterion: { by: 'submitted-at' }, verdict: 'behind' })
    expect(last && gapOf(last)).toBe(7000)
  })

  it('goes by the round’s own chain, and leaves out what a board cannot know', () => {
    const ranking: RankingCriterion[] = [
      { by: 'right-items' },
      { by: 'prediction-error' },
      { by: 'time-used', bucketS: 60 },
      { by: 'draw' },
    ]
    expect(verdicts(row('me', 1, { points: 2, timeUsedS: 305 }), row('x', 1), ranking)).toEqual([
      'right-items equal',
      'time-used equal',
    ])
    const [, step] = chainOf(ranking, row('me', 2, { timeUsedS: 365 }), row('x', 1))
    expect(step).toMatchObject({ verdict: 'behind' })
    // Where buckets are compared, the seconds between two values decide nothing.
    expect(step && gapOf(step)).toBeNull()
  })

  it('LB-12: goes by all of it in official results, by the draw too where both were drawn', () => {
    const ranking: RankingCriterion[] = [{ by: 'points' }, { by: 'prediction-error' }, { by: 'draw' }]
    const [me, other] = [row('me', 2, { predictionError: 3 }), row('x', 1, { predictionError: 1 })]
    const says = (mine: BoardRowData, rival: BoardRowData) =>
      chainOf(ranking, mine, rival, true).map(({ criterion, verdict }) => `${criterion.by} ${verdict}`)
    expect(says(me, other)).toEqual(['points equal', 'prediction-error behind'])
    expect(gapOf(chainOf(ranking, me, other, true)[1]!)).toBe(2)
    expect(says(other, row('y', 1, { predictionError: 1 }))).toEqual(['points equal', 'prediction-error equal'])
    expect(says({ ...other, drawOrder: 7 }, row('y', 1, { predictionError: 1, drawOrder: 12 }))).toEqual([
      'points equal',
      'prediction-error equal',
      'draw ahead',
    ])
    expect(says(me, row('z', 3, { predictionError: null }))).toEqual(['points equal', 'prediction-error ahead'])
  })

  it('counts submissions to the second', () => {
    expect(verdicts(row('me', 1, { submittedAt: '2026-11-23T01:00:00.900Z' }), row('x', 1))).toEqual([
      'points equal',
      'time-used equal',
      'submitted-at equal',
    ])
  })

  it('says hundredths of points without the noise of binary fractions', () => {
    const [step] = chainOf(usual, row('me', 2, { points: 9.7 }), row('x', 1))
    expect(step && gapOf(step)).toBe(0.3)
  })
})

describe('rivalsOf', () => {
  it('finds the nearest places on both sides past those who share mine', () => {
    const mine = row('me', 3, { isTied: true })
    const found = rivalsOf(mine, [row('a', 1), row('b', 2), row('c', 3, { isTied: true }), mine, row('d', 5)])
    expect(found).toMatchObject({ above: { rowId: 'b' }, below: { rowId: 'd' }, isTied: true })
  })

  it('of those who share a drawn place takes the ones drawn next to me, and never somebody of another table', () => {
    const mine = row('me', 2, { isTied: true, drawOrder: 8, table: 'A' })
    const rows = [
      row('a', 1, { table: 'A' }),
      row('b', 2, { drawOrder: 3, table: 'A' }),
      row('c', 2, { drawOrder: 5, table: 'A' }),
      row('d', 2, { drawOrder: 9, table: 'A' }),
      row('e', 2, { drawOrder: 7, table: 'B' }),
    ]
    expect(rivalsOf(mine, rows)).toMatchObject({ above: { rowId: 'c' }, below: { rowId: 'd' }, isTied: true })
  })

  it('of the leader knows only the next below', () => {
    const mine = row('me', 1)
    expect(rivalsOf(mine, [mine, row('d', 3), row('c', 2)])).toMatchObject({
      above: undefined,
      below: { rowId: 'c' },
      isTied: false,
    })
  })
})

it('LB-7, LB-11: says what an empty board waits for', () => {
  const rules = DEFAULT_ROUND_RULES
  const prediction = { target: 'perfect', unit: 'people', per: 'person', countsDisqualified: false } as const
  const predicts = { ...rules, prediction }
  const open = { resultPolicy: 'at_once', rules } as const
  expect(whyEmpty(open, 'open')).toBe('nobody')
  expect(whyEmpty({ ...open, rules: predicts }, 'open')).toBe('prediction')
  expect(whyEmpty({ ...open, rules: predicts }, 'closed')).toBe('nobody')
  expect(whyEmpty({ ...open, resultPolicy: 'after_close' }, 'open')).toBe('closing')
  expect(whyEmpty({ ...open, resultPolicy: 'after_close' }, 'closed')).toBe('nobody')
  expect(whyEmpty({ resultPolicy: 'after_publish', rules: predicts }, 'closed')).toBe('publish')
})
