import { setImmediate as breathe } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import type { LessonItemData, LessonRevealData } from '@thiso/contracts'
import type { ItemResponse } from '@thiso/contracts/vocab'
import type { Transaction } from '../../../platform/db/transaction.js'
import { placeOf, presentQuestion, presentReview } from '../../contests/index.js'
import { type DeliveryItem, gradeResponse, ItemsService, type KeyRow } from '../../item-bank/index.js'
import { answerBars } from '../domain/answer-bars.js'
import { answerPoints } from '../domain/lesson-points.js'
import { isRude } from '../domain/rudeness.js'
import { withMoves } from '../domain/standings.js'
import { CarriedRepository } from '../infra/carried.repository.js'
import { type LessonAnswer, LessonAnswersRepository } from '../infra/lesson-answers.repository.js'
import type { LessonRow } from '../infra/lesson.repository.js'
import type { Seat } from '../infra/seat.repository.js'
import { AskedPlaces, type Floors, wasAsked } from './asked-places.js'
import { HeldPlaces } from './held-places.js'
import { standingsOf } from './lesson-standings.js'
import type { ScoredAnswer } from './scored-answer.js'

const KEPT_ITEMS = 500
/** So many answers are worked on before others get their turn. */
const AT_ONCE = 500

/** What is played: items without their keys while they are open; keys, scores and boards once a place is revealed. */
@Injectable()
export class LessonPlay {
  /** An item version never changes, so what was read once stays true. */
  private readonly delivered = new Map<string, DeliveryItem>()

  constructor(
    private readonly items: ItemsService,
    private readonly answers: LessonAnswersRepository,
    private readonly carried: CarriedRepository,
    private readonly asked: AskedPlaces,
    private readonly held: HeldPlaces,
  ) {}

  /** CR-10: the place as every device may see it while it is open. */
  async item(lesson: LessonRow, place: number): Promise<LessonItemData | null> {
    const stored = lesson.places[place - 1]
    if (!stored) return null
    const { kind, section, limitS, points, prompt, choices } = stored
    const head = { place, kind, section, limitS, points }
    if (stored.itemVersionId === null)
      return {
        ...head,
        type: null,
        stem: { vi: prompt, en: '' },
        options: choices.map((text, index) => ({ token: String(index), text: { vi: text, en: '' } })),
        choices: [],
        unit: '',
      }
    const item = await this.deliver(lesson, stored.itemVersionId)
    return { ...head, ...presentQuestion(this.placeFor(lesson, place, item), item.question) }
  }

  /** The place with its tokens; null for a poll or a word cloud. */
  async tokens(lesson: LessonRow, place: number) {
    const versionId = lesson.places[place - 1]?.itemVersionId
    return versionId ? this.placeFor(lesson, place, await this.deliver(lesson, versionId)) : null
  }

  /**
   * CR-11: what everybody may know of a place that is revealed. Never called before. CR-14: of one that a contest round holds, how many were
   * right and nothing else.
   * @param known the floors, where they are known
   * @param answers to this place, where they are known
   */
  async reveal(
    lesson: LessonRow,
    place: number,
    seats: readonly Seat[],
    known?: Floors,
    answers?: readonly ScoredAnswer[],
  ): Promise<LessonRevealData> {
    const stored = lesson.places[place - 1]
    const scored = answers ?? (await this.scored(lesson, place, seats))
    const answered = new Set(scored.map(({ seat }) => seat))
    const floors = known === undefined ? await this.floors(lesson, seats) : known
    const playing = seats.filter(
      (seat) => seat.removedAt === null && wasAsked(lesson, seat, place, floors, answered.has(seat.number)),
    )
    const shown = await fitToShow(scored)
    const counts = {
      place,
      answeredCount: scored.length,
      rightCount: scored.filter(({ isRight }) => isRight).length,
      seatCount: playing.length,
    }
    if (await this.isHeld(lesson, place)) return { ...counts, review: null, bars: [] }
    if (!stored?.itemVersionId)
      return {
        ...counts,
        review: null,
        bars: answerBars(null, stored?.choices ?? [], shown),
      }
    const [item, key] = await Promise.all([
      this.deliver(lesson, stored.itemVersionId),
      this.key(lesson, stored.itemVersionId),
    ])
    const form = this.placeFor(lesson, place, item)
    return {
      ...counts,
      review: { position: place, topic: item.topic, ...presentReview(form, item.question, key, null), ruling: null },
      bars: answerBars({ order: stored.optionOrder, question: item.question, key: key.key }, [], shown),
    }
  }

  /** The key of a place; null for a poll or a word cloud. Only after the reveal. */
  async keyOf(lesson: LessonRow, place: number): Promise<KeyRow | null> {
    const versionId = lesson.places[place - 1]?.itemVersionId
    return versionId ? this.key(lesson, versionId) : null
  }

