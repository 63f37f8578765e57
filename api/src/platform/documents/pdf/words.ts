import { type Box, besides } from './box.js'
import type { PdfDocument } from './pdf-document.js'
import { faceOf, type TextStyle, type Typeface } from './typeface.js'

/** What text is set with. Lengths in points. */
export interface Setting {
  document: PdfDocument
  typeface: Typeface
  size: number
  /** From line to line, of the size. */
  leading?: number
  /** Are spaces written into the file, for those whom its text is read out to? */
  hasSpaces?: true
}

/** What paragraphs are set from: text, the end of a line, or anything else that stands on a line. */
export type SetPiece = { kind: 'text'; text: string; style: TextStyle } | { kind: 'break' } | { kind: 'box'; box: Box }

/** Something that a line is not broken inside of, unless it is wider than the line. */
export interface Word {
  box: Box
  /** Is there white space before it? */
  isSpaced: boolean
  /** A line under it that goes on under the space before it. */
  isUnderlined: boolean
  /** The parts of a word of nothing but text, for breaking what is wider than a line. */
  texts: readonly WordText[] | null
}

export interface WordText {
  text: string
  style: TextStyle
}

export type WordOrBreak = Word | 'break'

export const SPACE = 0.26
const SCRIPT_SIZE = 0.68

/** The pieces of a paragraph as words. Pieces without white space between them are one word, whatever their styles. */
export function wordsOf(setting: Setting, pieces: readonly SetPiece[]): WordOrBreak[] {
  const words: WordOrBreak[] = []
  let parts: { box: Box; text: string | null; style: TextStyle }[] = []
  let isSpaced = false
  const flush = () => {
    const [first] = parts
    if (first)
      words.push({
        box: parts.length === 1 ? first.box : besides(parts.map(({ box }) => box)),
        isSpaced,
        isUnderlined: first.style.underline === true,
        texts: parts.every((part): part is WordText & { box: Box } => part.text !== null) ? parts : null,
      })
    if (first) isSpaced = false
    parts = []
  }
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'break':
        flush()
        words.push('break')
        isSpaced = false
        break
      case 'text':
        piece.text.split(' ').forEach((part, index) => {
          if (index > 0) {
            flush()
            isSpaced = true
          }
          if (part !== '') parts.push({ box: textBox(setting, part, piece.style), text: part, style: piece.style })
        })
        break
      case 'box':
        parts.push({ box: piece.box, text: null, style: {} })
    }
  }
  flush()
  return words
}

export function textBox({ document, typeface, size }: Setting, text: string, style: TextStyle): Box {
  const own = style.script ? size * SCRIPT_SIZE : size
  const rise = style.script === 'sup' ? size * 0.34 : style.script === 'sub' ? -size * 0.16 : 0
  const face = faceOf(style)
  const width = typeface.measure(text, face, own)
  return {
    width,
    ascent: own * 0.78 + Math.max(0, rise),
    descent: own * 0.22 + Math.max(0, -rise),
    draw(x, baseline) {
      if (style.code)
        document
          .rect(x - 1, baseline - own * 0.86, width + 2, own * 1.16)
          .fill('#ececec')
          .fillColor('black')
      if (style.colour) document.fillColor(style.colour).strokeColor(style.colour)
      typeface.draw(text, face, own, x, baseline - rise)
      if (style.underline) rule(document, x, x + width, baseline + own * 0.14, own)
      if (style.strike) rule(document, x, x + width, baseline - own * 0.27, own)
      if (style.colour) document.fillColor('black').strokeColor('black')
      if (style.href) document.link(x, baseline - own, width, own * 1.3, style.href)
    },
  }
}

export function rule(document: PdfDocument, from: number, to: number, y: number, size: number): void {
  document
    .lineWidth(size * 0.06)
    .moveTo(from, y)
    .lineTo(to, y)
    .stroke()
}
