import { createHash } from 'node:crypto'
import type { CaseAct } from '@thiso/contracts/vocab'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { nextHead } from '../../../kernel/hash-chain.js'

/** What stays of an act for ever. What was said in it is hashed with a salt, so that deleting the words breaks nothing. */
export interface ChainedAct {
  caseId: string
  no: number
  atMs: number
  kind: CaseAct
  /** null: the person, the signals, or time. */
  actorId: string | null
  /** SHA-256(salt ‖ canonical JSON of what was said), 32 bytes. */
  contentHash: Buffer
}

export function contentHash(salt: Buffer, content: unknown): Buffer {
  return createHash('sha256').update(salt).update(canonicalJson(content)).digest()
}

/** CA-9: the head after an act: ["case-act", case, number, at in ms, kind, actor or null, hash of what was said in hex]. */
export function headAfter(
  head: Uint8Array,
  { caseId, no, atMs, kind, actorId, contentHash: hash }: ChainedAct,
): Buffer {
  return nextHead(head, ['case-act', caseId, no, atMs, kind, actorId, hash.toString('hex')])
}

/** @returns the number of the first act that does not follow from those before it; null: all do */
export function firstBreak(start: Uint8Array, acts: readonly (ChainedAct & { head: Buffer })[]): number | null {
  let head = start
  for (const [index, act] of acts.entries()) {
    if (act.no !== index + 1) return index + 1
    head = headAfter(head, act)
    if (!act.head.equals(head)) return act.no
  }
  return null
}
