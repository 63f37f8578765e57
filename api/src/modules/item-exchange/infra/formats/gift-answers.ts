import { type ItemBody, type ItemProblem, plainText } from '@thiso/contracts/vocab'
import type { TagContent } from './draft-tags.js'
import { asWritten, unescaped } from './gift-blocks.js'
import { acceptedOf, groupOf, numberIn, rangeOf, type Weighed } from './moodle-answers.js'
import { type TextFormat, toHtml } from './text-formats.js'

/** The part of a GIFT question between its braces. */

export interface GiftAnswer {
  body: ItemBody | null
  /** What the file calls a question of a type that we do not have. */
  unknownType: string
  /** Feedback on single answers. */
  notes: { about: string; html: string }[]
  problems: ItemProblem[]
}

const FORMAT = /^\[(html|plain|moodle|markdown)\]/
const TRUTHS = new Map([
  ['t', true],
  ['true', true],
  ['đúng', true],
  ['f', false],
  ['false', false],
  ['sai', false],
])

/** The format that a text names, or the one that holds around it, and the text without the name. */
export function formatOf(text: string, around: TextFormat): { format: TextFormat; text: string } {
  const named = FORMAT.exec(text)
  return named ? { format: named[1] as TextFormat, text: text.slice(named[0].length) } : { format: around, text }
}

export function giftHtml(written: string, around: TextFormat): string {
  const { format, text } = formatOf(written.trim(), around)
  return toHtml(unescaped(text), format)
}

function giftPlain(written: string): string {
  const { format, text } = formatOf(written.trim(), 'plain')
  const plain = unescaped(text).trim()
  return format === 'html' ? plainText(plain) : plain
}

/**
 * @param written the text between the braces, general feedback taken off, with stand-ins for escaped signs
 * @param format of the stem; answers have the same unless they say otherwise
 */
export function readGiftAnswer(written: string, stem: string, format: TextFormat, tags: TagContent): GiftAnswer {
  const text = written.trim()
  const notes: GiftAnswer['notes'] = []
  const problems: ItemProblem[] = []
  const done = (body: ItemBody): GiftAnswer => ({ body, unknownType: '', notes, problems })

  if (text === '') return { body: null, unknownType: 'essay', notes, problems }
  if (text.startsWith('>')) return done(ordering(text, stem, problems))
  if (text.startsWith('#')) {
    // After the numbers may stand what is said to all other answers.
    const wrong = text.includes('~') ? text.indexOf('~') : text.length
    const answers = piecesOf(text.slice(1, wrong), '=', 100)
    note(answers)
    notes.push({ about: '', html: feedbackOf(text.slice(wrong)) })
    return done({
      type: 'number',
      stem,
      ...numberIn(
        answers.map(({ text, weight }) => ({ weight, ...rangeIn(text) })),
        problems,
      ),
      unit: tags.unit,
    })
  }
  if (text.includes('~')) return done(choice(text))
  if (text.includes('=') && text.includes('->')) return done(matching(text))

  const hash = text.indexOf('#')
  const word = (hash < 0 ? text : text.slice(0, hash)).trim()
  const isTrue = TRUTHS.get(word.toLowerCase())
  if (isTrue !== undefined) {
    // First what is said to a wrong answer, then what is said to the right one.
    const [, wrong = '', right = ''] = hash < 0 ? [] : text.split('#')
    notes.push({ about: isTrue ? 'Đúng' : 'Sai', html: giftHtml(right, format) })
    notes.push({ about: isTrue ? 'Sai' : 'Đúng', html: giftHtml(wrong, format) })
    return done({ type: 'true-false', stem, isTrue })
  }
  const answers = piecesOf(text, '=', 100)
  note(answers)
  const accepted = acceptedOf(
    answers.map(({ text, weight }) => ({ weight, text: giftPlain(text) })),
    problems,
  )
  return done({ type: 'short-text', stem, accepted, ignoresDiacritics: tags.ignoresDiacritics })

  function feedbackOf(piece: string): string {
    const at = piece.indexOf('#')
    return at < 0 ? '' : giftHtml(piece.slice(at + 1), format)
  }

  function note(answers: readonly GiftPiece[]): void {
    for (const { text, feedback } of answers)
      notes.push({ about: text === '*' ? '' : giftPlain(text), html: giftHtml(feedback, format) })
  }

  function choice(text: string): ItemBody {
    const pieces = piecesOf(text, '~=', 0)
    const options = pieces.map((piece) => giftHtml(piece.text, format))
    for (const [index, { feedback }] of pieces.entries())
      notes.push({ about: plainText(options[index] as string), html: giftHtml(feedback, format) })
    const right = pieces.flatMap((piece, index) => (piece.sign === '=' && piece.weight > 0 ? [index] : []))
    if (right.length === 1) {
      for (const piece of pieces)
        if (piece.sign === '~' && piece.weight > 0)
          problems.push({ code: 'part_ignored', detail: asWritten(piece.written) })
      return { type: 'single-choice', stem, options, key: right[0] as number }
    }
    if (right.length > 1) problems.push({ code: 'several_keys', detail: right.map((index) => index + 1).join(', ') })
    const keys = pieces.flatMap((piece, index) => (piece.weight > 0 ? [index] : []))
    if (keys.length === 0) return { type: 'single-choice', stem, options, key: -1 }
    return {
      type: 'multiple-choice',
      stem,
      options,
      keys,
      grading: tags.grading === 'all-or-nothing' ? 'all-or-nothing' : 'partial',
    }
  }

  function matching(text: string): ItemBody {
    const pairs: { prompt: string; choice: string }[] = []
    for (const { written } of piecesOf(text, '=', 100)) {
      const at = written.indexOf('->')
      if (at < 0) problems.push({ code: 'unreadable', detail: asWritten(written.trim()).slice(0, 120) })
      else
        pairs.push({ prompt: giftHtml(written.slice(0, at), format), choice: unescaped(written.slice(at + 2)).trim() })
    }
    return groupOf(stem, pairs, tags)
  }
}

