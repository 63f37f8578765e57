import { Injectable } from '@nestjs/common'
import { UnitsService } from '../../units/index.js'
import { ClockActRepository } from '../infra/clock-act.repository.js'
import type { ClockActEntity } from '../infra/rule-change.entities.js'

/** What organizers did to the clock of a round: pauses, extensions, credits. */
@Injectable()
export class ClockActsService {
  constructor(
    private readonly acts: ClockActRepository,
    private readonly units: UnitsService,
  ) {}

  async listOf(roundId: string): Promise<{ act: ClockActEntity; unitName: string | null }[]> {
    const acts = await this.acts.listOf(roundId)
    return Promise.all(
      acts.map(async (act) => ({
        act,
        unitName: act.scope.kind === 'unit' ? await this.units.fullName(act.scope.unitId) : null,
      })),
    )
  }
}
