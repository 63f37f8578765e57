import { Injectable } from '@nestjs/common'
import type { UnrankedReason } from '@thiso/contracts/vocab'

/** Told with the id of a round once published results have got a later version. */
export const RESULTS_CHANGED = 'standings.results-changed'

/** A published version of a round's results. */
export interface FinalVersion {
  id: string
  /** From 1; the newest is the highest. */
  number: number
  /** Since when this version is public. */
  publishedAt: Date
  inputHash: string
  isDrawn: boolean
  predictionTarget: number | null
  rankedCount: number
}

/** The people of one table who have a rank; null: the contest has no tables. Their order numbers follow on each other. */
export interface FinalTable {
  code: string | null
  firstNo: number
  rankedCount: number
}

/** A person in a version, as the ranking saw it. */
export interface FinalRow {
  accountId: string
  unitId: string | null
  table: string | null
  /** Within the table; equal people share it, whatever a draw said. */
  rank: number | null
  unrankedReason: UnrankedReason | null
  /** From 1 over all tables; equal people stand by the draw. */
  orderNo: number
  points: number
  rightCount: number
  timeUsedS: number
  submittedAt: Date
  attemptCount: number
  predictionError: number | null
  drawOrder: number | null
}

export interface FinalUnit {
  unitId: string | null
  participantCount: number
  pointsSum: number
  bestPoints: number
}

/** A round's version that a total adds up. */
export interface FinalPart {
  roundId: string
  versionId: string
  number: number
}

/** Published results of rounds and of totals, as boards read them; each question is answered by an index, or once for a version. */
export interface FinalResultsSource {
  /** The newest published version of a round, or of a contest's total. */
  newest(scopeId: string): Promise<FinalVersion | null>
  tables(versionId: string): Promise<FinalTable[]>
  /** People with a rank whose order numbers lie in one of the ranges, by these numbers. */
  rows(versionId: string, ranges: readonly { from: number; count: number }[]): Promise<FinalRow[]>
  find(versionId: string, accountId: string): Promise<FinalRow | null>
  /** Of people with a rank, by the unit for which they took part. */
  units(versionId: string): Promise<FinalUnit[]>
  /** What a total adds up, in the order of the rounds. */
  parts(versionId: string): Promise<FinalPart[]>
  /** Points of these people in these versions, where they have a place. */
  points(
    versionIds: readonly string[],
    accountIds: readonly string[],
  ): Promise<{ versionId: string; accountId: string; points: number }[]>
}

/** Where boards get final results from: the module that makes results comes after this one, and says so here. */
@Injectable()
export class FinalResults {
  private known: FinalResultsSource | null = null

  readFrom(source: FinalResultsSource): void {
    this.known = source
  }

  get source(): FinalResultsSource {
    if (!this.known) throw new Error('nobody has said where final results are')
    return this.known
  }
}
