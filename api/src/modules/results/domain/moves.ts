/** A person's place before and after a new version; null: without a place, or not there. */
export interface Move {
  accountId: string
  table: string | null
  rankBefore: number | null
  rankAfter: number | null
  pointsBefore: number | null
  pointsAfter: number | null
}

/** A ranked row of a version that is only tried out. */
export interface TriedRow {
  accountId: string
  unitId: string | null
  table: string | null
  rank: number
  orderNo: number
  isDecided: boolean
  points: number
}
