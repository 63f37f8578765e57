import type { RoundRules } from '@thiso/contracts/vocab'
import { byCodeUnits } from '../kernel/by-code-units.js'
import {
  compareByRanking,
  compareCounted,
  rankAll,
  type RankedResult,
  withoutDraw,
} from '../modules/contests/domain/ranking-chain.js'
import type { BundleLine, PersonLine } from '../modules/proof/domain/bundle.js'
import { entryCode } from '../modules/results/domain/draw-list.js'
import { awardPrizes } from '../modules/winners/domain/award-prizes.js'

/** What an attempt came to. */
export interface Taken {
  id: string
  attemptNo: number
  receipt: string
  points: number
  maxPoints: number
  rightCount: number
  prediction: number | null
  isPerfect: boolean
  isRanked: boolean
  timeUsedS: number
  submittedAtMs: number
  table: string | null
}

export interface PersonRow {
  who: number
  code: string
  own: Taken[]
  counted: Taken
}

/** What was ruled about people and attempts, and what a prediction was measured by. */
export interface Ruled {
  /** The number of the person who is excluded. */
  excluded: number | null
  voided: ReadonlySet<string>
  target: number | null
}

/** Everybody with the attempt that counts; the code follows from its receipt. */
export function peopleOf(
  taken: ReadonlyMap<number, Taken[]>,
  rules: RoundRules,
  roundId: string,
  { voided, target }: Ruled,
): PersonRow[] {
  const compare = compareCounted(rules.attempts.counted, rules.ranking)
  return [...taken].map(([who, own]) => {
    const asResult = (one: Taken) => ({ ...resultOf(one, own.length, target), attemptNo: one.attemptNo })
    const [counted] = [...own].sort(
      (a, b) => Number(voided.has(a.id)) - Number(voided.has(b.id)) || compare(asResult(a), asResult(b)),
    ) as [Taken]
    return { who, own, counted, code: entryCode(roundId, [counted.receipt]) }
  })
}

/** The lines of people with their ranks, before any draw. */
export function rankedLines(rows: readonly PersonRow[], rules: RoundRules, ruled: Ruled): PersonLine[] {
  const { excluded, voided, target } = ruled
  const lines = rows.map(
    ({ who, code, own, counted }): PersonLine => ({
      kind: 'person',
      code,
      table: counted.table,
      rank: null,
      out: who === excluded ? 'excluded' : voided.has(counted.id) ? 'voided' : null,
      order: 0,
      isTied: false,
      attempt: counted.id,
      points: counted.points,
      maxPoints: counted.maxPoints,
      right: counted.rightCount,
      prediction: counted.prediction,
      predictionError: errorOf(counted, target),
      timeUsedS: counted.timeUsedS,
      submittedAt: counted.submittedAtMs,
      attempts: Math.max(1, own.filter(({ id }) => !voided.has(id)).length),
      drawOrder: null,
      listed: null,
    }),
  )
  for (const table of new Set(lines.map((line) => line.table)))
    for (const { row, rank, isTied } of rankAll(
      withoutDraw(rules.ranking),
      lines.filter((line) => line.table === table && line.out === null),
      resultOfLine,
    ))
      Object.assign(row, { rank, isTied })
  inOrder(lines, rules)
  return lines
}

/** Puts lines in their order over all tables and numbers them. */
export function inOrder(lines: PersonLine[], rules: RoundRules): void {
  const compare = compareByRanking(rules.ranking)
  lines.sort(
    (a, b) =>
      byCodeUnits(a.table ?? '', b.table ?? '') ||
      Number(a.out !== null) - Number(b.out !== null) ||
      compare(resultOfLine(a), resultOfLine(b)) ||
      byCodeUnits(a.code, b.code),
  )
  for (const [index, line] of lines.entries()) line.order = index + 1
}

/** Three prizes of a first and five of a second tier; the best one declines. */
export function* prizesOf(lines: readonly PersonLine[], put: (line: BundleLine) => string): Generator<string> {
  const placings = lines.flatMap(({ code, table, rank, order, isTied, drawOrder }) =>
    rank === null ? [] : [{ accountId: code, table, rank, orderNo: order, isDecided: !isTied || drawOrder !== null }],
  )
  const passed = placings.slice(0, 1).map(({ accountId }) => accountId)
  const prizes = [
    { key: 'round:first::1', list: 'round', tier: 'first' as const, table: null, count: 3 },
    { key: 'round:second::1', list: 'round', tier: 'second' as const, table: null, count: 5 },
  ]
  const { lines: awarded } = awardPrizes({
    lists: [{ key: 'round', order: 0, placings }],
    lines: prizes,
    isOnePrizeEach: false,
    ineligible: passed.map((accountId) => ({ accountId, list: 'round', reason: 'declined' })),
    held: [],
  })
  for (const { line, awards } of awarded)
    yield put({
      kind: 'prize',
      key: line.key,
      tier: line.tier,
      table: line.table,
      count: line.count,
      winners: awards.map(({ accountId }) => accountId),
    })
  for (const person of passed) yield put({ kind: 'passed', person })
}

function errorOf({ prediction }: Taken, target: number | null): number | null {
  return prediction === null || target === null ? null : Math.abs(prediction - target)
}

function resultOf(taken: Taken, attemptCount: number, target: number | null): RankedResult {
  const { points, rightCount, timeUsedS: usedS, submittedAtMs } = taken
  const predictionError = errorOf(taken, target)
  return { points, rightCount, timeUsedS: usedS, submittedAtMs, predictionError, attemptCount, drawOrder: null }
}

function resultOfLine(line: PersonLine): RankedResult {
  return {
    points: line.points,
    rightCount: line.right,
    predictionError: line.predictionError,
    timeUsedS: line.timeUsedS,
    submittedAtMs: line.submittedAt,
    attemptCount: line.attempts,
    drawOrder: line.drawOrder,
  }
}
