import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { CreditScope } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { Bus } from '../../../platform/live/bus.js'
import { AuditService } from '../../audit/index.js'
import { NoticesService } from '../../notices/index.js'
import { shownClosesAt, storedClosesAt } from '../domain/round-window.js'
import { isSameJson } from '@thiso/contracts/vocab'
import { ClockActRepository } from '../infra/clock-act.repository.js'
import type { RoundEntity } from '../infra/contest.entities.js'
import { ContestRepository } from '../infra/contest.repository.js'
import { ROUND_CHANGED, RoundsService } from './rounds.service.js'
import { RuleChecksService } from './rule-checks.service.js'

/** Gives a pause that has come to its end to the attempts that run; `closesAt`: the end of the round that holds from now on. */
export type GivePause = (
  manager: Transaction,
  round: RoundEntity,
  pause: ClockInterval,
  closesAt: number,
) => Promise<void>

/** An interval of time in ms since 1970; the end does not belong to it. */
export interface ClockInterval {
  from: number
  to: number
}

export interface CreditAct extends ClockInterval {
  id: string
  scope: CreditScope
  reason: string
}

/**
 * What organizers do to the clock of a round. Everything happens under the lock of the round's row, in one transaction with what it does
 * to attempts; that part is handed in by the module that owns them.
 */
