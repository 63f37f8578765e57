import { Injectable } from '@nestjs/common'
import type { ItemFormat } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import { runThread, ThreadOverrun } from '../../../platform/threads/limited-thread.js'
import {
  AuthoringService,
  BankChecksService,
  BanksService,
  DocumentsService,
  MediaService,
} from '../../item-bank/index.js'
import { ImportRowRepository } from '../infra/import-row.repository.js'
import { ImportRepository, type Job } from '../infra/import.repository.js'
import { JobLost } from './import-jobs.js'
import type { ReadingOrder } from './reading.thread.js'

const LIMITS = { memoryMegabytes: 512, workMs: 60_000 }
/** Pictures are drawn anew, one after the other; a file of thousands must not keep a core busy for long. */
const MEDIA_MS = 60_000
/** Of each hundred rows; more than that share a phrase rather than a question. */
const CANDIDATES_MAX = 1_500
const ITEMS_AT_ONCE = 500
const PROGRESS_EVERY_MS = 300

/** Reads one file in a thread of its own and answers the thread's questions to the bank. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly batches: ImportRepository,
    private readonly rows: ImportRowRepository,
    private readonly authoring: AuthoringService,
    private readonly banks: BanksService,
    private readonly checks: BankChecksService,
    private readonly documents: DocumentsService,
    private readonly media: MediaService,
  ) {}

  /**
   * Reads a file into the rows of its batch and makes it ready.
   * @throws ProblemError UPLOAD.…; ThreadStopped when `stop` said so; JobLost when the batch is no longer the job's own
   */
  async read(
    job: Job,
    file: { bytes: Uint8Array; fileName: string; format: ItemFormat | null; bankId: string; authorId: string },
    stop: AbortSignal,
  ): Promise<void> {
    // Of its own, so that it can be handed over: small buffers share their memory with others.
    const bytes = Uint8Array.from(file.bytes)
    const documents = (await this.documents.names()).map(({ id, number, title }) => ({ id, number, title }))
    const { itemCount } = await this.banks.find(file.bankId)
    const order: ReadingOrder = { bytes, fileName: file.fileName, format: file.format, documents, itemCount }
    let [told, mediaMs] = [0, 0]
    const own = (isOwn: boolean) => {
      if (!isOwn) throw new JobLost()
    }
    const answers = {
      tellFile: (found: { format: ItemFormat; sha256: string; encoding: string | null }) =>
        this.batches.tellFile(job, found),
      keepMedia: async (media: Uint8Array) => {
        const since = performance.now()
        const id = await this.media.keep(file.authorId, media).then(
          (kept) => kept.id,
          (error: unknown) => {
            if (error instanceof ProblemError) return null
            throw error
          },
        )
        mediaMs += performance.now() - since
        if (mediaMs > MEDIA_MS) throw new ThreadOverrun('time')
        return id
      },
      takenCodes: async (codes: string[]) => [...(await this.authoring.takenCodes(codes))],
      nearCandidates: (bands: number[]) => this.checks.nearCandidates(file.bankId, bands, CANDIDATES_MAX),
      nextItems: (afterId: string | null) => this.checks.stemsAfter(file.bankId, afterId, ITEMS_AT_ONCE),
      writeRows: async (json: string) => own(await this.rows.insert(job, json)),
      tellProgress: async (percent: number) => {
        if (performance.now() - told < PROGRESS_EVERY_MS) return
        told = performance.now()
        own(await this.batches.beat(job, Math.round(percent)))
      },
    }
    try {
      await runThread(new URL('./reading.thread.js', import.meta.url), order, [bytes.buffer], answers, LIMITS, stop)
    } catch (error) {
      throw error instanceof ThreadOverrun ? new ProblemError('UPLOAD.TOOK_TOO_LONG') : error
    }
    own(await this.batches.finishReading(job))
  }
}
