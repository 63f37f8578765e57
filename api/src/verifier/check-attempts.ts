import { hash } from 'node:crypto'
import { canonicalJson } from '../kernel/canonical-json.js'
import { NO_LINKS } from '../kernel/hash-chain.js'
import { MerkleTree } from '../kernel/merkle-tree.js'
import { attemptDeadline, timeUsedS } from '../modules/attempts/domain/attempt-clock.js'
import { judgeAttempt } from '../modules/attempts/domain/judge-attempt.js'
import { receiptCode } from '../modules/attempts/domain/receipt-code.js'
import { poolPartAt } from '../modules/contests/domain/day-pools.js'
import { drawForm, type FormItem } from '../modules/contests/domain/draw-form.js'
import { rankedTimeS } from '../modules/contests/domain/ranking-chain.js'
import { gradeResponse } from '../modules/item-bank/domain/grade-response.js'
import type { AttemptLine, ChainRecord, ErasedLine, RoundLine } from '../modules/proof/domain/bundle.js'
import { attemptLeaf } from '../modules/proof/domain/leaf.js'
import { gradeRuled, isTouched, type ItemRulings, underRulings } from '../modules/results/domain/rulings.js'
import type { RoundCheck } from './check-round.js'
import type { Findings } from './findings.js'

/** What an attempt comes to by its events, keys and rulings. */
export interface Outcome {
  id: string
  no: number
  replaces: string | null
  table: string | null
  receipt: string
  submittedAt: number
  points: number
  maxPoints: number
  right: number
  prediction: number | null
  timeUsedS: number
  isRanked: boolean
  isPerfect: boolean
}

type Submission = Extract<ChainRecord, ['submit', ...unknown[]]>
const NOTHING = Buffer.alloc(32)
/** A file that leaves out more in one place is told so once. */
const GAP = 1_000_000

/**
 * VB-5: attempt by attempt: the paper drawn again from the secret, the chain folded again from paper and events, the leaf, the receipt
 * code, time used and score; only what each comes to is kept.
 */
export class AttemptsCheck {
  /** By the person's code, in the order of the log. */
  readonly people = new Map<string, Outcome[]>()
  readonly tree = new MerkleTree()
  readonly itemRulings: ItemRulings
  erasedCount = 0
  count = 0
  private readonly held = new Map<string, number>()
  private readonly forms = new Map<string, string[]>()
  private readonly ids = new Set<string>()
  private readonly keepsForms: boolean
  private taken = { times: 0, met: 0, unchained: 0 }

  constructor(
    private readonly findings: Findings,
    private readonly round: RoundCheck,
  ) {
    this.itemRulings = round.effective().items
    this.keepsForms = [...round.terms.values()].some(({ rules }) => rules.attempts.unseenFirst)
  }

  add(line: AttemptLine): void {
    const attempt = line.id
    this.count++
    const place = line.index === null ? ('none' as const) : this.place(line.index, attempt)
    if (line.index === null) this.taken.unchained++
    if (this.ids.has(attempt)) this.findings.fail('ATTEMPT_TWICE', { attempt, index: line.index ?? '–' })
    this.ids.add(attempt)
    const terms = this.round.terms.get(line.rulesVersion)
    const submission = submissionOf(line)
    if (!submission) this.findings.fail('ATTEMPT_UNSUBMITTED', { attempt })
    if (!terms) this.findings.fail('TERMS_UNKNOWN', { attempt, version: line.rulesVersion })
    const form = terms && this.paperOf(line, terms)
    const leaf = form ? leafOf(line, this.round.roundId, form) : null
    if (place === 'next') {
      this.tree.addHash(leaf ?? NOTHING)
      if (leaf && leaf.toString('hex') !== line.leaf)
        this.findings.fail('CHAIN_BROKEN', { attempt, index: line.index as number })
    }
    if (form && terms && submission) this.judge(line, form, terms, submission)
  }

