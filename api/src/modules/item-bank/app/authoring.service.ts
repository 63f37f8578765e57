import { randomUUID } from 'node:crypto'
import { setImmediate as othersFirst } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import { itemProblemText } from '@thiso/contracts'
import type { ItemAct, ItemProblem, ItemState } from '@thiso/contracts/vocab'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { mediaIn } from '../../../platform/text/rich-text.js'
import { AuditService } from '../../audit/index.js'
import { isRuled } from '../domain/item-comments.js'
import { afterAct } from '../domain/item-life.js'
import { problemsOf } from '../domain/item-problems.js'
import type { ItemEntity } from '../infra/item.entities.js'
import type { CodesInUse, FullItem, ItemRecord } from '../infra/item.repository.js'
import { ItemRepository } from '../infra/item.repository.js'
import { WorkRepository } from '../infra/work.repository.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { type Author, BanksService } from './banks.service.js'
import { DocumentsService } from './documents.service.js'
import { CODE_PREFIX, codeOf, type ItemIn, mapTexts, recordOf, sanitisedItem } from './item-records.js'
import { ItemsService } from './items.service.js'
import { MediaService } from './media.service.js'

/** Two people who write at the same moment may come to the same code or version number; the second one looks again. */
const SAVE_TRIES = 20
const RECORDS_AT_ONCE = 25

export interface NewItem {
  input: ItemIn
  code: string
}

/** Writing items and their life: made, changed, looked at by a second person, approved, retired. */
@Injectable()
export class AuthoringService {
  constructor(
    private readonly items: ItemRepository,
    private readonly reading: ItemsService,
    private readonly banks: BanksService,
    private readonly documents: DocumentsService,
    private readonly media: MediaService,
    private readonly work: WorkRepository,
    private readonly audit: AuditService,
  ) {}

  /** @returns the new item's id */
  async create(actor: Author | null, raw: ItemIn, given: { code?: string; state?: ItemState } = {}): Promise<string> {
    if (actor) await this.banks.demandReach(actor, raw.bankId)
    const { input } = sanitisedItem(raw)
    await this.demandSound(input)
    const id = randomUUID()
    for (let tries = 0; tries < SAVE_TRIES; tries++) {
      const prefix = CODE_PREFIX[input.topic]
      const code = given.code ?? codeOf(prefix, (await this.items.lastNumber(prefix)) + 1)
      const own = {
        id,
        code,
        state: given.state ?? ('draft' as const),
        version: 1,
        versionId: randomUUID(),
        authorId: actor?.accountId ?? null,
        batchId: null,
      }
      const isWritten = await this.items.save(recordOf(own, input), async (manager) => {
        if (actor) await this.audit.record(actor.accountId, 'item.created', `item:${id}`, { code }, manager)
      })
      if (isWritten) return id
    }
    throw new ProblemError('SERVER.BUSY')
  }

  /**
   * Many new items in one transaction, all or none.
   * @param parts the items, or what brings them part by part and is asked again when somebody has taken a code meanwhile; sound and
   *   sanitised already, with the code of each, '' for a new one of its topic
   * @param finish what else belongs to it, in the same transaction
   * @returns the ids, in the same order
   */
  async createMany(
    actor: Author | null,
    parts: readonly NewItem[] | ((transaction: Transaction) => AsyncIterable<readonly NewItem[]>),
    given: { batchId: string | null; state: ItemState },
    onWritten: (count: number) => void | Promise<void> = () => undefined,
    finish: (transaction: Transaction, itemIds: readonly string[]) => Promise<void> = async () => undefined,
  ): Promise<string[]> {
    const authorId = actor?.accountId ?? null
    for (let tries = 0; tries < SAVE_TRIES; tries++) {
      const ids = await this.items.insertMany(
        (manager, codes) =>
          this.recordsOf(typeof parts === 'function' ? parts(manager) : [parts], codes, { ...given, authorId }),
        onWritten,
        finish,
      )
      if (ids) return ids
    }
    throw new ProblemError('SERVER.BUSY')
  }

