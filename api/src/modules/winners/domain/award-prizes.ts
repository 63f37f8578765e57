import { byCodeUnits } from '../../../kernel/by-code-units.js'
import { PRIZE_TIERS, type PrizeTier, type SkipReason } from '@thiso/contracts/vocab'

/** One line of standings: its place in a list's order. */
export interface Placing {
  accountId: string
  table: string | null
  /** Equal people share it. */
  rank: number
  /** The order within the list, ranks first, then the draw; among people whom no draw has told apart yet it means nothing. */
  orderNo: number
  /** Nobody shares the rank, or a draw has told all who do apart. */
  isDecided: boolean
}

export interface PrizeLine {
  /** Unique among all lines of the contest. */
  key: string
  list: string
  tier: PrizeTier
  /** Only people of this table; null: everybody. */
  table: string | null
  count: number
}

export interface AwardInput {
  /** Round by round, and the running total. `order` decides between equal tiers: the lower is the higher prize. */
  lists: readonly { key: string; order: number; placings: readonly Placing[] }[]
  lines: readonly PrizeLine[]
  /** At most one prize a person in the contest, the highest; in one list it is always one. */
  isOnePrizeEach: boolean
  /** Who may not win, and why; `list` null: anywhere. */
  ineligible: readonly { accountId: string; list: string | null; reason: SkipReason; note?: string }[]
  /** Prizes that are locked in lists which are not worked out here. */
  held: readonly { accountId: string; line: PrizeLine; listOrder: number }[]
}

export interface Award {
  accountId: string
  rank: number
  orderNo: number
  /** A locked lower prize elsewhere, which people have to take back when one prize each is the rule. */
  alsoHolds: string | null
}

export interface LineAwards {
  line: PrizeLine
  awards: Award[]
  /** People among whom only a draw can tell who gets these seats. */
  waiting: { accountIds: string[]; rank: number; seats: number }[]
  /** Seats that nobody is left for. */
  openSeats: number
}

export interface Skip {
  list: string
  accountId: string
  rank: number
  reasons: { reason: SkipReason /** The prize that is kept, or what was noted. */; note: string | null }[]
}

export interface Awarded {
  lines: LineAwards[]
  skipped: Skip[]
}

