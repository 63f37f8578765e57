import type { ItemProblem } from '@thiso/contracts/vocab'
import { type Detail, readBracket, readBracketAtEnd, readDetails } from './details.js'
import { isAnswerHeading, type OptionLabel, type PartKind, readExplanationStart, readOptionLabel } from './grammar.js'
import { readKeyAtEnd, readKeyLine, readLetters, readTruth, readTruths } from './key-words.js'
import { isBlank, type Line, slice, textOfLine, trimmed } from './line.js'
import { optionsIn, type RawOption } from './options.js'
import type { Segment } from './segments.js'
import type { Entry, Statement } from './tables.js'

/** A question in its parts, each as it looks in the document; nothing is decided about type and key. */
export interface RawQuestion {
  number: string
  part: string
  kind: PartKind
  stem: Entry[]
  options: RawOption[]
  /** Of a table of statements with its truths. */
  statements: Statement[]
  /** What lines say of the key, in their order. */
  keyTexts: string[]
  /** "a) Đúng vì …" after the statements. */
  truths: Map<string, boolean>
  explanation: Line[]
  details: Detail[]
  problems: ItemProblem[]
}

type Mode = 'content' | 'after-key' | 'explanation'

/** Which details may stand among the lines of a stem; the others look too much like text. */
const IN_STEM = new Set(['topic', 'level', 'sources', 'bases'])

export function questionOf(segment: Segment): RawQuestion {
  return new QuestionReader(segment).read()
}

class QuestionReader {
  private readonly question: RawQuestion
  private readonly content: Entry[] = []
  private readonly letters = new Set<string>()
  private mode: Mode = 'content'
  private awaitsKey = false

  constructor(private readonly segment: Segment) {
    const { number, part, kind, details } = segment
    this.question = {
      number,
      part,
      kind,
      stem: [],
      options: [],
      statements: [],
      keyTexts: [],
      truths: new Map(),
      explanation: [],
      details: [...details],
      problems: [],
    }
  }

  read(): RawQuestion {
    for (const entry of this.segment.entries) {
      if (entry.kind === 'statements') this.question.statements.push(...entry.statements)
      else if (entry.kind === 'table') {
        if (this.mode === 'content') this.content.push(entry)
        else this.question.problems.push({ code: 'part_ignored', detail: 'table' })
      } else if (entry.kind === 'line') {
        this.question.problems.push(...entry.line.problems)
        if (!isBlank(entry.line)) this.line(entry.line)
      }
    }
    const found = optionsIn(this.content, this.question.kind === 'truths')
    this.question.options = found.options
    this.question.problems.push(...found.problems)
    this.question.stem = this.withoutNotes([...this.segment.passage, ...found.stem])
    this.keyAtTheEnd()
    return this.question
  }

  private line(line: Line): void {
    const text = textOfLine(line)
    const label = readOptionLabel(text)
    if (this.awaitsKey && this.takeKey(text.trim())) return
    if (label && this.takeTruth(line, label)) return
    const explanationAt = readExplanationStart(text)
    if (explanationAt !== null) {
      this.startExplanation(slice(line, explanationAt))
      return
    }
    const key = readKeyLine(text)
    if (key && !(label && this.mode === 'content' && !this.letters.has(label.letter))) {
      this.keyLine(line, key.value, key.at)
      return
    }
    if (isAnswerHeading(text)) {
      this.awaitsKey = true
      return
    }
    const bracket = readBracket(text)
    const details = bracket?.detail && bracket.end >= text.trimEnd().length ? [bracket.detail] : readDetails(text)
    const isStem = this.mode === 'content' && this.letters.size === 0
    if (details.length > 0 && details.every(({ field }) => !isStem || IN_STEM.has(field))) {
      this.question.details.push(...details)
      return
    }
    if (this.mode === 'explanation' || (this.mode === 'after-key' && !label)) {
      this.question.explanation.push(line)
      return
    }
    if (label) this.letters.add(label.letter)
    this.content.push({ kind: 'line', line })
  }

