import { Injectable } from '@nestjs/common'
import { problemOf, quotaWords, waitWords } from '@thiso/contracts'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDateTime } from '../../../kernel/vietnam-time.js'
import type { Actor } from '../../../platform/http/actor.js'
import { Metrics } from '../../../platform/metrics/metrics.js'
import {
  type ContestEntity,
  ContestsService,
  drawForm,
  poolPartAt,
  type RoundEntity,
  RoundsService,
  shownClosesAt,
} from '../../contests/index.js'
import { attemptDeadline, isOver, placeUntil } from '../domain/attempt-clock.js'
import { attemptIdOf } from '../domain/attempt-id.js'
import { networkOf } from '../domain/network.js'
import { noticeOf } from '../domain/paper-notice.js'
import { heldPrediction } from '../domain/prediction.js'
import { type PastAttempt, type Quota, quotaOf, quotaReach } from '../domain/quota.js'
import { replacedByNext } from '../domain/replaced.js'
import { AttemptRepository, type PastAttemptRow } from '../infra/attempt.repository.js'
import { AttemptCloser } from './attempt-closer.js'
import { AttemptsService } from './attempts.service.js'
import { EntryCheck } from './entry-check.js'
import { Papers, type ShownPaper } from './papers.js'
import { type AskedFrom, SafeBrowserService } from './safe-browser.service.js'

interface StartedHow {
  address: string
  from: AskedFrom
  notice?: string | undefined
}

/** Starting an attempt: limits, waits, the draw. */
@Injectable()
export class Starting {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly taking: AttemptsService,
    private readonly papers: Papers,
    private readonly closer: AttemptCloser,
    private readonly entry: EntryCheck,
    private readonly safeBrowser: SafeBrowserService,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Starts an attempt, or returns the one that is running for this holder. Safe to repeat and to race: the id follows from the
   * number of the attempt, and the database holds the limits (AT-2, AT-11).
   * @param how `address`: from where the request comes; its network is kept (AT-16). `notice`: the version of what the page said about
   *   what is noted (PE-1); undefined: none
   */
  async start(actor: Actor, roundId: string, holder: string, how: StartedHow): Promise<ShownPaper> {
    for (let tries = 0; tries < 5; tries++) {
      const round = await this.rounds.demand(roundId)
      const now = this.clock.now()
      const past = await this.pastOf(actor.accountId, round)
      const own = past.filter((attempt) => attempt.roundId === roundId)
      const running = own.find((attempt) => attempt.state === 'in_progress')
      if (running) {
        if (now > running.acceptUntil.getTime() && (await this.closer.closeOverdue(running.id))) continue
        if (running.holder !== holder) throw new ProblemError('ATTEMPT.HELD_ELSEWHERE', { attemptId: running.id })
        await this.safeBrowser.demand(running.id, actor, how.from)
        return this.taking.paper(actor, running.id, holder)
      }
      const contest = await this.contests.demand(round.contestId)
      this.demandOpen(round, contest)
      const entry = await this.entry.admit(actor, round, contest)
      if (round.rules.protection.safeBrowser) await this.safeBrowser.demandInRound(roundId, actor, how.from)
      demandQuota(round, quotaOf(ruleOf(round), withinReach(round, past), endOfRound(round), now))
      const started = await this.begin(actor, round, own, past, { ...entry, ...how, holder, now })
      if (started) return started
    }
    throw new ProblemError('SERVER.BUSY')
  }

  /** What a person has taken and has left in a round, for the page before the start. */
  async partOf(actor: Actor, round: RoundEntity, contest: ContestEntity) {
    const now = this.clock.now()
    const [past, entry] = await Promise.all([this.pastOf(actor.accountId, round), this.entryOf(actor, round, contest)])
    const own = past.filter((attempt) => attempt.roundId === round.id)
    const quota = quotaOf(ruleOf(round), withinReach(round, past), endOfRound(round), now)
    const running = own.find((attempt) => attempt.state === 'in_progress' && !isOver(clockOf(attempt, round), now))
    return {
      attemptsUsed: quota.used,
      attemptsLeft: quota.left,
      nextAttemptAt: quota.nextAt === null ? null : new Date(quota.nextAt).toISOString(),
      startedCount: own.length,
      ...entry,
      runningAttemptId: running?.id ?? null,
      lastSubmittedAttemptId: own.filter((attempt) => attempt.state === 'submitted').at(-1)?.id ?? null,
    }
  }

  /** Whether and how the person takes part, for the page: a refusal is told before anybody presses the button. */
  private async entryOf(actor: Actor, round: RoundEntity, contest: ContestEntity) {
    try {
      const { extraPercent } = await this.entry.admit(actor, round, contest)
      return { barred: null, extraPercent }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      return { barred: problemOf(error.code, error.params).messages, extraPercent: 0 }
    }
  }

  /** The person's attempts as far as the rules of this round look back. */
  private pastOf(accountId: string, round: RoundEntity): Promise<PastAttemptRow[]> {
    const { period, unseenFirst } = round.rules.attempts
    return quotaReach(period) === 'contest' || unseenFirst
      ? this.attempts.ofPersonInContest(round.contestId, accountId)
      : this.attempts.ofPerson(round.id, accountId)
  }

