import { child, childrenOf, descendantsOf, parseXml, textOf, type XmlElement } from '../safe-xml.js'

/** A picture that lies on a sheet, by the cell that its upper left corner is in. */
export interface SheetPicture {
  /** From 1, as Excel counts. */
  row: number
  /** From 0. */
  column: number
  /** Path within the package. */
  path: string
  bytes: Uint8Array
  alt: string
}

/** @param sheet path of the sheet's part */
export function picturesOf(sheet: string, files: ReadonlyMap<string, Uint8Array>): SheetPicture[] {
  const drawings = relationsOf(sheet, files).filter(({ kind }) => kind === 'drawing')
  return drawings.flatMap(({ path }) => {
    const images = new Map(relationsOf(path, files).map((relation) => [relation.id, relation.path]))
    return childrenOf(parsed(path, files)).flatMap((anchor) => pictureOf(anchor, images, files))
  })
}

function pictureOf(
  anchor: XmlElement,
  images: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, Uint8Array>,
): SheetPicture[] {
  const from = child(anchor, 'from')
  const path = images.get(descendantsOf(anchor, 'blip')[0]?.attributes.embed ?? '') ?? ''
  const bytes = files.get(path)
  if (!from || !bytes) return []
  const about = descendantsOf(anchor, 'cNvPr')[0]?.attributes
  const number = (name: string) => Number(textOf(child(from, name))) || 0
  return [
    { row: number('row') + 1, column: number('col'), path, bytes, alt: (about?.descr ?? '').normalize('NFC').trim() },
  ]
}

interface Relation {
  id: string
  kind: string
  path: string
}

function relationsOf(part: string, files: ReadonlyMap<string, Uint8Array>): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const root = parsed(`${folder}_rels/${part.slice(folder.length)}.rels`, files)
  return childrenOf(root, 'Relationship').map(({ attributes }) => ({
    id: attributes.Id ?? '',
    kind: (attributes.Type ?? '').replace(/^.*\//, ''),
    path: pathFrom(folder, attributes.Target ?? ''),
  }))
}

function parsed(path: string, files: ReadonlyMap<string, Uint8Array>): XmlElement | undefined {
  const bytes = files.get(path)
  return bytes ? parseXml(new TextDecoder().decode(bytes)) : undefined
}

/** A target as a path of the package: from its root, or from the folder of the part that names it. */
export function pathFrom(folder: string, target: string): string {
  const path: string[] = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
