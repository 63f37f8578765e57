import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { ResultCause } from '@thiso/contracts/vocab'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { ClockCredits } from '../../attempts/index.js'
import { BarredService, type ContestEntity, type RoundEntity, RoundsService } from '../../contests/index.js'
import { sha256Hex } from '../domain/input-hash.js'
import { DrawRepository } from '../infra/draw.repository.js'
import type { ResultVersionEntity } from '../infra/result.entities.js'
import { ResultRowsRepository } from '../infra/result-rows.repository.js'
import { ResultVersionsRepository } from '../infra/result-versions.repository.js'
import { RulingRepository } from '../infra/ruling.repository.js'
import { type DrawInput, RoundJudging } from './round-judging.js'

/** Why a version is made, and by whom. */
export interface Making {
  cause: ResultCause
  reason: string | null
  madeBy: string | null
  approvedBy: string | null
}

/** RS-2, RS-8: makes versions: everything in the caller's transaction, which holds the round or the contest. */
@Injectable()
export class VersionMaker {
  constructor(
    private readonly versions: ResultVersionsRepository,
    private readonly rows: ResultRowsRepository,
    private readonly judging: RoundJudging,
    private readonly rulings: RulingRepository,
    private readonly draws: DrawRepository,
    private readonly rounds: RoundsService,
    private readonly barred: BarredService,
    private readonly credits: ClockCredits,
  ) {}

  /** Who is barred from the ranking of a round; asked before the transaction, which must not wait for a second connection. */
  barredOf(roundId: string): Promise<ReadonlySet<string>> {
    return this.barred.barredTakingPart(roundId)
  }

  /**
   * RS-2: a version of a round's results from what is recorded and approved. Closed again after a credit it says so, with its reason; a draw or
   * a ruling waits for that (CL-8).
   * @param draw one that is being done; without it, the one that was done, if any
   * @returns the latest version when nothing that it follows from has changed (RS-8); a version after publication is final at once (RS-10)
   */
  async makeRound(
    manager: Transaction,
    round: RoundEntity,
    barred: ReadonlySet<string>,
    making: Making,
    draw?: DrawInput,
  ): Promise<{ version: ResultVersionEntity; isNew: boolean; before: ResultVersionEntity | null }> {
    const before = await this.versions.latest(round.id, manager)
    const credited = before ? await this.credits.reasonsSince(manager, round.id, before.madeAt) : []
    if (before && credited.length > 0 && making.cause !== 'closing')
      throw new ProblemError('RESULTS.CREDIT_SINCE', { number: before.number })
    const approved = await this.rulings.approvedContents(manager, round.id)
    const drawn = draw ?? (await this.draws.drawnInput(manager, round.id))
    const id = randomUUID()
    const inputs = { round, approved, barred, draw: drawn }
    const outcome = await this.judging.judge(manager, id, inputs, before?.inputHash ?? null)
    if (outcome === null) return { version: before as ResultVersionEntity, isNew: false, before }
    const version = await this.versions.insert(manager, {
      ...making,
      ...(credited.length > 0 ? { cause: 'credit' as const, reason: credited.join('; ') } : {}),
      ...outcome,
      ...stateOf(round.resultsPublishedAt),
      id,
      contestId: round.contestId,
      roundId: round.id,
      scopeId: round.id,
      number: (before?.number ?? 0) + 1,
      sources: [],
      draw: drawn && { seed: drawn.seed, listRoot: drawn.listRoot },
    })
    return { version, isNew: true, before }
  }

  /**
   * RS-9: a version of the running total from the latest final versions of the contest's rounds.
   * @throws ProblemError RESULTS.NO_TOTAL, RESULTS.NOTHING_PUBLISHED
   */
  async makeTotal(
    manager: Transaction,
    contest: ContestEntity,
    making: Making,
    draw?: DrawInput,
  ): Promise<{ version: ResultVersionEntity; isNew: boolean; before: ResultVersionEntity | null }> {
    const { total } = contest.rules
    if (!total) throw new ProblemError('RESULTS.NO_TOTAL')
    const sources: ResultVersionEntity['sources'] = []
    const hashes: string[] = []
    let attemptCount = 0
    for (const round of await this.rounds.listOf(contest.id)) {
      const final = await this.versions.latestFinal(round.id, manager)
      if (!final) continue
      sources.push({ roundId: round.id, versionId: final.id, number: final.number })
      hashes.push(final.inputHash)
      attemptCount += final.attemptCount
    }
    if (sources.length === 0) throw new ProblemError('RESULTS.NOTHING_PUBLISHED')
    const before = await this.versions.latest(contest.id, manager)
    const drawn = draw ?? (await this.draws.drawnInput(manager, contest.id))
    const inputHash = sha256Hex(
      canonicalJson({ format: 'thiso-total-1', scope: contest.id, total, rounds: hashes, draw: drawn?.seed ?? null }),
    )
    if (before?.inputHash === inputHash) return { version: before, isNew: false, before }
    const id = randomUUID()
    await this.rows.prepareDrawn(manager, drawn?.orders ?? null)
    const counts = await this.rows.writeTotal(
      manager,
      id,
      contest.id,
      sources.map(({ versionId }) => versionId),
      total,
    )
    const version = await this.versions.insert(manager, {
      ...making,
      ...counts,
      ...stateOf(before?.publishedAt ?? null),
      id,
      contestId: contest.id,
      roundId: null,
      scopeId: contest.id,
      number: (before?.number ?? 0) + 1,
      inputHash,
      rules: total,
      ranking: total.ranking,
      sources,
      predictionTarget: null,
      perfectCount: 0,
      attemptCount,
      differences: { count: 0, examples: [] },
      draw: drawn && { seed: drawn.seed, listRoot: drawn.listRoot },
    })
    return { version, isNew: true, before }
  }
}

/** RS-10: what is made after publication is public at once: a provisional version beside a published one would be a second truth. */
function stateOf(publishedAt: Date | null): Pick<ResultVersionEntity, 'state' | 'publishedAt'> {
  return publishedAt ? { state: 'final', publishedAt } : { state: 'provisional', publishedAt: null }
}
