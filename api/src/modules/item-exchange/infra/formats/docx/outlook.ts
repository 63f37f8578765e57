import { sectionIn } from './around.js'
import { readAnswerLine } from './answer-lines.js'
import { readDetails } from './details.js'
import {
  type Heading,
  isAnswerHeading,
  readExplanationStart,
  readHeading,
  readInnerLabels,
  readOptionLabel,
  readPart,
} from './grammar.js'
import { readKeyLine, readLetters, readTruths } from './key-words.js'
import { textOfLine } from './line.js'
import type { Entry } from './tables.js'

const OPTIONS_IN_LINE = /(?:\s|\t)A[.)].*\sB[.)]/

/** Looking around in a document before a line's meaning is decided. */
export class Outlook {
  readonly texts: readonly string[]
  readonly headings: readonly (Heading | null)[]
  /** Are questions called "Câu"? Then "Bài 2" is a lesson. */
  readonly hasLessons: boolean
  /** Have questions a word before their number, so that a number alone hardly is one? */
  readonly isNamed: boolean

  constructor(private readonly entries: readonly Entry[]) {
    this.texts = entries.map((entry) => (entry.kind === 'line' ? textOfLine(entry.line) : ''))
    this.headings = this.texts.map(readHeading)
    const count = (kind: Heading['kind']) => this.headings.filter((heading) => heading?.kind === kind).length
    this.hasLessons = count('câu') > 0
    this.isNamed = this.hasLessons || count('bài') > 1
  }

  /** Do options come before the next heading, on this line or after it? */
  optionsFollow(at: number): boolean {
    if (this.holdsOptions(at)) return true
    for (let next = at + 1; next < Math.min(this.entries.length, at + 40); next++) {
      if (this.entries[next]?.kind === 'statements') return true
      if (this.entries[next]?.kind === 'answers') return false
      const text = this.texts[next] as string
      if (readOptionLabel(text)?.letter === 'A' || this.holdsOptions(next)) return true
      if (this.headings[next] || readPart(text) || isAnswerHeading(text)) return false
    }
    return false
  }

  holdsOptions(at: number): boolean {
    return OPTIONS_IN_LINE.test(this.texts[at] ?? '')
  }

  keyFollows(at: number): boolean {
    for (let next = at + 1; next < Math.min(this.entries.length, at + 12); next++) {
      const text = this.texts[next] as string
      if (readKeyLine(text)) return true
      if (this.headings[next] || readPart(text)) return false
    }
    return false
  }

  /** Is the option A of this line followed by a B? */
  optionBFollows(at: number): boolean {
    if (readInnerLabels(this.texts[at] as string).some(({ letter }) => letter === 'B')) return true
    const next = this.texts.slice(at + 1, at + 6).find((text) => readOptionLabel(text) !== null) ?? ''
    return readOptionLabel(next)?.letter === 'B'
  }

  /** Does the heading hold nothing but a key: "Câu 3: B"? */
  isKeyOnly(at: number): boolean {
    const heading = this.headings[at]
    const rest = (this.texts[at] as string).slice(heading?.end ?? 0).trim()
    if (!heading || rest === '' || rest.length > 14 || this.optionsFollow(at)) return false
    return readLetters(rest)?.end === rest.length || readTruths(rest).length > 1
  }

  /**
   * Is the line a topic or a level that holds for the questions after it? Where nearly every question has one, they belong to the
   * questions before them.
   */
  isSection(at: number): boolean {
    const detail = sectionIn(this.texts[at] as string)
    if (!detail) return false
    const next = this.texts.findIndex((text, place) => place > at && text.trim() !== '' && sectionIn(text) === null)
    const heading = this.headings[next]
    return (
      heading != null &&
      heading.kind !== 'bài' &&
      this.sections.filter((field) => field === detail.field).length * 2 < this.questionCount
    )
  }

  /** Does a question of that number come soon? */
  isHeadingAfter(at: number, number: string): boolean {
    return this.headings.slice(at + 1, at + 60).some((heading) => heading?.number === number)
  }

  /** Fields of all lines that say so in words. */
  private get sections(): string[] {
    this.foundSections ??= this.texts.flatMap((text) =>
      readDetails(text).length > 0 ? (sectionIn(text)?.field ?? []) : [],
    )
    return this.foundSections
  }
  private foundSections: string[] | undefined

  private get questionCount(): number {
    return this.headings.filter((heading) => heading !== null && (heading.kind === 'câu' || !this.isNamed)).length
  }

  /** Does "Đáp án" or "Hướng dẫn giải" alone announce the key of this question, and not those of all? */
  announcesOneKey(at: number): boolean {
    const own = (this.texts[at] as string).normalize('NFC')
    const index = this.texts.findIndex(
      (text, next) => next > at && (text.trim() !== '' || this.entries[next]?.kind !== 'line'),
    )
    const next = (this.texts[index] ?? '').trim()
    if (/bảng|hướng dẫn chấm/iu.test(own) || this.entries[index]?.kind === 'answers' || readAnswerLine(next).length > 0)
      return false
    const heading = this.headings.findIndex((one, place) => place > at && one !== null && one.kind !== 'number')
    if (heading >= 0) return this.optionsFollow(heading) || (this.isNamed && !this.isRestart(at, heading))
    const isKey = readLetters(next)?.end === next.length || readTruths(next).length > 0 || readKeyLine(next) !== null
    return (next !== '' && isKey) || readExplanationStart(own) !== null
  }

  /** Does the numbering after a place begin below the one before it? */
  private isRestart(at: number, heading: number): boolean {
    const before = this.headings.slice(0, at).findLast((one) => one !== null && one.kind !== 'number')
    return before != null && Number(this.headings[heading]?.number) <= Number(before.number)
  }
}
