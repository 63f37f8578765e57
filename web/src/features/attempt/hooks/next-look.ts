interface Watched {
  score: unknown
  standing: unknown
  review: unknown
  resultVisibleAt: string | null
  round: { closesAt: string }
}

/** The standing is worked out a moment after the submission. */
const STANDING_MS = 5_000
const STANDING_LOOKS = 6
/** After the closing, the last answers are waited for before the keys are shown. */
const REVEAL_MS = 8_000
const REVEAL_PATIENCE_MS = 10 * 60_000
const LONGEST_MS = 3_600_000

/**
 * In how many ms a result may show more than it does now; false when nothing more is to come. `roll`, from 0 to 1,
 * spreads out the many who wait for the same moment.
 */
export function nextLook(result: Watched, now: number, looks: number, roll: number): number | false {
  if (result.score && !result.standing && looks < STANDING_LOOKS) return STANDING_MS
  const moments = [!result.score && result.resultVisibleAt, !result.review && result.round.closesAt]
    .filter((moment) => typeof moment === 'string')
    .map((moment) => Date.parse(moment))
  const coming = moments.filter((moment) => moment > now)
  if (coming.length > 0) return Math.min(LONGEST_MS, Math.min(...coming) - now + 500 + roll * 4_000)
  const isAwaited = moments.some((moment) => now - moment < REVEAL_PATIENCE_MS)
  return isAwaited ? REVEAL_MS * (0.75 + roll * 0.5) : false
}
