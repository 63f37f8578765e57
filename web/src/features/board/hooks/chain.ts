import {
  CRITERION_FACTS,
  explainPlace,
  knownWhileOpen,
  type PlaceStep,
  type RankedResult,
  type RankingCriterion,
} from '@thiso/contracts/vocab'
import type { BoardRowData } from '../../../lib/shapes'

/** A row as the ranking reads it; what a live board cannot know is left open. */
function resultOf(row: BoardRowData): RankedResult {
  return {
    points: row.points,
    rightCount: row.rightCount,
    predictionError: null,
    timeUsedS: row.timeUsedS,
    submittedAtMs: Date.parse(row.submittedAt),
    attemptCount: row.attemptCount ?? 0,
    drawOrder: null,
  }
}

/** Compares two rows by the round's chain, step by step down to the one that decides. */
export function chainOf(ranking: readonly RankingCriterion[], mine: BoardRowData, other: BoardRowData): PlaceStep[] {
  const { steps } = explainPlace(knownWhileOpen(ranking), resultOf(mine), resultOf(other))
  return steps.filter(({ verdict }) => verdict !== 'skipped')
}

/** By how much two values of a step differ, in the unit of the value; null where only buckets of time are compared. */
export function gapOf({ criterion, mine, other }: PlaceStep): number | null {
  if (mine === null || other === null || (criterion.bucketS ?? 1) > 1) return null
  const { scale } = CRITERION_FACTS[criterion.by]
  return Math.round(Math.abs(mine - other) * scale) / scale
}

/** The nearest places above and below, and whether the place is shared. */
export function rivalsOf(mine: BoardRowData, rows: readonly BoardRowData[]) {
  const others = rows.filter((row) => row.rowId !== mine.rowId)
  const above = others.filter((row) => row.rank < mine.rank).sort((a, b) => b.rank - a.rank)[0]
  const below = others.filter((row) => row.rank > mine.rank).sort((a, b) => a.rank - b.rank)[0]
  const isTied = mine.isTied || others.some((row) => row.rank === mine.rank)
  return { above, below, isTied }
}
