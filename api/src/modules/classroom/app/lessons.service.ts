import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { LIMIT_S, type LessonSettings, PIN_LENGTH } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { AuditService } from '../../audit/index.js'
import { shownForm } from '../../contests/index.js'
import type { Author } from '../../item-bank/index.js'
import type { StoredSetPlace } from '../infra/class.entities.js'
import { ClassRepository } from '../infra/class.repository.js'
import type { StoredLessonPlace } from '../infra/lesson.entities.js'
import { LessonRepository, type LessonRow } from '../infra/lesson.repository.js'
import { SetRepository } from '../infra/set.repository.js'
import { ClassItems, classSeconds } from './class-items.js'

/** Answers of a lesson that belongs to no class are kept this long (CR-60). */
const KEPT_DAYS = 60
const PIN_TRIES = 50
/** Nobody guesses it, and the QR code stays coarse enough for the last row. */
const DOOR_KEY_BYTES = 8

/** Preparing a lesson: everything that is played is frozen with it. */
@Injectable()
export class LessonsService {
  constructor(
    private readonly lessons: LessonRepository,
    private readonly sets: SetRepository,
    private readonly classes: ClassRepository,
    private readonly items: ClassItems,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * CR-6: a lesson from a set. Items are taken as they are now, each with the order of its options.
   * @throws ProblemError SET.NOT_FOUND, CLASS.NOT_FOUND, LESSON.BAD_SETTINGS, LESSON.PAST_DELETION, LESSON.ROSTER_NEEDED, SET.ITEM_UNUSABLE with the place
   */
  async create(actor: Author, setId: string, classId: string | null, settings: LessonSettings): Promise<LessonRow> {
    const set = await this.sets.find(setId)
    if (set?.ownerId !== actor.accountId) throw new ProblemError('SET.NOT_FOUND')
    const schoolClass = classId === null ? null : await this.classes.find(classId)
    if (classId !== null && schoolClass?.ownerId !== actor.accountId) throw new ProblemError('CLASS.NOT_FOUND')
    const deleteOn = schoolClass?.deleteOn ?? vietnamDay(this.clock.now() + KEPT_DAYS * 86_400_000)
    this.demandSettings(settings, deleteOn)
    if (settings.names === 'roster' && (classId === null || (await this.classes.pupils(classId)).length === 0))
      throw new ProblemError('LESSON.ROSTER_NEEDED')
    const places = await this.freeze(actor, set.places)
    const id = randomUUID()
    for (let tries = 0; tries < PIN_TRIES; tries++) {
      const pin = String(randomInt(10 ** PIN_LENGTH)).padStart(PIN_LENGTH, '0')
      const lesson = { id, ownerId: actor.accountId, classId, title: set.title, pin, settings, places, deleteOn }
      const doorKey = randomBytes(DOOR_KEY_BYTES).toString('base64url')
      const isFree = await this.audit.together(async (manager) => {
        const isWritten = await this.lessons.insert(manager, { ...lesson, doorKey, secret: randomBytes(32) })
        if (isWritten) await this.audit.record(actor.accountId, 'lesson.created', `lesson:${id}`, {}, manager)
        return isWritten
      })
      if (!isFree) continue
      return (await this.lessons.find(id)) as LessonRow
    }
    throw new ProblemError('SERVER.BUSY')
  }

  listOf(actor: Author, state: 'running' | 'ended' | 'all', page: number, size: number) {
    return this.lessons.listOf(actor.accountId, state, page, size)
  }

  /** An own lesson as lists show it. @throws ProblemError LESSON.NOT_FOUND */
  async head(actor: Author, lessonId: string): Promise<{ lesson: LessonRow; seatCount: number }> {
    const lesson = await this.demand(lessonId)
    if (lesson.ownerId !== actor.accountId) throw new ProblemError('LESSON.NOT_FOUND')
    return { lesson, seatCount: await this.lessons.seatCount(lessonId) }
  }

  async demand(lessonId: string): Promise<LessonRow> {
    const lesson = await this.lessons.find(lessonId)
    if (!lesson) throw new ProblemError('LESSON.NOT_FOUND')
    return lesson
  }

  /** CR-60: a lesson with its seats and answers, before its day. @throws ProblemError LESSON.STILL_RUNNING */
  async delete(actor: Author, lessonId: string): Promise<void> {
    const lesson = await this.demand(lessonId)
    if (lesson.ownerId !== actor.accountId) throw new ProblemError('LESSON.NOT_FOUND')
    if (lesson.state.phase !== 'ended' && lesson.state.phase !== 'lobby') throw new ProblemError('LESSON.STILL_RUNNING')
    await this.audit.together(async (manager) => {
      await this.lessons.delete(manager, lessonId)
      await this.audit.record(actor.accountId, 'lesson.deleted', `lesson:${lessonId}`, {}, manager)
    })
  }

  private demandSettings({ mode, until }: LessonSettings, deleteOn: string): void {
    const isOwnPaced = mode === 'race' || mode === 'homework'
    const isAhead = until !== null && Date.parse(until) > this.clock.now()
    if (isOwnPaced !== (until !== null) || (isOwnPaced && !isAhead)) throw new ProblemError('LESSON.BAD_SETTINGS')
    // Also the day itself: what began on it would be deleted while it is played.
    if (vietnamDay(until === null ? this.clock.now() : Date.parse(until)) >= deleteOn)
      throw new ProblemError('LESSON.PAST_DELETION', { day: deleteOn })
  }

  private async freeze(actor: Author, places: readonly StoredSetPlace[]): Promise<StoredLessonPlace[]> {
    const itemIds = places.flatMap(({ itemId }) => (itemId ? [itemId] : []))
    const playable = await this.items.playable(actor, itemIds)
    const versionIds = [...playable.values()].map(({ itemVersionId }) => itemVersionId)
    const delivered = new Map((await this.items.deliver(versionIds)).map((item) => [item.itemVersionId, item]))
    return places.map((place, index) => {
      const { kind, prompt, choices, limitS, points, section } = place
      const common = { kind, prompt, choices, section }
      if (kind !== 'item')
        return {
          ...common,
          itemVersionId: null,
          points: 0,
          limitS: limitS ?? LIMIT_S.preset,
          optionOrder: choices.map((_, at) => at),
          choiceOrder: [],
        }
      const row = place.itemId ? playable.get(place.itemId) : undefined
      const item = row && delivered.get(row.itemVersionId)
      if (!item) throw new ProblemError('SET.ITEM_UNUSABLE', { place: index + 1 })
      const { type, options, choices: right } = item.question
      const counts = { itemVersionId: item.itemVersionId, type, optionCount: options.length, choiceCount: right.length }
      const form = shownForm(new DeterministicRandom(randomBytes(32)), counts)
      return {
        ...common,
        itemVersionId: item.itemVersionId,
        points,
        limitS: limitS ?? classSeconds(item),
        optionOrder: form.optionOrder,
        choiceOrder: form.choiceOrder ?? [],
      }
    })
  }
}
