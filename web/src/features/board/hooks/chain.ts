import type { BoardRowData } from '../../../lib/shapes'

/** The chain that orders the board: points, then time used, then the earlier submission; equal people share a place. */
export type StepName = 'points' | 'time' | 'submitted'
export type Verdict = 'behind' | 'ahead' | 'equal' | 'skipped'

export interface ChainStep {
  name: StepName
  verdict: Verdict
  /** By how much, in points or in ms; 0 when equal or skipped. */
  gap: number
}

/** Submissions count to the second, as in the rules. */
const secondOf = (row: BoardRowData) => Math.floor(Date.parse(row.submittedAt) / 1000)

/** Compares two rows step by step; the first difference decides, what follows is skipped. */
export function chainOf(mine: BoardRowData, other: BoardRowData): ChainStep[] {
  const differences: [StepName, number][] = [
    ['points', mine.points - other.points],
    ['time', (other.timeUsedS - mine.timeUsedS) * 1000],
    ['submitted', (secondOf(other) - secondOf(mine)) * 1000],
  ]
  let isDecided = false
  return differences.map(([name, lead]) => {
    if (isDecided) return { name, verdict: 'skipped', gap: 0 }
    if (lead === 0) return { name, verdict: 'equal', gap: 0 }
    isDecided = true
    return { name, verdict: lead > 0 ? 'ahead' : 'behind', gap: Math.abs(lead) }
  })
}

/** Whom to compare with: the nearest place above, or for the leader the nearest below. */
export function rivalOf(mine: BoardRowData, rows: readonly BoardRowData[]) {
  const others = rows.filter((row) => row.rowId !== mine.rowId)
  const above = others.filter((row) => row.rank < mine.rank).sort((a, b) => b.rank - a.rank)[0]
  const below = others.filter((row) => row.rank > mine.rank).sort((a, b) => a.rank - b.rank)[0]
  const isTied = mine.isTied || others.some((row) => row.rank === mine.rank)
  return { above, below: mine.rank === 1 ? below : undefined, isTied }
}
