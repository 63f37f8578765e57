import { escapeHtml, type ReadRow } from '@thiso/contracts/vocab'
import { bareDraft } from './draft-texts.js'
import { nameKey } from './item-names.js'
import { quizBody } from './kahoot-quiz.js'
import { type Sheet, type SheetRow, textOfCell } from './sheet/cell.js'

/** Reports of played quizzes: a sheet with every answer of every player, or a sheet for each question. */
export function kahootReportRows(sheets: readonly Sheet[]): ReadRow[] {
  const raw = sheets.flatMap(rawRows)
  return raw.length > 0 ? raw : sheets.flatMap(questionSheet)
}

const texts = (row: SheetRow | undefined) => Array.from(row?.cells ?? [], textOfCell)

/** "RawReportData": a row for each answer, with its question, the four options and the words of the right ones. */
function rawRows(sheet: Sheet): ReadRow[] {
  const at = sheet.rows.slice(0, 10).findIndex((row) => {
    const heads = texts(row).map(nameKey)
    return heads.includes('question') && heads.includes('answer 1') && heads.includes('correct answers')
  })
  if (at < 0) return []
  const heads = texts(sheet.rows[at]).map(nameKey)
  const column = (name: string) => heads.indexOf(name)
  const seen = new Set<string>()
  return sheet.rows.slice(at + 1).flatMap((row): ReadRow[] => {
    const cells = texts(row)
    const stem = cells[column('question')] ?? ''
    const number = cells[column('question number')] ?? ''
    if (stem === '' || seen.has(`${number} ${stem}`)) return []
    seen.add(`${number} ${stem}`)
    const options = [1, 2, 3, 4, 5, 6].map((one) => cells[column(`answer ${one}`)] ?? '').filter((text) => text !== '')
    const right = rightWords(cells[column('correct answers')] ?? '', options)
    return [reportRow(number === '' ? `${sheet.name}!${row.number}` : number, stem, options, right)]
  })
}

/** A sheet of one question: its text, and under "Answer options" which of them are right. */
function questionSheet(sheet: Sheet): ReadRow[] {
  const rows = sheet.rows.map(texts)
  const first = (cells: string[]) => nameKey(cells.find((text) => text !== '') ?? '')
  const named = (name: string) => rows.find((cells) => first(cells) === name)
  const optionCells = named('answer options')
  const head = rows.find((cells) => /^\d+ (?:quiz|true or false|truefalse)$/.test(first(cells)))
  if (!optionCells || !head) return []
  const rest = (cells: string[]) => cells.slice(cells.findIndex((text) => text !== '') + 1)
  const stem = rest(head).find((text) => text !== '') ?? ''
  // Each option stands beside its shape; whether it is right stands in the same column below.
  const flags = named('is answer correct') ?? []
  const options = optionCells.flatMap((text, column) =>
    column > optionCells.findIndex((cell) => cell !== '') && text !== '' && /[\p{L}\p{N}]/u.test(text)
      ? [{ text, column }]
      : [],
  )
  const marked = options.flatMap(({ column }, place) =>
    [flags[column], flags[column - 1]].some((flag) => /[✓✔]/u.test(flag ?? '')) ? [place] : [],
  )
  const words = options.map(({ text }) => text)
  const spoken = rightWords(rest(named('correct answers') ?? []).find((text) => text !== '') ?? '', words)
  return stem === '' ? [] : [reportRow(sheet.name, stem, words, marked.length > 0 ? marked : spoken)]
}

/** Options whose words the list of right answers holds; they are parted by commas, which they may hold themselves. */
function rightWords(list: string, options: readonly string[]): number[] {
  const whole = options.indexOf(list)
  if (whole >= 0) return [whole]
  const parted = `, ${list}, `
  return options.flatMap((option, at) => (parted.includes(`, ${option}, `) ? [at] : []))
}

function reportRow(place: string, stem: string, options: readonly string[], right: number[]): ReadRow {
  const { body, problem } = quizBody(escapeHtml(stem), options.map(escapeHtml), right)
  return { place, draft: bareDraft(body), problems: problem ? [problem] : [] }
}
