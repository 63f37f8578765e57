import { setTimeout as sleep } from 'node:timers/promises'
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { AuditService } from '../../audit/index.js'
import { ExpiryRepository } from '../infra/expiry.repository.js'
import { LessonConductor } from './lesson-conductor.js'

const SWEEP_MS = 10 * 60_000
/** A lesson that nobody has touched for so long is over: its PIN is wanted again. */
const IDLE_MS = 3 * 86_400_000
/** Until the devices of a lesson have heard that it has ended. */
const TOLD_MS = 3_000

/** CR-60: what is told to pupils about their data is kept by a job; any number of processes may run it, and run it again. */
@Injectable()
export class Expiry implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly expiry: ExpiryRepository,
    private readonly conductor: LessonConductor,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.sweep()
    this.timer = setInterval(() => void this.sweep(), SWEEP_MS)
    this.timer.unref()
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
  }

  /** A failed sweep is done again by the next one. */
  async sweep(): Promise<void> {
    try {
      await this.deleteDue()
      await this.endIdle()
    } catch (error) {
      this.logger.warn({ reason: (error as Error).message }, 'old lessons could not be cleared')
    }
  }

  private async deleteDue(): Promise<void> {
    const today = vietnamDay(this.clock.now())
    // First whoever still plays is told the end; what runs is never deleted.
    const running = await this.expiry.runningOn(today)
    for (const id of running) await this.end(id)
    if (running.length > 0) await sleep(TOLD_MS, undefined, { ref: false })
    await this.audit.together(async (manager) => {
      const { classes, lessons } = await this.expiry.deleteDue(manager, today)
      for (const id of classes) await this.audit.record(null, 'class.expired', `class:${id}`, {}, manager)
      for (const id of lessons) await this.audit.record(null, 'lesson.expired', `lesson:${id}`, {}, manager)
    })
  }

  private async endIdle(): Promise<void> {
    for (const id of await this.expiry.idleSince(new Date(this.clock.now() - IDLE_MS))) await this.end(id)
  }

  /** One that somebody holds is ended by the next sweep, and keeps no other one waiting. */
  private async end(lessonId: string): Promise<void> {
    try {
      await this.conductor.endBySelf(lessonId)
    } catch (error) {
      this.logger.warn({ reason: (error as Error).message }, 'an old lesson could not be ended')
    }
  }
}
