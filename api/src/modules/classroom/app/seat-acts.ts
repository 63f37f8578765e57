import { Injectable } from '@nestjs/common'
import type { ParsedBody } from '@thiso/contracts'
import { ProblemError } from '../../../kernel/problem-error.js'
import { foldedName, seatName } from '../domain/seat-name.js'
import type { LessonRow } from '../infra/lesson.repository.js'
import { SeatRepository } from '../infra/seat.repository.js'
import { LessonConductor, type Mover } from './lesson-conductor.js'

type SeatAct = ParsedBody<'actOnSeats'>['act']

/** What a host does with seats. */
@Injectable()
export class SeatActs {
  constructor(
    private readonly seats: SeatRepository,
    private readonly conductor: LessonConductor,
  ) {}

  /** @throws ProblemError LESSON.NOT_FOUND, SEAT.NOT_FOUND, SEAT.NAME_REFUSED, SEAT.NAME_TAKEN */
  async act(lessonId: string, act: SeatAct): Promise<void> {
    const isDone = await this.seats.underLock(lessonId, async (manager) => {
      switch (act.kind) {
        case 'remove':
          return this.seats.remove(manager, lessonId, [act.seat])
        case 'clear':
          return this.seats.clear(manager, lessonId)
        case 'admit':
          if (!(await this.seats.admit(manager, lessonId, act.requestId))) throw new ProblemError('SEAT.NOT_FOUND')
          return
        case 'rename': {
          const checked = seatName(act.name)
          if ('problem' in checked) throw new ProblemError('SEAT.NAME_REFUSED')
          const wish = { deviceHash: '', foldedName: foldedName(checked.name), pupilId: null }
          const others = await this.seats.conflicts(manager, lessonId, wish)
          if (others.some(({ number }) => number !== act.seat)) throw new ProblemError('SEAT.NAME_TAKEN')
          return this.seats.change(manager, lessonId, act.seat, { name: checked.name, foldedName: wish.foldedName })
        }
        case 'extra-time':
          return this.seats.change(manager, lessonId, act.seat, { extraPercent: act.extraPercent })
        case 'team':
          return this.seats.change(manager, lessonId, act.seat, { team: act.team })
      }
    })
    if (isDone === null) throw new ProblemError('LESSON.NOT_FOUND')
  }

  /** CR-32: brings seats back to the floor. */
  rescue(lessonId: string, by: Mover, seenVersion: number, seats: readonly number[]): Promise<LessonRow> {
    return this.conductor.act(lessonId, by, seenVersion, { kind: 'rescue', seats: [...seats] })
  }
}
