import { setImmediate as breath } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import type { ItemKey, RankingCriterion, RoundRules, RulingContent, UnrankedReason } from '@thiso/contracts/vocab'
import type { Transaction } from '../../../platform/db/transaction.js'
import { judgeAttempt } from '../../attempts/index.js'
import { rankedTimeS, type RoundEntity } from '../../contests/index.js'
import { gradeResponse, ItemsService } from '../../item-bank/index.js'
import { entryCode } from '../domain/draw-list.js'
import { InputHash } from '../domain/input-hash.js'
import { predictionTarget } from '../domain/prediction-target.js'
import { effectiveRulings, gradeRuled, isTouched, type ItemRulings, underRulings } from '../domain/rulings.js'
import {
  type ClosedAttempt,
  ClosedAttemptsRepository,
  readAttempt,
  type Terms,
} from '../infra/closed-attempts.repository.js'
import type { ScoreDifference } from '../infra/result.entities.js'
import { type JudgedRow, ResultRowsRepository, type RowCounts } from '../infra/result-rows.repository.js'

const MOST_EXAMPLES = 20
/** When an answer arrived, where that decides nothing. */
const NO_INSTANT = new Date(0)

/** A draw that is being done, or was done: then its order is taken from the version that it made. */
export interface DrawInput {
  seed: string
  listRoot: string
  orders: readonly { accountId: string; order: number }[] | { versionId: string }
}

/** All that a version of a round's results follows from, beside what is recorded of the attempts. */
export interface RoundInputs {
  round: RoundEntity
  approved: readonly RulingContent[]
  barred: ReadonlySet<string>
  draw: DrawInput | null
}

export interface RoundOutcome extends RowCounts {
  inputHash: string
  rules: RoundRules
  ranking: RankingCriterion[]
  predictionTarget: number | null
  perfectCount: number
  attemptCount: number
  differences: { count: number; examples: ScoreDifference[] }
}

/** RS-2: works out the results of a round from what is recorded, one page of attempts at a time. */
@Injectable()
export class RoundJudging {
  constructor(
    private readonly attempts: ClosedAttemptsRepository,
    private readonly rows: ResultRowsRepository,
    private readonly items: ItemsService,
  ) {}

  /**
   * Writes the rows of a version; the version itself is written by whoever asks.
   * @param knownHash of the version before
   * @returns null when nothing has changed since: then there are no rows
   */
  async judge(
    manager: Transaction,
    versionId: string,
    inputs: RoundInputs,
    knownHash: string | null = null,
  ): Promise<RoundOutcome | null> {
    const { round, approved, barred, draw } = inputs
    const rulings = effectiveRulings(approved)
    const leftOut = new Map<string, UnrankedReason>()
    for (const id of barred) leftOut.set(id, 'barred')
    for (const id of rulings.excluded) leftOut.set(id, 'excluded')
    await this.rows.prepare(manager, leftOut, rulings.voided)
    await this.rows.prepareDrawn(manager, draw?.orders ?? null)

    const termsOf = await this.attempts.termsOf(manager, round.id)
    const { rules } = round
    const hash = new InputHash({
      scope: round.id,
      rulesVersion: round.rulesVersion,
      terms: [...termsOf],
    })
    const keys = new Map<string, ItemKey>()
    const differences: RoundOutcome['differences'] = { count: 0, examples: [] }
    let attemptCount = 0
    let person: { id: string; prediction: number | null } = { id: '', prediction: null }
    const withOpenings = [...termsOf.values()].some((terms) => terms.rules.itemClockS !== null)
    for await (const page of this.attempts.all(manager, round.id, withOpenings)) {
      const judged: JudgedRow[] = []
      for (const closed of page) {
        const attempt = readAttempt(closed)
        // After the first attempts of a round all keys are known.
        const missing = attempt.form.map(({ itemVersionId }) => itemVersionId).filter((id) => !keys.has(id))
        if (missing.length > 0) await this.loadKeys(manager, missing, keys)
        if (attempt.accountId !== person.id) person = { id: attempt.accountId, prediction: null }
        const own = termsOf.get(attempt.rulesVersion)
        if (!own) throw new Error(`round ${round.id} has no rules ${attempt.rulesVersion}`)
        const { row, plainPoints } = judgeOne(attempt, own, round.id, keys, rulings.items, person.prediction)
        // Where a person predicts once, the first one given holds.
        if (own.rules.prediction?.per === 'person') person.prediction ??= row.prediction
        if (plainPoints !== attempt.storedPoints) {
          differences.count++
          if (differences.examples.length < MOST_EXAMPLES)
            differences.examples.push({ attemptId: attempt.id, stored: attempt.storedPoints, recomputed: plainPoints })
        }
        hash.attempt(attempt)
        judged.push(row)
      }
      await this.rows.addJudged(manager, judged)
      attemptCount += page.length
      // Answers of others must not wait for a closing.
      await breath()
    }
    hash.keys(keys)
    hash.rulings(approved)
    hash.barred(barred)
    hash.draw(draw?.seed ?? null)
    const inputHash = hash.digest()
    if (inputHash === knownHash) return null

    const { everybody, remaining } = await this.rows.turnout(manager, rules.attempts.counted)
    const target = predictionTarget(rules.prediction, everybody, remaining)
    const counts = await this.rows.writeRound(manager, versionId, rules, target)
    return {
      ...counts,
      inputHash,
      rules,
      ranking: rules.ranking,
      predictionTarget: target,
      perfectCount: remaining.perfectPeople,
      attemptCount,
      differences,
    }
  }

