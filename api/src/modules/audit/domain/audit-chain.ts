import { canonicalJson } from '../../../kernel/canonical-json.js'
import { nextHead, NO_LINKS } from '../../../kernel/hash-chain.js'

/** An entry of the audit log as it is stored; `at` in milliseconds since 1970 by the database's clock. */
export interface ChainedEntry {
  id: number
  atMs: number
  actorId: string | null
  act: string
  subject: string
  detail: unknown
}

/** A place in the chain with its entry; null: the entry is gone. */
export interface ChainedLink {
  linkNo: number
  entryId: number
  head: Buffer
  entry: ChainedEntry | null
}

/** What is wrong first, by its place in the chain. */
export interface AuditFault {
  kind: 'changed' | 'removed' | 'link-missing'
  linkNo: number
  /** null where the place itself is gone. */
  entryId: number | null
}

/** HC-6: what the chain hashes of an entry; the number in the log is part of it. */
export function entryRecord({ id, atMs, actorId, act, subject, detail }: ChainedEntry): unknown[] {
  return ['entry', id, atMs, actorId, act, subject, detail]
}

/** The same as canonical JSON in bytes: the leaf of a tree over the log. */
export function entryLeaf(entry: ChainedEntry): Buffer {
  return Buffer.from(canonicalJson(entryRecord(entry)))
}

/**
 * HC-7: recomputes the chain part by part, so that a log of any length can be looked at.
 * @param from the last place that was found right, and its head
 * @returns the place reached, or the first fault
 */
export function checkLinks(
  links: readonly ChainedLink[],
  from: { linkNo: number; head: Buffer } = { linkNo: 0, head: NO_LINKS },
): { reached: { linkNo: number; head: Buffer } } | { fault: AuditFault } {
  let { linkNo, head } = from
  for (const link of links) {
    if (link.linkNo !== linkNo + 1) return { fault: { kind: 'link-missing', linkNo: linkNo + 1, entryId: null } }
    if (!link.entry) return { fault: { kind: 'removed', linkNo: link.linkNo, entryId: link.entryId } }
    head = nextHead(head, entryRecord(link.entry))
    if (!head.equals(link.head)) return { fault: { kind: 'changed', linkNo: link.linkNo, entryId: link.entryId } }
    linkNo = link.linkNo
  }
  return { reached: { linkNo, head } }
}
