import temml from 'temml'
import { escapeHtml } from '@thiso/contracts/vocab'
import type { MediaFile } from './format.js'
import { mediaAsWords } from './html-media.js'
import { child, escapeXml, parseXml, type XmlElement } from './safe-xml.js'

export type QtiVersion = 2 | 3

/** Where a file of media lies as seen from an item. */
export type MediaAddress = (id: string) => { address: string; file: MediaFile } | undefined

const FORMULA = /\\\(([\s\S]{1,2000}?)\\\)|\\\[([\s\S]{1,2000}?)\\\]/g

/**
 * Limited rich text as content of a QTI item: XHTML with formulas as MathML (their LaTeX beside them), underlining and striking by
 * class, since QTI 2 has no elements for them, and sounds as objects in QTI 2 and as players in QTI 3.
 */
export function qtiContent(html: string, version: QtiVersion, mediaAt: MediaAddress): string {
  const root = parsed(html) ?? parsed(escapeHtml(mediaAsWords(html)))
  return root ? content(root, version, mediaAt) : ''
}

/** Sanitised HTML is XML but for its empty elements. */
function parsed(html: string): XmlElement | null {
  try {
    return parseXml(`<x>${html.replace(/<(br|img)((?:\s[^<>]*)?)\s*\/?>/g, '<$1$2/>')}</x>`)
  } catch {
    return null
  }
}

function content(element: XmlElement, version: QtiVersion, mediaAt: MediaAddress): string {
  return element.children
    .map((one) => (typeof one === 'string' ? withFormulas(one) : written(one, version, mediaAt)))
    .join('')
}

function written(element: XmlElement, version: QtiVersion, mediaAt: MediaAddress): string {
  const inner = () => content(element, version, mediaAt)
  const { local, attributes } = element
  switch (local) {
    case 'u':
      return `<span class="txt-underline">${inner()}</span>`
    case 's':
      return `<span class="txt-strike">${inner()}</span>`
    case 'br':
      return '<br/>'
    case 'img': {
      const media = mediaAt((attributes['src'] ?? '').replace(/^media:/, ''))
      const alt = attributes['alt'] ?? ''
      return media ? `<img src="${escapeXml(media.address)}" alt="${escapeXml(alt)}"/>` : escapeXml(alt)
    }
    case 'audio': {
      const media = mediaAt((attributes['src'] ?? '').replace(/^media:/, ''))
      const title = escapeXml(attributes['title'] ?? '')
      if (!media) return title
      if (version === 3) return `<audio src="${escapeXml(media.address)}" title="${title}" controls="controls"></audio>`
      return `<object data="${escapeXml(media.address)}" type="${media.file.mime}">${title}</object>`
    }
    case 'table': {
      // QTI wants rows to stand in a body; ours is taken out again by our reader.
      const hasRows = child(element, 'tr') !== undefined
      return `<table>${hasRows ? `<tbody class="implied">${inner()}</tbody>` : inner()}</table>`
    }
    default: {
      const kept = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
      return `<${local}${kept.join('')}>${inner()}</${local}>`
    }
  }
}

function withFormulas(text: string): string {
  let result = ''
  let at = 0
  for (const match of text.matchAll(FORMULA)) {
    const math = mathml(match[1] ?? match[2] ?? '', match[2] !== undefined)
    if (math === null) continue
    result += escapeHtml(text.slice(at, match.index)) + math
    at = match.index + match[0].length
  }
  return result + escapeHtml(text.slice(at))
}

/** A formula with its LaTeX as an annotation; null when it cannot be set: then the text stays as it was written. */
function mathml(latex: string, isBlock: boolean): string | null {
  try {
    const options = {
      xml: true,
      annotate: false,
      throwOnError: true,
      trust: false,
      maxExpand: 100,
      displayMode: isBlock,
    }
    const math = parseXml(temml.renderToString(latex, options))
    const annotation = `<annotation encoding="application/x-tex">${escapeXml(latex)}</annotation>`
    const block = isBlock ? ' display="block"' : ''
    return `<math xmlns="http://www.w3.org/1998/Math/MathML"${block}><semantics><mrow>${bare(math)}</mrow>${annotation}</semantics></math>`
  } catch {
    return null
  }
}

/** MathML without the classes and styles that only our own pages know. */
function bare(element: XmlElement): string {
  return element.children
    .map((one) => {
      if (typeof one === 'string') return escapeXml(one)
      const attributes = Object.entries(one.attributes)
        .filter(([name]) => !['class', 'style', 'xmlns'].includes(name))
        .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
      return `<${one.local}${attributes.join('')}>${bare(one)}</${one.local}>`
    })
    .join('')
}