  private async loadKeys(manager: Transaction, ids: readonly string[], keys: Map<string, ItemKey>): Promise<void> {
    for (const { itemVersionId, key } of await this.items.keys(ids, manager)) keys.set(itemVersionId, key)
  }
}

/** RS-2: one attempt by the function that scored it when it ended; beside it what came out without rulings. */
function judgeOne(
  attempt: ClosedAttempt,
  { rules, timeLimitS }: Terms,
  roundId: string,
  keys: ReadonlyMap<string, ItemKey>,
  rulings: ItemRulings,
  heldPrediction: number | null,
): { row: JudgedRow; plainPoints: number } {
  // Named one by one, here and in `readAttempt`: the engine keeps a copy of an object's shape for each spread, a kilobyte an attempt.
  const facts = {
    form: attempt.form,
    events: attempt.answers.map(([position, seq, response, receivedAtMs]) => ({
      position,
      seq,
      response,
      receivedAt: receivedAtMs === 0 ? NO_INSTANT : new Date(receivedAtMs),
    })),
    rules,
    timeLimitS,
    extraPercent: attempt.extraPercent,
    usableExtra: attempt.usableExtra,
    takenOut: attempt.takenOut.map(([from, to]) => ({ from, to })),
    timeUsedS: attempt.timeUsedS,
    heldPrediction,
    openings: attempt.openings.map(([position, openedAtMs]) => ({ position, openedAt: new Date(openedAtMs) })),
    keys,
    grade: gradeResponse,
  }
  const plain = judgeAttempt(facts)
  const touched = isTouched(attempt.form, rulings)
  const view = touched ? underRulings(facts, rulings) : null
  const judgement = view
    ? judgeAttempt({ ...facts, ...view, grade: (key, response) => gradeRuled(key, response, gradeResponse) })
    : plain
  const places = view ? view.countingPlaces : attempt.form.length
  return {
    plainPoints: plain.points,
    row: {
      attemptId: attempt.id,
      code: entryCode(roundId, [attempt.receiptCode]),
      points: judgement.points,
      maxPoints: judgement.maxPoints,
      rightCount: judgement.rightCount,
      prediction: judgement.prediction,
      timeUsedS: rankedTimeS(attempt.timeUsedS, attempt.extraPercent, attempt.usableExtra),
      // How complete a paper was when it was handed in, no ruling changes.
      isRanked: attempt.isRanked,
      isPerfect: places > 0 && judgement.rightCount === places,
    },
  }
}
