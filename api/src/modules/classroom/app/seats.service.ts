import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { MOST_SEATS } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { seatKey, seatName } from '../domain/seat-name.js'
import { ClassRepository } from '../infra/class.repository.js'
import type { LessonRow } from '../infra/lesson.repository.js'
import { type Seat, SeatRepository } from '../infra/seat.repository.js'
import { SeatRequestRepository } from '../infra/seat-request.repository.js'
import { generatedName } from '../domain/generated-name.js'
import { type Asked, SeatRequests } from './seat-requests.js'
import { Pins } from './pins.js'
import { teamsOf } from './teams.js'
import { hashOf } from './tokens.js'
import { Turnstile } from './turnstile.js'

export interface SeatWish {
  pin: string
  door?: string | undefined
  name: string
  pupilId: string | null
  team: number | null
  device: string
  /** The name of whoever is signed in, where the pupil wants to play under it; nothing else of the account is kept. */
  accountName: string | null
}

export type Seating = { kind: 'seated'; token: string; lesson: LessonRow; seat: Seat } | Asked

interface Named {
  name: string
  foldedName: string
  pupilId: string | null
  extraPercent: number
  /** Made by the server: another one will do as well. */
  isMade: boolean
}

/** Of 57,600 names, so that five thousand seats get theirs. */
const NAME_TRIES = 50

/** Taking a seat and coming back to it. The token is what a device shows; of it only a hash is kept. */
@Injectable()
export class SeatsService {
  constructor(
    private readonly seats: SeatRepository,
    private readonly requests: SeatRequests,
    private readonly requestRows: SeatRequestRepository,
    private readonly pins: Pins,
    private readonly classes: ClassRepository,
    private readonly turnstile: Turnstile,
  ) {}

  /** CR-51 to CR-54: a seat for a device: the one it has already, a new one, or a question to the host. */
  async take(wish: SeatWish, address: string): Promise<Seating> {
    const found = await this.pins.lesson(wish.pin, wish.door, address)
    const wanted = await this.identity(found, wish)
    const token = randomBytes(24).toString('base64url')
    const seating = await this.turnstile.pass(found.id, address, () =>
      this.seats.underLock(found.id, async (manager, lesson, atMs): Promise<Seating> => {
        for (let tries = 0; ; tries++) {
          const name = wanted.name ?? generatedName(randomBytes(4).readUInt32BE())
          const named = { ...wanted, name, foldedName: seatKey(name, wanted.pupilId), isMade: wanted.name === null }
          const taken = await this.taken(manager, lesson, wish, named, token, atMs)
          if (taken === 'other-name' && tries < NAME_TRIES) continue
          if (taken === 'other-name') throw new ProblemError('SERVER.BUSY')
          return taken ?? this.newSeat(manager, lesson, wish, named, token)
        }
      }),
    )
    if (!seating) throw new ProblemError('LESSON.PIN_UNKNOWN')
    if (seating.kind === 'seated') await this.pins.seated(found.id, address)
    return seating
  }

  /**
   * CR-52: “that is not me”: frees a seat that was taken by mistake, so that the device may take another and whoever it belongs to may
   * have this one. In the lobby, and at an own pace before the first page: later there are answers. While the lobby is locked there would
   * be no way back in.
   * @throws ProblemError SEAT.NOT_FOUND, SEAT.REMOVED, SEAT.STAYS, SEAT.LOBBY_LOCKED
   */
  async leave(token: string, address: string): Promise<void> {
    const { lessonId, number, tokenHash } = await this.byToken(token)
    const isDone = await this.turnstile.pass(lessonId, address, () =>
      this.seats.underLock(lessonId, async (manager, { state, settings }) => {
        const seat = await this.seats.one(manager, lessonId, number)
        if (seat?.tokenHash !== tokenHash) throw new ProblemError('SEAT.NOT_FOUND')
        if (seat.removedAt) throw new ProblemError('SEAT.REMOVED')
        const hasNoPage = settings.until !== null && state.phase === 'open' && seat.ownPlace === 0
        if (state.phase !== 'lobby' && !hasNoPage) throw new ProblemError('SEAT.STAYS')
        if (state.isLobbyLocked) throw new ProblemError('SEAT.LOBBY_LOCKED')
        await this.seats.free(manager, lessonId, number)
        await this.requestRows.drop(manager, lessonId, number)
        return true
      }),
    )
    if (!isDone) throw new ProblemError('SEAT.NOT_FOUND')
  }

