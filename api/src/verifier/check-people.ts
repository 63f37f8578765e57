import { canonicalJson } from '../kernel/canonical-json.js'
import { byCodeUnits } from '../kernel/by-code-units.js'
import { withoutReplaced } from '../modules/attempts/domain/replaced.js'
import {
  compareByRanking,
  compareCounted,
  rankAll,
  type RankedResult,
  withoutDraw,
} from '../modules/contests/domain/ranking-chain.js'
import type { PersonLine, VersionLine } from '../modules/proof/domain/bundle.js'
import { entryCode } from '../modules/results/domain/draw-list.js'
import { predictionTarget, type Turnout } from '../modules/results/domain/prediction-target.js'
import type { AttemptsCheck, Outcome } from './check-attempts.js'
import type { RoundCheck } from './check-round.js'
import type { Findings } from './findings.js'

const FAILURES = [
  'PERSON_MISSING',
  'PERSON_UNFOUNDED',
  'PERSON_TWICE',
  'COUNTED_WRONG',
  'CODE_WRONG',
  'VALUE_WRONG',
  'RANK_WRONG',
  'ORDER_WRONG',
  'TIE_WRONG',
  'EXCLUDED_WITHOUT_RULING',
  'RULED_OUT_BUT_RANKED',
  'VOIDED_WITHOUT_RULING',
  'INCOMPLETE_WRONG',
  'TOTALS_WRONG',
] as const

/** VB-5: from the attempts to everybody's place, by the same chain as the results, over people instead of rows of a database. */
export class PeopleCheck {
  readonly lines: PersonLine[] = []
  version: VersionLine | null = null

  constructor(
    private readonly findings: Findings,
    private readonly round: RoundCheck,
    private readonly attempts: AttemptsCheck,
  ) {}

  /** @param drawnOrder of a person by the draw that was done; null where none was */
  end(drawnOrder: ((person: PersonLine, outcomes: readonly Outcome[]) => number | null) | null): void {
    const { findings, version } = this
    const rules = this.round.rules
    if (!version || !rules) {
      findings.fail('TOTALS_WRONG', { field: 'version', recorded: '–', computed: '–' })
      return
    }
    if (canonicalJson(version.ranking) !== canonicalJson(rules.ranking))
      findings.fail('TOTALS_WRONG', { field: 'ranking', recorded: '≠', computed: '=' })
    this.checkTarget(version)
    const seen = new Set<string>()
    for (const line of this.lines) {
      if (seen.has(line.code)) findings.fail('PERSON_TWICE', { person: line.code })
      seen.add(line.code)
      this.checkPerson(line, version.predictionTarget, drawnOrder)
    }
    for (const [person, [first]] of this.attempts.people)
      if (!seen.has(person)) findings.fail('PERSON_MISSING', { person, attempt: first?.id ?? '–' })
    this.checkRanks()
    this.checkTotals(version)
    findings.okUnless(FAILURES, 'PEOPLE_HOLD', { count: this.lines.length })
    const barred = this.lines.filter(({ out }) => out === 'barred').length
    if (barred > 0) findings.note('BARRED_TAKEN', { count: barred })
  }

  /** Of people some of whose attempts were erased nothing can be worked out. */
  private isErased(line: PersonLine, outcomes: readonly Outcome[]): boolean {
    return this.attempts.erasedCount > 0 && outcomes.length < line.attempts
  }

