import { z } from 'zod'

/** Expected points of papers: of every place its points times the share that a response is expected to gain. */
export const Spread = z
  .object({
    papers: z.int(),
    min: z.number(),
    max: z.number(),
    mean: z.number(),
    sd: z.number(),
    quantiles: z.object({ p5: z.number(), p25: z.number(), p50: z.number(), p75: z.number(), p95: z.number() }),
  })
  .meta({ id: 'Spread' })

/** What papers of a blueprint would be like: simulated, the same ones every time. */
export const PaperSpread = Spread.extend({
  target: z.number(),
  /** Simulated papers outside the tolerance. */
  outsideCount: z.int(),
  /** About the least tolerance that can be met; null where the one asked for is. */
  leastTolerance: z.number().nullable(),
  itemCount: z.int(),
  /** How many items two papers share, on average. */
  sharedMean: z.number(),
  /** On which share of the papers an item stands. */
  exposure: z.object({ itemCount: z.int(), least: z.number(), mean: z.number(), most: z.number() }),
}).meta({ id: 'PaperSpread' })
