import { setImmediate as othersFirst } from 'node:timers/promises'
import type { ItemResponse, KeyDoubt } from '@thiso/contracts/vocab'
import { byCodeUnits } from '../../../kernel/by-code-units.js'
import { type FullItem, gradeResponse, rightParts } from '../../item-bank/index.js'
import { analysing } from '../domain/analyse-marks.js'
import { answerRows } from '../domain/answer-rows.js'
import { type AnswerTable, answerTable } from '../domain/answer-table.js'
import type { CollectedAnswers } from '../domain/collected-answers.js'
import type { ItemStatistics } from '../domain/item-statistics.js'
import { randomGuessShare } from '../domain/random-guess.js'
import { type ScoreBin, scoreBins } from '../domain/score-bins.js'
import type { TestStatistics } from '../domain/test-statistics.js'
import { type ItemWarning, itemWarnings, keyDoubtOf, testWarnings } from '../domain/warnings.js'

export interface AnalysedItem {
  item: FullItem
  statistics: ItemStatistics
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

/** All figures of a round from its collected answers, graded by the keys of `items`. */
export async function analyseRound(answers: CollectedAnswers, items: readonly FullItem[]): Promise<RoundAnalysis> {
  const itemBy = new Map(items.map((item) => [item.version.id, item]))
  const itemAt = answers.items.map(({ itemVersionId }) => {
    const item = itemBy.get(itemVersionId)
    if (!item) throw new Error(`no item version ${itemVersionId}`)
    return item
  })
  const keyAt = (index: number) => (itemAt[index] as FullItem).key.key
  const { table, responses } = answers.graded((item, response) => gradeResponse(keyAt(item), response))

  const steps = analysing(table)
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
    const { key } = item.key
    const { options, choices } = item.version.question
    const rows = answerRows(
      key,
      options.length,
      collected.responses,
      collected.counts,
      (response: ItemResponse) => gradeResponse(key, response),
      (response: ItemResponse) => rightParts(key, response),
    )
    const cells = ranked.cells.subarray(ranked.starts[index], ranked.starts[index + 1])
    const given = Int32Array.from(cells, (cell) => responses[cell] as number)
    const own = statistics[index] as ItemStatistics
    const answered = answerTable(rows, given, collected.responses.length)
    found.push({
      item,
      statistics: own,
      randomGuess: 100 * randomGuessShare(key, options.length, choices.length),
      answers: answered,
      warnings: itemWarnings(own, answered.rows),
      keyDoubt: keyDoubtOf(own, answered.rows),
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
