import { Injectable } from '@nestjs/common'
import { setImmediate } from 'node:timers/promises'
import { lackingFields, missingCellFields } from '@thiso/contracts'
import type { DrawLimits } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { excludedOf, isUsable, ItemsService } from '../../item-bank/index.js'
import { type BlueprintCell, checkBlueprint } from '../domain/blueprint.js'
import { fitsCell } from '../domain/blueprint-matching.js'
import { exclusionSets, withVariants } from '../domain/choose-apart.js'
import { checkLimits, overlapOfPapers } from '../domain/draw-limit-check.js'
import type { PoolItem } from '../domain/draw-form.js'
import { expectedShareOf, type ItemRecord } from '../domain/draw-form-share.js'
import { drawSpread, type PaperSpread, SIMULATION, type Spread } from '../domain/draw-form-spread.js'
import { settleShares } from '../domain/exposure-cap.js'
import { meanSharedOfDrawn, overlapAdvice, sightOf } from '../domain/paper-overlap.js'
import type { RoundEntity } from '../infra/contest.entities.js'
import { ContestRepository } from '../infra/contest.repository.js'
import { RoundItemRepository } from '../infra/round-item.repository.js'

/** Papers that are simulated for the organizer; the same ones every time. */
const SIMULATED_PAPERS = 300
/** Papers that are simulated before others get their turn: a few milliseconds. */
const AT_A_TIME = 10

/** So many of the items that come again are named. */
const REUSED_SHOWN = 50

export interface PoolQuestion {
  bankIds: readonly string[]
  blueprint: readonly BlueprintCell[]
  opensAt: Date
  closesAt: Date
  tolerance: number | null
  limits: DrawLimits
  /** null: of no contest yet, so no earlier rounds. */
  contestId: string | null
  roundId: string | null
  /** By which days are dealt; null: the round is not stored yet. */
  secret: Buffer | null
}

type PooledRound = Pick<
  RoundEntity,
  'id' | 'contestId' | 'bankIds' | 'blueprint' | 'drawLimits' | 'opensAt' | 'closesAt' | 'rules' | 'secret'
>

/** An item that may be drawn, with what is expected of it; `isKnown`: from answers, not from a level or an author. */
export type ExpectedItem = Pick<PoolItem, 'itemVersionId' | 'topic' | 'level' | 'type' | 'exclusionSet'> & {
  expectedShare: number
  isKnown: boolean
}

/** What rounds are drawn from, and what their papers are like. */
@Injectable()
export class RoundPool {
  private readonly drawn = new Map<string, Promise<Spread | null>>()

  constructor(
    private readonly rounds: ContestRepository,
    private readonly roundItems: RoundItemRepository,
    private readonly items: ItemsService,
  ) {}

  /** What the banks can give for a blueprint in a window, and what its papers would be like. */
  async check({ bankIds, blueprint, opensAt, closesAt, tolerance, limits, ...of }: PoolQuestion) {
    const { pool, firstDay, lastDay, usable: all } = await this.usableItems(bankIds, opensAt, closesAt)
    const secret = of.secret ?? SIMULATION
    const used = of.contestId ? await this.usedAmong(all, of.contestId, of.roundId, opensAt) : []
    const usable = limits.leaveOutUsed ? all.filter((item) => !used.includes(item)) : all
    const check = checkBlueprint(blueprint, usable)
    const expected = check.isFeasible ? (await this.expected(usable)).map(asDrawn) : []
    const days = checkLimits(secret, blueprint, expected, check.isFeasible ? limits : { dayPools: 1, maxShare: null })
    const lacking = check.isFeasible ? [...days.unfed, ...days.overCap] : []
    const papers =
      check.isFeasible && days.unfed.length === 0
        ? await this.spread(blueprint, expected, tolerance, { of: limits.dayPools, secret })
        : null
    const wanted = used.filter((item) => blueprint.some((cell) => fitsCell(cell, item)))
    return {
      ...check,
      isFeasible: check.isFeasible && lacking.length === 0,
      excluded: excludedOf(pool, firstDay, lastDay),
      papers,
      overlap: papers && overlapOfPapers(secret, blueprint, expected, limits.dayPools),
      days: { ...days, ...(check.isFeasible ? {} : { unfed: [], overCap: [] }) },
      reused: of.contestId
        ? {
            count: wanted.length,
            isLeftOut: limits.leaveOutUsed,
            items: await this.roundItems.codesOf(wanted.map(({ itemId }) => itemId).slice(0, REUSED_SHOWN)),
          }
        : null,
    }
  }