  private async *recordsOf(
    parts: Iterable<readonly NewItem[]> | AsyncIterable<readonly NewItem[]>,
    codes: CodesInUse,
    given: { batchId: string | null; state: ItemState; authorId: string | null },
  ): AsyncGenerator<ItemRecord[]> {
    const last = new Map<string, number>()
    const seen = new Set<string>()
    for await (const part of parts) {
      const taken = await codes.taken(part.map(({ code }) => code).filter(Boolean))
      const records: ItemRecord[] = []
      for (const [index, { input, code }] of part.entries()) {
        // Answers of a running round must not wait for an import.
        if (index % RECORDS_AT_ONCE === 0) await othersFirst()
        let own = code !== '' && !taken.has(code) && !seen.has(code) ? code : ''
        const prefix = CODE_PREFIX[input.topic]
        while (own === '' || (own !== code && seen.has(own))) {
          const next = (last.get(prefix) ?? (await codes.lastNumber(prefix))) + 1
          last.set(prefix, next)
          own = codeOf(prefix, next)
        }
        seen.add(own)
        records.push(recordOf({ ...given, id: randomUUID(), versionId: randomUUID(), code: own, version: 1 }, input))
      }
      yield records
    }
  }

  /** Which of these codes are taken, in whatever bank. */
  takenCodes(codes: readonly string[]): Promise<Set<string>> {
    return this.items.takenCodes(codes)
  }

  /**
   * Takes the items of an import away again, but for those that somebody has used, changed or talked about since.
   * @param finish what else belongs to it, in the same transaction
   */
  removeBatch(
    batchId: string,
    importedAt: Date,
    finish: (transaction: Transaction, counts: { removedCount: number; keptCount: number }) => Promise<void>,
  ): Promise<{ removedCount: number; keptCount: number }> {
    return this.items.removeBatch(batchId, importedAt, finish)
  }

  /**
   * Changes an item in place while nothing has used this version; afterwards makes a new version (IB-3). What participants see or the
   * key changed: it is a draft again and the actor its author; only its place, tags and the like: its state stays.
   * @param updatedAt of what was edited; another one means that somebody else was faster
   */
  async update(actor: Author, itemId: string, raw: ItemIn, updatedAt?: string): Promise<void> {
    await this.banks.demandReach(actor, raw.bankId)
    const { input } = sanitisedItem(raw)
    await this.demandSound(input)
    for (let tries = 0; tries < SAVE_TRIES; tries++) {
      const known = await this.reading.demand(actor, itemId)
      if (updatedAt && Date.parse(updatedAt) !== known.item.updatedAt.getTime())
        throw new ProblemError('ITEM.CHANGED_MEANWHILE')
      const kept = {
        id: itemId,
        code: known.item.code,
        state: known.item.state,
        version: known.item.version,
        versionId: known.version.id,
        authorId: known.version.authorId,
        batchId: known.item.batchId,
      }
      const isSame = contentOf(recordOf(kept, input)) === contentOf(known)
      const isFrozen = !isSame && (await this.items.isVersionUsed(known.version.id))
      const own = {
        ...kept,
        ...(isSame ? {} : { state: 'draft' as const, authorId: actor.accountId }),
        ...(isFrozen ? { version: kept.version + 1, versionId: randomUUID() } : {}),
      }
      const detail = {
        code: own.code,
        version: own.version,
        isNewVersion: isFrozen,
        isContentChanged: !isSame,
      }
      const isWritten = await this.items.save(recordOf(own, input), (manager) =>
        this.audit.record(actor.accountId, 'item.updated', `item:${itemId}`, detail, manager),
      )
      if (isWritten) return
    }
    throw new ProblemError('SERVER.BUSY')
  }

