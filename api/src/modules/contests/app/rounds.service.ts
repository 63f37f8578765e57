import { randomBytes, randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { Bus } from '../../../platform/live/bus.js'
import { ShortMemory } from '../../../platform/memory/short-memory.js'
import { AuditService } from '../../audit/index.js'
import { excludedOf, isUsable, ItemsService } from '../../item-bank/index.js'
import { type BlueprintCell, checkBlueprint, normaliseBlueprint } from '../domain/blueprint.js'
import { exclusionSets } from '../domain/choose-apart.js'
import type { PoolItem } from '../domain/draw-form.js'
import { isSoundWindow, roundState, shownClosesAt, storedClosesAt } from '../domain/round-window.js'
import { settingChanges } from '../domain/setting-changes.js'
import { freezeOf } from './round-freeze.js'
import type { RoundEntity } from '../infra/contest.entities.js'
import { ContestRepository } from '../infra/contest.repository.js'
import { ClockActRepository } from '../infra/clock-act.repository.js'
import { amendmentField } from './contests.service.js'
import { RuleChecksService } from './rule-checks.service.js'

export type RoundIn = Pick<
  RoundEntity,
  'name' | 'opensAt' | 'closesAt' | 'timeLimitS' | 'attemptLimit' | 'resultPolicy' | 'bankIds' | 'blueprint' | 'rules'
>

/** The notice that a round changed: its id as text. */
export const ROUND_CHANGED = 'round.changed'

/** AT-3: how long after the deadline an answer on its way still counts. */
const GRACE_MS = 3_000

const REMEMBER_MS = 1_000

@Injectable()
export class RoundsService {
  private readonly remembered = new ShortMemory<RoundEntity>(REMEMBER_MS)

  constructor(
    private readonly rounds: ContestRepository,
    private readonly items: ItemsService,
    private readonly checks: RuleChecksService,
    private readonly clockActs: ClockActRepository,
    private readonly audit: AuditService,
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {
    bus.subscribe(ROUND_CHANGED, (roundId) => this.remembered.forget(roundId as string))
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

  /** What the banks can give for a blueprint in a window. */
  async check(bankIds: readonly string[], blueprint: readonly BlueprintCell[], opensAt: Date, closesAt: Date) {
    const { pool, firstDay, lastDay, usable } = await this.usableItems(bankIds, opensAt, closesAt)
    return { ...checkBlueprint(blueprint, usable), excluded: excludedOf(pool, firstDay, lastDay) }
  }

  async create(actorId: string | null, contestId: string, input: RoundIn): Promise<RoundEntity> {
    this.demandSound(input)
    await this.checks.demandRound(contestId, null, input, true)
    const id = randomUUID()
    await this.rounds.insertRound({
      ...input,
      blueprint: normaliseBlueprint(input.blueprint),
      id,
      contestId,
      graceMs: GRACE_MS,
      secret: randomBytes(32),
      publishedAt: null,
    })
    await this.audit.record(actorId, 'round.created', `round:${id}`)
    return this.demand(id)
  }

  /**
   * Before the first attempt everything may change; afterwards, and in a closed round, only the name: the end moves by acts of its own,
   * rules by an amendment (AM-1).
   * @throws ProblemError ROUND.AMENDMENT_NEEDED with every other field that would change
   */
  async update(actorId: string, roundId: string, input: RoundIn): Promise<RoundEntity> {
    this.demandSound(input)
    return this.change(actorId, 'round.updated', roundId, async (round, hasAttempts) => {
      if (this.stateOf(round) === 'closed' || hasAttempts) {
        demandNameOnly(round, input)
        return { change: { name: input.name } }
      }
      await this.checks.demandRound(round.contestId, roundId, input, round.publishedAt === null)
      const change = {
        ...input,
        blueprint: normaliseBlueprint(input.blueprint),
        closesAt: new Date(storedClosesAt(input.closesAt.getTime(), round.pausedAt?.getTime() ?? null)),
      }
      return round.publishedAt ? { change, pool: await this.demandPool({ ...round, ...change }) } : { change }
    })
  }

  /** Freezes the pool and lets the schedule run. */
  async publish(actorId: string | null, roundId: string): Promise<RoundEntity> {
    return this.change(actorId, 'round.published', roundId, async (round) => {
      this.demandState(round, ['draft'])
      await this.checks.demandRound(round.contestId, roundId, round, false)
      return { change: { publishedAt: new Date(this.clock.now()) }, pool: await this.demandPool(round) }
    })
  }

  /** Opens a scheduled round now. */
  async open(actorId: string, roundId: string): Promise<RoundEntity> {
    return this.change(actorId, 'round.opened', roundId, async (round) => {
      this.demandState(round, ['scheduled'])
      return { change: { opensAt: new Date(this.clock.now()) } }
    })
  }

  /** Closes an open round now: people in progress are stopped at this moment with what they have saved. */
  async close(actorId: string, roundId: string): Promise<RoundEntity> {
    return this.change(actorId, 'round.closed', roundId, async (round, _, manager) => {
      this.demandState(round, ['open'])
      const closesAt = new Date(Math.max(this.clock.now(), round.opensAt.getTime() + 1))
      if (round.pausedAt) await this.clockActs.endPause(manager, roundId, closesAt)
      return { change: { closesAt, pausedAt: null } }
    })
  }

  /**
   * LB-9: makes public what was submitted after the freeze began, once the round has closed. Doing it again changes nothing.
   * @throws ProblemError BOARD.NEVER_FROZEN, BOARD.ROUND_NOT_CLOSED
   */
  async reveal(actorId: string, roundId: string): Promise<RoundEntity> {
    let isNew = false
    const round = await this.rounds.changeRound(roundId, async (round) => {
      if (freezeOf(round) === null) throw new ProblemError('BOARD.NEVER_FROZEN')
      if (this.stateOf(round) !== 'closed') throw new ProblemError('BOARD.ROUND_NOT_CLOSED')
      isNew = round.revealedAt === null
      return { change: isNew ? { revealedAt: new Date(this.clock.now()) } : {} }
    })
    if (!round) throw new ProblemError('ROUND.NOT_FOUND')
    if (isNew) {
      await this.audit.record(actorId, 'board.revealed', `round:${roundId}`)
      this.bus.publish(ROUND_CHANGED, roundId)
    }
    return round
  }

  async remove(actorId: string, roundId: string): Promise<void> {
    const round = await this.demand(roundId)
    if (await this.rounds.hasAttempts(roundId))
      throw new ProblemError('ROUND.WRONG_STATE', { state: this.stateOf(round) })
    await this.rounds.deleteRound(roundId)
    await this.audit.record(actorId, 'round.deleted', `round:${roundId}`, { name: round.name.vi })
    this.bus.publish(ROUND_CHANGED, roundId)
  }

  private async change(
    actorId: string | null,
    act: 'round.updated' | 'round.published' | 'round.opened' | 'round.closed',
    roundId: string,
    decide: (
      round: RoundEntity,
      hasAttempts: boolean,
      manager: Transaction,
    ) => ReturnType<Parameters<ContestRepository['changeRound']>[1]>,
  ): Promise<RoundEntity> {
    const round = await this.rounds.changeRound(roundId, decide)
    if (!round) throw new ProblemError('ROUND.NOT_FOUND')
    await this.audit.record(actorId, act, `round:${roundId}`, {
      opensAt: round.opensAt.toISOString(),
      closesAt: round.closesAt.toISOString(),
    })
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

  /** The pool that a blueprint draws from; refused when it cannot be fed. */
  private async demandPool(
    round: Pick<RoundEntity, 'bankIds' | 'blueprint' | 'opensAt' | 'closesAt'>,
  ): Promise<PoolItem[]> {
    const { usable } = await this.usableItems(round.bankIds, round.opensAt, round.closesAt)
    const { isFeasible, missingCount, cells } = checkBlueprint(round.blueprint, usable)
    if (!isFeasible) throw new ProblemError('ROUND.BANK_TOO_SMALL', { missing: missingCount })
    const wanted = new Set(cells.map((cell) => `${cell.topic} ${cell.level}`))
    const chosen = usable.filter((item) => wanted.has(`${item.topic} ${item.level}`))
    const texts = await this.items.deliver(chosen.map((item) => item.itemVersionId))
    const questionBy = new Map(texts.map((item) => [item.itemVersionId, item.question]))
    return chosen.map(({ itemVersionId, topic, level, type, exclusionSet }) => ({
      itemVersionId,
      topic,
      level,
      type,
      exclusionSet,
      optionCount: questionBy.get(itemVersionId)?.options.length ?? 0,
      choiceCount: questionBy.get(itemVersionId)?.choices.length ?? 0,
    }))
  }

  /** What the banks hold, and which of it may be drawn on every day of a window. */
  private async usableItems(bankIds: readonly string[], opensAt: Date, closesAt: Date) {
    const [firstDay, lastDay] = [opensAt, closesAt].map((at) => vietnamDay(at.getTime())) as [string, string]
    const pool = await this.items.pool(bankIds)
    const approved = pool.filter((item) => isUsable(item, firstDay, lastDay))
    const sets = exclusionSets(approved)
    const usable = approved.map((item, index) => ({ ...item, exclusionSet: sets[index] as string }))
    return { pool, firstDay, lastDay, usable }
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
    rules: settings.rules,
  })
  const closesAt = new Date(shownClosesAt(round.closesAt.getTime(), round.pausedAt?.getTime() ?? null))
  const changes = settingChanges(plain({ ...round, closesAt }), plain(input))
  if (changes.length > 0) throw new ProblemError('ROUND.AMENDMENT_NEEDED', undefined, changes.map(amendmentField))
}
