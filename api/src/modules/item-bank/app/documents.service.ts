import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { AuditService } from '../../audit/index.js'
import { searchQuery, searchText } from '../domain/search-words.js'
import type { SourceDocumentEntity } from '../infra/document.entity.js'
import { DocumentRepository, type ListedDocument } from '../infra/document.repository.js'
import { refusedField } from './banks.service.js'

export type DocumentIn = Omit<SourceDocumentEntity, 'id' | 'searchFolded' | 'updatedAt'>

/** The register of documents that items rest on. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(q: string | undefined, page: number, size: number) {
    const { rows, total } = await this.documents.list(searchQuery(q ?? ''), page, size)
    return { rows: rows.map((row) => this.withForce(row)), total }
  }

  async demand(documentId: string) {
    const found = await this.documents.find(documentId)
    if (!found) throw new ProblemError('DOCUMENT.NOT_FOUND')
    return this.withForce(found)
  }

  async create(actorId: string | null, input: DocumentIn) {
    const id = randomUUID()
    const { number, title } = input
    await this.write(id, input, (_, manager) =>
      this.audit.record(actorId, 'document.created', `document:${id}`, { number, title }, manager),
    )
    return this.demand(id)
  }

  /**
   * Changes a document. One that is replaced ends, if no day is given, on the day before its successor begins (IB-2): from then on
   * the items that rest on it are not drawn, and their authors find them in the list.
   */
  async update(actorId: string | null, documentId: string, input: DocumentIn) {
    const before = await this.demand(documentId)
    await this.write(documentId, input, ({ inForceTo, replacedByTitle }, manager) => {
      const detail = {
        number: input.number,
        title: input.title,
        ...(before.inForceTo === inForceTo ? {} : { inForceTo }),
        ...(before.replacedById === input.replacedById ? {} : { replacedBy: replacedByTitle }),
      }
      return this.audit.record(actorId, 'document.updated', `document:${documentId}`, detail, manager)
    })
    return this.demand(documentId)
  }

  /** Documents by id; used by the seed. Successors may come after what they replace. */
  async save(documents: readonly (DocumentIn & { id: string })[]): Promise<void> {
    const rows = documents.map((document) => ({
      ...document,
      searchFolded: searchText(document.number, document.title, document.issuer),
    }))
    await this.documents.save(rows.map((row) => ({ ...row, replacedById: null })))
    await this.documents.save(rows.filter((row) => row.replacedById !== null))
  }

  known(documentIds: readonly string[]): Promise<Set<string>> {
    return this.documents.known(documentIds)
  }

  names() {
    return this.documents.names()
  }

  /** @param alongside what belongs to it, in the same transaction; it is told what came of the successor */
  private async write(
    id: string,
    input: DocumentIn,
    alongside: (
      written: { inForceTo: string | null; replacedByTitle: string | null },
      manager: Transaction,
    ) => Promise<void>,
  ): Promise<void> {
    let inForceTo = input.inForceTo
    let replacedByTitle: string | null = null
    if (input.replacedById) {
      if (input.replacedById === id || (await this.documents.leadsTo(input.replacedById, id)))
        throw new ProblemError('DOCUMENT.CIRCLE')
      const successor = await this.demand(input.replacedById)
      replacedByTitle = successor.number === '' ? successor.title : successor.number
      inForceTo ??= dayBefore(successor.inForceFrom ?? vietnamDay(this.clock.now()))
    }
    if (input.inForceFrom && inForceTo && inForceTo < input.inForceFrom)
      throw refusedField(
        'inForceTo',
        'Ngày hết hiệu lực phải sau ngày có hiệu lực.',
        'The last day must not be before the first.',
      )
    const searchFolded = searchText(input.number, input.title, input.issuer)
    await this.documents.save([{ ...input, id, inForceTo, searchFolded }], (manager) =>
      alongside({ inForceTo, replacedByTitle }, manager),
    )
  }

  private withForce(document: ListedDocument) {
    const today = vietnamDay(this.clock.now())
    const isInForce =
      (document.inForceFrom === null || document.inForceFrom <= today) &&
      (document.inForceTo === null || today <= document.inForceTo)
    return { ...document, isInForce }
  }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
