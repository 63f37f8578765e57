import { bellStandings, type SeatTotal, seatStandings, type StandingRow, teamStandings } from '../domain/standings.js'
import type { LessonRow } from '../infra/lesson.repository.js'
import type { Seat } from '../infra/seat.repository.js'
import type { ScoredAnswer } from './scored-answer.js'
import { teamsOf } from './teams.js'

/** CR-23, CR-24, CR-33: the board by the lesson's mode, from these answers and the seats as they stand. */
export function standingsOf(lesson: LessonRow, seats: readonly Seat[], scored: readonly ScoredAnswer[]): StandingRow[] {
  const totals = totalsOf(lesson, seats, scored)
  switch (lesson.settings.mode) {
    case 'teams':
      return teamStandings(totals, teamsOf(lesson.settings), lesson.settings.teams.sum)
    case 'bell':
      return bellStandings(
        totals,
        seats.map(({ number, floor, outAt, rescues }) => ({ seat: number, floor: floor ?? 'on', outAt, rescues })),
      )
    default:
      return seatStandings(totals)
  }
}

/** Totals of every seat that has not been removed. */
function totalsOf(lesson: LessonRow, seats: readonly Seat[], scored: readonly ScoredAnswer[]): SeatTotal[] {
  const bySeat = new Map<number, { points: number; rightCount: number }>()
  for (const { seat, points, bonus, isRight } of scored) {
    const known = bySeat.get(seat)
    const total = known ?? { points: 0, rightCount: 0 }
    if (!known) bySeat.set(seat, total)
    total.points += points + bonus
    if (isRight) total.rightCount++
  }
  return seats
    .filter(({ removedAt }) => removedAt === null)
    .map(({ number, team, name, joinedPlace }) => ({
      seat: number,
      team,
      name,
      points: bySeat.get(number)?.points ?? 0,
      rightCount: bySeat.get(number)?.rightCount ?? 0,
      isPlaced: lesson.settings.late !== 'unplaced' || joinedPlace === 0,
    }))
}
