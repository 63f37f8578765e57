import { Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { ShortMemory } from '../../../platform/memory/short-memory.js'
import { BanksService, isUsable, ItemsService, type PoolRow } from '../../item-bank/index.js'

/** Whoever practises within this time chooses from the same list; what is shown or answered is looked at anew. */
const FRESH_MS = 3_000

/** PR-1: which items may be practised: approved, true today, of a bank that is open for practice, held back by no round. */
@Injectable()
export class OpenItems {
  private readonly memory = new ShortMemory<Awaited<ReturnType<OpenItems['read']>>>(FRESH_MS)

  constructor(
    private readonly items: ItemsService,
    private readonly banks: BanksService,
    private readonly clock: Clock,
  ) {}

  /** All of them as they were a moment ago, and how many more wait for a round to close. */
  list() {
    return this.memory.get('all', () => this.read())
  }

  /** The item if it may be practised at this moment. One that may not any more tells that the list has grown old. */
  async findNow(itemId: string): Promise<PoolRow | null> {
    const [item] = (await this.read([itemId])).items
    if (!item) this.memory.forget('all')
    return item ?? null
  }

  private async read(itemIds?: readonly string[]) {
    const bankIds = await this.banks.practiceBankIds()
    if (bankIds.length === 0) return { items: [], embargoedCount: 0 }
    const today = vietnamDay(this.clock.now())
    const [pool, embargoes] = await Promise.all([
      this.items.pool(bankIds, undefined, itemIds),
      this.items.embargoes(itemIds),
    ])
    const usable = pool.filter((row) => isUsable(row, today, today))
    const items = usable.filter(({ itemId }) => !embargoes.has(itemId))
    return { items, embargoedCount: usable.length - items.length }
  }
}
