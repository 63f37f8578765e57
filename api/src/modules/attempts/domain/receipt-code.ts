import { createHash } from 'node:crypto'
import type { ItemResponse } from '@thiso/contracts/vocab'
import { canonicalJson } from '../../../kernel/canonical-json.js'

/** Crockford's base 32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * AT-8: the receipt of a submitted attempt: 60 bits of SHA-256 over the attempt, its submission and every recorded event, as
 * three groups of four characters. The same events give the same code; a changed answer gives another.
 */
export function receiptCode(attempt: {
  attemptId: string
  submittedAt: string
  events: readonly { seq: number; position: number; response: ItemResponse | null }[]
}): string {
  const events = [...attempt.events]
    .sort((a, b) => a.seq - b.seq)
    .map(({ seq, position, response }) => [seq, position, response])
  const digest = createHash('sha256')
    .update(canonicalJson([attempt.attemptId, attempt.submittedAt, events]))
    .digest()
  let bits = digest.readBigUInt64BE(0) >> 4n
  let code = ''
  for (let i = 0; i < 12; i++) {
    code = ALPHABET[Number(bits & 31n)] + code
    bits >>= 5n
  }
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}
