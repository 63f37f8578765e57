import type { ApiOutput } from '@thiso/contracts'
import type { PrizeTier } from '@thiso/contracts/vocab'

export type Winners = ApiOutput<'winners'>
export type Winner = Winners['winners'][number]
export type Standing = Winner['standing']
type Reward = Winners['prizes'][number]['reward']

/** People on one rank who want more prizes than their tier has left. */
export interface ContestedPlace {
  rank: number
  people: Winner[]
  seats: number
}

export interface Tier {
  tier: PrizeTier
  reward: Reward
  count: number
  settled: Winner[]
  contested: ContestedPlace[]
  openCount: number
}

/** The contest's prizes in their order, each with the people whom the ranking puts there. */
export function tiersOf({ prizes, winners }: Pick<Winners, 'prizes' | 'winners'>): Tier[] {
  // A contest may name a tier twice, with different rewards: people go to the line that carries their reward.
  const left = [...winners]
  return prizes.map((prize) => {
    const isHere = (winner: Winner) =>
      winner.tier === prize.tier && winner.reward.vi === prize.reward.vi && winner.reward.en === prize.reward.en
    const here = left.filter(isHere)
    for (const winner of here) left.splice(left.indexOf(winner), 1)
    const settled = here.filter((winner) => !winner.isContested)
    const byRank = new Map<number, Winner[]>()
    for (const winner of here) {
      if (!winner.isContested) continue
      byRank.set(winner.standing.rank, [...(byRank.get(winner.standing.rank) ?? []), winner])
    }
    let seatsLeft = Math.max(0, prize.count - settled.length)
    const contested = [...byRank].map(([rank, people]) => {
      const seats = Math.min(seatsLeft, people.length)
      seatsLeft -= seats
      return { rank, people, seats }
    })
    return { tier: prize.tier, reward: prize.reward, count: prize.count, settled, contested, openCount: seatsLeft }
  })
}

export type Gap =
  | { why: 'points'; points: number }
  | { why: 'slower'; seconds: number }
  | { why: 'later'; ms: number }
  | { why: 'same' }

/** What keeps `after` behind `before`, by the order of the board: points, then time used, then the earlier hand-in. */
export function gapBetween(before: Standing, after: Standing): Gap {
  if (before.points !== after.points) return { why: 'points', points: before.points - after.points }
  if (before.timeUsedS !== after.timeUsedS) return { why: 'slower', seconds: after.timeUsedS - before.timeUsedS }
  if (before.rank === after.rank) return { why: 'same' }
  const ms = Date.parse(after.submittedAt) - Date.parse(before.submittedAt)
  return ms > 0 ? { why: 'later', ms } : { why: 'same' }
}
