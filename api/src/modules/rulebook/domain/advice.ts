import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { type Rehearsal, type RehearsalInput, rehearse } from './rehearse.js'

/** What an item of the highest level is expected to gain when nobody has answered it yet. */
const HARD_SHARE = 0.35
/** Harder items are tried up to this number; with more of them it is another paper. */
const HARD_MAX = 15
/** The platform's measured pace: ten thousand starts in half a minute, on two cores (docs: the bench `opening`). */
export const MEASURED_STARTS_PER_S = 333
const EASY_MEAN = 0.85
const HARD_MEAN = 0.35

export type Advice =
  /** Many more perfect papers than prizes: so many harder items bring them down to `perfectPeople`. */
  | { kind: 'add-harder-items'; count: number; perfectPeople: number }
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
