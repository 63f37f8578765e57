import { Injectable } from '@nestjs/common'
import type { CreditScope } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import {
  type ClockInterval,
  type CreditAct,
  RoundClockService,
  type RoundEntity,
  RoundsService,
} from '../../contests/index.js'
import { NoticesService } from '../../notices/index.js'
import { UnitsService } from '../../units/index.js'
import { attemptDeadline, timeUsedS } from '../domain/attempt-clock.js'
import { creditOf, type CreditOutcome, type Interval } from '../domain/clock-credit.js'
import { type AttemptClock, type CreditGiven, CreditRepository, type CreditRow } from '../infra/credit.repository.js'

/** One attempt and what a credit does to it. */
interface Touched {
  row: CreditRow
  outcome: CreditOutcome
}

/** Time that organizers take out of the clocks of attempts: after an outage, and for a pause (CL-2, CL-4, CL-5). */
@Injectable()
export class ClockCredits {
  constructor(
    private readonly credits: CreditRepository,
    private readonly clocks: RoundClockService,
    private readonly rounds: RoundsService,
    private readonly units: UnitsService,
    private readonly notices: NoticesService,
    private readonly clock: Clock,
  ) {}

  /** Lets a paused round go on; every running attempt gets the pause. */
  resume(actorId: string, roundId: string): Promise<RoundEntity> {
    return this.clocks.resume(actorId, roundId, async (manager, round, pause, closesAt) => {
      const rows = await this.credits.touched(manager, roundId, pause, { unitIds: null, network: null })
      // The pauses before this one, which is still the running one of the row.
      const earlier = await this.clocks.pausesOf(manager, { ...round, pausedAt: null } as RoundEntity)
      const touched = this.outcomes(rows, pause, earlier, { now: pause.to, isOpen: false })
      await this.write(
        manager,
        touched.filter(({ outcome }) => outcome.effect === 'running'),
        { ...round, pausedAt: null } as RoundEntity,
        closesAt,
      )
    })
  }

  /** Who would be affected, and how; nothing happens. */
  async preview(roundId: string, interval: ClockInterval, scope: CreditScope) {
    const round = await this.rounds.demand(roundId)
    this.clocks.demandCreditable(round, interval)
    const touched = await this.look(null, round, interval, scope)
    const needed = neededEnd(touched, round)
    return {
      given: touched.map(({ row, outcome }) => ({
        ...givenOf(row, outcome),
        fullName: row.fullName,
        unitId: row.unitId,
      })),
      closesAt: needed > round.closesAt.getTime() ? needed : null,
    }
  }

  /** Takes the interval out of the clocks; asked again with the same id, it says what was done the first time. */
  async grant(actorId: string, roundId: string, act: CreditAct) {
    let closesAt: number | null = null
    await this.clocks.credit(actorId, roundId, act, async (manager, round) => {
      const touched = await this.look(manager, round, act, act.scope)
      const end = Math.max(neededEnd(touched, round), round.closesAt.getTime())
      if (end > round.closesAt.getTime()) closesAt = end
      await this.write(manager, touched, round, end)
      await this.credits.record(
        manager,
        roundId,
        act.id,
        touched.map(({ row, outcome }) => givenOf(row, outcome)),
      )
      await this.tell(manager, round, touched)
      return end
    })
    return { given: await this.credits.givenBy(act.id), closesAt }
  }

  /** CL-8: the reasons of the credits that results made at a moment know nothing of. */
  reasonsSince(manager: Transaction | null, roundId: string, since: Date): Promise<string[]> {
    return this.credits.reasonsSince(manager, roundId, since)
  }

  /** CL-8: the newest version of the results, if a credit like this changes what it was made from. */
  outdatedBy(roundId: string, given: readonly { effect: string }[]): Promise<number | null> {
    return given.some(({ effect }) => effect === 'submitted')
      ? this.credits.resultsNumber(roundId)
      : Promise.resolve(null)
  }

