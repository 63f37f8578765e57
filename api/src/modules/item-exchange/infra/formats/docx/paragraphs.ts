import { escapeHtml, type ItemProblem } from '@thiso/contracts/vocab'
import { oldEncodingOf } from '../decode-text.js'
import { child, childrenOf, descendantsOf, textOf, type XmlElement } from '../safe-xml.js'
import { type Block, type Cell, type Line, lineOf, OBJECT, type Piece, tidied } from './line.js'
import { latexOf } from './math.js'
import { Numbering } from './numbering.js'
import type { DocxPackage } from './package.js'
import { Pictures } from './pictures.js'
import { cleaned, recodeAll, recoded } from './recode.js'
import { PLAIN, type RunFormat, Styles, shadeOf } from './styles.js'
import { symbolOf } from './symbols.js'
import { TRANSPARENT, tableCells, tableRows, withRowSpans } from './table-cells.js'

/** What a Word file shows: its paragraphs and tables in order, with automatic numbers written out and old fonts read. */
export interface DocxText {
  blocks: Block[]
  media: Map<string, Uint8Array>
  /** Did we write the file? Then its letters are taken as they stand. */
  isOurs: boolean
}

export function readText(source: DocxPackage): DocxText {
  const reader = new BodyReader(source)
  const blocks = reader.blocksOf(source.body, '')
  const { isOurs } = reader
  if (isOurs) return { blocks, media: reader.pictures.media, isOurs }
  const encoding = oldEncodingOf(reader.shown.join('\n'))
  if (encoding) recodeAll(blocks, encoding === 'vni' ? 'VNI-Times' : '.VnTime')
  return { blocks, media: reader.pictures.media, isOurs }
}

class BodyReader {
  readonly pictures: Pictures
  readonly isOurs: boolean
  /** Text as it stands, to see in which encoding the file as a whole is. */
  readonly shown: string[] = []
  private readonly styles: Styles
  private readonly numbering: Numbering
  /** Of the paragraph that is being read. */
  private pieces: Piece[] = []
  private problems: ItemProblem[] = []
  /** How deep in the instructions of a field, which are not shown. */
  private fields: ('instruction' | 'result')[] = []
  /** Pieces of a paragraph whose end was deleted: they go before the next one. */
  private carried: Piece[] = []

  constructor(source: DocxPackage) {
    this.pictures = new Pictures(source)
    this.styles = new Styles(source.styles)
    this.isOurs = this.styles.areOurs
    this.numbering = new Numbering(source.numbering)
  }

  blocksOf(parent: XmlElement, shade: string): Block[] {
    return childrenOf(parent).flatMap((element): Block[] => {
      switch (element.local) {
        case 'p':
          return this.linesOf(element, shade).map((line) => ({ kind: 'line', line }))
        case 'tbl':
          return [{ kind: 'table', rows: this.rowsOf(element) }]
        case 'oMathPara':
          return [{ kind: 'line', line: lineOf([this.formula(element)]) }]
        case 'sdt':
        case 'sdtContent':
        case 'customXml':
        case 'ins':
        case 'moveTo':
          return this.blocksOf(element, shade)
        case 'AlternateContent': {
          const chosen = child(element, 'Choice') ?? child(element, 'Fallback')
          return chosen ? this.blocksOf(chosen, shade) : []
        }
        default:
          return []
      }
    })
  }

  private rowsOf(table: XmlElement): Cell[][] {
    const rows = tableRows(table).map((row) => {
      const properties = child(row, 'trPr')
      const isHeader = child(properties, 'tblHeader') !== undefined
      return tableCells(row).map((element) => {
        const about = child(element, 'tcPr')
        const merge = child(about, 'vMerge')
        return {
          isHeader,
          columns: Number(child(about, 'gridSpan')?.attributes.val ?? 1) || 1,
          isBelow: merge !== undefined && merge.attributes.val !== 'restart',
          blocks: this.blocksOf(element, shadeOf(child(about, 'shd'))),
        }
      })
    })
    return withRowSpans(rows)
  }

