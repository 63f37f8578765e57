import { createHash } from 'node:crypto'

/** A version 8 UUID that follows from what it names, so that seeding twice gives the same ids. */
export function stableId(kind: string, name: string): string {
  const bytes = createHash('sha256').update(`${kind}\0${name}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
