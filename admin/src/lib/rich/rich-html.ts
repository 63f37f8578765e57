import { escapeHtml } from '@thiso/contracts/vocab'
import { MEDIA_ADDRESS, mediumOf, mediumTag } from './rich-media'
import { type Element, found, type Node, parse, quoted } from './rich-tree'

/**
 * Limited rich text as authors write it (IB-9): what a browser's editing surface or a paste from Word holds, brought into the
 * one form that is stored. Everything here takes HTML as a browser writes it (`innerHTML`): nested rightly, attributes quoted.
 */

/** A text of several paragraphs, or one of a single line such as an option. */
export type RichShape = 'blocks' | 'line'

type Block =
  | { kind: 'text'; tag: 'p' | 'blockquote' | 'pre'; children: Node[] }
  | { kind: 'list' | 'table'; element: Element }

const MARKS = new Set(['b', 'i', 'u', 's', 'sub', 'sup', 'code'])
const PARAGRAPHS = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'section', 'article'])
/** Gone with everything in them; other unknown tags leave their content behind. */
const DROPPED = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'textarea',
  'select',
  'iframe',
  'object',
  'svg',
])

const LINK_ADDRESS = /^https?:\/\//i

/** The stored form of what stands in an editing surface or comes by a paste. */
export function tidyHtml(html: string, shape: RichShape): string {
  return written(blocksOf(parse(html)), shape, (id) => `media:${id}`)
}

/** A stored text as the editing surface shows it: the same, with media where the browser finds them. */
export function editableHtml(html: string, shape: RichShape): string {
  return written(blocksOf(parse(html)), shape, (id) => `/api/media/${id}`)
}

// --- one form

function blocksOf(nodes: Node[]): Block[] {
  const blocks: Block[] = []
  let run: Node[] = []
  const push = (tag: 'p' | 'blockquote' | 'pre', children: Node[]) => {
    if (children.length > 0) blocks.push({ kind: 'text', tag, children })
  }
  const flush = () => {
    push('p', trimmed(inline(run)))
    run = []
  }
  for (const node of nodes) {
    if (typeof node === 'string' || !holdsBlocks(node)) {
      run.push(node)
      continue
    }
    flush()
    if (node.tag === 'ul' || node.tag === 'ol') blocks.push(...listOf(node))
    else if (node.tag === 'table') blocks.push(...tableOf(node))
    else if (node.tag === 'blockquote') push(node.tag, trimmed(inline(node.children)))
    // The lines are what a passage of code is written for.
    else if (node.tag === 'pre') push(node.tag, trimmed(inline(node.children.flatMap(withBreaks))))
    else blocks.push(...blocksOf(node.children))
  }
  flush()
  return blocks
}

function withBreaks(node: Node): Node[] {
  if (typeof node !== 'string') return [{ ...node, children: node.children.flatMap(withBreaks) }]
  return node.split(/\r?\n/).flatMap((line, index) => (index === 0 ? [line] : [BREAK, line]))
}

function holdsBlocks(node: Node): boolean {
  if (typeof node === 'string' || DROPPED.has(node.tag)) return false
  return isBlock(node.tag) || node.children.some(holdsBlocks)
}

const isBlock = (tag: string) =>
  PARAGRAPHS.has(tag) || ['ul', 'ol', 'li', 'table', 'caption', 'tbody', 'thead', 'tr', 'td', 'th', 'hr'].includes(tag)

function listOf(list: Element): Block[] {
  const items = list.children.flatMap((child): Element[] => {
    // Browsers put a list below a list beside the entry, not into it, and leave what was typed where it is.
    const isHolder = typeof child !== 'string' && isBlock(child.tag)
    const children = trimmed(inline(isHolder ? child.children : [child]))
    return children.length > 0 ? [{ tag: 'li', attributes: {}, children }] : []
  })
  return items.length > 0 ? [{ kind: 'list', element: { tag: list.tag, attributes: {}, children: items } }] : []
}

function tableOf(table: Element): Block[] {
  const rows = found(table, 'tr').map((row): Element => {
    const cells = row.children.filter(
      (cell): cell is Element => typeof cell !== 'string' && (cell.tag === 'td' || cell.tag === 'th'),
    )
    const children = cells.map((cell) => ({
      tag: cell.tag,
      attributes: spansOf(cell),
      children: trimmed(inline(cell.children)),
    }))
    return { tag: 'tr', attributes: {}, children }
  })
  const full = rows.filter((row) => row.children.length > 0)
  if (full.every((row) => row.children.every((cell) => typeof cell !== 'string' && cell.children.length === 0)))
    return []
  const caption = found(table, 'caption').flatMap((element): Element[] => {
    const children = trimmed(inline(element.children))
    return children.length > 0 ? [{ tag: 'caption', attributes: {}, children }] : []
  })
  const body: Element = { tag: 'tbody', attributes: {}, children: full }
  return [{ kind: 'table', element: { tag: 'table', attributes: {}, children: [...caption.slice(0, 1), body] } }]
}

/** How many columns and rows a cell takes, where it is more than one. */
function spansOf({ attributes }: Element): Record<string, string> {
  const spans = ['colspan', 'rowspan'].filter((name) => /^[1-9]\d?$/.test(attributes[name] ?? ''))
  return Object.fromEntries(spans.map((name) => [name, attributes[name] as string]))
}

