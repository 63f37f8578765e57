import { SaxesParser } from 'saxes'
import { ProblemError } from '../../../../kernel/problem-error.js'

/**
 * XML from strangers: no DTD, no entity that a file declares itself, no depth or number of elements that would eat the process.
 * Prefixes are not resolved: programs bind them as they please, and what matters of a name is its local part.
 */
export interface XmlElement {
  /** As written, with its prefix. */
  name: string
  local: string
  /** By local name; of `href` and `xlink:href` the one without prefix stays. Declarations of prefixes are left out, `xmlns` is kept. */
  attributes: Record<string, string>
  /** Neighbouring pieces of text are one string; CDATA is text. */
  children: (XmlElement | string)[]
}

export const MAX_XML_DEPTH = 256
export const MAX_XML_ELEMENTS = 1_000_000

/** Names that files use as if they were HTML; without a DTD plain XML knows five only. */
const HTML_ENTITIES: Record<string, string> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  times: '×',
  divide: '÷',
  deg: '°',
  copy: '©',
  reg: '®',
  trade: '™',
  rarr: '→',
  larr: '←',
  le: '≤',
  ge: '≥',
  ne: '≠',
  plusmn: '±',
}

// What XML 1.0 forbids in any text, yet exports of old databases hold: control characters and halves of surrogate pairs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu
const FORBIDDEN_REFERENCE = /&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));/gi

/**
 * @param text an XML document, already decoded; what its declaration says about encoding is not looked at
 * @returns the root element
 * @throws ProblemError UPLOAD.ENTITIES for any DOCTYPE or entity declaration, also one that is harmless
 * @throws ProblemError UPLOAD.UNREADABLE (`reason`: line:column) when it is not well-formed, nests or counts too much
 */
export function parseXml(text: string): XmlElement {
  const source = text
    .replace(/^[\ufeff\s]+/, '')
    .replace(FORBIDDEN, '')
    .replace(FORBIDDEN_REFERENCE, '')
  const parser = new SaxesParser({ xmlns: false, position: true })
  Object.assign(parser.ENTITIES, HTML_ENTITIES)
  const open: XmlElement[] = []
  let root: XmlElement | null = null
  let count = 0

  const refuse = (): never => {
    throw new ProblemError('UPLOAD.UNREADABLE', { reason: `XML ${parser.line}:${parser.column + 1}` })
  }
  const addText = (piece: string) => {
    const siblings = open.at(-1)?.children
    if (!siblings || piece === '') return
    if (typeof siblings.at(-1) === 'string') siblings[siblings.length - 1] += piece
    else siblings.push(piece)
  }

  parser.on('doctype', () => {
    throw new ProblemError('UPLOAD.ENTITIES')
  })
  parser.on('error', () => {
    // A declaration that is itself faulty is refused for what it is, not for its fault.
    if (!root && /<!(?:doctype|entity)/i.test(source.slice(0, parser.position + 10))) {
      throw new ProblemError('UPLOAD.ENTITIES')
    }
    refuse()
  })
  parser.on('opentag', (tag) => {
    count += 1
    if (open.length >= MAX_XML_DEPTH || count > MAX_XML_ELEMENTS) refuse()
    const element: XmlElement = { name: tag.name, local: localOf(tag.name), attributes: {}, children: [] }
    for (const [name, value] of Object.entries(tag.attributes)) {
      if (name.startsWith('xmlns:')) continue
      const local = localOf(name)
      if (local === name || !Object.hasOwn(element.attributes, local)) {
        // Defined, not assigned: an attribute may be called __proto__.
        Object.defineProperty(element.attributes, local, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        })
      }
    }
    if (open.length > 0) open.at(-1)!.children.push(element)
    else root = element
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', addText)
  parser.on('cdata', addText)

  parser.write(source).close()
  return root ?? refuse()
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The first child with that local name. */
export function child(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find((one): one is XmlElement => typeof one !== 'string' && one.local === local)
}

/** The children that are elements; with a name only those of that local name. */
export function childrenOf(element: XmlElement | undefined, local?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (one): one is XmlElement => typeof one !== 'string' && (local === undefined || one.local === local),
  )
}

/** Every element below, in the order of the document, that has one of the local names. */
export function descendantsOf(element: XmlElement | undefined, ...locals: string[]): XmlElement[] {
  return childrenOf(element).flatMap((one) => [
    ...(locals.includes(one.local) ? [one] : []),
    ...descendantsOf(one, ...locals),
  ])
}

/** All text within, markup left out, as it stands (not trimmed). */
export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((one) => (typeof one === 'string' ? one : textOf(one))).join('')
}

const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'wbr'])

/** Text as the content of an element or, with its quotation marks, of an attribute; without characters that XML forbids. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

/** Text as the content of an element, in one or more sections of CDATA if it holds markup. */
export function cdata(text: string): string {
  const clean = text.replace(FORBIDDEN, '')
  return /[<&>]/.test(clean) ? `<![CDATA[${clean.replace(/]]>/g, ']]]]><![CDATA[>')}]]>` : clean
}

/**
 * What an element holds, as HTML with local names.
 * @param replace may give other markup for an element, or null to have it written as it is
 */
export function innerMarkup(
  element: XmlElement | undefined,
  replace: (element: XmlElement) => string | null = () => null,
): string {
  return (element?.children ?? [])
    .map((one) => {
      if (typeof one === 'string') return one.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
      return replace(one) ?? markupOf(one, replace)
    })
    .join('')
}

function markupOf(element: XmlElement, replace: (element: XmlElement) => string | null): string {
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => name !== 'xmlns')
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('')
  const start = `<${element.local}${attributes}>`
  return VOID.has(element.local) ? start : `${start}${innerMarkup(element, replace)}</${element.local}>`
}