@Injectable()
export class RoundClockService {
  constructor(
    private readonly contests: ContestRepository,
    private readonly acts: ClockActRepository,
    private readonly rounds: RoundsService,
    private readonly checks: RuleChecksService,
    private readonly notices: NoticesService,
    private readonly audit: AuditService,
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {}

  /** CL-1: stops the clock of everybody; nobody starts. @throws ProblemError ROUND.WRONG_STATE, ROUND.PAUSED */
  async pause(actorId: string, roundId: string, reason: string): Promise<RoundEntity> {
    return this.change(roundId, async (round, manager) => {
      this.demandOpen(round)
      if (round.pausedAt) throw new ProblemError('ROUND.PAUSED')
      const pausedAt = new Date(this.clock.now())
      const act = { id: randomUUID(), roundId, kind: 'pause' as const, by: actorId, reason, scope: ALL }
      await this.acts.insert(manager, { ...act, fromAt: pausedAt, toAt: null })
      await this.tell(manager, round, true, 'round-paused', { round: round.name })
      await this.audit.record(actorId, 'round.paused', `round:${roundId}`, { reason }, manager)
      return { pausedAt, closesAt: new Date(storedClosesAt(round.closesAt.getTime(), pausedAt.getTime())) }
    })
  }

  /**
   * CL-2: lets the clock go on. The end of the round moves by the length of the pause, whoever was at it: nobody loses a minute in which
   * one could have started.
   * @throws ProblemError ROUND.RULES_IMPOSSIBLE about `closesAt` when the end would come to lie where none may (CL-3): then the other
   *   round is moved first, or this one closed
   */
  async resume(actorId: string, roundId: string, give: GivePause): Promise<RoundEntity> {
    return this.change(roundId, async (round, manager) => {
      if (!round.pausedAt) throw new ProblemError('ROUND.NOT_PAUSED')
      this.demandOpen(round)
      const pause = { from: round.pausedAt.getTime(), to: Math.max(this.clock.now(), round.pausedAt.getTime()) }
      const closesAt = shownClosesAt(round.closesAt.getTime(), pause.from) + (pause.to - pause.from)
      const end = new Date(closesAt)
      await this.demandEnd(round, end)
      await this.endPause(manager, round, pause, closesAt, give)
      await this.tell(manager, round, true, 'round-resumed', { round: round.name, closesAt: end.toISOString() })
      await this.audit.record(actorId, 'round.resumed', `round:${roundId}`, { closesAt: end.toISOString() }, manager)
      return { pausedAt: null, closesAt: end }
    })
  }

  /**
   * Closes an open round now: people in progress are stopped at this moment with what they have saved. A pause that goes on ends with it
   * and is no time used by anybody (SC-2).
   */
  async close(actorId: string, roundId: string, give: GivePause): Promise<RoundEntity> {
    return this.change(roundId, async (round, manager) => {
      this.demandOpen(round)
      const at = Math.max(this.clock.now(), round.opensAt.getTime() + 1)
      if (round.pausedAt) await this.endPause(manager, round, { from: round.pausedAt.getTime(), to: at }, at, give)
      const closesAt = new Date(at)
      await this.recordClosing(manager, actorId, { ...round, closesAt })
      return { closesAt, pausedAt: null }
    })
  }

  /** CL-1: rounds whose end came while they were paused are closed, as if somebody had closed them at that moment. */
  async closeForgotten(give: GivePause): Promise<void> {
    for (const id of await this.acts.forgottenPauses(new Date(this.clock.now())))
      await this.change(id, async (round, manager) => {
        const to = round.closesAt.getTime()
        if (!round.pausedAt || this.rounds.stateOf(round) !== 'closed') return {}
        await this.endPause(manager, round, { from: round.pausedAt.getTime(), to }, to, give)
        await this.recordClosing(manager, null, round)
        return { pausedAt: null }
      })
  }

  /** CL-3: moves the end of an open round later; everybody who has taken part is told. */
  async extend(actorId: string, roundId: string, closesAt: Date, reason: string): Promise<RoundEntity> {
    return this.change(roundId, async (round, manager) => {
      this.demandOpen(round)
      const paused = round.pausedAt?.getTime() ?? null
      const before = new Date(shownClosesAt(round.closesAt.getTime(), paused))
      if (closesAt <= before) throw new ProblemError('ROUND.WINDOW_INVALID')
      await this.demandEnd(round, closesAt)
      await this.noteExtension(manager, round, actorId, reason, before, closesAt)
      const detail = { reason, closesAt: closesAt.toISOString() }
      await this.audit.record(actorId, 'round.extended', `round:${roundId}`, detail, manager)
      return { closesAt: new Date(storedClosesAt(closesAt.getTime(), paused)) }
    })
  }

  /**
   * CL-4: takes an interval out of the clock, once: the same id with the same content does nothing again.
   * @param apply gives it to attempts; returns the end that people see the round to need, never earlier than the one it has
   * @returns whether it was done now
   * @throws ProblemError CREDIT.OTHER, CREDIT.INTERVAL_INVALID, ROUND.RESULTS_PUBLISHED; ROUND.RULES_IMPOSSIBLE about `closesAt`
   */
  async credit(
    actorId: string,
    roundId: string,
    act: CreditAct,
    apply: (manager: Transaction, round: RoundEntity) => Promise<number>,
  ): Promise<boolean> {
    let isNew = false
    await this.change(roundId, async (round, manager) => {
      const known = await this.acts.find(manager, act.id)
      if (known) {
        if (!isSameCredit(known, roundId, act)) throw new ProblemError('CREDIT.OTHER')
        return {}
      }
      this.demandCreditable(round, act)
      const { id, scope, reason } = act
      const interval = { fromAt: new Date(act.from), toAt: new Date(act.to) }
      await this.acts.insert(manager, { id, roundId, kind: 'credit', by: actorId, reason, scope, ...interval })
      isNew = true
      const given = { from: interval.fromAt.toISOString(), to: interval.toAt.toISOString() }
      await this.audit.record(
        actorId,
        'round.credit_granted',
        `round:${roundId}`,
        { id, scope, reason, ...given },
        manager,
      )
      const closesAt = new Date(await apply(manager, round))
      const paused = round.pausedAt?.getTime() ?? null
      const before = new Date(shownClosesAt(round.closesAt.getTime(), paused))
      if (closesAt <= before) return {}
      await this.demandEnd(round, closesAt)
      await this.noteExtension(manager, round, actorId, reason, before, closesAt)
      return { closesAt: new Date(storedClosesAt(closesAt.getTime(), paused)) }
    })
    return isNew
  }

  /** The pauses of a round, the running one up to now. */
  async pausesOf(manager: Transaction | null, round: RoundEntity): Promise<ClockInterval[]> {
    const over = await this.acts.pausesOf(manager, round.id)
    if (!round.pausedAt) return over
    const from = round.pausedAt.getTime()
    return [...over, { from, to: Math.max(from, this.clock.now()) }]
  }

  /** CL-3, CL-4: whether the round may end then. @throws ProblemError ROUND.RULES_IMPOSSIBLE about `closesAt` */
  demandEnd(round: RoundEntity, closesAt: Date): Promise<void> {
    return this.checks.demandEnd({ ...round, closesAt })
  }

  /** An interval can be credited that lies within the time of the round that has passed, until its results are published. */
  demandCreditable(round: RoundEntity, { from, to }: ClockInterval): void {
    if (round.resultsPublishedAt) throw new ProblemError('ROUND.RESULTS_PUBLISHED')
    const isWithin = from >= round.opensAt.getTime() && from < round.closesAt.getTime()
    if (!round.publishedAt || !isWithin || from >= to || to > this.clock.now())
      throw new ProblemError('CREDIT.INTERVAL_INVALID')
  }

  private async change(
    roundId: string,
    decide: (round: RoundEntity, manager: Transaction) => Promise<Partial<RoundEntity>>,
  ): Promise<RoundEntity> {
    const round = await this.contests.changeRound(roundId, async (found, _, manager) => ({
      change: await decide(found, manager),
    }))
    if (!round) throw new ProblemError('ROUND.NOT_FOUND')
    this.bus.publish(ROUND_CHANGED, roundId)
    return round
  }

  private async endPause(
    manager: Transaction,
    round: RoundEntity,
    pause: ClockInterval,
    closesAt: number,
    give: GivePause,
  ): Promise<void> {
    await give(manager, round, pause, closesAt)
    await this.acts.endPause(manager, round.id, new Date(pause.to))
  }

  private async recordClosing(
    manager: Transaction,
    actorId: string | null,
    { id, opensAt, closesAt }: RoundEntity,
  ): Promise<void> {
    const window = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }
    await this.audit.record(actorId, 'round.closed', `round:${id}`, window, manager)
  }

