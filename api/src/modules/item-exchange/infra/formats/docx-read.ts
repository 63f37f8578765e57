import type { ReadRow } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { assignAnswers } from './docx/answers.js'
import { rowOf } from './docx/draft.js'
import { type Block, textOfLine } from './docx/line.js'
import { readOwnFile } from './docx/own-file.js'
import { openDocx } from './docx/package.js'
import { readText } from './docx/paragraphs.js'
import { questionOf, type RawQuestion } from './docx/question.js'
import { segmentsOf } from './docx/segments.js'
import { entriesOf } from './docx/tables.js'
import type { Reader } from './format.js'

/**
 * Reads a Word file as teachers write them: numbered questions, options under letters, keys marked in the text or listed at the end, and
 * the three parts of the school-leaving exam since 2025. Faulty questions come as rows that say what is wrong.
 */
export const readDocx: Reader = async (bytes) => {
  const { blocks, media, isOurs } = readText(openDocx(bytes))
  const rows = isOurs ? ownRows(blocks) : rowsOf(blocks)
  if (rows.length === 0) throw new ProblemError('UPLOAD.NO_ITEMS')
  return { rows, media, encoding: null }
}

function rowsOf(blocks: readonly Block[]): ReadRow[] {
  const { segments, answers } = segmentsOf(entriesOf(blocks, paperCodeOf(blocks)))
  const questions = segments.map(questionOf)
  assignAnswers(questions, answers)
  const usesCapitals = questions.some(({ options }) => options.length > 0 && options.every((option) => !option.isSmall))
  return questions.map((question, at) => rowOf(question, placeOf(question, at, questions), { usesCapitals }))
}

/** A file of ours, item by item; what others have written into it is read as theirs. */
function ownRows(blocks: readonly Block[]): ReadRow[] {
  const rows: ReadRow[] = []
  for (const piece of readOwnFile(blocks)) {
    const found = piece.kind === 'row' ? [piece.row] : rowsOf(piece.blocks)
    if (piece.kind === 'foreign' && found.length === 0) {
      const text = [...textsOf(piece.blocks)].join(' ').trim()
      if (text !== '') rows.at(-1)?.problems.push({ code: 'part_ignored', detail: text.slice(0, 80) })
    }
    rows.push(...found)
  }
  return rows
}

/** "Câu 7"; with its part where numbers begin anew. */
function placeOf({ number, part }: RawQuestion, at: number, questions: readonly RawQuestion[]): string {
  const name = `Câu ${number || at + 1}`
  const numbers = questions.map((other) => other.number).filter((one) => one !== '')
  const isRepeated = new Set(numbers).size < numbers.length
  if (isRepeated && part !== '') return `Phần ${part}, câu ${number || at + 1}`
  const isShared = number !== '' && numbers.filter((other) => other === number).length > 1
  return isShared ? `${name} (${at + 1})` : name
}

/** "Mã đề 101" of the paper's head. */
function paperCodeOf(blocks: readonly Block[]): string {
  for (const text of textsOf(blocks)) {
    const code = /mã\s*đề(?:\s*thi)?\s*[:.]?\s*(\d{3,4})(?!\d)/iu.exec(text.normalize('NFC'))?.[1]
    if (code) return code
  }
  return ''
}

function* textsOf(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    if (block.kind === 'line') yield textOfLine(block.line)
    else for (const cell of block.rows.flat()) yield* textsOf(cell.blocks)
  }
}