  private demandOpen(round: RoundEntity, contest: ContestEntity): void {
    if (!contest.isPublished) throw new ProblemError('ROUND.NOT_FOUND')
    const state = this.rounds.stateOf(round)
    if (state === 'closed') throw new ProblemError('ROUND.CLOSED')
    if (state !== 'open') throw new ProblemError('ROUND.NOT_OPEN')
    if (round.pausedAt) throw new ProblemError('ROUND.PAUSED')
  }

  /** @returns null when somebody was faster or the round has changed */
  private async begin(
    actor: Actor,
    round: RoundEntity,
    own: readonly PastAttemptRow[],
    past: readonly PastAttemptRow[],
    how: StartedHow & { tableCode: string | null; extraPercent: number; holder: string; now: number },
  ): Promise<ShownPaper | null> {
    const { rules, graceMs } = round
    const { tableCode, extraPercent, holder, address, now } = how
    const notice = noticeOf(how.notice)
    const attemptNo = Math.max(0, ...own.map((attempt) => attempt.attemptNo)) + 1
    const id = attemptIdOf(round.id, actor.accountId, attemptNo)
    const drawnAfter = rules.attempts.unseenFirst ? past.map((attempt) => attempt.id) : []
    const [pool, met] = await Promise.all([
      this.papers.poolOf(round.id, round.revision),
      this.attempts.metItems(round.id, drawnAfter),
    ])
    const { dayPools } = round.drawLimits
    const poolPart = poolPartAt(now, round.opensAt.getTime(), dayPools)
    const part = { of: dayPools, at: poolPart }
    const form = drawForm(round.secret, id, round.blueprint, pool, met, rules.paperTolerance, part)
    const deadline = attemptDeadline(now, round.timeLimitS, round.closesAt.getTime(), { extraPercent, creditMs: 0 })
    const acceptUntil = deadline + graceMs
    const isOneWay = rules.movement === 'one-way'
    const until = placeUntil(now, rules.itemClockS, acceptUntil, { extraPercent, creditSinceMs: 0, graceMs })
    const attempt = {
      id,
      roundId: round.id,
      roundRevision: round.revision,
      accountId: actor.accountId,
      attemptNo,
      holder,
      form,
      startedAt: new Date(now),
      deadlineAt: new Date(deadline),
      acceptUntil: new Date(acceptUntil),
      maxPoints: form.reduce((sum, { points = 1 }) => sum + Math.round(points * 100), 0) / 100,
      rulesVersion: round.rulesVersion,
      openPosition: isOneWay ? 1 : null,
      openUntil: isOneWay ? new Date(until) : null,
      prediction:
        rules.prediction &&
        heldPrediction(
          rules.prediction.per,
          own.map((earlier) => earlier.prediction),
        ),
      extraPercent,
      tableCode,
      network: networkOf(address),
      device: actor.device ?? null,
      noticeVersion: notice?.version ?? null,
      noticeSha256: notice?.sha256 ?? null,
      drawnAfter,
      poolPart,
      replacesId: replacedByNext(own, ({ givenBackAt }) => givenBackAt !== null),
    }
    const quota =
      quotaReach(rules.attempts.period) === 'contest' ? { contestId: round.contestId, startedCount: past.length } : null
    if (!(await this.attempts.insert(attempt, quota))) return null
    this.metrics.startedAttempts.inc()
    return this.papers.show({ ...attempt, state: 'in_progress', creditMs: 0 }, round, [])
  }
}

function ruleOf({ rules: { attempts }, attemptLimit }: RoundEntity) {
  return { period: attempts.period, limit: attemptLimit, waitS: attempts.waitS }
}

/** The attempts that the round's quota counts. */
function withinReach(round: RoundEntity, past: readonly PastAttemptRow[]): PastAttempt[] {
  return past
    .filter((attempt) => quotaReach(round.rules.attempts.period) === 'contest' || attempt.roundId === round.id)
    .map(({ startedAt, submittedAt, deadlineAt, givenBackAt }) => ({
      startedAt: startedAt.getTime(),
      submittedAt: submittedAt?.getTime() ?? null,
      deadlineAt: deadlineAt.getTime(),
      givenBackAt: givenBackAt?.getTime() ?? null,
    }))
}

/** The end of the round as people see it. */
function endOfRound({ closesAt, pausedAt }: RoundEntity): number {
  return shownClosesAt(closesAt.getTime(), pausedAt?.getTime() ?? null)
}

function clockOf({ deadlineAt }: PastAttemptRow, { graceMs, pausedAt }: RoundEntity) {
  return { deadlineAt: deadlineAt.getTime(), graceMs, pausedAt: pausedAt?.getTime() ?? null }
}

/** AT-11. */
function demandQuota(round: RoundEntity, quota: Quota): void {
  if (!quota.refusal) return
  const { period } = round.rules.attempts
  const nextText = quota.nextAt === null ? null : vietnamDateTime(quota.nextAt)
  const next: Record<string, string> = quota.nextAt === null ? {} : { nextAt: new Date(quota.nextAt).toISOString() }
  if (quota.refusal === 'wait') throw new ProblemError('ATTEMPT.WAIT', { ...next, ...waitWords(nextText) })
  throw new ProblemError('ATTEMPT.LIMIT_REACHED', {
    limit: round.attemptLimit,
    period,
    ...next,
    ...quotaWords(period, nextText),
  })
}
