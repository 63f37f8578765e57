import type { DraftSource } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { decodeText } from './decode-text.js'
import { CODE_CATALOG, inNamesOf2 } from './qti-names.js'
import { child, childrenOf, descendantsOf, parseXml, textOf, type XmlElement } from './safe-xml.js'
import { openZip } from './safe-zip.js'

/** Where the items of a QTI file are, and what its manifest says of each. */

export interface QtiMetadata {
  code: string
  keywords: string[]
  /** Entries of classifications. */
  taxons: string[]
  sources: DraftSource[]
}

export interface QtiSource {
  /** Within the package; the identifier in a file that is a single item. */
  path: string
  /** The item, with the names of QTI 2; null when it cannot be read. */
  element: XmlElement | null
  fault: string
  metadata: QtiMetadata
  /** Shared texts that the item refers to (QTI 3). */
  stimuli: XmlElement[]
  find: (address: string) => Uint8Array | undefined
}

const NOTHING: QtiMetadata = { code: '', keywords: [], taxons: [], sources: [] }

export function openQti(bytes: Uint8Array): { sources: QtiSource[]; encoding: string | null } {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isZip) return { sources: new QtiPackage(openZip(bytes)).sources(), encoding: null }
  const { text, encoding } = decodeText(bytes)
  const root = inNamesOf2(parseXml(text))
  const items = root.local === 'assessmentItem' ? [root] : descendantsOf(root, 'assessmentItem')
  const references = descendantsOf(root, 'assessmentItemRef')
  if (items.length === 0 && references.length === 0 && !root.local.startsWith('assessment'))
    throw new ProblemError('UPLOAD.UNKNOWN_FORMAT')
  return {
    encoding,
    sources: [
      ...items.map((element) => source(element.attributes['identifier'] ?? '', element)),
      // A test alone names its items but does not hold them.
      ...references.map((one) => fault(one.attributes['href'] ?? '', one.attributes['identifier'] ?? '')),
    ],
  }
}

const source = (path: string, element: XmlElement): QtiSource => ({
  path,
  element,
  fault: '',
  metadata: NOTHING,
  stimuli: [],
  find: () => undefined,
})
const fault = (path: string, detail: string): QtiSource => ({
  ...source(path, { name: '', local: '', attributes: {}, children: [] }),
  element: null,
  fault: detail,
})

class QtiPackage {
  /** Roots of XML files that were read, by path; a string says why one could not be read. */
  private readonly roots = new Map<string, XmlElement | string>()

  constructor(private readonly files: ReadonlyMap<string, Uint8Array>) {}

  sources(): QtiSource[] {
    // Some programs pack the folder, not its content.
    const manifestPath = [...this.files.keys()]
      .filter((path) => /(?:^|\/)imsmanifest\.xml$/i.test(path))
      .sort((a, b) => a.length - b.length)[0]
    const manifest = manifestPath === undefined ? null : this.root(manifestPath)
    if (typeof manifest === 'string')
      throw new ProblemError('UPLOAD.UNREADABLE', { reason: `imsmanifest.xml ${manifest}` })
    const listed = manifest ? this.listed(manifest, manifestPath as string) : []
    const seen = new Set(listed.map((one) => one.path))
    // Items that nothing lists are items all the same; of two with one identifier the listed one is meant.
    const identifiers = new Set(listed.map((one) => one.element?.attributes['identifier']))
    const others = [...this.files.keys()]
      .filter((path) => /\.xml$/i.test(path) && !seen.has(path) && path !== manifestPath)
      .flatMap((path) => {
        const root = this.root(path)
        const isItem = typeof root !== 'string' && root.local === 'assessmentItem'
        return isItem && !identifiers.has(root.attributes['identifier']) ? [this.item(path, NOTHING)] : []
      })
    const all = [...listed, ...others]
    const isOlder = [...this.roots.values()].some(
      (root) => typeof root !== 'string' && root.local === 'questestinterop',
    )
    if (all.length === 0 && isOlder) throw new ProblemError('UPLOAD.UNKNOWN_FORMAT')
    return all
  }

