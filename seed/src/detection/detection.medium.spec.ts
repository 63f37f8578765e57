import { findSignals, reachesReviewer, THRESHOLDS } from '@thiso/api/seeding'
import { measure } from './measured.js'
import { simulatedRound } from './planted.js'

const NONE = { slowRings: 0, leakSpread: 0.4, steadyBots: 0, proxies: 0 }

describe('DT-1, DT-3, DT-20: thresholds hold on a simulated round with a common paper of thirty', () => {
  const shape = { seed: 7, units: [250, 220, 130, 100], pool: 30, paper: 30 }
  const round = simulatedRound(shape, {
    ...NONE,
    pairs: 0,
    rings: 5,
    leakedItems: 2,
    bots: 5,
    severalAccounts: 3,
  })
  const { findings, pairCount } = findSignals(round.evidence, THRESHOLDS)
  const found = measure(round, findings, reachesReviewer(findings))
  const countOf = (planted: string, kind: string) => found.planted.get(planted)?.byKind.get(kind) ?? 0

  it('DT-12: finds rings of four by answers and times together', () => {
    expect(countOf('ring', 'same-answers-and-times')).toBeGreaterThanOrEqual(3)
    expect(countOf('ring', 'same-times-and-answers')).toBe(countOf('ring', 'same-answers-and-times'))
    expect(pairCount).toBeGreaterThan((700 * 699) / 2)
  })

  it('finds who is rapid and right, and brings them before a reviewer', () => {
    expect(countOf('bot', 'rapid-right')).toBe(5)
    expect(found.planted.get('bot')?.reviewed).toBe(5)
  })

  it('links accounts of one person', () => {
    expect(countOf('several-accounts', 'one-person')).toBe(3)
  })

  it('brings no honest person before a reviewer', () => {
    expect(found.honest).toBeGreaterThan(300)
    expect(found.reviewed).toBe(0)
  })

  it('says the same again', () => {
    expect(findSignals(round.evidence, THRESHOLDS).findings).toEqual(findings)
  })
})
