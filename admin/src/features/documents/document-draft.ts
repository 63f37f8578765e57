import type { ApiBody } from '@thiso/contracts'
import type { DocumentKind } from '@thiso/contracts/vocab'
import type { SourceDocument } from '../../lib/item-bank/queries'

export type DocumentIn = ApiBody<'createDocument'>

export interface DocumentDraft extends Omit<DocumentIn, 'kind' | 'note'> {
  kind: DocumentKind | ''
  note: string
}

export const newDocument = (): DocumentDraft => ({
  number: '',
  kind: '',
  title: '',
  issuer: '',
  issuedOn: null,
  inForceFrom: null,
  inForceTo: null,
  replacedById: null,
  url: '',
  note: '',
})

export function draftOf(document: SourceDocument): DocumentDraft {
  const { number, kind, title, issuer, issuedOn, inForceFrom, inForceTo, replacedById, url, note } = document
  return { number, kind, title, issuer, issuedOn, inForceFrom, inForceTo, replacedById, url, note }
}

/** Only for a draft without `gapsOf`: the kind is told. */
export const bodyOf = (draft: DocumentDraft): DocumentIn => ({
  ...draft,
  kind: draft.kind as DocumentKind,
  url: draft.url.trim(),
})

export const isSame = (one: DocumentDraft, other: DocumentDraft) => JSON.stringify(one) === JSON.stringify(other)

export type DocumentGap = 'kind' | 'title' | 'url' | 'inForceTo'

/** What must be there before anything can be sent, in the order of the page. */
export function gapsOf(draft: DocumentDraft): DocumentGap[] {
  const { kind, title, url, inForceFrom, inForceTo } = draft
  return [
    ...(kind === '' ? ['kind' as const] : []),
    ...(title.trim() === '' ? ['title' as const] : []),
    ...(inForceFrom && inForceTo && inForceTo < inForceFrom ? ['inForceTo' as const] : []),
    ...(url.trim() !== '' && !/^https?:\/\/[^\s.]+\.\S+$/i.test(url.trim()) ? ['url' as const] : []),
  ]
}

/**
 * Will saving take items out of use? True when the document begins to be replaced, or gets an end that it had not, or an earlier one.
 * @param before the document as it is stored; null for a new one, on which nothing rests
 */
export function endsItems(before: DocumentDraft | null, after: DocumentDraft): boolean {
  if (!before) return false
  const isReplaced = after.replacedById !== null && before.replacedById === null
  const endsEarlier = after.inForceTo !== null && (before.inForceTo === null || after.inForceTo < before.inForceTo)
  return isReplaced || endsEarlier
}
