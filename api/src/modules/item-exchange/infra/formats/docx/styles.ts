import { child, childrenOf, type XmlElement } from '../safe-xml.js'
import { CODE_STYLE, styleNamed, styleOf } from './own-parts.js'

/** How a run of text looks, as far as it can mean something. '' and false: as usual. */
export interface RunFormat {
  bold: boolean
  italic: boolean
  underline: boolean
  strike: boolean
  script: '' | 'sub' | 'sup'
  /** Six hexadecimal digits; black and automatic are ''. */
  color: string
  /** Anything behind or around the text: highlighting, shading, a box. */
  highlight: string
  font: string
  isHidden: boolean
  isCode: boolean
}

export const PLAIN: RunFormat = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  script: '',
  color: '',
  highlight: '',
  font: '',
  isHidden: false,
  isCode: false,
}

interface Style {
  name: string
  basedOn: string
  run: XmlElement | undefined
  paragraph: XmlElement | undefined
  isDefault: boolean
  type: string
}

/** Looks of runs: defaults of the document, styles with what they are based on, then what the run itself says. */
export class Styles {
  private readonly styles = new Map<string, Style>()
  private readonly defaults: RunFormat
  private readonly defaultParagraph: string

  constructor(root: XmlElement | undefined) {
    for (const style of childrenOf(root, 'style')) {
      this.styles.set(style.attributes.styleId ?? '', {
        name: child(style, 'name')?.attributes.val ?? '',
        basedOn: child(style, 'basedOn')?.attributes.val ?? '',
        run: child(style, 'rPr'),
        paragraph: child(style, 'pPr'),
        isDefault: isOn(style.attributes.default ?? '0'),
        type: style.attributes.type ?? '',
      })
    }
    const base = child(child(child(root, 'docDefaults'), 'rPrDefault'), 'rPr')
    this.defaults = withProperties(PLAIN, base)
    this.defaultParagraph =
      [...this.styles].find(([, style]) => style.isDefault && style.type === 'paragraph')?.[0] ?? ''
  }

  /** The id by which we know a style: our own styles by their names, since programs give them other ids. */
  idOf(styleId: string): string {
    return styleNamed(this.styles.get(styleId)?.name ?? '') ?? styleId
  }

  /** Has the file the styles of ours? */
  get areOurs(): boolean {
    return [...this.styles.keys()].some((id) => this.idOf(id) === styleOf('stem', 'start'))
  }

  /** The look of a paragraph's text before any run says otherwise. */
  ofParagraph(styleId: string | undefined): RunFormat {
    return this.chain(styleId || this.defaultParagraph).reduce(
      (format, style) => withProperties(format, style.run),
      this.defaults,
    )
  }

  /** @param properties the run's own `rPr` */
  ofRun(paragraph: RunFormat, properties: XmlElement | undefined): RunFormat {
    if (!properties) return paragraph
    const styleId = child(properties, 'rStyle')?.attributes.val
    const styled = this.chain(styleId).reduce((format, style) => withProperties(format, style.run), paragraph)
    return withProperties(this.idOf(styleId ?? '') === CODE_STYLE ? { ...styled, isCode: true } : styled, properties)
  }

  /** The nearest `numPr` of a style and what it is based on. */
  numberingOf(styleId: string | undefined): XmlElement | undefined {
    return this.chain(styleId || this.defaultParagraph)
      .map((style) => child(style.paragraph, 'numPr'))
      .findLast((numbering) => numbering !== undefined)
  }

  /** From the style that it is in the end based on down to itself. */
  private chain(styleId: string | undefined): Style[] {
    const chain: Style[] = []
    const seen = new Set<string>()
    let id = styleId ?? ''
    while (id !== '' && !seen.has(id)) {
      seen.add(id)
      const style = this.styles.get(id)
      if (!style) break
      chain.unshift(style)
      id = style.basedOn
    }
    return chain
  }
}

/** A format with what an `rPr` changes. */
export function withProperties(format: RunFormat, properties: XmlElement | undefined): RunFormat {
  if (!properties) return format
  const next = { ...format }
  for (const property of childrenOf(properties)) {
    const value = property.attributes.val
    switch (property.local) {
      case 'b':
        next.bold = isOn(value)
        break
      case 'i':
        next.italic = isOn(value)
        break
      case 'strike':
      case 'dstrike':
        next.strike = isOn(value)
        break
      case 'u':
        next.underline = value !== 'none' && isOn(value)
        break
      case 'vertAlign':
        next.script = value === 'subscript' ? 'sub' : value === 'superscript' ? 'sup' : ''
        break
      case 'position':
        // Raised or lowered by hand, as LibreOffice writes it.
        if (Math.abs(Number(value)) >= 2) next.script = Number(value) < 0 ? 'sub' : 'sup'
        break
      case 'color':
        next.color = colorOf(value)
        break
      case 'highlight':
        next.highlight = value === undefined || value === 'none' || value === 'white' ? '' : value
        break
      case 'shd':
        next.highlight = shadeOf(property) || (next.highlight.startsWith('#') ? '' : next.highlight)
        break
      case 'bdr':
        if (value !== undefined && value !== 'none' && value !== 'nil') next.highlight ||= 'box'
        break
      case 'rFonts':
        next.font = fontOf(property) ?? next.font
        break
      case 'vanish':
      case 'webHidden':
        next.isHidden = isOn(value)
        break
    }
  }
  return next
}

/** The colour behind text of an `shd` element; '' for none and white. */
export function shadeOf(shading: XmlElement | undefined): string {
  if (!shading) return ''
  const fill = shading.attributes.fill ?? ''
  return /^[0-9a-f]{6}$/i.test(fill) && !/^f{6}$/i.test(fill) ? `#${fill.toUpperCase()}` : ''
}

/** Letters beyond ASCII are drawn in the font that is named for them, which old Vietnamese texts are all about. */
function fontOf({ attributes }: XmlElement): string | undefined {
  if (attributes.hAnsiTheme || attributes.asciiTheme) return ''
  return attributes.hAnsi ?? attributes.ascii
}

function colorOf(value: string | undefined): string {
  const color = (value ?? '').toUpperCase()
  if (!/^[0-9A-F]{6}$/.test(color)) return ''
  // Nearly black reads as black.
  const isDark = [0, 2, 4].every((at) => Number.parseInt(color.slice(at, at + 2), 16) <= 0x26)
  return isDark ? '' : color
}

/** On and off as the standard spells them; an element without a value is on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(0|false|off|none)$/i.test(value)
}
