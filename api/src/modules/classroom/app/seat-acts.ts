import { Injectable } from '@nestjs/common'
import type { ParsedBody } from '@thiso/contracts'
import type { AuditAct } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import { AuditService } from '../../audit/index.js'
import { foldedName, seatName } from '../domain/seat-name.js'
import type { LessonRow } from '../infra/lesson.repository.js'
import { SeatRepository } from '../infra/seat.repository.js'
import { LessonConductor, type Mover } from './lesson-conductor.js'
import { teamsOf } from './teams.js'

type SeatAct = ParsedBody<'actOnSeats'>['act']

/** What touches a person is in the audit. */
const AUDITED: Partial<Record<SeatAct['kind'], AuditAct>> = {
  remove: 'seat.removed',
  clear: 'seats.cleared',
  rename: 'seat.renamed',
  'extra-time': 'seat.extra_time_set',
  admit: 'seat.admitted',
}

/** What a host does with seats. */
@Injectable()
export class SeatActs {
  constructor(
    private readonly seats: SeatRepository,
    private readonly conductor: LessonConductor,
    private readonly audit: AuditService,
  ) {}

  /**
   * CR-53, CR-54: audited without names, since names are deleted and entries are not.
   * @throws ProblemError LESSON.NOT_FOUND, LESSON.ENDED, LESSON.WRONG_PHASE, SEAT.NOT_FOUND, SEAT.NAME_REFUSED, SEAT.NAME_TAKEN
   */
  async act(lessonId: string, accountId: string, act: SeatAct): Promise<void> {
    const isDone = await this.seats.underLock(lessonId, async (manager, lesson) => {
      const changesResults = act.kind === 'team' || act.kind === 'extra-time'
      if (changesResults && lesson.state.phase === 'ended') throw new ProblemError('LESSON.ENDED')
      if ('seat' in act && !(await this.seats.one(manager, lessonId, act.seat)))
        throw new ProblemError('SEAT.NOT_FOUND')
      switch (act.kind) {
        case 'remove':
          return this.seats.remove(manager, lessonId, [act.seat])
        case 'clear':
          // Later there are answers, and whoever comes back would begin anew.
          if (lesson.state.phase !== 'lobby') throw new ProblemError('LESSON.WRONG_PHASE')
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
          if (!teamsOf(lesson.settings).some(({ number }) => number === act.team))
            throw new ProblemError('LESSON.WRONG_PHASE')
          return this.seats.change(manager, lessonId, act.seat, { team: act.team })
      }
    })
    if (isDone === null) throw new ProblemError('LESSON.NOT_FOUND')
    const recorded = AUDITED[act.kind]
    if (recorded)
      await this.audit.record(accountId, recorded, `lesson:${lessonId}`, {
        ...('seat' in act ? { seat: act.seat } : {}),
        ...(act.kind === 'extra-time' ? { percent: act.extraPercent } : {}),
      })
  }

  /** CR-32: brings seats back to the floor. @throws ProblemError LESSON.WRONG_PHASE where there is no floor */
  async rescue(lesson: LessonRow, by: Mover, seenVersion: number, seats: readonly number[]): Promise<LessonRow> {
    if (lesson.settings.mode !== 'bell') throw new ProblemError('LESSON.WRONG_PHASE')
    const after = await this.conductor.act(lesson.id, by, seenVersion, { kind: 'rescue', seats: [...seats] })
    await this.audit.record(lesson.ownerId, 'seats.rescued', `lesson:${lesson.id}`, { seats })
    return after
  }
}
