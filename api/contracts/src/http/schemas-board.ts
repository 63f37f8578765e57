import { z } from 'zod'
import { AdminRound } from './schemas-organizer.js'
import { Id } from './shapes.js'

export const boardSchemas = {
  /** Makes public what was submitted after the freeze began. Doing it again changes nothing. */
  revealBoard: { params: z.object({ roundId: Id }), response: AdminRound },
}
