import type { Known } from './seat-state'

/**
 * CR-3: until when the place takes answers of this seat; its extra time comes on top of the time that the clock ran. race, homework: until
 * the lesson ends, for everybody.
 * @returns an ISO instant; null: no place is open
 */
export function closesAtFor({ step, seat, ownPlace }: Pick<Known, 'step' | 'seat' | 'ownPlace'>): string | null {
  const { opensAt, closesAt, phase, stoodMs } = step
  if (opensAt === null || closesAt === null || phase !== 'open') return null
  if (ownPlace !== null || seat.extraPercent === 0) return closesAt
  const ranMs = Date.parse(closesAt) - Date.parse(opensAt) - stoodMs
  return new Date(Date.parse(closesAt) + Math.round((ranMs * seat.extraPercent) / 100)).toISOString()
}

/** The seat is one that answers the place now: not out of the floor, not a reserve, not come in the middle of it. */
export const isPlaying = ({ seat, step, playsFrom }: Pick<Known, 'seat' | 'step' | 'playsFrom'>): boolean =>
  (seat.floor === null || seat.floor === 'on') && step.place >= playsFrom

/** The seat could answer the place that is revealed now, whether it did or not; the place that took it off the floor is one of them. */
export const hasPlayed = ({
  seat,
  step,
  playsFrom,
  floorNews,
}: Pick<Known, 'seat' | 'step' | 'playsFrom' | 'floorNews'>) =>
  step.place >= playsFrom &&
  (seat.floor === null ||
    (seat.floor === 'on' ? floorNews !== 'back' : seat.floor === 'out' && seat.outAt === step.place))
