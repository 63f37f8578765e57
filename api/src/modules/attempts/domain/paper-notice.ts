import { createHash } from 'node:crypto'
import { PAPER_NOTICE_EN, PAPER_NOTICE_VERSION, PAPER_NOTICE_VI } from '@thiso/contracts/vocab'
import { canonicalJson } from '../../../kernel/canonical-json.js'

/** The hash of the text that stands before every start, in both languages, in hex. */
export const PAPER_NOTICE_SHA256 = createHash('sha256')
  .update(canonicalJson({ vi: PAPER_NOTICE_VI, en: PAPER_NOTICE_EN }))
  .digest('hex')

/**
 * PE-1: what an attempt keeps of the notice that was on the screen before the start.
 * @param seen the version that the page showed; undefined: it showed none
 * @returns null when it was none, or another one than today's: then nothing is noted about the attempt
 */
export function noticeOf(seen: string | undefined): { version: string; sha256: string } | null {
  return seen === PAPER_NOTICE_VERSION ? { version: seen, sha256: PAPER_NOTICE_SHA256 } : null
}
