import { Injectable } from '@nestjs/common'
import { ineligibleParams } from '@thiso/contracts'
import type { BarredReason } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import type { Actor } from '../../../platform/http/actor.js'
import { ShortMemory } from '../../../platform/memory/short-memory.js'
import { BanksService } from '../../item-bank/index.js'
import { UnitsService } from '../../units/index.js'
import { admissionOf } from '../domain/eligibility.js'
import { AdmissionRepository } from '../infra/admission.repository.js'
import type { ContestEntity, RoundEntity } from '../infra/contest.entities.js'

/** Whoever reads a key within so long before starting is caught when prizes are given, not at the start. */
const REMEMBER_MS = 5_000

/** What an attempt keeps of who its person was when it started. */
export interface Admitted {
  tableCode: string | null
  extraPercent: number
}

/** Who may start in a round, and in which table. */
@Injectable()
export class AdmissionService {
  private readonly remembered = new ShortMemory<Map<string, BarredReason>>(REMEMBER_MS)

  constructor(
    private readonly people: AdmissionRepository,
    private readonly banks: BanksService,
    private readonly units: UnitsService,
    private readonly clock: Clock,
  ) {}

  /**
   * WN-2, EL-1 to EL-5: asked at the start of every attempt; by the database as it is at that moment.
   * @throws ProblemError ATTEMPT.AUTHOR_BARRED, ROUND.NOT_ELIGIBLE with the reason in words
   */
  async demandAdmission(
    round: Pick<RoundEntity, 'id' | 'bankIds' | 'rules' | 'opensAt'>,
    contest: Pick<ContestEntity, 'id' | 'rules'>,
    actor: Pick<Actor, 'accountId' | 'role'>,
  ): Promise<Admitted> {
    const [candidate, units] = await Promise.all([
      this.people.candidate(contest.id, round.id, actor.accountId),
      this.units.byId(),
      this.refuseInvolved(round, actor),
    ])
    if (!candidate) throw new ProblemError('PERSON.NOT_FOUND')
    // Nobody can start before the opening: whoever looks earlier is told by the age of that day.
    const day = vietnamDay(Math.max(this.clock.now(), round.opensAt.getTime()))
    const admission = admissionOf(candidate, contest.rules, round.rules, units, day)
    if (!admission.isEligible)
      throw new ProblemError('ROUND.NOT_ELIGIBLE', ineligibleParams(admission.reason, admission.params))
    return { tableCode: admission.tableCode, extraPercent: candidate.extraPercent }
  }

  /** Who reads the banks, wrote or reviewed an item of the pool, or read a key of it, does not take part. */
  private async refuseInvolved(
    round: Pick<RoundEntity, 'id' | 'bankIds'>,
    actor: Pick<Actor, 'accountId' | 'role'>,
  ): Promise<void> {
    const involved = await this.remembered.get(round.id, () => this.people.involved(round.id))
    if (involved.has(actor.accountId)) throw new ProblemError('ATTEMPT.AUTHOR_BARRED')
    if (actor.role === 'contestant') return
    const reach = await this.banks.reachOf(actor)
    if (!reach || reach.bankIds.some((id) => round.bankIds.includes(id)))
      throw new ProblemError('ATTEMPT.AUTHOR_BARRED')
  }
}
