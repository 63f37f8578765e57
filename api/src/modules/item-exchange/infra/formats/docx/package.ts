import { ProblemError } from '../../../../../kernel/problem-error.js'
import { child, childrenOf, parseXml, type XmlElement } from '../safe-xml.js'
import { openZip } from '../safe-zip.js'

/** The parts of a Word file that hold the text; everything else (comments, headers, footnotes, settings) is not looked at. */
export interface DocxPackage {
  body: XmlElement
  styles: XmlElement | undefined
  numbering: XmlElement | undefined
  /** Of the main document: id to path within the package; null for what lies outside. */
  targets: Map<string, string | null>
  files: Map<string, Uint8Array>
}

/** @throws ProblemError UPLOAD.… when it is no Word file */
export function openDocx(bytes: Uint8Array): DocxPackage {
  const files = openZip(bytes)
  const main = mainPartOf(files)
  const document = partOf(files, main)
  const body = child(document, 'body')
  if (!body) throw new ProblemError('UPLOAD.UNREADABLE', { reason: 'DOCX' })
  const relations = relationsOf(files, main)
  const byKind = (kind: string) => {
    const target = relations.find((relation) => relation.kind === kind)?.target
    return target ? partOf(files, target) : undefined
  }
  return {
    body,
    styles: byKind('styles'),
    numbering: byKind('numbering'),
    targets: new Map(relations.map(({ id, target }) => [id, target])),
    files,
  }
}

/** Where the text stands: mostly word/document.xml, but the package says so itself. */
function mainPartOf(files: Map<string, Uint8Array>): string {
  const named = relationsOf(files, '').find(({ kind }) => kind === 'officeDocument')?.target
  const main = [named, 'word/document.xml'].find((path) => path && files.has(path))
  if (!main) throw new ProblemError('UPLOAD.UNREADABLE', { reason: 'DOCX' })
  return main
}

interface Relation {
  id: string
  /** The last word of its type: image, styles, hyperlink. */
  kind: string
  target: string | null
}

function relationsOf(files: Map<string, Uint8Array>, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const root = partOf(files, `${folder}_rels/${part.slice(folder.length)}.rels`)
  return childrenOf(root, 'Relationship').map(({ attributes }) => ({
    id: attributes.Id ?? '',
    kind: (attributes.Type ?? '').replace(/^.*\//, ''),
    target: attributes.TargetMode === 'External' ? null : pathFrom(folder, attributes.Target ?? ''),
  }))
}

/** A target as a path of the package: from its root, or from the folder of the part that names it. */
function pathFrom(folder: string, target: string): string {
  const path: string[] = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

function partOf(files: Map<string, Uint8Array>, path: string): XmlElement | undefined {
  const bytes = files.get(path)
  return bytes ? parseXml(xmlText(bytes)) : undefined
}

/** Parts are UTF-8; the standard also allows UTF-16 with a mark. */
export function xmlText(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
}
