import { Injectable } from '@nestjs/common'
import { COLLECTIVE_PRESETS, type CollectivePlan } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { AuditService } from '../../audit/index.js'
import { canRevealKeys, type ContestEntity, ContestsService, RoundsService } from '../../contests/index.js'
import { DrawLists, PrizeSources, type UnitsToDraw } from '../../results/index.js'
import { isValidOn, UnitsService } from '../../units/index.js'
import { judgeUnits, type UnitFigures } from '../domain/collective-prize.js'
import { unitDraw, unitEntries } from '../domain/unit-entries.js'
import { competingUnit } from '../domain/unit-groups.js'
import { CollectiveRepository } from '../infra/collective.repository.js'
import { ParticipationRepository } from '../infra/participation.repository.js'

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
    sources: PrizeSources,
  ) {
    sources.fillUnits((contestId) => this.toDraw(contestId))
  }

  async judge(contest: ContestEntity) {
    const saved = await this.plans.findPlan(contest.id)
    const plan: CollectivePlan = saved ?? { ...COLLECTIVE_PRESETS['number-and-rate-2019'], prizes: [] }
    const [parts, rosters, byId, rounds, order] = await Promise.all([
      this.participation.byUnit(contest.id),
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
    const now = this.clock.now()
    const isFinal =
      rounds.length > 0 && rounds.every((round) => canRevealKeys(round.closesAt.getTime(), round.graceMs, now))
    const result = judgeUnits(list, plan, order && unitDraw(order))
    return { plan, isSaved: saved !== null, result, rosterBy, isFinal, byId }
  }

  /** Everything that the page shows: the plan, each unit with the parts of its numbers, who would get what. */
  async view(contestId: string) {
    const contest = await this.contests.demand(contestId)
    const { plan, isSaved, result, rosterBy, byId } = await this.judge(contest)
    const until = await this.firstOpening(contestId)
    return {
      plan,
      isSaved,
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

  async savePlan(actorId: string, contestId: string, plan: CollectivePlan) {
    await this.contests.demand(contestId)
    await this.plans.savePlan(contestId, plan, actorId)
    await this.audit.record(actorId, 'collective_plan.saved', `contest:${contestId}`, { prizes: plan.prizes.length })
    return this.view(contestId)
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
    await this.plans.saveRoster({
      contestId,
      unitId,
      size: input.size,
      confirmedBy: input.confirmedBy,
      recordedBy: actorId,
      isLate,
      reason: input.reason ?? null,
    })
    await this.audit.record(actorId, 'roster.confirmed', `unit:${unitId}`, { contestId, ...input, isLate })
  }

  private async firstOpening(contestId: string): Promise<Date | null> {
    const rounds = (await this.rounds.listOf(contestId)).filter(({ publishedAt }) => publishedAt !== null)
    return rounds.reduce<Date | null>(
      (first, { opensAt }) => (first && first.getTime() <= opensAt.getTime() ? first : opensAt),
      null,
    )
  }
}
