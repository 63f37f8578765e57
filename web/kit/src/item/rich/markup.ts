/**
 * Reads markup into a tree of data. Not the browser's own parser: that one reports every inline style and handler it meets to the
 * security policy, also in a document that is only looked at. What is read wrongly here becomes text, never markup.
 */

export interface MarkupElement {
  /** In lower case. */
  name: string
  /** Names in lower case, character references read; of a name that stands twice the first. */
  attributes: ReadonlyMap<string, string>
  children: MarkupNode[]
}
export type MarkupNode = MarkupElement | string

const VOID = new Set([
  'br',
  'img',
  'hr',
  'wbr',
  'input',
  'col',
  'source',
  'track',
  'link',
  'meta',
  'base',
  'embed',
  'param',
])

/** What stands in them is no markup, and none of it is kept. */
const RAW = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'iframe',
  'noembed',
  'noframes',
  'noscript',
  'xmp',
  'plaintext',
])

/** One that begins ends the one before it. */
const NEIGHBOURS = new Set(['p', 'li', 'tr', 'td', 'th'])

const TEXT = /[^<]+/y
const NOTE = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)/y
const CLOSING = /<\/([a-z][^\s/>]*)[^>]*(?:>|$)/iy
const OPENING = /<([a-z][^\s/>]*)/iy
const ATTRIBUTE = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y
const END = /[\s/]*>|[^>]*(?:>|$)/y

/** @param markup anything; it is never refused */
export function markupTree(markup: string): MarkupNode[] {
  const top: MarkupNode[] = []
  const open: MarkupElement[] = []
  let at = 0
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(markup)
    if (found) at = pattern.lastIndex
    return found
  }
  const put = (node: MarkupNode) => (open.at(-1)?.children ?? top).push(node)

  while (at < markup.length) {
    const text = next(TEXT)
    if (text) {
      put(withReferencesRead(text[0]))
      continue
    }
    if (next(NOTE)) continue
    const closing = next(CLOSING)
    if (closing) {
      const place = open.map(({ name }) => name).lastIndexOf((closing[1] as string).toLowerCase())
      if (place >= 0) open.length = place
      continue
    }
    const opening = next(OPENING)
    if (!opening) {
      put('<')
      at += 1
      continue
    }
    const name = (opening[1] as string).toLowerCase()
    const attributes = new Map<string, string>()
    for (let found = next(ATTRIBUTE); found; found = next(ATTRIBUTE)) {
      const [, key = '', double, single, bare] = found
      if (!attributes.has(key.toLowerCase()))
        attributes.set(key.toLowerCase(), withReferencesRead(double ?? single ?? bare ?? ''))
    }
    const end = next(END)?.[0] ?? ''
    if (NEIGHBOURS.has(name) && open.at(-1)?.name === name) open.pop()
    const element: MarkupElement = { name, attributes, children: [] }
    put(element)
    if (RAW.has(name)) {
      const rest = markup.slice(at).search(new RegExp(`</${name}`, 'i'))
      at = rest < 0 || name === 'plaintext' ? markup.length : at + rest
    }
    if (!VOID.has(name) && !end.includes('/>')) open.push(element)
  }
  return top
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** The names that the server writes, and all numbers; any other reference stays as it is written. */
function withReferencesRead(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[(name as string).toLowerCase()] ?? whole
    const point = Number.parseInt(decimal ?? hex, decimal ? 10 : 16)
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000)
      ? String.fromCodePoint(point)
      : '\ufffd'
  })
}
