import type { Box } from '../../../../platform/documents/pdf/box.js'
import { GREY, openedPicture, type PdfDocument } from '../../../../platform/documents/pdf/pdf-document.js'
import { type Setting as TextSetting, type SetPiece, textBox } from '../../../../platform/documents/pdf/words.js'
import type { Inline } from '../../domain/rich-blocks.js'
import { readFormula } from '../formulas/read-formula.js'
import type { Picture } from '../pictures.js'
import { formulaBox } from './formula-box.js'

export { textBox }

/** What text is set with. Lengths in points. */
export interface Setting extends TextSetting {
  /** By media id; a picture that is not there is named by its text. */
  pictures: ReadonlyMap<string, Picture>
  /** The largest picture that a line may hold. */
  pictureMax: { width: number; height: number }
}

/** The inlines of a paragraph as what lines are set from. */
export function piecesOf(setting: Setting, inlines: readonly Inline[]): SetPiece[] {
  return inlines.map((inline) =>
    inline.kind === 'text' || inline.kind === 'break' ? inline : { kind: 'box', box: inlineBox(setting, inline) },
  )
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
      document.image(openedPicture(document, picture.bytes), x, baseline - height, { width, height })
    },
  }
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
