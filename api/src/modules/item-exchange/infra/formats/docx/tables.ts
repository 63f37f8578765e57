import { fold } from '@thiso/contracts/vocab'
import { isAnswerHeading, plainSigns, readHeading, readOptionLabel, readPart } from './grammar.js'
import { readKeyLine, readLetters, readTruth, readTruths } from './key-words.js'
import { type Block, type Cell, isBlank, type Line, lineOf, textOfLine, trimmed } from './line.js'
import { PLAIN } from './styles.js'

/** One entry of a key: to which question, and what. */
export interface Answer {
  number: string
  value: string
}

export interface Statement {
  line: Line
  isTrue: boolean | null
}

/** A document in the order of reading, with tables taken for what they mean. */
export type Entry =
  | { kind: 'line'; line: Line }
  /** A table that belongs to the text. */
  | { kind: 'table'; rows: Cell[][] }
  | { kind: 'answers'; answers: Answer[] }
  | { kind: 'statements'; statements: Statement[] }

/** @param code the code of this paper ("101"), when the file says it: keys may be listed for several */
export function entriesOf(blocks: readonly Block[], code: string): Entry[] {
  return blocks.flatMap((block): Entry[] => {
    if (block.kind === 'line') return [block]
    return (
      answersOf(block.rows, code) ??
      statementsOf(block.rows) ??
      questionsOf(block.rows, code) ??
      layoutOf(block.rows, code) ?? [block]
    )
  })
}

function linesOf(cell: Cell | undefined): Line[] {
  return (cell?.blocks ?? []).flatMap((block) =>
    block.kind === 'line' ? [block.line] : block.rows.flat().flatMap(linesOf),
  )
}

export function cellText(cell: Cell | undefined): string {
  return plainSigns(linesOf(cell).map(textOfLine).join(' ')).replace(/\s+/g, ' ').trim().normalize('NFC')
}

const NUMBER_CELL = /^(?:câu\s*(?:hỏi\s*)?)?(\d{1,3})\s*[.):]?$/iu
const numberIn = (text: string) => NUMBER_CELL.exec(text)?.[1]?.replace(/^0+(?=\d)/, '') ?? null
const isKeyValue = (text: string) =>
  text.length <= 24 &&
  ((readLetters(text)?.end ?? -1) >= text.length || readTruths(text).length > 0 || readTruth(text) !== null)
const KEY_WORD = /^(?:dap an|da|d\/a|d\.a|key|answers?|ket qua|kq|tra loi|lua chon|chon|phuong an(?: dung)?|dap so)$/
const isKeyWord = (text: string) => KEY_WORD.test(fold(text).replace(/[.:]+$/, ''))
const NUMBER_WORD = /^(?:cau(?: hoi)?(?: so)?|stt|tt|so|no|question|#|)$/
const isNumberWord = (text: string) => NUMBER_WORD.test(fold(text).replace(/[.:]+$/, ''))

/** A table of keys: pairs in cells, numbers above letters, or numbers beside letters. */
function answersOf(rows: Cell[][], code: string): Entry[] | null {
  const grid = rows.map((row) => row.map(cellText))
  const answers = pairsInCells(grid) ?? ofCode(grid, code) ?? numbersAbove(grid) ?? numbersBeside(grid)
  return answers ? [{ kind: 'answers', answers }] : null
}

const CELL_PAIR = /^(?:câu\s*)?(\d{1,3})\s*[.):\-–]?\s*([A-H](?:\s*,\s*[A-H])*|[ĐS]{2,8})\s*\.?$/iu

/** "1.A" in every cell. */
function pairsInCells(grid: string[][]): Answer[] | null {
  const cells = grid.flat().filter((text) => text !== '')
  const answers = cells.flatMap((text) => {
    const match = CELL_PAIR.exec(text)
    return match ? [{ number: String(Number(match[1])), value: match[2] as string }] : []
  })
  return answers.length >= 2 && answers.length >= cells.length * 0.7 ? answers : null
}

