import { shownOfEach } from '../domain/final-places.js'
import { type LiveBoard, tableOf } from '../domain/live-board.js'
import { keysOfTable, tableIndexOf } from '../domain/ranking-key.js'
import { withRanks } from '../domain/ranks.js'
import type { RankedEntry, StandingStore } from '../infra/standing-store.js'

/** LB-13: places of a live board as the store holds them, each table by itself. */

export type LivePlace = RankedEntry & { rank: number; isTied: boolean }

export interface LiveTops {
  /** Of all tables together. */
  participantCount: number
  /** Tables that somebody is in, with how many; null where all are ranked together. */
  tables: { code: string; rankedCount: number }[] | null
  /** The first of each table, one table after the other. */
  places: LivePlace[]
}

const NEIGHBOURS = 2
const TRIES = 5

/** What a public board shows. People who move while it is read are told of with the next version. */
export async function liveTops(store: StandingStore, { boardId, tables, layout }: LiveBoard): Promise<LiveTops> {
  if (tables.length === 1) {
    const shown = shownOfEach(1)
    const [participantCount, entries] = await Promise.all([store.size(boardId), store.range(boardId, 0, shown + 1)])
    return { participantCount, tables: null, places: withRanks(entries).slice(0, shown) }
  }
  // How many people stand in a table or before it.
  const through = await Promise.all(
    tables.map((_, index) => store.countAhead(boardId, keysOfTable(layout, index).least - 1)),
  )
  const runs = tables.map((code, index) => {
    const from = through[index - 1] ?? 0
    return { code, index, from, count: Math.max(0, (through[index] ?? 0) - from) }
  })
  const taken = runs.filter(({ count }) => count > 0)
  const shown = shownOfEach(taken.length)
  const tops = await Promise.all(
    taken.map(async ({ index, from, count }) => {
      const entries = await store.range(boardId, from, Math.min(count, shown + 1))
      return withRanks(entries.filter(({ key }) => tableIndexOf(layout, key) === index)).slice(0, shown)
    }),
  )
  return {
    participantCount: through.at(-1) ?? 0,
    tables: taken.flatMap(({ code, count }) => (code === null ? [] : [{ code, rankedCount: count }])),
    places: tops.flat(),
  }
}

/** A person's place with up to two before and after it in the same table; empty for who has none. */
export async function livePlacesAround(
  store: StandingStore,
  board: LiveBoard,
  accountId: string,
): Promise<LivePlace[]> {
  const { boardId, layout } = board
  // People move while it is looked up: the row that is one's own is the one that bears one's id, wherever it stands by then.
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await store.find(boardId, accountId)
    if (!found) return []
    // One more on each side, so that ties at the edges are seen; two more below for those who come in above meanwhile.
    const start = Math.max(0, found.index - NEIGHBOURS - 1)
    const entries = await store.range(boardId, start, NEIGHBOURS * 2 + 5)
    const own = entries.find((entry) => entry.accountId === accountId)
    if (!own) continue
    const together = withRanks(entries.filter(({ key }) => tableOf(board, key) === tableOf(board, own.key)))
    const at = together.findIndex((entry) => entry.accountId === accountId)
    const wanted = together.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
    const [aheadOfTable, ...ahead] = await Promise.all([
      // Where there is one table nobody stands before it.
      board.tables.length === 1
        ? 0
        : store.countAhead(boardId, keysOfTable(layout, tableIndexOf(layout, own.key)).most),
      ...wanted.map(({ key }) => store.countAhead(boardId, key)),
    ])
    return wanted.map((row, index) => ({ ...row, rank: Math.max(1, (ahead[index] ?? 0) - aheadOfTable + 1) }))
  }
  return []
}
