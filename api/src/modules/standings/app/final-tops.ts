import type { BoardRowData, FinalResultsData } from '@thiso/contracts'
import type { RankingCriterion } from '@thiso/contracts/vocab'
import { firstOfEach, shownOfEach, withTies } from '../domain/final-places.js'
import type { FinalResultsSource, FinalRow, FinalTable, FinalVersion } from './final-results.js'

/** What boards of rounds and of totals have in common: the first of each table of a version, and how they are shown. */

export type ShownFinalRow = FinalRow & { isTied: boolean }

export async function finalTops(
  source: FinalResultsSource,
  versionId: string,
  tables: readonly FinalTable[],
): Promise<ShownFinalRow[]> {
  const count = shownOfEach(tables.length)
  const ranges = tables.map(({ firstNo, rankedCount }) => ({ from: firstNo, count: Math.min(count + 1, rankedCount) }))
  return firstOfEach(withTies(await source.rows(versionId, ranges)), count)
}

export function namedTables(tables: readonly FinalTable[]): { code: string; rankedCount: number }[] {
  return tables.flatMap(({ code, rankedCount }) => (code === null ? [] : [{ code, rankedCount }]))
}

export function presentVersion(version: FinalVersion): FinalResultsData {
  const { number, publishedAt, inputHash, isDrawn, predictionTarget } = version
  return { number, publishedAt: publishedAt.toISOString(), inputHash, isDrawn, predictionTarget }
}

/** All of a row but who it is. */
export function presentFinalRow(
  row: ShownFinalRow,
  ranking: readonly RankingCriterion[],
  isDrawn: boolean,
): Omit<BoardRowData, 'rowId' | 'name' | 'unitName'> {
  const asks = (criterion: string) => ranking.some(({ by }) => by === criterion)
  return {
    rank: row.rank ?? 0,
    isTied: row.isTied,
    points: row.points,
    rightCount: row.rightCount,
    timeUsedS: row.timeUsedS,
    submittedAt: toTheSecond(row.submittedAt.getTime()),
    ...(asks('attempt-count') ? { attemptCount: row.attemptCount } : {}),
    ...(asks('prediction-error') ? { predictionError: row.predictionError } : {}),
    ...(isDrawn && row.drawOrder !== null ? { drawOrder: row.drawOrder } : {}),
    ...(row.table === null ? {} : { table: row.table }),
  }
}

/** As the ranking reads it at its finest. */
export function toTheSecond(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString()
}
