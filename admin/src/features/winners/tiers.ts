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
  // A contest may name a tier twice. With different rewards these are two lines; with the same reward nothing tells
  // their people apart, so they are one.
  const lines: { tier: PrizeTier; reward: Reward; count: number }[] = []
  for (const prize of prizes) {
    const same = lines.find((line) => isSamePrize(line, prize))
    if (same) same.count += prize.count
    else lines.push({ ...prize })
  }
  return lines.map((prize) => {
    const here = winners.filter((winner) => isSamePrize(winner, prize))
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

function isSamePrize(one: { tier: PrizeTier; reward: Reward }, other: { tier: PrizeTier; reward: Reward }): boolean {
  return one.tier === other.tier && one.reward.vi === other.reward.vi && one.reward.en === other.reward.en
}

export type Gap =
  | { why: 'points'; points: number }
  | { why: 'slower'; seconds: number }
  | { why: 'later'; seconds: number }
  | { why: 'same' }

/** What keeps `after` behind `before`, by the order of the board: points, then time used, then the earlier submission. */
export function gapBetween(before: Standing, after: Standing): Gap {
  if (before.points !== after.points) return { why: 'points', points: before.points - after.points }
  if (before.timeUsedS !== after.timeUsedS) return { why: 'slower', seconds: after.timeUsedS - before.timeUsedS }
  if (before.rank === after.rank) return { why: 'same' }
  // The board compares whole seconds; what is below one decides nothing and is not named.
  const secondOf = (standing: Standing) => Math.floor(Date.parse(standing.submittedAt) / 1000)
  const seconds = secondOf(after) - secondOf(before)
  return seconds > 0 ? { why: 'later', seconds } : { why: 'same' }
}