/** Numbers in one row, what belongs to them in the next. */
function numbersAbove(grid: string[][]): Answer[] | null {
  const answers: Answer[] = []
  for (let at = 0; at + 1 < grid.length; at++) {
    const numbers = grid[at] as string[]
    const below = grid[at + 1] as string[]
    const found = numbers.flatMap((text, column) => {
      const number = numberIn(text)
      const value = below[column] ?? ''
      return number !== null && value !== '' ? [{ number, value }] : []
    })
    const named = numbers.filter((text) => text !== '' && numberIn(text) === null)
    const isNumbers = found.length > 0 && named.length <= 1 && named.every(isNumberWord)
    const says = isKeyWord(below[0] ?? '')
    const isKeys = found.filter(({ value }) => isKeyValue(value)).length >= Math.max(1, found.length * 0.7)
    if (isNumbers && (says || (isKeys && found.length >= 2))) {
      answers.push(...found.filter(({ value }) => numberIn(value) === null || says))
      at++
    }
  }
  return answers.length > 0 ? answers : null
}

/** Numbers beside one column of letters for each code of the paper: the paper's own, or the first. */
function ofCode(grid: string[][], code: string): Answer[] | null {
  const [head = [], ...body] = grid
  const codes = head.map((text) => /^(?:mã\s*(?:đề)?\s*:?\s*)?(\d{3,4})$/iu.exec(text)?.[1] ?? null)
  const isFirst = isNumberWord(head[0] ?? 'x') || /^(?:câu\W*)?mã\s*(?:đề|thi)/iu.test(head[0] ?? '')
  if (!isFirst || codes[0] !== null || codes.slice(1).some((one) => one === null) || codes.length < 2) return null
  const column = codes.includes(code) ? codes.indexOf(code) : 1
  const answers = body.flatMap((row) => pair(row[0], row[column]))
  return answers.length > 0 && answers.length >= body.length * 0.8 ? answers : null
}

/** Each row a number and its key; several such pairs of columns may stand side by side. */
function numbersBeside(grid: string[][]): Answer[] | null {
  const head = grid[0] ?? []
  const letters = head.slice(1).map((text) => /^(?:ý\s*)?([a-h])\s*[.)]?$/.exec(text)?.[1] ?? null)
  const body = grid.slice(1)
  if (letters.filter((letter) => letter !== null).length >= 2) {
    const answers = body.flatMap((row) => {
      const truths = row.slice(1, 1 + letters.length)
      return truths.every((text) => readTruth(text) !== null)
        ? pair(row[0], truths.map((text) => (readTruth(text) ? 'Đ' : 'S')).join(''))
        : []
    })
    return answers.length > 0 ? answers : null
  }
  const says = head.some(isKeyWord) && head.some(isNumberWord)
  const answers = (says ? body : grid).flatMap((row) =>
    row.flatMap((text, column) => (column % 2 === 0 && column + 1 < row.length ? pair(text, row[column + 1]) : [])),
  )
  const cells = (says ? body : grid).flat().filter((text) => text !== '').length
  const isPairs = answers.length * 2 >= cells * 0.8 && answers.length >= (says ? 1 : 2)
  return isPairs && (says || answers.every(({ value }) => isKeyValue(value))) ? answers : null
}

function pair(number: string | undefined, value: string | undefined): Answer[] {
  const read = numberIn(number ?? '')
  return read !== null && value !== undefined && value !== '' && value.length <= 80 ? [{ number: read, value }] : []
}