  private async newSeat(
    manager: Transaction,
    lesson: LessonRow,
    wish: SeatWish,
    { name, foldedName, pupilId, extraPercent }: Named,
    token: string,
  ): Promise<Seating> {
    await this.demandRoom(manager, lesson)
    const { settings, state } = lesson
    const isLate = settings.until === null && state.phase !== 'lobby'
    const seat = await this.seats.insert(manager, lesson, {
      name,
      foldedName,
      pupilId,
      extraPercent,
      team: await this.teamFor(manager, lesson, wish.team),
      tokenHash: hashOf(token),
      deviceHash: hashOf(wish.device),
      joinedPlace: isLate ? state.place : 0,
      // CR-30: the floor was taken at the start; who comes later can be brought onto it.
      floor: isLate && settings.mode === 'bell' ? 'reserve' : null,
    })
    return { kind: 'seated', token, lesson, seat }
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

  /** CR-50: who the device says it is, by the lesson's rule for names; without a name one is made. */
  private async identity(lesson: LessonRow, { name, pupilId, accountName }: SeatWish) {
    const { names } = lesson.settings
    if (names === 'roster') {
      const pupil = pupilId && lesson.classId ? await this.classes.pupil(lesson.classId, pupilId) : null
      if (!pupil) throw new ProblemError('SEAT.NAME_REFUSED')
      return { name: pupil.name, pupilId: pupil.id, extraPercent: pupil.extraPercent }
    }
    if (names === 'generated') return { name: null, pupilId: null, extraPercent: 0 }
    const typed = accountName ?? name
    if (typed === '') return { name: null, pupilId: null, extraPercent: 0 }
    const checked = seatName(typed)
    if ('problem' in checked) throw new ProblemError('SEAT.NAME_REFUSED')
    return { name: checked.name, pupilId: null, extraPercent: 0 }
  }

  /** A seat that stands in the way, and what follows from it; null: the way is free. */
  private async taken(
    manager: Transaction,
    lesson: LessonRow,
    wish: SeatWish,
    wanted: Named,
    token: string,
    atMs: number,
  ): Promise<Seating | 'other-name' | null> {
    const deviceHash = hashOf(wish.device)
    const others = await this.seats.conflicts(manager, lesson.id, { ...wanted, deviceHash })
    const own = others.find(({ isSameDevice, removedAt }) => isSameDevice && !removedAt)
    if (own) {
      // The same device again: its seat, whatever name it says now.
      await this.seats.giveTo(manager, lesson.id, own.number, hashOf(token), deviceHash)
      return { kind: 'seated', token, lesson, seat: own }
    }
    if (wanted.isMade) {
      if (others.some(({ isSameDevice }) => isSameDevice)) throw new ProblemError('SEAT.REMOVED')
      return others.length > 0 ? 'other-name' : null
    }
    // Who was removed stays removed, by device, by name and by place in the class list.
    if (others.some(({ removedAt }) => removedAt)) throw new ProblemError('SEAT.REMOVED')
    const other = others.find(({ isSamePupil, isSameName }) => isSamePupil || isSameName)
    if (!other) return null
    const asked = await this.requests.ask(manager, lesson, other, deviceHash, atMs)
    if (asked !== 'admitted') return asked
    await this.seats.giveTo(manager, lesson.id, other.number, hashOf(token), deviceHash)
    return { kind: 'seated', token, lesson, seat: other }
  }

  private async demandRoom(manager: Transaction, lesson: LessonRow): Promise<void> {
    const { state, settings } = lesson
    if (state.isLobbyLocked) throw new ProblemError('SEAT.LOBBY_LOCKED')
    const isOver =
      settings.until === null ? state.phase === 'podium' : state.phase !== 'lobby' && state.phase !== 'open'
    if (isOver || state.phase === 'ended') throw new ProblemError('SEAT.TOO_LATE')
    // In a race and in homework nobody is late while it is open: whoever comes later has less time.
    const isLate = settings.until === null && state.phase !== 'lobby'
    if (isLate && settings.late === 'refused') throw new ProblemError('SEAT.TOO_LATE')
    if ((await this.seats.count(manager, lesson.id)) >= MOST_SEATS)
      throw new ProblemError('SEAT.FULL', { most: MOST_SEATS })
  }

  /** CR-24: the team that was asked for; without a wish the one with the fewest, so that teams fill evenly. */
  private async teamFor(manager: Transaction, lesson: LessonRow, wish: number | null): Promise<number | null> {
    const numbers = teamsOf(lesson.settings).map(({ number }) => number)
    if (numbers.length === 0) return null
    if (wish !== null && numbers.includes(wish)) return wish
    const sizes = await this.seats.teamSizes(manager, lesson.id)
    return numbers.reduce((least, number) => ((sizes.get(number) ?? 0) < (sizes.get(least) ?? 0) ? number : least))
  }
}
