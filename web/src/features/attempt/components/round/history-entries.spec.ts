/// <reference types="jest" />
import { type AmendmentData, type ClockActData, historyOf } from './history-entries'

describe('CL-6, AM-4: what happened to a round', () => {
  const act = (id: string, at: string) => ({ id, at, kind: 'pause' }) as ClockActData
  const amendment = (id: string, roundId: string | null, decidedAt: string) =>
    ({ id, roundId, decidedAt }) as AmendmentData

  it('comes newest first, acts and amendments together, and only of this round', () => {
    const entries = historyOf(
      'r1',
      [act('a', '2026-11-10T01:00:00Z'), act('b', '2026-11-12T01:00:00Z')],
      [
        amendment('c', 'r1', '2026-11-11T01:00:00Z'),
        amendment('d', 'r2', '2026-11-13T01:00:00Z'),
        amendment('e', null, '2026-11-14T01:00:00Z'),
      ],
    )
    expect(entries.map(({ id }) => id)).toEqual(['b', 'c', 'a'])
    expect(entries.map(({ kind }) => kind)).toEqual(['clock', 'amendment', 'clock'])
  })
})
