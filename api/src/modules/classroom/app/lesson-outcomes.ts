import { setImmediate as breathe } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import type { ClassServerEvents, LessonStandingData } from '@thiso/contracts'
import type { LessonRow } from '../infra/lesson.repository.js'
import { LessonTally } from './lesson-tally.js'

type Outcome = Parameters<ClassServerEvents['lesson:outcome']>[0]

/** Where outcomes go. */
interface SeatSockets {
  seatsHere: (lessonId: string) => number[]
  toHosts: (
    lessonId: string,
    event: 'lesson:standings',
    standings: Parameters<ClassServerEvents['lesson:standings']>[0],
  ) => void
  toSeat: (lessonId: string, seat: number, event: 'lesson:outcome', outcome: Outcome) => void
}

/** So many messages before answers that wait get their turn. */
const AT_ONCE = 200

/** What each seat alone is told: as many messages as devices. */
@Injectable()
export class LessonOutcomes {
  constructor(private readonly tally: LessonTally) {}

  /** What the seats' answers to the place brought, with the reveal. */
  async ofPlace(lesson: LessonRow, sockets: SeatSockets): Promise<void> {
    const { bySeat } = await this.tally.of(lesson)
    const { place } = lesson.state
    await this.toEach(lesson, sockets, (seat) => {
      const answers = bySeat.get(seat) ?? []
      const answer = answers.find((each) => each.place === place)
      return {
        place,
        outcome: answer
          ? { isRight: answer.isRight, share: answer.share, points: answer.points, bonus: answer.bonus }
          : null,
        rightCount: answers.filter(({ isRight }) => isRight).length,
        standing: null,
      }
    })
  }

  /** Where each stands, when the board is shown; hosts get it whole. */
  async ofBoard(lesson: LessonRow, sockets: SeatSockets): Promise<void> {
    const [{ bySeat, teams }, standings] = await Promise.all([this.tally.of(lesson), this.tally.board(lesson)])
    const { place } = lesson.state
    sockets.toHosts(lesson.id, 'lesson:standings', { place, standings })
    const rows = new Map<string, LessonStandingData>()
    for (const row of standings) rows.set(row.seat === null ? `team ${row.team}` : `seat ${row.seat}`, row)
    await this.toEach(lesson, sockets, (seat) => ({
      place,
      outcome: null,
      rightCount: (bySeat.get(seat) ?? []).filter(({ isRight }) => isRight).length,
      standing: rows.get(`seat ${seat}`) ?? rows.get(`team ${teams.get(seat)}`) ?? null,
    }))
  }

  private async toEach({ id }: LessonRow, sockets: SeatSockets, outcomeOf: (seat: number) => Outcome): Promise<void> {
    for (const [index, seat] of sockets.seatsHere(id).entries()) {
      sockets.toSeat(id, seat, 'lesson:outcome', outcomeOf(seat))
      if (index % AT_ONCE === AT_ONCE - 1) await breathe()
    }
  }
}
