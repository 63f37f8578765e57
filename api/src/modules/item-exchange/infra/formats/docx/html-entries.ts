import { type Cell, lineOf, type Line, OBJECT, type Piece } from './line.js'
import { PLAIN, type RunFormat } from './styles.js'
import type { Entry } from './tables.js'

/** Limited rich text as the lines and tables that a document shows: the way back of `htmlOf`. */

const TOKEN = /<(\/?)([a-z][a-z0-9]*)\b([^>]*)>|&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9a-f]+);|[^<&]+|[<&]/gi
const LOOKS: Record<string, Partial<RunFormat>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  u: { underline: true },
  s: { strike: true },
  sub: { script: 'sub' },
  sup: { script: 'sup' },
  code: { isCode: true },
}
const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': '\u00a0',
}
const BLOCKS = new Set(['p', 'ul', 'ol', 'blockquote', 'pre', 'caption', 'div'])

export function entriesOfHtml(html: string): Entry[] {
  return new HtmlReader().read(html)
}

interface OpenTable {
  rows: Cell[][]
  /** What surrounds the table goes on after it. */
  outer: Entry[]
  /** Attributes of the cell that is being read. */
  attributes: string
}

class HtmlReader {
  private entries: Entry[] = []
  private readonly tables: OpenTable[] = []
  private readonly looks: { name: string; format: RunFormat }[] = []
  private line: Line | null = null
  private isPoint = false

  read(html: string): Entry[] {
    for (const match of html.matchAll(TOKEN)) {
      const [token, slash, name = '', attributes = ''] = match
      if (name === '') this.text(token.length > 1 && token.startsWith('&') ? letterOf(token) : token)
      else this.tag(name.toLowerCase(), slash === '/', attributes, token)
    }
    while (this.tables.length > 0) this.endTable()
    return this.entries
  }

  private tag(name: string, isEnd: boolean, attributes: string, token: string): void {
    const look = LOOKS[name]
    if (look && !isEnd) this.looks.push({ name, format: { ...this.format(), ...look } })
    else if (look) {
      if (this.looks.at(-1)?.name === name) this.looks.pop()
    } else if (name === 'br') this.open(true)
    else if (name === 'img') this.add({ text: OBJECT, html: token, format: PLAIN })
    else if (name === 'li') {
      this.line = null
      this.isPoint = !isEnd
    } else if (name === 'table') {
      this.line = null
      if (isEnd) this.endTable()
      else {
        this.tables.push({ rows: [], outer: this.entries, attributes: '' })
        this.entries = []
      }
    } else if (name === 'tr' && !isEnd) this.tables.at(-1)?.rows.push([])
    else if (name === 'td' || name === 'th') this.cell(name, isEnd, attributes)
    else if (BLOCKS.has(name)) this.line = null
  }

  private cell(name: string, isEnd: boolean, attributes: string): void {
    this.line = null
    const table = this.tables.at(-1)
    if (!table) return
    if (!isEnd) {
      this.entries = []
      table.attributes = attributes
      return
    }
    const span = (kind: string) => Number(new RegExp(`${kind}="(\\d{1,3})"`).exec(table.attributes)?.[1] ?? 1)
    const blocks = this.entries.flatMap((entry) => (entry.kind === 'line' || entry.kind === 'table' ? [entry] : []))
    if (table.rows.length === 0) table.rows.push([])
    table.rows.at(-1)?.push({ blocks, columns: span('colspan'), rows: span('rowspan'), isHeader: name === 'th' })
    this.entries = []
  }

  private endTable(): void {
    const table = this.tables.pop()
    if (!table) return
    this.entries = table.outer
    this.line = null
    if (table.rows.some((row) => row.length > 0)) this.entries.push({ kind: 'table', rows: table.rows })
  }

  private format(): RunFormat {
    return this.looks.at(-1)?.format ?? PLAIN
  }

  private text(text: string): void {
    const plain = text.replace(/[\r\n]+/g, ' ')
    if (this.line === null && plain.trim() === '') return
    this.add({ text: plain, format: this.format() })
  }

  private add(piece: Piece): void {
    if (this.line === null) this.open(false)
    this.line?.pieces.push(piece)
  }

  private open(isContinued: boolean): void {
    this.line = lineOf([], { isBullet: this.isPoint && !isContinued, isContinued })
    this.entries.push({ kind: 'line', line: this.line })
  }
}

function letterOf(entity: string): string {
  const named = ENTITIES[entity.toLowerCase()]
  if (named !== undefined) return named
  const point = Number.parseInt(entity.replace(/^&#x?|;$/gi, ''), /^&#x/i.test(entity) ? 16 : 10)
  return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : ' '
}
