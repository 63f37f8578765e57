/** A person's place before and after a new version; null: without a place, or not there. */
export interface Move {
  accountId: string
  rankBefore: number | null
  rankAfter: number | null
  orderBefore: number | null
  orderAfter: number | null
  pointsBefore: number | null
  pointsAfter: number | null
}

/**
 * RL-3: prizes that change hands if so many are given in the order of the ranking: the people among the first `count` before or after,
 * but not both. Prizes with more conditions are judged by whoever gives them; this is the border that a ruling moves.
 * @param moves of everybody whose place in the order changed
 * @param count how many prizes
 */
export function prizeChanges(moves: readonly Move[], count: number): { gains: string[]; loses: string[] } {
  const holds = (rank: number | null) => rank !== null && rank <= count
  return {
    gains: moves.filter((move) => holds(move.orderAfter) && !holds(move.orderBefore)).map(({ accountId }) => accountId),
    loses: moves.filter((move) => holds(move.orderBefore) && !holds(move.orderAfter)).map(({ accountId }) => accountId),
  }
}
