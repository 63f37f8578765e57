import { type AnswerRow, readAnswerLine, readNamedAnswers } from './answer-lines.js'
import { type Heading, isPaperNoise } from './grammar.js'
import { readKeyLine, readLetters, readTruth, readTruths } from './key-words.js'
import { type Line, slice, textOfLine, trimmed } from './line.js'

export interface AnswerBlock {
  part: string
  rows: AnswerRow[]
  /** How many questions stood before it: a file may hold several papers, each with its key. */
  after: number
}

/** The keys of a document: lists, and solutions that go through the questions again. */
export class AnswerSection {
  readonly blocks: AnswerBlock[] = []

  add(rows: AnswerRow[], part: string, after: number): void {
    const last = this.blocks.at(-1)
    if (last && last.part === part && last.after === after) last.rows.push(...rows)
    else this.blocks.push({ part, rows, after })
  }

  /** A line under the heading of the keys: pairs, "Câu 5: B", a solution, or what goes on one. */
  line(line: Line, heading: Heading | null, part: string, after: number): void {
    const text = textOfLine(line)
    const pairs = readAnswerLine(text)
    const rows = pairs.length > 0 ? pairs : readNamedAnswers(text)
    if (rows.length > 1 || (rows.length === 1 && !heading)) this.add(rows, part, after)
    else if (heading && heading.number !== '')
      this.add([solution(heading.number, trimmed(slice(line, heading.end)))], part, after)
    else if (!isPaperNoise(text)) this.goOn(line, text)
  }

  /** What follows the heading of a part on its line: "PHẦN I: 1.A 2.B 3.C". */
  partLine(rest: string, part: string, after: number): void {
    const pairs = readAnswerLine(rest)
    const rows = pairs.length > 0 ? pairs : readNamedAnswers(rest)
    if (rows.length > 0) this.add(rows, part, after)
  }

  private goOn(line: Line, text: string): void {
    const last = this.blocks.at(-1)?.rows.at(-1)
    if (!last) return
    const key = readKeyLine(text)
    if (key && last.value === '') last.value = key.value
    else if (!key || readLetters(key.value)?.end !== key.value.length) last.explanation.push(line)
  }
}

/** "Câu 5: B", "Câu 5. Chọn B. Vì …", "Câu 5: 12,5", or just the reasons. */
function solution(number: string, rest: Line): AnswerRow {
  const text = textOfLine(rest)
  const key = readKeyLine(text)
  const value = key?.value ?? text
  const letters = readLetters(value)
  const isAll =
    value.length <= 14 || letters?.end === value.length || readTruths(value).length > 0 || readTruth(value) !== null
  if (isAll) return { number, value, explanation: [] }
  if (!letters || (!key && !/^[A-H]\s*[.):–-]/.test(value)))
    return key ? { number, value, explanation: [] } : { number, value: '', explanation: [rest] }
  const from = text.indexOf(value) + letters.end
  return { number, value: letters.letters.join(', '), explanation: [trimmed(slice(rest, from))] }
}
