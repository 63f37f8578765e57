/** A change of an answer; the instant is the server's, in ms. */
export interface TimedChange {
  position: number
  seq: number
  receivedAt: number
}

/**
 * How long a person was at each place, in seconds. Nobody sees where eyes are: on a free paper the time between one answer and the next
 * goes to the place that was answered at its end, so that reading ahead is counted where the next answer falls; a place that was changed
 * later gets that time too. Answers that arrive within a second of each other were written down without network, or were sent at once: what
 * is known is the time of all of them together, and each gets the same share of it. On a one-way paper a place's time runs from its opening to the last answer to it, or to the next opening where
 * there is none. What organizers took out of the clock is no time.
 *
 * @param changes of this attempt, in any order; position 0 (the prediction) ends an interval and belongs to no place
 * @param openings [position, opened at], null on a free paper
 * @param takenOut intervals [from, to] that do not count; they may overlap
 * @returns by place; NaN where no answer was given and nothing was opened
 */
export function secondsAtPlaces(
  places: number,
  startedAt: number,
  changes: readonly TimedChange[],
  openings: readonly (readonly [number, number])[] | null,
  takenOut: readonly (readonly [number, number])[],
): Float64Array {
  const seconds = new Float64Array(places).fill(Number.NaN)
  const free = united(takenOut)
  const add = (position: number, from: number, to: number, sharers = 1) => {
    if (position < 1 || position > places) return
    const before = seconds[position - 1] as number
    seconds[position - 1] = (Number.isNaN(before) ? 0 : before) + lengthWithout(free, from, to) / 1000 / sharers
  }
  const ordered = [...changes].sort((a, b) => a.receivedAt - b.receivedAt || a.seq - b.seq)
  if (openings === null || openings.length === 0) {
    let from = startedAt
    for (let i = 0; i < ordered.length; ) {
      let next = i + 1
      while (next < ordered.length && at(ordered, next) - at(ordered, next - 1) < BURST_MS) next++
      const positions = [...new Set(ordered.slice(i, next).map(({ position }) => position))]
      for (const position of positions) add(position, from, at(ordered, next - 1), positions.length)
      from = Math.max(from, at(ordered, next - 1))
      i = next
    }
    return seconds
  }
  const opened = [...openings].sort((a, b) => a[1] - b[1] || a[0] - b[0])
  for (const [index, [position, at]] of opened.entries()) {
    const answer = ordered.findLast((change) => change.position === position)
    const end = answer?.receivedAt ?? opened[index + 1]?.[1]
    if (end !== undefined) add(position, at, end)
  }
  return seconds
}

const at = (changes: readonly TimedChange[], index: number) => (changes[index] as TimedChange).receivedAt

/** Nobody reads a question and answers it in less. */
const BURST_MS = 1_000

/** Overlapping intervals as one each, in order. */
function united(intervals: readonly (readonly [number, number])[]): [number, number][] {
  const result: [number, number][] = []
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else if (to > from) result.push([from, to])
  }
  return result
}

function lengthWithout(free: readonly (readonly [number, number])[], from: number, to: number): number {
  let length = Math.max(0, to - from)
  for (const [a, b] of free) length -= Math.max(0, Math.min(b, to) - Math.max(a, from))
  return Math.max(0, length)
}
