import { type Box, besides, type Row } from './box.js'
import type { TextStyle } from './typeface.js'
import {
  rule,
  type SetPiece,
  type Setting,
  SPACE,
  textBox,
  type Word,
  type WordOrBreak,
  type WordText,
  wordsOf,
} from './words.js'

export interface ParagraphStyle {
  align?: 'left' | 'center' | 'right' | 'justify'
  /** White space above it, in points. */
  gap?: number
  /** How far its first line is moved in, in points; not for balanced ones. */
  indent?: number
  /** Lines of about the same length, for headings. */
  isBalanced?: boolean
}

interface Line {
  words: Word[]
  /** Of the words with single spaces. */
  width: number
  /** Does the paragraph, or a break, end it? Then it is not stretched. */
  isLast: boolean
}

/** Of the size, from line to line, when a setting does not say. */
const LEADING = 1.4
/** How much wider a space may become before a line is left ragged. */
const STRETCH_MAX = 2.8

/** A paragraph as rows of lines. */
export function paragraphRows(
  setting: Setting,
  pieces: readonly SetPiece[],
  width: number,
  { align = 'left', gap = 0, indent = 0, isBalanced = false }: ParagraphStyle = {},
): Row[] {
  const space = setting.size * SPACE
  const words = wordsOf(setting, pieces)
  const lines = isBalanced ? balanced(setting, words, width, space) : brokenInto(setting, words, width, space, indent)
  return lines.map((line, index) => {
    const { height, baseline } = heightOf(setting, line)
    return {
      height,
      baseline,
      gap: index === 0 ? gap : 0,
      // No first or last line of a paragraph stands alone.
      staysWithNext: lines.length > 1 && (index === 0 || index === lines.length - 2),
      draw(x, y) {
        const gaps = line.words.filter((word, at) => at > 0 && word.isSpaced).length
        const moved = index === 0 ? indent : 0
        const rest = width - moved - line.width
        const stretched = gaps > 0 ? space + rest / gaps : space
        const isStretched = align === 'justify' && !line.isLast && stretched <= space * STRETCH_MAX
        const from = x + moved + (align === 'center' ? rest / 2 : align === 'right' ? rest : 0)
        drawLine(setting, line, from, y + baseline, isStretched ? stretched : space)
      },
    }
  })
}

/** How wide a paragraph is on one line; infinite when it has to have several. */
export function naturalWidth(setting: Setting, pieces: readonly SetPiece[]): number {
  let width = 0
  wordsOf(setting, pieces).forEach((word, index) => {
    if (word === 'break') width = Number.POSITIVE_INFINITY
    else width += word.box.width + (index > 0 && word.isSpaced ? setting.size * SPACE : 0)
  })
  return width
}

function drawLine(setting: Setting, line: Line, x: number, baseline: number, space: number): void {
  let at = x
  line.words.forEach((word, index) => {
    if (index > 0 && word.isSpaced) {
      const before = line.words[index - 1] as Word
      if (word.isUnderlined && before.isUnderlined)
        rule(setting.document, at, at + space, baseline + setting.size * 0.14, setting.size)
      if (setting.hasSpaces) drawSpace(setting, at, baseline)
      at += space
    }
    word.box.draw(at, baseline)
    at += word.box.width
  })
  if (setting.hasSpaces) drawSpace(setting, at, baseline)
}

function drawSpace({ typeface, size }: Setting, x: number, baseline: number): void {
  typeface.draw(' ', 'regular', size, x, baseline)
}

/** Lines stand at equal distances; only one that holds something high takes more. */
function heightOf({ size, leading = LEADING }: Setting, { words }: Line): { height: number; baseline: number } {
  const ascent = Math.max(...words.map(({ box }) => box.ascent), size * 0.78)
  const descent = Math.max(...words.map(({ box }) => box.descent), size * 0.22)
  const usual = size * leading
  const above = Math.max(size * 1.04, ascent + size * 0.12)
  const below = Math.max(usual - size * 1.04, descent + size * 0.12)
  return { height: above + below, baseline: above }
}

function brokenInto(setting: Setting, words: readonly WordOrBreak[], width: number, space: number, indent = 0): Line[] {
  const lines: Line[] = []
  let line: Line = { words: [], width: 0, isLast: false }
  const end = (isLast: boolean) => {
    lines.push({ ...line, isLast })
    line = { words: [], width: 0, isLast: false }
  }
  const put = (word: Word) => {
    line.width += word.box.width + (line.words.length > 0 && word.isSpaced ? space : 0)
    line.words.push(word)
  }
  for (const word of words) {
    if (word === 'break') {
      end(true)
      continue
    }
    const room = lines.length === 0 ? width - indent : width
    const needed = word.box.width + (line.words.length > 0 && word.isSpaced ? space : 0)
    if (line.width + needed <= room + 0.01) {
      put(word)
      continue
    }
    if (line.words.length > 0) end(false)
    const own = lines.length === 0 ? width - indent : width
    const parts = word.box.width > own ? cut(setting, word, own) : [word]
    parts.forEach((part, index) => {
      if (index > 0) end(false)
      put(part)
    })
  }
  if (line.words.length > 0 || lines.length === 0) end(true)
  return lines
}

/** As few lines as there must be, as short as they can be. */
function balanced(setting: Setting, words: readonly WordOrBreak[], width: number, space: number): Line[] {
  let best = brokenInto(setting, words, width, space)
  for (let narrower = width * 0.97; narrower > width * 0.3; narrower *= 0.97) {
    const lines = brokenInto(setting, words, narrower, space)
    if (lines.length > best.length) break
    best = lines
  }
  return best
}

/** A word that is wider than the line (an address, a hash), cut where it is full. */
function cut(setting: Setting, word: Word, width: number): Word[] {
  if (!word.texts) return [{ ...word, box: fitted(setting, word.box, width) }]
  const parts: Word[] = []
  let rest = word.texts.flatMap(({ text, style }) => [...text].map((letter) => ({ letter, style })))
  while (rest.length > 0) {
    let count = rest.length
    let box = lettersBox(setting, rest)
    while (count > 1 && box.width > width) box = lettersBox(setting, rest.slice(0, --count))
    if (count < rest.length) {
      count = afterSign(
        rest.map(({ letter }) => letter),
        count,
      )
      box = lettersBox(setting, rest.slice(0, count))
    }
    parts.push({ ...word, isSpaced: parts.length === 0 && word.isSpaced, box })
    rest = rest.slice(count)
  }
  return parts
}

/** Letters beside each other, those of one style as one text. */
function lettersBox(setting: Setting, letters: readonly { letter: string; style: TextStyle }[]): Box {
  const texts: WordText[] = []
  for (const { letter, style } of letters) {
    const last = texts.at(-1)
    if (last?.style === style) last.text += letter
    else texts.push({ text: letter, style })
  }
  const boxes = texts.map(({ text, style }) => textBox(setting, text, style))
  return boxes.length === 1 ? (boxes[0] as Box) : besides(boxes)
}

/** Addresses are cut behind a sign where one is near. */
function afterSign(letters: readonly string[], count: number): number {
  for (let at = count; at > count * 0.6; at--) if (/[/\-._?&=]/.test(letters[at - 1] as string)) return at
  return count
}

/** A formula that is wider than its column, made smaller. */
function fitted({ document }: Setting, box: Box, width: number): Box {
  const scale = width / box.width
  return {
    width,
    ascent: box.ascent * scale,
    descent: box.descent * scale,
    draw(x, baseline) {
      document.save().translate(x, baseline).scale(scale)
      box.draw(0, 0)
      document.restore()
    },
  }
}
