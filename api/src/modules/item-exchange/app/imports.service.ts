import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { CognitiveLevel, ItemDraft, ItemFormat, Topic } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { AuditService } from '../../audit/index.js'
import { AuthoringService, type Author, BanksService, DocumentsService } from '../../item-bank/index.js'
import { UnitsService } from '../../units/index.js'
import { documentFinder } from '../domain/document-names.js'
import { soundText } from '../domain/fit-draft.js'
import { isUnderWay } from '../domain/import-states.js'
import { ImportRowRepository, type RowChoice, type RowFilter } from '../infra/import-row.repository.js'
import { ImportRepository, type Job, type ListedBatch } from '../infra/import.repository.js'
import { itemOf } from './drafts.js'
import { ImportJobs, JobLost } from './import-jobs.js'
import { ReadingService } from './reading.service.js'

const READ_AT_ONCE = 200

/** Items on their way from a file into a bank: read, looked at, chosen, imported, taken back. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly batches: ImportRepository,
    private readonly rows: ImportRowRepository,
    private readonly jobs: ImportJobs,
    private readonly reading: ReadingService,
    private readonly authoring: AuthoringService,
    private readonly banks: BanksService,
    private readonly documents: DocumentsService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
  ) {}

  /** Takes a file in; reading it goes on after the return. */
  async upload(
    actor: Author,
    file: { bytes: Uint8Array; fileName: string },
    bankId: string,
    format: ItemFormat | null,
  ): Promise<ListedBatch> {
    await this.banks.demandReach(actor, bankId)
    this.jobs.demandRoomToRead()
    const job: Job = { batchId: randomUUID(), jobId: randomUUID() }
    const given = { bankId, authorId: actor.accountId, fileName: plainName(file.fileName), format }
    await this.batches.insert({ id: job.batchId, jobId: job.jobId, ...given })
    this.jobs.read(job, (stop) => this.reading.read(job, { ...given, bytes: file.bytes }, stop))
    return this.demand(actor, job.batchId)
  }

  async list(actor: Author, page: number, size: number) {
    const reach = await this.banks.reachOf(actor)
    return this.batches.list(actor.accountId, reach?.bankIds ?? null, actor.role !== 'teacher', page, size)
  }

  /**
   * IX-8: a batch is seen by who brought it, and by organizers when it goes into a bank of the province.
   * @throws ProblemError IMPORT.NOT_FOUND, also for a batch that somebody may not see
   */
  async demand(actor: Author, batchId: string): Promise<ListedBatch> {
    const batch = await this.batches.find(batchId)
    if (!batch) throw new ProblemError('IMPORT.NOT_FOUND')
    const isOwn = batch.authorId === actor.accountId
    const isOfProvince = actor.role !== 'teacher' && batch.bankOwnerId === null
    const reach = await this.banks.reachOf(actor)
    if (!(isOwn || isOfProvince) || (reach && !reach.bankIds.includes(batch.bankId)))
      throw new ProblemError('IMPORT.NOT_FOUND')
    return batch
  }

  async listRows(actor: Author, batchId: string, show: RowFilter, page: number, size: number) {
    const batch = await this.demand(actor, batchId)
    // Rows come while the file is read; what is there so far is not looked at in full yet.
    if (batch.state === 'reading') return { rows: [], total: 0 }
    return this.rows.list(batchId, show, page, size)
  }

  async choose(actor: Author, batchId: string, choice: RowChoice): Promise<ListedBatch> {
    await this.demand(actor, batchId)
    const done = await this.batches.whileOpen(batchId, async (manager) => {
      await this.rows.choose(manager, batchId, choice)
      return true
    })
    if (!done) throw new ProblemError('IMPORT.WRONG_STATE')
    return this.demand(actor, batchId)
  }

  /**
   * Begins to import the chosen rows; writing them goes on after the return. Of two calls at once one begins (IX-4).
   * @param given topic and level of the rows that say none
   * @throws ProblemError IMPORT.WRONG_STATE, IMPORT.NOTHING_CHOSEN, IMPORT.CLASS_NEEDED
   */
  async run(
    actor: Author,
    batchId: string,
    given: { topic: Topic | null; level: CognitiveLevel | null; submitForReview: boolean },
  ): Promise<ListedBatch> {
    const batch = await this.demand(actor, batchId)
    await this.banks.demandReach(actor, batch.bankId)
    const job: Job = { batchId, jobId: randomUUID() }
    const begun = await this.batches.whileOpen(batchId, async (manager) => {
      const { takenCount, unclassedCount } = await this.rows.countTaken(manager, batchId, given)
      if (takenCount === 0) throw new ProblemError('IMPORT.NOTHING_CHOSEN')
      if (unclassedCount > 0) throw new ProblemError('IMPORT.CLASS_NEEDED', { count: unclassedCount })
      await this.batches.beginImport(manager, job)
      return takenCount
    })
    if (begun === null) throw new ProblemError('IMPORT.WRONG_STATE')
    this.jobs.import(job, (tell) => this.write(actor, batch, job, given, begun, tell))
    return this.demand(actor, batchId)
  }

  /** Takes the items of an import away again; those that somebody has used, changed or talked about stay and are counted. */
  async undo(actor: Author, batchId: string): Promise<ListedBatch> {
    const batch = await this.demand(actor, batchId)
    if (batch.state !== 'imported' || !batch.importedAt) throw new ProblemError('IMPORT.WRONG_STATE')
    await this.authoring.removeBatch(batchId, batch.importedAt, async (transaction, counts) => {
      if (!(await this.batches.finishUndo(transaction, batchId, counts.keptCount)))
        throw new ProblemError('IMPORT.WRONG_STATE')
      const detail = { fileName: batch.fileName, ...counts }
      await this.audit.record(actor.accountId, 'item.import_undone', `import:${batchId}`, detail, transaction)
    })
    return this.demand(actor, batchId)
  }

  /** Forgets an import with its rows; items that have come of it stay. A file that is still being read is given up. */
  async remove(actor: Author, batchId: string): Promise<void> {
    const batch = await this.demand(actor, batchId)
    if (!(await this.batches.remove(batchId))) throw new ProblemError('IMPORT.WRONG_STATE')
    if (isUnderWay(batch.state)) this.jobs.giveUp(batchId)
  }

  /** All chosen rows in one transaction, together with the batch's new state (IX-4). */
  private async write(
    actor: Author,
    batch: ListedBatch,
    job: Job,
    given: { topic: Topic | null; level: CognitiveLevel | null; submitForReview: boolean },
    count: number,
    tell: (percent: number) => Promise<void>,
  ): Promise<void> {
    const findDocument = documentFinder(await this.documents.names())
    const subtopics = new Map((await this.banks.subtopics()).map(({ id, topic }) => [id, topic]))
    const known = { subtopics, unitIds: new Set((await this.units.byId()).keys()) }
    const itemOfRow = ({ draft }: { draft: ItemDraft }) => {
      const [topic, level] = [draft.topic ?? given.topic, draft.level ?? given.level]
      if (topic === null || level === null) throw new ProblemError('IMPORT.CLASS_NEEDED', { count: 1 })
      return { input: itemOf(draft, { bankId: batch.bankId, topic, level }, findDocument, known), code: draft.code }
    }
    let ordinals: number[] = []
    const { rows } = this
    async function* parts(transaction: Transaction) {
      ordinals = []
      for (;;) {
        const part = await rows.taken(transaction, job.batchId, ordinals.at(-1) ?? 0, READ_AT_ONCE)
        if (part.length === 0) return
        ordinals.push(...part.map(({ ordinal }) => ordinal))
        yield part.map(itemOfRow)
      }
    }
    await this.authoring.createMany(
      actor,
      parts,
      { batchId: job.batchId, state: given.submitForReview ? 'in_review' : 'draft' },
      (written) => tell((95 * written) / count),
      async (transaction, itemIds) => {
        if (!(await this.batches.finishImport(transaction, job, ordinals, itemIds))) throw new JobLost()
        const { fileName, format, bankId } = batch
        const detail = { fileName, format, bankId, count: ordinals.length }
        await this.audit.record(actor.accountId, 'item.imported', `import:${job.batchId}`, detail, transaction)
      },
    )
  }
}

/** The name of a file without the folders that some browsers send along. */
function plainName(name: string): string {
  return (
    soundText(name)
      .replace(/^.*[\\/]/, '')
      .trim() || '?'
  )
}
