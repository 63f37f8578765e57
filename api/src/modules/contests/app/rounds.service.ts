import { randomBytes, randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { Bus } from '../../../platform/live/bus.js'
import { ShortMemory } from '../../../platform/memory/short-memory.js'
import { AuditService } from '../../audit/index.js'
import { normaliseBlueprint } from '../domain/blueprint.js'
import type { PoolItem } from '../domain/draw-form.js'
import type { Spread } from '../domain/draw-form-spread.js'
import { isSoundWindow, roundState, shownClosesAt, storedClosesAt } from '../domain/round-window.js'
import { DEFAULT_DRAW_LIMITS, type DrawLimits, settingChanges } from '@thiso/contracts/vocab'
import { freezeOf } from './round-freeze.js'
import { type ExpectedItem, type PoolQuestion, RoundPool } from './round-pool.js'
import type { RoundEntity } from '../infra/contest.entities.js'
import { ContestRepository } from '../infra/contest.repository.js'
import { amendmentField } from './contests.service.js'
import { RuleChecksService } from './rule-checks.service.js'

export type RoundIn = Pick<
  RoundEntity,
  'name' | 'opensAt' | 'closesAt' | 'timeLimitS' | 'attemptLimit' | 'resultPolicy' | 'bankIds' | 'blueprint' | 'rules'
> & {
  /** Absent: the whole pool every day, without a cap. */
  drawLimits?: DrawLimits
}

/** The notice that a round changed: its id as text. */
export const ROUND_CHANGED = 'round.changed'

/** Told of a pool in the transaction that fixes it. */
export type PoolFixed = (manager: Transaction, round: RoundEntity, pool: readonly PoolItem[]) => Promise<void>

/** AT-3: how long after the deadline an answer on its way still counts. */
const GRACE_MS = 3_000

const REMEMBER_MS = 1_000

@Injectable()
export class RoundsService {
  private readonly remembered = new ShortMemory<RoundEntity>(REMEMBER_MS)
  private readonly poolFixed: PoolFixed[] = []

  constructor(
    private readonly rounds: ContestRepository,
    private readonly pool: RoundPool,
    private readonly checks: RuleChecksService,
    private readonly audit: AuditService,
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {
    bus.subscribe(ROUND_CHANGED, (roundId) => this.remembered.forget(roundId as string))
  }

  /** For later modules: what has to happen together with the fixing of a pool, before anybody draws from it. */
  onPoolFixed(listener: PoolFixed): void {
    this.poolFixed.push(listener)
  }

  /**
   * The round, at most a second old (at once after a change in this process, or through the bus). Whoever acts on it lets the
   * database check again: changes take the row's lock, starting an attempt names the revision that it was drawn for.
   */
  async demand(roundId: string): Promise<RoundEntity> {
    return this.remembered.get(roundId, async () => {
      const round = await this.rounds.findRound(roundId)
      if (!round) throw new ProblemError('ROUND.NOT_FOUND')
      return round
    })
  }

  listOf(contestId: string): Promise<RoundEntity[]> {
    return this.rounds.roundsOf(contestId)
  }

  find(ids: readonly string[]): Promise<RoundEntity[]> {
    return this.rounds.findRounds(ids)
  }

  /** AM-3: when scores are shown, as the rules said under which each attempt was taken. */
  async resultPolicies(attempts: readonly { roundId: string; rulesVersion: number }[]) {
    const kept = await this.rounds.resultPolicies([...new Set(attempts.map(({ roundId }) => roundId))])
    const policies = new Map(kept.map(({ roundId, version, policy }) => [`${roundId} ${version}`, policy]))
    return (attempt: { roundId: string; rulesVersion: number }) => {
      const policy = policies.get(`${attempt.roundId} ${attempt.rulesVersion}`)
      if (!policy) throw new Error(`round ${attempt.roundId} has no rules ${attempt.rulesVersion}`)
      return policy
    }
  }

  hasAttempts(roundId: string): Promise<boolean> {
    return this.rounds.hasAttempts(roundId)
  }

  poolOf(roundId: string): Promise<PoolItem[]> {
    return this.rounds.poolOf(roundId)
  }

  stateOf(round: RoundEntity) {
    return roundState(
      { opensAt: round.opensAt.getTime(), closesAt: round.closesAt.getTime(), isPublished: round.publishedAt !== null },
      this.clock.now(),
    )
  }

  /** What the banks can give for a blueprint in a window, and what its papers would be like. */
  check(question: PoolQuestion) {
    return this.pool.check(question)
  }

  /** The same of a stored round. */
  checkOf(round: RoundEntity) {
    const { id, contestId, bankIds, blueprint, opensAt, closesAt, rules, drawLimits, secret } = round
    const [tolerance, limits] = [rules.paperTolerance, drawLimits]
    return this.pool.check({ bankIds, blueprint, opensAt, closesAt, tolerance, limits, contestId, roundId: id, secret })
  }

  /** EX-4: how much the drawn papers of a round share; null before it is counted. */
  drawnOverlap(round: RoundEntity) {
    return this.pool.drawnOverlap(round)
  }

  /** What a round draws from, with what is expected of each item. */
  expectedPool(round: RoundEntity): Promise<ExpectedItem[]> {
    return this.pool.expectedOf(round)
  }

  /** DR-4: how the papers of a round lie apart; null before its end, and where nobody took part. */
  async drawnSpread(round: RoundEntity): Promise<Spread | null> {
    return this.stateOf(round) === 'closed' ? this.pool.spreadOfDrawn(round.id) : null
  }

  /** DR-6: keeps how the items of a closed round were answered on first attempts, for what later rounds expect of them. */
  keepItemRecords(...kept: Parameters<RoundPool['keepRecords']>): Promise<void> {
    return this.pool.keepRecords(...kept)
  }

  async create(actorId: string | null, contestId: string, input: RoundIn): Promise<RoundEntity> {
    this.demandSound(input)
    await this.checks.demandRound(contestId, null, input, true)
    const id = randomUUID()
    const round = {
      ...input,
      drawLimits: input.drawLimits ?? DEFAULT_DRAW_LIMITS,
      blueprint: normaliseBlueprint(input.blueprint),
      id,
      contestId,
      graceMs: GRACE_MS,
      secret: randomBytes(32),
      publishedAt: null,
    }
    await this.audit.together(async (manager) => {
      await this.rounds.insertRound(manager, round)
      await this.audit.record(actorId, 'round.created', `round:${id}`, {}, manager)
    })
    return this.demand(id)
  }

  /**
   * Before the first attempt everything may change; afterwards, and in a closed round, only the name: the end moves by acts of its own,
   * rules by an amendment (AM-1).
   * @throws ProblemError ROUND.AMENDMENT_NEEDED with every other field that would change
   */
  async update(actorId: string, roundId: string, input: RoundIn): Promise<RoundEntity> {
    return this.change(actorId, 'round.updated', roundId, async (round, hasAttempts) => {
      if (this.stateOf(round) === 'closed' || hasAttempts) {
        demandNameOnly(round, input)
        return { change: { name: input.name } }
      }
      this.demandSound(input)
      await this.checks.demandRound(round.contestId, roundId, input, round.publishedAt === null)
      const change = {
        ...input,
        drawLimits: input.drawLimits ?? DEFAULT_DRAW_LIMITS,
        blueprint: normaliseBlueprint(input.blueprint),
        closesAt: new Date(storedClosesAt(input.closesAt.getTime(), round.pausedAt?.getTime() ?? null)),
      }
      return round.publishedAt ? { change, pool: await this.pool.demand({ ...round, ...change }) } : { change }
    })
  }

  /** Freezes the pool and lets the schedule run. */
  async publish(actorId: string | null, roundId: string): Promise<RoundEntity> {
    return this.change(actorId, 'round.published', roundId, async (round) => {
      this.demandState(round, ['draft'])
      await this.checks.demandRound(round.contestId, roundId, round, false)
      return { change: { publishedAt: new Date(this.clock.now()) }, pool: await this.pool.demand(round) }
    })
  }

  /** Opens a scheduled round now. */
  async open(actorId: string, roundId: string): Promise<RoundEntity> {
    return this.change(actorId, 'round.opened', roundId, async (round) => {
      this.demandState(round, ['scheduled'])
      // Opened earlier, it may meet a round that it would have followed, or items that are not true yet.
      const opened = { ...round, opensAt: new Date(this.clock.now()) }
      await this.checks.demandRound(round.contestId, roundId, opened, false)
      return { change: { opensAt: opened.opensAt }, pool: await this.pool.demand(opened) }
    })
  }

  /**
   * LB-9: makes public what was submitted after the freeze began, once the round has closed. Doing it again changes nothing.
   * @throws ProblemError BOARD.NEVER_FROZEN, BOARD.ROUND_NOT_CLOSED
   */
  async reveal(actorId: string, roundId: string): Promise<RoundEntity> {
    let isNew = false
    const round = await this.rounds.changeRound(roundId, async (round, _, manager) => {
      if (freezeOf(round) === null) throw new ProblemError('BOARD.NEVER_FROZEN')
      if (this.stateOf(round) !== 'closed') throw new ProblemError('BOARD.ROUND_NOT_CLOSED')
      isNew = round.revealedAt === null
      if (isNew) await this.audit.record(actorId, 'board.revealed', `round:${roundId}`, {}, manager)
      return { change: isNew ? { revealedAt: new Date(this.clock.now()) } : {} }
    })
    if (!round) throw new ProblemError('ROUND.NOT_FOUND')
    if (isNew) this.bus.publish(ROUND_CHANGED, roundId)
    return round
  }

  /**
   * Marks the results of a round as published, together with what makes them so.
   * @param make works in the transaction that holds the round
   * @returns what it made; null: they were published before
   */
  async publishResults<T>(
    roundId: string,
    make: (transaction: Transaction, at: Date) => Promise<T>,
  ): Promise<T | null> {
    let made: T | null = null
    const round = await this.rounds.changeRound(roundId, async (round, _, manager) => {
      if (round.resultsPublishedAt) return { change: {} }
      const at = new Date(this.clock.now())
      made = await make(manager, at)
      return { change: { resultsPublishedAt: at } }
    })
    if (!round) throw new ProblemError('ROUND.NOT_FOUND')
    this.bus.publish(ROUND_CHANGED, roundId)
    return made
  }

  async remove(actorId: string, roundId: string): Promise<void> {
    const round = await this.demand(roundId)
    if (await this.rounds.hasAttempts(roundId))
      throw new ProblemError('ROUND.WRONG_STATE', { state: this.stateOf(round) })
    const waiting = (await this.rounds.roundsOf(round.contestId)).find(
      ({ rules: { entry } }) => entry.kind === 'qualified' && entry.fromRoundId === roundId,
    )
    if (waiting) throw new ProblemError('ROUND.AWAITED', { round: waiting.name.vi })
    await this.audit.together(async (manager) => {
      await this.rounds.deleteRound(manager, roundId)
      await this.audit.record(actorId, 'round.deleted', `round:${roundId}`, { name: round.name.vi }, manager)
    })
    this.bus.publish(ROUND_CHANGED, roundId)
  }

  private async change(
    actorId: string | null,
    act: 'round.updated' | 'round.published' | 'round.opened',
    roundId: string,
    decide: (
      round: RoundEntity,
      hasAttempts: boolean,
      manager: Transaction,
    ) => ReturnType<Parameters<ContestRepository['changeRound']>[1]>,
  ): Promise<RoundEntity> {
    const round = await this.rounds.changeRound(roundId, async (found, hasAttempts, manager) => {
      const decided = await decide(found, hasAttempts, manager)
      const { change, pool } = decided
      const next = { ...found, ...change }
      if (pool) for (const tell of this.poolFixed) await tell(manager, next, pool)
      const window = { opensAt: next.opensAt.toISOString(), closesAt: next.closesAt.toISOString() }
      await this.audit.record(actorId, act, `round:${roundId}`, window, manager)
      return decided
    })
    if (!round) throw new ProblemError('ROUND.NOT_FOUND')
    this.bus.publish(ROUND_CHANGED, roundId)
    return round
  }

  private demandSound(input: RoundIn): void {
    if (!isSoundWindow(input.opensAt.getTime(), input.closesAt.getTime(), input.timeLimitS))
      throw new ProblemError('ROUND.WINDOW_INVALID')
  }

  private demandState(round: RoundEntity, allowed: readonly string[]): void {
    const state = this.stateOf(round)
    if (!allowed.includes(state)) throw new ProblemError('ROUND.WRONG_STATE', { state })
  }
}

/** What of a round's body differs from what is stored, but for the name. */
function demandNameOnly(round: RoundEntity, input: RoundIn): void {
  const plain = (settings: RoundIn) => ({
    opensAt: settings.opensAt.toISOString(),
    closesAt: settings.closesAt.toISOString(),
    timeLimitS: settings.timeLimitS,
    attemptLimit: settings.attemptLimit,
    resultPolicy: settings.resultPolicy,
    bankIds: settings.bankIds,
    blueprint: normaliseBlueprint(settings.blueprint),
    drawLimits: settings.drawLimits ?? DEFAULT_DRAW_LIMITS,
    rules: settings.rules,
  })
  const closesAt = new Date(shownClosesAt(round.closesAt.getTime(), round.pausedAt?.getTime() ?? null))
  const changes = settingChanges(plain({ ...round, closesAt }), plain(input))
  if (changes.length > 0) throw new ProblemError('ROUND.AMENDMENT_NEEDED', undefined, changes.map(amendmentField))
}
