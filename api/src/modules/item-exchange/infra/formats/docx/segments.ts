import { readAnswerLine } from './answer-lines.js'
import { type AnswerBlock, AnswerSection } from './answer-section.js'
import { Around } from './around.js'
import { type Detail, readDetails } from './details.js'
import {
  type Heading,
  isAnswerHeading,
  isPaperNoise,
  type PartKind,
  readExplanationStart,
  readInnerLabels,
  readOptionLabel,
  readPart,
} from './grammar.js'
import { readKeyLine } from './key-words.js'
import { isBlank, slice, textOfLine } from './line.js'
import { Outlook } from './outlook.js'
import type { Entry } from './tables.js'

/** The entries of one question, from its heading to where the next one begins. */
export interface Segment {
  number: string
  part: string
  kind: PartKind
  entries: Entry[]
  /** A text that several questions share, to stand before the stem. */
  passage: Entry[]
  /** What headings above say of it. */
  details: Detail[]
}

type LineEntry = Entry & { kind: 'line' }

/** Parts a document into questions and keys. */
export function segmentsOf(entries: readonly Entry[]): { segments: Segment[]; answers: AnswerBlock[] } {
  const segmenter = new Segmenter(entries)
  segmenter.run()
  return { segments: segmenter.segments, answers: segmenter.answers.blocks }
}

class Segmenter {
  readonly segments: Segment[] = []
  readonly answers = new AnswerSection()
  private readonly outlook: Outlook
  private current: Segment | null = null
  private readonly around = new Around()
  private isAnswers = false
  private isExplaining = false
  /** Letters of the options that the current question has so far, as they are written. */
  private letters = new Set<string>()
  /** How far the current question counts something within itself. */
  private counted = 0
  /** Lines outside of any question, which options may turn out to belong to. */
  private loose: Entry[] = []

  constructor(private readonly entries: readonly Entry[]) {
    this.outlook = new Outlook(entries)
  }

  run(): void {
    this.entries.forEach((entry, at) => {
      if (entry.kind === 'line') this.line(entry, at)
      else if (entry.kind === 'answers') this.list(entry.answers.map((answer) => ({ ...answer, explanation: [] })))
      else this.put(entry)
    })
  }

  private line(entry: LineEntry, at: number): void {
    const text = this.outlook.texts[at] as string
    const heading = this.outlook.headings[at] ?? null
    if (isBlank(entry.line)) this.put(entry)
    else if (this.isQuestionStart(at)) this.begin(entry, at)
    else if (this.startsAnswers(at)) this.answerHeading(entry, at)
    else if (this.startsPart(text)) this.beginPart(text)
    else if (this.isAnswers) this.answers.line(entry.line, heading, this.around.part, this.segments.length)
    else if (heading?.kind === 'bài' && this.outlook.hasLessons) this.close()
    else if (this.isList(text)) this.list(readAnswerLine(text))
    else if (isPaperNoise(text)) this.noise(text)
    else this.plain(entry, at, text)
  }

  /** Does a question begin here? A number alone may as well count something within a question. */
  private isQuestionStart(at: number): boolean {
    const { outlook, current } = this
    const heading = outlook.headings[at]
    if (!heading) return false
    if (this.isAnswers) return heading.kind !== 'number' && outlook.optionsFollow(at)
    if (this.isEmptyNumber(at, heading) && !outlook.optionsFollow(at)) return false
    if (heading.kind === 'câu') return !this.isKnownKey(at, heading)
    if (heading.kind === 'bài') return !outlook.hasLessons && (outlook.isNamed || outlook.optionsFollow(at))
    const number = Number(heading.number)
    const isNext = number === Number(current?.number ?? this.segments.at(-1)?.number ?? 0) + 1
    const isComplete = this.has('A') && this.has('B')
    if (!isComplete && current !== null && number === this.counted + 1 && number > 1) return this.counts(number)
    if (!isComplete && number === 1) this.counted = 1
    // A question that lost its "Câu".
    if (outlook.isNamed)
      return current !== null && isComplete && isNext && !this.isExplaining && outlook.optionsFollow(at)
    if ((this.entries[at] as LineEntry).line.isContinued && !outlook.optionsFollow(at)) return false
    if (current === null)
      return (
        outlook.optionsFollow(at) ||
        outlook.keyFollows(at) ||
        (isNext && (this.segments.length > 0 || this.around.kind !== null))
      )
    return isNext || (isComplete && (!this.isExplaining || outlook.optionsFollow(at)))
  }

  /** A paragraph that has only its automatic number. */
  private isEmptyNumber(at: number, heading: Heading): boolean {
    const { line } = this.entries[at] as LineEntry
    return line.labelLength > 0 && (this.outlook.texts[at] as string).slice(heading.end).trim() === ''
  }

  /** One more of the things that a question counts. */
  private counts(number: number): boolean {
    this.counted = number
    return false
  }

  /** "Câu 3: B" of a question that stood before. */
  private isKnownKey(at: number, heading: Heading): boolean {
    return this.segments.some((segment) => segment.number === heading.number) && this.outlook.isKeyOnly(at)
  }

  private startsAnswers(at: number): boolean {
    const heading = this.outlook.headings[at]
    if (heading) return !this.isAnswers && this.isKnownKey(at, heading)
    return (
      isAnswerHeading(this.outlook.texts[at] as string) && (this.current === null || !this.outlook.announcesOneKey(at))
    )
  }

  private answerHeading(entry: LineEntry, at: number): void {
    this.close()
    this.isAnswers = true
    const heading = this.outlook.headings[at]
    if (heading) this.answers.line(entry.line, heading, this.around.part, this.segments.length)
    else this.around.part = ''
  }

