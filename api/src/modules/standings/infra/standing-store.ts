/** One person's counted result in a round. */
export interface StandingEntry {
  accountId: string
  /** The district (or other top unit) for which the person counts, or '' for none. */
  groupId: string
  /** See domain/ranking-key. */
  key: number
}

export interface RankedEntry {
  accountId: string
  key: number
}

export interface GroupStanding {
  groupId: string
  participantCount: number
  pointsSum: number
  bestPoints: number
}

/**
 * The live order of a round: a cache of what the database holds, made to be lost. Two implementations, one contract
 * suite. Every person stands with the best key ever put, so putting twice, late or in another order changes nothing.
 * Life of a round in the store: absent → `beginLoad` → loading (puts count, reads do not answer) → `endLoad` → ready.
 */
export abstract class StandingStore {
  /** Claims the loading of an absent round; false when it is there or somebody else is loading it. */
  abstract beginLoad(roundId: string): Promise<boolean>
  /** @param version where versions go on from; they only grow, also over a loss of the store */
  abstract endLoad(roundId: string, version: number): Promise<void>
  /** Forgets a round; it will be loaded again. */
  abstract drop(roundId: string): Promise<void>
  /** Grows with every change; null while the round is absent or loading. */
  abstract version(roundId: string): Promise<number | null>
  /** @returns false when the round is absent: load it, the database has these entries too */
  abstract put(roundId: string, entries: readonly StandingEntry[]): Promise<boolean>
  abstract size(roundId: string): Promise<number>
  /** Best first, equal keys by account id descending. `from` is 0-based. */
  abstract range(roundId: string, from: number, count: number): Promise<RankedEntry[]>
  /** The 0-based place in `range` order, the number of people strictly ahead, and the key. */
  abstract find(roundId: string, accountId: string): Promise<{ index: number; aheadCount: number; key: number } | null>
  abstract countAhead(roundId: string, key: number): Promise<number>
  abstract groups(roundId: string): Promise<GroupStanding[]>
}
