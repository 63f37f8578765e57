import type { ContestRules, PrizeScope, RoundRules } from '@thiso/contracts/vocab'

/** What the platform knows of how many people there are. */
export interface EntryFacts {
  /** People on the lists of rounds, by round; rounds without anybody on a list are left out: their list is still to come. */
  listedCounts: ReadonlyMap<string, number>
  /** People on the contest's list; null: nobody yet. */
  invitedCount: number | null
  /** Units below the root. */
  groupCount: number
}

interface EntryRound {
  id: string | null
  rules: Pick<RoundRules, 'entry' | 'tables'>
}

/** The most people that can be in a round, in all and in one of its tables; null: nobody can say. */
export interface EntrySize {
  all: number | null
  perTable: number | null
}

/**
 * EL-7: how many people a round can have at most. Ties at the border may add some, never take away.
 * @param byId the contest's rounds, to look up where people come from
 */
export function entrySize(
  round: EntryRound,
  contest: Pick<ContestRules, 'eligibility' | 'tables'>,
  byId: ReadonlyMap<string | null, EntryRound>,
  facts: EntryFacts,
  seen: ReadonlySet<string | null> = new Set(),
): EntrySize {
  const { entry, tables } = round.rules
  const invited = contest.eligibility.invitedOnly ? facts.invitedCount : null
  if (entry.kind === 'open') return { all: invited, perTable: invited }
  if (entry.kind === 'list') {
    const listed = least(round.id === null ? null : (facts.listedCounts.get(round.id) ?? null), invited)
    return { all: listed, perTable: listed }
  }
  const from = byId.get(entry.fromRoundId)
  // A circle is told elsewhere; here it must only not go on for ever.
  const before =
    from && !seen.has(from.id) ? entrySize(from, contest, byId, facts, new Set([...seen, round.id])).all : null
  const tableCount = Math.max(1, tables.length || contest.tables.length)
  const { amount } = entry
  if (entry.by === 'share') {
    // Each table rounds up by itself.
    const share = before === null ? null : Math.ceil((before * Math.min(amount, 100)) / 100) + tableCount - 1
    return { all: least(share, before), perTable: least(share, before) }
  }
  // Those without a unit are together one more group.
  const perTable = entry.by === 'top' ? amount : amount * (facts.groupCount + 1)
  return { all: least(perTable * tableCount, before), perTable: least(perTable, before) }
}

/** More prizes of one kind (for one table, or for all together) than people who can be in a round; null: there are not. */
export function tooManyPrizes(
  prizes: readonly { count: number; scope: PrizeScope; table: string | null }[],
  tables: readonly string[],
  size: EntrySize,
): { prizes: number; people: number; index: number } | null {
  const counts = new Map<string | null, { prizes: number; index: number }>()
  prizes.forEach(({ scope, table, count }, index) => {
    if (scope !== 'round' || !(table === null || tables.length === 0 || tables.includes(table))) return
    counts.set(table, { prizes: (counts.get(table)?.prizes ?? 0) + count, index })
  })
  for (const [table, kind] of counts) {
    const people = table === null ? size.all : size.perTable
    if (people !== null && kind.prizes > people) return { ...kind, people }
  }
  return null
}

function least(...values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.min(...known)
}
