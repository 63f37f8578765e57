import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { Semaphore } from '../../../../kernel/semaphore.js'
import { runThread, ThreadOverrun, ThreadStopped } from '../../../../platform/threads/limited-thread.js'
import type { Carried, FileKind } from './lesson-file.js'
import type { BookSheet } from './workbooks.js'

export type FileOrder =
  | { kind: 'read'; file: FileKind; bytes: Uint8Array }
  | { kind: 'read-workbook'; bytes: Uint8Array }
  | { kind: 'write-workbook'; sheets: readonly BookSheet[]; at: Date }

const LIMITS = { memoryMegabytes: 512, workMs: 20_000 }
const AT_ONCE = 2
const WAITING_MAX = 10
const UNREADABLE = { set: 'SET.FILE_UNREADABLE', results: 'LESSON.FILE_UNREADABLE' } as const

/** Reads and writes files in threads with limits, so that a class that is playing is not kept waiting. */
@Injectable()
export class FileThreads implements BeforeApplicationShutdown {
  private readonly gate = new Semaphore(AT_ONCE, WAITING_MAX)
  private readonly stop = new AbortController()

  beforeApplicationShutdown(): void {
    this.stop.abort()
  }

  /** @throws ProblemError as `readFile`, SERVER.BUSY */
  read<K extends FileKind>(file: K, bytes: Uint8Array): Promise<{ content: Carried[K]; sha256: string }> {
    return this.run({ kind: 'read', file, bytes }, UNREADABLE[file])
  }

  /** The texts of every sheet, row by row. @throws ProblemError CLASS.SHEET_UNREADABLE, SERVER.BUSY */
  readWorkbook(bytes: Uint8Array): Promise<string[][][]> {
    return this.run({ kind: 'read-workbook', bytes }, 'CLASS.SHEET_UNREADABLE')
  }

  /** @throws ProblemError SERVER.BUSY */
  async writeWorkbook(sheets: readonly BookSheet[], at: Date): Promise<Buffer> {
    const bytes = await this.run<Uint8Array>({ kind: 'write-workbook', sheets, at }, 'SERVER.BUSY')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  private async run<Result>(
    order: FileOrder,
    overrun: 'SET.FILE_UNREADABLE' | 'LESSON.FILE_UNREADABLE' | 'CLASS.SHEET_UNREADABLE' | 'SERVER.BUSY',
  ): Promise<Result> {
    try {
      return await this.gate.run(
        () => runThread<Result>(new URL('./files.thread.js', import.meta.url), order, [], {}, LIMITS, this.stop.signal),
        () => new ProblemError('SERVER.BUSY'),
      )
    } catch (error) {
      if (error instanceof ThreadOverrun) throw new ProblemError(overrun)
      if (error instanceof ThreadStopped) throw new ProblemError('SERVER.BUSY')
      throw error
    }
  }
}
