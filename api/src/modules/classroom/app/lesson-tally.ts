import { Injectable } from '@nestjs/common'
import type { LessonRevealData, LessonStandingData } from '@thiso/contracts'
import type { KeyRow } from '../../item-bank/index.js'
import type { LessonRow } from '../infra/lesson.repository.js'
import { type Seat, SeatRepository } from '../infra/seat.repository.js'
import type { Floors } from './asked-places.js'
import { LessonPlay, toldPlaces } from './lesson-play.js'
import type { ScoredAnswer } from './scored-answer.js'

/** What is told of a lesson as it stands, worked out once. */
export interface Tally {
  seats: Seat[]
  teams: Map<number, number | null>
  /** Answers to the places that may be told, by seat. */
  bySeat: Map<number, ScoredAnswer[]>
  /** The same, place after place. */
  scored: ScoredAnswer[]
  floors: Floors
}

interface Kept {
  version: number
  at: number
  tally: Promise<Tally>
  keys: Map<number, Promise<KeyRow | null>>
  reveals: Map<number, Promise<LessonRevealData>>
  board: Promise<LessonStandingData[]> | null
}

/** For how long seats may have other names than they have now; answers to told places never change. */
const FRESH_MS = 1_000
const FORGOTTEN_MS = 10_000

/**
 * The same sums for everybody who asks within a moment: when a class comes back after a fall, each device asks how it stands, and working
 * that out from all answers for each of them would grow with the square of the class.
 */
@Injectable()
export class LessonTally {
  private readonly kept = new Map<string, Kept>()

  constructor(
    private readonly play: LessonPlay,
    private readonly seats: SeatRepository,
  ) {}

  of(lesson: LessonRow): Promise<Tally> {
    return this.keep(lesson).tally
  }

  /** CR-11: only of a place that is revealed. */
  reveal(lesson: LessonRow, place: number): Promise<LessonRevealData> {
    const kept = this.keep(lesson)
    const known = kept.reveals.get(place)
    if (known) return known
    const reveal = this.remembered(lesson.id, kept, async () =>
      kept.tally.then(({ seats, floors }) => this.play.reveal(lesson, place, seats, floors)),
    )
    kept.reveals.set(place, reveal)
    return reveal
  }

  /** Only of a place that is revealed. */
  key(lesson: LessonRow, place: number): Promise<KeyRow | null> {
    const kept = this.keep(lesson)
    const known = kept.keys.get(place)
    if (known) return known
    const key = this.remembered(lesson.id, kept, () => this.play.keyOf(lesson, place))
    kept.keys.set(place, key)
    return key
  }

  board(lesson: LessonRow): Promise<LessonStandingData[]> {
    const kept = this.keep(lesson)
    kept.board ??= this.remembered(lesson.id, kept, async () => {
      const { seats, scored } = await kept.tally
      return this.play.board(lesson, seats, scored)
    })
    return kept.board
  }

  private keep(lesson: LessonRow): Kept {
    const now = performance.now()
    const known = this.kept.get(lesson.id)
    if (known && known.version === lesson.state.version && now - known.at < FRESH_MS) return known
    for (const [id, { at }] of this.kept) if (now - at > FORGOTTEN_MS) this.kept.delete(id)
    const kept: Kept = {
      version: lesson.state.version,
      at: now,
      tally: this.count(lesson),
      keys: new Map(),
      reveals: new Map(),
      board: null,
    }
    this.kept.set(lesson.id, kept)
    kept.tally.catch(() => this.forget(lesson.id, kept))
    return kept
  }

  private async count(lesson: LessonRow): Promise<Tally> {
    const seats = await this.seats.all(lesson.id)
    const scored = toldPlaces(lesson).size > 0 ? await this.play.allScored(lesson, seats) : []
    const bySeat = new Map<number, ScoredAnswer[]>()
    for (const answer of scored) {
      const own = bySeat.get(answer.seat)
      if (own) own.push(answer)
      else bySeat.set(answer.seat, [answer])
    }
    const floors = await this.play.floors(lesson, seats, scored)
    return { seats, teams: new Map(seats.map(({ number, team }) => [number, team])), bySeat, scored, floors }
  }

  private remembered<T>(lessonId: string, kept: Kept, work: () => Promise<T>): Promise<T> {
    const value = work()
    value.catch(() => this.forget(lessonId, kept))
    return value
  }

  private forget(lessonId: string, kept: Kept): void {
    if (this.kept.get(lessonId) === kept) this.kept.delete(lessonId)
  }
}