  private demandOpen(round: RoundEntity): void {
    const state = this.rounds.stateOf(round)
    if (state !== 'open') throw new ProblemError('ROUND.WRONG_STATE', { state })
  }

  private async noteExtension(
    manager: Transaction,
    round: RoundEntity,
    actorId: string,
    reason: string,
    before: Date,
    after: Date,
  ): Promise<void> {
    const act = { id: randomUUID(), roundId: round.id, kind: 'extension' as const, by: actorId, reason, scope: ALL }
    await this.acts.insert(manager, { ...act, fromAt: before, toAt: after })
    await this.tell(manager, round, false, 'round-extended', { round: round.name, closesAt: after.toISOString() })
  }

  private async tell<K extends 'round-paused' | 'round-resumed' | 'round-extended'>(
    manager: Transaction,
    round: RoundEntity,
    isRunningOnly: boolean,
    kind: K,
    params: Parameters<typeof this.notices.tell<K>>[3],
  ): Promise<void> {
    const people = await this.acts.peopleOf(manager, round.id, isRunningOnly)
    await this.notices.tell(manager, people, kind, params, `/dot/${round.id}`)
  }
}

const ALL: CreditScope = { kind: 'all' }

function isSameCredit(
  known: { roundId: string; kind: string; fromAt: Date; toAt: Date | null; scope: CreditScope },
  roundId: string,
  act: CreditAct,
): boolean {
  return (
    known.roundId === roundId &&
    known.kind === 'credit' &&
    known.fromAt.getTime() === act.from &&
    known.toAt?.getTime() === act.to &&
    isSameJson(known.scope, act.scope)
  )
}
