import { setImmediate as breathe } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import type { LessonStandingData } from '@thiso/contracts'
import type { Topic } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Author } from '../../item-bank/index.js'
import type { PupilRow } from '../infra/class.repository.js'
import { LessonRepository, type LessonRow } from '../infra/lesson.repository.js'
import { type Seat, SeatRepository } from '../infra/seat.repository.js'
import { askedOf, type Floors } from './asked-places.js'
import { LessonPlay, toldPlaces } from './lesson-play.js'
import type { ScoredAnswer } from './scored-answer.js'
import { LessonTally } from './lesson-tally.js'
import { teamsOf } from './teams.js'

/** As the bars of an item name its options. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** So many seats are worked out before others get their turn. */
const AT_ONCE = 200
const NO_TEXT = { vi: '', en: '' }

export type LessonReport = Awaited<ReturnType<LessonReports['of']>>
export type ClassReport = Awaited<ReturnType<LessonReports['ofClass']>>

/** What a class knew: of a lesson, and of a class over its lessons. Worked out from the answers each time. */
@Injectable()
export class LessonReports {
  constructor(
    private readonly lessons: LessonRepository,
    private readonly seats: SeatRepository,
    private readonly play: LessonPlay,
    private readonly tally: LessonTally,
  ) {}

  /** CR-70: the report of a lesson; of one that still runs as far as it has been told. */
  async of(actor: Author, lessonId: string) {
    const lesson = await this.lessons.find(lessonId)
    if (lesson?.ownerId !== actor.accountId) throw new ProblemError('LESSON.NOT_FOUND')
    const seats = await this.seats.all(lesson.id)
    const scored = await this.play.allScored(lesson, seats)
    const standings = await this.play.board(lesson, seats, scored)
    await breathe()
    const floors = await this.play.floors(lesson, seats, scored)
    await breathe()
    const items = []
    const byPlace = groups(scored, ({ place }) => place)
    // One after the other: a lesson of thousands is looked at while another one is played.
    for (let place = 1; place <= lesson.places.length; place++) {
      items.push(await this.item(lesson, place, seats, floors, byPlace.get(place) ?? []))
      await breathe()
    }
    return {
      lesson,
      settings: lesson.settings,
      seatCount: seats.filter(({ removedAt }) => !removedAt).length,
      items,
      seats: await seatRows(lesson, seats, standings, floors, scored),
      standings,
      topics: topicsOf(items),
    }
  }

  /** One place of the report. Only what has been told stands there: it may be open on the screen that the class sees. */
  private async item(lesson: LessonRow, place: number, seats: Seat[], floors: Floors, own: readonly ScoredAnswer[]) {
    const stored = lesson.places[place - 1] as LessonRow['places'][number]
    const isSkipped = lesson.state.skipped.includes(place)
    const isTold = toldPlaces(lesson).has(place)
    const reveal = isTold ? await this.play.reveal(lesson, place, seats, floors, own) : null
    const seatCount = reveal?.seatCount ?? 0
    const rightCount = own.filter(({ isRight }) => isRight).length
    const texts = reveal?.review?.options.map(({ text }) => text) ?? stored.choices.map((vi) => ({ vi, en: '' }))
    const bars = (reveal?.bars ?? []).map((bar) => ({ ...bar, text: texts[LETTERS.indexOf(bar.label)] ?? NO_TEXT }))
    const wrong = bars.filter((bar) => !bar.isRight && bar.label !== '✗')
    const most = wrong.sort((a, b) => b.count - a.count)[0]
    return {
      place,
      section: stored.section,
      kind: stored.kind,
      stem: reveal?.review?.stem ?? { vi: isTold || isSkipped ? stored.prompt : '', en: '' },
      isSkipped,
      isHeld: isTold && (await this.play.isHeld(lesson, place)),
      answeredCount: own.length,
      rightCount,
      seatCount,
      rightShare: stored.kind === 'item' && seatCount > 0 ? rightCount / seatCount : null,
      meanTimeS: meanTime(own),
      bars,
      misconception:
        stored.kind === 'item' && most && most.count >= 2
          ? { label: most.label, text: most.text, count: most.count }
          : null,
      review: reveal?.review ?? null,
    }
  }

  /** CR-71: what one seat sees at the end: what was right, what to study, what the class said in polls and word clouds. */
  async ofSeat(lesson: LessonRow, seat: Seat) {
    // A whole class asks for this when the lesson ends.
    const { bySeat, floors } = await this.tally.of(lesson)
    const scored = bySeat.get(seat.number) ?? []
    const told = [...toldPlaces(lesson)].sort((a, b) => a - b)
    const items = scoredPlaces(lesson, told)
    const asked = askedOf(lesson, seat, items, floors, scored)
    const reviews = []
    for (const place of asked) {
      const own = scored.find((answer) => answer.place === place)
      const key = await this.tally.key(lesson, place)
      const review = key && (await this.play.reviewOf(lesson, place, key, own?.response ?? null))
      if (review) reviews.push(review)
    }
    // CR-14: of what a contest round holds nothing is told until it is over.
    const heldCount = asked.length - reviews.length
    const topics = [...groups(reviews, ({ topic }) => topic)].map(([topic, own]) => ({
      topic,
      rightCount: own.filter(({ isRight }) => isRight).length,
      askedCount: own.length,
    }))
    topics.sort((a, b) => a.rightCount / a.askedCount - b.rightCount / b.askedCount)
    const opinions = []
    for (const place of told.filter((each) => !items.includes(each))) {
      const item = await this.play.item(lesson, place)
      if (item) opinions.push({ item, bars: (await this.tally.reveal(lesson, place)).bars })
    }
    const rightCount = scored.filter(({ isRight }) => isRight).length
    return { rightCount, askedCount: asked.length, topics, reviews, heldCount, opinions }
  }

