import { Injectable } from '@nestjs/common'
import {
  COGNITIVE_LEVELS,
  type CognitiveLevel,
  type ItemType,
  TOPICS,
  type Topic,
  type ValidityReason,
} from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { bodyOf } from '../domain/item-parts.js'
import { keyGiveAways, lintBank, nearDuplicates } from '../domain/lint-bank.js'
import { type Finding, lintItem } from '../domain/lint-item.js'
import { bandsOf, NEAR, resemblance, shinglesOf } from '../domain/near-duplicates.js'
import { boundsOf, type Ground } from '../domain/validity.js'
import { ItemListRepository } from '../infra/item-list.repository.js'
import { type FullItem, ItemRepository } from '../infra/item.repository.js'
import { type Author, BanksService } from './banks.service.js'
import { DocumentsService } from './documents.service.js'
import type { ItemIn } from './item-records.js'

const REPORT_MAX = 20_000

/** Looks at items and whole banks: what is questionable, what may be drawn, what is missing. */
@Injectable()
export class BankChecksService {
  constructor(
    private readonly items: ItemRepository,
    private readonly lists: ItemListRepository,
    private readonly banks: BanksService,
    private readonly documents: DocumentsService,
    private readonly clock: Clock,
  ) {}

  /** What an item rests on. */
  async groundsOf(item: { basisDocumentIds: readonly string[]; unitIds: readonly string[] }): Promise<Ground[]> {
    const grounds = await this.lists.groundsOf(item.basisDocumentIds, item.unitIds)
    return [...grounds.values()]
  }

  /** The same for somebody who is writing: near-duplicates show other items, so the bank must be in reach (IB-10). */
  async findingsFor(
    actor: Author,
    input: Parameters<BankChecksService['findingsOf']>[0],
    itemId: string | null,
  ): Promise<Finding[]> {
    await this.banks.demandReach(actor, input.bankId)
    return this.findingsOf(input, itemId)
  }

  /** The quality check of an item as it is written now, near-duplicates of its bank included. */
  async findingsOf(
    input: Pick<ItemIn, 'bankId' | 'body' | 'explanation' | 'citations' | 'unitIds'>,
    itemId: string | null,
  ): Promise<Finding[]> {
    const basis = input.citations.flatMap(({ documentId, role }) =>
      documentId && role === 'basis' ? [documentId] : [],
    )
    const grounds = await this.groundsOf({ basisDocumentIds: basis, unitIds: input.unitIds })
    const findings = lintItem({
      body: input.body,
      explanation: input.explanation,
      citationCount: input.citations.length,
      endedGrounds: this.ended(grounds),
    })
    for (const near of await this.near(input.body.stem, [input.bankId], itemId))
      findings.push({ code: 'near_duplicate', weight: 'warning', detail: `${near.code}: ${near.stemText}` })
    return findings
  }

  /** Items of banks whose stems say nearly the same, the nearest first. @param bankIds null: all banks */
  async near(stem: string, bankIds: readonly string[] | null, exceptId: string | null) {
    const shingles = shinglesOf(stem.replace(/<[^>]*>/g, ' '))
    const candidates = await this.lists.nearCandidates(bankIds, bandsOf(shingles), 200)
    return candidates
      .filter((candidate) => candidate.id !== exceptId)
      .map((candidate) => ({ ...candidate, resemblance: resemblance(shingles, shinglesOf(candidate.stemText)) }))
      .filter((candidate) => candidate.resemblance >= NEAR)
      .sort((a, b) => b.resemblance - a.resemblance)
      .slice(0, 5)
  }

  /** Items of a bank that share a band with some text, for callers that compare many texts at once. */
  nearCandidates(bankId: string, bands: readonly number[], limit: number) {
    return this.lists.nearCandidates([bankId], bands, limit)
  }

  /** Stems of a whole bank, part by part. */
  stemsAfter(bankId: string, afterId: string | null, limit: number) {
    return this.lists.stemsAfter(bankId, afterId, limit)
  }

