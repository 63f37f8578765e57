import { Injectable } from '@nestjs/common'
import { ItemsService } from '../../item-bank/index.js'
import { LessonRepository, type LessonRow } from '../infra/lesson.repository.js'

/** For how long it is taken as known which places are held; rounds are published days before they open. */
const FRESH_MS = 2_000
const MOST_KEPT = 500

/**
 * CR-14: places whose items a contest round holds (IB-11). A lesson is made with items that are free; a round may be published at any time
 * after that.
 */
@Injectable()
export class HeldPlaces {
  private readonly kept = new Map<string, { at: number; places: Promise<ReadonlySet<number>> }>()

  constructor(
    private readonly items: ItemsService,
    private readonly lessons: LessonRepository,
  ) {}

  /** As it was within the last seconds. */
  of(lesson: LessonRow): Promise<ReadonlySet<number>> {
    return this.keep(lesson.id, () => this.now(lesson))
  }

  /** The same where the lesson has not been read; mostly nothing has to be asked. */
  ofId(lessonId: string): Promise<ReadonlySet<number>> {
    return this.keep(lessonId, async () => {
      const lesson = await this.lessons.find(lessonId)
      return lesson ? this.now(lesson) : new Set()
    })
  }

  /** As it is now. What was carried in has items of its own, which are in no bank here. */
  async now({ places, isCarriedIn }: LessonRow): Promise<ReadonlySet<number>> {
    const versionIds = [...new Set(places.flatMap(({ itemVersionId }) => itemVersionId ?? []))]
    if (isCarriedIn || versionIds.length === 0) return new Set()
    const held = await this.items.heldVersions(versionIds)
    return new Set(places.flatMap(({ itemVersionId }, index) => (held.has(itemVersionId ?? '') ? [index + 1] : [])))
  }

  private keep(lessonId: string, ask: () => Promise<ReadonlySet<number>>): Promise<ReadonlySet<number>> {
    const now = performance.now()
    const known = this.kept.get(lessonId)
    if (known && now - known.at < FRESH_MS) return known.places
    if (this.kept.size >= MOST_KEPT) this.kept.clear()
    const places = ask()
    this.kept.set(lessonId, { at: now, places })
    places.catch(() => this.kept.delete(lessonId))
    return places
  }
}
