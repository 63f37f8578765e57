import { z } from 'zod'
import { AdminRound } from './schemas-organizer.js'
import { PublicContest } from './public-shapes.js'
import { BoardRow, FinalResults, Id, LocalizedText } from './shapes.js'

/** A person's place in the total, with the points of each round in the order of `rounds`; null: no place in that round. */
const TotalRow = BoardRow.extend({ roundPoints: z.array(z.number().nullable()) }).meta({ id: 'TotalRow' })

export const boardSchemas = {
  /** RS-13: the total over the rounds; only its newest published version. */
  publicTotal: {
    params: z.object({ contestId: Id }),
    response: z.object({
      contest: PublicContest,
      /** null: nothing is published yet, and all below is empty. */
      final: FinalResults.nullable(),
      participantCount: z.int(),
      /** Rounds that are added up, with the version of their results. */
      rounds: z.array(z.object({ roundId: Id, name: LocalizedText, number: z.int() })),
      /** As on a board (LB-13). */
      tables: z.array(z.object({ code: z.string(), rankedCount: z.int() })),
      rows: z.array(TotalRow),
    }),
  },
  /** Makes public what was submitted after the freeze began. Doing it again changes nothing. */
  revealBoard: { params: z.object({ roundId: Id }), response: AdminRound },
}
