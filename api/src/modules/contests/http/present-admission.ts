import { settingChanges } from '@thiso/contracts/vocab'
import type { ClockActEntity } from '../infra/rule-change.entities.js'
import type { RuleChangeRow } from '../infra/rule-change.repository.js'

export function presentAmendment(row: RuleChangeRow) {
  return {
    id: row.id,
    contestId: row.contestId,
    roundId: row.roundId,
    roundName: row.roundName,
    state: row.state,
    changes: settingChanges(row.before, row.after),
    reason: row.reason,
    proposedAt: row.proposedAt.toISOString(),
    proposedById: row.proposedBy,
    proposedByName: row.proposedByName,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedByName: row.decidedByName,
    rulesVersion: row.rulesVersion,
  }
}

/** AM-4: for everybody: what changed, why and when; who by role, not by name. */
export function presentPublicAmendment(row: RuleChangeRow) {
  return {
    id: row.id,
    roundId: row.roundId,
    roundName: row.roundName,
    changes: settingChanges(row.before, row.after),
    reason: row.reason,
    proposedAt: row.proposedAt.toISOString(),
    proposedByRole: row.proposedByRole,
    decidedAt: (row.decidedAt as Date).toISOString(),
    decidedByRole: row.decidedByRole,
    rulesVersion: row.rulesVersion,
  }
}

/** @param unitName of the unit that a credit is for */
export function presentClockAct(act: ClockActEntity, unitName: string | null) {
  return {
    id: act.id,
    kind: act.kind,
    at: act.at.toISOString(),
    from: act.fromAt.toISOString(),
    to: act.toAt?.toISOString() ?? null,
    scope: act.scope.kind,
    unitName,
    reason: act.reason,
  }
}
