import { Injectable } from '@nestjs/common'
import type { Actor } from '../../../platform/http/actor.js'
import { AdmissionService, type Admitted, type ContestEntity, type RoundEntity } from '../../contests/index.js'

/** Who may start an attempt, and how. The one place that asks; everything else of starting is about time and number. */
@Injectable()
export class EntryCheck {
  constructor(private readonly admission: AdmissionService) {}

  /** @throws ProblemError why this person may not take part in this round */
  admit(actor: Actor, round: RoundEntity, contest: ContestEntity): Promise<Admitted> {
    return this.admission.demandAdmission(round, contest, actor)
  }
}
