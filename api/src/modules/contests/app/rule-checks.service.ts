import { Injectable } from '@nestjs/common'
import { ruleProblemFields } from '@thiso/contracts'
import type { RuleProblem } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { UnitsService } from '../../units/index.js'
import type { EntryFacts } from '../domain/entry-size.js'
import { type ContestSettings, contestProblems, type RoundSettings, roundProblems } from '../domain/rule-problems.js'
import { shownClosesAt } from '../domain/round-window.js'
import type { ContestEntity, RoundEntity } from '../infra/contest.entities.js'
import { ContestRepository } from '../infra/contest.repository.js'
import { EntrantRepository } from '../infra/entrant.repository.js'

export type CheckedRound = Pick<
  RoundEntity,
  'name' | 'opensAt' | 'closesAt' | 'timeLimitS' | 'attemptLimit' | 'blueprint' | 'rules'
>

/** Rules that cannot be kept, found with what the platform knows: the other rounds, the units, the lists. */
@Injectable()
export class RuleChecksService {
  constructor(
    private readonly contests: ContestRepository,
    private readonly entrants: EntrantRepository,
    private readonly units: UnitsService,
    private readonly clock: Clock,
  ) {}

  /** @param contestId null: it is not stored yet */
  async ofContest(contestId: string | null, contest: ContestSettings): Promise<RuleProblem[]> {
    const [before, rounds, units] = await Promise.all([
      contestId ? this.contests.findContest(contestId) : null,
      contestId ? this.contests.roundsOf(contestId) : [],
      this.units.byId(),
    ])
    const publishedAt = rounds.flatMap(({ resultsPublishedAt }) => resultsPublishedAt?.getTime() ?? [])
    const complaints = before && { hours: before.rules.complaintHours, publishedAt, now: this.clock.now() }
    const facts = await this.entryFacts(contestId, rounds)
    return contestProblems(contest, rounds.map(storedSettings), units, facts, complaints)
  }

  /** @param roundId null: it is not stored yet */
  async ofRound(contestId: string, roundId: string | null, round: CheckedRound): Promise<RuleProblem[]> {
    const [contest, rounds] = await Promise.all([
      this.contests.findContest(contestId),
      this.contests.roundsOf(contestId),
    ])
    if (!contest) throw new ProblemError('CONTEST.NOT_FOUND')
    return roundProblems(
      settingsOf({ ...round, id: roundId, publishedAt: null }),
      contest,
      rounds.filter(({ id }) => id !== roundId).map(storedSettings),
      await this.entryFacts(contestId, rounds),
    )
  }

  /** Lists that nobody is on yet say nothing about how many there will be. */
  private async entryFacts(contestId: string | null, rounds: readonly RoundEntity[]): Promise<EntryFacts> {
    const [units, invited, listed] = await Promise.all([
      this.units.byId(),
      contestId ? this.entrants.countOf({ contestId }) : 0,
      Promise.all(
        rounds
          .filter(({ rules }) => rules.entry.kind === 'list')
          .map(async ({ id }) => [id, await this.entrants.countOf({ roundId: id })] as const),
      ),
    ])
    const roots = new Set([...units].filter(([, unit]) => unit.parentId === null).map(([id]) => id))
    const groupCount = [...units.values()].filter(({ parentId }) => parentId !== null && roots.has(parentId)).length
    return {
      listedCounts: new Map(listed.filter(([, count]) => count > 0)),
      invitedCount: invited > 0 ? invited : null,
      groupCount,
    }
  }

  /** @throws ProblemError CONTEST.RULES_IMPOSSIBLE with every field */
  async demandContest(contestId: string | null, contest: Pick<ContestEntity, 'rules' | 'prizes'>): Promise<void> {
    const problems = await this.ofContest(contestId, contest)
    if (problems.length > 0) throw new ProblemError('CONTEST.RULES_IMPOSSIBLE', undefined, ruleProblemFields(problems))
  }

  /**
   * @param isDraft windows may still be moved about: they are looked at when the round is published
   * @throws ProblemError ROUND.RULES_IMPOSSIBLE with every field
   */
  async demandRound(contestId: string, roundId: string | null, round: CheckedRound, isDraft: boolean): Promise<void> {
    const problems = (await this.ofRound(contestId, roundId, round)).filter(
      ({ code }) => !isDraft || code !== 'windows_overlap',
    )
    if (problems.length > 0) throw new ProblemError('ROUND.RULES_IMPOSSIBLE', undefined, ruleProblemFields(problems))
  }

  /**
   * A later end: does the round then run into another one for the same people, or into one that waits for its results?
   * @throws ProblemError ROUND.RULES_IMPOSSIBLE about `closesAt`
   */
  async demandEnd(round: CheckedRound & { id: string; contestId: string }): Promise<void> {
    const own = await this.ofRound(round.contestId, round.id, round)
    const waiting = (await this.contests.roundsOf(round.contestId)).filter(
      ({ rules: { entry }, opensAt }) =>
        entry.kind === 'qualified' && entry.fromRoundId === round.id && opensAt < round.closesAt,
    )
    const problems = [
      ...own.filter(({ code }) => code === 'windows_overlap'),
      ...waiting.map((): RuleProblem => ({ code: 'qualified_ends_too_late', path: '', params: {} })),
    ].map((problem) => ({ ...problem, path: 'closesAt' }))
    if (problems.length > 0) throw new ProblemError('ROUND.RULES_IMPOSSIBLE', undefined, ruleProblemFields(problems))
  }
}

/** Of a round as it is stored: with the end that people see, a pause or not. */
function storedSettings(round: RoundEntity): RoundSettings {
  const closesAt = shownClosesAt(round.closesAt.getTime(), round.pausedAt?.getTime() ?? null)
  return { ...settingsOf(round), closesAt }
}

function settingsOf(round: CheckedRound & { id: string | null; publishedAt: Date | null }): RoundSettings {
  return {
    id: round.id,
    name: round.name,
    isPublished: round.publishedAt !== null,
    opensAt: round.opensAt.getTime(),
    closesAt: round.closesAt.getTime(),
    timeLimitS: round.timeLimitS,
    attemptLimit: round.attemptLimit,
    blueprint: round.blueprint,
    rules: round.rules,
  }
}
