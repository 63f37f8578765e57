import { countByGroup, extremeSize } from './ability-groups.js'
import type { AnswerRow } from './answer-rows.js'

/** How often a line of the answer table was chosen: by all, by the upper and lower 27 %, by thirds and fifths of ability. */
export interface RowShares {
  count: number
  /** How many of the upper 27 %. */
  upperCount: number
  share: number
  upperShare: number
  lowerShare: number
  /** The weakest first. */
  thirds: number[]
  fifths: number[]
}

export interface AnswerTable {
  rows: (AnswerRow & RowShares)[]
  blank: RowShares
  thirdSizes: number[]
  fifthSizes: number[]
}

/**
 * Who answers what, by ability.
 * @param rows the lines of the item
 * @param responses by person, the ablest first; −1 = blank
 * @param responseCount of different ones
 */
export function answerTable(rows: readonly AnswerRow[], responses: Int32Array, responseCount: number): AnswerTable {
  // Blank is one more "response", so that it is counted like the others.
  const places = responses.map((response) => (response < 0 ? responseCount : response))
  const count = (part: Int32Array, groupCount: number) => countByGroup(part, responseCount + 1, groupCount)
  const size = extremeSize(places.length)
  const all = count(places, 1)
  const upper = count(places.subarray(0, size), 1)
  const lower = count(places.subarray(places.length - size), 1)
  const thirds = count(places, 3)
  const fifths = count(places, 5)
  const sharesOf = (own: readonly number[]): RowShares => {
    const sums = ({ counts }: typeof all) =>
      counts.map((row) => own.reduce((sum, response) => sum + (row[response] as number), 0))
    const shares = (groups: typeof all) =>
      sums(groups).map((sum, group) => (groups.sizes[group] ? sum / (groups.sizes[group] as number) : 0))
    return {
      count: sums(all)[0] as number,
      upperCount: sums(upper)[0] as number,
      share: shares(all)[0] as number,
      upperShare: shares(upper)[0] as number,
      lowerShare: shares(lower)[0] as number,
      thirds: shares(thirds),
      fifths: shares(fifths),
    }
  }
  return {
    rows: rows.map((row) => ({ ...row, ...sharesOf(row.responses) })),
    blank: sharesOf([responseCount]),
    thirdSizes: thirds.sizes,
    fifthSizes: fifths.sizes,
  }
}
