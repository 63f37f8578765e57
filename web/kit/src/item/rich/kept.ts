import { type MarkupNode, markupTree } from './markup'

/**
 * What of a rich text is shown. The server has taken out long ago what does not belong; this list stands on its own, so that a mistake
 * there runs nothing here. What comes out is data, never markup.
 */

export interface RichElement {
  tag: string
  /** Checked, by their names in HTML; `src` of a picture or a recording is the id of a medium. */
  attributes: Readonly<Record<string, string>>
  children: readonly RichNode[]
}
export type RichNode = RichElement | string

type Check = (value: string) => string | null

const like =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value.trim()) ? value.trim() : null
const anyText: Check = (value) => value.trim()
const count = like(/^[1-9]\d?$/)
const pixels = like(/^[1-9]\d{0,3}$/)
const yesNo = like(/^(true|false)$/)
const length = like(/^[+-]?(\d+|\d*\.\d+)(em|ex|px|pt|cm|mm|in|%)?$/)
const aligned = like(/^(left|center|right)( (left|center|right))*$/)
const medium: Check = (value) =>
  /^media:([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(value.trim())?.[1]?.toLowerCase() ?? null
const webAddress: Check = (value) => {
  try {
    const { protocol, href } = new URL(value.trim())
    return protocol === 'https:' || protocol === 'http:' ? href : null
  } catch {
    return null
  }
}

type Checks = Readonly<Record<string, Check>>

const HTML: ReadonlyMap<string, Checks> = new Map(
  Object.entries<Checks>({
    p: {},
    br: {},
    b: {},
    strong: {},
    i: {},
    em: {},
    u: {},
    s: {},
    sub: {},
    sup: {},
    ul: {},
    ol: { start: count },
    li: {},
    table: {},
    thead: {},
    tbody: {},
    tr: {},
    th: { colspan: count, rowspan: count, scope: like(/^(row|col)(group)?$/) },
    td: { colspan: count, rowspan: count },
    caption: {},
    code: {},
    pre: {},
    blockquote: {},
    a: { href: webAddress },
    img: { src: medium, alt: anyText, width: pixels, height: pixels },
    audio: { src: medium, title: anyText },
    span: {},
  }),
)

const MATH: typeof HTML = new Map(
  Object.entries<Checks>({
    math: { display: like(/^(block|inline)$/) },
    mrow: {},
    mi: { mathvariant: like(/^normal$/) },
    mn: {},
    mo: {
      form: like(/^(prefix|infix|postfix)$/),
      fence: yesNo,
      separator: yesNo,
      stretchy: yesNo,
      symmetric: yesNo,
      largeop: yesNo,
      movablelimits: yesNo,
      lspace: length,
      rspace: length,
      minsize: length,
      maxsize: length,
    },
    mfrac: { linethickness: length },
    msup: {},
    msub: {},
    msubsup: {},
    msqrt: {},
    mroot: {},
    mtext: {},
    mtable: { columnalign: aligned, displaystyle: yesNo },
    mtr: {},
    mtd: { columnalign: aligned },
    mover: { accent: yesNo },
    munder: { accentunder: yesNo },
    munderover: { accent: yesNo, accentunder: yesNo },
    mspace: { width: length, height: length, depth: length },
    mstyle: { displaystyle: yesNo, scriptlevel: like(/^[+-]?\d$/) },
    mpadded: { width: length, height: length, depth: length, lspace: length, voffset: length },
    semantics: {},
  }),
)

/** Of these not even the text is shown: it was never meant to be read. */
const SILENT = new Set(
  'annotation,annotation-xml,applet,embed,frame,frameset,head,iframe,link,math-annotation,meta,noembed,noframes,noscript,object,option,param,plaintext,script,select,style,svg,template,textarea,title,xmp,video,canvas,base'.split(
    ',',
  ),
)

/** Between their rows and cells stands nothing, not even a space. */
const ONLY_ELEMENTS = new Set(['table', 'thead', 'tbody', 'tr', 'ul', 'ol'])

/** Without what they point to they are nothing. */
const NEEDED: Readonly<Record<string, string>> = { img: 'src', audio: 'src' }

/** Deeper than anybody writes; a text that is, is cut there. */
const DEEPEST = 60

const known = new Map<string, readonly RichNode[]>()
const MOST_KNOWN = 200

/** A text as it is shown; the same text is read once. */
export function richTree(text: string): readonly RichNode[] {
  if (!/[<&]/.test(text)) return [text]
  const found = known.get(text)
  if (found) return found
  const nodes = keptOf(markupTree(text))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, nodes)
  return nodes
}

/** @returns only elements and attributes of the list; of other elements what stands in them, of some (scripts, frames) nothing */
export function keptOf(nodes: readonly MarkupNode[], isMath = false, depth = 0): RichNode[] {
  if (depth > DEEPEST) return []
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [node]
    const { name, attributes } = node
    if (SILENT.has(name)) return []
    const isMathInside = isMath || name === 'math'
    const inside = keptOf(node.children, isMathInside, depth + 1)
    const checks = (isMathInside ? MATH : HTML).get(name)
    if (!checks) return inside
    const kept = checked(attributes, isMathInside ? checks : { ...checks, lang: language })
    const needed = NEEDED[name]
    if (needed && kept[needed] === undefined) return []
    // A link that leads nowhere is a text like any other.
    if (name === 'a' && kept['href'] === undefined) return inside
    const children = ONLY_ELEMENTS.has(name) ? inside.filter((child) => typeof child !== 'string') : inside
    return [{ tag: name, attributes: kept, children: name === 'br' || needed ? [] : children }]
  })
}

const language = like(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)

function checked(attributes: ReadonlyMap<string, string>, checks: Checks): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, check] of Object.entries(checks)) {
    const value = attributes.get(name)
    const good = value === undefined ? null : check(value)
    if (good !== null) kept[name] = good
  }
  return kept
}

/** The pictures in a text, in order. */
export function picturesIn(nodes: readonly RichNode[]): RichElement[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? [] : node.tag === 'img' ? [node] : picturesIn(node.children),
  )
}
