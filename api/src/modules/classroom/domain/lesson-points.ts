import { type LessonScoring, POINTS_OF_CLASSIC } from '@thiso/contracts/vocab'

/** What an answer brought: the points for being right, and what speed added. */
export interface AnswerPoints {
  points: number
  bonus: number
}

export interface PointsInput {
  /** Share of the item gained, 0 to 1 (IB-4). */
  share: number
  /** ms of running clock. */
  timeMs: number
  /** The place's time for this seat, extra time included, in ms: so extra time costs nobody speed points. */
  limitMs: number
  /** The place's points. */
  points: number
}

/** A faster tap than this is not reading; it is not worth more (Kahoot! has the same floor, support.kahoot.com 115002303908). */
const FLOOR_MS = 500

/** CR-20: right answers alone. */
function rightOnly({ share, points }: PointsInput): AnswerPoints {
  return { points: share * points, bonus: 0 }
}

/**
 * CR-21: a bonus that all places together keep below the least item: B·(1 − t/T)/N with B just below it (integrity of speed contests:
 * one more right answer always beats any speed).
 * @param leastPoints of any scored place
 * @param placeCount scored places
 */
function boundedSpeed(input: PointsInput, leastPoints: number, placeCount: number): AnswerPoints {
  const speed = input.share >= 1 ? 1 - part(input) : 0
  return { points: input.share * input.points, bonus: (0.99 * leastPoints * speed) / placeCount }
}

/**
 * CR-22: the curve that schools know: right · round(P · (1 − (t/T)/2)), the whole P below half a second.
 * Source: support.kahoot.com 115002303908.
 */
function classic(input: PointsInput, worth: number): AnswerPoints {
  const full = POINTS_OF_CLASSIC * worth
  const total = input.timeMs < FLOOR_MS ? full : Math.round(full * (1 - part(input) / 2))
  const base = Math.round((full * input.share) / 2)
  const gained = Math.round(total * input.share)
  return { points: Math.min(base, gained), bonus: Math.max(0, gained - base) }
}

/**
 * @param leastPoints, meanPoints, placeCount of the lesson's scored places
 * @returns both parts; their sum never exceeds what the place can bring
 */
export function answerPoints(
  scoring: LessonScoring,
  input: PointsInput,
  { leastPoints, placeCount }: { leastPoints: number; placeCount: number },
): AnswerPoints {
  switch (scoring) {
    case 'right-only':
      return rightOnly(input)
    case 'bounded-speed':
      return boundedSpeed(input, leastPoints, placeCount)
    case 'classic':
      return classic(input, leastPoints > 0 ? input.points / leastPoints : 1)
  }
}

/** How much of the time was used, 0 to 1. */
function part({ timeMs, limitMs }: PointsInput): number {
  return limitMs <= 0 ? 1 : Math.min(1, Math.max(0, timeMs / limitMs))
}
