import { formatNumber, type Locale } from '../text/format'
import type { HostView, LessonStanding } from './host-state'

/** Points as finely as they decide places: what is shown as equal shares a place. The same on every screen. */
export const formatPoints = (points: number, language?: Locale) =>
  formatNumber(points, { maximumFractionDigits: 3 }, language)

/**
 * CR-23: whether points are shown beside right answers. Not in Rung chuông vàng, where places go by who fell when and points would
 * contradict them, and not where they would say the same twice: each right answer a point, and nothing else.
 */
export function withPoints(
  { mode, scoring }: Pick<HostView['settings'], 'mode' | 'scoring'>,
  standings: readonly Pick<LessonStanding, 'rightCount' | 'points'>[] = [],
): boolean {
  if (mode === 'bell') return false
  return scoring !== 'right-only' || standings.some(({ rightCount, points }) => points !== rightCount)
}
