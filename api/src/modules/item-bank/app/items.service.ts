import { Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { AuditService } from '../../audit/index.js'
import { searchQuery } from '../domain/search-words.js'
import { type ItemFilter, ItemListRepository } from '../infra/item-list.repository.js'
import { type FullItem, ItemRepository } from '../infra/item.repository.js'
import { type Author, BanksService } from './banks.service.js'

/** Filters as the address of a list carries them. */
export type ListFilter = Omit<ItemFilter, 'query' | 'reach' | 'endedBefore' | 'authorId'> & {
  q?: string | undefined
  flag?: 'any' | 'own' | undefined
  author?: 'me' | undefined
}

/** Reading items: lists, whole items with their keys, and what rounds and papers need of them. */
@Injectable()
export class ItemsService {
  constructor(
    private readonly items: ItemRepository,
    private readonly lists: ItemListRepository,
    private readonly banks: BanksService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Author, { page, size, ...filter }: ListFilter & { page: number; size: number }) {
    return this.lists.list(await this.filterFor(actor, filter), vietnamDay(this.clock.now()), page, size)
  }

  /** Ids of all items that a filter finds. */
  async idsOf(actor: Author, filter: ListFilter, limit: number): Promise<string[]> {
    return this.lists.ids(await this.filterFor(actor, filter), limit)
  }

  /** @throws ProblemError ITEM.NOT_FOUND, also for an item that somebody may not see */
  async demand(actor: Author, itemId: string): Promise<FullItem> {
    const [found, reach] = await Promise.all([this.items.find(itemId), this.banks.reachOf(actor)])
    if (!found || (reach && !reach.bankIds.includes(found.item.bankId))) throw new ProblemError('ITEM.NOT_FOUND')
    return found
  }

  /** Whole items with their keys, by id; what somebody may not see is left out. Reading so many keys leaves one trace (IB-4). */
  async readMany(actor: Author, itemIds: readonly string[], purpose: 'export' | 'print'): Promise<FullItem[]> {
    const found = await this.readPart(actor, itemIds)
    await this.recordReading(
      actor,
      purpose,
      found.map(({ item }) => item.code),
    )
    return found
  }

  /** A part of a long reading. Whoever shows keys of it to a person calls `recordReading` for the whole. */
  async readPart(actor: Author, itemIds: readonly string[]): Promise<FullItem[]> {
    const reach = await this.banks.reachOf(actor)
    const found = await this.items.findMany(itemIds)
    return found.filter(({ item }) => !reach || reach.bankIds.includes(item.bankId))
  }

  /** IB-4: one trace for many keys. */
  async recordReading(
    actor: Author,
    purpose: 'export' | 'print' | 'analysis',
    codes: readonly string[],
  ): Promise<void> {
    await this.audit.recordReading(actor.accountId, 'item.keys_read', `${purpose}:items`, {
      count: codes.length,
      codes: codes.slice(0, 200),
    })
  }

  /** Items as they were in these versions, with their keys; for papers that were drawn from them. */
  readVersions(itemVersionIds: readonly string[]): Promise<FullItem[]> {
    return this.items.findVersions(itemVersionIds)
  }

  /** Every item of the banks, or of those the named ones, with what decides whether it may be drawn. */
  pool(bankIds: readonly string[], type?: ItemFilter['type'], itemIds?: readonly string[]) {
    return this.lists.pool(bankIds, type, itemIds)
  }

  deliver(itemVersionIds: readonly string[]) {
    return this.items.deliver(itemVersionIds)
  }

  /** @param manager a transaction to ask in, for callers that hold a connection already */
  keys(itemVersionIds: readonly string[], manager?: Transaction) {
    return this.items.keys(itemVersionIds, manager)
  }

  /** IB-11: items that stay out of practice and classes now, with until when. */
  embargoes(itemIds?: readonly string[]): Promise<Map<string, Date>> {
    return this.lists.embargoes(new Date(this.clock.now()), itemIds)
  }

  /** IB-11: of these versions, those whose item a round still needs, with until when. */
  async heldVersions(itemVersionIds: readonly string[]): Promise<Map<string, Date>> {
    const itemOf = await this.lists.itemsOfVersions(itemVersionIds)
    const held = await this.embargoes([...new Set(itemOf.values())])
    const found = new Map<string, Date>()
    for (const [versionId, itemId] of itemOf) {
      const until = held.get(itemId)
      if (until) found.set(versionId, until)
    }
    return found
  }

  private async filterFor(actor: Author, { q, flag, author, ...filter }: ListFilter): Promise<ItemFilter> {
    return {
      ...filter,
      query: searchQuery(q ?? ''),
      reach: await this.banks.reachOf(actor),
      ...(flag ? { endedBefore: vietnamDay(this.clock.now()) } : {}),
      ...(author === 'me' || flag === 'own' ? { authorId: actor.accountId } : {}),
    }
  }
}
