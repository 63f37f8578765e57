import { afterPlace, afterRescue, afterSkip, type FloorSeat, firstFloor } from './bell.js'
import type { LessonAct } from './lesson-state.js'

/** What an act did to the floor of a bell; `right` and `isUnscored` as in `afterPlace`. */
export type FloorStep =
  | { kind: 'open' | 'skip'; place: number }
  | { kind: 'reveal'; place: number; right: ReadonlySet<number>; isUnscored: boolean }
  | { kind: 'rescue'; seats: ReadonlySet<number> }

/**
 * @param acts of a lesson, in their order
 * @param isItem of each place, from place 1 on; polls and word clouds take nobody from the floor
 * @param right seats whose answer to a place was wholly right; of a skipped place it does not matter, since whoever fell there stands again
 */
export function floorSteps(
  acts: readonly LessonAct[],
  isItem: readonly boolean[],
  right: ReadonlyMap<number, ReadonlySet<number>>,
): FloorStep[] {
  let place = 0
  const passed = new Set(acts.flatMap((act) => (act.kind === 'pass' ? act.places : [])))
  return acts.flatMap((act): FloorStep[] => {
    switch (act.kind) {
      case 'next':
        // After the last place comes the podium.
        do place++
        while (passed.has(place))
        return place <= isItem.length ? [{ kind: 'open', place }] : []
      case 'reveal':
        return [{ kind: 'reveal', place, right: right.get(place) ?? new Set(), isUnscored: !isItem[place - 1] }]
      case 'skip':
        return [{ kind: 'skip', place }]
      case 'rescue':
        return [{ kind: 'rescue', seats: new Set(act.seats) }]
      default:
        return []
    }
  })
}

/**
 * CR-31, CR-70: the floor as it was when each place was opened. Today's floor does not tell it: a rescue wipes out where somebody had
 * fallen.
 * @param lobby seats that were there at the start
 * @param later seats that came after it: reserves (CR-30)
 * @returns by place, then by seat
 */
export function floorsAtPlaces(
  lobby: readonly number[],
  later: readonly number[],
  size: number,
  steps: readonly FloorStep[],
): Map<number, Map<number, FloorSeat>> {
  const reserves = later.map((seat) => ({ seat, floor: 'reserve' as const, outAt: null, rescues: 0 }))
  let floor: FloorSeat[] = [...firstFloor(lobby, size), ...reserves]
  const floors = new Map<number, Map<number, FloorSeat>>()
  for (const step of steps)
    switch (step.kind) {
      case 'open':
        floors.set(step.place, new Map(floor.map((row) => [row.seat, row])))
        break
      case 'reveal':
        floor = afterPlace(floor, step.place, step.right, step.isUnscored)
        break
      case 'skip':
        floor = afterSkip(floor, step.place)
        break
      case 'rescue':
        floor = afterRescue(floor, step.seats)
    }
  return floors
}
