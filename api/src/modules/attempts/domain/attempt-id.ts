import { createHash } from 'node:crypto'

/**
 * AT-1: the id of an attempt, a version 8 UUID made of SHA-256("attempt" NUL round NUL account NUL number). Since the paper is
 * drawn from the id, nobody can try several ids and keep the paper they like; and starting twice is the same start.
 * @param attemptNo 1-based
 */
export function attemptIdOf(roundId: string, accountId: string, attemptNo: number): string {
  const bytes = createHash('sha256').update(`attempt\0${roundId}\0${accountId}\0${attemptNo}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
