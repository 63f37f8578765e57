import { Injectable } from '@nestjs/common'
import { fold } from '@thiso/contracts/vocab'
import { AuditRepository } from '../infra/audit.repository.js'

export type AuditAct =
  | 'contest.created'
  | 'contest.updated'
  | 'contest.published'
  | 'contest.unpublished'
  | 'round.created'
  | 'round.updated'
  | 'round.deleted'
  | 'round.published'
  | 'round.opened'
  | 'round.closed'
  | 'board.revealed'
  | 'round.paused'
  | 'round.resumed'
  | 'round.extended'
  | 'round.credit_granted'
  | 'entrants.added'
  | 'entrants.qualified'
  | 'entrant.removed'
  | 'extra_time.granted'
  | 'extra_time.withdrawn'
  | 'amendment.proposed'
  | 'amendment.approved'
  | 'amendment.rejected'
  | 'amendment.withdrawn'
  | 'item.created'
  | 'item.updated'
  | 'item.state_changed'
  | 'item.key_read'
  | 'item.keys_read'
  | 'item.citation_confirmed'
  | 'item.imported'
  | 'item.import_undone'
  | 'items.bulk_edited'
  | 'items.bulk_edit_undone'
  | 'bank.created'
  | 'bank.updated'
  | 'subtopic.changed'
  | 'document.created'
  | 'document.updated'
  | 'paper.printed'
  | 'units.imported'
  | 'account.created'
  | 'account.role_changed'
  | 'account.password_reset'
  | 'winners.exported'
  | 'standings.exported'
  | 'results.closed'
  | 'results.published'
  | 'results.totalled'
  | 'total.published'
  | 'draw.named'
  | 'draw.entered'
  | 'draw.confirmed'
  | 'ruling.proposed'
  | 'ruling.approved'
  | 'ruling.rejected'
  | 'ruling.withdrawn'
  | 'complaints.taken'
  | 'complaints.answered'
  | 'winners.proposed'
  | 'winners.signed'
  | 'winners.published'
  | 'winners.minutes_made'
  | 'winner.unmasked'
  | 'winner.identity_checked'
  | 'winner.ended'
  | 'winner.handed_over'
  | 'winner.certificate_withdrawn'
  | 'certificates.made'
  | 'collective_plan.saved'
  | 'roster.confirmed'
  | 'participation.exported'
  | 'contest_report.made'
  | 'analysis.exported'
  | 'rulebook.saved'
  | 'rulebook.published'

/** Records who did what; readable by organizers, changeable by nobody. */
@Injectable()
export class AuditService {
  constructor(private readonly entries: AuditRepository) {}

  /** @param subject what it was done to, as `kind:id` */
  async record(
    actorId: string | null,
    act: AuditAct,
    subject: string,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    await this.entries.append({ actorId, act, subject, detail })
  }

  list(filter: { q?: string | undefined; page: number; size: number }) {
    return this.entries.list({ ...filter, q: filter.q ? fold(filter.q) : undefined })
  }
}
