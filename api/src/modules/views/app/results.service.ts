import { Injectable } from '@nestjs/common'
import type { ResultPolicy } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Actor } from '../../../platform/http/actor.js'
import { type AttemptEntity, AttemptsService, currentResponses, withoutReplaced } from '../../attempts/index.js'
import {
  canRevealKeys,
  compareCounted,
  cutoffOf,
  isFrozen,
  knownWhileOpen,
  placeOf,
  rankedTimeS,
  type RoundEntity,
  RoundsService,
  resultVisibleAt,
} from '../../contests/index.js'
import { ItemsService } from '../../item-bank/index.js'
import { type ResultRowEntity, ResultsService as PublishedResults, RulingsService } from '../../results/index.js'
import { BoardService } from '../../standings/index.js'
import { presentRuledReview } from './ruled-review.js'

/** What a participant may see of own attempts, as far as the round's policy allows at this moment. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly rounds: RoundsService,
    private readonly items: ItemsService,
    private readonly boards: BoardService,
    private readonly published: PublishedResults,
    private readonly rulings: RulingsService,
    private readonly clock: Clock,
  ) {}

  async result(actor: Actor, attemptId: string) {
    const attempt = await this.attempts.demandOwn(actor, attemptId)
    if (attempt.state !== 'submitted' || !attempt.submittedAt) throw new ProblemError('ATTEMPT.RESULT_NOT_YET')
    const round = await this.rounds.demand(attempt.roundId)
    const now = this.clock.now()
    const policyOf = await this.rounds.resultPolicies([attempt])
    const visibleAt = visibleAtOf(round, attempt, policyOf(attempt))
    const isVisible = now >= visibleAt
    // While the clock stands, answers still count, whatever the window says (CL-1).
    const canReveal = round.pausedAt === null && canRevealKeys(round.closesAt.getTime(), round.graceMs, now)
    const own = (await this.attempts.ofPerson(actor.accountId)).filter((other) => other.roundId === round.id)
    const final = round.resultsPublishedAt && (await this.finalOf(round, actor.accountId))
    // The board is a cache that may be away for a moment; the result is not. While it is frozen, one's own points are told and the
    // place is not: it would be that of before the freeze (LB-9).
    const showsPlace = isVisible && !isFrozen(cutoffOf(round), now)
    const standing = showsPlace ? await this.boards.mine(round.id, actor.accountId).catch(() => null) : null
    return {
      attempt,
      round,
      visibleAt: Number.isFinite(visibleAt) ? new Date(visibleAt) : null,
      score: isVisible ? scoreOf(attempt, final?.row ?? null) : null,
      standing: standing?.mine ?? null,
      final: final && { number: final.version.number, publishedAt: publicSince(final.version).toISOString() },
      unrankedReason: final?.row?.unrankedReason ?? null,
      isCounted: tellsCounted(round, isVisible)
        ? (final?.row?.attemptId ?? countedOf(own, round)?.id) === attempt.id
        : null,
      // A review says what was right, so it never comes before the score (RD-4).
      ...(canReveal && isVisible ? await this.reveal(attempt) : { topics: null, review: null, held: null }),
    }
  }

  /** Own attempts, newest first, each with its score if it may be seen. */
  async history(actor: Actor) {
    const attempts = await this.attempts.ofPerson(actor.accountId)
    const rounds = new Map(
      (await this.rounds.find([...new Set(attempts.map((attempt) => attempt.roundId))])).map((round) => [
        round.id,
        round,
      ]),
    )
    const policyOf = await this.rounds.resultPolicies(attempts)
    const now = this.clock.now()
    // Of each round the newest version holds.
    const finals = (await this.published.publicRowsOf(actor.accountId)).sort(
      (a, b) => a.version.number - b.version.number,
    )
    const finalRows = new Map(finals.map(({ version, row }) => [version.scopeId, row]))
    return attempts.flatMap((attempt) => {
      const round = rounds.get(attempt.roundId)
      if (!round) return []
      const isVisible = attempt.state === 'submitted' && now >= visibleAtOf(round, attempt, policyOf(attempt))
      const row = finalRows.get(round.id) ?? null
      const own = attempts.filter((other) => other.roundId === round.id)
      const score = isVisible ? scoreOf(attempt, row) : null
      return [
        {
          attempt,
          round,
          score: score && { points: score.points, maxPoints: score.maxPoints },
          isCounted: tellsCounted(round, isVisible)
            ? (row?.attemptId ?? countedOf(own, round)?.id) === attempt.id
            : null,
        },
      ]
    })
  }

  /** LB-12: the newest published version with the person's row. */
  private async finalOf(round: RoundEntity, accountId: string) {
    const version = await this.published.published(round.id)
    return version && { version, row: await this.published.rowOf(version.id, accountId) }
  }

  /**
   * Right options, explanations and shares by topic: called only when no answer of anybody to this round can count any more. Items that
   * another round still needs (IB-11) are left out until it is over.
   */
  private async reveal(attempt: AttemptEntity) {
    const ids = attempt.form.map((item) => item.itemVersionId)
    const [rulings, heldUntil, texts, keyRows, events, secret] = await Promise.all([
      this.rulings.heldOf(attempt.roundId),
      this.items.heldVersions(ids),
      this.items.deliver(ids),
      this.items.keys(ids),
      this.attempts.eventsOf(attempt.id),
      this.rounds.demand(attempt.roundId).then((round) => round.secret),
    ])
    const textBy = new Map(texts.map((item) => [item.itemVersionId, item]))
    const keyBy = new Map(keyRows.map((row) => [row.itemVersionId, row]))
    const responses = currentResponses(events)
    const review = attempt.form.flatMap((item, index) => {
      if (heldUntil.has(item.itemVersionId)) return []
      const text = textBy.get(item.itemVersionId)
      const key = keyBy.get(item.itemVersionId)
      if (!text || !key) throw new Error(`item version ${item.itemVersionId} has no text or no key`)
      const place = placeOf(secret, attempt.id, index + 1, item)
      const given = responses.get(index + 1) ?? null
      const ruling = rulings.get(item.itemVersionId)
      return [
        { position: index + 1, topic: text.topic, ...presentRuledReview(place, text.question, key, given, ruling) },
      ]
    })
    const topics = [...new Set(review.map((item) => item.topic))].map((topic) => {
      const own = review.filter((item) => item.topic === topic && item.ruling !== 'strike')
      return { topic, rightCount: own.filter((item) => item.isRight).length, itemCount: own.length }
    })
    const until = [...heldUntil.values()].sort((a, b) => b.getTime() - a.getTime())[0]
    const held = until ? { itemCount: attempt.form.length - review.length, until: until.toISOString() } : null
    return { topics, review, held }
  }
}

