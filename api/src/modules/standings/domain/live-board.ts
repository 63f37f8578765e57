import { createHash } from 'node:crypto'
import type { CountedAttempt, RankingCriterion, RoundRules } from '@thiso/contracts/vocab'
import { type KeyLayout, keyLayout, type RoundBounds, tableIndexOf } from './ranking-key.js'

/** How one round's public board is made. Boards that are made otherwise are other boards, with another id in the store. */
export interface LiveBoard {
  boardId: string
  roundId: string
  ranking: readonly RankingCriterion[]
  counted: CountedAttempt
  /** What is ranked each by itself, in the order of the board; null: people of no table. Only that where the contest has no tables. */
  tables: readonly (string | null)[]
  layout: KeyLayout
  /** LB-9: what was submitted from here on is not on it, in ms since 1970; null: everything is. */
  cutoff: number | null
}

export interface BoardRound {
  id: string
  opensAt: Date
  closesAt: Date
  timeLimitS: number
  blueprint: readonly { count: number; points: number }[]
  rules: Pick<RoundRules, 'ranking' | 'attempts' | 'scoring'>
}

/** Where a round has no blueprint (results that came from elsewhere). */
const UNKNOWN = { maxPoints: 248, itemCount: 248 }

/**
 * The board of a round as its settings stand. Whatever changes what it holds or how it is ordered changes its id: a frozen board and the
 * revealed one are two boards, and no message about the one can reach the other.
 * @param tableCodes of the contest's tables
 */
export function liveBoard(round: BoardRound, cutoff: number | null, tableCodes: readonly string[] = []): LiveBoard {
  const { ranking, attempts } = round.rules
  // As in the results (RS-5): people of no table first, then by code.
  const tables = [null, ...[...tableCodes].sort(byCodeUnits)]
  const layout = keyLayout(ranking, boundsOf(round), tables.length)
  const made = JSON.stringify([layout.digits, attempts.counted, cutoff, ...tables.slice(1)])
  const name = createHash('sha256').update(made).digest('hex').slice(0, 12)
  const boardId = `${round.id}:${name}`
  return { boardId, roundId: round.id, ranking, counted: attempts.counted, tables, layout, cutoff }
}

/** Where people of a table stand; a table that the contest no longer has is none. */
export function tableIndexIn({ tables }: Pick<LiveBoard, 'tables'>, code: string | null): number {
  return Math.max(0, tables.indexOf(code))
}

/** The table of a key; null: none. */
export function tableOf({ tables, layout }: Pick<LiveBoard, 'tables' | 'layout'>, key: number): string | null {
  return tables[tableIndexOf(layout, key)] ?? null
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function boundsOf({ opensAt, closesAt, timeLimitS, blueprint, rules }: BoardRound): RoundBounds {
  const { wrongPenalty, blankPenalty, speedBonus } = rules.scoring
  const itemPoints = blueprint.reduce((sum, cell) => sum + cell.count * cell.points, 0) || UNKNOWN.maxPoints
  return {
    minPoints: -itemPoints * Math.max(wrongPenalty, blankPenalty),
    maxPoints: itemPoints + speedBonus,
    itemCount: blueprint.reduce((sum, cell) => sum + cell.count, 0) || UNKNOWN.itemCount,
    timeLimitS,
    opensAtMs: opensAt.getTime(),
    closesAtMs: closesAt.getTime(),
  }
}
