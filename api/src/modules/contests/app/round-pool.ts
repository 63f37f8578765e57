import { Injectable } from '@nestjs/common'
import { setImmediate } from 'node:timers/promises'
import { missingCellFields } from '@thiso/contracts'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { excludedOf, isUsable, ItemsService } from '../../item-bank/index.js'
import { type BlueprintCell, checkBlueprint } from '../domain/blueprint.js'
import { fitsCell } from '../domain/blueprint-matching.js'
import { exclusionSets } from '../domain/choose-apart.js'
import type { PoolItem } from '../domain/draw-form.js'
import { expectedShareOf, type ItemRecord } from '../domain/draw-form-share.js'
import { drawSpread, type PaperSpread, type Spread } from '../domain/draw-form-spread.js'
import type { RoundEntity } from '../infra/contest.entities.js'
import { ContestRepository } from '../infra/contest.repository.js'
import { RoundItemRepository } from '../infra/round-item.repository.js'

/** Papers that are simulated for the organizer; the same ones every time. */
const SIMULATED_PAPERS = 300
/** Papers that are simulated before others get their turn: a few milliseconds. */
const AT_A_TIME = 10

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
  async check(
    bankIds: readonly string[],
    blueprint: readonly BlueprintCell[],
    opensAt: Date,
    closesAt: Date,
    tolerance: number | null,
  ) {
    const { pool, firstDay, lastDay, usable } = await this.usableItems(bankIds, opensAt, closesAt)
    const check = checkBlueprint(blueprint, usable)
    const papers = check.isFeasible
      ? await this.spread(blueprint, (await this.expected(usable)).map(asDrawn), tolerance)
      : null
    return { ...check, excluded: excludedOf(pool, firstDay, lastDay), papers }
  }

  /**
   * The pool that a round draws from, with what is expected of each item from now on (DR-6).
   * @throws ProblemError ROUND.BANK_TOO_SMALL when the blueprint cannot be fed; ROUND.PAPERS_UNEQUAL when papers cannot be brought
   *   within the tolerance
   */
  async demand(
    round: Pick<RoundEntity, 'bankIds' | 'blueprint' | 'opensAt' | 'closesAt' | 'rules'>,
  ): Promise<PoolItem[]> {
    const { blueprint, rules } = round
    const { usable } = await this.usableItems(round.bankIds, round.opensAt, round.closesAt)
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
    await this.demandTolerance(blueprint, pool, rules.paperTolerance)
    return pool
  }

  /**
   * AM-3: whether papers of the pool that a round has already can be kept within a tolerance that is proposed.
   * @throws ProblemError ROUND.PAPERS_UNEQUAL
   */
  async demandWithin(round: RoundEntity, tolerance: number | null): Promise<void> {
    await this.demandTolerance(round.blueprint, await this.rounds.poolOf(round.id), tolerance)
  }

  private async demandTolerance(
    blueprint: readonly BlueprintCell[],
    pool: readonly PoolItem[],
    tolerance: number | null,
  ): Promise<void> {
    if (tolerance === null) return
    const { outsideCount, leastTolerance } = await this.spread(blueprint, pool, tolerance)
    if (outsideCount > 0) throw new ProblemError('ROUND.PAPERS_UNEQUAL', { tolerance, least: leastTolerance ?? 0 })
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

  private async spread(
    blueprint: readonly BlueprintCell[],
    pool: readonly PoolItem[],
    tolerance: number | null,
  ): Promise<PaperSpread> {
    const drawing = drawSpread(blueprint, pool, tolerance, SIMULATED_PAPERS)
    for (let count = 1; ; count++) {
      const step = drawing.next()
      if (step.done) return step.value
      if (count % AT_A_TIME === 0) await setImmediate()
    }
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
