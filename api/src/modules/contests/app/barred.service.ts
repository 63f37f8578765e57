import { Injectable } from '@nestjs/common'
import type { BarredReason } from '@thiso/contracts/vocab'
import { AdmissionRepository } from '../infra/admission.repository.js'

/** Who gets no prize whatever the ranking says. */
@Injectable()
export class BarredService {
  constructor(private readonly people: AdmissionRepository) {}

  /**
   * WN-2: of these people, those who are barred from prizes of a round: who organizes or did so since the contest was made, who wrote or
   * reviewed an item of its pool, who read a key of it before the keys were shown to everybody. Looked up anew at every call.
   */
  async barredOf(roundId: string, accountIds: readonly string[]): Promise<Map<string, BarredReason>> {
    if (accountIds.length === 0) return new Map()
    const [involved, organizers] = await Promise.all([
      this.people.involved(roundId),
      this.people.organizers(roundId, accountIds),
    ])
    const barred = new Map<string, BarredReason>(organizers.map((id) => [id, 'organizer']))
    for (const id of accountIds) {
      const reason = involved.get(id)
      if (reason && !barred.has(id)) barred.set(id, reason)
    }
    return barred
  }

  /** WN-2: the same of everybody who took part in the round. */
  async barredTakingPart(roundId: string): Promise<Set<string>> {
    const [involved, organizers] = await Promise.all([
      this.people.involved(roundId),
      this.people.organizersTakingPart(roundId),
    ])
    return new Set([...organizers, ...(await this.people.takingPart(roundId, [...involved.keys()]))])
  }
}
