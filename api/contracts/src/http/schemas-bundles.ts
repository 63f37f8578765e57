import { z } from 'zod'
import { Id, Instant } from './shapes.js'

const round = z.object({ roundId: Id })

const RoundBundle = z
  .object({
    /** Everything that was signed about the round's results, the oldest first. */
    notes: z.array(
      z.object({
        edition: z.int(),
        version: z.int(),
        /** A C2SP signed note. */
        note: z.string(),
        madeAt: Instant,
      }),
    ),
    /** Since when anybody may have the file; null: organizers have not released it. */
    releasedAt: Instant.nullable(),
    /** Compressed, in bytes; null: not made yet, or another round still needs its items. */
    file: z.object({ edition: z.int(), bytes: z.number() }).nullable(),
  })
  .meta({ id: 'RoundBundle' })

/** The shapes of public bundles. */
export const bundleSchemas = {
  roundBundle: { params: round, response: RoundBundle },
  roundBundleFile: { params: round },
  adminBundleFile: { params: round },
  releaseBundle: { params: round, response: RoundBundle },
}
