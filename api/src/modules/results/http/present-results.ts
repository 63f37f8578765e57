import type { ScoreDifference, ResultVersionEntity } from '../infra/result.entities.js'
import type { NamedRow } from '../infra/result-versions.repository.js'
import type { ComplaintEntity, ResultDrawEntity, RulingEntity } from '../infra/ruling.entities.js'
import { stateOf } from '../app/draws.service.js'

type Names = ReadonlyMap<string, string>

export function presentVersion(version: ResultVersionEntity, names: Names) {
  const { scopeId: _, contestId: __, rules: ___, draw, madeBy, approvedBy, ...shown } = version
  return {
    ...shown,
    madeBy: nameOf(madeBy, names),
    approvedBy: nameOf(approvedBy, names),
    madeAt: version.madeAt.toISOString(),
    publishedAt: version.publishedAt?.toISOString() ?? null,
    differences: version.differences satisfies { count: number; examples: ScoreDifference[] },
    isDrawn: draw !== null,
  }
}

export function presentRow(row: NamedRow) {
  const { versionId: _, unitId: __, attemptId: ___, orderNo: ____, tableCode, ...shown } = row
  return { ...shown, table: tableCode, submittedAt: row.submittedAt.toISOString() }
}

/** DW-10: the secret only once the draw is done. */
export function presentDraw(scopeId: string, draw: ResultDrawEntity | null, hasList: boolean) {
  const isDone = draw?.drawnAt != null
  return {
    scopeId,
    state: stateOf(draw),
    commitment: draw?.commitment ?? null,
    committedAt: draw?.committedAt?.toISOString() ?? null,
    listRoot: draw?.listRoot ?? null,
    listCount: draw?.listCount ?? null,
    source: draw?.source ?? null,
    namedAt: draw?.namedAt?.toISOString() ?? null,
    entry: draw?.entry ?? null,
    randomness: draw?.randomness ?? null,
    secret: isDone ? (draw.secret?.toString('hex') ?? null) : null,
    seed: draw?.seed ?? null,
    drawnAt: draw?.drawnAt?.toISOString() ?? null,
    hasList: hasList && draw?.versionId != null,
  }
}

export function presentRuling(ruling: RulingEntity, actorId: string, names: Names, codeOf: Names) {
  return {
    id: ruling.id,
    kind: ruling.kind,
    itemVersionId: ruling.itemVersionId,
    itemCode: nameOf(ruling.itemVersionId, codeOf),
    key: ruling.key,
    accountId: ruling.accountId,
    personName: nameOf(ruling.accountId, names),
    reason: ruling.reason,
    state: ruling.state,
    proposedBy: names.get(ruling.proposedBy) ?? '',
    isOwn: ruling.proposedBy === actorId,
    proposedAt: ruling.proposedAt.toISOString(),
    decidedBy: nameOf(ruling.decidedBy, names),
    decidedAt: ruling.decidedAt?.toISOString() ?? null,
    decisionReason: ruling.decisionReason,
    versionId: ruling.versionId,
  }
}

export function presentComplaint(complaint: ComplaintEntity) {
  const { accountId: _, itemVersionId: __, decidedBy: ___, ...shown } = complaint
  return {
    ...shown,
    filedAt: complaint.filedAt.toISOString(),
    decidedAt: complaint.decidedAt?.toISOString() ?? null,
  }
}

function nameOf(id: string | null, names: Names): string | null {
  return id === null ? null : (names.get(id) ?? null)
}
