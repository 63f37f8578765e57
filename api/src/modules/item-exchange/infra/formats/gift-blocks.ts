/** GIFT as blocks of text: where one question ends and the next begins, and what stands in its comments. */

export interface GiftBlock {
  /** Where it begins in the file, from 1. */
  line: number
  /** Its lines without comments; escaped signs stand as stand-ins, see `unescaped`. */
  text: string
  comments: string[]
  /** How its braces stand when they do not make one answer (`{ …`: never closed); null for a sound block. */
  fault: string | null
}

/** Signs that a backslash takes their meaning from, each with the stand-in that no text holds (noncharacters of Unicode). */
const ESCAPES = ['\\', '~', '=', '#', '{', '}', ':', 'n'] as const
const FIRST = 0xfdd0

const standIn = (index: number) => String.fromCharCode(FIRST + index)

function escaped(line: string): string {
  return line.replace(/\\([\\~=#{}:n])/g, (_, sign: (typeof ESCAPES)[number]) => standIn(ESCAPES.indexOf(sign)))
}

/** Text with its escaped signs as they are meant. */
export function unescaped(text: string): string {
  return text.replace(/[\ufdd0-\ufdd7]/g, (one) => {
    const sign = ESCAPES[one.charCodeAt(0) - FIRST] as string
    return sign === 'n' ? '\n' : sign
  })
}

/** Text with its escapes as they were written. */
export function asWritten(text: string): string {
  return text.replace(/[\ufdd0-\ufdd7]/g, (one) => `\\${ESCAPES[one.charCodeAt(0) - FIRST]}`)
}

export function escapeGift(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')
}

interface Line {
  /** Number in the file, from 1. */
  number: number
  text: string
  isComment: boolean
}

/** Lines without a blank one between them; at least one is no comment. */
type Paragraph = Line[]

const BRACE = /[{}]/

/**
 * Blank lines part questions, as the format says. Beyond it: a blank line between the braces of an answer or before them does not part,
 * and questions that follow each other without one are parted at the line after the answer. An answer that is not closed costs its own
 * question only. Every line is looked at a fixed number of times.
 */
export function giftBlocks(file: string): GiftBlock[] {
  const paragraphs = paragraphsOf(file.replace(/[\ufdd0-\ufdef]/g, ''))
  const blocks: GiftBlock[][] = []
  for (let at = 0; at < paragraphs.length; at++) {
    const start = at
    const first = paragraphs[at] as Paragraph
    const next = paragraphs[at + 1]
    if (!isCategory(first) && next && hasNoBrace(first) && opening(next).startsWith('{')) at++
    if (isOpen(paragraphs[at] as Paragraph)) at = closingParagraph(paragraphs, at)
    blocks.push(questionsOf(paragraphs.slice(start, at + 1).flat()))
  }
  return blocks.flat()
}

function paragraphsOf(file: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let current: Paragraph = []
  const end = () => {
    if (current.some((line) => !line.isComment)) paragraphs.push(current)
    current = []
  }
  file.split(/\r\n?|\n/).forEach((raw, index) => {
    const line = raw.trim()
    const isCategoryLine = line.startsWith('$CATEGORY:')
    if (line === '' || isCategoryLine) end()
    if (line === '') return
    const isComment = line.startsWith('//')
    current.push({ number: index + 1, text: isComment ? line.slice(2) : escaped(line), isComment })
    if (isCategoryLine) end()
  })
  end()
  return paragraphs
}

const opening = (paragraph: Paragraph) => paragraph.find((line) => !line.isComment)?.text ?? ''
const isCategory = (paragraph: Paragraph) => opening(paragraph).startsWith('$CATEGORY:')
const hasBrace = (line: Line) => !line.isComment && BRACE.test(line.text)
const hasNoBrace = (paragraph: Paragraph) => !paragraph.some(hasBrace)

function isOpen(paragraph: Paragraph): boolean {
  const last = paragraph.findLast(hasBrace)?.text ?? ''
  return !isCategory(paragraph) && last.lastIndexOf('{') > last.lastIndexOf('}')
}

/** Where the answer that a paragraph leaves open is closed; the paragraph itself when another question begins before that. */
function closingParagraph(paragraphs: readonly Paragraph[], at: number): number {
  for (let next = at + 1; next < paragraphs.length; next++) {
    const paragraph = paragraphs[next] as Paragraph
    if (isCategory(paragraph) || opening(paragraph).startsWith('::')) return at
    const line = paragraph.find(hasBrace)
    if (line) return BRACE.exec(line.text)?.[0] === '}' ? next : at
  }
  return at
}

/** The questions of lines that belong together, usually one. */
function questionsOf(lines: readonly Line[]): GiftBlock[] {
  const blocks: GiftBlock[] = []
  const lastBrace = lines.findLast(hasBrace)?.number ?? 0
  let gathered: Line[] = []
  let comments: string[] = []
  /** Comments after an answer: they belong to the next question if there is one. */
  let waiting: string[] = []
  let signs = ''
  const end = () => {
    const start = gathered[0]
    const fault = FAULTS.find(([pattern]) => pattern.test(signs))?.[1] ?? null
    const text = gathered.map((line) => line.text).join('\n')
    if (start) blocks.push({ line: start.number, text, comments, fault })
    gathered = []
    comments = waiting
    waiting = []
    signs = ''
  }
  for (const line of lines) {
    const isAnswered = signs.endsWith('}')
    if (line.isComment) {
      if (isAnswered) waiting.push(line.text)
      else comments.push(line.text)
      continue
    }
    // After an answer the rest of the sentence may follow, or another question: it has a title, or an answer of its own comes.
    if (isAnswered && (line.text.startsWith('::') || line.number <= lastBrace)) end()
    gathered.push(line)
    if (signs.length < 8) signs += line.text.match(/[{}]/g)?.join('').slice(0, 8) ?? ''
  }
  comments.push(...waiting.splice(0, 100))
  end()
  return blocks
}

const FAULTS = [
  [/^\}/, '… }'],
  [/^\{$/, '{ …'],
  [/^\{\{/, '{ … {'],
  [/^\{\}\}/, '{ … } }'],
  [/^\{\}\{/, '{ … } {'],
] as const