  /**
   * The pool that a round draws from, with what is expected of each item from now on (DR-6), and with which chance papers may take it
   * (EX-1).
   * @throws ProblemError ROUND.BANK_TOO_SMALL when the blueprint cannot be fed; ROUND.DAYS_TOO_SMALL when a day pool cannot feed it;
   *   ROUND.CAP_TOO_LOW when items would stand on more papers than they may; ROUND.PAPERS_UNEQUAL when papers cannot be brought within
   *   the tolerance
   */
  async demand(round: PooledRound): Promise<PoolItem[]> {
    const { blueprint, rules, drawLimits: limits, secret } = round
    const { usable: all } = await this.usableItems(round.bankIds, round.opensAt, round.closesAt)
    const used = limits.leaveOutUsed ? await this.usedAmong(all, round.contestId, round.id, round.opensAt) : []
    const usable = all.filter((item) => !used.includes(item))
    const { isFeasible, missingCount, cells } = checkBlueprint(blueprint, usable)
    if (!isFeasible) throw new ProblemError('ROUND.BANK_TOO_SMALL', { missing: missingCount }, missingCellFields(cells))
    const wanted = usable.filter((item) => blueprint.some((cell) => fitsCell(cell, item)))
    const [expected, texts] = await Promise.all([
      this.expected(wanted),
      this.items.deliver(wanted.map(({ itemVersionId }) => itemVersionId)),
    ])
    const questionBy = new Map(texts.map((item) => [item.itemVersionId, item.question]))
    const pool = expected.map((item) => ({
      ...asDrawn(item),
      optionCount: questionBy.get(item.itemVersionId)?.options.length ?? 0,
      choiceCount: questionBy.get(item.itemVersionId)?.choices.length ?? 0,
    }))
    const { unfed, overCap } = checkLimits(secret, blueprint, pool, limits)
    if (unfed.length > 0)
      throw new ProblemError('ROUND.DAYS_TOO_SMALL', { days: limits.dayPools }, lackingFields(blueprint, unfed))
    const percent = Math.round((limits.maxShare ?? 1) * 100)
    if (overCap.length > 0) throw new ProblemError('ROUND.CAP_TOO_LOW', { percent }, lackingFields(blueprint, overCap))
    const { maxShare, dayPools } = limits
    const settled =
      maxShare === null
        ? null
        : await inTurns(settleShares(secret, blueprint, pool, rules.paperTolerance, dayPools, maxShare))
    if (settled && !settled.isKept) throw new ProblemError('ROUND.CAP_TOO_LOW', { percent })
    await this.demandTolerance(round, settled?.pool ?? pool, rules.paperTolerance)
    return settled?.pool ?? pool
  }

  /**
   * AM-3: whether papers of the pool that a round has already can be kept within a tolerance that is proposed.
   * @throws ProblemError ROUND.PAPERS_UNEQUAL
   */
  async demandWithin(round: RoundEntity, tolerance: number | null): Promise<void> {
    await this.demandTolerance(round, await this.rounds.poolOf(round.id), tolerance)
  }

  private async demandTolerance(
    { blueprint, secret, drawLimits }: Pick<RoundEntity, 'blueprint' | 'secret' | 'drawLimits'>,
    pool: readonly PoolItem[],
    tolerance: number | null,
  ): Promise<void> {
    if (tolerance === null) return
    const days = { of: drawLimits.dayPools, secret }
    const { outsideCount, leastTolerance } = await this.spread(blueprint, pool, tolerance, days)
    if (outsideCount > 0) throw new ProblemError('ROUND.PAPERS_UNEQUAL', { tolerance, least: leastTolerance ?? 0 })
  }

