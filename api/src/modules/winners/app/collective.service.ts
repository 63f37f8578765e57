import { Injectable } from '@nestjs/common'
import { COLLECTIVE_PRESETS, type CollectivePlan, planProblemFields, planProblems } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { AuditService } from '../../audit/index.js'
import {
  AmendedParts,
  AmendmentsService,
  BarredService,
  type ContestEntity,
  ContestsService,
  RoundsService,
} from '../../contests/index.js'
import { DrawLists, PrizeSources, type UnitsToDraw } from '../../results/index.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import type { Actor } from '../../../platform/http/actor.js'
import { isValidOn, UnitsService } from '../../units/index.js'
import { judgeUnits, type UnitFigures } from '../domain/collective-prize.js'
import { unitDraw, unitEntries } from '../domain/unit-entries.js'
import { competingUnit } from '../domain/unit-groups.js'
import { CollectiveRepository } from '../infra/collective.repository.js'
import { type BarredIn, ParticipationRepository } from '../infra/participation.repository.js'
import type { ListSource, PublishedFigures } from '../infra/winner.entities.js'

/** The plan among the settings of a contest that only an amendment changes once somebody has started. */
export const COLLECTIVE_PLAN = 'collectivePlan'

/** WN-7: prizes for units. */
@Injectable()
export class CollectiveService {
  constructor(
    private readonly plans: CollectiveRepository,
    private readonly participation: ParticipationRepository,
    private readonly contests: ContestsService,
    private readonly rounds: RoundsService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly draws: DrawLists,
    private readonly amendments: AmendmentsService,
    private readonly barredPeople: BarredService,
    parts: AmendedParts,
    sources: PrizeSources,
  ) {
    sources.fillUnits((contestId) => this.toDraw(contestId))
    parts.fill(COLLECTIVE_PLAN, {
      read: (manager, contestId) => this.plans.findPlan(contestId, manager),
      demand: (manager, contestId, value) => this.demandPlan(manager, contestId, value as CollectivePlan),
      write: (manager, contestId, value, savedBy) =>
        this.plans.savePlan(manager, contestId, value as CollectivePlan, savedBy),
    })
  }

  /** WN-2: who is barred from which round, as it is known now. */
  async barredIn(contestId: string): Promise<BarredIn> {
    const rounds = await this.rounds.listOf(contestId)
    return Promise.all(
      rounds.map(async ({ id }) => ({ roundId: id, accountIds: await this.barredPeople.barredTakingPart(id) })),
    )
  }

  async judge(contest: ContestEntity) {
    const saved = await this.plans.findPlan(contest.id)
    const plan: CollectivePlan = saved ?? { ...COLLECTIVE_PRESETS['number-and-rate-2019'], prizes: [] }
    const barred = await this.barredIn(contest.id)
    const [versions, parts, rosters, byId, rounds, order] = await Promise.all([
      this.participation.sources(contest.id),
      this.participation.byUnit(contest.id, barred),
      this.plans.rosters(contest.id),
      this.units.byId(),
      this.rounds.listOf(contest.id),
      this.draws.unitOrder(contest.id),
    ])
    const figures = new Map<string, UnitFigures>()
    const of = (unitId: string) => {
      const known = figures.get(unitId)
      if (known) return known
      const fresh = { unitId, participants: 0, roster: null, firstAttempts: 0, shareSum: 0 }
      figures.set(unitId, fresh)
      return fresh
    }
    // Units that nobody of took part are shown too: a roster can be confirmed for them.
    for (const unit of byId.values())
      if (plan.unitKinds.includes(unit.kind) && isValidOn(unit, contest.unitsAsOf)) of(unit.id)
    for (const part of parts) {
      const unitId = competingUnit(part.unitId, plan.unitKinds, byId)
      if (unitId === null) continue
      const sums = of(unitId)
      sums.participants += part.participants
      sums.firstAttempts += part.firstAttempts
      sums.shareSum += part.shareSum
    }
    const rosterBy = new Map(rosters.map((roster) => [roster.unitId, roster]))
    const list = [...figures.values()].map((one) => ({ ...one, roster: rosterBy.get(one.unitId)?.size ?? null }))
    // As for people: nothing is final while a round has no results, or newer ones that are not published.
    const finalOf = new Map(versions.map(({ roundId, isFinal }) => [roundId, isFinal]))
    const held = rounds.filter(({ publishedAt }) => publishedAt !== null)
    const isFinal = held.length > 0 && held.every(({ id }) => finalOf.get(id) === true)
    const sources = versions.map(({ roundId, versionId, number }): ListSource => ({ roundId, versionId, number }))
    const result = judgeUnits(list, plan, order && unitDraw(order))
    return { plan, isSaved: saved !== null, result, rosterBy, isFinal, byId, sources }
  }