  /** CR-72: a class over its lessons, the newest first. */
  async ofClass(actor: Author, classId: string, pupils: readonly PupilRow[]) {
    const lessons = await this.lessons.endedOfClass(actor.accountId, classId)
    const keys = await this.play.keysOfTold(lessons)
    const columns: ClassColumn[] = []
    // One after the other: a year of lessons must not take every connection to the database.
    for (const lesson of lessons) {
      const seats = await this.seats.all(lesson.id)
      const scored = await this.play.allScored(lesson, seats, keys)
      const floors = await this.play.floors(lesson, seats, scored)
      const items = scoredPlaces(lesson, [...toldPlaces(lesson)])
      columns.push({ lesson, seats, floors, items, bySeat: groups(scored, ({ seat }) => seat) })
    }
    return {
      lessons: columns.map(({ lesson, seats }) => ({
        lesson,
        seatCount: seats.filter(({ removedAt }) => !removedAt).length,
      })),
      progress: pupils.map(({ id }) => ({
        pupilId: id,
        lessons: columns.map(({ lesson, seats, floors, items, bySeat }) => {
          const seat = seats.find(({ pupilId, removedAt }) => pupilId === id && !removedAt)
          if (!seat) return null
          const own = bySeat.get(seat.number) ?? []
          return {
            lessonId: lesson.id,
            rightCount: own.filter(({ isRight }) => isRight).length,
            askedCount: askedOf(lesson, seat, items, floors, own).length,
          }
        }),
      })),
    }
  }
}

/**
 * CR-70: the seats of a report, in the order of their numbers. Polls and word clouds ask for no knowledge: they count neither as asked nor
 * as answered.
 */
async function seatRows(
  lesson: LessonRow,
  seats: readonly Seat[],
  standings: readonly LessonStandingData[],
  floors: Floors,
  scored: readonly ScoredAnswer[],
) {
  const places = scoredPlaces(lesson, [...toldPlaces(lesson)])
  const isScored = new Set(places)
  const bySeat = groups(
    scored.filter(({ place }) => isScored.has(place)),
    ({ seat }) => seat,
  )
  const teams = new Map(teamsOf(lesson.settings).map(({ number, name }) => [number, name]))
  const ranks = new Map(standings.map(({ seat, team, rank }) => [seat === null ? `team ${team}` : seat, rank]))
  await breathe()
  const rows = []
  for (const [index, seat] of seats.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await breathe()
    const own = bySeat.get(seat.number) ?? []
    const shares: (number | null)[] = lesson.places.map(() => null)
    for (const { place, share } of own) shares[place - 1] = share
    rows.push({
      seat: seat.number,
      name: seat.name,
      team: seat.team === null ? null : (teams.get(seat.team) ?? null),
      isRemoved: seat.removedAt !== null,
      isLate: seat.joinedPlace > 0,
      floor: lesson.settings.mode === 'bell' ? (seat.floor ?? ('on' as const)) : null,
      outAt: seat.outAt,
      rank: ranks.get(seat.number) ?? ranks.get(`team ${seat.team}`) ?? null,
      rightCount: own.filter(({ isRight }) => isRight).length,
      askedCount: askedOf(lesson, seat, places, floors, own).length,
      answeredCount: own.length,
      points: own.reduce((total, { points, bonus }) => total + points + bonus, 0),
      meanTimeS: meanTime(own),
      shares,
    })
  }
  return rows
}

/** Seconds; null without an answer. */
function meanTime(answers: readonly ScoredAnswer[]): number | null {
  return answers.length > 0 ? answers.reduce((total, { timeMs }) => total + timeMs, 0) / answers.length / 1000 : null
}

/** One lesson of a class. */
interface ClassColumn {
  lesson: LessonRow
  seats: Seat[]
  floors: Floors
  /** Scored places that are told. */
  items: number[]
  bySeat: Map<number, ScoredAnswer[]>
}

interface ToldItem {
  review: { topic: Topic } | null
  answeredCount: number
  rightCount: number
  seatCount: number
}

/** Shares are of those who could answer, as they are for each item. */
function topicsOf(items: readonly ToldItem[]) {
  const told = items.flatMap((item) => (item.review ? [{ ...item, topic: item.review.topic }] : []))
  return [...groups(told, ({ topic }) => topic)].map(([topic, own]) => {
    const sum = (of: (item: ToldItem) => number) => own.reduce((total, item) => total + of(item), 0)
    const asked = sum(({ seatCount }) => seatCount)
    return {
      topic,
      answeredCount: sum(({ answeredCount }) => answeredCount),
      rightShare: asked > 0 ? sum(({ rightCount }) => rightCount) / asked : null,
    }
  })
}

function scoredPlaces({ places }: LessonRow, told: readonly number[]): number[] {
  return told.filter((place) => places[place - 1]?.kind === 'item')
}

function groups<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const found = new Map<K, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = found.get(key)
    if (group) group.push(row)
    else found.set(key, [row])
  }
  return found
}