/** People of equal standing that no draw has told apart; `left` of them have no seat claimed yet. */
interface OpenGroup {
  members: Set<string>
  left: number
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * WN-5: which of two prizes is higher: the better tier, then the list that comes first (the running total, then rounds in their order), then
 * one for everybody before one of a table. Negative: `a` is higher.
 */
export function comparePrizes(
  a: { line: PrizeLine; listOrder: number },
  b: { line: PrizeLine; listOrder: number },
): number {
  return (
    PRIZE_TIERS.indexOf(a.line.tier) - PRIZE_TIERS.indexOf(b.line.tier) ||
    a.listOrder - b.listOrder ||
    byText(a.line.table ?? '', b.line.table ?? '') ||
    byText(a.line.key, b.line.key)
  )
}

/**
 * WN-1, WN-4, WN-5: who gets which prize. Prizes are given from the highest to the lowest, each down the order of its list to the first who
 * may have it. So a person who reaches several gets the highest, and what is freed goes to the next. People of equal standing whom no
 * draw has told apart, and who are more than the seats left, wait for the draw together: for these seats and for the seats of the next
 * prizes that will go to those who are not drawn. Neither the order of the input nor chance decides anything.
 */
export function awardPrizes(input: AwardInput): Awarded {
  const listBy = new Map(input.lists.map((list) => [list.key, list]))
  const orderOf = (line: PrizeLine) => listBy.get(line.list)?.order ?? 0
  const lines = [...input.lines].sort((a, b) =>
    comparePrizes({ line: a, listOrder: orderOf(a) }, { line: b, listOrder: orderOf(b) }),
  )
  const refusals = refusalsOf(input.ineligible)
  const held = heldBy(input)
  const awarded = new Map<string, string>()
  const placed = new Map<string, Set<string>>(input.lists.map(({ key }) => [key, new Set()]))
  const open = new Map<string, OpenGroup>()
  const waitsIn = new Map<string, string>()
  const skips = new Map<string, Skip>()

  const give = (line: PrizeLine): LineAwards => {
    const result: LineAwards = { line, awards: [], waiting: [], openSeats: line.count }
    const inList = placed.get(line.list) as Set<string>
    for (const group of ranksOf(listBy.get(line.list)?.placings ?? [], line.table)) {
      if (result.openSeats === 0) break
      claimForDrawn(group, line, result)
      const free = group.filter((placing) => !inList.has(placing.accountId) && isFree(placing, line))
      if (free.length > result.openSeats && free.some(({ isDecided }) => !isDecided)) {
        waitForDraw(free, line, result)
        continue
      }
      for (const placing of free.slice(0, result.openSeats)) award(placing, line, result)
    }
    return result
  }

  /** The seats of this prize that will go to people not drawn for a higher one of the same list. */
  const claimForDrawn = (group: readonly Placing[], line: PrizeLine, result: LineAwards) => {
    const seen = new Set<OpenGroup>()
    for (const { accountId, rank } of group) {
      const own = open.get(`${line.list} ${accountId}`)
      if (!own || seen.has(own)) continue
      seen.add(own)
      const seats = Math.min(own.left, result.openSeats)
      if (seats === 0) continue
      own.left -= seats
      result.openSeats -= seats
      result.waiting.push({ accountIds: [...own.members].sort(byCodeUnits), rank, seats })
    }
  }

  const waitForDraw = (free: readonly Placing[], line: PrizeLine, result: LineAwards) => {
    const own: OpenGroup = { members: new Set(free.map(({ accountId }) => accountId)), left: free.length }
    for (const { accountId } of free) {
      open.set(`${line.list} ${accountId}`, own)
      placed.get(line.list)?.add(accountId)
      waitsIn.set(accountId, line.list)
    }
    claimForDrawn(free, line, result)
  }

  const award = ({ accountId, rank, orderNo }: Placing, line: PrizeLine, result: LineAwards) => {
    placed.get(line.list)?.add(accountId)
    result.openSeats--
    // Whether a draw elsewhere gives this person a higher prize is not known yet.
    if (input.isOnePrizeEach && waitsIn.has(accountId)) {
      result.waiting.push({ accountIds: [accountId], rank, seats: 1 })
      return
    }
    if (!awarded.has(accountId)) awarded.set(accountId, line.key)
    const lower = held.get(accountId)
    const alsoHolds = input.isOnePrizeEach && lower ? lower.line.key : null
    result.awards.push({ accountId, rank, orderNo, alsoHolds })
  }

  const isFree = ({ accountId, rank }: Placing, line: PrizeLine): boolean => {
    const reasons = [...(refusals.get(`* ${accountId}`) ?? []), ...(refusals.get(`${line.list} ${accountId}`) ?? [])]
    if (input.isOnePrizeEach) {
      const other = held.get(accountId)
      const isBehind = other && comparePrizes(other, { line, listOrder: orderOf(line) }) < 0
      const kept = awarded.get(accountId) ?? (isBehind ? other.line.key : undefined)
      if (kept !== undefined) reasons.push({ reason: 'holds-higher-prize', note: kept })
    }
    if (reasons.length === 0) return true
    skips.set(`${line.list} ${accountId}`, { list: line.list, accountId, rank, reasons })
    return false
  }

  const results = lines.map(give)
  const skipped = [...skips.values()].sort(
    (a, b) => byText(a.list, b.list) || a.rank - b.rank || byText(a.accountId, b.accountId),
  )
  return { lines: results, skipped }
}

/** Who would be reached next: without a prize in the list, in its order, at most `count`. */
export function nextInLine(input: AwardInput, done: Awarded, list: string, table: string | null, count: number) {
  const taken = new Set<string>(done.skipped.filter((skip) => skip.list === list).map(({ accountId }) => accountId))
  for (const { line, awards, waiting } of done.lines) {
    if (line.list !== list && !input.isOnePrizeEach) continue
    for (const { accountId } of awards) taken.add(accountId)
    if (line.list === list)
      for (const { accountIds } of waiting) for (const accountId of accountIds) taken.add(accountId)
  }
  for (const { accountId, list: where } of input.ineligible) if (where === null || where === list) taken.add(accountId)
  if (input.isOnePrizeEach) for (const { accountId } of input.held) taken.add(accountId)
  const placings = input.lists.find(({ key }) => key === list)?.placings ?? []
  return ranksOf(placings, table)
    .flat()
    .filter(({ accountId }) => !taken.has(accountId))
    .slice(0, count)
}

/**
 * People of one rank of a table together, best first. Tables stand among each other by the order over all of them; within a rank the draw
 * decides, or nothing does and accounts stand by their ids.
 */
function ranksOf(placings: readonly Placing[], table: string | null): Placing[][] {
  const groups = new Map<string, Placing[]>()
  for (const placing of placings) {
    if (table !== null && placing.table !== table) continue
    const key = `${placing.rank} ${placing.table ?? ''}`
    const group = groups.get(key)
    if (group) group.push(placing)
    else groups.set(key, [placing])
  }
  const first = (group: readonly Placing[]) =>
    group.reduce((least, { orderNo }) => Math.min(least, orderNo), Number.POSITIVE_INFINITY)
  return [...groups.values()]
    .map((group) =>
      group.every(({ isDecided }) => isDecided)
        ? group.sort((a, b) => a.orderNo - b.orderNo)
        : group.sort((a, b) => byText(a.accountId, b.accountId)),
    )
    .sort((a, b) => first(a) - first(b))
}

function refusalsOf(ineligible: AwardInput['ineligible']): Map<string, Skip['reasons']> {
  const refusals = new Map<string, Skip['reasons']>()
  const ordered = [...ineligible].sort((a, b) => byText(a.reason, b.reason) || byText(a.note ?? '', b.note ?? ''))
  for (const { accountId, list, reason, note } of ordered) {
    const key = `${list ?? '*'} ${accountId}`
    refusals.set(key, [...(refusals.get(key) ?? []), { reason, note: note ?? null }])
  }
  return refusals
}

/** The highest locked prize of each person. */
function heldBy({ held }: AwardInput): Map<string, { line: PrizeLine; listOrder: number }> {
  const best = new Map<string, { line: PrizeLine; listOrder: number }>()
  for (const { accountId, line, listOrder } of held) {
    const known = best.get(accountId)
    if (!known || comparePrizes({ line, listOrder }, known) < 0) best.set(accountId, { line, listOrder })
  }
  return best
}