/** Statements with columns for true and false, or one column that says which. */
function statementsOf(rows: Cell[][]): Entry[] | null {
  const [head, ...body] = rows
  const titles = (head ?? []).map((cell) =>
    fold(cellText(cell))
      .replace(/[^a-z/ ]/g, '')
      .trim(),
  )
  const yes = titles.findIndex((title) => /^(dung|d|true)$/.test(title))
  const no = titles.findIndex((title) => /^(sai|s|false)$/.test(title))
  const both = titles.findIndex((title) =>
    /^(dung\s*\/\s*sai|d\s*\/\s*s|dung sai|true\s*\/\s*false|dap an)$/.test(title),
  )
  if ((yes < 0 || no < 0) && both < 0) return null
  const text = titles.findIndex(
    (title, at) =>
      ![yes, no, both].includes(at) &&
      (/menh de|phat bieu|noi dung|nhan dinh|khang dinh|^y$|statement/.test(title) || isLongColumn(body, at)),
  )
  if (text < 0) return null
  const statements = body.flatMap((row): Statement[] => {
    const lines = linesOf(row[text]).filter((line) => !isBlank(line))
    const [first] = lines
    if (!first) return []
    const label = readOptionLabel(textOfLine(first))
    const letter = text > 0 ? /^\(?([a-h])\s*[.)]?$/i.exec(cellText(row[text - 1]))?.[1] : undefined
    const whole = lines.length === 1 ? first : joined(lines)
    return [{ line: label || !letter ? whole : prefixed(`${letter}) `, whole), isTrue: truthOf(row, yes, no, both) }]
  })
  const isKeyed = yes >= 0 || statements.some(({ isTrue }) => isTrue !== null)
  return statements.length >= 2 && isKeyed ? [{ kind: 'statements', statements }] : null
}

const isLongColumn = (rows: Cell[][], at: number) =>
  rows.length > 0 && rows.every((row) => cellText(row[at]).length >= 12)

function truthOf(row: Cell[], yes: number, no: number, both: number): boolean | null {
  if (both >= 0) return readTruth(cellText(row[both]))
  const marks = (at: number) => {
    const text = cellText(row[at])
    const isShaded = linesOf(row[at]).some((line) => line.pieces.some((piece) => piece.format.highlight !== ''))
    return (text !== '' && !/^[☐□○.…_]+$/.test(text)) || isShaded
  }
  if (marks(yes) === marks(no)) return null
  return marks(yes)
}

/** A row a question, its parts in columns that a head names. */
function questionsOf(rows: Cell[][], code: string): Entry[] | null {
  const [head, ...body] = rows
  const titles = (head ?? []).map((cell) => fold(cellText(cell)).replace(/[.:]+$/, ''))
  const find = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title))
  const stem = find(/^(noi dung( cau hoi)?|cau hoi|de bai|question|noi dung cau hoi va.*)$/)
  const key = titles.findIndex((title) => KEY_WORD.test(title) || /^dap an/.test(title))
  const letters = 'abcdef'
    .split('')
    .map((letter) => find(new RegExp(`^(phuong an |dap an |lua chon |option )?${letter}$`)))
  if (stem < 0 || (key < 0 && (letters[0] as number) < 0) || body.length === 0) return null
  const number = find(/^(stt|tt|so|cau|cau so|no|#)$/)
  const explanation = find(/^(giai thich|loi giai|huong dan( giai)?|ghi chu|explanation)$/)
  const about = titles.flatMap((title, at) => (/^(muc do.*|chu de|nguon|level|topic)$/.test(title) ? [at] : []))
  return body.flatMap((row, at): Entry[] => {
    const content = entriesOf(row[stem]?.blocks ?? [], code)
    if (content.every((entry) => entry.kind === 'line' && isBlank(entry.line))) return []
    const first = content.findIndex((entry) => entry.kind === 'line' && !isBlank(entry.line))
    const lead = content[first]
    const place = numberIn(cellText(row[number])) ?? String(at + 1)
    const text = lead?.kind === 'line' ? textOfLine(lead.line) : ''
    const hasHeading = readHeading(text)?.kind === 'câu'
    const start: Entry[] = hasHeading
      ? []
      : [plainLine(`Câu ${place}: `, lead?.kind === 'line' ? lead.line : undefined)]
    const rest = hasHeading || lead?.kind !== 'line' ? content.slice(Math.max(first, 0)) : content.slice(first + 1)
    const named = (column: number, words: string): Entry[] => {
      const lines = column < 0 ? [] : linesOf(row[column]).filter((line) => !isBlank(line))
      const text = lines[0] ? textOfLine(lines[0]) : ''
      const isNamed = words.length === 3 && readOptionLabel(text) !== null
      return lines.map((line, i) => ({ kind: 'line', line: i === 0 && !isNamed ? prefixed(words, line) : line }))
    }
    return [
      ...start,
      ...rest,
      ...letters.flatMap((column, letter) => named(column, `${'ABCDEF'.charAt(letter)}. `)),
      ...(key >= 0 && readKeyLine(cellText(row[key])) ? named(key, '') : named(key, 'Đáp án: ')),
      ...about.flatMap((column) => named(column, `${cellText(head?.[column])}: `)),
      ...named(explanation, 'Giải thích: '),
    ]
  })
}

/** A table that only places text: its cells one after another, options by their letters. */
function layoutOf(rows: Cell[][], code: string): Entry[] | null {
  const cells = rows
    .flat()
    .filter((cell) => cell.blocks.some((block) => block.kind === 'table' || !isBlank(block.line)))
  const starts = cells.map(cellText)
  const isPart = (text: string) => readHeading(text)?.kind === 'câu' || readPart(text) !== null || isAnswerHeading(text)
  const areOptions =
    starts.length >= 2 &&
    starts.filter((text) => readOptionLabel(text) || /^[A-H]$/.test(text)).length >= starts.length / 2
  const holdsQuestions = cells.some((cell) => linesOf(cell).some((line) => isPart(textOfLine(line))))
  const holdsNumbered = starts.some((text, at) => numberIn(text) !== null && /^\S+.*\bA[.)]/.test(starts[at + 1] ?? ''))
  if (!areOptions && !holdsQuestions && !holdsNumbered) return null
  const joinedRows = rows.flatMap((row) => labelsJoined(row))
  const entries = joinedRows.map((cell) =>
    entriesOf(cell.blocks, code).filter((entry) => entry.kind !== 'line' || !isBlank(entry.line)),
  )
  const letterOf = (list: Entry[]) =>
    list[0]?.kind === 'line' ? (readOptionLabel(textOfLine(list[0].line))?.letter ?? '') : ''
  const filled = entries.filter((list) => list.length > 0)
  if (
    areOptions &&
    filled.every((list) => letterOf(list) !== '') &&
    new Set(filled.map(letterOf)).size === filled.length
  )
    filled.sort((a, b) => letterOf(a).charCodeAt(0) - letterOf(b).charCodeAt(0))
  return filled.flat()
}

