import { createHash } from 'node:crypto'
import { DEFAULT_ROUND_RULES, type RoundRules } from '@thiso/contracts/vocab'
import { type BoardRound, liveBoard, tableIndexIn, tableOf } from './live-board.js'

const round = (more: Partial<BoardRound> = {}, rules: Partial<RoundRules> = {}): BoardRound => ({
  id: 'round',
  opensAt: new Date('2026-11-20T01:00:00Z'),
  closesAt: new Date('2026-11-27T01:00:00Z'),
  timeLimitS: 600,
  blueprint: [
    { count: 4, points: 1 },
    { count: 2, points: 2.5 },
  ],
  rules: { ...DEFAULT_ROUND_RULES, ...rules },
  ...more,
})
const idOf = (of: BoardRound, cutoff: number | null = null) => liveBoard(of, cutoff).boardId

describe('LB-9: the board of a round in the store', () => {
  it('is one for the same settings', () => {
    expect(idOf(round())).toBe(idOf(round()))
    expect(idOf(round(), 5)).toBe(idOf(round(), 5))
  })

  it('is another one where anything is that changes what it holds or its order', () => {
    const ids = [
      idOf(round()),
      idOf(round({ id: 'other' })),
      idOf(round(), 1_000),
      idOf(round(), 1_001),
      idOf(round({}, { ranking: [{ by: 'right-items' }, { by: 'draw' }] })),
      idOf(round({}, { ranking: [{ by: 'points' }, { by: 'time-used', bucketS: 60 }, { by: 'draw' }] })),
      idOf(round({}, { attempts: { ...DEFAULT_ROUND_RULES.attempts, counted: 'last' } })),
      idOf(round({ timeLimitS: 900 })),
      liveBoard(round(), null, ['A']).boardId,
      liveBoard(round(), null, ['A', 'B']).boardId,
      liveBoard(round(), null, ['A', 'C']).boardId,
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('LB-13: holds people of no table, then the tables by their codes, whatever order the contest lists them in', () => {
    const board = liveBoard(round(), null, ['B', 'A'])
    expect(board.boardId).toBe(liveBoard(round(), null, ['A', 'B']).boardId)
    expect(board.tables).toEqual([null, 'A', 'B'])
    expect([null, 'A', 'B', 'gone'].map((code) => tableIndexIn(board, code))).toEqual([0, 1, 2, 0])
    expect([null, 'A', 'B'].map((code) => tableIndexIn(liveBoard(round(), null), code))).toEqual([0, 0, 0])
    expect(tableOf(board, 0)).toBe('B')
    expect(tableOf(board, board.layout.tableSize * 3 - 1)).toBeNull()
  })

  it('LB-13: is, without tables, the same to the letter as before there were any', () => {
    const { boardId, layout } = liveBoard(round(), null)
    const made = JSON.stringify([layout.digits, DEFAULT_ROUND_RULES.attempts.counted, null])
    expect(boardId).toBe(`round:${createHash('sha256').update(made).digest('hex').slice(0, 12)}`)
  })

  it('has room for all points that its papers can bring, speed and penalties included', () => {
    const scoring = { wrongPenalty: 0.5, blankPenalty: 0, speedBonus: 0.75 }
    const [points] = liveBoard(round({}, { scoring }), null).layout.digits
    expect(points).toMatchObject({ low: -450, size: 450 + 975 + 1 })
  })
})
