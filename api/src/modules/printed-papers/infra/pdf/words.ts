import type { Inline, Style } from '../../domain/rich-blocks.js'
import type { Picture } from '../pictures.js'
import { readFormula } from '../formulas/read-formula.js'
import { type Box, besides } from './box.js'
import { formulaBox } from './formula-box.js'
import { GREY, type PdfDocument } from './pdf-document.js'
import { faceOf, type Typeface } from './typeface.js'

/** What text is set with. Lengths in points. */
export interface Setting {
  document: PdfDocument
  typeface: Typeface
  size: number
  /** By media id; a picture that is not there is named by its text. */
  pictures: ReadonlyMap<string, Picture>
  /** The largest picture that a line may hold. */
  pictureMax: { width: number; height: number }
}

/** Something that a line is not broken inside of, unless it is wider than the line. */
export interface Word {
  box: Box
  /** Is there white space before it? */
  isSpaced: boolean
  /** A line under it that goes on under the space before it. */
  isUnderlined: boolean
  /** The parts of a word of plain text, for breaking what is wider than a line. */
  text: { text: string; style: Style } | null
}

export type WordOrBreak = Word | 'break'

export const SPACE = 0.26
const SCRIPT_SIZE = 0.68

/** The inlines of a paragraph as words. Pieces without white space between them are one word, whatever their styles. */
export function wordsOf(setting: Setting, inlines: readonly Inline[]): WordOrBreak[] {
  const words: WordOrBreak[] = []
  let parts: { box: Box; text: string | null; style: Style }[] = []
  let isSpaced = false
  const flush = () => {
    const [first] = parts
    if (first)
      words.push({
        box: parts.length === 1 ? first.box : besides(parts.map(({ box }) => box)),
        isSpaced,
        isUnderlined: first.style.underline === true,
        text: parts.length === 1 && first.text !== null ? { text: first.text, style: first.style } : null,
      })
    if (first) isSpaced = false
    parts = []
  }
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'break':
        flush()
        words.push('break')
        isSpaced = false
        break
      case 'text':
        inline.text.split(' ').forEach((piece, index) => {
          if (index > 0) {
            flush()
            isSpaced = true
          }
          if (piece !== '') parts.push({ box: textBox(setting, piece, inline.style), text: piece, style: inline.style })
        })
        break
      default:
        parts.push({ box: inlineBox(setting, inline), text: null, style: {} })
    }
  }
  flush()
  return words
}

/** A formula, a picture or the name of a sound as a box. */
export function inlineBox(setting: Setting, inline: Exclude<Inline, { kind: 'text' | 'break' }>): Box {
  switch (inline.kind) {
    case 'formula': {
      const formula = readFormula(inline.latex, inline.isDisplayed)
      return formula ? formulaBox(setting, formula, setting.size) : textBox(setting, inline.latex, { code: true })
    }
    case 'sound':
      return textBox(setting, `[${NAMED.sound}: ${inline.title}]`, { italic: true })
    case 'picture': {
      const picture = setting.pictures.get(inline.mediaId)
      return picture
        ? pictureBox(setting, picture)
        : textBox(setting, `[${NAMED.picture}: ${inline.alt}]`, { italic: true })
    }
  }
}

/** Papers are in Vietnamese. */
export const NAMED = { sound: 'Âm\u00a0thanh', picture: 'Hình' } as const

export function textBox({ document, typeface, size }: Setting, text: string, style: Style): Box {
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
      typeface.draw(text, face, own, x, baseline - rise)
      if (style.underline) rule(document, x, x + width, baseline + own * 0.14, own)
      if (style.strike) rule(document, x, x + width, baseline - own * 0.27, own)
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

/** Pixels become points at 150 to the inch, not larger than a line may hold. */
function pictureBox({ document, pictureMax }: Setting, picture: Picture): Box {
  const { width: naturalWidth, height: naturalHeight } = picture.size
  const scale = Math.min(72 / 150, pictureMax.width / naturalWidth, pictureMax.height / naturalHeight)
  const [width, height] = [naturalWidth * scale, naturalHeight * scale]
  return {
    width,
    ascent: height,
    descent: 0,
    draw(x, baseline) {
      document.image(openedPicture(document, picture), x, baseline - height, { width, height })
    },
  }
}

/** What PDFKit makes of a picture's bytes, to be shown any number of times. */
type Image = Parameters<PdfDocument['image']>[0]
const opened = new WeakMap<PdfDocument, Map<Picture, Image>>()

/** A picture lies once in the file, however often it is shown. */
function openedPicture(document: PdfDocument, picture: Picture): Image {
  const known = opened.get(document) ?? new Map<Picture, Image>()
  opened.set(document, known)
  const image =
    known.get(picture) ?? (document as unknown as { openImage(bytes: Buffer): Image }).openImage(picture.bytes)
  known.set(picture, image)
  return image
}

/** A dotted line to write on. */
export function dots(document: PdfDocument, from: number, to: number, baseline: number): void {
  document
    .lineWidth(0.7)
    .strokeColor(GREY)
    .dash(0.8, { space: 1.9 })
    .moveTo(from, baseline + 1)
    .lineTo(to, baseline + 1)
    .stroke()
    .undash()
    .strokeColor('black')
}
