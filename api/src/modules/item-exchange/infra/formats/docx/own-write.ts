import type { ItemDraft } from '@thiso/contracts/vocab'
import {
  type FileChild,
  ImageRun,
  type IParagraphStyleOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import sharp from 'sharp'
import { mapTexts } from '../draft-texts.js'
import type { MediaFile } from '../format.js'
import { mediaAsWords, mediaIdsOf } from '../html-media.js'
import { unescapeHtml } from '../text-formats.js'
import { entriesOfHtml } from './html-entries.js'
import { type Cell, type Line, type Piece, tidied } from './line.js'
import {
  CELL_STYLE,
  DETAIL_STYLE,
  KEY_STYLE,
  type Part,
  PARTS,
  PLACES,
  shownName,
  styleOf,
  CODE_STYLE,
} from './own-parts.js'
import type { Entry } from './tables.js'

/** Word paragraphs out of limited rich text, in the styles of our own files. */

export const BULLETS = 'thi-so-points'
/** Of a page with usual margins, in pixels of 96 to the inch. */
const WIDEST = 600

const INDENTS: Record<Part, number> = {
  stem: 0,
  option: 360,
  choice: 720,
  explanation: 0,
  stemEn: 0,
  optionEn: 360,
  choiceEn: 720,
  explanationEn: 0,
}

export const OWN_PARAGRAPH_STYLES: IParagraphStyleOptions[] = [
  ...PARTS.flatMap((part) =>
    PLACES.map((place): IParagraphStyleOptions => {
      const id = styleOf(part, place)
      const isHead = part === 'stem' && place === 'start'
      return {
        id,
        name: shownName(id),
        basedOn: 'Normal',
        next: id,
        quickFormat: true,
        run: part.endsWith('En') ? { italics: false, color: '44546A' } : {},
        paragraph: {
          indent: { left: INDENTS[part] },
          spacing: { before: isHead ? 200 : 20, after: 20 },
          keepNext: part === 'stem' || part === 'choice',
        },
      }
    }),
  ),
  ...[KEY_STYLE, DETAIL_STYLE, CELL_STYLE].map(
    (id): IParagraphStyleOptions => ({
      id,
      name: shownName(id),
      basedOn: 'Normal',
      next: id,
      run: id === DETAIL_STYLE ? { size: 18, color: '595959' } : {},
    }),
  ),
]
export const OWN_CHARACTER_STYLES = [
  { id: CODE_STYLE, name: shownName(CODE_STYLE), basedOn: 'DefaultParagraphFont', run: { font: 'Consolas' } },
]

/** A line of plain text after a label. */
export function plainParagraph(style: string, label: string, text: string): Paragraph {
  return new Paragraph({
    style,
    children: [new TextRun({ text: label, bold: style === KEY_STYLE }), new TextRun(text)],
  })
}

interface Picture {
  type: 'png' | 'jpg' | 'gif'
  bytes: Uint8Array
  width: number
  height: number
}

export class TextWriter {
  private constructor(private readonly pictures: ReadonlyMap<string, Picture>) {}

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
      const picture = file?.mime.startsWith('image/') ? await pictureOf(file) : null
      if (picture) pictures.set(id, picture)
    }
    return new TextWriter(pictures)
  }

  /** A rich text as paragraphs, the first with its label. */
  write(part: Part, label: string, html: string): FileChild[] {
    const entries = entriesOfHtml(withoutSounds(html))
    const first = entries[0]
    const startsWithText = first?.kind === 'line' && !first.line.isBullet && !first.line.isContinued
    const isLabelBold = label.length > 3
    const start = new TextRun({ text: label, bold: isLabelBold })
    const groups = grouped(startsWithText ? entries.slice(1) : entries)
    const lead: Line[] = startsWithText ? [first.line, ...groups.lead] : groups.lead
    const paragraphs: FileChild[] = [
      new Paragraph({ style: styleOf(part, 'start'), children: [start, ...this.lines(lead)] }),
    ]
    for (const group of groups.rest) {
      if (group.kind === 'table') {
        paragraphs.push(this.table(group.rows))
        continue
      }
      const isPoint = group.lines[0]?.isBullet ?? false
      paragraphs.push(
        new Paragraph({
          style: styleOf(part, isPoint ? 'point' : 'more'),
          children: this.lines(group.lines),
          ...(isPoint ? { numbering: { reference: BULLETS, level: 0 } } : {}),
        }),
      )
    }
    return paragraphs
  }

  /** Lines of one paragraph, parted by line breaks. */
  private lines(lines: readonly Line[]): ParagraphChild[] {
    return lines.flatMap((line, at) => {
      const runs = tidied(line.pieces).map((piece) => this.run(piece))
      return at === 0 ? runs : [new TextRun({ break: 1 }), ...runs]
    })
  }

  private run(piece: Piece): ParagraphChild {
    if (piece.html !== undefined) return this.picture(piece.html)
    const { bold, italic, underline, strike, script, isCode } = piece.format
    return new TextRun({
      text: piece.text,
      ...(bold ? { bold } : {}),
      ...(italic ? { italics: true } : {}),
      ...(underline ? { underline: {} } : {}),
      ...(strike ? { strike } : {}),
      ...(script === 'sub' ? { subScript: true } : script === 'sup' ? { superScript: true } : {}),
      ...(isCode ? { style: CODE_STYLE } : {}),
    })
  }

  /** The picture, or the words that stand for it when it is not there. */
  private picture(html: string): ParagraphChild {
    const id = mediaIdsOf(html)[0] ?? ''
    const alt = unescapeHtml(/\balt="([^"]*)"/.exec(html)?.[1] ?? '')
    const picture = this.pictures.get(id)
    if (!picture) return new TextRun(alt)
    const scale = Math.min(1, WIDEST / picture.width)
    return new ImageRun({
      type: picture.type,
      data: picture.bytes,
      transformation: {
        width: Math.max(1, Math.round(picture.width * scale)),
        height: Math.max(1, Math.round(picture.height * scale)),
      },
      altText: { name: id, title: '', description: alt },
    })
  }

  private table(rows: readonly Cell[][]): Table {
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: rows.map(
        (row) =>
          new TableRow({
            tableHeader: row.length > 0 && row.every((cell) => cell.isHeader),
            children: row.map(
              (cell) => new TableCell({ columnSpan: cell.columns, rowSpan: cell.rows, children: this.cell(cell) }),
            ),
          }),
      ),
    })
  }

  private cell(cell: Cell): (Paragraph | Table)[] {
    const { lead, rest } = grouped(cell.blocks)
    const first =
      lead.length > 0 || rest.length === 0 ? [new Paragraph({ style: CELL_STYLE, children: this.lines(lead) })] : []
    const more = rest.map((group) =>
      group.kind === 'table'
        ? this.table(group.rows)
        : new Paragraph({
            style: CELL_STYLE,
            children: this.lines(group.lines),
            ...(group.lines[0]?.isBullet ? { numbering: { reference: BULLETS, level: 0 } } : {}),
          }),
    )
    const last = more.at(-1)
    // Word wants a paragraph after a table within a cell.
    return [...first, ...more, ...(last instanceof Table ? [new Paragraph({ style: CELL_STYLE })] : [])]
  }
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
    if (!entry.line.isContinued) rest.push({ kind: 'lines', lines: [entry.line] })
    else if (last?.kind === 'lines') last.lines.push(entry.line)
    else if (!last) lead.push(entry.line)
    else rest.push({ kind: 'lines', lines: [entry.line] })
  }
  return { lead, rest }
}

/** Word shows PNG, JPEG and GIF; anything else is drawn anew as PNG. */
async function pictureOf({ mime, bytes }: MediaFile): Promise<Picture | null> {
  try {
    const types: Record<string, Picture['type']> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' }
    const type = types[mime]
    const image = sharp(bytes, { failOn: 'none' })
    const { width = 1, height = 1 } = await image.metadata()
    return type
      ? { type, bytes, width, height }
      : { type: 'png', bytes: new Uint8Array(await image.png().toBuffer()), width, height }
  } catch {
    return null
  }
}

/** With sounds said by their title; pictures stay. */
export function withoutSounds(html: string): string {
  return html.replace(/<audio\b[^>]*>(?:<\/audio>)?/g, (sound) => mediaAsWords(sound)).trim()
}
