import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common'
import type { ItemFormat } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import { Semaphore } from '../../../kernel/semaphore.js'
import { runThread, ThreadOverrun, ThreadStopped } from '../../../platform/threads/limited-thread.js'
import { type Author, DocumentsService, ItemsService, type ListFilter, MediaService } from '../../item-bank/index.js'
import { documentNames } from '../domain/document-names.js'
import type { WrittenFile } from '../infra/formats/format.js'
import { draftOf } from './drafts.js'
import type { ExportCheck, ExportOrder, OutgoingItem } from './exporting.thread.js'
import { ROWS_MAX } from './read-items.js'

const LIMITS = { memoryMegabytes: 512, workMs: 60_000 }
const WRITERS = 2
const WAITING_MAX = 6
const READ_AT_ONCE = 200
const MEDIA_MEGABYTES_MAX = 100

export interface OutgoingFile {
  content: Buffer
  extension: string
  mime: string
}

/** Items of the bank on their way into a file. */
@Injectable()
export class ExportsService implements BeforeApplicationShutdown {
  private readonly writers = new Semaphore(WRITERS, WAITING_MAX)
  private readonly stop = new AbortController()

  constructor(
    private readonly items: ItemsService,
    private readonly documents: DocumentsService,
    private readonly media: MediaService,
  ) {}

  beforeApplicationShutdown(): void {
    this.stop.abort()
  }

  /** What a format would lose of the items that a list shows. Nobody gets to see a key, so it leaves no trace. */
  async check(actor: Author, filter: ListFilter, format: ItemFormat): Promise<ExportCheck> {
    const { answers, itemCount } = await this.outgoing(actor, filter)
    return this.run<ExportCheck>({ task: 'check', format, locale: 'vi' }, answers, itemCount)
  }

  /**
   * The items that a list shows as a file, keys included: leaves a trace (IB-4).
   * @throws ProblemError UPLOAD.TOO_MANY_ROWS, UPLOAD.TOO_LARGE when so much does not fit into one file
   */
  async write(actor: Author, filter: ListFilter, format: ItemFormat, locale: 'vi' | 'en'): Promise<OutgoingFile> {
    const { answers, codes, itemCount } = await this.outgoing(actor, filter)
    const file = await this.run<WrittenFile>({ task: 'write', format, locale }, answers, itemCount)
    await this.items.recordReading(actor, 'export', codes)
    return sendable(file)
  }

  /** A sheet to fill in, with one item of each type as an example. */
  async template(): Promise<OutgoingFile> {
    return sendable(await this.run<WrittenFile>({ task: 'template', format: 'xlsx', locale: 'vi' }, {}, 1))
  }

  /** What the thread asks for: the items part by part, and their media. `codes` fills while it asks. */
  private async outgoing(actor: Author, filter: ListFilter) {
    const ids = await this.items.idsOf(actor, filter, ROWS_MAX + 1)
    if (ids.length > ROWS_MAX) throw new ProblemError('UPLOAD.TOO_MANY_ROWS', { limit: ROWS_MAX })
    const names = documentNames(await this.documents.names())
    const codes: string[] = []
    let [from, mediaBytes] = [0, 0]
    const answers = {
      items: async (): Promise<OutgoingItem[]> => {
        while (from < ids.length) {
          const found = await this.items.readPart(actor, ids.slice(from, from + READ_AT_ONCE))
          from += READ_AT_ONCE
          codes.push(...found.map(({ item }) => item.code))
          // Items may have gone meanwhile; nothing at all would mean the end.
          if (found.length > 0)
            return found.map((full) => ({
              draft: draftOf(full, names),
              hasUnsaid: full.item.subtopicId !== null || full.item.unitIds.length > 0,
            }))
        }
        return []
      },
      media: async (mediaIds: string[]) => {
        const found = await this.media.findMany(mediaIds)
        for (const { bytes } of found) mediaBytes += bytes.length
        if (mediaBytes > MEDIA_MEGABYTES_MAX * 1024 * 1024)
          throw new ProblemError('UPLOAD.TOO_LARGE', { megabytes: MEDIA_MEGABYTES_MAX })
        return found
      },
    }
    return { answers, codes, itemCount: ids.length }
  }

  private async run<Result>(
    order: ExportOrder,
    answers: Parameters<typeof runThread>[3],
    itemCount: number,
  ): Promise<Result> {
    try {
      return await this.writers.run(
        () =>
          runThread<Result>(
            new URL('./exporting.thread.js', import.meta.url),
            order,
            [],
            answers,
            LIMITS,
            this.stop.signal,
          ),
        () => new ProblemError('SERVER.BUSY'),
      )
    } catch (error) {
      // Twenty thousand items as a table are nothing; as pages of Word with pictures they are too much. Half of them may do.
      if (error instanceof ThreadOverrun)
        throw new ProblemError('UPLOAD.TOO_MANY_ROWS', { limit: Math.max(1, Math.floor(itemCount / 2)) })
      if (error instanceof ThreadStopped) throw new ProblemError('SERVER.BUSY')
      throw error
    }
  }
}

function sendable({ bytes, extension, mime }: WrittenFile): OutgoingFile {
  return { content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), extension, mime }
}
