import { createRequire } from 'node:module'
import { type PdfDocument, symbolFontOf } from './pdf-document.js'
import { symbolSign } from './symbol-signs.js'

const FACES = {
  regular: '400Regular/BeVietnamPro_400Regular.ttf',
  italic: '400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf',
  bold: '700Bold/BeVietnamPro_700Bold.ttf',
  'bold-italic': '700Bold_Italic/BeVietnamPro_700Bold_Italic.ttf',
} as const
export type Face = keyof typeof FACES

/** How text is set apart. */
export interface TextStyle {
  bold?: true
  italic?: true
  underline?: true
  strike?: true
  code?: true
  script?: 'sub' | 'sup'
  /** Black when it does not say. */
  colour?: string
  /** Where a click leads. */
  href?: string
}

const require = createRequire(import.meta.url)

/** Widths of so many words are kept. */
const KNOWN_MAX = 20_000

/** Signs for which another one stands that looks the same. */
const STAND_INS: Record<string, string> = {
  '\u2206': 'Δ',
  '\u2126': 'Ω',
  '\u00b5': 'μ',
  '\u2219': '·',
  '\u25cf': '•',
  '\u25aa': '•',
  '\u2011': '-',
  '\u2009': ' ',
  '\u202f': '\u00a0',
  '⟶': '→',
  '⟵': '←',
  '‒': '–',
  '―': '—',
}

/** A stretch of text that one font can set; a `box` stands for a sign that no font has. */
interface Stretch {
  font: 'own' | 'symbol' | 'box'
  text: string
}

interface FontkitFont {
  unitsPerEm: number
  hasGlyphForCodePoint(point: number): boolean
  layout(text: string): {
    glyphs: { path: { scale(x: number, y: number): { toSVG(): string } } }[]
    positions: { xAdvance: number }[]
  }
}

/** The fonts of one PDF: how wide a text is, and setting it at a place. All lengths in points. */
export class Typeface {
  private readonly widths = new Map<string, number>()
  private readonly known = new Map<string, boolean>()

  constructor(private readonly document: PdfDocument) {
    for (const [face, file] of Object.entries(FACES))
      document.registerFont(face, require.resolve(`@expo-google-fonts/be-vietnam-pro/${file}`))
  }

  measure(text: string, face: Face, size: number): number {
    const id = `${face} ${text}`
    const known = this.widths.get(id)
    if (known !== undefined) return (known * size) / 1000
    const width = this.stretches(text, face).reduce((total, stretch) => total + this.widthOf(stretch, face), 0)
    // A list of thousands of names has many words that come once.
    if (this.widths.size >= KNOWN_MAX) this.widths.clear()
    this.widths.set(id, width)
    return (width * size) / 1000
  }

  draw(text: string, face: Face, size: number, x: number, baseline: number): void {
    let at = x
    for (const stretch of this.stretches(text, face)) {
      const width = (this.widthOf(stretch, face) * size) / 1000
      if (stretch.font === 'own')
        this.document
          .font(face)
          .fontSize(size)
          .text(stretch.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' })
      else if (stretch.font === 'symbol') drawSymbols(this.document, stretch.text, size, at, baseline)
      else
        this.document
          .lineWidth(size * 0.05)
          .rect(at + size * 0.07, baseline - size * 0.62, size * 0.6, size * 0.6)
          .stroke()
      at += width
    }
  }

  /** The outlines of a text's letters as SVG paths, upwards, at 1000 points. Signs that its font has not are left out. */
  outlines(text: string, face: Face): { x: number; path: string }[] {
    let x = 0
    return this.stretches(text, face).flatMap((stretch) => {
      const from = x
      x += this.widthOf(stretch, face)
      if (stretch.font !== 'own') return []
      const font = this.fontOf(face)
      const scale = 1000 / font.unitsPerEm
      const { glyphs, positions } = font.layout(stretch.text)
      let at = from
      return glyphs.map((glyph, index) => {
        const left = at
        at += (positions[index]?.xAdvance ?? 0) * scale
        return { x: left, path: glyph.path.scale(scale, scale).toSVG() }
      })
    })
  }

  private widthOf({ font, text }: Stretch, face: Face): number {
    if (font === 'own') return this.document.font(face).fontSize(1000).widthOfString(text)
    const signs = [...text]
    return font === 'box' ? signs.length * 740 : signs.reduce((sum, sign) => sum + (symbolSign(sign)?.width ?? 0), 0)
  }

  private stretches(text: string, face: Face): Stretch[] {
    const stretches: Stretch[] = []
    for (const written of text) {
      const sign = STAND_INS[written] ?? written
      const font = this.has(sign, face) ? 'own' : symbolSign(sign) ? 'symbol' : 'box'
      const last = stretches.at(-1)
      if (last?.font === font && font !== 'box') last.text += sign
      else stretches.push({ font, text: sign })
    }
    return stretches
  }

  private has(sign: string, face: Face): boolean {
    const id = `${face} ${sign}`
    let has = this.known.get(id)
    if (has === undefined) {
      has = this.fontOf(face).hasGlyphForCodePoint(sign.codePointAt(0) as number)
      this.known.set(id, has)
    }
    return has
  }

  private fontOf(face: Face): FontkitFont {
    this.document.font(face)
    return (this.document as unknown as { _font: { font: FontkitFont } })._font.font
  }
}

export function faceOf({ bold, italic }: TextStyle): Face {
  return bold ? (italic ? 'bold-italic' : 'bold') : italic ? 'italic' : 'regular'
}

/** PDFKit would write text in Symbol by the wrong codes, so the operators are written here (ISO 32000-1, 9.4). */
function drawSymbols(document: PdfDocument, text: string, size: number, x: number, baseline: number): void {
  const name = symbolFontOf(document)
  const codes = [...text].map((sign) => (symbolSign(sign)?.code ?? 32).toString(16).padStart(2, '0')).join('')
  const height = document.page.height
  document.addContent(
    `q 1 0 0 -1 0 ${number(height)} cm BT 1 0 0 1 ${number(x)} ${number(height - baseline)} Tm /${name} ${number(size)} Tf <${codes}> Tj ET Q`,
  )
}

const number = (value: number) => String(Math.round(value * 1000) / 1000)