/** Nodes without any block: what was one becomes lines parted by a break. */
function inline(nodes: Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (typeof node === 'string') return [node.replace(/[\s\u00a0]+/g, ' ')]
    if (DROPPED.has(node.tag)) return []
    if (node.tag === 'br') return [BREAK]
    if (node.tag === 'img' || node.tag === 'audio')
      return MEDIA_ADDRESS.test(node.attributes['src'] ?? '') ? [node] : []
    const children = joined(inline(node.children))
    if (isBlock(node.tag)) return [BREAK, ...children, BREAK]
    if (children.length === 0) return []
    const marks = MARKS.has(node.tag) ? [node.tag] : marksOf(node)
    if (node.tag === 'a' && LINK_ADDRESS.test(node.attributes['href'] ?? ''))
      return [{ tag: 'a', attributes: { href: node.attributes['href'] as string }, children }]
    return marks.reduceRight<Node[]>((inner, tag) => [{ tag, attributes: {}, children: inner }], children)
  })
}

const BREAK: Element = { tag: 'br', attributes: {}, children: [] }
const isBreak = (node: Node | undefined) => typeof node === 'object' && node.tag === 'br'

/** Word and web documents write bold as a style. */
function marksOf({ tag, attributes }: Element): string[] {
  if (tag !== 'span' && tag !== 'font') return []
  const style = attributes['style'] ?? ''
  return [
    ...(/font-weight\s*:\s*(bold|[6-9]00)/i.test(style) ? ['b'] : []),
    ...(/font-style\s*:\s*italic/i.test(style) ? ['i'] : []),
    ...(/vertical-align\s*:\s*sub/i.test(style) ? ['sub'] : []),
    ...(/vertical-align\s*:\s*super/i.test(style) ? ['sup'] : []),
  ]
}

/** Without spaces and breaks at its ends, without a break after a break, without empty words. */
function trimmed(nodes: Node[]): Node[] {
  const kept: Node[] = []
  for (const node of joined(nodes)) {
    if (isBreak(node) && (kept.length === 0 || isBreak(kept.at(-1)))) continue
    const afterBreak = kept.length === 0 || isBreak(kept.at(-1))
    const text = typeof node === 'string' && afterBreak ? node.trimStart() : node
    if (text !== '') kept.push(text)
  }
  for (;;) {
    const last = kept.at(-1)
    if (isBreak(last) || last === '' || (typeof last === 'string' && last.trim() === '')) kept.pop()
    else if (typeof last === 'string' && last !== last.trimEnd()) kept[kept.length - 1] = last.trimEnd()
    else break
  }
  return kept.map((node, index) => (typeof node === 'string' && isBreak(kept[index + 1]) ? node.trimEnd() : node))
}

function joined(nodes: Node[]): Node[] {
  const kept: Node[] = []
  for (const node of nodes) {
    const last = kept.at(-1)
    if (typeof node === 'string' && typeof last === 'string')
      kept[kept.length - 1] = (last + node).replace(/ {2,}/g, ' ')
    else kept.push(node)
  }
  return kept
}

// --- writing

function written(blocks: Block[], shape: RichShape, addressOf: (mediaId: string) => string): string {
  const text = (nodes: Node[]) => nodes.map((node) => tagged(node, addressOf)).join('')
  if (shape === 'line') {
    const lines = blocks.flatMap((block): Node[][] => {
      if (block.kind === 'text') return [inline(block.children)]
      const rows = block.kind === 'list' ? block.element.children : tableLines(block.element)
      return rows.map((row) => linesOf(row))
    })
    return lines
      .map((line) => text(trimmed(line)))
      .filter(Boolean)
      .join('<br>')
  }
  const [first] = blocks
  if (blocks.length === 1 && first?.kind === 'text' && first.tag === 'p') return text(first.children)
  return blocks
    .map((block) =>
      block.kind === 'text' ? `<${block.tag}>${text(block.children)}</${block.tag}>` : text([block.element]),
    )
    .join('')
}

const tableLines = (table: Element) => [...found(table, 'caption'), ...found(table, 'tr')]

/** The cells of a row, or the one text of a list's entry, in one line. */
function linesOf(row: Node): Node[] {
  if (typeof row === 'string') return [row]
  if (row.tag !== 'tr') return row.children
  return row.children.flatMap((cell) => (typeof cell === 'string' ? [cell] : [...cell.children, ' ']))
}

function tagged(node: Node, addressOf: (mediaId: string) => string): string {
  if (typeof node === 'string') return escapeHtml(node)
  if (node.tag === 'br') return '<br>'
  if (node.tag === 'img' || node.tag === 'audio') {
    const [, mediaId = ''] = MEDIA_ADDRESS.exec(node.attributes['src'] ?? '') ?? []
    return mediumTag(mediumOf(node.tag === 'img', mediaId, node.attributes), addressOf(mediaId))
  }
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${quoted(value)}"`)
  const inner = node.children.map((child) => tagged(child, addressOf)).join('')
  return `<${node.tag}${attributes.join('')}>${inner}</${node.tag}>`
}
