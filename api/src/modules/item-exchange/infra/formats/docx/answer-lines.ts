import { plainSigns } from './grammar.js'
import type { Line } from './line.js'

/** An entry of a key: a table's cell, a pair of a list, or a solution with what explains it. */
export interface AnswerRow {
  number: string
  value: string
  explanation: Line[]
}

const PAIRS =
  /(?<![\p{L}\d.,])(?:câu\s*)?(\d{1,3})\s*[.):\-–=]?\s*([A-H](?:\s*[,&]\s*[A-H](?![\p{L}\d]))*|[ĐS]{2,8})(?![\p{L}\d])/giu

/** Keys of two hundred questions. */
const LONGEST = 4_000

/**
 * "1.A 2.B 3.C", "1A; 2B", "Câu 1: A, Câu 2: D": a line that says nothing else.
 * @returns [] when the line is none
 */
export function readAnswerLine(text: string): AnswerRow[] {
  if (text.length > LONGEST) return []
  const line = plainSigns(text).normalize('NFC')
  const rows: AnswerRow[] = []
  let rest = line
  for (const [whole, number = '', value = ''] of line.matchAll(PAIRS)) {
    if (value !== value.toUpperCase()) return []
    rows.push({ number: String(Number(number)), value, explanation: [] })
    rest = rest.replace(whole, ' ')
  }
  return /^(?:\s|[,;.|/\-–:]|đáp án|đa)*$/iu.test(rest) ? rows : []
}

/**
 * "Câu 1: 10; Câu 2: 2020": several typed or several-part answers on one line, parted by semicolons.
 * @returns [] when the line is none
 */
export function readNamedAnswers(text: string): AnswerRow[] {
  const parts = plainSigns(text)
    .normalize('NFC')
    .split(/;\s*(?=câu\s*\d)/iu)
  const rows = parts.flatMap((part) => {
    const match = /^\s*câu\s*(\d{1,3})\s*[.:)–-]\s*(.{1,60}?)\s*[;.]?\s*$/iu.exec(part)
    return match ? [{ number: String(Number(match[1])), value: match[2] as string, explanation: [] }] : []
  })
  return parts.length > 1 && rows.length === parts.length ? rows : []
}
