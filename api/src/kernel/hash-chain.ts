import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.js'

/** The head of a chain without links: 32 zero bytes. */
export const NO_LINKS: Buffer = Buffer.alloc(32)

/**
 * The head after one more record: h = SHA-256(previous head ‖ SHA-256(canonical JSON of the record)). Whoever knows the last
 * head knows whether any record before it was changed, left out, put in or moved.
 */
export function nextHead(head: Uint8Array, record: unknown): Buffer {
  if (head.length !== 32) throw new RangeError('a head has 32 bytes')
  const digest = createHash('sha256').update(canonicalJson(record)).digest()
  return createHash('sha256').update(head).update(digest).digest()
}

/** The head of all records in their order. */
export function headOf(records: Iterable<unknown>): Buffer {
  let head = NO_LINKS
  for (const record of records) head = nextHead(head, record)
  return head
}
