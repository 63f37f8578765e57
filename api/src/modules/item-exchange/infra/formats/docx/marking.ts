import { type Line, type Piece, slice, textOfLine, trimmed } from './line.js'
import type { RawOption } from './options.js'
import type { RunFormat } from './styles.js'

/** Which options stand out, and by what. */
export interface Marking {
  by: 'star' | 'underline' | 'highlight' | 'color' | 'bold'
  options: number[]
}

const TICK_AT_END = /\s*(?:\*+|[✓✔√☑]|\((?:\*|x|đúng|đ|true|key)\)|\[(?:\*|x|đúng|đ)\])\s*[.;]?\s*$/iu

/** Takes ticks and stars away from the ends of options, noting them. */
export function withoutTicks(options: RawOption[]): RawOption[] {
  const ticked = options.map((option) => {
    const last = option.content.at(-1)
    if (last?.kind !== 'line') return option
    const match = TICK_AT_END.exec(textOfLine(last.line).normalize('NFC'))
    if (!match) return option
    const line = trimmed(slice(last.line, 0, match.index))
    return { ...option, isStarred: true, content: [...option.content.slice(0, -1), { kind: 'line' as const, line }] }
  })
  // What every option has at its end is no tick.
  return ticked.every((option) => option.isStarred) ? options : ticked
}

/**
 * What tells some of the options from the others: a star, underlining, something behind the text, a colour, bold type. Labels are compared
 * with labels and texts with texts, so that labels which are all bold or blue say nothing.
 * @returns the surest first
 */
export function markingsOf(options: readonly RawOption[]): Marking[] {
  const labels = options.map((option) => (option.label ? looksOf([option.label]) : []))
  const texts = options.map((option) =>
    looksOf(option.content.flatMap((entry) => (entry.kind === 'line' ? [entry.line] : []))),
  )
  const by = (kind: Marking['by'], test: (format: RunFormat) => boolean): Marking => {
    const isLabel = proper(labels.map((pieces) => share(pieces, test) > 0.5))
    const isText = proper(texts.map((pieces) => share(pieces, test) >= 0.8))
    return { by: kind, options: indices(options.map((_, at) => Boolean(isLabel[at] || isText[at]))) }
  }
  const stars: Marking = { by: 'star', options: indices(proper(options.map((option) => option.isStarred))) }
  const markings = [
    stars,
    by('underline', (format) => format.underline),
    by('highlight', (format) => format.highlight !== ''),
    { by: 'color' as const, options: indices(eitherOf(oddColors(labels), oddColors(texts))) },
    by('bold', (format) => format.bold),
  ]
  return markings.filter((marking) => marking.options.length > 0)
}

function looksOf(lines: Line[]): Piece[] {
  return lines
    .flatMap((line) => line.pieces)
    .filter((piece) => piece.html === undefined && /[\p{L}\p{N}]/u.test(piece.text))
}

/** How much of a text looks so. */
function share(pieces: Piece[], test: (format: RunFormat) => boolean): number {
  const lengthOf = (some: Piece[]) => some.reduce((sum, piece) => sum + piece.text.trim().length, 0)
  const all = lengthOf(pieces)
  return all === 0 ? 0 : lengthOf(pieces.filter((piece) => test(piece.format))) / all
}

/** What all have tells nothing. */
function proper(flags: boolean[]): boolean[] {
  return flags.every(Boolean) ? flags.map(() => false) : flags
}

/** Those whose colour is not the one that most have; of two different ones, that which is not black. */
function oddColors(texts: Piece[][]): boolean[] {
  const colors = texts.map((pieces) => colorOf(pieces))
  const counts = new Map<string, number>()
  for (const color of colors) if (color !== null) counts.set(color, (counts.get(color) ?? 0) + 1)
  if (counts.size < 2) return colors.map(() => false)
  const most = Math.max(...counts.values())
  const usual = [...counts].filter(([, count]) => count === most).map(([color]) => color)
  const common = usual.includes('') ? '' : usual.length === 1 ? usual[0] : null
  return colors.map((color) => common !== null && color !== null && color !== common)
}

function colorOf(pieces: Piece[]): string | null {
  if (pieces.length === 0) return null
  const colors = [...new Set(pieces.map((piece) => piece.format.color))]
  return (
    colors.toSorted(
      (a, b) => share(pieces, (format) => format.color === b) - share(pieces, (format) => format.color === a),
    )[0] ?? ''
  )
}

function eitherOf(a: boolean[], b: boolean[]): boolean[] {
  return a.map((flag, at) => flag || Boolean(b[at]))
}

function indices(flags: boolean[]): number[] {
  return flags.flatMap((flag, at) => (flag ? [at] : []))
}