  private checkPerson(line: PersonLine, target: number | null, drawn: Parameters<PeopleCheck['end']>[0]): void {
    const { findings } = this
    const person = line.code
    const all = this.attempts.people.get(person) ?? []
    if (this.isErased(line, all)) return
    if (all.length === 0) {
      findings.fail('PERSON_UNFOUNDED', { person })
      return
    }
    const own = withoutReplaced(all.map((one) => ({ ...one, replacesId: one.replaces })))
    const counted = this.countedOf(own, target)
    if (counted.id !== line.attempt) {
      findings.fail('COUNTED_WRONG', { person, recorded: line.attempt, computed: counted.id })
      return
    }
    const code = entryCode(this.round.roundId, [counted.receipt])
    if (code !== person) findings.fail('CODE_WRONG', { person, attempt: counted.id, computed: code })
    const computed: Partial<PersonLine> = {
      table: counted.table,
      points: counted.points,
      maxPoints: counted.maxPoints,
      right: counted.right,
      prediction: counted.prediction,
      predictionError: errorOf(counted, target),
      timeUsedS: counted.timeUsedS,
      submittedAt: counted.submittedAt,
      attempts: this.countOf(own),
    }
    for (const [field, value] of Object.entries(computed)) {
      const recorded = line[field as keyof PersonLine]
      if (recorded !== value)
        findings.fail('VALUE_WRONG', { person, field, recorded: String(recorded), computed: String(value) })
    }
    const order = drawn ? drawn(line, all) : null
    if (order !== line.drawOrder)
      findings.fail('DRAW_ORDER_WRONG', { person, recorded: String(line.drawOrder), computed: String(order) })
    this.checkOut(line, counted)
  }

  private checkOut({ code: person, out }: PersonLine, counted: Outcome): void {
    const { excluded } = this.round.effective()
    if (excluded.has(person)) {
      if (out !== 'excluded') this.findings.fail('RULED_OUT_BUT_RANKED', { person })
      return
    }
    if (out === 'excluded') {
      this.findings.fail('EXCLUDED_WITHOUT_RULING', { person })
      return
    }
    if (out === 'barred') return
    const isVoided = this.round.voided.has(counted.id)
    if (out === 'voided' && !isVoided) {
      this.findings.fail('VOIDED_WITHOUT_RULING', { person, attempt: counted.id })
      return
    }
    const computed = isVoided ? 'voided' : counted.isRanked ? null : 'incomplete'
    if (out !== computed)
      this.findings.fail('INCOMPLETE_WRONG', { person, recorded: out ?? '–', computed: computed ?? '–' })
  }

  /** LB-3, CL-7: one that counts before one that does not, a whole paper before one that was handed in incomplete, then as the rules count. */
  private countedOf(own: readonly Outcome[], target: number | null): Outcome {
    const { attempts, ranking } = this.round.rules as NonNullable<RoundCheck['rules']>
    const compare = compareCounted(attempts.counted, ranking)
    const count = this.countOf(own)
    const asResult = (one: Outcome) => ({ ...resultOf(one, target, count), attemptNo: one.no })
    return [...own].sort((a, b) => this.comparePlain(a, b) || compare(asResult(a), asResult(b)))[0] as Outcome
  }

  /** How many attempts of a person count; who has none that does is said to have one. */
  private countOf(own: readonly Outcome[]): number {
    return Math.max(1, own.filter(({ id }) => !this.round.voided.has(id)).length)
  }

  private comparePlain(a: Outcome, b: Outcome): number {
    const { voided } = this.round
    return Number(voided.has(a.id)) - Number(voided.has(b.id)) || Number(b.isRanked) - Number(a.isRanked)
  }

  private checkRanks(): void {
    const ranking = (this.round.rules as NonNullable<RoundCheck['rules']>).ranking
    const byTable = new Map<string | null, PersonLine[]>()
    for (const line of this.lines) {
      if (line.out !== null) {
        if (line.rank !== null) this.fail(line, String(line.rank), '–')
        if (line.isTied) this.findings.fail('TIE_WRONG', { person: line.code, recorded: 'true', computed: 'false' })
        continue
      }
      const table = byTable.get(line.table)
      if (table) table.push(line)
      else byTable.set(line.table, [line])
    }
    for (const lines of byTable.values())
      for (const { row, rank, isTied } of rankAll(withoutDraw(ranking), lines, lineResult)) {
        if (row.rank !== rank) this.fail(row, String(row.rank), String(rank))
        if (row.isTied !== isTied)
          this.findings.fail('TIE_WRONG', { person: row.code, recorded: String(row.isTied), computed: String(isTied) })
      }
    const compare = compareByRanking(ranking)
    const ordered = this.lines.map((line) => ({ line, result: lineResult(line) }))
    ordered.sort(
      (a, b) =>
        Number(a.line.table !== null) - Number(b.line.table !== null) ||
        byCodeUnits(a.line.table ?? '', b.line.table ?? '') ||
        Number(a.line.out !== null) - Number(b.line.out !== null) ||
        compare(a.result, b.result) ||
        byCodeUnits(a.line.code, b.line.code),
    )
    for (const [index, { line }] of ordered.entries())
      if (line.order !== index + 1)
        this.findings.fail('ORDER_WRONG', { person: line.code, recorded: line.order, computed: index + 1 })
  }

