import { z } from 'zod'
import { DAY_POOLS_MAX, OVERLAP_ADVICE, OVERLAP_SIGHTS } from '../vocab/index.js'
import { BlueprintCell, Id } from './shapes.js'

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

/** How often items are shown, and on which days. */
export const DrawLimits = z
  .object({
    dayPools: z.int().min(1).max(DAY_POOLS_MAX),
    maxShare: z.number().min(0.01).max(1).multipleOf(0.01).nullable(),
    leaveOutUsed: z.boolean(),
  })
  .meta({ id: 'DrawLimits' })

/** How many items two papers of one day share, and what that means for copying and for seeing it. */
export const PaperOverlap = z
  .object({
    itemCount: z.int(),
    mean: z.number(),
    /** The chance that two papers share at least half of their items. */
    halfOrMore: z.number(),
    /** The least number that only one pair in a hundred reaches or passes. */
    oneInHundred: z.int(),
    advice: z.enum(OVERLAP_ADVICE),
    sight: z.enum(OVERLAP_SIGHTS),
  })
  .meta({ id: 'PaperOverlap' })

/** Of papers that were drawn: by how often each item was shown. */
export const DrawnOverlap = z
  .object({
    papers: z.int(),
    itemCount: z.int(),
    poolCount: z.int(),
    mean: z.number(),
    /** Shares of the papers; with day pools of those of one day, supposing that as many people came on each. */
    most: z.number(),
    least: z.number(),
    neverCount: z.int(),
    advice: z.enum(OVERLAP_ADVICE),
    sight: z.enum(OVERLAP_SIGHTS),
  })
  .meta({ id: 'DrawnOverlap' })

const Lacking = BlueprintCell.extend({ availableCount: z.int(), neededCount: z.int() })
export const DayCheck = z
  .object({
    dayPools: z.int(),
    /** Cells that the leanest day cannot fill. */
    unfed: z.array(Lacking),
    /** Cells that no way of drawing keeps within the cap. */
    overCap: z.array(Lacking),
  })
  .meta({ id: 'DayCheck' })

export const ReusedItems = z
  .object({
    count: z.int(),
    isLeftOut: z.boolean(),
    /** The first of them. */
    items: z.array(z.object({ itemId: Id, code: z.string() })),
  })
  .meta({ id: 'ReusedItems' })
