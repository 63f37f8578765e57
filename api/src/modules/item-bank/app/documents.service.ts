import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
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
    await this.write(id, input)
    await this.audit.record(actorId, 'document.created', `document:${id}`, { number: input.number, title: input.title })
    return this.demand(id)
  }

  /**
   * Changes a document. One that is replaced ends, if no day is given, on the day before its successor begins (IB-2): from then on
   * the items that rest on it are not drawn, and their authors find them in the list.
   */
  async update(actorId: string | null, documentId: string, input: DocumentIn) {
    const before = await this.demand(documentId)
    await this.write(documentId, input)
    const after = await this.demand(documentId)
    await this.audit.record(actorId, 'document.updated', `document:${documentId}`, {
      number: after.number,
      title: after.title,
      ...(before.inForceTo === after.inForceTo ? {} : { inForceTo: after.inForceTo }),
      ...(before.replacedById === after.replacedById ? {} : { replacedBy: after.replacedByTitle }),
    })
    return after
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

  private async write(id: string, input: DocumentIn): Promise<void> {
    let inForceTo = input.inForceTo
    if (input.replacedById) {
      if (input.replacedById === id || (await this.documents.leadsTo(input.replacedById, id)))
        throw new ProblemError('DOCUMENT.CIRCLE')
      const successor = await this.demand(input.replacedById)
      inForceTo ??= dayBefore(successor.inForceFrom ?? vietnamDay(this.clock.now()))
    }
    if (input.inForceFrom && inForceTo && inForceTo < input.inForceFrom)
      throw refusedField(
        'inForceTo',
        'Ngày hết hiệu lực phải sau ngày có hiệu lực.',
        'The last day must not be before the first.',
      )
    const searchFolded = searchText(input.number, input.title, input.issuer)
    await this.documents.save([{ ...input, id, inForceTo, searchFolded }])
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
