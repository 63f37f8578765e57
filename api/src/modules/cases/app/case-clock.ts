import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { AuditService } from '../../audit/index.js'
import { isFinalByTime } from '../domain/case-life.js'
import { CaseRepository } from '../infra/case.repository.js'
import { CaseActs } from './case-acts.js'
import { standingOf } from './case-desk.js'

const SWEEP_MS = 60_000

/** CA-7, CA-15: what time alone does in cases: a decision becomes final, a case is deleted. Any number of processes may run it. */
@Injectable()
export class CaseClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly cases: CaseRepository,
    private readonly acts: CaseActs,
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
      const now = this.clock.now()
      const { final, deletable } = await this.cases.due(new Date(now), vietnamDay(now))
      for (const id of final) await this.finish(id, now)
      for (const id of deletable) await this.forget(id, now)
    } catch (error) {
      this.logger.warn({ reason: (error as Error).message }, 'cases could not be brought up to date')
    }
  }

  private async finish(id: string, now: number): Promise<void> {
    await this.cases.transaction(async (manager) => {
      const file = await this.cases.lock(manager, id)
      if (!file || !isFinalByTime(standingOf(file, []), now)) return
      this.acts.close(file, now)
      await this.cases.append(manager, file, 'final', null, now, {})
      await this.cases.save(manager, file)
      await this.audit.record(null, 'case.closed', `case:${id}`, { number: file.number }, manager)
    })
  }

  private async forget(id: string, now: number): Promise<void> {
    await this.cases.transaction(async (manager) => {
      const file = await this.cases.lock(manager, id)
      if (!file || file.deletedAt !== null || file.deleteOn === null || file.deleteOn > vietnamDay(now)) return
      await this.cases.forget(manager, file, new Date(now))
      await this.audit.record(null, 'case.deleted', `case:${id}`, { number: file.number }, manager)
    })
  }
}
