import { createHmac, randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { HostViewData } from '@thiso/contracts'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { askingOf } from '../domain/seat-request.js'
import type { LessonRow } from '../infra/lesson.repository.js'
import type { Seat } from '../infra/seat.repository.js'
import { SeatRequestRepository } from '../infra/seat-request.repository.js'

export interface Asked {
  kind: 'asked'
  requestId: string
  code: string
}

/** CR-52: devices that ask for a seat which another one has. */
@Injectable()
export class SeatRequests {
  constructor(private readonly requests: SeatRequestRepository) {}

  /**
   * What becomes of a device that wants this seat.
   * @throws ProblemError SEAT.REFUSED after the host's no; SEAT.NAME_TAKEN for a typed name whose device is here; SEAT.LOBBY_LOCKED for
   *   any seat whose device is here: a locked lobby is opened for who lost the phone, not for strangers
   */
  async ask(
    manager: Transaction,
    lesson: LessonRow,
    seat: Seat,
    deviceHash: string,
    atMs: number,
  ): Promise<'admitted' | Asked> {
    const known = await this.requests.of(manager, lesson.id, seat.number)
    const asking = askingOf(known, deviceHash, atMs)
    if (asking === 'admitted') {
      await this.requests.drop(manager, lesson.id, seat.number)
      return 'admitted'
    }
    if (seat.isHere && lesson.state.isLobbyLocked) throw new ProblemError('SEAT.LOBBY_LOCKED')
    if (seat.isHere && seat.pupilId === null) throw new ProblemError('SEAT.NAME_TAKEN')
    if (asking === 'refused') throw new ProblemError('SEAT.REFUSED')
    const asked = { kind: 'asked', code: codeOf(lesson, seat.number, deviceHash) } as const
    if (asking === 'opens')
      return { ...asked, requestId: await this.requests.open(manager, lesson.id, seat.number, deviceHash, atMs) }
    // Who waits for its turn is no request yet; it is told its code all the same, which stays.
    if (asking === 'waits' || !known) return { ...asked, requestId: randomUUID() }
    await this.requests.repeat(manager, lesson.id, seat.number, atMs)
    return { ...asked, requestId: known.id }
  }

  /** What the host may say a word to now. */
  async toTell(lesson: LessonRow): Promise<HostViewData['requests']> {
    const open = await this.requests.ofLesson(lesson.id)
    return open.map(({ id, seat, name, askedAt, deviceHash }) => ({
      requestId: id,
      seat,
      name,
      code: codeOf(lesson, seat, deviceHash),
      askedAt: askedAt.toISOString(),
    }))
  }
}

/** Two digits that a device has for a seat, 10 to 99, however often it asks; nobody outside can reckon them. */
function codeOf({ secret }: Pick<LessonRow, 'secret'>, seat: number, deviceHash: string): string {
  const mac = createHmac('sha256', secret).update(`seat request ${seat} ${deviceHash}`).digest()
  return String(10 + (mac.readUInt32BE() % 90))
}
