import { type HostState, playing, seated } from '@thiso/kit/lesson/host-state'

/** What the host of Rung chuông vàng says now. The words stand in the texts; here is which of them, and with what. */
export type BellCue =
  | { say: 'welcome'; count: number; reserves: number }
  | { say: 'item'; place: number }
  | { say: 'running'; place: number; seconds: number }
  | { say: 'paused' }
  | { say: 'locked' }
  | { say: 'answer'; letters: string; left: number }
  | { say: 'nobody' }
  | { say: 'rescue'; left: number }
  | { say: 'ringer'; name: string }
  | { say: 'next'; place: number; left: number }
  | { say: 'last'; left: number }
  | { say: 'end'; names: string }

export interface BellFloor {
  left: string[]
  outCount: number
  reserveCount: number
}

/** CR-30: who stands, how many are out, how many wait. */
export function floorOf({ view }: Pick<HostState, 'view'>): BellFloor {
  const here = seated(view.seats)
  return {
    left: playing(view.seats).map(({ name }) => name),
    outCount: here.filter(({ floor }) => floor === 'out').length,
    reserveCount: here.filter(({ floor }) => floor === 'reserve').length,
  }
}

/** CR-32: few enough stand for a rescue round, and somebody can be brought back. */
export function isRescueDue({ view }: Pick<HostState, 'view'>): boolean {
  const { phase } = view.step
  if (phase !== 'revealed' && phase !== 'board') return false
  const { left, outCount, reserveCount } = floorOf({ view })
  return left.length <= view.settings.bell.rescueBelow && outCount + reserveCount > 0
}

/**
 * CR-34: the cue for where the lesson stands.
 * @param isOpen answers are taken by now, not only shown
 */
export function bellCue(state: Pick<HostState, 'view'>, isOpen: boolean): BellCue | null {
  const { view } = state
  const { step, reveal, settings } = view
  const { left, reserveCount } = floorOf(state)
  if (step.pausedAt !== null) return { say: 'paused' }
  switch (step.phase) {
    case 'lobby': {
      const { floorSize } = settings.bell
      const count = seated(view.seats).length
      return { say: 'welcome', count, reserves: floorSize === 0 ? 0 : Math.max(0, count - floorSize) }
    }
    case 'open':
      return isOpen
        ? { say: 'running', place: step.place, seconds: view.item?.limitS ?? 0 }
        : { say: 'item', place: step.place }
    case 'locked':
      return { say: 'locked' }
    case 'revealed':
      if (!reveal?.review) return { say: 'next', place: step.place + 1, left: left.length }
      if (left.length === 1) return { say: 'ringer', name: left[0] ?? '' }
      if (left.length === 0) return { say: 'nobody' }
      return { say: 'answer', letters: lettersOf(reveal.review.options), left: left.length }
    case 'board':
      if (left.length === 1) return { say: 'ringer', name: left[0] ?? '' }
      if (left.length === 0) return { say: 'nobody' }
      if (isRescueDue(state) && reserveCount + floorOf(state).outCount > 0) return { say: 'rescue', left: left.length }
      return step.place < step.placeCount
        ? { say: 'next', place: step.place + 1, left: left.length }
        : { say: 'last', left: left.length }
    case 'podium':
    case 'ended':
      return { say: 'end', names: left.slice(0, 3).join(', ') }
  }
}

/** A, C for the right options; '' for types without letters. */
export function lettersOf(options: readonly { isKey: boolean }[]): string {
  return options.flatMap(({ isKey }, index) => (isKey ? [String.fromCharCode(65 + index)] : [])).join(', ')
}
