import { escapeHtml, type ItemProblem } from '@thiso/contracts/vocab'
import { descendantsOf, type XmlElement } from '../safe-xml.js'
import type { DocxPackage } from './package.js'

/** What a drawing, old picture or embedded object shows: pictures of the package as `<img>`, everything else as a problem. */
export interface Shown {
  html: string[]
  problems: ItemProblem[]
}

/** Drawings of Windows that no browser shows; MathType leaves them for its formulas. */
const METAFILE = /\.(wmf|emf|wdp|pict)$/i

/** Word says of pictures what it believes to see in them; that is no text alternative. */
const MACHINE_MADE =
  /\s*(Description automatically generated[^.]*\.?|AI-generated content may be incorrect\.?|Mô tả được tạo tự động[^.]*\.?|Nội dung do AI tạo ra có thể không chính xác\.?)\s*/gi

export class Pictures {
  readonly media = new Map<string, Uint8Array>()
  private readonly nameOf = new Map<string, string>()

  constructor(private readonly source: DocxPackage) {}

  read(element: XmlElement): Shown {
    const shown: Shown = { html: [], problems: [] }
    const isText = (one: XmlElement) => one.local === 'txbxContent' || one.local === 'textbox'
    if (descendantsOf(element, 'OLEObject').some((one) => /equation|mathtype/i.test(one.attributes.ProgID ?? ''))) {
      shown.problems.push({ code: 'unreadable', detail: 'MathType' })
      return shown
    }
    const alt = this.altOf(element)
    for (const id of referencesOf(element, isText)) this.add(shown, id, alt)
    const kinds = descendantsOf(element, 'graphicData').map((one) => one.attributes.uri ?? '')
    if (kinds.some((uri) => /\/chart$/.test(uri))) shown.problems.push({ code: 'part_ignored', detail: 'chart' })
    if (kinds.some((uri) => /\/diagram$/.test(uri))) shown.problems.push({ code: 'part_ignored', detail: 'SmartArt' })
    return shown
  }

  private add(shown: Shown, id: string, alt: string): void {
    const path = this.source.targets.get(id)
    const bytes = path ? this.source.files.get(path) : undefined
    if (!path || !bytes) {
      shown.problems.push({ code: 'media_missing', detail: alt || (path ?? id) })
      return
    }
    const name = this.named(path, bytes)
    if (METAFILE.test(name)) {
      shown.problems.push({ code: 'media_refused', detail: name })
      return
    }
    this.media.set(name, bytes)
    shown.html.push(`<img src="media:${name}" alt="${escapeHtml(alt).replace(/"/g, '&quot;')}">`)
  }

  /** The name of the file; two files of one name in different folders get different ones. */
  private named(path: string, bytes: Uint8Array): string {
    const known = this.nameOf.get(path)
    if (known) return known
    const plain = path.replace(/^.*\//, '').replace(/[^\w.-]/g, '_')
    const taken = this.media.get(plain)
    const name = taken && taken !== bytes ? `${this.nameOf.size}-${plain}` : plain
    this.nameOf.set(path, name)
    return name
  }

  private altOf(element: XmlElement): string {
    const about = descendantsOf(element, 'docPr', 'shape', 'imagedata', 'cNvPr').map(({ local, attributes }) =>
      local === 'docPr' || local === 'cNvPr'
        ? attributes.descr || attributes.title
        : attributes.alt || (local === 'shape' ? '' : attributes.title),
    )
    const text = about.find((one) => one !== undefined && one.trim() !== '') ?? ''
    return text
      .replace(MACHINE_MADE, ' ')
      .replace(/[ \t\r\n]+/g, ' ')
      .trim()
      .normalize('NFC')
  }
}

/** Ids of the pictures within, but for those in text boxes. */
function referencesOf(element: XmlElement, isLeftOut: (one: XmlElement) => boolean): string[] {
  if (isLeftOut(element)) return []
  const own =
    element.local === 'blip'
      ? (element.attributes.embed ?? element.attributes.link)
      : element.local === 'imagedata'
        ? element.attributes.id
        : undefined
  const inner = element.children.flatMap((one) => (typeof one === 'string' ? [] : referencesOf(one, isLeftOut)))
  return own ? [own, ...inner] : inner
}
