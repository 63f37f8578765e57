import { escapeHtml, type ReadRow, readingSeconds } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { bareDraft } from './draft-texts.js'
import type { Reader, Writer } from './format.js'
import { nameKey } from './item-names.js'
import { ANSWERS, isQuiz, quizBody, quizOf } from './kahoot-quiz.js'
import { kahootReportRows } from './kahoot-report.js'
import { columnLetters, type Sheet, type SheetRow, textOfCell } from './sheet/cell.js'
import { readSheets } from './sheet/read-sheets.js'
import type { Content } from './sheet/write-row.js'
import { writeWorkbook, XLSX_MIME } from './sheet/write-workbook.js'

/** The spreadsheet by which quizzes go into Kahoot, and what Kahoot reports of a quiz that was played. */

const SECONDS = [5, 10, 20, 30, 60, 90, 120, 240]
/** What a person needs beyond reading, in seconds. */
const THINKING = 10

/** The heads by which Kahoot knows its columns. */
const HEADS = [
  'Question - max 120 characters',
  'Answer 1 - max 75 characters',
  'Answer 2 - max 75 characters',
  'Answer 3 - max 75 characters',
  'Answer 4 - max 75 characters',
  'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
  'Correct answer(s) - choose at least one',
]

interface Columns {
  stem: number
  answers: number[]
  key: number
}

export const readKahoot: Reader = async (bytes) => {
  const sheets = readSheets(bytes)
  const rows = sheets.flatMap(rowsOf)
  const found = rows.length > 0 ? rows : kahootReportRows(sheets)
  if (found.length === 0) throw new ProblemError('UPLOAD.NO_ITEMS')
  return { rows: found, media: new Map(), encoding: null }
}

/** Where the columns are, when the row is the head of a Kahoot sheet. */
export function kahootColumns(texts: readonly string[]): Columns | null {
  const heads = texts.map(nameKey)
  const find = (pattern: RegExp) => heads.findIndex((head) => pattern.test(head))
  const answers = [1, 2, 3, 4, 5, 6].map((number) => find(new RegExp(`^answer ${number}\\b`))).filter((at) => at >= 0)
  const stem = find(/^question(?: max \d+ characters)?$/)
  const key = find(/^correct answer s?/)
  const isKahoot = find(/^time limit/) >= 0 || find(/max \d+ characters/) >= 0
  return stem >= 0 && key >= 0 && answers.length >= 2 && isKahoot ? { stem, answers, key } : null
}

function rowsOf(sheet: Sheet): ReadRow[] {
  const texts = (row: SheetRow | undefined) => Array.from(row?.cells ?? [], textOfCell)
  const at = sheet.rows.slice(0, 30).findIndex((row) => kahootColumns(texts(row)) !== null)
  const columns = at >= 0 ? kahootColumns(texts(sheet.rows[at])) : null
  if (!columns) return []
  return sheet.rows.slice(at + 1).flatMap((row) => rowOf(row, columns, sheet.name))
}

function rowOf(row: SheetRow, { stem, answers, key }: Columns, sheet: string): ReadRow[] {
  const html = (column: number) => escapeHtml(textOfCell(row.cells[column]).replace(/\s+/g, ' '))
  const problems: ReadRow['problems'] = []
  for (const column of [stem, ...answers, key])
    if (row.cells[column]?.isFormula)
      problems.push({ code: 'formula_cell', detail: `${sheet}!${columnLetters(column)}${row.number}` })
  const texts = answers.map(html)
  const options = texts.slice(0, texts.findLastIndex((text) => text !== '') + 1)
  if (html(stem) === '' && options.length === 0 && problems.length === 0) return []
  const cell = row.cells[key]
  const { body, problem } = quizBody(
    html(stem),
    options,
    rightOnes(textOfCell(cell), cell?.value ?? null, options.length),
  )
  options.forEach((text, at) => {
    if (text === '' && !row.cells[answers[at] as number]?.isFormula)
      problems.push({ code: 'option_empty', detail: String(at + 1) })
  })
  if (problem && !cell?.isFormula) problems.push(problem)
  if (body.stem === '' && problems.length === 0) problems.push({ code: 'stem_missing', detail: '' })
  return [{ place: `${sheet}!${columnLetters(stem)}${row.number}`, draft: bareDraft(body), problems }]
}

/** "1,3"; Excel may have taken that for the number 1.3, and "1,2" for 12. */
function rightOnes(text: string, value: number | null, count: number): number[] {
  const written = value === null ? text : String(value)
  const numbers = written
    .split(/\D+/)
    .filter((part) => part !== '')
    .map(Number)
  const digits = numbers.length === 1 && (numbers[0] as number) > count ? [...String(numbers[0])].map(Number) : numbers
  return [...new Set(digits.map((number) => number - 1))].toSorted((a, b) => a - b)
}

export { kahootLosses } from './kahoot-quiz.js'

export const writeKahoot: Writer = async ({ items, locale }) => {
  const words =
    locale === 'vi'
      ? ['Câu hỏi cho Kahoot', 'Mỗi dòng một câu, từ 2 đến 4 phương án. Nhiều đáp án đúng thì cách nhau bằng dấu phẩy.']
      : ['Questions for Kahoot', 'One question a line with 2 to 4 answers. Several right answers are parted by commas.']
  const rows = items.flatMap(({ body }, at): (Content | undefined)[][] => {
    if (!isQuiz(body)) return []
    const { stem, answers, right } = quizOf(body, locale)
    const needed = readingSeconds(body.stem, answers) + THINKING
    const seconds = SECONDS.find((one) => one >= needed) ?? 240
    const padded = Array.from({ length: ANSWERS }, (_, place) =>
      answers[place] ? { text: answers[place] } : undefined,
    )
    return [
      [
        { number: at + 1 },
        { text: stem },
        ...padded,
        { number: seconds },
        { text: right.map((place) => place + 1).join(',') },
      ],
    ]
  })
  const head: (Content | undefined)[] = [undefined, ...HEADS.map((text) => ({ text }))]
  const above = [
    [],
    [undefined, { text: words[0] as string }],
    [undefined, { text: words[1] as string }],
    [],
    [],
    [],
    [],
  ]
  const plan = {
    name: 'Sheet1',
    headRows: 8,
    titleRows: 2,
    rows: [...above, head, ...rows],
    widths: [5, 60, 28, 28, 28, 28, 18, 18],
  }
  return { bytes: writeWorkbook([plan]), extension: 'xlsx', mime: XLSX_MIME }
}
