import { zonedParts } from '@thiso/kit'
import { serverNow } from '@thiso/kit/api/server-clock'

/** The day it is in Việt Nam by the server's clock: '2026-10-10'. */
export function today(): string {
  const parts = zonedParts(serverNow())
  return parts ? `${parts.year}-${parts.month}-${parts.day}` : ''
}
