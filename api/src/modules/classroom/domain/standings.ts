import type { TeamSum } from '@thiso/contracts/vocab'
import { bellOrder, type FloorSeat } from './bell.js'

/** What one seat has gained so far. */
export interface SeatTotal {
  seat: number
  team: number | null
  name: string
  rightCount: number
  /** Points and bonuses of all scored places. */
  points: number
  /** Late ones of a lesson where they have no place. */
  isPlaced: boolean
}

export interface StandingRow {
  rank: number
  isTied: boolean
  seat: number | null
  team: number | null
  name: string
  rightCount: number
  points: number
}

/** CR-23: by points; equal points share a place, and the next place counts everybody before it. */
export function seatStandings(totals: readonly SeatTotal[]): StandingRow[] {
  return ranked(
    totals
      .filter(({ isPlaced }) => isPlaced)
      .map(({ seat, name, rightCount, points }) => ({ seat, team: null, name, rightCount, points: rounded(points) })),
  )
}

/**
 * CR-24: a team's points are its members' mean or sum, over all who sit in the team, silent and late ones too; right answers
 * are summed. A team without members stands with nothing.
 */
export function teamStandings(
  totals: readonly SeatTotal[],
  teams: readonly { number: number; name: string }[],
  sum: TeamSum,
): StandingRow[] {
  return ranked(
    teams.map(({ number, name }) => {
      const members = totals.filter(({ team, isPlaced }) => team === number && isPlaced)
      const all = members.reduce((total, { points }) => total + points, 0)
      return {
        seat: null,
        team: number,
        name,
        rightCount: members.reduce((total, { rightCount }) => total + rightCount, 0),
        points: rounded(sum === 'mean' && members.length > 0 ? all / members.length : all),
      }
    }),
  )
}

/** CR-33: in a bell who stands longest is first, whatever the points; a reserve who never stood has no place. */
export function bellStandings(totals: readonly SeatTotal[], floor: readonly FloorSeat[]): StandingRow[] {
  const placed = new Map(totals.filter(({ isPlaced }) => isPlaced).map((total) => [total.seat, total]))
  const stood = floor.filter((row) => row.floor !== 'reserve' && placed.has(row.seat))
  return bellOrder(stood).flatMap(({ seat, rank, isTied }) => {
    const total = placed.get(seat)
    if (!total) return []
    const { name, rightCount, points } = total
    return [{ rank, isTied, seat, team: null, name, rightCount, points: rounded(points) }]
  })
}

/** Every row with the places it gained since the board before: positive is up; null where it was not on it. */
export function withMoves(
  before: readonly StandingRow[],
  now: readonly StandingRow[],
): (StandingRow & { moved: number | null })[] {
  const nameOf = ({ seat, team }: StandingRow) => `${seat} ${team}`
  const ranks = new Map(before.map((row) => [nameOf(row), row.rank]))
  return now.map((row) => {
    const was = ranks.get(nameOf(row))
    return { ...row, moved: was === undefined ? null : was - row.rank }
  })
}

/** Made once: a thousand names are compared at every board. */
const NAMES = new Intl.Collator('vi')

function ranked(rows: readonly Omit<StandingRow, 'rank' | 'isTied'>[]): StandingRow[] {
  const sorted = [...rows].sort(
    (a, b) => b.points - a.points || NAMES.compare(a.name, b.name) || (a.seat ?? 0) - (b.seat ?? 0),
  )
  const count = new Map<number, number>()
  for (const { points } of sorted) count.set(points, (count.get(points) ?? 0) + 1)
  let rank = 0
  return sorted.map((row, index) => {
    const isNew = index === 0 || sorted[index - 1]?.points !== row.points
    if (isNew) rank = index + 1
    return { ...row, rank, isTied: (count.get(row.points) ?? 0) > 1 }
  })
}

/** Points are kept to a thousandth, so that sums of fractions tie where people would say they do. */
function rounded(points: number): number {
  return Math.round(points * 1000) / 1000
}