  /** EX-4: how much the papers of a round share, by how often each item was shown; null: not counted yet, or fewer than two papers. */
  async drawnOverlap({ id, blueprint, drawLimits }: RoundEntity) {
    const shown = await this.roundItems.shownCounts(id)
    const itemCount = blueprint.reduce((sum, { count }) => sum + count, 0)
    if (!shown || shown.length === 0 || itemCount === 0) return null
    const counts = shown.map(({ shownCount }) => shownCount)
    const papers = Math.round(counts.reduce((sum, count) => sum + count, 0) / itemCount)
    const mean = meanSharedOfDrawn(counts, papers, itemCount)
    if (mean === null) return null
    const ofDay = papers / drawLimits.dayPools
    return {
      papers,
      itemCount,
      poolCount: counts.length,
      mean,
      most: Math.min(1, Math.max(...counts) / ofDay),
      least: Math.min(1, Math.min(...counts) / ofDay),
      neverCount: counts.filter((count) => count === 0).length,
      advice: overlapAdvice(mean, itemCount),
      sight: sightOf(mean),
    }
  }

  /** What a round draws from: the frozen pool once it is published, before what its banks hold now. */
  async expectedOf(round: RoundEntity): Promise<ExpectedItem[]> {
    if (!round.publishedAt) {
      const { usable } = await this.usableItems(round.bankIds, round.opensAt, round.closesAt)
      return this.expected(usable.filter((item) => round.blueprint.some((cell) => fitsCell(cell, item))))
    }
    const pool = await this.rounds.poolOf(round.id)
    const records = await this.roundItems.recordsOf(pool.map(({ itemVersionId }) => itemVersionId))
    return pool.map((item) => ({
      ...item,
      expectedShare: item.expectedShare ?? 0,
      isKnown: records.has(item.itemVersionId),
    }))
  }

  /** DR-4: how the papers that were drawn lie apart. Kept: to be asked once nobody can start any more. */
  spreadOfDrawn(roundId: string): Promise<Spread | null> {
    const known = this.drawn.get(roundId)
    if (known) return known
    const spread = this.roundItems.spreadOfDrawn(roundId)
    this.drawn.set(roundId, spread)
    spread.catch(() => this.drawn.delete(roundId))
    return spread
  }

  keepRecords(
    transaction: Transaction | null,
    roundId: string,
    records: readonly (ItemRecord & { itemVersionId: string })[],
  ): Promise<void> {
    return this.roundItems.keepRecords(transaction, roundId, records)
  }

  private spread(
    blueprint: readonly BlueprintCell[],
    pool: readonly PoolItem[],
    tolerance: number | null,
    days: { of: number; secret: Buffer },
  ): Promise<PaperSpread> {
    return inTurns(drawSpread(blueprint, pool, tolerance, SIMULATED_PAPERS, days))
  }

  /** EX-3: of these items, those that earlier rounds of the contest have shown or may show, and their variants. */
  private async usedAmong<T extends { itemId: string; bankId: string; variantGroup: string }>(
    items: readonly T[],
    contestId: string,
    roundId: string | null,
    opensAt: Date,
  ): Promise<T[]> {
    return withVariants(items, await this.roundItems.usedBefore(contestId, roundId, opensAt))
  }

  private async expected<T extends Parameters<typeof expectedShareOf>[0] & { itemVersionId: string }>(
    items: readonly T[],
  ): Promise<(T & { expectedShare: number; isKnown: boolean })[]> {
    const records = await this.roundItems.recordsOf(items.map(({ itemVersionId }) => itemVersionId))
    return items.map((item) => {
      const record = records.get(item.itemVersionId)
      return { ...item, expectedShare: expectedShareOf(item, record), isKnown: record !== undefined }
    })
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

/** What a simulated draw looks at; nobody sees its options. */
function asDrawn({ itemVersionId, topic, level, type, exclusionSet, expectedShare }: ExpectedItem): PoolItem {
  return { itemVersionId, topic, level, type, exclusionSet, expectedShare, optionCount: 0, choiceCount: 0 }
}

/** Runs to the end with others' work in between. */
async function inTurns<T>(drawing: Generator<void, T>): Promise<T> {
  for (let count = 1; ; count++) {
    const step = drawing.next()
    if (step.done) return step.value
    if (count % AT_A_TIME === 0) await setImmediate()
  }
}
