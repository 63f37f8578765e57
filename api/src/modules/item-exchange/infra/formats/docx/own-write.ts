import type { ItemDraft } from '@thiso/contracts/vocab'
import sharp from 'sharp'
import { mapTexts } from '../draft-texts.js'
import type { MediaFile } from '../format.js'
import { mediaAsWords, mediaIdsOf } from '../html-media.js'
import { escapeXml } from '../safe-xml.js'
import { unescapeHtml } from '../text-formats.js'
import { entriesOfHtml } from './html-entries.js'
import { type Cell, type Line, type Piece, tidied } from './line.js'
import { CELL_STYLE, CODE_STYLE, KEY_STYLE, type Part, styleOf } from './own-parts.js'
import type { RunFormat } from './styles.js'
import type { Entry } from './tables.js'

/**
 * Limited rich text as paragraphs of Word in the styles of our own files. The XML is put together as text: thousands of items as objects
 * of a document library would take a gigabyte.
 */

/** Of a page with usual margins, in pixels of 96 to the inch. */
const WIDEST = 600
/** English metric units, of which Word has 914,400 to the inch. */
const UNITS_PER_PIXEL = 9_525
const TABLE_WIDTH = 9_000

export interface Picture {
  /** File name within word/media. */
  name: string
  bytes: Uint8Array
  width: number
  height: number
}

/** A line of plain text after a label. */
export function plainParagraph(style: string, label: string, text: string): string {
  return paragraph(style, textRun(label, style === KEY_STYLE ? '<w:b/>' : '') + textRun(text))
}

export class TextWriter {
  private drawingCount = 0

  private constructor(readonly pictures: ReadonlyMap<string, Picture>) {}

  /** Looks up the pictures of the items beforehand: their sizes take a moment to read. */
  static async for(items: readonly ItemDraft[], media: ReadonlyMap<string, MediaFile>): Promise<TextWriter> {
    const ids = new Set<string>()
    for (const item of items)
      mapTexts(item, (html) => {
        for (const id of mediaIdsOf(html)) ids.add(id)
        return html
      })
    const pictures = new Map<string, Picture>()
    for (const id of ids) {
      const file = media.get(id)
      const picture = file?.mime.startsWith('image/') ? await pictureOf(file, pictures.size + 1) : null
      if (picture) pictures.set(id, picture)
    }
    return new TextWriter(pictures)
  }

  /** A rich text as paragraphs, the first with its label. */
  write(part: Part, label: string, html: string): string {
    const entries = entriesOfHtml(withoutSounds(html))
    const first = entries[0]
    const startsWithText = first?.kind === 'line' && !first.line.isBullet && !first.line.isContinued
    const start = textRun(label, label.length > 3 ? '<w:b/>' : '')
    const { lead, rest } = grouped(startsWithText ? entries.slice(1) : entries)
    const head = paragraph(styleOf(part, 'start'), start + this.lines(startsWithText ? [first.line, ...lead] : lead))
    return head + rest.map((group) => this.group(group, styleOf(part, 'more'), styleOf(part, 'point'))).join('')
  }

  private group(group: Group, style: string, pointStyle: string): string {
    if (group.kind === 'table') return this.table(group.rows)
    const isPoint = group.lines[0]?.isBullet ?? false
    const number = isPoint ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : ''
    return paragraph(isPoint ? pointStyle : style, this.lines(group.lines), number)
  }

  /** Lines of one paragraph, parted by line breaks. */
  private lines(lines: readonly Line[]): string {
    return lines
      .map((line) =>
        tidied(line.pieces)
          .map((piece) => this.run(piece))
          .join(''),
      )
      .join('<w:r><w:br/></w:r>')
  }

  private run(piece: Piece): string {
    return piece.html === undefined ? textRun(piece.text, lookXml(piece.format)) : this.picture(piece.html)
  }

  /** The picture, or the words that stand for it when it is not there. */
  private picture(html: string): string {
    const id = mediaIdsOf(html)[0] ?? ''
    const alt = unescapeHtml(/\balt="([^"]*)"/.exec(html)?.[1] ?? '')
    const picture = this.pictures.get(id)
    if (!picture) return textRun(alt)
    const scale = Math.min(1, WIDEST / picture.width)
    const size = (pixels: number) => Math.max(1, Math.round(pixels * scale)) * UNITS_PER_PIXEL
    const extent = `cx="${size(picture.width)}" cy="${size(picture.height)}"`
    this.drawingCount++
    const about = `id="${this.drawingCount}" name="${escapeXml(picture.name)}"`
    return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/><wp:docPr ${about} descr="${attribute(alt)}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr ${about}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relationOf(picture)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  }

