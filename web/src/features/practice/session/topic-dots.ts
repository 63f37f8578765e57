import type { ApiOutput } from '@thiso/contracts'
import type { Dot } from '@thiso/kit'
import type { Outcome } from '@thiso/kit/item/outcome'

export type TopicProgress = ApiOutput<'practice'>['topics'][number]

const ROAD = 10
const SITTING = 12

/**
 * How far a topic has come, as ten dots: known, then seen and still to be repeated, then the rest. Whatever there is of one of the three
 * shows at least one dot.
 */
export function topicDots({ itemCount, seenCount, knownCount }: TopicProgress): Dot[] {
  const share = (count: number) => (itemCount > 0 ? Math.round((count / itemCount) * ROAD) : 0)
  const least = (count: number) => (count > 0 ? 1 : 0)
  const forRest = itemCount > 0 ? least(itemCount - seenCount) : ROAD
  const forSeen = least(seenCount - knownCount)
  const known = within(share(knownCount), least(knownCount), ROAD - forSeen - forRest)
  const seen = known + (forSeen > 0 ? within(share(seenCount) - known, 1, ROAD - known - forRest) : 0)
  return Array.from({ length: ROAD }, (_, index) => ({
    state: index < known ? 'done' : index < seen ? 'marked' : 'blank',
  }))
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}

/** The answers of a sitting as dots: right ones on the road, the others marked; the newest at the end. */
export function sittingDots(outcomes: readonly Outcome[], isUnderWay: boolean): Dot[] {
  const walked: Dot[] = outcomes
    .slice(-SITTING)
    .map((outcome) => ({ state: outcome === 'right' ? 'done' : 'marked' }) as const)
  return isUnderWay ? [...walked, { state: 'current' }] : walked
}