  erased({ index, leaf }: ErasedLine): void {
    this.erasedCount++
    this.count++
    if (this.place(index, '–') === 'next') this.tree.addHash(Buffer.from(leaf, 'hex'))
  }

  end(): void {
    const { times, met, unchained } = this.taken
    const failures = ['CHAIN_BROKEN', 'ATTEMPT_MISSING', 'ATTEMPT_TWICE', 'PAPER_IMPOSSIBLE'] as const
    const further = ['ATTEMPT_UNSUBMITTED', 'TERMS_UNKNOWN', 'TIME_USED_WRONG', 'COMPLETENESS_WRONG'] as const
    this.findings.okUnless([...failures, ...further, 'MET_WRONG', 'PART_WRONG'], 'ATTEMPTS_HOLD', {
      count: this.count - this.erasedCount,
    })
    if (times > 0) this.findings.note('TIMES_TAKEN', { count: times })
    if (met > 0) this.findings.note('MET_TAKEN', { count: met })
    if (unchained > 0) this.findings.note('UNCHAINED', { count: unchained })
    if (this.erasedCount > 0) this.findings.note('ERASED', { count: this.erasedCount })
    this.forms.clear()
    this.ids.clear()
    this.held.clear()
  }

  /** Says which leaves are missing before this one, and holds their places. */
  private place(index: number, attempt: string): 'next' | 'none' {
    const next = this.tree.size
    if (index < next || index - next > GAP || !Number.isInteger(index)) {
      this.findings.fail('ATTEMPT_TWICE', { attempt, index })
      return 'none'
    }
    for (let missing = next; missing < index; missing++) {
      this.findings.fail('ATTEMPT_MISSING', { index: missing })
      this.tree.addHash(NOTHING)
    }
    return 'next'
  }

  /** The paper as it is drawn from the secret; DR-7 and DR-6 included. */
  private paperOf(line: AttemptLine, { rules }: RoundLine['terms'][number]): FormItem[] | null {
    const { secret, blueprint, pool } = this.round
    try {
      const { dayPools, opensAt } = this.round.line
      if (poolPartAt(line.startedAt, opensAt, dayPools) !== line.part)
        this.findings.fail('PART_WRONG', { attempt: line.id, part: line.part })
      const part = { of: dayPools, at: line.part }
      const form = drawForm(secret, line.id, blueprint, pool, new Set(line.met), rules.paperTolerance, part)
      this.checkMet(line)
      if (this.keepsForms)
        this.forms.set(
          line.id,
          form.map(({ itemVersionId }) => itemVersionId),
        )
      return form
    } catch (error) {
      this.findings.fail('PAPER_IMPOSSIBLE', { attempt: line.id, reason: (error as Error).message })
      return null
    }
  }

  private checkMet({ id, after, met }: AttemptLine): void {
    if (after.length === 0) {
      if (met.length > 0) this.findings.fail('MET_WRONG', { attempt: id })
      return
    }
    const known = after.map((earlier) => this.forms.get(earlier))
    if (known.includes(undefined)) {
      this.taken.met++
      return
    }
    const own = new Set(known.flatMap((items) => items ?? []))
    if (own.size !== met.length || met.some((item) => !own.has(item))) this.findings.fail('MET_WRONG', { attempt: id })
  }