  /** Everything that the page shows: the plan, each unit with the parts of its numbers, who would get what. */
  async view(contestId: string) {
    const contest = await this.contests.demand(contestId)
    const { plan, isSaved, result, rosterBy, byId, isFinal, sources } = await this.judge(contest)
    const [until, records, isSigned, isStarted] = await Promise.all([
      this.firstOpening(contestId),
      this.plans.rosterRecords(contestId),
      this.plans.isListSigned(contestId),
      this.amendments.isNeeded(contestId),
    ])
    return {
      plan,
      isSaved,
      isFinal,
      sources: sources.map(({ roundId, number }) => ({ roundId, number })),
      isSigned,
      isStarted,
      rosterUntil: until?.toISOString() ?? null,
      meanShare: result.meanShare,
      units: result.units.map((unit) => {
        const roster = rosterBy.get(unit.unitId)
        return {
          ...unit,
          unitName: byId.get(unit.unitId)?.name ?? '',
          rosterConfirmedBy: roster?.confirmedBy ?? null,
          rosterConfirmedAt: roster?.confirmedAt.toISOString() ?? null,
          isRosterLate: roster?.isLate ?? false,
          rosterRecords: records
            .filter(({ unitId }) => unitId === unit.unitId)
            .map(({ size, confirmedBy, confirmedAt, isLate, reason }) => ({
              size,
              confirmedBy,
              confirmedAt: confirmedAt.toISOString(),
              isLate,
              reason,
            })),
        }
      }),
      awards: result.awards,
    }
  }

  /** DW-8: what a draw among the units would stand on now. */
  private async toDraw(contestId: string): Promise<UnitsToDraw> {
    const { plan, result, isFinal } = await this.judge(await this.contests.demand(contestId))
    const waiting = new Set(result.awards.flatMap(({ unitIds }) => (unitIds.length > 1 ? unitIds : [])))
    return { isFinal, tiedCount: waiting.size, entries: unitEntries(result.units, plan) }
  }

  /** WN-6, WN-7: every number of the units, for whoever reads the published list. */
  async figures(contest: ContestEntity): Promise<PublishedFigures> {
    const { plan, result, rosterBy, byId } = await this.judge(contest)
    const units = result.units
      .filter(({ participants, roster }) => participants > 0 || roster !== null)
      .map((unit) => ({
        ...unit,
        unitName: byId.get(unit.unitId)?.name ?? '',
        isRosterLate: rosterBy.get(unit.unitId)?.isLate ?? false,
      }))
    return { plan, meanShare: result.meanShare, units, awards: result.awards }
  }

  /** WN-7: alone only while nobody has started in the contest. @throws ProblemError COLLECTIVE.AMENDMENT_NEEDED … */
  async savePlan(actorId: string, contestId: string, plan: CollectivePlan) {
    await this.contests.demand(contestId)
    const isDone = await this.amendments.changePart(actorId, contestId, COLLECTIVE_PLAN, plan, (manager) =>
      this.audit.record(
        actorId,
        'collective_plan.saved',
        `contest:${contestId}`,
        { prizes: plan.prizes.length },
        manager,
      ),
    )
    if (!isDone) throw new ProblemError('COLLECTIVE.AMENDMENT_NEEDED')
    return this.view(contestId)
  }

  /** WN-7: another plan once somebody has started: with a reason, for a second person to decide (AM-2). */
  async amendPlan(actor: Pick<Actor, 'accountId' | 'role'>, contestId: string, plan: CollectivePlan, reason: string) {
    await this.amendments.proposeForPart(actor, contestId, COLLECTIVE_PLAN, plan, reason)
  }

  private async demandPlan(manager: Transaction, contestId: string, plan: CollectivePlan): Promise<void> {
    const contest = await this.contests.demand(contestId)
    const units = [...(await this.units.byId()).values()]
    const count = units.filter(
      (unit) => plan.unitKinds.includes(unit.kind) && isValidOn(unit, contest.unitsAsOf),
    ).length
    const problems = planProblems(plan, count)
    if (problems.length > 0)
      throw new ProblemError('COLLECTIVE.PLAN_IMPOSSIBLE', undefined, planProblemFields(problems))
    if (!(await this.plans.openList(manager, contestId))) throw new ProblemError('COLLECTIVE.LIST_SIGNED')
  }

  /** WN-6: a roster is confirmed before the first round opens; later only with a reason, and the results say so. */
  async confirmRoster(
    actorId: string,
    contestId: string,
    unitId: string,
    input: { size: number; confirmedBy: string; reason?: string | undefined },
  ): Promise<void> {
    await this.contests.demand(contestId)
    if (!(await this.units.find(unitId))) throw new ProblemError('UNIT.NOT_FOUND')
    const opening = await this.firstOpening(contestId)
    const isLate = opening !== null && opening.getTime() <= this.clock.now()
    if (isLate && !input.reason) throw new ProblemError('ROSTER.REASON_NEEDED')
    await this.plans.transaction(async (manager) => {
      if (!(await this.plans.openList(manager, contestId))) throw new ProblemError('COLLECTIVE.LIST_SIGNED')
      await this.plans.saveRoster(manager, {
        contestId,
        unitId,
        size: input.size,
        confirmedBy: input.confirmedBy,
        recordedBy: actorId,
        isLate,
        reason: input.reason ?? null,
      })
      await this.audit.record(actorId, 'roster.confirmed', `unit:${unitId}`, { contestId, ...input, isLate }, manager)
    })
  }

  private async firstOpening(contestId: string): Promise<Date | null> {
    const rounds = (await this.rounds.listOf(contestId)).filter(({ publishedAt }) => publishedAt !== null)
    return rounds.reduce<Date | null>(
      (first, { opensAt }) => (first && first.getTime() <= opensAt.getTime() ? first : opensAt),
      null,
    )
  }
}
