import { typeset } from '../../../kernel/typeset.js'

/** Limited rich text (IB-9) as blocks and inlines, for printing: read once, set by PDF and Word alike. */

export interface Style {
  bold?: true
  italic?: true
  underline?: true
  strike?: true
  code?: true
  script?: 'sub' | 'sup'
}

export type Inline =
  | { kind: 'text'; text: string; style: Style }
  | { kind: 'formula'; latex: string; isDisplayed: boolean }
  | { kind: 'picture'; mediaId: string; alt: string }
  | { kind: 'sound'; title: string }
  | { kind: 'break' }

export interface TableCell {
  blocks: Block[]
  isHeader: boolean
  columns: number
  rows: number
}

export type Block =
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; isOrdered: boolean; entries: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'table'; caption: Inline[]; rows: TableCell[][] }

const TOKEN = /<(\/?)([a-z][a-z0-9]*)\b([^>]*)>|([^<]+)|</gi
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const FORMULA = /\\\(([\s\S]{1,2000}?)\\\)|\\\[([\s\S]{1,2000}?)\\\]/g
/** Stand-ins for formulas while the text around them is read; private use, so no text holds them. */
const MARK = /\ue000(\d+)\ue001/g

interface Element {
  name: string
  attributes: string
  children: (Element | string)[]
}

/**
 * PP-7: limited rich text as blocks. Text is in NFC and set as print sets it (`typeset`); white space is as HTML collapses it. Formulas
 * are left as LaTeX. Text outside of paragraphs becomes paragraphs.
 * @param html sanitised
 */
export function readBlocks(html: string): Block[] {
  const formulas: Inline[] = []
  const marked = html.normalize('NFC').replace(FORMULA, (_, inline?: string, displayed?: string) => {
    const latex = textOf((inline ?? displayed ?? '').replace(/<br>/g, ' '))
    formulas.push({ kind: 'formula', latex, isDisplayed: displayed !== undefined })
    return `\ue000${formulas.length - 1}\ue001`
  })
  return blocksOf(treeOf(marked), formulas)
}

/** The one paragraph of a text that has no other blocks; null otherwise. */
export function onlyParagraph(blocks: readonly Block[]): Inline[] | null {
  if (blocks.length === 0) return []
  const [only] = blocks
  return blocks.length === 1 && only?.kind === 'paragraph' ? only.inlines : null
}

function treeOf(html: string): Element {
  const root: Element = { name: '', attributes: '', children: [] }
  const open = [root]
  for (const [, slash, name, attributes = '', text] of html.matchAll(TOKEN)) {
    const top = open.at(-1) as Element
    const tag = name?.toLowerCase()
    if (tag === undefined) top.children.push(text === undefined ? '<' : textOf(text))
    else if (slash) {
      const at = open.map((element) => element.name).lastIndexOf(tag)
      if (at > 0) open.length = at
    } else {
      const element = { name: tag, attributes, children: [] }
      top.children.push(element)
      if (!VOID.has(tag)) open.push(element)
    }
  }
  return root
}

const VOID = new Set(['br', 'img'])
const BLOCKS = new Set(['p', 'ul', 'ol', 'table', 'pre', 'blockquote'])

function textOf(escaped: string): string {
  return escaped.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi,
    (whole, decimal: string, hex: string, name: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole
      const point = Number.parseInt(decimal ?? hex, decimal ? 10 : 16)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ' '
    },
  )
}

function blocksOf(parent: Element, formulas: readonly Inline[]): Block[] {
  const blocks: Block[] = []
  let loose: Inline[] = []
  const flush = () => {
    const inlines = paragraphOf(loose)
    if (inlines.length > 0) blocks.push({ kind: 'paragraph', inlines })
    loose = []
  }
  for (const child of parent.children) {
    if (typeof child === 'string' || !BLOCKS.has(child.name)) {
      loose.push(...inlinesOf(child, {}, formulas))
      continue
    }
    flush()
    if (child.name === 'ul' || child.name === 'ol')
      blocks.push({
        kind: 'list',
        isOrdered: child.name === 'ol',
        entries: elementsIn(child, 'li').map((entry) => blocksOf(entry, formulas)),
      })
    else if (child.name === 'table') blocks.push(tableOf(child, formulas))
    else if (child.name === 'blockquote') blocks.push({ kind: 'quote', blocks: blocksOf(child, formulas) })
    else {
      const style: Style = child.name === 'pre' ? { code: true } : {}
      const inlines = paragraphOf(child.children.flatMap((part) => inlinesOf(part, style, formulas)))
      if (inlines.length > 0) blocks.push({ kind: 'paragraph', inlines })
    }
  }
  flush()
  return blocks
}