  private table(rows: readonly Cell[][]): string {
    const columns = Math.max(1, ...rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)))
    const width = Math.floor(TABLE_WIDTH / columns)
    const grid = `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`
    const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
    const borders = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')}</w:tblBorders>`
    const body = spannedRows(rows).map((row) => {
      const isHeader = row.length > 0 && row.every((cell) => cell.isHeader)
      const cells = row.map((cell) => {
        const merge = cell.merge === '' ? '' : cell.merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
        const span = cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : ''
        const about = `<w:tcPr><w:tcW w:w="${width * cell.columns}" w:type="dxa"/>${span}${merge}</w:tcPr>`
        return `<w:tc>${about}${this.cell(cell.blocks)}</w:tc>`
      })
      return `<w:tr>${isHeader ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.join('')}</w:tr>`
    })
    return `<w:tbl><w:tblPr><w:tblW w:w="${TABLE_WIDTH}" w:type="dxa"/>${borders}</w:tblPr>${grid}${body.join('')}</w:tbl>`
  }

  /** Word wants a paragraph at the end of every cell. */
  private cell(blocks: Cell['blocks']): string {
    const { lead, rest } = grouped(blocks)
    const first = lead.length > 0 ? paragraph(CELL_STYLE, this.lines(lead)) : ''
    const more = rest.map((group) => this.group(group, CELL_STYLE, CELL_STYLE)).join('')
    const endsWithText = rest.length === 0 ? first !== '' : rest.at(-1)?.kind === 'lines'
    return `${first}${more}${endsWithText ? '' : paragraph(CELL_STYLE, '')}`
  }
}

export const relationOf = (picture: Picture) => `rId-${picture.name.replace(/\W/g, '-')}`

function paragraph(style: string, runs: string, properties = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs}</w:p>`
}

function textRun(text: string, look = ''): string {
  const plain = withoutControls(text)
  if (plain === '') return ''
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(plain)}</w:t></w:r>`
}

/** XML has no place for them. */
const withoutControls = (text: string) => text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu, '')

/** Line breaks in an attribute would be read as spaces. */
const attribute = (text: string) => escapeXml(withoutControls(text)).replace(/[\t\n\r]/g, ' ')

function lookXml(format: RunFormat): string {
  const { bold, italic, underline, strike, script, isCode } = format
  const looks = [
    isCode ? `<w:rStyle w:val="${CODE_STYLE}"/>` : '',
    bold ? '<w:b/>' : '',
    italic ? '<w:i/>' : '',
    strike ? '<w:strike/>' : '',
    underline ? '<w:u w:val="single"/>' : '',
    script === '' ? '' : `<w:vertAlign w:val="${script === 'sub' ? 'subscript' : 'superscript'}"/>`,
  ]
  return looks.join('')
}

type Group = { kind: 'lines'; lines: Line[] } | { kind: 'table'; rows: Cell[][] }

/** Lines with what goes on them; `lead`: what goes on a paragraph that stands before. */
function grouped(entries: readonly Entry[]): { lead: Line[]; rest: Group[] } {
  const lead: Line[] = []
  const rest: Group[] = []
  for (const entry of entries) {
    if (entry.kind === 'table') rest.push({ kind: 'table', rows: entry.rows })
    if (entry.kind !== 'line') continue
    const last = rest.at(-1)
    if (entry.line.isContinued && last?.kind === 'lines') last.lines.push(entry.line)
    else if (entry.line.isContinued && !last) lead.push(entry.line)
    else rest.push({ kind: 'lines', lines: [entry.line] })
  }
  return { lead, rest }
}

/** Cells with those that go on a cell above written out, as Word has them. */
function spannedRows(rows: readonly Cell[][]): (Cell & { merge: '' | 'restart' | 'continue' })[][] {
  const open = new Map<number, { left: number; cell: Cell }>()
  return rows.map((row) => {
    const cells: (Cell & { merge: '' | 'restart' | 'continue' })[] = []
    let column = 0
    const goOn = () => {
      for (let above = open.get(column); above && above.left > 0; above = open.get(column)) {
        above.left--
        cells.push({ ...above.cell, blocks: [], merge: 'continue' })
        column += above.cell.columns
      }
    }
    for (const cell of row) {
      goOn()
      if (cell.rows > 1) open.set(column, { left: cell.rows - 1, cell })
      cells.push({ ...cell, merge: cell.rows > 1 ? 'restart' : '' })
      column += cell.columns
    }
    goOn()
    return cells
  })
}

/** Word shows PNG, JPEG and GIF; anything else is drawn anew as PNG. */
async function pictureOf({ mime, bytes }: MediaFile, number: number): Promise<Picture | null> {
  const extension = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/gif': 'gif' }[mime]
  try {
    const image = sharp(bytes, { failOn: 'none' })
    const { width = 1, height = 1 } = await image.metadata()
    const content = extension ? bytes : new Uint8Array(await image.png().toBuffer())
    return { name: `image${number}.${extension ?? 'png'}`, bytes: content, width, height }
  } catch {
    return null
  }
}

/** With sounds said by their title; pictures stay. */
export function withoutSounds(html: string): string {
  return html.replace(/<audio\b[^>]*>(?:<\/audio>)?/g, (sound) => mediaAsWords(sound)).trim()
}
