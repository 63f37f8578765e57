import { ImageRun, type ParagraphChild, ShadingType, Tab, TextRun, UnderlineType } from 'docx'
import type { Inline, Style } from '../../domain/rich-blocks.js'
import { readFormula } from '../formulas/read-formula.js'
import type { Picture } from '../pictures.js'
import { NAMED } from '../pdf/words.js'
import { officeMath } from './office-math.js'

/** Twentieths of a point, in which Word measures. */
export const TWIP = 20
/** The text area of an A4 page with margins of 2 cm, in twips. */
export const TEXT_WIDTH = 11906 - 2 * 1134

const PICTURE_MAX = { width: 340, height: 250 }

/** The inlines of a paragraph as runs of Word. */
export function runsOf(
  inlines: readonly Inline[],
  pictures: ReadonlyMap<string, Picture>,
  style: Style = {},
): ParagraphChild[] {
  return inlines.map((inline) => runOf(inline, pictures, style))
}

function runOf(inline: Inline, pictures: ReadonlyMap<string, Picture>, style: Style): ParagraphChild {
  switch (inline.kind) {
    case 'text':
      return textRun(inline.text, { ...style, ...inline.style })
    case 'break':
      return new TextRun({ break: 1 })
    case 'formula': {
      const formula = readFormula(inline.latex, inline.isDisplayed)
      return formula ? (officeMath(formula) as ParagraphChild) : textRun(inline.latex, { code: true })
    }
    case 'sound':
      return textRun(`[${NAMED.sound}: ${inline.title}]`, { italic: true })
    case 'picture': {
      const picture = pictures.get(inline.mediaId)
      return picture ? pictureRun(picture, inline.alt) : textRun(`[${NAMED.picture}: ${inline.alt}]`, { italic: true })
    }
  }
}

export function textRun(text: string, style: Style = {}): TextRun {
  const pieces = text.split('\t')
  return new TextRun({
    // A tab is an element of its own in Word.
    children: pieces.flatMap((piece, index) => [...(index > 0 ? [new Tab()] : []), ...(piece === '' ? [] : [piece])]),
    ...(style.bold ? { bold: true } : {}),
    ...(style.italic ? { italics: true } : {}),
    ...(style.underline ? { underline: { type: UnderlineType.SINGLE } } : {}),
    ...(style.strike ? { strike: true } : {}),
    ...(style.script === 'sub' ? { subScript: true } : {}),
    ...(style.script === 'sup' ? { superScript: true } : {}),
    ...(style.code ? { shading: { type: ShadingType.CLEAR, fill: 'ECECEC', color: 'auto' } } : {}),
  })
}

/** Pixels of the picture become points at 150 to the inch; Word's library counts 96 to the inch. */
function pictureRun({ bytes, kind, size }: Picture, alt: string): ImageRun {
  const scale = Math.min(72 / 150, PICTURE_MAX.width / size.width, PICTURE_MAX.height / size.height) * (96 / 72)
  return new ImageRun({
    type: kind,
    data: bytes,
    transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
    altText: { name: alt || NAMED.picture, title: alt, description: alt },
  })
}