  /** CR-14: nothing is told of what a contest round holds, until it is over. */
  async isHeld(lesson: LessonRow, place: number): Promise<boolean> {
    return (await this.held.of(lesson)).has(place)
  }

  /** What one seat's answer looks like beside the key; only after the reveal. CR-14: null while a contest round holds the item */
  async reviewOf(lesson: LessonRow, place: number, key: KeyRow, response: ItemResponse | null) {
    const versionId = lesson.places[place - 1]?.itemVersionId
    if (!versionId || (await this.isHeld(lesson, place))) return null
    const item = await this.deliver(lesson, versionId)
    return {
      position: place,
      topic: item.topic,
      ...presentReview(this.placeFor(lesson, place, item), item.question, key, response),
      ruling: null,
    }
  }

  /** CR-20 to CR-22: the answers to a place with what each brought. */
  async scored(
    lesson: LessonRow,
    place: number,
    seats: readonly Seat[],
    manager?: Transaction,
  ): Promise<ScoredAnswer[]> {
    return withoutRemoved(await this.scoredByAll(lesson, place, seats, manager), seats)
  }

  /** bell: those of removed seats too, whose floor goes on with the others'. */
  async scoredByAll(lesson: LessonRow, place: number, seats: readonly Seat[], manager?: Transaction) {
    return this.score(lesson, await this.answers.ofPlace(lesson.id, place, manager), seats, manager)
  }

  /** bell: the floor when each place was opened; null elsewhere. */
  async floors(lesson: LessonRow, seats: readonly Seat[], scored?: readonly ScoredAnswer[]): Promise<Floors> {
    if (lesson.settings.mode !== 'bell') return null
    // What counts of a seat that was removed nowhere else tells where it would stand.
    const isWhole = scored && seats.every(({ removedAt }) => removedAt === null)
    return this.asked.floors(lesson, seats, isWhole ? scored : await this.allTold(lesson, seats))
  }

  /**
   * Everything answered in the lesson so far, scored; places that are not revealed yet and skipped ones are left out.
   * @param keys of item versions, where they are known
   */
  async allScored(
    lesson: LessonRow,
    seats: readonly Seat[],
    keys?: ReadonlyMap<string, KeyRow>,
  ): Promise<ScoredAnswer[]> {
    return withoutRemoved(await this.allTold(lesson, seats, keys), seats)
  }

  private async allTold(
    lesson: LessonRow,
    seats: readonly Seat[],
    keys?: ReadonlyMap<string, KeyRow>,
  ): Promise<ScoredAnswer[]> {
    const told = toldPlaces(lesson)
    if (told.size === 0) return []
    const all = await this.answers.ofPlaces(lesson.id, [...told])
    return this.score(lesson, all.flat(), seats, undefined, keys)
  }

  /** CR-23, CR-24: the board; `before` is what it was a place earlier. @param known what `allScored` gave, where it is known */
  async board(lesson: LessonRow, seats: readonly Seat[], known?: readonly ScoredAnswer[]) {
    const scored = known ?? (await this.allScored(lesson, seats))
    const { place } = lesson.state
    const earlier = scored.filter((answer) => answer.place < place)
    const floor = (await this.floors(lesson, seats, scored))?.get(place)
    const then = seats.map((seat) => ({ ...seat, ...floor?.get(seat.number) }))
    const before = earlier.length === 0 ? [] : standingsOf(lesson, then, earlier)
    await breathe()
    return withMoves(before, standingsOf(lesson, seats, scored))
  }

  private async score(
    lesson: LessonRow,
    answers: readonly LessonAnswer[],
    seats: readonly Seat[],
    manager?: Transaction,
    known?: ReadonlyMap<string, KeyRow>,
  ): Promise<ScoredAnswer[]> {
    const keys =
      known && !lesson.isCarriedIn
        ? known
        : await this.keys(lesson, new Set(answers.map(({ place }) => place)), manager)
    const extra = new Map(seats.map(({ number, extraPercent }) => [number, extraPercent]))
    const counting = lesson.places.filter(({ kind, points }) => kind === 'item' && points > 0)
    const frame = {
      leastPoints: Math.min(...counting.map(({ points }) => points), Number.POSITIVE_INFINITY),
      placeCount: Math.max(1, counting.length),
    }
    const found: ScoredAnswer[] = []
    const shares = new ResponseShares()
    for (const [index, { place, seat, response, timeMs }] of answers.entries()) {
      if (index % AT_ONCE === AT_ONCE - 1) await breathe()
      const stored = lesson.places[place - 1]
      const key = keys.get(stored?.itemVersionId ?? '')
      const share = key ? shares.of(place, key, response) : 0
      const limitMs = (stored?.limitS ?? 0) * 1000 * (1 + (extra.get(seat) ?? 0) / 100)
      const { points, bonus } =
        key && stored && stored.points > 0
          ? answerPoints(lesson.settings.scoring, { share, timeMs, limitMs, points: stored.points }, frame)
          : NOTHING
      found.push({ place, seat, response, timeMs, share, isRight: share >= 1, points, bonus })
    }
    return found
  }

