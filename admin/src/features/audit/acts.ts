/** Every act that this page has words for. */
export const ACTS = [
  'contest.created',
  'contest.updated',
  'contest.published',
  'contest.unpublished',
  'round.created',
  'round.updated',
  'round.deleted',
  'round.published',
  'round.opened',
  'round.closed',
  'round.paused',
  'round.resumed',
  'round.extended',
  'round.credit_granted',
  'entrants.added',
  'entrants.qualified',
  'entrant.removed',
  'extra_time.granted',
  'extra_time.withdrawn',
  'amendment.proposed',
  'amendment.approved',
  'amendment.rejected',
  'amendment.withdrawn',
  'board.revealed',
  'item.created',
  'item.updated',
  'item.state_changed',
  'item.key_read',
  'item.keys_read',
  'item.citation_confirmed',
  'item.imported',
  'item.import_undone',
  'items.bulk_edited',
  'items.bulk_edit_undone',
  'bank.created',
  'bank.updated',
  'subtopic.changed',
  'document.created',
  'document.updated',
  'paper.printed',
  'units.imported',
  'account.created',
  'account.role_changed',
  'account.password_reset',
  'winners.exported',
  'winners.proposed',
  'winners.signed',
  'winners.published',
  'winners.minutes_made',
  'winner.unmasked',
  'winner.identity_checked',
  'winner.ended',
  'winner.handed_over',
  'winner.certificate_withdrawn',
  'certificates.made',
  'collective_plan.saved',
  'roster.confirmed',
  'participation.exported',
  'contest_report.made',
  'standings.exported',
  'analysis.exported',
  'results.closed',
  'results.published',
  'results.totalled',
  'total.published',
  'draw.named',
  'draw.entered',
  'draw.confirmed',
  'ruling.proposed',
  'ruling.approved',
  'ruling.rejected',
  'ruling.withdrawn',
  'complaints.taken',
  'complaints.answered',
  'rulebook.saved',
  'rulebook.published',
] as const

export type Act = (typeof ACTS)[number]

export const isAct = (text: string): text is Act => ACTS.some((act) => act === text)

/** Names in the details that this page has words for. */
export const FIELDS = [
  'from',
  'to',
  'reason',
  'role',
  'name',
  'code',
  'slug',
  'version',
  'isNewVersion',
  'rowCount',
  'writtenCount',
  'format',
  'opensAt',
  'closesAt',
  'itemCount',
  'act',
  'count',
  'changedCount',
  'isContentChanged',
  'number',
  'title',
  'inForceTo',
  'replacedBy',
  'fileName',
  'hash',
  'addedCount',
  'removedCount',
  'percent',
] as const

/** Kinds of things that acts are done to and that carry an id. */
export const KINDS = [
  'contest',
  'round',
  'item',
  'bank',
  'account',
  'document',
  'subtopic',
  'edit',
  'import',
  'paper',
  'export',
  'print',
  'analysis',
  'amendment',
  'draw',
] as const

const PAGES: Record<string, string> = {
  contest: '/cuoc-thi/',
  round: '/dot/',
  item: '/cau-hoi/',
  account: '/nguoi/',
}

export interface Subject {
  kind: string
  /** An id, or for a file its name. */
  name: string
  /** The page that shows it, where there is one. */
  to: string | null
}

/** 'item:0190…' as the log writes it, taken apart. */
export function subjectOf(text: string): Subject {
  const at = text.indexOf(':')
  const kind = at < 0 ? '' : text.slice(0, at)
  const name = at < 0 ? text : text.slice(at + 1)
  const page = PAGES[kind]
  return { kind, name, to: page ? `${page}${name}` : null }
}
