import { createHash } from 'node:crypto'

/** Of a token only this is kept and compared. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
