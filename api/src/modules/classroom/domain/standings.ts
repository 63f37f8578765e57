import type { TeamSum } from '@thiso/contracts/vocab'

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
 * CR-24: a team's points are its members' mean or sum, over all who sat in the team when the item was played or came later; right answers
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

/** Places gained since the board before: positive is up; null where there was none. */
export function moved(before: readonly StandingRow[], row: StandingRow): number | null {
  const was = before.find(({ seat, team }) => seat === row.seat && team === row.team)
  return was ? was.rank - row.rank : null
}

function ranked(rows: readonly Omit<StandingRow, 'rank' | 'isTied'>[]): StandingRow[] {
  const sorted = [...rows].sort(
    (a, b) => b.points - a.points || a.name.localeCompare(b.name, 'vi') || (a.seat ?? 0) - (b.seat ?? 0),
  )
  let rank = 0
  return sorted.map((row, index) => {
    const isNew = index === 0 || sorted[index - 1]?.points !== row.points
    if (isNew) rank = index + 1
    return { ...row, rank, isTied: sorted.filter(({ points }) => points === row.points).length > 1 }
  })
}

/** Points are kept to a thousandth, so that sums of fractions tie where people would say they do. */
function rounded(points: number): number {
  return Math.round(points * 1000) / 1000
}
