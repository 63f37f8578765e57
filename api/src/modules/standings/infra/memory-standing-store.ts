import { pointsOfKey } from '../domain/ranking-key.js'
import { type GroupStanding, type RankedEntry, type StandingEntry, StandingStore } from './standing-store.js'

interface Round {
  isReady: boolean
  version: number
  /** Best first, equal keys by account id descending. */
  ordered: RankedEntry[]
  byAccount: Map<string, StandingEntry>
}

/** Standings in this one process: a sorted array; an insertion moves a few pages of memory. */
export class MemoryStandingStore extends StandingStore {
  private readonly rounds = new Map<string, Round>()

  override async beginLoad(roundId: string): Promise<boolean> {
    if (this.rounds.has(roundId)) return false
    this.rounds.set(roundId, { isReady: false, version: 0, ordered: [], byAccount: new Map() })
    return true
  }

  override async endLoad(roundId: string, version: number): Promise<void> {
    const round = this.rounds.get(roundId)
    if (!round) return
    round.isReady = true
    round.version = Math.max(version, round.version + 1)
  }

  override async drop(roundId: string): Promise<void> {
    this.rounds.delete(roundId)
  }

  override async version(roundId: string): Promise<number | null> {
    const round = this.rounds.get(roundId)
    return round?.isReady ? round.version : null
  }

  override async put(roundId: string, entries: readonly StandingEntry[]): Promise<boolean> {
    const round = this.rounds.get(roundId)
    if (!round) return false
    const better = entries.filter((entry) => entry.key > (round.byAccount.get(entry.accountId)?.key ?? -1))
    // A whole round at once is sorted once; a few are put in their places.
    if (better.length > 64 + round.ordered.length / 8) {
      for (const entry of better) remember(round, entry)
      round.ordered = [...round.byAccount.values()].sort(inOrder).map(({ accountId, key }) => ({ accountId, key }))
    } else {
      for (const entry of better) {
        const known = round.byAccount.get(entry.accountId)
        if (known && known.key >= entry.key) continue
        if (known) round.ordered.splice(placeOf(round.ordered, known), 1)
        remember(round, entry)
        round.ordered.splice(placeOf(round.ordered, entry), 0, { accountId: entry.accountId, key: entry.key })
      }
    }
    const isChanged = better.length > 0
    if (isChanged) round.version++
    return true
  }

  override async size(roundId: string): Promise<number> {
    return this.rounds.get(roundId)?.ordered.length ?? 0
  }

  override async range(roundId: string, from: number, count: number): Promise<RankedEntry[]> {
    return this.rounds.get(roundId)?.ordered.slice(from, from + count) ?? []
  }

  override async find(roundId: string, accountId: string) {
    const round = this.rounds.get(roundId)
    const entry = round?.byAccount.get(accountId)
    if (!round || !entry) return null
    return { index: placeOf(round.ordered, entry), aheadCount: countAhead(round.ordered, entry.key), key: entry.key }
  }

  override async countAhead(roundId: string, key: number): Promise<number> {
    return countAhead(this.rounds.get(roundId)?.ordered ?? [], key)
  }

  override async groups(roundId: string): Promise<GroupStanding[]> {
    const groups = new Map<string, GroupStanding>()
    for (const { groupId, key } of this.rounds.get(roundId)?.byAccount.values() ?? []) {
      const points = pointsOfKey(key)
      const group = groups.get(groupId) ?? { groupId, participantCount: 0, pointsSum: 0, bestPoints: 0 }
      group.participantCount++
      group.pointsSum = Math.round((group.pointsSum + points) * 100) / 100
      group.bestPoints = Math.max(group.bestPoints, points)
      groups.set(groupId, group)
    }
    return [...groups.values()]
  }
}

/** Keeps the better of the known and the new result; the group is that of the first. */
function remember(round: Round, entry: StandingEntry): void {
  const known = round.byAccount.get(entry.accountId)
  if (known && known.key >= entry.key) return
  round.byAccount.set(entry.accountId, known ? { ...entry, groupId: known.groupId } : entry)
}

function inOrder(a: RankedEntry, b: RankedEntry): number {
  return b.key - a.key || (a.accountId < b.accountId ? 1 : a.accountId > b.accountId ? -1 : 0)
}

/** The index of the first element that does not come before `entry`. */
function placeOf(ordered: readonly RankedEntry[], entry: RankedEntry): number {
  return firstIndex(
    ordered,
    (other) => other.key < entry.key || (other.key === entry.key && other.accountId <= entry.accountId),
  )
}

function countAhead(ordered: readonly RankedEntry[], key: number): number {
  return firstIndex(ordered, (other) => other.key <= key)
}

/** Binary search for the first element that satisfies a condition that stays true once it is. */
function firstIndex(ordered: readonly RankedEntry[], isReached: (entry: RankedEntry) => boolean): number {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isReached(ordered[middle] as RankedEntry)) high = middle
    else low = middle + 1
  }
  return low
}
