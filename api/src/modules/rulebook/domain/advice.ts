import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { type Rehearsal, type RehearsalInput, rehearse } from './rehearse.js'

/** What an item of the highest level is expected to gain when nobody has answered it yet. */
const HARD_SHARE = 0.35
/** Harder items are tried up to this number; with more of them it is another paper. */
const HARD_MAX = 15
/** Clocks of items are tried in steps of so many seconds, down to the least in which somebody can read and choose. */
const CLOCK_STEP_S = 5
const CLOCK_LEAST_S = 10
/** A clock that leaves more of the places unanswered measures haste. */
const TIMED_OUT_MAX = 0.15
/** The platform's measured pace: ten thousand starts in half a minute, on two cores (docs: the bench `opening`). */
export const MEASURED_STARTS_PER_S = 333
const EASY_MEAN = 0.85
const HARD_MEAN = 0.35

export type Advice =
  /** Many more perfect papers than prizes: so many harder items bring them down to `perfectPeople`. */
  | { kind: 'add-harder-items'; count: number; perfectPeople: number }
  /** Likewise: one-way movement with so many seconds for each item, and which share of the places then stays unanswered. */
  | { kind: 'item-clock'; seconds: number; perfectPeople: number; timedOutShare: number }
  /** The order has no criterion of time: so many share a place across a prize border, and so many would if it had. */
  | { kind: 'rank-by-time'; sharedBy: number; thenSharedBy: number }
  /** A draw will decide prizes among so many. */
  | { kind: 'draw-decides'; sharedBy: number }
  | { kind: 'too-hard'; meanShare: number }
  | { kind: 'too-easy'; meanShare: number }
  /** More starts a second at the opening than were measured: spread the opening, or add processes. */
  | { kind: 'opening-load'; startsPerS: number; measured: number }

/**
 * RB-5: what to change, from a rehearsal: each piece of advice is tried out by rehearsing again before it is given.
 * @param seed of the repeated rehearsals
 */
export function adviceFor(input: RehearsalInput, found: Rehearsal, seed: Buffer): Advice[] {
  const prizes = input.prizes.reduce((sum, { count }) => sum + count, 0)
  const advice: Advice[] = []
  if (prizes > 0 && found.perfectPeople > 3 * prizes) {
    const harder = harderItems(input, found.perfectPeople, 3 * prizes, seed)
    if (harder) advice.push({ kind: 'add-harder-items', ...harder })
    const clock = itemClock(input, found.perfectPeople, 3 * prizes, seed)
    if (clock) advice.push({ kind: 'item-clock', ...clock })
  }
  const sharedBy = worstOf(found)
  if (sharedBy > 1) {
    const thenSharedBy = hasTime(input) ? sharedBy : worstOf(rehearse(withTime(input), new DeterministicRandom(seed)))
    if (thenSharedBy < sharedBy) advice.push({ kind: 'rank-by-time', sharedBy, thenSharedBy })
    else advice.push({ kind: 'draw-decides', sharedBy })
  }
  if (found.meanShare < HARD_MEAN) advice.push({ kind: 'too-hard', meanShare: found.meanShare })
  if (found.meanShare > EASY_MEAN) advice.push({ kind: 'too-easy', meanShare: found.meanShare })
  if (found.openingStartsPerS > MEASURED_STARTS_PER_S)
    advice.push({
      kind: 'opening-load',
      startsPerS: Math.round(found.openingStartsPerS),
      measured: MEASURED_STARTS_PER_S,
    })
  return advice
}

/** How many share the most crowded border of a prize. */
function worstOf({ borders }: Rehearsal): number {
  return borders.reduce((most, { sharedBy }) => Math.max(most, sharedBy), 0)
}

function hasTime({ ranking }: RehearsalInput): boolean {
  return ranking.some(({ by }) => by === 'time-used' || by === 'submitted-at')
}

/** The same round with the time used and the moment of submitting before the draw. */
function withTime(input: RehearsalInput): RehearsalInput {
  const before = input.ranking.filter(({ by }) => by !== 'draw')
  return { ...input, ranking: [...before, { by: 'time-used' }, { by: 'submitted-at' }, { by: 'draw' }] }
}

/**
 * The fewest items of the highest level that bring the perfect papers down to what is wanted, or the most that are tried if they at
 * least halve them; null when harder items hardly help.
 */
function harderItems(
  input: RehearsalInput,
  found: number,
  wanted: number,
  seed: Buffer,
): { count: number; perfectPeople: number } | null {
  let low = 1
  let high = HARD_MAX
  const perfectWith = (count: number) =>
    rehearse(
      { ...input, cells: [...input.cells, { count, points: 1, expectedShares: [HARD_SHARE] }] },
      new DeterministicRandom(seed),
    ).perfectPeople
  const least = perfectWith(HARD_MAX)
  if (least > wanted) return least <= found / 2 ? { count: HARD_MAX, perfectPeople: least } : null
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (perfectWith(middle) <= wanted) high = middle
    else low = middle + 1
  }
  return { count: low, perfectPeople: perfectWith(low) }
}

/**
 * The longest clock for each item that brings the perfect papers down to what is wanted, or the shortest that is tried if it at least
 * halves them; null when no clock does that without leaving too many places unanswered.
 */
function itemClock(
  input: RehearsalInput,
  found: number,
  wanted: number,
  seed: Buffer,
): { seconds: number; perfectPeople: number; timedOutShare: number } | null {
  const items = input.cells.reduce((sum, { count }) => sum + count, 0)
  // The clocks of all items fit into the paper's, and are tighter than what there is.
  const most = Math.min(
    Math.floor(input.timeLimitS / Math.max(1, items)),
    input.itemClockS === null ? Number.POSITIVE_INFINITY : input.itemClockS - 1,
  )
  let high = Math.floor(most / CLOCK_STEP_S)
  let low = Math.ceil(CLOCK_LEAST_S / CLOCK_STEP_S)
  const known = new Map<number, { seconds: number; perfectPeople: number; timedOutShare: number }>()
  const tried = (steps: number) => {
    const seconds = steps * CLOCK_STEP_S
    const before = known.get(steps)
    if (before) return before
    const { perfectPeople, timedOutShare } = rehearse({ ...input, itemClockS: seconds }, new DeterministicRandom(seed))
    known.set(steps, { seconds, perfectPeople, timedOutShare })
    return { seconds, perfectPeople, timedOutShare }
  }
  const isBearable = ({ timedOutShare }: { timedOutShare: number }) => timedOutShare <= TIMED_OUT_MAX
  // The shorter the clock, the fewer perfect papers and the more blanks: first the shortest that can be borne.
  if (high < low || !isBearable(tried(high))) return null
  for (let top = high; low < top; ) {
    const middle = Math.floor((low + top) / 2)
    if (isBearable(tried(middle))) top = middle
    else low = middle + 1
  }
  const shortest = tried(low)
  if (shortest.perfectPeople > wanted) return shortest.perfectPeople <= found / 2 ? shortest : null
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (tried(middle).perfectPeople <= wanted) low = middle
    else high = middle - 1
  }
  return tried(low)
}