  private judge(line: AttemptLine, form: FormItem[], terms: RoundLine['terms'][number], submission: Submission): void {
    const { rules, timeLimitS } = terms
    const events = answersOf(line)
    const facts = {
      form,
      events,
      rules,
      timeLimitS,
      extraPercent: line.extraPercent,
      usableExtra: line.usableExtra,
      takenOut: line.takenOut.map(([from, to]) => ({ from, to })),
      timeUsedS: line.usedS,
      heldPrediction: this.held.get(line.person) ?? null,
      openings: openingsOf(line),
      keys: this.round.keys,
      grade: gradeResponse,
    }
    const plain = judgeAttempt(facts)
    const view = isTouched(form, this.itemRulings) ? underRulings(facts, this.itemRulings) : null
    const judged = view
      ? judgeAttempt({ ...facts, ...view, grade: (key, response) => gradeRuled(key, response, gradeResponse) })
      : plain
    if (rules.prediction?.per === 'person' && judged.prediction !== null && !this.held.has(line.person))
      this.held.set(line.person, judged.prediction)
    if (plain.isRanked !== line.isRanked)
      this.findings.fail('COMPLETENESS_WRONG', {
        attempt: line.id,
        recorded: String(line.isRanked),
        computed: String(plain.isRanked),
      })
    const submittedAt = submission[1]
    this.checkTime(line, timeLimitS, submittedAt)
    const places = view ? view.countingPlaces : form.length
    const outcome: Outcome = {
      id: line.id,
      no: line.no,
      replaces: line.replaces,
      table: line.table,
      receipt: receiptCode({ attemptId: line.id, submittedAt: new Date(submittedAt).toISOString(), events }),
      submittedAt,
      points: judged.points,
      maxPoints: judged.maxPoints,
      right: judged.rightCount,
      prediction: judged.prediction,
      timeUsedS: rankedTimeS(line.usedS, line.extraPercent, line.usableExtra),
      isRanked: plain.isRanked,
      isPerfect: places > 0 && judged.rightCount === places,
    }
    const own = this.people.get(line.person)
    if (own) own.push(outcome)
    else this.people.set(line.person, [outcome])
  }

  /** SC-2. What a credit or a pause took out is not in the file piece by piece; there only the span bounds it. */
  private checkTime(line: AttemptLine, timeLimitS: number, submittedAt: number): void {
    const { startedAt, extraPercent, creditMs, usedS } = line
    const { closesAt, pauses } = this.round.line
    const hasPause = pauses.some(([from, to]) => from < submittedAt && to > startedAt)
    const isPlain = creditMs === 0 && !hasPause
    const deadlineAt = attemptDeadline(startedAt, timeLimitS, closesAt, { extraPercent, creditMs })
    const most = timeUsedS({ startedAt, submittedAt, deadlineAt: isPlain ? deadlineAt : submittedAt })
    if (!isPlain) this.taken.times++
    if (isPlain ? usedS !== most : usedS > most || usedS < 0)
      this.findings.fail('TIME_USED_WRONG', { attempt: line.id, recorded: usedS, computed: most })
  }
}

function submissionOf({ records }: AttemptLine): Submission | null {
  const last = records.at(-1)
  return last?.[0] === 'submit' && records.filter(([what]) => what === 'submit').length === 1 ? last : null
}

function answersOf({ records }: AttemptLine) {
  return records.flatMap((record) =>
    record[0] === 'answer'
      ? [{ seq: record[1], position: record[2], response: record[3], receivedAt: new Date(record[4]) }]
      : [],
  )
}

function openingsOf({ records }: AttemptLine) {
  return records.flatMap((record) =>
    record[0] === 'open' ? [{ position: record[1], openedAt: new Date(record[2]) }] : [],
  )
}

/**
 * The leaf that the attempt must have: its salt and the head of its records, folded here by the formula itself and not by the code that
 * wrote them: h = SHA-256(h before ‖ SHA-256(record)). A record is an array of plain values, whose JSON is canonical by itself.
 */
function leafOf(line: AttemptLine, roundId: string, form: readonly FormItem[]): Buffer | null {
  if (line.salt === null || line.index === null) return null
  const paper = hash('sha256', canonicalJson(form))
  let head = folded(NO_LINKS, ['start', line.id, roundId, line.startedAt, paper])
  for (const record of line.records) head = folded(head, record)
  const salt = Buffer.from(line.salt, 'hex')
  return salt.length === 16 ? attemptLeaf(salt, head) : NOTHING
}

function folded(head: Buffer, record: readonly unknown[]): Buffer {
  return hash('sha256', Buffer.concat([head, hash('sha256', JSON.stringify(record), 'buffer')]), 'buffer')
}
