import {
  CRITERION_FACTS,
  explainPlace,
  knownWhileOpen,
  type PlaceStep,
  type RankedResult,
  type RankingCriterion,
  withoutDraw,
} from '@thiso/contracts/vocab'
import type { BoardRowData } from '../../../lib/shapes'

/** A row as the ranking reads it; what a live board cannot know stays open. */
function resultOf(row: BoardRowData): RankedResult {
  return {
    points: row.points,
    rightCount: row.rightCount,
    predictionError: row.predictionError ?? null,
    timeUsedS: row.timeUsedS,
    submittedAtMs: Date.parse(row.submittedAt),
    attemptCount: row.attemptCount ?? 0,
    drawOrder: row.drawOrder ?? null,
  }
}

/**
 * Compares two rows by the round's chain, step by step down to the one that decides; in final results by all of it, the draw included
 * where there was one.
 */
export function chainOf(
  ranking: readonly RankingCriterion[],
  mine: BoardRowData,
  other: BoardRowData,
  isFinal = false,
): PlaceStep[] {
  const isDrawn = mine.drawOrder !== undefined && other.drawOrder !== undefined
  const chain = !isFinal ? knownWhileOpen(ranking) : isDrawn ? ranking : withoutDraw(ranking)
  const { steps } = explainPlace(chain, resultOf(mine), resultOf(other))
  return steps.filter(({ verdict }) => verdict !== 'skipped')
}

/** By how much two values of a step differ, in the unit of the value; null where only buckets of time are compared. */
export function gapOf({ criterion, mine, other }: PlaceStep): number | null {
  if (mine === null || other === null || (criterion.bucketS ?? 1) > 1) return null
  const { scale } = CRITERION_FACTS[criterion.by]
  return Math.round(Math.abs(mine - other) * scale) / scale
}

/** The nearest above and below within the table, by the draw among those who share a place, and whether the place is shared. */
export function rivalsOf(mine: BoardRowData, rows: readonly BoardRowData[]) {
  const order = (a: BoardRowData, b: BoardRowData) => a.rank - b.rank || (a.drawOrder ?? 0) - (b.drawOrder ?? 0)
  const others = rows.filter((row) => row.rowId !== mine.rowId && row.table === mine.table)
  const above = others.filter((row) => order(row, mine) < 0).sort((a, b) => order(b, a))[0]
  const below = others.filter((row) => order(row, mine) > 0).sort(order)[0]
  const isTied = mine.isTied || others.some((row) => row.rank === mine.rank)
  return { above, below, isTied }
}