interface GiftPiece {
  sign: string
  /** All after the sign. */
  written: string
  /** Without weight and feedback. */
  text: string
  /** In percent. */
  weight: number
  feedback: string
}

/** An answer text in its pieces, each begun by one of the signs. @param weight of a piece without a weight of its own */
function piecesOf(text: string, signs: string, weight: number): GiftPiece[] {
  const pieces: GiftPiece[] = []
  const pattern = signs === '=' ? /=?([^=]*)/y : /[~=]*([^~=]*)/y
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text) as RegExpExecArray
    const written = (match[1] as string).trim()
    const sign = match[0].includes('=') ? '=' : '~'
    if (match[0].trim() === '') continue
    const weighed = /^%(-?\d{1,3}(?:[.,]\d{0,12})?)%/.exec(written)
    const rest = weighed ? written.slice(weighed[0].length) : written
    const hash = rest.indexOf('#')
    pieces.push({
      sign,
      written,
      text: (hash < 0 ? rest : rest.slice(0, hash)).trim(),
      weight: weighed ? Number((weighed[1] as string).replace(',', '.')) : sign === '=' ? 100 : weight,
      feedback: hash < 0 ? '' : rest.slice(hash + 1).trim(),
    })
  }
  return pieces
}

/** `3:0.5`, `2.5..3.5` or `3`; null for what is no number. */
function rangeIn(written: string): Omit<Weighed, 'weight'> {
  const text = unescaped(written).trim()
  const dots = text.indexOf('..')
  if (dots > 0) return { ...rangeOf(text.slice(0, dots), text.slice(dots + 2)), text }
  const [value = '', tolerance = '0'] = text.split(':')
  return { value, tolerance, text }
}

/** What the ordering type of Moodle writes: a line with the way of showing and grading, then a line for each entry, as it is. */
function ordering(text: string, stem: string, problems: ItemProblem[]): ItemBody {
  const [head = '', ...lines] = text.slice(1).split('\n')
  const words = head.trim().toUpperCase().split(/\s+/)
  const entries = lines.map((line) => toHtml(entryIn(asWritten(line)), 'moodle')).filter((entry) => entry !== '')
  if (words.some((word) => word === 'RANDOM' || word === 'CONTIGUOUS') && Number(words[0]) < entries.length)
    problems.push({ code: 'part_ignored', detail: head.trim() })
  return { type: 'ordering', stem, entries, grading: words.includes('ALL_OR_NOTHING') ? 'all-or-nothing' : 'partial' }
}

/** Signs that would end an entry or make a comment of it, see `writeEntry`. */
function entryIn(line: string): string {
  return line.replace(/&#(10|47|123|125);/g, (_, code: string) => String.fromCharCode(Number(code)))
}

export function writeEntry(html: string): string {
  return html
    .replace(/\n/g, '&#10;')
    .replace(/\{/g, '&#123;')
    .replace(/\}/g, '&#125;')
    .replace(/^\/\//, '&#47;/')
    .replace(/^\$/, '&#36;')
}
