import { normalTail } from './tails.js'

/**
 * Leaks: an item that gets out becomes easier and faster for whoever comes later. Each answer is held against what the person's other
 * answers and the item's share right lead to expect, so that a better crowd in the evening is no alarm.
 */
export interface DatedAnswer {
  /** When the person started, in ms; only the order and the window count. */
  startedAt: number
  isRight: boolean
  /** The person's chance of being right, by `chancesOfRight`. */
  chance: number
  /** The residual of the person's time at the item (`timeFit`), below 0 is fast; null when there is none. */
  timeResidual: number | null
}

export interface ItemDrift {
  early: number
  late: number
  /** Share right above what was expected, late less early. */
  easier: number
  /** Mean residual of time, early less late: above 0 is faster now; null without times. */
  faster: number | null
  /** Upper tails of both, and the larger of the two: how surprising it is that both moved that way. */
  easierTail: number
  fasterTail: number
  tail: number
}

/**
 * The first quarter of an item's answers beside its last, in the order in which their people started.
 *
 * @param answers of one item; at least `leastPerQuarter` times four, otherwise null
 */
export function itemDrift(answers: readonly DatedAnswer[], leastPerQuarter = 30): ItemDrift | null {
  const size = Math.floor(answers.length / 4)
  if (size < leastPerQuarter) return null
  const ordered = [...answers].sort((a, b) => a.startedAt - b.startedAt)
  const [early, late] = [ordered.slice(0, size), ordered.slice(-size)]
  const gain = (part: readonly DatedAnswer[]) =>
    part.reduce((sum, { isRight, chance }) => sum + (isRight ? 1 : 0) - chance, 0) / size
  const variance = (part: readonly DatedAnswer[]) =>
    part.reduce((sum, { chance }) => sum + chance * (1 - chance), 0) / size ** 2
  const easier = gain(late) - gain(early)
  const easierTail = normalTail(easier / Math.sqrt(variance(early) + variance(late)))
  const [before, after] = [residualsOf(early), residualsOf(late)]
  if (before.length < leastPerQuarter || after.length < leastPerQuarter)
    return { early: size, late: size, easier, faster: null, easierTail, fasterTail: 1, tail: 1 }
  const [first, last] = [moments(before), moments(after)]
  const faster = first.mean - last.mean
  const fasterTail = normalTail(faster / Math.sqrt(first.variance / before.length + last.variance / after.length))
  return { early: size, late: size, easier, faster, easierTail, fasterTail, tail: Math.max(easierTail, fasterTail) }
}

const residualsOf = (part: readonly DatedAnswer[]) =>
  part.flatMap(({ timeResidual }) => (timeResidual === null ? [] : [timeResidual]))

function moments(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  const squares = values.reduce((a, x) => a + (x - mean) ** 2, 0)
  return { mean, variance: Math.max(squares / (values.length - 1), 1e-12) }
}
