import type { AnswerRow } from './answer-lines.js'
import type { RawQuestion } from './question.js'
import type { AnswerBlock } from './answer-section.js'

/**
 * Gives each question what the keys of the document say of it. Keys are matched by part and number; where parts are not named, numbers
 * that begin anew on both sides tell them apart, and numbers that run on count the questions.
 * @returns rows that belong to no question
 */
export function assignAnswers(questions: readonly RawQuestion[], blocks: readonly AnswerBlock[]): AnswerRow[] {
  const lost: AnswerRow[] = []
  let from = 0
  for (const after of [...new Set(blocks.map((block) => block.after))]) {
    const own = questions.slice(from, after).length > 0 ? questions.slice(from, after) : questions
    const group = blocks.filter((block) => block.after === after)
    lost.push(...assignGroup(own, group))
    if (after > from) from = after
  }
  return lost
}

function assignGroup(questions: readonly RawQuestion[], blocks: readonly AnswerBlock[]): AnswerRow[] {
  const parts = new Set(questions.map((question) => question.part))
  const isNamed =
    blocks.some(({ part, rows }) => rows.length > 0 && part !== '' && parts.has(part)) &&
    new Set(blocks.map(({ part }) => part)).size > 1
  if (isNamed)
    return blocks.flatMap(({ part, rows }) =>
      assign(
        questions.filter((question) => question.part === part),
        rows,
      ),
    )
  const rowRuns = runsOf(blocks.flatMap(({ rows }) => rows))
  const questionRuns = runsOf(questions)
  if (questionRuns.length <= 1) return rowRuns.flatMap((rows) => assign(questions, rows))
  if (rowRuns.length % questionRuns.length === 0)
    return rowRuns.flatMap((rows, at) => assign(questionRuns[at % questionRuns.length] as RawQuestion[], rows))
  const isRunningOn =
    rowRuns.length === 1 &&
    (rowRuns[0] as AnswerRow[]).some(({ number }) => Number(number) > (questionRuns[0] as RawQuestion[]).length)
  if (isRunningOn) return assignByPlace(questions, rowRuns[0] as AnswerRow[])
  return rowRuns.flatMap((rows, at) =>
    assign(questionRuns[Math.min(at, questionRuns.length - 1)] as RawQuestion[], rows),
  )
}

/** Parts of a list in which the numbers rise. */
function runsOf<T extends { number: string }>(list: readonly T[]): T[][] {
  const runs: T[][] = []
  let last = Number.POSITIVE_INFINITY
  for (const one of list) {
    const number = Number(one.number)
    if (one.number !== '' && number <= last) runs.push([])
    if (runs.length === 0) runs.push([])
    runs.at(-1)?.push(one)
    if (one.number !== '') last = number
  }
  return runs
}

function assign(questions: readonly RawQuestion[], rows: readonly AnswerRow[]): AnswerRow[] {
  return rows.filter((row) => {
    const question = questions.find(({ number }) => number === row.number) ?? questions[Number(row.number) - 1]
    const fits = question !== undefined && (question.number === row.number || question.number === '')
    if (fits) give(question, row)
    return !fits
  })
}

function assignByPlace(questions: readonly RawQuestion[], rows: readonly AnswerRow[]): AnswerRow[] {
  return rows.filter((row) => {
    const question = questions[Number(row.number) - 1]
    if (question) give(question, row)
    return !question
  })
}

/** What the question says itself stands before what a list says. */
function give(question: RawQuestion, row: AnswerRow): void {
  if (row.value !== '') question.keyTexts.push(row.value)
  question.explanation.push(...row.explanation)
}