  private startsPart(text: string): boolean {
    if (!readPart(text)) return false
    // "B. Trắc nghiệm …" among options is an option.
    const letter = readOptionLabel(text)?.letter ?? 'A'
    const before = String.fromCharCode(letter.charCodeAt(0) - 1)
    return letter === 'A' || !this.has(before) || this.has(letter)
  }

  private beginPart(text: string): void {
    const isAnswers = this.isAnswers
    this.close()
    this.isAnswers = isAnswers
    this.around.beginPart(text)
    const rest = text.slice(readPart(text)?.end ?? text.length)
    if (isAnswers) this.answers.partLine(rest, this.around.part, this.segments.length)
  }

  private isList(text: string): boolean {
    const rows = readAnswerLine(text)
    return rows.length >= 3 || (rows.length === 2 && this.current === null && this.segments.length > 1)
  }

  private list(rows: ReturnType<typeof readAnswerLine>): void {
    this.answers.add(rows, this.isAnswers ? this.around.part : '', this.segments.length)
  }

  private noise(text: string): void {
    if (/^[^\p{L}]*(?:hết|the end)[^\p{L}]*$/iu.test(text.normalize('NFC'))) this.close()
  }

  private plain(entry: LineEntry, at: number, text: string): void {
    const label = readOptionLabel(text)
    if (label?.letter === 'A' && this.beginsUnnumbered(at, label.isSmall)) this.beginFromLoose()
    const isBetween = this.current === null || this.has('B')
    if (!label && isBetween && (this.outlook.isSection(at) || this.beginsPassage(text, at)))
      this.close(this.around.isPassage)
    if (this.around.isPassage || this.current === null) {
      this.outside(entry, text)
      return
    }
    if (readExplanationStart(text) !== null) this.isExplaining = true
    if (!this.isExplaining) this.note(at)
    this.current.entries.push(entry)
  }

  /** A text that several questions share stands before the first of them. */
  private beginsPassage(text: string, at: number): boolean {
    return this.around.beginsPassage(text, (number) => this.outlook.isHeadingAfter(at, number))
  }

  private outside(entry: LineEntry, text: string): void {
    if (this.around.isPassage) this.around.addToPassage(entry)
    else if (this.around.takeLine(text)) this.loose = []
    else this.loose.push(entry)
  }

  private put(entry: Entry): void {
    if (this.around.isPassage) this.around.addToPassage(entry)
    else if (this.current) this.current.entries.push(entry)
    else if (entry.kind === 'line') this.loose.push(entry)
    if (entry.kind === 'statements') for (const letter of 'AB') this.letters.add(letter)
  }

  /** Has an option of that letter been seen, large or small? */
  private has(letter: string): boolean {
    return this.letters.has(letter) || this.letters.has(letter.toLowerCase())
  }

  /** Notes the letters of the options on a line. */
  private note(at: number): void {
    const text = this.outlook.texts[at] as string
    const label = readOptionLabel(text)
    if (label) this.letters.add(written(label))
    if (label || this.outlook.holdsOptions(at))
      for (const inner of readInnerLabels(text)) this.letters.add(written(inner))
  }

  private begin(entry: LineEntry, at: number): void {
    const heading = this.outlook.headings[at] as Heading
    this.open(heading.number)
    const line = { ...slice(entry.line, heading.end), problems: entry.line.problems, isContinued: false }
    this.current?.entries.push({ kind: 'line', line })
    if (this.outlook.holdsOptions(at)) this.note(at)
  }

  private open(number: string): void {
    this.close()
    this.current = {
      number,
      part: this.around.part,
      kind: this.around.kind,
      entries: [],
      passage: this.around.passageFor(number),
      details: this.around.details(),
    }
    this.segments.push(this.current)
  }

  private close(isPassage = false): void {
    this.current = null
    this.isAnswers = false
    this.isExplaining = false
    this.around.isPassage = isPassage
    this.letters = new Set()
    this.counted = 0
    this.loose = []
  }

  /** Options A and B without a question of their own: the lines before them are one that has no number. */
  private beginsUnnumbered(at: number, isSmall: boolean): boolean {
    if (!this.outlook.optionBFollows(at)) return false
    if (this.current === null) return this.loose.some((one) => one.kind === 'line' && !isBlank(one.line))
    const isComplete = (isSmall ? ['a', 'b'] : ['A', 'B']).every((letter) => this.letters.has(letter))
    return isComplete && !this.isExplaining && plainEnd(this.current.entries).length > 0
  }

  private beginFromLoose(): void {
    const before = this.current ? plainEnd(this.current.entries) : afterBlank(this.loose)
    this.current?.entries.splice(this.current.entries.length - before.length)
    this.open('')
    this.current?.entries.push(...before)
  }
}

const written = ({ letter, isSmall }: { letter: string; isSmall: boolean }) => (isSmall ? letter.toLowerCase() : letter)

/** The plain lines at the end of a question that has its options. */
function plainEnd(entries: readonly Entry[]): Entry[] {
  const end = entries.slice(entries.findLastIndex((entry) => !isPlain(entry)) + 1)
  return end.some((one) => one.kind === 'line' && !isBlank(one.line)) ? end : []
}

function isPlain(entry: Entry): boolean {
  if (entry.kind !== 'line') return false
  const text = textOfLine(entry.line)
  return (
    readOptionLabel(text) === null &&
    readKeyLine(text) === null &&
    readExplanationStart(text) === null &&
    readDetails(text).length === 0
  )
}

/** The last lines without an empty one between them. */
function afterBlank(entries: readonly Entry[]): Entry[] {
  const filled = entries.findLastIndex((one) => one.kind === 'line' && !isBlank(one.line))
  const blank = entries.slice(0, filled).findLastIndex((one) => one.kind === 'line' && isBlank(one.line))
  return entries.slice(blank + 1, filled + 1)
}
