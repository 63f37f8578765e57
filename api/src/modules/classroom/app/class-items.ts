import { Injectable } from '@nestjs/common'
import { readingSeconds } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import {
  type Author,
  BanksService,
  type DeliveryItem,
  isUsable,
  ItemsService,
  type PoolRow,
} from '../../item-bank/index.js'
import { CarriedRepository } from '../infra/carried.repository.js'

/** Somebody in a class decides while others look on: reading takes longer than alone, and nobody gets less than this. */
const LEAST_S = 15
/** Thinking and tapping, on top of reading. */
const THINKING_S = 8

/**
 * Items that may be played in class: those of banks in the teacher's reach and of banks open for practice, approved, true today, held back
 * by no round. CR-81: what a teacher has carried in was approved where it comes from, so in the own class it is played before somebody
 * approves it here; rounds and practice wait for that.
 */
@Injectable()
export class ClassItems {
  constructor(
    private readonly items: ItemsService,
    private readonly banks: BanksService,
    private readonly carried: CarriedRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns items by id, as far as they may be played now */
  async playable(actor: Author, itemIds?: readonly string[]): Promise<Map<string, PoolRow>> {
    const [own, open] = await Promise.all([this.banks.list(actor), this.banks.practiceBankIds()])
    const bankIds = [...new Set([...own.map(({ id }) => id), ...open])]
    if (bankIds.length === 0) return new Map()
    const today = vietnamDay(this.clock.now())
    const [pool, embargoes, brought] = await Promise.all([
      this.items.pool(bankIds, undefined, itemIds),
      this.items.embargoes(itemIds),
      this.carried.itemIdsOf(actor.accountId, itemIds),
    ])
    const stateOf = ({ itemId, state }: PoolRow) =>
      brought.has(itemId) && state !== 'retired' ? ('approved' as const) : state
    const usable = pool.filter(
      (row) => isUsable({ ...row, state: stateOf(row) }, today, today) && !embargoes.has(row.itemId),
    )
    return new Map(usable.map((row) => [row.itemId, row]))
  }

  /** Why an item of a set cannot be played. */
  async heldBack(itemIds: readonly string[]): Promise<Set<string>> {
    return new Set((await this.items.embargoes(itemIds)).keys())
  }

  deliver(itemVersionIds: readonly string[]): Promise<DeliveryItem[]> {
    return this.items.deliver(itemVersionIds)
  }
}

/** CR-13: the time of an item that nobody set: reading it, then thinking, in whole fives. */
export function classSeconds({ question }: Pick<DeliveryItem, 'question'>): number {
  const reading = readingSeconds(question.stem, [...question.options, ...question.choices])
  return Math.max(LEAST_S, Math.ceil((reading + THINKING_S) / 5) * 5)
}