  private listed(manifest: XmlElement, manifestPath: string): QtiSource[] {
    return descendantsOf(manifest, 'resource').flatMap((resource) => {
      const { type = '', href = '' } = resource.attributes
      const address = href || (childrenOf(resource, 'file')[0]?.attributes['href'] ?? '')
      if (!/imsqti_(?:apip)?item|imsqti_item/i.test(type) || address === '') return []
      const path = this.resolve(manifestPath, address)
      return [path === null ? fault(address, address) : this.item(path, metadataOf(child(resource, 'metadata')))]
    })
  }

  private item(path: string, metadata: QtiMetadata): QtiSource {
    const root = this.root(path)
    if (typeof root === 'string') return fault(path, root)
    if (root.local !== 'assessmentItem') return fault(path, `<${root.name}>`)
    const find = (address: string) => {
      const found = this.resolve(path, address)
      return found === null ? undefined : this.files.get(found)
    }
    const stimuli = childrenOf(root, 'assessmentStimulusRef').flatMap((one) => {
      const found = this.resolve(path, one.attributes['href'] ?? '')
      const stimulus = found === null ? '' : this.root(found)
      return typeof stimulus === 'string' ? [] : [stimulus]
    })
    return { path, element: root, fault: '', metadata, stimuli, find }
  }

  private root(path: string): XmlElement | string {
    const known = this.roots.get(path)
    if (known !== undefined) return known
    let root: XmlElement | string
    try {
      root = inNamesOf2(parseXml(decodeText(this.files.get(path) as Uint8Array).text))
    } catch (error) {
      // A package that holds a DTD is refused as a whole; one damaged item is a faulty row.
      if (!(error instanceof ProblemError) || error.code === 'UPLOAD.ENTITIES') throw error
      root = String(error.params?.['reason'] ?? error.code)
    }
    this.roots.set(path, root)
    return root
  }

  /** The path of a file that is there, by an address relative to another file; null when there is none. */
  private resolve(from: string, address: string): string | null {
    const clean = address
      .replace(/[?#].*$/, '')
      .replace(/\\/g, '/')
      .trim()
    if (clean === '' || /^[a-z][a-z0-9+.-]*:/i.test(clean)) return null
    for (const one of [clean, decoded(clean)]) {
      const base = one.startsWith('/') ? [] : from.split('/').slice(0, -1)
      const path: string[] = [...base]
      for (const part of one.split('/')) {
        if (part === '..') path.pop()
        else if (part !== '.' && part !== '') path.push(part)
      }
      const joined = path.join('/')
      if (this.files.has(joined)) return joined
    }
    return null
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** What IEEE LOM, in any of its bindings, says of an item. */
function metadataOf(metadata: XmlElement | undefined): QtiMetadata {
  const lom = descendantsOf(metadata, 'lom')[0]
  const general = child(lom, 'general')
  const texts = (elements: readonly XmlElement[]) =>
    elements.flatMap((one) => {
      const strings = descendantsOf(one, 'string', 'langstring')
      return (strings.length > 0 ? strings : [one]).map((text) =>
        textOf(text)
          .replace(/[ \t\n]+/g, ' ')
          .trim(),
      )
    })
  const identifiers = [...childrenOf(general, 'identifier'), ...childrenOf(general, 'catalogentry')]
  const code = identifiers.find((one) => textOf(child(one, 'catalog')).trim() === CODE_CATALOG)
  return {
    code: texts(childrenOf(code, 'entry'))[0] ?? '',
    keywords: texts(childrenOf(general, 'keyword')),
    taxons: texts(descendantsOf(lom, 'taxon').flatMap((taxon) => childrenOf(taxon, 'entry'))),
    sources: childrenOf(lom, 'relation').flatMap((relation) => {
      const kind = textOf(child(child(relation, 'kind'), 'value'))
        .trim()
        .toLowerCase()
      const resource = child(relation, 'resource')
      const [document = '', locator = ''] = texts(childrenOf(resource, 'description'))
      const url = textOf(child(child(resource, 'identifier'), 'entry')).trim()
      if (document === '' || (kind !== 'isbasedon' && kind !== 'references')) return []
      return [{ document, locator, url, role: kind === 'isbasedon' ? ('basis' as const) : ('reference' as const) }]
    }),
  }
}
