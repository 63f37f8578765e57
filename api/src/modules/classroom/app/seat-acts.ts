import { Injectable } from '@nestjs/common'
import type { ParsedBody } from '@thiso/contracts'
import { type AuditAct, spelledName } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { AuditService } from '../../audit/index.js'
import { seatKey, seatName } from '../domain/seat-name.js'
import type { LessonRow } from '../infra/lesson.repository.js'
import { SeatRepository } from '../infra/seat.repository.js'
import { SeatRequestRepository } from '../infra/seat-request.repository.js'
import { LessonConductor, type Mover } from './lesson-conductor.js'
import { teamsOf } from './teams.js'

type SeatAct = ParsedBody<'actOnSeats'>['act']

/** What touches a person is in the audit. */
const AUDITED: Partial<Record<SeatAct['kind'], AuditAct>> = {
  remove: 'seat.removed',
  readmit: 'seat.readmitted',
  clear: 'seats.cleared',
  rename: 'seat.renamed',
  'extra-time': 'seat.extra_time_set',
  admit: 'seat.admitted',
  refuse: 'seat.refused',
}

/** What a host does with seats. */
@Injectable()
export class SeatActs {
  constructor(
    private readonly seats: SeatRepository,
    private readonly requests: SeatRequestRepository,
    private readonly conductor: LessonConductor,
    private readonly audit: AuditService,
  ) {}

  /**
   * CR-53, CR-54: audited in the same transaction, without names, since names are deleted and entries are not.
   * @param by a remote has no word any more once the lesson has ended
   * @throws ProblemError LESSON.NOT_FOUND, LESSON.ENDED, LESSON.WRONG_PHASE, SEAT.NOT_FOUND, SEAT.REQUEST_GONE, SEAT.NAME_REFUSED,
   *   SEAT.NAME_TAKEN
   */
  async act(lessonId: string, accountId: string, by: Mover, act: SeatAct): Promise<void> {
    const isDone = await this.seats.underLock(lessonId, async (manager, lesson) => {
      const isBeforeEnd = by === 'remote' || act.kind === 'team' || act.kind === 'extra-time'
      if (isBeforeEnd && lesson.state.phase === 'ended') throw new ProblemError('LESSON.ENDED')
      const seat = await this.done(manager, lesson, act)
      const recorded = AUDITED[act.kind]
      if (!recorded) return true
      const detail = {
        ...(seat === null ? {} : { seat }),
        ...(act.kind === 'extra-time' ? { percent: act.extraPercent } : {}),
        by,
      }
      await this.audit.record(accountId, recorded, `lesson:${lessonId}`, detail, manager)
      return true
    })
    if (!isDone) throw new ProblemError('LESSON.NOT_FOUND')
  }

  /** @returns the seat to which it was done; null: to all of them */
  private async done(manager: Transaction, lesson: LessonRow, act: SeatAct): Promise<number | null> {
    const { id: lessonId, settings, state } = lesson
    if (act.kind === 'admit' || act.kind === 'refuse') {
      const seat = await this.requests[act.kind](manager, lessonId, act.requestId)
      if (seat === null) throw new ProblemError('SEAT.REQUEST_GONE')
      return seat
    }
    if (act.kind === 'clear') {
      // Later there are answers, and whoever comes back would begin anew.
      if (state.phase !== 'lobby') throw new ProblemError('LESSON.WRONG_PHASE')
      await this.requests.dropAll(manager, lessonId)
      await this.seats.clear(manager, lessonId)
      return null
    }
    const seat = await this.seats.one(manager, lessonId, act.seat)
    if (!seat) throw new ProblemError('SEAT.NOT_FOUND')
    switch (act.kind) {
      case 'remove':
        await this.requests.drop(manager, lessonId, act.seat)
        await this.seats.remove(manager, lessonId, [act.seat])
        break
      case 'readmit': {
        const bellPlace = settings.mode === 'bell' && state.phase !== 'lobby' ? state.place : null
        if (!(await this.seats.readmit(manager, lessonId, act.seat, bellPlace)))
          throw new ProblemError('LESSON.WRONG_PHASE')
        break
      }
      case 'rename': {
        const checked = seatName(act.name)
        if ('problem' in checked) throw new ProblemError('SEAT.NAME_REFUSED')
        const own = seatKey(checked.name, seat.pupilId)
        // Pupils of a list keep their key; on the board they still must be told apart.
        const others =
          seat.pupilId === null
            ? await this.seats.conflicts(manager, lessonId, { deviceHash: '', foldedName: own, pupilId: null })
            : (await this.seats.all(lessonId, manager)).filter(
                ({ name }) => spelledName(name) === spelledName(checked.name),
              )
        if (others.some(({ number }) => number !== act.seat)) throw new ProblemError('SEAT.NAME_TAKEN')
        await this.seats.change(manager, lessonId, act.seat, { name: checked.name, foldedName: own })
        break
      }
      case 'extra-time':
        await this.seats.change(manager, lessonId, act.seat, { extraPercent: act.extraPercent })
        break
      case 'team':
        if (!teamsOf(settings).some(({ number }) => number === act.team)) throw new ProblemError('LESSON.WRONG_PHASE')
        await this.seats.change(manager, lessonId, act.seat, { team: act.team })
    }
    return act.seat
  }

  /** CR-32: brings seats back to the floor. @throws ProblemError LESSON.WRONG_PHASE where there is no floor, or no place left to play on it */
  async rescue(lesson: LessonRow, by: Mover, seenVersion: number, seats: readonly number[]): Promise<LessonRow> {
    const { settings, state, places } = lesson
    // CR-33: after the last place it would give somebody the rank of whoever is left.
    if (settings.mode !== 'bell' || state.place >= places.length) throw new ProblemError('LESSON.WRONG_PHASE')
    return this.conductor.act(lesson.id, by, seenVersion, { kind: 'rescue', seats: [...seats] }, (manager) =>
      this.audit.record(lesson.ownerId, 'seats.rescued', `lesson:${lesson.id}`, { seats, by }, manager),
    )
  }
}