  /** The line after "Đáp án:" that says nothing else. */
  private takeKey(text: string): boolean {
    this.awaitsKey = false
    if (text.length > 40 || readDetails(text).length > 0) return false
    const isKey = readLetters(text)?.end === text.length || readTruths(text).length > 0 || readTruth(text) !== null
    if (!isKey && (this.letters.size > 0 || readOptionLabel(text))) return false
    this.question.keyTexts.push(text)
    this.mode = 'after-key'
    return true
  }

  /** "a) Đúng, vì …": the statement's letter again, and whether it is true. */
  private takeTruth(line: Line, label: OptionLabel): boolean {
    const text = textOfLine(line).slice(label.end)
    const match = /^\s*(đúng|sai|đ|s|true|false)(?![\p{L}\d])\s*[.,:;–-]*\s*/iu.exec(text.normalize('NFC'))
    const truth = match ? readTruth(match[1] as string) : null
    const isAgain = this.letters.has(label.letter) || this.mode !== 'content'
    if (match === null || truth === null || !isAgain || !label.isSmall) return false
    this.question.truths.set(label.letter, truth)
    if (text.trim().length > match[0].trim().length) this.question.explanation.push(line)
    return true
  }

  private startExplanation(rest: Line): void {
    this.mode = 'explanation'
    if (isBlank(rest)) return
    const key = readKeyLine(textOfLine(rest))
    if (key) this.keyLine(rest, key.value, key.at)
    else this.question.explanation.push(trimmed(rest))
  }

  private keyLine(line: Line, value: string, at: number): void {
    const { question } = this
    if (this.mode === 'explanation' && question.keyTexts.length > 0) {
      question.explanation.push(line)
      return
    }
    if (value === '') {
      this.awaitsKey = true
      if (this.mode === 'content') this.mode = 'after-key'
      return
    }
    if (this.mode === 'content') this.mode = 'after-key'
    const inner = /\s(?:lời\s*giải|giải\s*thích|hướng\s*dẫn(?:\s*giải)?|explanation)\s*:\s*/iu.exec(value)
    const keyText = inner ? value.slice(0, inner.index).trim() : value
    question.keyTexts.push(keyText)
    const from = textOfLine(line).indexOf(value, at)
    if (inner && from >= 0) question.explanation.push(slice(line, from + inner.index + inner[0].length))
    else this.restOfKey(line, keyText, from)
  }

  /** "C. Vì …": the reason after the letters. */
  private restOfKey(line: Line, value: string, from: number): void {
    const letters = readLetters(value)
    if (!letters || from < 0 || readTruths(value).length > 0) return
    const rest = trimmed(slice(line, from + letters.end))
    if (textOfLine(rest).replace(/[\s.,;:)]/g, '').length > 1) this.question.explanation.push(rest)
  }

  /** Levels and points in brackets leave the stem. */
  private withoutNotes(stem: Entry[]): Entry[] {
    const at = this.segment.passage.length
    const entry = stem[at]
    if (entry?.kind !== 'line') return stem
    let { line } = entry
    for (let note = readBracket(textOfLine(line)); note?.detail; note = readBracket(textOfLine(line))) {
      this.question.details.push(note.detail)
      line = slice(line, note.end)
    }
    const end = readBracketAtEnd(textOfLine(line))
    if (end?.detail) {
      this.question.details.push(end.detail)
      line = slice(line, 0, end.end)
    }
    const next: Entry = { kind: 'line', line: trimmed(line) }
    return isBlank(line) ? stem.toSpliced(at, 1) : stem.toSpliced(at, 1, next)
  }

  /** "… đúng? (Đáp án: B)" at the end of the stem or of the last option. */
  private keyAtTheEnd(): void {
    const { question } = this
    if (question.keyTexts.length > 0) return
    const ends = [question.stem.at(-1), question.options.at(-1)?.content.at(-1)]
    for (const end of ends) {
      if (end?.kind !== 'line') continue
      const key = readKeyAtEnd(textOfLine(end.line))
      if (!key) continue
      question.keyTexts.push(key.letters.join(', '))
      end.line = trimmed(slice(end.line, 0, key.end))
      return
    }
  }
}