/** A cell that is only a label ("A.", "1") goes before the text of the next one. */
function labelsJoined(row: Cell[]): Cell[] {
  const cells: Cell[] = []
  for (let at = 0; at < row.length; at++) {
    const cell = row[at] as Cell
    const next = row[at + 1]
    const text = cellText(cell)
    const label = /^(?:\*?\s*[A-H]|[a-h](?=[.)]))\s*[.)]?$|^\d{1,3}\s*[.)]?$/.test(text)
    const first = next?.blocks[0]
    if (!label || !next || first?.kind !== 'line') {
      cells.push(cell)
      continue
    }
    const own = trimmed(linesOf(cell).find((line) => !isBlank(line)) as Line)
    const sign = /[.)]$/.test(text) ? ' ' : '. '
    const pieces = [
      ...own.pieces,
      { text: sign, format: own.pieces.at(-1)?.format ?? PLAIN },
      ...trimmed(first.line).pieces,
    ]
    cells.push({ ...next, blocks: [{ kind: 'line', line: { ...first.line, pieces } }, ...next.blocks.slice(1)] })
    at++
  }
  return cells
}

function prefixed(words: string, line: Line): Line {
  return words === '' ? line : { ...line, pieces: [{ text: words, format: PLAIN }, ...trimmed(line).pieces] }
}

function plainLine(words: string, line: Line | undefined): Entry {
  return { kind: 'line', line: line ? prefixed(words, line) : lineOf([{ text: words, format: PLAIN }]) }
}

function joined(lines: Line[]): Line {
  const [first, ...rest] = lines as [Line, ...Line[]]
  return {
    ...first,
    pieces: [...first.pieces, ...rest.flatMap((line) => [{ text: ' ', format: PLAIN }, ...line.pieces])],
  }
}
