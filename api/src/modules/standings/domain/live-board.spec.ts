import { DEFAULT_ROUND_RULES, type RoundRules } from '@thiso/contracts/vocab'
import { type BoardRound, liveBoard } from './live-board.js'

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
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has room for all points that its papers can bring, speed and penalties included', () => {
    const scoring = { wrongPenalty: 0.5, blankPenalty: 0, speedBonus: 0.75 }
    const [points] = liveBoard(round({}, { scoring }), null).layout.digits
    expect(points).toMatchObject({ low: -450, size: 450 + 975 + 1 })
  })
})
