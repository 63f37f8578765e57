import { Injectable } from '@nestjs/common'
import type { CreditScope } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import {
  type ClockInterval,
  type CreditAct,
  type GivePause,
  RoundClockService,
  type RoundEntity,
  RoundsService,
  shownClosesAt,
} from '../../contests/index.js'
import { NoticesService } from '../../notices/index.js'
import { UnitsService } from '../../units/index.js'
import { attemptDeadline, isOver, timeUsedS } from '../domain/attempt-clock.js'
import { creditOf, type CreditOutcome, type Interval } from '../domain/clock-credit.js'
import { type AttemptClock, type CreditGiven, CreditRepository, type CreditRow } from '../infra/credit.repository.js'
import { AttemptCloser } from './attempt-closer.js'
import { Rejudging } from './rejudging.js'

/** One attempt and what a credit does to it. */
interface Touched {
  row: CreditRow
  outcome: CreditOutcome
}

/** What a credit is looked at with. */
interface Looking {
  now: number
  /** While it stands, since when. */
  pausedAt: number | null
  isOpen: boolean
  /** The pauses of the round; one that goes on is the last one. */
  pauses: readonly Interval[]
}

/** Time that organizers take out of the clocks of attempts: after an outage, and for a pause (CL-2, CL-4, CL-5). */
@Injectable()
export class ClockCredits {
  constructor(
    private readonly credits: CreditRepository,
    private readonly clocks: RoundClockService,
    private readonly rounds: RoundsService,
    private readonly units: UnitsService,
    private readonly closer: AttemptCloser,
    private readonly rejudging: Rejudging,
    private readonly notices: NoticesService,
    private readonly clock: Clock,
  ) {
    closer.beforeSweep(() => this.clocks.closeForgotten(this.givePause))
  }

  /** Lets a paused round go on; every running attempt gets the pause. */
  resume(actorId: string, roundId: string): Promise<RoundEntity> {
    return this.clocks.resume(actorId, roundId, this.givePause)
  }

  /** Closes a round now; a pause that goes on is given to every running attempt before. */
  close(actorId: string, roundId: string): Promise<RoundEntity> {
    return this.clocks.close(actorId, roundId, this.givePause)
  }

  /** Who would be affected, and how; nothing happens. @throws whatever would keep it from being granted */
  async preview(roundId: string, interval: ClockInterval, scope: CreditScope) {
    const round = await this.rounds.demand(roundId)
    this.clocks.demandCreditable(round, interval)
    const { touched } = await this.look(null, round, interval, scope)
    const end = endOf(round)
    const needed = neededEnd(touched, end)
    if (needed > end) await this.clocks.demandEnd(round, new Date(needed))
    return {
      given: touched.map(({ row, outcome }) => ({
        ...givenOf(row, outcome),
        fullName: row.fullName,
        unitId: row.unitId,
      })),
      closesAt: needed > end ? needed : null,
    }
  }

