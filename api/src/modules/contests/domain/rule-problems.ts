import type {
  ContestRules,
  Localized,
  PrizeScope,
  RoundRules,
  RuleProblem,
  RuleProblemCode,
} from '@thiso/contracts/vocab'
import type { UnitTree } from './eligibility.js'
import { type EntryFacts, entrySize, tooManyPrizes } from './entry-size.js'
import { rankingProblems } from './ranking-chain.js'
import { isSoundFreeze } from './ranking-freeze.js'
import { isReversed, tableProblems } from './table-problems.js'

const DAY_S = 86_400
const HOUR_MS = 3_600_000

/** A contest as the rules look at it. */
export interface ContestSettings {
  rules: ContestRules
  prizes: readonly { count: number; scope: PrizeScope; table: string | null }[]
}

/** A round as the rules look at it; instants in ms since 1970. */
export interface RoundSettings {
  /** null: it is not stored yet. */
  id: string | null
  name: Localized
  isPublished: boolean
  opensAt: number
  closesAt: number
  timeLimitS: number
  attemptLimit: number
  blueprint: readonly { count: number; points: number }[]
  rules: RoundRules
}

/** How long complaints are taken now, and for which published results; instants in ms since 1970. */
export interface ComplaintFacts {
  hours: number
  publishedAt: readonly number[]
  now: number
}

/**
 * EL-6: everything in a contest's rules that cannot be kept, all at once.
 * @param rounds of the contest, as they are; empty for a new one
 * @param complaints null: a new contest
 */
export function contestProblems(
  { rules, prizes }: ContestSettings,
  rounds: readonly RoundSettings[],
  units: UnitTree,
  facts: EntryFacts,
  complaints: ComplaintFacts | null,
): RuleProblem[] {
  const problems: RuleProblem[] = []
  const { eligibility, total } = rules
  if (isReversed(eligibility)) problems.push(problem('band_reversed', 'rules.eligibility.minAge'))
  if (eligibility.unitIds.some((id) => !units.has(id)))
    problems.push(problem('unit_unknown', 'rules.eligibility.unitIds'))
  problems.push(...tableProblems(rules, units))
  if (total) {
    // Before there are rounds nobody knows yet whether one will ask for a prediction.
    const hasPrediction = rounds.length === 0 || rounds.some((round) => round.rules.prediction !== null)
    for (const { code, index } of rankingProblems(total.ranking, { hasPrediction }))
      problems.push(problem(code, `rules.total.ranking.${index}`))
    problems.push(...quotaProblems(rules, rounds, 'rules.total.bestRounds'))
  }
  prizes.forEach(({ scope, table }, index) => {
    if (table !== null && !rules.tables.some(({ code }) => code === table))
      problems.push(problem('prize_table_unknown', `prizes.${index}.table`, { table }))
    if (scope === 'total' && !total) problems.push(problem('prize_without_total', `prizes.${index}.scope`))
  })
  problems.push(...roundsLeftOut({ rules, prizes }, rounds, facts))
  if (complaints && isCutShort(rules.complaintHours, complaints))
    problems.push(problem('complaints_running', 'rules.complaintHours', { hours: complaints.hours }))
  return problems
}

/**
 * EL-7: everything in a round's rules that cannot be kept, all at once.
 * @param others the other rounds of the contest
 */
export function roundProblems(
  round: RoundSettings,
  contest: ContestSettings,
  others: readonly RoundSettings[],
  facts: EntryFacts,
): RuleProblem[] {
  const { rules } = round
  const problems: RuleProblem[] = rankingProblems(rules.ranking, { hasPrediction: rules.prediction !== null }).map(
    ({ code, index }) => problem(code, `rules.ranking.${index}`),
  )
  problems.push(...clockProblems(round))
  const points = round.blueprint.filter(({ count }) => count > 0).map((cell) => cell.points)
  const least = Math.min(...points)
  if (rules.scoring.speedBonus > 0 && rules.scoring.speedBonus >= least)
    problems.push(problem('speed_bonus_too_big', 'rules.scoring.speedBonus', { least }))
  rules.tables.forEach((table, index) => {
    if (!contest.rules.tables.some(({ code }) => code === table))
      problems.push(problem('table_unknown', `rules.tables.${index}`, { table }))
    else if (rules.tables.indexOf(table) < index)
      problems.push(problem('table_repeated', `rules.tables.${index}`, { table }))
  })
  problems.push(...entryProblems(round, others), ...overlapProblems(round, others))
  const size = entrySize(round, contest.rules, new Map(others.map((other) => [other.id, other])), facts)
  const tooMany = tooManyPrizes(contest.prizes, rules.tables, size)
  if (tooMany)
    problems.push(
      problem('more_prizes_than_people', rules.entry.kind === 'qualified' ? 'rules.entry.amount' : 'rules.entry.kind', {
        prizes: tooMany.prizes,
        people: tooMany.people,
      }),
    )
  problems.push(...quotaProblems(contest.rules, [...others, round], 'attemptLimit', round))
  return problems
}

/** Do two rounds take the same tables? An empty list takes all. */
export function shareTables(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((table) => b.includes(table))
}

/** Are two rounds open at one moment? Both are open from their opening to just before their closing. */
export function doWindowsOverlap(
  a: Pick<RoundSettings, 'opensAt' | 'closesAt'>,
  b: Pick<RoundSettings, 'opensAt' | 'closesAt'>,
): boolean {
  return a.opensAt < b.closesAt && b.opensAt < a.closesAt
}

