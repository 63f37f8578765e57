import { Injectable } from '@nestjs/common'
import type {
  HostViewData,
  LessonItemData,
  LessonRevealData,
  LessonStepData,
  SeatRowData,
  SeatViewData,
} from '@thiso/contracts'
import { Clock } from '../../../kernel/clock.js'
import { writeAnswer } from '../../contests/index.js'
import { closesAtFor } from '../domain/lesson-state.js'
import { LessonAnswersRepository } from '../infra/lesson-answers.repository.js'
import type { LessonRow } from '../infra/lesson.repository.js'
import { type Seat, SeatRepository } from '../infra/seat.repository.js'
import { Doors } from './doors.js'
import { LessonPlay, toldPlaces } from './lesson-play.js'
import { LessonTally } from './lesson-tally.js'
import { extraOf } from './own-pace.js'
import { SeatRequests } from './seat-requests.js'
import { teamsOf } from './teams.js'

const instant = (ms: number | null) => (ms === null ? null : new Date(Math.round(ms)).toISOString())

/** What devices are shown. One place decides what may be told when: `toldPlaces` and the phase. */
@Injectable()
export class LessonViews {
  constructor(
    private readonly play: LessonPlay,
    private readonly tally: LessonTally,
    private readonly seats: SeatRepository,
    private readonly answers: LessonAnswersRepository,
    private readonly requests: SeatRequests,
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  step({ id, places, state, settings }: LessonRow): LessonStepData {
    return {
      lessonId: id,
      version: state.version,
      phase: state.phase,
      place: state.place,
      placeCount: places.length,
      opensAt: instant(state.opensAt),
      closesAt: instant(state.closesAt),
      pausedAt: instant(state.pausedAt),
      pause: state.pause,
      stoodMs: Math.round(state.stoodMs),
      // At an own pace the last place stands for all.
      isSkipped: settings.until === null && state.skipped.includes(state.place),
      isLobbyLocked: state.isLobbyLocked,
      areReactionsOn: state.areReactionsOn,
      serverTime: instant(this.clock.now()) as string,
    }
  }

  async host(lesson: LessonRow): Promise<HostViewData> {
    const { state, settings, places } = lesson
    const seats = await this.seats.all(lesson.id)
    const isHostPaced = settings.until === null
    const isShown = isHostPaced && state.place > 0 && state.phase !== 'podium' && state.phase !== 'ended'
    const isTold =
      isShown && (state.phase === 'revealed' || state.phase === 'board') && !state.skipped.includes(state.place)
    const [item, reveal, progress, requests, standings] = await Promise.all([
      isShown ? this.play.item(lesson, state.place) : null,
      isTold ? this.play.reveal(lesson, state.place, seats) : null,
      this.answers.progress(lesson.id, state.place),
      this.requests.toTell(lesson),
      this.isBoardShown(lesson) ? this.play.board(lesson, seats) : [],
    ])
    return {
      id: lesson.id,
      title: lesson.title,
      pin: lesson.pin,
      door: this.doors.ofPupils(lesson),
      settings,
      className: lesson.className,
      step: this.step(lesson),
      item,
      reveal,
      answeredCount: progress.answeredCount,
      seats: seats.map((seat) => presentSeat(lesson, seat)),
      requests,
      standings,
      teams: teamsOf(settings),
      sections: places.flatMap(({ section }, index) => (section ? [{ place: index + 1, title: section }] : [])),
    }
  }

  /** CR-10: what a seat's device may know at this moment. */
  async seat(lesson: LessonRow, seat: Seat): Promise<SeatViewData> {
    const { state, settings } = lesson
    const isOwnPaced = settings.until !== null
    const place = isOwnPaced ? seat.ownPlace : state.place
    const isOpen = state.phase === 'open' || state.phase === 'locked'
    const isPlayed =
      place > 0 &&
      (isOwnPaced ? isOpen && place <= lesson.places.length : state.phase !== 'podium' && state.phase !== 'ended')
    const told = toldPlaces(lesson)
    const isTold = !isOpen && told.has(place) && !isOwnPaced
    const [item, answer, tokens, standings, reveal, scored] = await Promise.all([
      isPlayed ? this.play.item(lesson, place) : null,
      place > 0 ? this.answers.one(lesson.id, place, seat.number) : null,
      isPlayed ? this.play.tokens(lesson, place) : null,
      this.isBoardShown(lesson) ? this.tally.board(lesson) : [],
      isTold ? this.tally.reveal(lesson, place) : null,
      told.size > 0 ? this.tally.of(lesson).then(({ bySeat }) => bySeat.get(seat.number) ?? []) : [],
    ])
    const own = scored.find((each) => each.place === place)
    return {
      lessonId: lesson.id,
      title: lesson.title,
      seat: presentSeat(lesson, seat),
      mode: settings.mode,
      settings: { mode: settings.mode, scoring: settings.scoring, names: settings.names, teams: settings.teams },
      teamName: teamsOf(settings).find(({ number }) => number === seat.team)?.name ?? null,
      step: this.step(lesson),
      ownPlace: isOwnPaced ? seat.ownPlace : null,
      playsFrom: isOwnPaced ? 1 : seat.joinedPlace + 1,
      item,
      answer: answer && (tokens ? writeAnswer(tokens, answer.response) : String(answer.response)),
      isAnswered: answer !== null,
      reveal,
      outcome: isTold && own ? { isRight: own.isRight, share: own.share, points: own.points, bonus: own.bonus } : null,
      standing:
        standings.find((row) => (row.seat === null ? row.team === seat.team : row.seat === seat.number)) ?? null,
      rightCount: scored.filter(({ isRight }) => isRight).length,
      closesAt: isOpen ? instant(closesAtFor(state, extraOf(lesson, seat), lesson.goneMs)) : null,
    }
  }

  /** CR-36: a place as everybody was told it, to teach from it again; null while it is not told, or when it counts for nobody. */
  async told(lesson: LessonRow, place: number): Promise<{ item: LessonItemData; reveal: LessonRevealData } | null> {
    if (!toldPlaces(lesson).has(place) || (await this.play.isHeld(lesson, place))) return null
    const [item, reveal] = await Promise.all([this.play.item(lesson, place), this.tally.reveal(lesson, place)])
    return item && { item, reveal }
  }

  /**
   * CR-25: the board is shown where the settings say so, and at the end; where the last place is skipped the podium alone tells it.
   * CR-35: a homework has no podium that anybody waits for.
   */
  isBoardShown({ state, settings, places }: LessonRow): boolean {
    if (state.phase === 'podium' || state.phase === 'ended') return true
    if (settings.mode === 'homework') return state.phase === 'revealed' || state.phase === 'board'
    if (state.phase !== 'board') return false
    // Where the last place is skipped the lesson stands there without anybody having asked for the board.
    if (state.place >= places.length && state.skipped.includes(state.place)) return false
    if (settings.board === 'each') return true
    if (settings.board === 'end') return false
    const next = places[state.place]
    return next === undefined || next.section !== ''
  }
}

export function presentSeat(lesson: LessonRow, seat: Seat): SeatRowData {
  return {
    seat: seat.number,
    name: seat.name,
    team: seat.team,
    isHere: seat.isHere,
    isRemoved: seat.removedAt !== null,
    isLate: seat.joinedPlace > 0,
    extraPercent: seat.extraPercent,
    floor: lesson.settings.mode === 'bell' ? (seat.floor ?? 'on') : null,
    outAt: lesson.settings.mode === 'bell' ? seat.outAt : null,
    ownPlace: seat.ownPlace,
  }
}
