/**
 * How often the items of a round are shown, and on which days. Part of what papers are drawn from, like the blueprint: fixed once
 * somebody has started.
 */
export interface DrawLimits {
  /** The pool is dealt out to so many days, which take turns; 1: every day has the whole pool. */
  dayPools: number
  /** On at most this share of the papers of its day pool an item is to stand; null: not looked at. */
  maxShare: number | null
  /** Items that earlier rounds of the contest have shown, or may still show, stay out of the pool. */
  leaveOutUsed: boolean
}

export const DEFAULT_DRAW_LIMITS: DrawLimits = { dayPools: 1, maxShare: null, leaveOutUsed: false }

export const DAY_POOLS_MAX = 31

/** What the overlap of two papers means: copying pays and can be seen; pays and can hardly be seen; does not pay and cannot be seen. */
export const OVERLAP_ADVICE = ['pays-and-shows', 'pays-and-hides', 'does-not-pay'] as const
export type OverlapAdvice = (typeof OVERLAP_ADVICE)[number]

/** How well a search for similar answers sees pairs who copied. */
export const OVERLAP_SIGHTS = ['good', 'poor', 'none'] as const
export type OverlapSight = (typeof OVERLAP_SIGHTS)[number]