  /** Counts and quality of a whole bank; retired items are left out. */
  async report(actor: Author, bankId: string) {
    await this.banks.demandReach(actor, bankId)
    const ids = await this.lists.ids({ query: null, reach: null, bankId }, REPORT_MAX)
    const all = await this.items.findMany(ids)
    const used = all.filter(({ item }) => item.state !== 'retired')
    const grounds = await this.lists.groundsOf(
      [...new Set(used.flatMap(({ item }) => item.basisDocumentIds))],
      [...new Set(used.flatMap(({ item }) => item.unitIds))],
    )
    const bodies = used.map(({ version, key }) => bodyOf(version.question, key.key))
    const findings = new Map<string, Finding[]>()
    used.forEach((full, index) => {
      const own = [...full.item.basisDocumentIds, ...full.item.unitIds].flatMap((id) => grounds.get(id) ?? [])
      const found = this.lint(full, bodies[index] as (typeof bodies)[number], own)
      if (found.length > 0) findings.set(full.item.id, found)
    })
    for (const { a, b } of nearDuplicates(used.map(({ item }) => item.stemText))) {
      const [first, second] = [used[a] as FullItem, used[b] as FullItem]
      const list = findings.get(second.item.id) ?? []
      list.push({ code: 'near_duplicate', weight: 'warning', detail: `${first.item.code}: ${first.item.stemText}` })
      findings.set(second.item.id, list)
    }
    const titles = new Map(
      (await this.documents.names()).map(({ id, number, title }) => [id, number === '' ? title : number]),
    )
    const byDocument = countBy(used.flatMap(({ item }) => item.documentIds))
    return {
      itemCount: all.length,
      byTopic: Object.fromEntries(countBy(used.map(({ item }) => item.topic))),
      byLevel: Object.fromEntries(countBy(used.map(({ item }) => item.level))),
      byType: Object.fromEntries(countBy(used.map(({ item }) => item.type))),
      byState: Object.fromEntries(countBy(all.map(({ item }) => item.state))),
      byDocument: [...byDocument]
        .map(([documentId, count]) => ({ documentId, title: titles.get(documentId) ?? '', count }))
        .sort((a, b) => b.count - a.count),
      englishCount: used.filter(({ item }) => item.hasEnglish).length,
      ...(({ places, lengthRanks }) => ({ keyPlaces: places, keyLengthRanks: lengthRanks }))(keyGiveAways(bodies)),
      bankFindings: lintBank(bodies),
      itemFindings: used.flatMap(({ item }) => {
        const own = findings.get(item.id)
        return own ? [{ itemId: item.id, code: item.code, findings: own }] : []
      }),
    }
  }

  /** Topic × level: how many items stand in each cell, how many may be drawn in a window, and why the others may not. */
  async matrix(
    actor: Author,
    bankIds: readonly string[],
    type: ItemType | undefined,
    window: { firstDay?: string | undefined; lastDay?: string | undefined },
  ) {
    const reach = await this.banks.reachOf(actor)
    const allowed = bankIds.filter((id) => !reach || reach.bankIds.includes(id))
    const firstDay = window.firstDay ?? vietnamDay(this.clock.now())
    const lastDay = window.lastDay ?? firstDay
    const pool = await this.lists.pool(allowed, type)
    const cells = TOPICS.flatMap((topic) =>
      COGNITIVE_LEVELS.map((level) => {
        const own = pool.filter((row) => row.topic === topic && row.level === level)
        return {
          topic,
          level,
          usableCount: own.filter((row) => boundsOf(row, row.grounds, firstDay, lastDay).length === 0).length,
          draftCount: own.filter((row) => row.state === 'draft').length,
          inReviewCount: own.filter((row) => row.state === 'in_review').length,
          excluded: excludedOf(own, firstDay, lastDay).map(({ reason, name, count }) => ({ reason, name, count })),
        }
      }),
    )
    return { firstDay, lastDay, cells }
  }

  private lint({ item, key }: FullItem, body: ReturnType<typeof bodyOf>, grounds: readonly Ground[]): Finding[] {
    return lintItem({
      body,
      explanation: key.explanation.vi,
      citationCount: key.citations.length,
      endedGrounds: item.state === 'retired' ? [] : this.ended(grounds),
    })
  }

  private ended(grounds: readonly Ground[]): string[] {
    const today = vietnamDay(this.clock.now())
    return grounds.filter(({ to }) => to !== null && to < today).map(({ name }) => name)
  }
}

/** Approved items that a window shuts out, counted by topic, level, reason and what it is about. */
export function excludedOf(
  pool: readonly {
    topic: Topic
    level: CognitiveLevel
    state: 'draft' | 'in_review' | 'approved' | 'retired'
    validFrom: string | null
    validTo: string | null
    grounds: readonly Ground[]
  }[],
  firstDay: string,
  lastDay: string,
): { topic: Topic; level: CognitiveLevel; reason: ValidityReason; name: string; count: number }[] {
  const counts = new Map<
    string,
    { topic: Topic; level: CognitiveLevel; reason: ValidityReason; name: string; count: number }
  >()
  for (const row of pool) {
    if (row.state !== 'approved') continue
    const [bound] = boundsOf(row, row.grounds, firstDay, lastDay)
    if (!bound) continue
    const id = `${row.topic} ${row.level} ${bound.reason} ${bound.name}`
    const known = counts.get(id) ?? {
      topic: row.topic,
      level: row.level,
      reason: bound.reason,
      name: bound.name,
      count: 0,
    }
    known.count++
    counts.set(id, known)
  }
  return [...counts.values()]
}

function countBy<T extends string>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
