export const SOON_MS = 5 * 60_000
export const LAST_MS = 60_000

export type ClockStage = 'calm' | 'soon' | 'last' | 'over'

export function stageOf(leftMs: number): ClockStage {
  if (leftMs <= 0) return 'over'
  if (leftMs <= LAST_MS) return 'last'
  return leftMs <= SOON_MS ? 'soon' : 'calm'
}

/**
 * What must be said now that the time left went from `beforeMs` to `leftMs`. Only crossing a line speaks, so nothing
 * is repeated after a reload, and a phone that slept over both lines hears the later one alone.
 */
export function warningBetween(beforeMs: number, leftMs: number): 'soon' | 'last' | null {
  if (leftMs <= 0) return null
  if (beforeMs > LAST_MS && leftMs <= LAST_MS) return 'last'
  if (beforeMs > SOON_MS && leftMs <= SOON_MS) return 'soon'
  return null
}
