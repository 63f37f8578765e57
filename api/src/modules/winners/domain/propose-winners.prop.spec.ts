import type { PrizeTier } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { proposeWinners } from './propose-winners.js'

const tiers: PrizeTier[] = ['first', 'second', 'third', 'consolation']
const quotas = fc
  .array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 })
  .map((counts) => counts.map((count, index) => ({ tier: tiers[index] as PrizeTier, count })))
/** Ranks as LB-2 gives them. */
const standings = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 20 }).map((keys) => {
  const ordered = keys.sort((a, b) => b - a)
  return ordered.map((key, index) => ({ name: `p${index}`, rank: 1 + ordered.filter((other) => other > key).length }))
})
const of = (ranks: number[]) => ranks.map((rank, index) => ({ name: `p${index}`, rank }))
const shape = (proposals: { prizeIndex: number; isContested: boolean }[]) =>
  proposals.map(({ prizeIndex, isContested }) => `${prizeIndex}${isContested ? '?' : ''}`)

describe('WN-1: proposed winners', () => {
  it('go down the ranking, tier by tier', () => {
    const list = proposeWinners(of([1, 2, 3, 4, 5]), [
      { tier: 'first', count: 1 },
      { tier: 'second', count: 2 },
      { tier: 'third', count: 1 },
    ])
    expect(shape(list)).toEqual(['0', '1', '1', '2'])
  })

  it('who share a place share a tier when it reaches them all', () => {
    const list = proposeWinners(of([1, 1, 3]), [
      { tier: 'first', count: 2 },
      { tier: 'second', count: 1 },
    ])
    expect(shape(list)).toEqual(['0', '0', '1'])
  })

  it('are contested when more people share a place than prizes are left, and the next tier starts after them', () => {
    const list = proposeWinners(of([1, 2, 2, 2, 5]), [
      { tier: 'first', count: 1 },
      { tier: 'second', count: 2 },
      { tier: 'third', count: 1 },
    ])
    expect(shape(list)).toEqual(['0', '1?', '1?', '1?', '2'])
  })

  it('of nobody or without prizes are none', () => {
    expect(proposeWinners([], [{ tier: 'first', count: 1 }])).toEqual([])
    expect(proposeWinners(of([1, 2]), [])).toEqual([])
  })

  it('are the head of the ranking, in its order, nobody twice', () => {
    fc.assert(
      fc.property(standings, quotas, (ordered, list) => {
        const proposals = proposeWinners(ordered, list)
        expect(proposals.map(({ standing }) => standing)).toEqual(ordered.slice(0, proposals.length))
        const prizes = proposals.map(({ prizeIndex }) => prizeIndex)
        expect([...prizes].sort((a, b) => a - b)).toEqual(prizes)
      }),
    )
  })

  it('never separate people who share a place', () => {
    fc.assert(
      fc.property(standings, quotas, (ordered, list) => {
        const byRank = new Map<number, Set<string>>()
        for (const { standing, prizeIndex, isContested } of proposeWinners(ordered, list)) {
          const known = byRank.get(standing.rank) ?? new Set()
          byRank.set(standing.rank, known.add(`${prizeIndex} ${isContested}`))
        }
        for (const outcomes of byRank.values()) expect(outcomes.size).toBe(1)
        const last = Math.max(0, ...byRank.keys())
        const proposed = ordered.filter(({ rank }) => rank <= last).length
        expect(proposeWinners(ordered, list)).toHaveLength(proposed)
      }),
    )
  })

  it('exceed a tier’s number only where they are contested, and fill it while there are people', () => {
    fc.assert(
      fc.property(standings, quotas, (ordered, list) => {
        const proposals = proposeWinners(ordered, list)
        list.forEach(({ count }, prizeIndex) => {
          const own = proposals.filter((proposal) => proposal.prizeIndex === prizeIndex)
          if (own.some(({ isContested }) => isContested)) expect(own.length).toBeGreaterThan(count)
          else if (proposals.length < ordered.length) expect(own).toHaveLength(count)
          else expect(own.length).toBeLessThanOrEqual(count)
        })
      }),
    )
  })
})
