import { escapeHtml } from '@thiso/contracts/vocab'

/** Limited rich text as a tree, read from HTML as a browser writes it: nested rightly, attributes quoted. */

export interface Element {
  tag: string
  attributes: Record<string, string>
  children: Node[]
}
export type Node = string | Element

/** Written in many ways by browsers and Word, stored in one. */
const SAME: Record<string, string> = { strong: 'b', em: 'i', ins: 'u', strike: 's', del: 's', tt: 'code' }

const VOID = new Set(['br', 'img', 'hr', 'input', 'col', 'wbr', 'meta', 'link', 'source', 'area', 'embed', 'track'])

export function parse(html: string): Node[] {
  const root: Element = { tag: '', attributes: {}, children: [] }
  const open: Element[] = [root]
  const tokens = /<!--[\s\S]*?-->|<(\/?)([a-z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gi
  for (const [whole, slash, name, rest] of html.matchAll(tokens)) {
    const parent = open.at(-1) as Element
    if (name === undefined) {
      if (!whole.startsWith('<!--')) parent.children.push(decoded(whole))
      continue
    }
    const tag = SAME[name.toLowerCase()] ?? name.toLowerCase()
    if (slash) {
      const at = open.findLastIndex((element) => element.tag === tag)
      if (at > 0) open.length = at
      continue
    }
    const element: Element = { tag, attributes: attributesOf(rest ?? ''), children: [] }
    parent.children.push(element)
    if (!VOID.has(tag) && !rest?.endsWith('/')) open.push(element)
  }
  return root.children
}

export function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single] of text.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    found[name.toLowerCase()] = decoded(double ?? single ?? '')
  return found
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

export function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[(name as string).toLowerCase()] ?? whole
    const point = Number.parseInt(decimal ?? hex, decimal ? 10 : 16)
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : ' '
  })
}

/** The nearest elements of that tag below an element, those of a table within it left out. */
export const found = (element: Element, tag: string): Element[] =>
  element.children.flatMap((child) =>
    typeof child === 'string' ? [] : child.tag === tag ? [child] : child.tag === 'table' ? [] : found(child, tag),
  )

export const quoted = (text: string) => escapeHtml(text).replace(/"/g, '&quot;')
