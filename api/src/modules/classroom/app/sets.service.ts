import { randomBytes, randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { ParsedBody } from '@thiso/contracts'
import { type CognitiveLevel, fold, type ItemType, LIMIT_S, type Topic } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { plainText } from '@thiso/contracts/vocab'
import type { Author, DeliveryItem, PoolRow } from '../../item-bank/index.js'
import { suggestItems } from '../domain/suggest.js'
import type { LessonSetEntity, StoredSetPlace } from '../infra/class.entities.js'
import { SetRepository } from '../infra/set.repository.js'
import { ClassItems, classSeconds } from './class-items.js'

type SetIn = ParsedBody<'createLessonSet'>

export interface ClassItem {
  row: PoolRow
  item: DeliveryItem
  limitS: number
}

/** A place of a set with what would be played there. */
export interface SetPlaceNow {
  place: StoredSetPlace
  found: ClassItem | null
  trouble: 'gone' | 'embargoed' | null
  limitS: number
}

/** Sets of items for lessons; a teacher sees only own ones. */
@Injectable()
export class SetsService {
  constructor(
    private readonly sets: SetRepository,
    private readonly items: ClassItems,
    private readonly clock: Clock,
  ) {}

  listOf(actor: Author): Promise<LessonSetEntity[]> {
    return this.sets.listOf(actor.accountId)
  }

  /** @throws ProblemError SET.NOT_FOUND, also for somebody else's */
  async demand(actor: Author, setId: string): Promise<LessonSetEntity> {
    const set = await this.sets.find(setId)
    if (set?.ownerId !== actor.accountId) throw new ProblemError('SET.NOT_FOUND')
    return set
  }

  /** @throws ProblemError SET.BAD_PLACE, SET.ITEM_UNUSABLE with the place */
  async create(actor: Author, { title, places }: SetIn): Promise<LessonSetEntity> {
    await this.demandPlaces(actor, places)
    const set = {
      id: randomUUID(),
      ownerId: actor.accountId,
      title,
      places,
      changedAt: new Date(this.clock.now()),
      originId: null,
      originHash: null,
    }
    await this.sets.save(set)
    return set
  }

  async update(actor: Author, setId: string, { title, places }: SetIn): Promise<LessonSetEntity> {
    const set = await this.demand(actor, setId)
    await this.demandPlaces(actor, places)
    const changed = { ...set, title, places, changedAt: new Date(this.clock.now()) }
    await this.sets.save(changed)
    return changed
  }

  async delete(actor: Author, setId: string): Promise<void> {
    await this.demand(actor, setId)
    await this.sets.delete(setId)
  }

  /** What a set would play now. */
  async placesNow(actor: Author, places: readonly StoredSetPlace[]): Promise<SetPlaceNow[]> {
    const itemIds = places.flatMap(({ itemId }) => (itemId ? [itemId] : []))
    const [found, held] = await Promise.all([this.found(actor, itemIds), this.items.heldBack(itemIds)])
    return places.map((place) => {
      if (place.kind !== 'item') return { place, found: null, trouble: null, limitS: place.limitS ?? LIMIT_S.preset }
      const item = found.get(place.itemId ?? '') ?? null
      const trouble = item ? null : held.has(place.itemId ?? '') ? ('embargoed' as const) : ('gone' as const)
      return { place, found: item, trouble, limitS: place.limitS ?? item?.limitS ?? LIMIT_S.preset }
    })
  }

  /** CR-62: a ready set by topics and grade. */
  async suggest(actor: Author, wish: ParsedBody<'suggestPlaces'>): Promise<SetPlaceNow[]> {
    const without = new Set(wish.without)
    const rows = [...(await this.items.playable(actor)).values()].filter(
      ({ itemId, topic }) => !without.has(itemId) && (wish.topics.length === 0 || wish.topics.includes(topic)),
    )
    const chosen = suggestItems(new DeterministicRandom(randomBytes(32)), rows, wish.count, wish.grade)
    return this.placesNow(
      actor,
      chosen.map(({ itemId }) => ({
        kind: 'item' as const,
        itemId,
        prompt: '',
        choices: [],
        limitS: null,
        points: 1,
        section: '',
      })),
    )
  }

  /** Items to choose from, a page of them. */
  async choose(
    actor: Author,
    filter: {
      topic?: Topic | undefined
      level?: CognitiveLevel | undefined
      type?: ItemType | undefined
      words?: string | undefined
    },
    page: number,
    size: number,
  ): Promise<{ rows: ClassItem[]; total: number }> {
    const words = fold(filter.words ?? '')
      .split(' ')
      .filter((word) => word !== '')
    const rows = [...(await this.items.playable(actor)).values()].filter(
      (row) =>
        (!filter.topic || row.topic === filter.topic) &&
        (!filter.level || row.level === filter.level) &&
        (!filter.type || row.type === filter.type),
    )
    const delivered = new Map(
      (await this.items.deliver(rows.map(({ itemVersionId }) => itemVersionId))).map((item) => [
        item.itemVersionId,
        item,
      ]),
    )
    const found = rows.flatMap((row) => {
      const item = delivered.get(row.itemVersionId)
      if (!item) return []
      const text = words.length > 0 ? fold(plainText([item.question.stem, ...item.question.options].join(' '))) : ''
      return words.every((word) => text.includes(word)) ? [{ row, item, limitS: classSeconds(item) }] : []
    })
    found.sort((a, b) => a.item.topic.localeCompare(b.item.topic) || a.row.itemId.localeCompare(b.row.itemId))
    return { rows: found.slice((page - 1) * size, page * size), total: found.length }
  }

  private async found(actor: Author, itemIds: readonly string[]): Promise<Map<string, ClassItem>> {
    if (itemIds.length === 0) return new Map()
    const rows = await this.items.playable(actor, itemIds)
    const items = await this.items.deliver([...rows.values()].map(({ itemVersionId }) => itemVersionId))
    const byVersion = new Map(items.map((item) => [item.itemVersionId, item]))
    const found = new Map<string, ClassItem>()
    for (const [itemId, row] of rows) {
      const item = byVersion.get(row.itemVersionId)
      if (item) found.set(itemId, { row, item, limitS: classSeconds(item) })
    }
    return found
  }

  private async demandPlaces(actor: Author, places: readonly StoredSetPlace[]): Promise<void> {
    const now = await this.placesNow(actor, places)
    for (const [index, { place, found }] of now.entries()) {
      const isWhole =
        place.kind === 'item'
          ? place.itemId !== null
          : place.prompt !== '' && (place.kind === 'word-cloud' || place.choices.length >= 2)
      if (!isWhole) throw new ProblemError('SET.BAD_PLACE', { place: index + 1 })
      if (place.kind === 'item' && !found) throw new ProblemError('SET.ITEM_UNUSABLE', { place: index + 1 })
    }
  }
}