function clockProblems({
  rules,
  blueprint,
  timeLimitS,
  attemptLimit,
  opensAt,
  closesAt,
}: RoundSettings): RuleProblem[] {
  const problems: RuleProblem[] = []
  const lengthS = (closesAt - opensAt) / 1_000
  if (rules.itemClockS !== null) {
    const needed = rules.itemClockS * blueprint.reduce((total, { count }) => total + count, 0)
    if (rules.movement !== 'one-way') problems.push(problem('item_clock_needs_one_way', 'rules.itemClockS'))
    if (needed > timeLimitS)
      problems.push(problem('item_clocks_exceed_limit', 'rules.itemClockS', { needed, limit: timeLimitS }))
  }
  if (rules.freezeMinutes > 0 && !isSoundFreeze({ opensAt, closesAt }, rules.freezeMinutes))
    problems.push(problem('freeze_too_long', 'rules.freezeMinutes'))
  const { period } = rules.attempts
  const isLong = (period === 'day' && lengthS > DAY_S) || (period === 'week' && lengthS > 7 * DAY_S)
  const isSeveral = attemptLimit > 1 || period === 'unlimited' || isLong
  if (isSeveral && rules.attempts.waitS > 0 && rules.attempts.waitS >= lengthS)
    problems.push(problem('wait_too_long', 'rules.attempts.waitS'))
  return problems
}

/** Whether the round that people qualify in comes before, belongs to the contest and does not in the end wait for this one. */
function entryProblems(round: RoundSettings, others: readonly RoundSettings[]): RuleProblem[] {
  const { entry } = round.rules
  if (entry.kind !== 'qualified') return []
  const path = 'rules.entry.fromRoundId'
  if (entry.fromRoundId === round.id) return [problem('qualified_from_itself', path)]
  const byId = new Map(others.map((other) => [other.id, other]))
  const from = byId.get(entry.fromRoundId)
  if (!from) return [problem('qualified_from_unknown', path)]
  const seen = new Set<string | null>([round.id])
  for (let next: RoundSettings | undefined = from; next; ) {
    if (seen.has(next.id)) return [problem('qualified_in_circle', path)]
    seen.add(next.id)
    const { entry: step }: RoundRules = next.rules
    if (step.kind !== 'qualified') break
    if (step.fromRoundId === round.id) return [problem('qualified_in_circle', path)]
    next = byId.get(step.fromRoundId)
  }
  return [
    ...(from.closesAt > round.opensAt ? [problem('qualified_ends_too_late', path)] : []),
    ...(entry.by === 'share' && entry.amount > 100 ? [problem('share_over_all', 'rules.entry.amount')] : []),
  ]
}

/** A published round open at one moment with this one for the same people. Two rounds by list are let be: their lists keep them apart. */
function overlapProblems(round: RoundSettings, others: readonly RoundSettings[]): RuleProblem[] {
  const other = others.find(
    (candidate) =>
      candidate.isPublished &&
      doWindowsOverlap(round, candidate) &&
      shareTables(round.rules.tables, candidate.rules.tables) &&
      !(round.rules.entry.kind === 'list' && candidate.rules.entry.kind === 'list'),
  )
  return other ? [problem('windows_overlap', 'opensAt', named(other))] : []
}

/** What changed rules or prizes of a contest would do to its rounds: their tables are gone, or prizes are more than people. */
function roundsLeftOut(
  { rules, prizes }: ContestSettings,
  rounds: readonly RoundSettings[],
  facts: EntryFacts,
): RuleProblem[] {
  const byId = new Map(rounds.map((round) => [round.id, round]))
  const problems: RuleProblem[] = []
  for (const round of rounds) {
    const gone = round.rules.tables.find((table) => !rules.tables.some(({ code }) => code === table))
    if (gone !== undefined) problems.push(problem('table_in_use', 'rules.tables', { table: gone, ...named(round) }))
    const tooMany = tooManyPrizes(prizes, round.rules.tables, entrySize(round, rules, byId, facts))
    if (tooMany)
      problems.push(
        problem('more_prizes_than_entrants', `prizes.${tooMany.index}.count`, {
          prizes: tooMany.prizes,
          people: tooMany.people,
          ...named(round),
        }),
      )
  }
  return problems
}

/** Would complaints end earlier than people were told whose results are out? */
function isCutShort(hours: number, { hours: before, publishedAt, now }: ComplaintFacts): boolean {
  return hours < before && publishedAt.some((at) => at + before * HOUR_MS > now)
}

/** A quota for the whole contest that does not reach as many rounds as the total counts. */
function quotaProblems(
  { total }: ContestRules,
  rounds: readonly RoundSettings[],
  path: string,
  only?: RoundSettings,
): RuleProblem[] {
  if (!total) return []
  const needed = total.bestRounds ?? rounds.length
  const tight = rounds.filter(
    (round) => (!only || round === only) && round.rules.attempts.period === 'contest' && round.attemptLimit < needed,
  )
  return tight.slice(0, 1).map((round) => problem('quota_below_total', path, { limit: round.attemptLimit, needed }))
}

function problem(code: RuleProblemCode, path: string, params: RuleProblem['params'] = {}): RuleProblem {
  return { code, path, params }
}

/** A round in sentences of both languages; without an English name the Vietnamese one stands there too. */
function named({ name }: { name: Localized }): { round: string; roundEn: string } {
  return { round: name.vi, roundEn: name.en || name.vi }
}