  private linesOf(paragraph: XmlElement, shade: string): Line[] {
    const properties = child(paragraph, 'pPr')
    const style = child(properties, 'pStyle')?.attributes.val ?? ''
    const own = this.styles.ofParagraph(style)
    const background = shadeOf(child(properties, 'shd')) || shade
    const look = background === '' ? own : { ...own, highlight: background }
    const mark = child(properties, 'rPr')
    const isJoined = child(mark, 'del') !== undefined || child(mark, 'moveFrom') !== undefined
    this.pieces = this.carried
    this.problems = []
    this.carried = []
    const number = this.numbering.next(child(properties, 'numPr'), this.styles.numberingOf(style), style)
    this.runsOf(paragraph, look)
    if (isJoined) {
      this.carried = this.pieces
      return []
    }
    const pieces = this.isOurs ? tidied(this.pieces) : tidied(recoded(this.pieces)).map(cleaned)
    const label =
      number && number.text !== ''
        ? [{ text: `${number.text} `, format: number.format(this.styles.ofRun(look, mark)) }]
        : []
    const about = {
      style: this.styles.idOf(style),
      labelLength: label[0]?.text.length ?? 0,
      isBullet: number?.isBullet ?? false,
      problems: this.problems,
    }
    const line = lineOf([...label, ...pieces], about)
    this.shown.push(pieces.map((piece) => piece.text).join(''))
    return splitAtBreaks(line)
  }

  private runsOf(parent: XmlElement, look: RunFormat): void {
    for (const element of childrenOf(parent)) {
      switch (element.local) {
        case 'r':
          this.runOf(element, this.styles.ofRun(look, child(element, 'rPr')))
          break
        case 'oMath':
        case 'oMathPara':
          this.pieces.push(this.formula(element))
          break
        case 'AlternateContent':
          this.alternatives(element, look)
          break
        default:
          if (TRANSPARENT.has(element.local)) this.runsOf(element, look)
      }
    }
  }

  /** The same content for new and for old programs: the first that says anything. */
  private alternatives(element: XmlElement, look: RunFormat): void {
    const before = this.pieces.length
    for (const choice of [...childrenOf(element, 'Choice'), ...childrenOf(element, 'Fallback')]) {
      this.runContent(choice, look)
      if (this.pieces.length > before) return
    }
  }

  private runOf(run: XmlElement, format: RunFormat): void {
    if (format.isHidden) return
    this.runContent(run, format)
  }

  private runContent(run: XmlElement, format: RunFormat): void {
    for (const element of childrenOf(run)) {
      if (element.local === 'fldChar') {
        this.field(element.attributes.fldCharType)
        continue
      }
      if (this.fields.includes('instruction')) {
        // Formulas of long ago are instructions without a result.
        if (element.local === 'instrText' && /^\s*EQ\b/i.test(textOf(element)))
          this.problems.push({ code: 'unreadable', detail: 'EQ' })
        continue
      }
      switch (element.local) {
        case 't':
          this.pieces.push({ text: textOf(element), format })
          break
        case 'tab':
        case 'ptab':
          this.pieces.push({ text: '\t', format })
          break
        case 'br':
        case 'cr':
          this.pieces.push({ text: '\n', format })
          break
        case 'noBreakHyphen':
          this.pieces.push({ text: '-', format })
          break
        case 'softHyphen':
          this.pieces.push({ text: '\u00ad', format })
          break
        case 'sym':
          this.pieces.push({ text: symbolOf(element.attributes.char ?? '', element.attributes.font ?? ''), format })
          break
        case 'drawing':
        case 'pict':
        case 'object': {
          const found = this.pictures.read(element)
          this.problems.push(...found.problems)
          this.pieces.push(...found.html.map((html) => ({ text: OBJECT, html, format: PLAIN })))
          break
        }
        case 'AlternateContent':
          this.alternatives(element, format)
          break
        case 'ruby':
          for (const base of descendantsOf(child(element, 'rubyBase'), 'r')) this.runOf(base, format)
          break
      }
    }
  }

  private field(kind: string | undefined): void {
    if (kind === 'begin') this.fields.push('instruction')
    else if (kind === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = 'result'
    else if (kind === 'end') this.fields.pop()
  }

  private formula(element: XmlElement): Piece {
    const latex = latexOf(element).trim()
    return { text: OBJECT, html: latex === '' ? '' : `\\(${escapeHtml(latex)}\\)`, format: PLAIN }
  }
}

function splitAtBreaks(line: Line): Line[] {
  const parts: Piece[][] = [[]]
  for (const piece of line.pieces) {
    piece.text.split('\n').forEach((text, at) => {
      if (at > 0) parts.push([])
      if (text !== '') parts.at(-1)?.push({ ...piece, text })
    })
  }
  return parts.map((pieces, at) =>
    at === 0 ? { ...line, pieces } : lineOf(pieces, { style: line.style, isContinued: true }),
  )
}
