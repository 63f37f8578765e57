import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { MOST_SEATS } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import { RateLimits } from '../../../platform/live/rate-limits.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { foldedName, seatName } from '../domain/seat-name.js'
import { ClassRepository } from '../infra/class.repository.js'
import { LessonRepository, type LessonRow } from '../infra/lesson.repository.js'
import { type Seat, SeatRepository } from '../infra/seat.repository.js'
import { generatedName } from '../domain/generated-name.js'
import { teamsOf } from './teams.js'

export interface SeatWish {
  pin: string
  name: string
  pupilId: string | null
  team: number | null
  device: string
}

export type Seating =
  | { kind: 'seated'; token: string; lesson: LessonRow; seat: Seat }
  | { kind: 'asked'; requestId: string }

/** Taking a seat and coming back to it. The token is what a device shows; of it only a hash is kept. */
@Injectable()
export class SeatsService {
  constructor(
    private readonly seats: SeatRepository,
    private readonly lessons: LessonRepository,
    private readonly classes: ClassRepository,
    private readonly limits: RateLimits,
  ) {}

  /**
   * A lesson by its PIN. Wrong PINs are counted by address, wide enough for a school behind one.
   * @throws ProblemError LESSON.PIN_UNKNOWN, REQUEST.TOO_MANY
   */
  async findByPin(pin: string, address: string): Promise<LessonRow> {
    await this.limits.look('pinByAddress', address)
    const lesson = await this.lessons.findByPin(pin)
    if (lesson) return lesson
    await this.limits.take('pinByAddress', address)
    throw new ProblemError('LESSON.PIN_UNKNOWN')
  }

  /** CR-51 to CR-54: a seat for a device: the one it has already, a new one, or a question to the host. */
  async take(wish: SeatWish, address: string): Promise<Seating> {
    const found = await this.findByPin(wish.pin, address)
    const wanted = await this.identity(found, wish)
    const token = randomBytes(24).toString('base64url')
    const seating = await this.seats.underLock(found.id, async (manager, lesson): Promise<Seating> => {
      const taken = await this.taken(manager, lesson, wish, wanted, token)
      if (taken) return taken
      await this.demandRoom(manager, lesson)
      const seat = await this.seats.insert(manager, lesson, {
        ...wanted,
        team: teamOf(lesson, wish.team, await this.seats.count(manager, lesson.id)),
        tokenHash: hashOf(token),
        deviceHash: hashOf(wish.device),
        floor: null,
      })
      return { kind: 'seated', token, lesson, seat }
    })
    if (!seating) throw new ProblemError('LESSON.PIN_UNKNOWN')
    return seating
  }

  /** roster: who of the class is not there yet. */
  async pupilsToCome({ id, classId, settings }: LessonRow) {
    if (settings.names !== 'roster' || classId === null) return []
    const [pupils, seats] = await Promise.all([this.classes.pupils(classId), this.seats.all(id)])
    const taken = new Set(seats.filter(({ isHere, removedAt }) => isHere || removedAt).map(({ pupilId }) => pupilId))
    return pupils
      .filter((pupil) => !taken.has(pupil.id))
      .map(({ id: pupilId, name, number }) => ({ id: pupilId, name, number }))
  }

  /** The seat behind a token. @throws ProblemError SEAT.NOT_FOUND, SEAT.REMOVED */
  async byToken(token: string): Promise<Seat> {
    const seat = await this.seats.byToken(hashOf(token))
    if (!seat) throw new ProblemError('SEAT.NOT_FOUND')
    if (seat.removedAt) throw new ProblemError('SEAT.REMOVED')
    return seat
  }

  /** Who the device says it is, by the lesson's rule for names. */
  private async identity(lesson: LessonRow, { name, pupilId }: SeatWish) {
    const { names } = lesson.settings
    if (names === 'roster') {
      const pupil = pupilId && lesson.classId ? await this.classes.pupil(lesson.classId, pupilId) : null
      if (!pupil) throw new ProblemError('SEAT.NAME_REFUSED')
      return {
        name: pupil.name,
        foldedName: foldedName(pupil.name),
        pupilId: pupil.id,
        extraPercent: pupil.extraPercent,
      }
    }
    if (names === 'generated' && name === '') {
      const made = generatedName(randomBytes(4).readUInt32BE())
      return { name: made, foldedName: foldedName(made), pupilId: null, extraPercent: 0 }
    }
    const checked = seatName(name)
    if ('problem' in checked) throw new ProblemError('SEAT.NAME_REFUSED')
    return { name: checked.name, foldedName: foldedName(checked.name), pupilId: null, extraPercent: 0 }
  }

  /** A seat that stands in the way, and what follows from it; null: the way is free. */
  private async taken(
    manager: Transaction,
    lesson: LessonRow,
    wish: SeatWish,
    wanted: { foldedName: string; pupilId: string | null },
    token: string,
  ): Promise<Seating | null> {
    const deviceHash = hashOf(wish.device)
    const others = await this.seats.conflicts(manager, lesson.id, { ...wanted, deviceHash })
    const own = others.find(({ isSameDevice, removedAt }) => isSameDevice && !removedAt)
    if (own) {
      // The same device again: its seat, whatever name it says now.
      await this.seats.giveTo(manager, lesson.id, own.number, hashOf(token), deviceHash)
      return { kind: 'seated', token, lesson, seat: own }
    }
    // Who was removed stays removed, by device, by name and by place in the class list.
    if (others.some(({ removedAt }) => removedAt)) throw new ProblemError('SEAT.REMOVED')
    const other = others.find(({ isSamePupil, isSameName }) => isSamePupil || isSameName)
    if (!other) return null
    const admitted = await this.seats.admitted(manager, lesson.id, other.number, deviceHash)
    if (admitted) {
      await this.seats.giveTo(manager, lesson.id, other.number, hashOf(token), deviceHash)
      return { kind: 'seated', token, lesson, seat: other }
    }
    if (other.pupilId === null && other.isHere) throw new ProblemError('SEAT.NAME_TAKEN')
    return {
      kind: 'asked',
      requestId: await this.seats.ask(manager, randomUUID(), lesson.id, other.number, deviceHash),
    }
  }

  private async demandRoom(manager: Transaction, lesson: LessonRow): Promise<void> {
    const { state, settings } = lesson
    if (state.isLobbyLocked) throw new ProblemError('SEAT.LOBBY_LOCKED')
    if (state.phase === 'podium' || state.phase === 'ended') throw new ProblemError('SEAT.TOO_LATE')
    if (state.phase !== 'lobby' && settings.late === 'refused') throw new ProblemError('SEAT.TOO_LATE')
    if ((await this.seats.count(manager, lesson.id)) >= MOST_SEATS)
      throw new ProblemError('SEAT.FULL', { most: MOST_SEATS })
  }
}

/** The team that was asked for; without a wish the teams fill in turn. */
function teamOf({ settings }: LessonRow, wish: number | null, seatCount: number): number | null {
  const teams = teamsOf(settings)
  if (teams.length === 0) return null
  return teams.some(({ number }) => number === wish) ? wish : (seatCount % teams.length) + 1
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