  /** Takes the interval out of the clocks; asked again with the same id, it says what was done the first time. */
  async grant(actorId: string, roundId: string, act: CreditAct) {
    let closesAt: number | null = null
    let changed: Touched[] = []
    let closed: Awaited<ReturnType<AttemptCloser['closeLocked']>> = []
    await this.clocks.credit(actorId, roundId, act, async (manager, round) => {
      const { touched, looking, ended } = await this.look(manager, round, act, act.scope)
      const end = neededEnd(touched, endOf(round))
      if (end > endOf(round)) closesAt = end
      await this.credits.record(
        manager,
        roundId,
        act.id,
        touched.map(({ row, outcome }) => givenOf(row, outcome)),
      )
      await this.write(manager, touched, round, end, looking)
      await this.tell(manager, round, touched)
      closed = ended
      changed = touched.filter(({ outcome }) => outcome.effect === 'submitted')
      return end
    })
    this.closer.announce(closed)
    this.closer.tell(changed.map(({ row: { id, accountId } }) => ({ attemptId: id, roundId, accountId })))
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

  /** CL-2: a pause that has come to its end. What was over when it began gets nothing of it. */
  private readonly givePause: GivePause = async (manager, round, pause, closesAt) => {
    const rows = await this.credits.touched(manager, round.id, pause, { unitIds: null, network: null })
    const standing = { ...round, pausedAt: null } as RoundEntity
    // The pauses before this one, which is still the running one of the row.
    const earlier = await this.clocks.pausesOf(manager, standing)
    const looking = { now: pause.to, pausedAt: null, isOpen: true, pauses: earlier }
    const touched = rows
      .filter((row) => row.submittedAt === null && !isOver(clockOf(row, round, pause.from), pause.to))
      .flatMap((row) => outcomeOf(row, pause, looking))
    await this.write(manager, touched, standing, closesAt, looking)
  }

  /** @returns besides, with a transaction: the attempts that were over and that it has closed, to be announced after the commit */
  private async look(manager: Transaction | null, round: RoundEntity, interval: Interval, scope: CreditScope) {
    if (scope.kind === 'unit' && !(await this.units.find(scope.unitId))) throw new ProblemError('UNIT.NOT_FOUND')
    const only = {
      unitIds: scope.kind === 'unit' ? [...(await this.units.subtreeOf(scope.unitId))] : null,
      network: scope.kind === 'network' ? scope.network : null,
    }
    const found = await this.credits.touched(manager, round.id, interval, only)
    const pauses = await this.clocks.pausesOf(manager, round)
    const [now, pausedAt] = [this.clock.now(), round.pausedAt?.getTime() ?? null]
    const looking: Looking = { now, pausedAt, isOpen: now < round.closesAt.getTime(), pauses }
    const over = found.filter((row) => row.submittedAt === null && isOver(clockOf(row, round, pausedAt), now))
    const isOverNow = new Set(over.map(({ id }) => id))
    const ended = manager && over.length > 0 ? await this.closer.closeLocked(manager, [...isOverNow]) : []
    const extras = new Map(ended.map(({ attempt, closing }) => [attempt.id, closing.usableExtra]))
    const rows = found.map((row) =>
      isOverNow.has(row.id)
        ? {
            ...row,
            submittedAt: row.deadlineAt,
            submitKind: 'at_deadline' as const,
            usableExtra: extras.get(row.id) ?? null,
          }
        : row,
    )
    return { touched: rows.flatMap((row) => outcomeOf(row, interval, looking)), looking, ended }
  }

  /** @param closesAt the end of the round, as people see it, that holds from now on */
  private async write(
    manager: Transaction,
    touched: readonly Touched[],
    round: RoundEntity,
    closesAt: number,
    { pausedAt, pauses }: Looking,
  ): Promise<void> {
    // A pause that goes on is in nobody's credit before it ends: until then a clock that stands says it.
    const standing = pausedAt === null ? undefined : pauses.at(-1)
    const standingMs = standing ? standing.to - standing.from : 0
    const clocks = touched.flatMap(({ row, outcome }): AttemptClock[] => {
      if (outcome.effect === 'one-more') return []
      const startedAt = row.startedAt.getTime()
      if (row.submittedAt === null) {
        const creditMs = outcome.totalMs - standingMs
        const { extraPercent, timeLimitS } = row
        const deadlineAt = attemptDeadline(startedAt, timeLimitS, closesAt, { extraPercent, creditMs })
        return [{ id: row.id, creditMs, deadlineAt: new Date(deadlineAt), timeUsedS: null, score: null }]
      }
      const clock = { startedAt, submittedAt: row.submittedAt.getTime(), deadlineAt: row.deadlineAt.getTime() }
      const used = timeUsedS({ ...clock, creditMs: outcome.totalMs })
      return [{ id: row.id, creditMs: outcome.totalMs, deadlineAt: null, timeUsedS: used, score: null }]
    })
    const bonuses = new Map(touched.filter(({ row }) => row.hasSpeedBonus).map(({ row }) => [row.id, row.usableExtra]))
    const scored = await this.rejudging.scores(manager, clocks, bonuses)
    await this.credits.writeClocks(manager, scored, pausedAt === null ? round.graceMs : null)
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

/** The end of a round as people see it, ms since 1970. */
function endOf({ closesAt, pausedAt }: RoundEntity): number {
  return shownClosesAt(closesAt.getTime(), pausedAt?.getTime() ?? null)
}

function clockOf({ deadlineAt }: CreditRow, { graceMs }: RoundEntity, pausedAt: number | null) {
  return { deadlineAt: deadlineAt.getTime(), graceMs, pausedAt }
}

function outcomeOf(row: CreditRow, interval: Interval, { now, isOpen, pauses }: Looking): Touched[] {
  const outcome = creditOf(
    {
      startedAt: row.startedAt.getTime(),
      deadlineAt: row.deadlineAt.getTime(),
      submittedAt: row.submittedAt?.getTime() ?? null,
      submitKind: row.submitKind,
      earlier: [...row.earlier, ...pauses],
    },
    interval,
    { now, isOpen },
  )
  return outcome ? [{ row, outcome }] : []
}

/** The end of the round that running attempts need to get their whole credit, not before `end`; ms since 1970. */
function neededEnd(touched: readonly Touched[], end: number): number {
  return touched.reduce(
    (latest, { row, outcome }) =>
      outcome.effect === 'running' ? Math.max(latest, row.deadlineAt.getTime() + outcome.addedMs) : latest,
    end,
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
