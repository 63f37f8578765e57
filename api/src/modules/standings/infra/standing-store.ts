import type { LiveResult } from '../domain/ranking-key.js'

/** One person's counted result in a round. */
export interface StandingEntry {
  accountId: string
  /** The district (or other top unit) for which the person counts, or '' for none. */
  groupId: string
  /** How many ended attempts of the person the entry was made from; it only grows. */
  version: number
  /** See domain/ranking-key. */
  key: number
  result: LiveResult
}

export interface RankedEntry {
  accountId: string
  key: number
  result: LiveResult
}

export interface GroupStanding {
  groupId: string
  participantCount: number
  pointsSum: number
  bestPoints: number
}

/**
 * The live order of a board: a cache of what the database holds, made to be lost. Two implementations, one contract suite.
 * LB-4: of what is put for a person the entry with the highest version stands, and of two of the same version the one with the greater
 * key, so putting twice, late or in another order changes nothing, also where a later attempt replaces a better one.
 * Life of a board in the store: absent → `beginLoad` → loading (puts count, reads do not answer) → `endLoad` → ready.
 */
export abstract class StandingStore {
  /** Claims the loading of an absent board; false when it is there or somebody else is loading it. */
  abstract beginLoad(boardId: string): Promise<boolean>
  /** @param version where versions go on from; they only grow, also over a loss of the store */
  abstract endLoad(boardId: string, version: number): Promise<void>
  /** Forgets a board; it will be loaded again. */
  abstract drop(boardId: string): Promise<void>
  /** Grows with every change; null while the board is absent or loading. */
  abstract version(boardId: string): Promise<number | null>
  /** @returns false when the board is absent: load it, the database has these entries too */
  abstract put(boardId: string, entries: readonly StandingEntry[]): Promise<boolean>
  abstract size(boardId: string): Promise<number>
  /** Best first, equal keys by account id descending. `from` is 0-based. */
  abstract range(boardId: string, from: number, count: number): Promise<RankedEntry[]>
  /** The 0-based place in `range` order, the number of people strictly ahead, and the key. */
  abstract find(boardId: string, accountId: string): Promise<{ index: number; aheadCount: number; key: number } | null>
  abstract countAhead(boardId: string, key: number): Promise<number>
  abstract groups(boardId: string): Promise<GroupStanding[]>
}

/** Whether an entry takes the place of the known one. */
export function replaces(entry: StandingEntry, known: StandingEntry | undefined): boolean {
  if (!known || entry.version > known.version) return true
  return entry.version === known.version && entry.key > known.key
}

/** Points as the stores add them up. */
export function hundredthsOf(result: LiveResult): number {
  return Math.round(result.points * 100)
}