  private placeFor(lesson: LessonRow, place: number, item: DeliveryItem) {
    const { optionOrder = [], choiceOrder = [] } = lesson.places[place - 1] ?? {}
    const { itemVersionId, question } = item
    return placeOf(lesson.secret, lesson.id, place, { itemVersionId, type: question.type, optionOrder, choiceOrder })
  }

  private async deliver(lesson: LessonRow, itemVersionId: string): Promise<DeliveryItem> {
    const known = this.delivered.get(itemVersionId)
    if (known) return known
    const [item] = lesson.isCarriedIn
      ? await this.carried.deliver(lesson.id, [itemVersionId])
      : await this.items.deliver([itemVersionId])
    if (!item) throw new Error(`no item version ${itemVersionId}`)
    if (this.delivered.size >= KEPT_ITEMS) this.delivered.clear()
    this.delivered.set(itemVersionId, item)
    return item
  }

  private async key(lesson: LessonRow, itemVersionId: string): Promise<KeyRow> {
    const row = (await this.keysOf(lesson, [itemVersionId])).get(itemVersionId)
    if (!row) throw new Error(`no key for item version ${itemVersionId}`)
    return row
  }

  /** Keys of all that is told of these lessons, read at once; of lessons that were played elsewhere they stand with each. */
  async keysOfTold(lessons: readonly LessonRow[]): Promise<ReadonlyMap<string, KeyRow>> {
    const ids = lessons.flatMap((lesson) =>
      lesson.isCarriedIn
        ? []
        : [...toldPlaces(lesson)].flatMap((place) => lesson.places[place - 1]?.itemVersionId ?? []),
    )
    const rows = ids.length > 0 ? await this.items.keys([...new Set(ids)]) : []
    return new Map(rows.map((row) => [row.itemVersionId, row]))
  }

  /** Keys of places, by item version. */
  private async keys(lesson: LessonRow, places: ReadonlySet<number>, manager?: Transaction) {
    const ids = new Set([...places].flatMap((place) => lesson.places[place - 1]?.itemVersionId ?? []))
    const keys = await this.keysOf(lesson, [...ids], manager)
    for (const id of ids) if (!keys.has(id)) throw new Error(`no key for item version ${id}`)
    return keys
  }

  private async keysOf({ id, isCarriedIn }: LessonRow, itemVersionIds: readonly string[], manager?: Transaction) {
    if (itemVersionIds.length === 0) return new Map<string, KeyRow>()
    const rows = isCarriedIn
      ? await this.carried.keys(id, itemVersionIds)
      : await this.items.keys(itemVersionIds, manager)
    return new Map(rows.map((row) => [row.itemVersionId, row]))
  }
}

/** Places whose answers may be told: played ones up to the revealed one, without those that were skipped. */
export function toldPlaces({
  state,
  places,
  settings,
}: Pick<LessonRow, 'state'> & {
  places: readonly unknown[]
  settings: { until?: string | null | undefined }
}): Set<number> {
  const isOpen = state.phase === 'open' || state.phase === 'locked'
  const isOwnPaced = settings.until != null
  const last = isOpen ? (isOwnPaced ? 0 : state.place - 1) : state.place
  const told = new Set(places.map((_, index) => index + 1).filter((place) => place <= last))
  for (const place of state.skipped) told.delete(place)
  return told
}

const NOTHING = { points: 0, bonus: 0 }

/** What responses gain, each worked out once: of a thousand answers most are the same. */
class ResponseShares {
  private readonly known = new Map<string, number>()

  of(place: number, { key }: KeyRow, response: ItemResponse): number {
    const sign = `${place} ${typeof response === 'string' ? `"${response}` : response.join(' ')}`
    const known = this.known.get(sign)
    if (known !== undefined) return known
    const share = gradeResponse(key, response)
    this.known.set(sign, share)
    return share
  }
}

/** CR-12: rude words are shown nowhere, neither in a cloud nor among typed answers; they are counted. */
async function fitToShow(scored: readonly ScoredAnswer[]): Promise<ScoredAnswer[]> {
  const rude = new Map<string, boolean>()
  const found: ScoredAnswer[] = []
  for (const [index, answer] of scored.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await breathe()
    const { response, isRight } = answer
    if (typeof response === 'string' && !isRight) {
      const isNamed = rude.get(response) ?? isRude(response)
      rude.set(response, isNamed)
      if (isNamed) continue
    }
    found.push(answer)
  }
  return found
}

/** CR-23: who was removed counts nowhere. */
function withoutRemoved(scored: readonly ScoredAnswer[], seats: readonly Seat[]): ScoredAnswer[] {
  const removed = new Set(seats.filter(({ removedAt }) => removedAt).map(({ number }) => number))
  return scored.filter(({ seat }) => !removed.has(seat))
}
