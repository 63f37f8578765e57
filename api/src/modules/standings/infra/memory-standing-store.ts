import {
  type GroupStanding,
  hundredthsOf,
  type RankedEntry,
  replaces,
  type StandingEntry,
  StandingStore,
} from './standing-store.js'

interface Board {
  isReady: boolean
  version: number
  /** Best first, equal keys by account id descending. */
  ordered: StandingEntry[]
  byAccount: Map<string, StandingEntry>
}

/** Standings in this one process: a sorted array; an insertion moves a few pages of memory. */
export class MemoryStandingStore extends StandingStore {
  private readonly boards = new Map<string, Board>()

  override async beginLoad(boardId: string): Promise<boolean> {
    if (this.boards.has(boardId)) return false
    this.boards.set(boardId, { isReady: false, version: 0, ordered: [], byAccount: new Map() })
    return true
  }

  override async endLoad(boardId: string, version: number): Promise<void> {
    const board = this.boards.get(boardId)
    if (!board) return
    board.isReady = true
    board.version = Math.max(version, board.version + 1)
  }

  override async drop(boardId: string): Promise<void> {
    this.boards.delete(boardId)
  }

  override async version(boardId: string): Promise<number | null> {
    const board = this.boards.get(boardId)
    return board?.isReady ? board.version : null
  }

  override async put(boardId: string, entries: readonly StandingEntry[]): Promise<boolean> {
    const board = this.boards.get(boardId)
    if (!board) return false
    const news = entries.filter((entry) => replaces(entry, board.byAccount.get(entry.accountId)))
    if (news.length === 0) return true
    // A whole round at once is sorted once; a few are put in their places.
    const isMany = news.length > 64 + board.ordered.length / 8
    for (const entry of news) {
      const known = board.byAccount.get(entry.accountId)
      if (!replaces(entry, known)) continue
      board.byAccount.set(entry.accountId, entry)
      if (isMany) continue
      if (known) board.ordered.splice(placeOf(board.ordered, known), 1)
      board.ordered.splice(placeOf(board.ordered, entry), 0, entry)
    }
    if (isMany) board.ordered = [...board.byAccount.values()].sort(inOrder)
    board.version++
    return true
  }

  override async size(boardId: string): Promise<number> {
    return this.boards.get(boardId)?.ordered.length ?? 0
  }

  override async range(boardId: string, from: number, count: number): Promise<RankedEntry[]> {
    const rows = this.boards.get(boardId)?.ordered.slice(from, from + count) ?? []
    return rows.map(({ accountId, key, result }) => ({ accountId, key, result }))
  }

  override async find(boardId: string, accountId: string) {
    const board = this.boards.get(boardId)
    const entry = board?.byAccount.get(accountId)
    if (!board || !entry) return null
    return { index: placeOf(board.ordered, entry), aheadCount: countAhead(board.ordered, entry.key), key: entry.key }
  }

  override async countAhead(boardId: string, key: number): Promise<number> {
    return countAhead(this.boards.get(boardId)?.ordered ?? [], key)
  }

  override async groups(boardId: string): Promise<GroupStanding[]> {
    const groups = new Map<string, { count: number; sum: number; best: number }>()
    for (const { groupId, result } of this.boards.get(boardId)?.byAccount.values() ?? []) {
      const points = hundredthsOf(result)
      const group = groups.get(groupId) ?? { count: 0, sum: 0, best: Number.NEGATIVE_INFINITY }
      group.count++
      group.sum += points
      group.best = Math.max(group.best, points)
      groups.set(groupId, group)
    }
    return [...groups].map(([groupId, { count, sum, best }]) => ({
      groupId,
      participantCount: count,
      pointsSum: sum / 100,
      bestPoints: best / 100,
    }))
  }
}

type Place = Pick<StandingEntry, 'accountId' | 'key'>

function inOrder(a: Place, b: Place): number {
  return b.key - a.key || (a.accountId < b.accountId ? 1 : a.accountId > b.accountId ? -1 : 0)
}

/** The index of the first element that does not come before `entry`. */
function placeOf(ordered: readonly Place[], entry: Place): number {
  return firstIndex(
    ordered,
    (other) => other.key < entry.key || (other.key === entry.key && other.accountId <= entry.accountId),
  )
}

function countAhead(ordered: readonly Place[], key: number): number {
  return firstIndex(ordered, (other) => other.key <= key)
}

/** Binary search for the first element that satisfies a condition that stays true once it is. */
function firstIndex(ordered: readonly Place[], isReached: (entry: Place) => boolean): number {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isReached(ordered[middle] as Place)) high = middle
    else low = middle + 1
  }
  return low
}