  private async look(
    manager: Transaction | null,
    round: RoundEntity,
    interval: Interval,
    scope: CreditScope,
  ): Promise<Touched[]> {
    if (scope.kind === 'unit' && !(await this.units.find(scope.unitId))) throw new ProblemError('UNIT.NOT_FOUND')
    const rows = await this.credits.touched(manager, round.id, interval, {
      unitIds: scope.kind === 'unit' ? [...(await this.units.subtreeOf(scope.unitId))] : null,
      network: scope.kind === 'network' ? scope.network : null,
    })
    const pauses = await this.clocks.pausesOf(manager, round)
    const now = this.clock.now()
    return this.outcomes(rows, interval, pauses, { now, isOpen: now < round.closesAt.getTime() })
  }

  private outcomes(
    rows: readonly CreditRow[],
    interval: Interval,
    pauses: readonly Interval[],
    at: { now: number; isOpen: boolean },
  ): Touched[] {
    return rows.flatMap((row) => {
      const outcome = creditOf(
        {
          startedAt: row.startedAt.getTime(),
          deadlineAt: row.deadlineAt.getTime(),
          submittedAt: row.submittedAt?.getTime() ?? null,
          submitKind: row.submitKind,
          earlier: [...row.earlier, ...pauses],
        },
        interval,
        at,
      )
      return outcome ? [{ row, outcome }] : []
    })
  }

  /** @param closesAt the end of the round that holds from now on */
  private async write(
    manager: Transaction,
    touched: readonly Touched[],
    round: RoundEntity,
    closesAt: number,
  ): Promise<void> {
    const clocks = touched.flatMap(({ row, outcome }): AttemptClock[] => {
      if (outcome.effect === 'one-more') return []
      const creditMs = outcome.totalMs
      const startedAt = row.startedAt.getTime()
      if (outcome.effect === 'running') {
        const { extraPercent, timeLimitS } = row
        const deadlineAt = attemptDeadline(startedAt, timeLimitS, closesAt, { extraPercent, creditMs })
        return [{ id: row.id, creditMs, deadlineAt: new Date(deadlineAt), timeUsedS: null }]
      }
      const submittedAt = (row.submittedAt as Date).getTime()
      const used = timeUsedS({ startedAt, submittedAt, deadlineAt: row.deadlineAt.getTime(), creditMs })
      return [{ id: row.id, creditMs, deadlineAt: null, timeUsedS: used }]
    })
    await this.credits.writeClocks(manager, clocks, round.pausedAt ? null : round.graceMs)
  }

  private async tell(manager: Transaction, round: RoundEntity, touched: readonly Touched[]): Promise<void> {
    const link = `/dot/${round.id}`
    const timed = touched.flatMap(({ row, outcome }) => {
      if (outcome.effect === 'one-more') return []
      const params = { round: round.name, creditS: Math.round(outcome.addedMs / 1_000) }
      return [{ accountId: row.accountId, params, link }]
    })
    const more = touched.filter(({ outcome }) => outcome.effect === 'one-more').map(({ row }) => row.accountId)
    await this.notices.tellEach(manager, 'clock-credit', timed)
    await this.notices.tell(manager, [...new Set(more)], 'attempt-added', { round: round.name }, link)
  }
}

/** The end of the round that running attempts need to get their whole credit; ms since 1970. */
function neededEnd(touched: readonly Touched[], round: RoundEntity): number {
  return touched.reduce(
    (end, { row, outcome }) =>
      outcome.effect === 'running' ? Math.max(end, row.deadlineAt.getTime() + outcome.addedMs) : end,
    round.closesAt.getTime(),
  )
}

function givenOf(row: CreditRow, outcome: CreditOutcome): CreditGiven {
  return {
    attemptId: row.id,
    accountId: row.accountId,
    effect: outcome.effect,
    ...outcome.part,
    addedMs: outcome.effect === 'one-more' ? 0 : outcome.addedMs,
  }
}