  private fail({ code, table }: PersonLine, recorded: string, computed: string): void {
    this.findings.fail('RANK_WRONG', { person: code, recorded, computed, table: table ?? '–' })
  }

  /** RS-6. */
  private checkTarget({ predictionTarget: recorded, perfect }: VersionLine): void {
    const rules = this.round.rules as NonNullable<RoundCheck['rules']>
    if (this.attempts.erasedCount > 0) {
      if (recorded !== null) this.findings.note('TARGET_TAKEN', { target: recorded })
      return
    }
    const leftOut = new Set(this.lines.flatMap(({ code, out }) => (out === 'barred' ? [code] : [])))
    for (const code of this.round.effective().excluded) leftOut.add(code)
    const remaining = this.turnout(leftOut)
    const target = predictionTarget(rules.prediction, this.turnout(null), remaining)
    if (target !== recorded)
      this.findings.fail('TARGET_WRONG', { recorded: String(recorded), computed: String(target) })
    else if (target !== null) this.findings.ok('TARGET_HOLDS', { target })
    if (perfect !== remaining.perfectPeople) this.total('perfect', perfect, remaining.perfectPeople)
  }

  /** @param leftOut null: everybody, whatever was ruled; otherwise without these people and without attempts that were voided */
  private turnout(leftOut: ReadonlySet<string> | null): Turnout {
    const { counted } = (this.round.rules as NonNullable<RoundCheck['rules']>).attempts
    const turnout = { people: 0, attempts: 0, perfectPeople: 0, perfectAttempts: 0 }
    for (const [code, all] of this.attempts.people) {
      if (leftOut?.has(code)) continue
      const known = withoutReplaced(all.map((one) => ({ ...one, replacesId: one.replaces })))
      const byNo = (a: Outcome, b: Outcome) => (counted === 'last' ? b.no - a.no : a.no - b.no)
      const first = [...known].sort((a, b) => this.comparePlain(a, b) || byNo(a, b)).slice(0, 1)
      const remains = ({ id }: Outcome) => leftOut === null || !this.round.voided.has(id)
      const own = known.filter(remains)
      if (own.length === 0) continue
      turnout.people++
      turnout.attempts += own.length
      turnout.perfectAttempts += own.filter(({ isPerfect }) => isPerfect).length
      const countable = counted === 'best' ? own : first.filter(remains)
      if (countable.some(({ isPerfect }) => isPerfect)) turnout.perfectPeople++
    }
    return turnout
  }

  private checkTotals(version: VersionLine): void {
    const counts = {
      participants: this.lines.length,
      ranked: this.lines.filter(({ out }) => out === null).length,
      attempts: this.attempts.count,
      tied: this.lines.filter(({ isTied }) => isTied).length,
    }
    for (const [field, computed] of Object.entries(counts)) {
      const recorded = version[field as keyof typeof counts]
      if (recorded !== computed) this.total(field, recorded, computed)
    }
  }

  private total(field: string, recorded: number, computed: number): void {
    this.findings.fail('TOTALS_WRONG', { field, recorded, computed })
  }
}

function errorOf({ prediction }: Outcome, target: number | null): number | null {
  return prediction === null || target === null ? null : Math.abs(prediction - target)
}

function resultOf(one: Outcome, target: number | null, attemptCount: number): RankedResult {
  return {
    points: one.points,
    rightCount: one.right,
    predictionError: errorOf(one, target),
    timeUsedS: one.timeUsedS,
    submittedAtMs: one.submittedAt,
    attemptCount,
    drawOrder: null,
  }
}

function lineResult(line: PersonLine): RankedResult {
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
