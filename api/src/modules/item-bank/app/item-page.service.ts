import { Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { AuditService } from '../../audit/index.js'
import { bodyOf, translationsOf } from '../domain/item-parts.js'
import { ItemListRepository } from '../infra/item-list.repository.js'
import { ItemRepository } from '../infra/item.repository.js'
import { WorkRepository } from '../infra/work.repository.js'
import type { Author } from './banks.service.js'
import { BankChecksService } from './bank-checks.service.js'
import { ItemsService } from './items.service.js'

/** Everything that the page of one item shows. */
@Injectable()
export class ItemPageService {
  constructor(
    private readonly reading: ItemsService,
    private readonly items: ItemRepository,
    private readonly lists: ItemListRepository,
    private readonly checks: BankChecksService,
    private readonly work: WorkRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The item with its key. Reading a key leaves a trace (IB-4). */
  async open(actor: Author, itemId: string) {
    const found = await this.reading.demand(actor, itemId)
    await this.audit.recordReading(actor.accountId, 'item.key_read', `item:${itemId}`, { version: found.item.version })
    return this.around(actor, itemId)
  }

  /** The same for the actor who has just written it. */
  async around(actor: Author, itemId: string) {
    const found = await this.reading.demand(actor, itemId)
    const { item, version, key } = found
    const [grounds, exposure, embargoes, isFrozen, comments, siblings, keyRows, versions] = await Promise.all([
      this.checks.groundsOf(item),
      this.lists.exposureOf(itemId),
      this.reading.embargoes([itemId]),
      this.items.isVersionUsed(version.id),
      this.work.commentsOf(itemId),
      this.lists.siblingsOf(item),
      this.items.keys([version.id]),
      this.items.versionsOf(itemId),
    ])
    const findings = await this.checks.findingsOf(
      {
        bankId: item.bankId,
        body: bodyOf(version.question, key.key),
        explanation: key.explanation.vi,
        citations: key.citations,
        unitIds: item.unitIds,
      },
      itemId,
    )
    return {
      found,
      around: {
        actorId: actor.accountId,
        today: vietnamDay(this.clock.now()),
        grounds,
        citations: keyRows[0]?.citations ?? [],
        exposure,
        embargoedUntil: embargoes.get(itemId) ?? null,
        isFrozen,
        authorName: versions[0]?.authorName ?? '',
        comments,
        findings,
        siblings,
      },
    }
  }

  /** Every version, newest first, keys included: leaves a trace. */
  async versions(actor: Author, itemId: string) {
    await this.reading.demand(actor, itemId)
    await this.audit.recordReading(actor.accountId, 'item.key_read', `item:${itemId}`, { version: 'all' })
    const versions = await this.items.versionsOf(itemId)
    const keys = new Map(
      (await this.items.keys(versions.map((version) => version.id))).map((row) => [row.itemVersionId, row]),
    )
    return versions.flatMap((version) => {
      const row = keys.get(version.id)
      if (!row) return []
      return [
        {
          version: version.version,
          authorName: version.authorName ?? '',
          at: version.createdAt.toISOString(),
          isFrozen: version.isUsed,
          body: bodyOf(version.question, row.key),
          explanation: row.explanation.vi,
          translations: translationsOf(version.question, row.key, row.explanation.en),
          citations: row.citations,
          validFrom: version.validFrom,
          validTo: version.validTo,
        },
      ]
    })
  }

  async trace(actor: Author, itemId: string) {
    await this.reading.demand(actor, itemId)
    return (await this.work.traceOf(itemId)).map((entry) => ({ ...entry, at: entry.at.toISOString() }))
  }
}
