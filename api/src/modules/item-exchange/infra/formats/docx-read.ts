import { ProblemError } from '../../../../kernel/problem-error.js'
import { assignAnswers } from './docx/answers.js'
import { rowOf } from './docx/draft.js'
import { type Block, textOfLine } from './docx/line.js'
import { readOwnFile } from './docx/own-file.js'
import { styleOf } from './docx/own-parts.js'
import { type DocxPackage, openDocx } from './docx/package.js'
import { readText } from './docx/paragraphs.js'
import { questionOf, type RawQuestion } from './docx/question.js'
import { segmentsOf } from './docx/segments.js'
import { entriesOf } from './docx/tables.js'
import type { Reader } from './format.js'
import { descendantsOf } from './safe-xml.js'

/**
 * Reads a Word file as teachers write them: numbered questions, options under letters, keys marked in the text or listed at the end, and
 * the three parts of the school-leaving exam since 2025. Faulty questions come as rows that say what is wrong.
 */
export const readDocx: Reader = async (bytes) => {
  const source = openDocx(bytes)
  const own = ownRows(source)
  if (own) return own
  const { blocks, media } = readText(source)
  const { segments, answers } = segmentsOf(entriesOf(blocks, paperCodeOf(blocks)))
  const questions = segments.map(questionOf)
  assignAnswers(questions, answers)
  const usesCapitals = questions.some(({ options }) => options.length > 0 && options.every((option) => !option.isSmall))
  const rows = questions.map((question, at) => rowOf(question, placeOf(question, at, questions), { usesCapitals }))
  if (rows.length === 0) throw new ProblemError('UPLOAD.NO_ITEMS')
  return { rows, media, encoding: null }
}

/** The rows of a file that we wrote ourselves; null when it is none, or somebody has changed how it is built. */
function ownRows(source: DocxPackage): Awaited<ReturnType<Reader>> | null {
  const isOurs = descendantsOf(source.styles, 'style').some(
    ({ attributes }) => attributes.styleId === styleOf('stem', 'start'),
  )
  if (!isOurs) return null
  const { blocks, media } = readText(source, true)
  const rows = readOwnFile(blocks)
  return rows ? { rows, media, encoding: null } : null
}

/** "Câu 7"; with its part where numbers begin anew. */
function placeOf({ number, part }: RawQuestion, at: number, questions: readonly RawQuestion[]): string {
  const name = `Câu ${number || at + 1}`
  const isShared = number !== '' && questions.filter((other) => other.number === number).length > 1
  if (!isShared) return name
  return part !== '' ? `Phần ${part}, câu ${number}` : `${name} (${at + 1})`
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
