import { AUDIT_ACTS, AUDIT_SUBJECT_KINDS, type AuditAct, type AuditSubjectKind } from '@thiso/contracts/vocab'

export const isAct = (text: string): text is AuditAct => AUDIT_ACTS.some((act) => act === text)
export const isKind = (text: string): text is AuditSubjectKind => AUDIT_SUBJECT_KINDS.some((kind) => kind === text)

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
  'list',
  'state',
  'changed',
  'prizes',
  'isLate',
  'source',
  'entry',
  'inputHash',
  'versionId',
  'rulingId',
  'accountId',
  'seat',
  'seats',
  'by',
] as const

const PAGES: Record<string, string> = {
  contest: '/cuoc-thi/',
  round: '/dot/',
  item: '/cau-hoi/',
  account: '/nguoi/',
  case: '/vu-viec/',
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
