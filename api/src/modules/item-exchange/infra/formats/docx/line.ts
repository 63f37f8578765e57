import { escapeHtml, type ItemProblem } from '@thiso/contracts/vocab'
import { PLAIN, type RunFormat } from './styles.js'

/** Text that looks the same throughout, or one picture or formula: then `text` is OBJECT and `html` what it is. */
export interface Piece {
  text: string
  format: RunFormat
  html?: string
}

/** Stands for a picture or formula in the text of a line. */
export const OBJECT = '\ufffc'

/** A paragraph, or what of it stands between two line breaks. */
export interface Line {
  pieces: Piece[]
  /** Id of the paragraph's style. */
  style: string
  /** How many of the first letters are an automatic number. */
  labelLength: number
  isBullet: boolean
  /** Does it go on the paragraph of the line before, after a line break? */
  isContinued: boolean
  problems: ItemProblem[]
}

export interface Cell {
  blocks: Block[]
  columns: number
  rows: number
  isHeader: boolean
}

export type Block = { kind: 'line'; line: Line } | { kind: 'table'; rows: Cell[][] }

export function lineOf(pieces: Piece[], about: Partial<Line> = {}): Line {
  return { style: '', labelLength: 0, isBullet: false, isContinued: false, problems: [], ...about, pieces }
}

export function textOfLine(line: Line): string {
  return line.pieces.map((piece) => piece.text).join('')
}

/** A part of a line, counted in letters of its text. Its problems and place stay with the first part. */
export function slice(line: Line, from: number, to = Number.POSITIVE_INFINITY): Line {
  const pieces: Piece[] = []
  let at = 0
  for (const piece of line.pieces) {
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, piece.text.length)
    if (start < end) pieces.push({ ...piece, text: piece.text.slice(start, end) })
    at += piece.text.length
  }
  return {
    ...line,
    pieces,
    labelLength: Math.max(0, line.labelLength - from),
    isContinued: from > 0 ? false : line.isContinued,
    problems: from > 0 ? [] : line.problems,
  }
}

/** The part without spaces at its ends. */
export function trimmed(line: Line): Line {
  const text = textOfLine(line)
  const from = text.length - text.trimStart().length
  const short = slice(line, from, text.trimEnd().length)
  return { ...short, isContinued: line.isContinued, problems: line.problems }
}

export function isBlank(line: Line): boolean {
  return textOfLine(line).trim() === ''
}

/** Neighbours that look the same are one piece; marks of a letter that stand in the next piece join their letter; NFC. */
export function tidied(pieces: Piece[]): Piece[] {
  const tidy: Piece[] = []
  for (const piece of pieces) {
    const last = tidy.at(-1)
    if (!last || last.html !== undefined || piece.html !== undefined) {
      tidy.push({ ...piece })
      continue
    }
    const [marks = ''] = /^\p{M}+/u.exec(piece.text) ?? []
    last.text += marks
    const rest = piece.text.slice(marks.length)
    if (rest === '') continue
    if (sameLook(last.format, piece.format)) last.text += rest
    else tidy.push({ ...piece, text: rest })
  }
  return tidy.map((piece) => (piece.html === undefined ? { ...piece, text: piece.text.normalize('NFC') } : piece))
}

function sameLook(a: RunFormat, b: RunFormat): boolean {
  return (Object.keys(PLAIN) as (keyof RunFormat)[]).every((key) => a[key] === b[key])
}

export type Emphasis = 'bold' | 'italic' | 'underline'

/** Is every letter of the line so? Formulas and pictures do not count. */
export function isAll(line: Line, emphasis: Emphasis): boolean {
  const letters = line.pieces.filter((piece) => piece.html === undefined && piece.text.trim() !== '')
  return letters.length > 0 && letters.every((piece) => piece.format[emphasis])
}

export function without(line: Line, emphases: readonly Emphasis[]): Line {
  if (emphases.length === 0) return line
  const off = Object.fromEntries(emphases.map((emphasis) => [emphasis, false]))
  return { ...line, pieces: line.pieces.map((piece) => ({ ...piece, format: { ...piece.format, ...off } })) }
}

type Tag = 'b' | 'i' | 'u' | 's' | 'sub' | 'sup' | 'code'

/** The look of a piece as tags, outermost first. */
function tagsOf(format: RunFormat): Tag[] {
  const tags: Tag[] = []
  if (format.bold) tags.push('b')
  if (format.italic) tags.push('i')
  if (format.underline) tags.push('u')
  if (format.strike) tags.push('s')
  if (format.script !== '') tags.push(format.script)
  if (format.isCode) tags.push('code')
  return tags
}

/** Drawn space is a gap to fill in, which HTML would not show. */
const gaps = (piece: Piece) =>
  piece.format.underline && /^\s{3,}$/.test(piece.text)
    ? { ...piece, text: '______', format: { ...piece.format, underline: false } }
    : piece

/** @returns limited HTML of what stands in the line, without a paragraph around it */
export function htmlOfLine(line: Line): string {
  let html = ''
  let open: Tag[] = []
  for (const piece of tidied(line.pieces.map(gaps))) {
    // Spaces look like anything: they take the look of what stands before, so that no tag holds only a space.
    const tags =
      piece.text.trim() === '' && piece.html === undefined
        ? open.filter((tag) => tagsOf(piece.format).includes(tag))
        : tagsOf(piece.format)
    const kept = commonStart(open, tags)
    for (const tag of open.slice(kept).reverse()) html += `</${tag}>`
    for (const tag of tags.slice(kept)) html += `<${tag}>`
    open = tags
    html += piece.html ?? escapeHtml(piece.text.replace(/\t/g, ' '))
  }
  for (const tag of [...open].reverse()) html += `</${tag}>`
  return spacesOutside(html)
}

function commonStart(a: Tag[], b: Tag[]): number {
  let kept = 0
  while (kept < a.length && a[kept] === b[kept]) kept++
  return kept
}

/** `<b>text </b>more` as `<b>text</b> more`: the space belongs to neither. */
function spacesOutside(html: string): string {
  let tidy = html
  for (let before = ''; before !== tidy; ) {
    before = tidy
    tidy = tidy
      .replace(/(<(?:b|i|u|s|sub|sup|code)>)( +)/g, '$2$1')
      .replace(/( +)(<\/(?:b|i|u|s|sub|sup|code)>)/g, '$2$1')
  }
  return tidy.replace(/ {2,}/g, ' ').trim()
}
