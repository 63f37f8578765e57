import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common'
import { ProblemError } from '../../kernel/problem-error.js'
import { Semaphore } from '../../kernel/semaphore.js'
import { runThread, ThreadOverrun, ThreadStopped } from '../threads/limited-thread.js'
import type { CertificateFile } from './certificate.js'
import type { Document } from './document.js'
import type { DocumentFormat, RenderOrder } from './render-file.js'

const LIMITS = { memoryMegabytes: 768, workMs: 120_000 }
const AT_ONCE = 1
const WAITING_MAX = 12

/**
 * Makes files of documents in threads of their own, one after the other; any module may ask for it (`DocumentsModule` is global).
 * Every method throws ProblemError SERVER.BUSY when too many wait, a file takes more time or memory than it may, or the server stops.
 */
@Injectable()
export class DocumentRenderer implements BeforeApplicationShutdown {
  protected readonly file: URL = new URL('./render.thread.js', import.meta.url)
  private readonly gate = new Semaphore(AT_ONCE, WAITING_MAX)
  private readonly stop = new AbortController()

  beforeApplicationShutdown(): void {
    this.stop.abort()
  }

  renderDocument(document: Document, format: DocumentFormat): Promise<Buffer> {
    return this.run({ kind: 'document', document, format })
  }

  /** As a PDF, one to a page. */
  renderCertificates(file: CertificateFile): Promise<Buffer> {
    return this.run({ kind: 'certificates', file })
  }

  private async run(order: RenderOrder): Promise<Buffer> {
    try {
      const bytes = await this.gate.run(
        () => runThread<Uint8Array>(this.file, order, [], {}, LIMITS, this.stop.signal),
        () => new ProblemError('SERVER.BUSY'),
      )
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    } catch (error) {
      if (error instanceof ThreadOverrun || error instanceof ThreadStopped) throw new ProblemError('SERVER.BUSY')
      throw error
    }
  }
}
