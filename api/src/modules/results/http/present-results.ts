import { displayName } from '../../standings/index.js'
import type { RulingKind } from '@thiso/contracts/vocab'
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

/** WN-11: names masked, the unit beside them. */
export function presentRow(row: NamedRow) {
  const { versionId: _, unitId: __, attemptId: ___, orderNo: ____, tableCode, fullName, ...shown } = row
  return {
    ...shown,
    name: displayName(fullName, 'masked', ''),
    table: tableCode,
    submittedAt: row.submittedAt.toISOString(),
  }
}

/** What is drawn, whether or not anything of it is stored. */
export type DrawnSubject = Pick<ResultDrawEntity, 'scopeId' | 'kind'>

/** DW-10: the secret only once the draw is done. */
export function presentDraw({ scopeId, kind }: DrawnSubject, draw: ResultDrawEntity | null) {
  const isDone = draw?.drawnAt != null
  return {
    scopeId,
    kind,
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
    hasList: draw?.namedAt != null,
  }
}

/** As organizers lead it. @param isNeeded something is tied that only a draw tells apart */
export function presentLedDraw(
  subject: DrawnSubject,
  draw: ResultDrawEntity | null,
  isNeeded: boolean,
  actor: { accountId: string },
  names: Names,
) {
  return {
    ...presentDraw(subject, draw),
    isNeeded,
    enteredBy: nameOf(draw?.enteredBy ?? null, names),
    isOwnEntry: draw?.enteredBy === actor.accountId,
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

/** @param rulingKinds of the rulings that followed; none where nobody has answered yet */
export function presentComplaint(complaint: ComplaintEntity, rulingKinds: ReadonlyMap<string, RulingKind> = new Map()) {
  const { accountId: _, itemVersionId: __, decidedBy: ___, ...shown } = complaint
  return {
    ...shown,
    rulingKind: rulingKinds.get(complaint.rulingId ?? '') ?? null,
    filedAt: complaint.filedAt.toISOString(),
    decidedAt: complaint.decidedAt?.toISOString() ?? null,
  }
}

function nameOf(id: string | null, names: Names): string | null {
  return id === null ? null : (names.get(id) ?? null)
}
