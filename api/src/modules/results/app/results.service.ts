import { setTimeout as sleep } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import { fold } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDateTime } from '../../../kernel/vietnam-time.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { AttemptCloser, ClockCredits } from '../../attempts/index.js'
import { AuditService } from '../../audit/index.js'
import { ContestsService, type RoundEntity, RoundsService } from '../../contests/index.js'
import { ClosedAttemptsRepository } from '../infra/closed-attempts.repository.js'
import type { ResultRowEntity, ResultVersionEntity } from '../infra/result.entities.js'
import { ResultVersionsRepository } from '../infra/result-versions.repository.js'
import { Qualifying } from './qualifying.js'
import { VersionMaker } from './version-maker.js'

/** After the grace an answer may still be on its way to the disk; the job that ends attempts waits for it too. */
const MARGIN_MS = 2_000
/** How long to wait for another process that is ending attempts at the same moment. */
const PATIENCE_MS = 8_000
const LOOK_AGAIN_MS = 250

/** RS: from a closed round to published results. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly versions: ResultVersionsRepository,
    private readonly attempts: ClosedAttemptsRepository,
    private readonly maker: VersionMaker,
    private readonly closer: AttemptCloser,
    private readonly qualifying: Qualifying,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly credits: ClockCredits,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * RS-1, RS-8: makes the first version, or finds that there is nothing new to say. Called twice, by two people, or again after a crash,
   * it leaves one result: the round's row lets one after the other through, and equal inputs make no new version.
   */
  async close(actorId: string, roundId: string): Promise<{ version: ResultVersionEntity; isNew: boolean }> {
    await this.endAttempts(await this.rounds.demand(roundId))
    const barred = await this.maker.barredOf(roundId)
    return this.versions.transaction(async (manager) => {
      const round = await this.versions.lockRound(manager, roundId)
      if (!round) throw new ProblemError('ROUND.NOT_FOUND')
      this.demandOver(round)
      const latest = await this.versions.latest(roundId, manager)
      // What is public changes by rulings only.
      if (latest?.state === 'final') return { version: latest, isNew: false }
      const making = { cause: 'closing' as const, reason: null, madeBy: actorId, approvedBy: null }
      const { version, isNew } = await this.maker.makeRound(manager, round, barred, making)
      if (isNew) await this.record(manager, actorId, 'results.closed', version)
      return { version, isNew }
    })
  }

  /** RS-10, EL-8: makes the latest version final, tells the round so, and lets people go on to rounds that wait for it. Doing it again changes nothing. */
  async publish(actorId: string, roundId: string, versionId: string, withTies: boolean): Promise<void> {
    await this.rounds.publishResults(roundId, async (manager, at) => {
      const latest = await this.demandLatest(manager, roundId, versionId, withTies)
      if ((await this.credits.reasonsSince(manager, roundId, latest.madeAt)).length > 0)
        throw new ProblemError('RESULTS.CREDIT_SINCE', { number: latest.number })
      await this.versions.finalise(manager, latest.id, actorId, at)
      await this.qualifying.goOn(manager, latest, actorId)
      await this.record(manager, actorId, 'results.published', latest)
      return latest
    })
  }

  /** RS-9. */
  async closeTotal(actorId: string, contestId: string): Promise<{ version: ResultVersionEntity; isNew: boolean }> {
    const contest = await this.contests.demand(contestId)
    return this.versions.transaction(async (manager) => {
      await this.versions.lockContest(manager, contestId)
      const making = { cause: 'total' as const, reason: null, madeBy: actorId, approvedBy: null }
      const { version, isNew } = await this.maker.makeTotal(manager, contest, making)
      if (isNew) await this.record(manager, actorId, 'results.totalled', version)
      return { version, isNew }
    })
  }

  async publishTotal(actorId: string, contestId: string, versionId: string, withTies: boolean): Promise<void> {
    await this.versions.transaction(async (manager) => {
      await this.versions.lockContest(manager, contestId)
      const found = await this.demandLatest(manager, contestId, versionId, withTies)
      if (found.state === 'final') return
      const gap = await this.totalGap(contestId)
      if (gap)
        throw new ProblemError(gap === 'rounds-not-final' ? 'RESULTS.ROUNDS_NOT_FINAL' : 'RESULTS.TOTAL_OUTDATED')
      await this.versions.finalise(manager, found.id, actorId, new Date(this.clock.now()))
      await this.record(manager, actorId, 'total.published', found)
    })
  }

  list(scopeId: string): Promise<ResultVersionEntity[]> {
    return this.versions.list(scopeId)
  }

  /** The results that are public; null before. */
  published(scopeId: string): Promise<ResultVersionEntity | null> {
    return this.versions.latestFinal(scopeId)
  }

  latest(scopeId: string): Promise<ResultVersionEntity | null> {
    return this.versions.latest(scopeId)
  }

  rowOf(versionId: string, accountId: string): Promise<ResultRowEntity | null> {
    return this.versions.rowOf(versionId, accountId)
  }

  /** ID-8: the results of a person that are public. */
  publicRowsOf(accountId: string) {
    return this.versions.publicRowsOf(accountId)
  }

  async rows(
    versionId: string,
    {
      q,
      tied,
      table,
      page,
      size,
    }: { q: string; tied: boolean; table?: string | undefined; page: number; size: number },
  ) {
    if (!(await this.versions.find(versionId))) throw new ProblemError('RESULTS.NOT_FOUND')
    const words = fold(q).split(/\s+/).filter(Boolean)
    return this.versions.page(versionId, { words, tiedOnly: tied, table }, (page - 1) * size, size)
  }

  /** What stands between a round and its results. */
  async progress(roundId: string) {
    const [round, latest] = await Promise.all([this.rounds.demand(roundId), this.versions.latest(roundId)])
    return {
      round,
      creditReasons: latest ? await this.credits.reasonsSince(null, roundId, latest.madeAt) : [],
      isClosed: this.rounds.stateOf(round) === 'closed',
      readyAtMs: readyAt(round),
      runningCount: await this.attempts.runningCount(roundId),
    }
  }

  /** RS-9: does the total add up results of rounds that have been replaced? */
  async isTotalOutdated(contestId: string, total: ResultVersionEntity | undefined): Promise<boolean> {
    if (!total) return false
    const known = new Map(total.sources.map(({ roundId, versionId }) => [roundId, versionId]))
    for (const round of await this.rounds.listOf(contestId)) {
      const final = await this.versions.latestFinal(round.id)
      if (final && known.get(round.id) !== final.id) return true
    }
    return false
  }

  /** RS-11: what keeps the newest total from being the last word: published rounds without final results, or results made since. */
  async totalGap(contestId: string): Promise<'rounds-not-final' | 'total-outdated' | null> {
    for (const round of await this.rounds.listOf(contestId))
      if (round.publishedAt !== null && !(await this.versions.latestFinal(round.id))) return 'rounds-not-final'
    const latest = await this.versions.latest(contestId)
    return latest && (await this.isTotalOutdated(contestId, latest)) ? 'total-outdated' : null
  }

  /** RS-1: all attempts are ended, by this process or whoever is at it. */
  private async endAttempts(round: RoundEntity): Promise<void> {
    this.demandOver(round)
    for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
      await this.closer.sweep()
      const count = await this.attempts.runningCount(round.id)
      if (count === 0) return
      if (waited >= PATIENCE_MS) throw new ProblemError('RESULTS.ATTEMPTS_RUNNING', { count })
      await sleep(LOOK_AGAIN_MS)
    }
  }

  private demandOver(round: RoundEntity): void {
    if (round.publishedAt === null || this.rounds.stateOf(round) !== 'closed' || this.clock.now() < readyAt(round))
      throw new ProblemError('RESULTS.TOO_EARLY', { at: vietnamDateTime(readyAt(round)) })
  }

  private async demandLatest(
    manager: Transaction,
    scopeId: string,
    versionId: string,
    withTies: boolean,
  ): Promise<ResultVersionEntity> {
    const latest = await this.versions.latest(scopeId, manager)
    if (!latest) throw new ProblemError('RESULTS.NOT_CLOSED')
    if (latest.id !== versionId) throw new ProblemError('RESULTS.OUTDATED')
    if (!withTies && needsDraw(latest)) throw new ProblemError('RESULTS.TIES_REMAIN', { count: latest.tiedCount })
    return latest
  }

  private async record(
    manager: Transaction,
    actorId: string,
    act: 'results.closed' | 'results.published' | 'results.totalled' | 'total.published',
    { id, scopeId, roundId, number, inputHash }: ResultVersionEntity,
  ): Promise<void> {
    const subject = roundId ? (`round:${roundId}` as const) : (`contest:${scopeId}` as const)
    await this.audit.record(actorId, act, subject, { versionId: id, number, inputHash }, manager)
  }
}

function readyAt(round: RoundEntity): number {
  return round.closesAt.getTime() + round.graceMs + MARGIN_MS
}

/** DW-8: equal people remain whom the ranking leaves to a draw that has not been done. */
export function needsDraw(version: Pick<ResultVersionEntity, 'ranking' | 'tiedCount' | 'draw'>): boolean {
  return version.tiedCount > 0 && version.draw === null && version.ranking.some(({ by }) => by === 'draw')
}
