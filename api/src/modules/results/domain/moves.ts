/** A person's place before and after a new version; null: without a place, or not there. */
export interface Move {
  accountId: string
  table: string | null
  rankBefore: number | null
  rankAfter: number | null
  pointsBefore: number | null
  pointsAfter: number | null
}

/**
 * RL-4: who comes above the border of so many prizes, and who falls below it, if they are given in the order of the ranks. People who
 * share the last rank above the border count as above it. Prizes with more conditions are judged by whoever gives them.
 * @param moves of everybody whose place changed
 * @param count how many prizes there are in all
 */
export function borderChanges(moves: readonly Move[], count: number): { rising: string[]; falling: string[] } {
  const isAbove = (rank: number | null) => rank !== null && rank <= count
  return {
    rising: moves.filter((move) => isAbove(move.rankAfter) && !isAbove(move.rankBefore)).map((move) => move.accountId),
    falling: moves.filter((move) => isAbove(move.rankBefore) && !isAbove(move.rankAfter)).map((move) => move.accountId),
  }
}
