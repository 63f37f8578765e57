import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { type ErrorCode, problemOf } from '@thiso/contracts'
import { ProblemError } from '../../../kernel/problem-error.js'
import { Semaphore } from '../../../kernel/semaphore.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { ThreadStopped } from '../../../platform/threads/limited-thread.js'
import { type BatchError, ImportRepository, type Job } from '../infra/import.repository.js'

/** Files read at once; each may take as much memory as its thread is given. */
const READERS = 2
/** Files that wait in memory for their turn. */
const WAITING_MAX = 6
const BEAT_MS = 2_000
/** A job that has been silent for so long is dead: its process is gone, or has lost the database for good. */
const SILENT_S = 15
const SWEEP_MS = 5_000
/** How long an import may go on when the process is told to stop. */
const PATIENCE_MS = 8_000
const PROGRESS_EVERY_MS = 300

/** Another process has given this job up, or its batch is gone. */
export class JobLost extends Error {
  constructor() {
    super('the batch is no longer the job’s own')
    this.name = 'JobLost'
  }
}

/**
 * The work that goes on after an answer was sent: reading files, writing items. Each job gives signs of life; every process ends the
 * jobs of processes that are gone (IX-9), so that nobody waits for them for ever.
 */
@Injectable()
export class ImportJobs implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly readers = new Semaphore(READERS, Number.POSITIVE_INFINITY)
  /** Codes are given under a lock: a second import could only wait for it, with a connection in its hand. */
  private readonly writers = new Semaphore(1, Number.POSITIVE_INFINITY)
  /** By batch: what ends a reading at once. */
  private readonly readings = new Map<string, AbortController>()
  private readonly imports = new Set<Promise<void>>()
  private sweeping: NodeJS.Timeout | undefined

  constructor(
    private readonly batches: ImportRepository,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.sweep()
    this.sweeping = setInterval(() => void this.sweep().catch(() => undefined), SWEEP_MS)
    this.sweeping.unref()
  }

  /** @throws ProblemError SERVER.BUSY when too many files wait already */
  demandRoomToRead(): void {
    if (this.readings.size >= READERS + WAITING_MAX) throw new ProblemError('SERVER.BUSY')
  }

  read(job: Job, work: (stop: AbortSignal) => Promise<void>): void {
    const control = new AbortController()
    this.readings.set(job.batchId, control)
    const turn = () => (control.signal.aborted ? Promise.reject(new ThreadStopped()) : work(control.signal))
    void this.alive(job, () => this.readers.run(turn, busy)).finally(() => this.readings.delete(job.batchId))
  }

  /** @param work is given what tells how far it has come, in percent */
  import(job: Job, work: (tell: (percent: number) => Promise<void>) => Promise<void>): void {
    let told = 0
    const tell = async (percent: number) => {
      if (performance.now() - told < PROGRESS_EVERY_MS) return
      told = performance.now()
      await this.batches.beat(job, Math.round(percent))
    }
    const turn = () => this.writers.run(() => work(tell), busy)
    const running = this.alive(job, turn).finally(() => this.imports.delete(running))
    this.imports.add(running)
  }

  /** Ends the reading of a file that nobody wants any more. */
  giveUp(batchId: string): void {
    this.readings.get(batchId)?.abort()
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const control of this.readings.values()) control.abort()
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS).unref())
    await Promise.race([Promise.allSettled(this.imports), patience])
    while (this.readings.size > 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeping)
  }

  /** IX-9: ends the jobs of processes that are gone. */
  private async sweep(): Promise<void> {
    const count = await this.batches.failSilent(SILENT_S, errorOf('IMPORT.INTERRUPTED'))
    if (count > 0) this.logger.warn({ count }, 'imports that were broken off have been ended')
  }

  /** Runs a job with signs of life; a job that fails leaves its sentence with the batch. */
  private async alive(job: Job, work: () => Promise<void>): Promise<void> {
    const beating = setInterval(() => void this.batches.beat(job, 0).catch(() => undefined), BEAT_MS)
    try {
      await work()
    } catch (error) {
      await this.fail(job, error)
    } finally {
      clearInterval(beating)
    }
  }

  private async fail(job: Job, error: unknown): Promise<void> {
    let told = errorOf('SERVER.UNEXPECTED')
    if (error instanceof ProblemError) told = errorOf(error.code, error.params)
    else if (error instanceof ThreadStopped || error instanceof JobLost) told = errorOf('IMPORT.INTERRUPTED')
    else this.logger.error({ err: error instanceof Error ? error.stack : String(error) }, 'an import failed')
    // Were the database away just now, the sweep would end the batch later.
    await this.batches.fail(job, told).catch(() => undefined)
  }
}

const busy = () => new ProblemError('SERVER.BUSY')

function errorOf(code: ErrorCode, params?: Record<string, string | number>): BatchError {
  return { code, messages: problemOf(code, params).messages }
}