function tableOf(table: Element, formulas: readonly Inline[]): Block {
  const [caption] = elementsIn(table, 'caption')
  const span = (cell: Element, name: string) =>
    Math.min(20, Math.max(1, Number.parseInt(new RegExp(`\\b${name}="(\\d+)"`).exec(cell.attributes)?.[1] ?? '1', 10)))
  const rows = table.children
    .flatMap((child) => (typeof child === 'string' ? [] : child.name === 'tr' ? [child] : elementsIn(child, 'tr')))
    .map((row) =>
      row.children.flatMap((cell): TableCell[] =>
        typeof cell === 'string' || (cell.name !== 'td' && cell.name !== 'th')
          ? []
          : [
              {
                blocks: blocksOf(cell, formulas),
                isHeader: cell.name === 'th',
                columns: span(cell, 'colspan'),
                rows: span(cell, 'rowspan'),
              },
            ],
      ),
    )
  return {
    kind: 'table',
    caption: caption ? paragraphOf(caption.children.flatMap((part) => inlinesOf(part, {}, formulas))) : [],
    rows: rows.filter((row) => row.length > 0),
  }
}

function elementsIn(parent: Element, name: string): Element[] {
  return parent.children.filter((child): child is Element => typeof child !== 'string' && child.name === name)
}

const STYLES: Record<string, Style> = {
  b: { bold: true },
  strong: { bold: true },
  th: { bold: true },
  i: { italic: true },
  em: { italic: true },
  u: { underline: true },
  s: { strike: true },
  code: { code: true },
  sub: { script: 'sub' },
  sup: { script: 'sup' },
}

function inlinesOf(node: Element | string, style: Style, formulas: readonly Inline[]): Inline[] {
  if (typeof node === 'string')
    return node.split(MARK).flatMap((piece, index): Inline[] => {
      if (index % 2 === 1) return [formulas[Number(piece)] as Inline]
      return piece === '' ? [] : [{ kind: 'text', text: piece, style }]
    })
  const attribute = (name: string) => textOf(new RegExp(`\\b${name}="([^"]*)"`).exec(node.attributes)?.[1] ?? '')
  if (node.name === 'br') return [{ kind: 'break' }]
  if (node.name === 'img')
    return [{ kind: 'picture', mediaId: attribute('src').replace(/^media:/, ''), alt: attribute('alt') }]
  if (node.name === 'audio') return [{ kind: 'sound', title: attribute('title') }]
  const own = { ...style, ...STYLES[node.name] }
  return node.children.flatMap((child) => inlinesOf(child, own, formulas))
}

/** White space collapsed over the whole paragraph and gone at its ends and around breaks; then set as print sets it. */
function paragraphOf(inlines: readonly Inline[]): Inline[] {
  const kept: Inline[] = []
  let isSpaceBefore = true
  for (const inline of inlines) {
    if (inline.kind !== 'text') {
      if (inline.kind === 'break') trimEnd(kept)
      kept.push(inline)
      isSpaceBefore = inline.kind === 'break'
      continue
    }
    const collapsed = inline.text.replace(/[ \t\r\n\u00a0]+/g, ' ')
    const text = isSpaceBefore ? collapsed.replace(/^ /, '') : collapsed
    if (text === '') continue
    kept.push({ ...inline, text })
    isSpaceBefore = text.endsWith(' ')
  }
  trimEnd(kept)
  while (kept.at(-1)?.kind === 'break') kept.pop()
  return setTogether(kept)
}

function trimEnd(inlines: Inline[]): void {
  const last = inlines.at(-1)
  if (last?.kind !== 'text') return
  const text = last.text.trimEnd()
  if (text === '') inlines.pop()
  else inlines[inlines.length - 1] = { ...last, text }
}

/** Quotation marks pair and numbers find their units across changes of style; what is code stays as it is. */
function setTogether(inlines: readonly Inline[]): Inline[] {
  const whole = inlines.map((inline) => (inline.kind === 'text' ? inline.text : '\ufffc')).join('')
  const set = typeset(whole)
  let at = 0
  return inlines.map((inline) => {
    const length = inline.kind === 'text' ? inline.text.length : 1
    const text = set.slice(at, at + length)
    at += length
    return inline.kind === 'text' && !inline.style.code ? { ...inline, text } : inline
  })
}