  /**
   * Moves an item through its life (IB-8), with a comment that stays.
   * @param updatedAt of what the actor looked at; another one means that somebody has changed it since
   */
  async act(actor: Author, itemId: string, act: ItemAct, comment: string, updatedAt?: string): Promise<void> {
    const { item } = await this.reading.demand(actor, itemId)
    if (updatedAt && Date.parse(updatedAt) !== item.updatedAt.getTime())
      throw new ProblemError('ITEM.CHANGED_MEANWHILE')
    const after = afterAct(item.state, act, item.authorId === actor.accountId)
    if ('refusal' in after)
      throw new ProblemError(
        after.refusal === 'second_person_needed' ? 'ITEM.SECOND_PERSON_NEEDED' : 'ITEM.ACT_NOT_ALLOWED',
      )
    // A version that was ruled about and is approved as it is calls for nobody any more; the approval stays as the sign of that.
    const isKept =
      act === 'send_back' || (act === 'approve' && isRuled(await this.work.commentsOf(itemId), item.version))
    const detail = { act, from: item.state, to: after.state }
    await this.audit.together(async (manager) => {
      if (!(await this.items.moveState(manager, item, after.state))) throw new ProblemError('ITEM.CHANGED_MEANWHILE')
      if (comment !== '' || isKept) await this.work.addComment(commentOf(actor, item, comment, act), manager)
      await this.audit.record(actor.accountId, 'item.state_changed', `item:${itemId}`, detail, manager)
    })
  }

  async addComment(actor: Author, itemId: string, text: string): Promise<void> {
    const { item } = await this.reading.demand(actor, itemId)
    await this.work.addComment(commentOf(actor, item, text, null))
  }

  /**
   * "Still true although the document has ended": the citation becomes a reference, which neither bounds the item nor flags it. Changes
   * nothing that participants see, so it touches a frozen version too.
   */
  async confirmCitation(actor: Author, itemId: string, documentId: string, reason: string): Promise<void> {
    const { item, version, key } = await this.reading.demand(actor, itemId)
    if (!key.citations.some((citation) => citation.documentId === documentId))
      throw new ProblemError('DOCUMENT.NOT_FOUND')
    const citations = key.citations.map((citation) =>
      citation.documentId === documentId ? { ...citation, role: 'reference' as const } : citation,
    )
    const detail = { documentId, reason }
    await this.audit.together(async (manager) => {
      await this.items.setCitations(manager, version.id, itemId, citations)
      await this.work.addComment(commentOf(actor, item, reason, null), manager)
      await this.audit.record(actor.accountId, 'item.citation_confirmed', `item:${itemId}`, detail, manager)
    })
  }

  /** Problems of an item as it is handed in, those of its sources and media included. */
  async problemsOf(input: ItemIn): Promise<ItemProblem[]> {
    const problems = problemsOf(input.body, input.translations.en ? { en: input.translations.en } : {})
    if (input.validFrom && input.validTo && input.validFrom > input.validTo)
      problems.push({ code: 'validity_reversed', detail: '' })
    const media = new Set(mediaOf(input))
    const known = await this.media.known([...media])
    for (const id of media) if (!known.has(id)) problems.push({ code: 'media_missing', detail: id })
    return problems
  }

  private async demandSound(input: ItemIn): Promise<void> {
    const problems = await this.problemsOf(input)
    if (problems.length > 0)
      throw new ProblemError(
        'ITEM.INVALID',
        undefined,
        problems.map((problem) => ({ path: 'body', code: problem.code, messages: itemProblemText(problem) })),
      )
    if (input.subtopicId !== null) await this.banks.demandSubtopic(input.topic, input.subtopicId)
    const cited = input.citations.flatMap(({ documentId }) => documentId ?? [])
    const known = await this.documents.known(cited)
    if (cited.some((id) => !known.has(id))) throw new ProblemError('DOCUMENT.NOT_FOUND')
  }
}

function commentOf(actor: Author, item: Pick<ItemEntity, 'id' | 'version'>, text: string, act: ItemAct | null) {
  return { id: randomUUID(), itemId: item.id, version: item.version, authorId: actor.accountId, text, act }
}

/** What makes a new version: what participants see, the key, its days and its sources. */
function contentOf({
  version,
  key,
}: Pick<FullItem, 'key'> & { version: Pick<FullItem['version'], 'question' | 'validFrom' | 'validTo'> }): string {
  return canonicalJson([version.question, version.validFrom, version.validTo, key.key, key.explanation, key.citations])
}

/** Ids of the media that an item shows. */
export function mediaOf(input: Pick<ItemIn, 'body' | 'explanation' | 'translations'>): string[] {
  const found: string[] = [...mediaIn(input.explanation)]
  mapTexts(input.body, (text) => {
    found.push(...mediaIn(text))
    return text
  })
  const en = input.translations.en
  if (en) for (const text of [en.stem, en.explanation, ...en.texts]) found.push(...mediaIn(text))
  return found
}