/** What an attempt is worth: the counted one as the published version says, rulings included, any other as it was scored when it ended. */
function scoreOf(attempt: AttemptEntity, row: ResultRowEntity | null) {
  const atEnd = {
    points: attempt.points ?? 0,
    maxPoints: attempt.maxPoints,
    rightCount: attempt.rightCount ?? 0,
    bonus: attempt.bonus ?? 0,
    penalty: attempt.penalty ?? 0,
    pointsAtEnd: null,
  }
  if (row?.attemptId !== attempt.id) return atEnd
  const { points, maxPoints, rightCount } = row
  if (points === atEnd.points && maxPoints === atEnd.maxPoints && rightCount === atEnd.rightCount) return atEnd
  // Bonus and penalty are parts of the points at the end, not of these.
  return { points, maxPoints, rightCount, bonus: 0, penalty: 0, pointsAtEnd: atEnd.points }
}

/** A version that was made after publication is public since it was made (RS-10). */
function publicSince({ publishedAt, madeAt }: { publishedAt: Date | null; madeAt: Date }): Date {
  return publishedAt && publishedAt > madeAt ? publishedAt : madeAt
}

/** RD-7: which attempt is the best one tells scores; the first and the last are known anyway. */
function tellsCounted({ rules }: RoundEntity, isVisible: boolean): boolean {
  return isVisible || rules.attempts.counted !== 'best'
}

function visibleAtOf(round: RoundEntity, attempt: AttemptEntity, policy: ResultPolicy): number {
  const submittedAt = attempt.submittedAt?.getTime() ?? Number.POSITIVE_INFINITY
  return resultVisibleAt(
    policy,
    submittedAt,
    round.closesAt.getTime(),
    round.graceMs,
    round.resultsPublishedAt?.getTime() ?? null,
  )
}

/** LB-3, CL-7: which of several attempts counts, as the rules of the round say; the live board counts the same one. */
function countedOf(attempts: readonly AttemptEntity[], { rules }: RoundEntity): AttemptEntity | undefined {
  const compare = compareCounted(rules.attempts.counted, knownWhileOpen(rules.ranking))
  const result = (attempt: AttemptEntity) => ({
    attemptNo: attempt.attemptNo,
    points: attempt.points ?? 0,
    rightCount: attempt.rightCount ?? 0,
    predictionError: null,
    timeUsedS: rankedTimeS(attempt.timeUsedS ?? 0, attempt.extraPercent, attempt.usableExtra),
    submittedAtMs: attempt.submittedAt?.getTime() ?? 0,
    attemptCount: 0,
    drawOrder: null,
  })
  return withoutReplaced(attempts.filter((attempt) => attempt.state === 'submitted'))
    .filter((attempt) => attempt.isRanked)
    .sort((a, b) => compare(result(a), result(b)))[0]
}
