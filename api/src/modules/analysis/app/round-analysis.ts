import { setImmediate as othersFirst } from 'node:timers/promises'
import type { HeldRuling, ItemKey, ItemResponse, KeyDoubt } from '@thiso/contracts/vocab'
import { byCodeUnits } from '../../../kernel/by-code-units.js'
import { type FullItem, gradeResponse, rightParts } from '../../item-bank/index.js'
import { gradeRuled, type ItemRulings, ruledKeyOf } from '../../results/index.js'
import { analysing } from '../domain/analyse-marks.js'
import { answerRows } from '../domain/answer-rows.js'
import { type AnswerTable, answerTable } from '../domain/answer-table.js'
import type { CollectedAnswers } from '../domain/collected-answers.js'
import type { ItemStatistics } from '../domain/item-statistics.js'
import { randomGuessOf } from '../domain/random-guess.js'
import { type ScoreBin, scoreBins } from '../domain/score-bins.js'
import type { TestStatistics } from '../domain/test-statistics.js'
import { type ItemWarning, itemWarnings, keyDoubtOf, testWarnings } from '../domain/warnings.js'

export interface AnalysedItem {
  item: FullItem
  /** By which it was graded, further ones apart: the author's or the ruled one. */
  key: ItemKey
  statistics: ItemStatistics
  /** What an approved ruling made of it; struck out, it is in no figure of the whole. */
  ruling: HeldRuling['kind'] | null
  /** The mean share of its points that was gained, without penalties. */
  meanShare: number | null
  /** In percent. */
  randomGuess: number
  answers: AnswerTable
  warnings: ItemWarning[]
  keyDoubt: KeyDoubt
}

export interface RoundAnalysis {
  test: TestStatistics
  warnings: ReturnType<typeof testWarnings>
  bins: ScoreBin[]
  /** In the order of their codes. */
  items: AnalysedItem[]
}

/** The process answers others at least this often while it counts. */
const STRETCH_MS = 20

/** IA-8: all figures of a round from its collected answers, graded by the keys of `items` and what was ruled about them. */
export async function analyseRound(
  answers: CollectedAnswers,
  items: readonly FullItem[],
  held: ItemRulings = new Map(),
): Promise<RoundAnalysis> {
  const itemBy = new Map(items.map((item) => [item.version.id, item]))
  const itemAt = answers.items.map(({ itemVersionId }) => {
    const item = itemBy.get(itemVersionId)
    if (!item) throw new Error(`no item version ${itemVersionId}`)
    return item
  })
  const rulingAt = itemAt.map(({ version }) => held.get(version.id))
  const isStruck = rulingAt.map((ruling) => ruling?.kind === 'strike')
  // A struck item is worth nothing in results; here it is looked at by the author's key, beside the others.
  const ruledAt = itemAt.map(({ key }, index) => ({ ...ruledKeyOf(key.key, rulingAt[index]), isStruck: false }))
  const shareOf = (item: number, response: ItemResponse) =>
    gradeRuled(ruledAt[item] as (typeof ruledAt)[number], response, gradeResponse)
  const { table, responses, meanShares } = answers.graded(shareOf, (item) => (ruledAt[item]?.isRightForAll ? 1 : 0))

  const steps = analysing(table, isStruck)
  let step = steps.next()
  for (let since = performance.now(); !step.done; step = steps.next())
    if (performance.now() - since > STRETCH_MS) {
      await othersFirst()
      since = performance.now()
    }
  const { test, items: statistics, ranked, totals } = step.value

  const found: AnalysedItem[] = []
  for (const [index, collected] of answers.items.entries()) {
    const item = itemAt[index] as FullItem
    const { key, also } = ruledAt[index] as (typeof ruledAt)[number]
    const { options, choices } = item.version.question
    const grade = (response: ItemResponse) => Math.max(...[key, ...also].map((each) => gradeResponse(each, response)))
    const rows = answerRows(
      [key, ...also],
      options.length,
      collected.responses,
      collected.counts,
      grade,
      (response: ItemResponse) => partsByNearest([key, ...also], response),
    )
    const cells = ranked.cells.subarray(ranked.starts[index], ranked.starts[index + 1])
    const given = Int32Array.from(cells, (cell) => responses[cell] as number)
    const own = statistics[index] as ItemStatistics
    const answered = answerTable(rows, given, collected.responses.length)
    const ruling = rulingAt[index]?.kind ?? null
    // What is decided already asks for no look at the key.
    const anyIsRight = key.type === 'single-choice' || key.type === 'true-false'
    const isSettled = ruling === 'strike' || ruling === 'all-right'
    found.push({
      item,
      key,
      statistics: own,
      ruling,
      meanShare: meanShares[index] ?? null,
      randomGuess: 100 * randomGuessOf([key, ...also], options.length, choices.length),
      answers: answered,
      warnings: isSettled ? [] : itemWarnings(own, answered.rows, anyIsRight),
      keyDoubt: isSettled ? 'none' : keyDoubtOf(own, answered.rows, anyIsRight),
    })
    await othersFirst()
  }
  return {
    test,
    warnings: testWarnings(test),
    bins: scoreBins(totals.totals, totals.maxTotal),
    items: found.sort((a, b) => byCodeUnits(a.item.item.code, b.item.item.code)),
  }
}

/** Which parts are right by the key that the response comes nearest to. */
function partsByNearest(keys: readonly ItemKey[], response: ItemResponse): boolean[] {
  const shares = keys.map((key) => gradeResponse(key, response))
  return rightParts(keys[shares.indexOf(Math.max(...shares))] as ItemKey, response)
}
